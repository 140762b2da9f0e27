/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-help.h"

#include "exchange/exchange-calendar.h"
#include "exchange/exchange-table.h"

#include <string.h>

/* What goes to spreadsheets and calendars arrives as it was, and nothing in it is executed. */

static ExchangeTable *
make_table (void)
{
  ExchangeTable *table = exchange_table_new ("Firms & <more>");

  exchange_table_add_column (table, "Name", EXCHANGE_TEXT);
  exchange_table_add_column (table, "Score", EXCHANGE_DECIMAL);
  exchange_table_add_column (table, "Staff", EXCHANGE_INTEGER);
  exchange_table_add_column (table, "On", EXCHANGE_DATE);
  exchange_table_add_column (table, "Done", EXCHANGE_BOOLEAN);
  exchange_table_add_text (table, "Müller; \"Söhne\", Ltd");
  exchange_table_add_decimal (table, 2656);
  exchange_table_add_integer (table, -24);
  exchange_table_add_date (table, "2026-11-27");
  exchange_table_add_boolean (table, TRUE);
  exchange_table_add_text (table, "=1+1\ntwo  blanks");
  exchange_table_add_decimal (table, -5);
  exchange_table_add_empty (table);
  exchange_table_add_empty (table);
  exchange_table_add_boolean (table, FALSE);
  return table;
}

static void
test_csv (void)
{
  g_autoptr (ExchangeTable) table = make_table ();
  g_autofree char *comma = exchange_table_to_csv (table, &(ExchangeCsvStyle){ .separator = ',' });
  g_autofree char *semicolon = exchange_table_to_csv (
      table,
      &(ExchangeCsvStyle){ .separator = ';', .byte_order_mark = TRUE, .decimal_comma = TRUE });
  g_autofree char *tab = exchange_table_to_csv (table, &(ExchangeCsvStyle){ .separator = '\t' });

  g_assert_cmpstr (comma, ==,
                   "Name,Score,Staff,On,Done\r\n"
                   "\"Müller; \"\"Söhne\"\", Ltd\",26.56,-24,2026-11-27,true\r\n"
                   "\"'=1+1\ntwo  blanks\",-0.05,,,false\r\n");
  g_assert_cmpstr (semicolon, ==,
                   "\xef\xbb\xbfName;Score;Staff;On;Done\r\n"
                   "\"Müller; \"\"Söhne\"\", Ltd\";26,56;-24;2026-11-27;true\r\n"
                   "\"'=1+1\ntwo  blanks\";-0,05;;;false\r\n");
  g_assert_nonnull (strstr (tab, "\t26.56\t"));
}

static void
test_formulas (void)
{
  static const char *const evil[] = { "=cmd|' /C calc'!A0",
                                      "+1",
                                      "-1",
                                      "@SUM(1)",
                                      "\t=1",
                                      "\r=1",
                                      "\n=1",
                                      "＝1+1",
                                      "＋1",
                                      "－1",
                                      "＠A1",
                                      "  =1" };
  static const char *const good[] = { "Müller", "1-2", "a=b", "'quoted", "№ 1", "" };

  for (guint i = 0; i < G_N_ELEMENTS (evil) + G_N_ELEMENTS (good); i++)
    {
      gboolean is_evil = i < G_N_ELEMENTS (evil);
      const char *text = is_evil ? evil[i] : good[i - G_N_ELEMENTS (evil)];
      g_autoptr (ExchangeTable) table = exchange_table_new ("t");
      g_autofree char *csv = NULL;
      const char *cell;

      exchange_table_add_column (table, "x", EXCHANGE_TEXT);
      exchange_table_add_text (table, text);
      csv = exchange_table_to_csv (table, &(ExchangeCsvStyle){ .separator = ',' });
      cell = csv + strlen ("x\r\n") + (csv[3] == '"');
      g_assert_true (g_str_has_prefix (cell, is_evil ? "'" : text));
    }
}

/* LibreOffice reads the spreadsheet and gives the same table as CSV. */
static void
test_ods (void)
{
  g_autoptr (ExchangeTable) table = make_table ();
  const ExchangeTable *const tables[] = { table };
  char *folder = exchange_help_folder ();
  g_autofree char *path = g_build_filename (folder, "table.ods", NULL);
  g_autofree char *csv_path = g_build_filename (folder, "table.csv", NULL);
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  g_autofree char *soffice = g_find_program_in_path ("soffice");
  g_autofree char *csv = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;
  const char *const argv[] = { soffice,
                               profile,
                               "--headless",
                               "--convert-to",
                               "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false",
                               "--outdir",
                               folder,
                               path,
                               NULL };

  g_assert_true (exchange_table_write_ods (tables, 1, path, &error));
  g_assert_no_error (error);
  if (soffice == NULL)
    {
      g_test_message ("LibreOffice is not here: the spreadsheet was written and not compared");
      exchange_help_remove (folder);
      return;
    }
  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  csv = exchange_help_read (csv_path, NULL);
  g_assert_cmpstr (csv, ==,
                   "Name,Score,Staff,On,Done\n"
                   "\"Müller; \"\"Söhne\"\", Ltd\",26.56,-24,2026-11-27,TRUE\n"
                   "\"=1+1\ntwo  blanks\",-0.05,,,FALSE\n");
  exchange_help_remove (folder);
}

static void
test_calendar (void)
{
  g_autoptr (ExchangeCalendar) calendar = exchange_calendar_new ("Plan", "20261127T093000Z");
  ExchangeEvent action = { .kind = "action",
                           .owner_id = "a1",
                           .id = "backup",
                           .date = "2026-12-31",
                           .summary = "Back up; test, then\nsay so \\ "
                                      "ééééééééééééééééééééééééééééééééééééééééééé",
                           .remind_days = 7 };
  ExchangeEvent meeting = { .kind = "meeting",
                            .owner_id = "c1",
                            .id = "m1",
                            .date = "2027-01-15",
                            .time = "14:30",
                            .summary = "Second talk",
                            .location = "Porto",
                            .remind_days = -1 };
  ExchangeEvent dropped = { .kind = "action",
                            .owner_id = "a1",
                            .id = "old",
                            .date = "2027-01-01",
                            .summary = "Old",
                            .remind_days = 1,
                            .cancelled = TRUE };
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  exchange_calendar_add (calendar, &action);
  exchange_calendar_add (calendar, &meeting);
  exchange_calendar_add (calendar, &dropped);
  text = exchange_calendar_to_text (calendar);
  g_assert_cmpuint (exchange_calendar_n_events (calendar), ==, 3);
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
  g_assert_nonnull (strstr (text, "DTSTART:20270115T143000\r\n"));
  g_assert_nonnull (strstr (text, "SUMMARY:Back up\\; test\\, then\\nsay so \\\\ "));
  g_assert_nonnull (strstr (text, "TRIGGER:-P7D\r\n"));
  g_assert_nonnull (strstr (text, "STATUS:CANCELLED\r\n"));
  g_assert_null (strstr (text, "TRIGGER:-P1D"));
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strchr (lines[i], '\n'));
    }
}

/* The id of an entry is its own and stays, whatever else changes. */
static void
test_calendar_ids (void)
{
  g_autofree char *texts[3] = { NULL };

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (ExchangeCalendar) calendar = exchange_calendar_new ("c", "20260101T000000Z");
      ExchangeEvent event = { .kind = "action",
                              .owner_id = "a1",
                              .id = i < 2 ? "one" : "two",
                              .date = i == 0 ? "2026-01-01" : "2026-02-02",
                              .summary = i == 0 ? "Old words" : "New words",
                              .remind_days = -1 };
      g_autofree char *text = NULL;

      exchange_calendar_add (calendar, &event);
      text = exchange_calendar_to_text (calendar);
      texts[i] = g_strndup (strstr (text, "UID:"), 44);
    }
  g_assert_cmpstr (texts[0], ==, texts[1]);
  g_assert_cmpstr (texts[0], !=, texts[2]);
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&texts[i + 1], g_free);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/table/csv", test_csv);
  g_test_add_func ("/exchange/table/formulas", test_formulas);
  g_test_add_func ("/exchange/table/ods", test_ods);
  g_test_add_func ("/exchange/calendar/text", test_calendar);
  g_test_add_func ("/exchange/calendar/ids", test_calendar_ids);
  return g_test_run ();
}
