/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-help.h"

#include "exchange/exchange-import.h"
#include "exchange/exchange-portal.h"
#include "exchange/exchange-table.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

/* Tables from elsewhere: read as they are meant, and refused with their place when they are not. */

static char *
show (const ExchangeGrid *grid)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < exchange_grid_n_rows (grid); row++)
    {
      g_string_append_printf (text, "%u:", exchange_grid_line (grid, row));
      for (guint i = 0; i < exchange_grid_n_cells (grid, row); i++)
        g_string_append_printf (text, "[%s]", exchange_grid_cell (grid, row, i));
      g_string_append_c (text, '/');
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *bytes;
  gsize n; /* 0: to the NUL */
  const char *encoding;
  char separator;
  const char *shown;
} rows[] = {
  { "a,b\r\n1,2\r\n", 0, "UTF-8", ',', "1:[a][b]/2:[1][2]/" },
  { "a;b;c,d\n1;2;3,5", 0, "UTF-8", ';', "1:[a][b][c,d]/2:[1][2][3,5]/" },
  { "a\tb\n\n\"x\ty\"\t2\n", 0, "UTF-8", '\t', "1:[a][b]/3:[x\ty][2]/" },
  { "\xef\xbb\xbf\"a;\",b\n", 0, "UTF-8", ',', "1:[a;][b]/" },
  { "n\xe4me;\x80\n", 0, "Windows-1252", ';', "1:[näme][€]/" },
  { "\xff\xfe"
    "a\0\t\0\xfc\0\n\0",
    10, "UTF-16", '\t', "1:[a][ü]/" },
  { "sep=;\r\na;b,c,d\r\n", 0, "UTF-8", ';', "2:[a][b,c,d]/" },
  { "a,b\n\"one\r\ntwo \"\"q\"\"\",2\nlast,\n", 0, "UTF-8", ',',
    "1:[a][b]/2:[one\ntwo \"q\"][2]/4:[last][]/" },
  { "a\rb\r", 0, "UTF-8", ',', "1:[a]/2:[b]/" },
  { "", 0, "UTF-8", ',', "" },
};

static void
test_csv (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize n = rows[i].n > 0 ? rows[i].n : strlen (rows[i].bytes);
      g_autoptr (ExchangeGrid) grid = exchange_grid_parse_csv (rows[i].bytes, n, "t.csv", &error);
      g_autofree char *shown = NULL;

      g_assert_no_error (error);
      shown = show (grid);
      g_assert_cmpstr (shown, ==, rows[i].shown);
      g_assert_cmpstr (exchange_grid_encoding (grid), ==, rows[i].encoding);
      g_assert_cmpint (exchange_grid_separator (grid), ==, rows[i].separator);
    }
}

static void
test_csv_refused (void)
{
  static const struct
  {
    const char *bytes;
    gsize n;
    const char *words;
  } bad[] = {
    { "a,b\nc,\"d\ne\n", 11, "line 2" },
    { "a\0b", 3, "no text" },
    { "a\x81z", 3, "no text" },
    { "\xff\xfe"
      "a",
      3, "no text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ExchangeGrid) grid
          = exchange_grid_parse_csv (bad[i].bytes, bad[i].n, "t.csv", &error);

      g_assert_null (grid);
      g_assert_nonnull (strstr (error->message, "t.csv"));
      g_assert_nonnull (strstr (error->message, bad[i].words));
    }
}

/* What we write we read. */
static void
test_round_trip (void)
{
  static const char *const texts[]
      = { "plain", "semi;colon", "com,ma", "quo\"te", "line\nbreak", "ümläut €", " blanks ", "" };
  static const char separators[] = { ',', ';', '\t' };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      g_autoptr (ExchangeTable) table = exchange_table_new ("t");
      g_autofree char *csv = NULL;
      g_autoptr (ExchangeGrid) grid = NULL;

      exchange_table_add_column (table, "First", EXCHANGE_TEXT);
      exchange_table_add_column (table, "Second", EXCHANGE_TEXT);
      for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
        {
          exchange_table_add_text (table, "x");
          exchange_table_add_text (table, texts[k]);
        }
      csv = exchange_table_to_csv (
          table, &(ExchangeCsvStyle){ .separator = separators[i], .byte_order_mark = i == 1 });
      grid = exchange_grid_parse_csv (csv, strlen (csv), "t.csv", NULL);
      for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
        g_assert_cmpstr (exchange_grid_cell (grid, k + 1, 1), ==, texts[k]);
    }
}

/* --- workbooks -------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *text;
} Part;

static GBytes *
zip (const Part *parts, guint n)
{
  struct archive *archive = archive_write_new ();
  gsize size = 4 * 1024 * 1024, used = 0;
  char *buffer = g_malloc (size);

  archive_write_set_format_zip (archive);
  archive_write_open_memory (archive, buffer, size, &used);
  for (guint i = 0; i < n; i++)
    {
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, parts[i].name);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_size (entry, (la_int64_t)strlen (parts[i].text));
      archive_write_header (archive, entry);
      archive_write_data (archive, parts[i].text, strlen (parts[i].text));
      archive_entry_free (entry);
    }
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}

#define WORKBOOK                                                                                   \
  "<?xml version=\"1.0\"?><workbook xmlns:r=\"r\"><sheets><sheet name=\"Notes\" sheetId=\"1\" "    \
  "r:id=\"rId1\"/><sheet name=\"My SMEs DMA Results\" sheetId=\"2\" r:id=\"rId2\"/></sheets>"      \
  "</workbook>"
#define RELATIONS                                                                                  \
  "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"                    \
  "<Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>"
#define STRINGS                                                                                    \
  "<x:sst xmlns:x=\"m\"><x:si><x:t>SME name</x:t></x:si><x:si><x:r><x:t>M\xc3\xbcller "            \
  "</x:t></x:r>"                                                                                   \
  "<x:r><x:t xml:space=\"preserve\">&amp; "                                                        \
  "Co</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:si></x:sst>"
#define STYLES                                                                                     \
  "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\/mm\\/yyyy\"/>"                  \
  "<numFmt numFmtId=\"165\" formatCode=\"0.00&quot;day&quot;\"/></numFmts><cellStyleXfs>"          \
  "<xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/>"        \
  "<xf numFmtId=\"165\"/></cellXfs></styleSheet>"
#define SHEET                                                                                      \
  "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" "                \
  "t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r></is></c></row><row r=\"2\"/>"            \
  "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>1</v></c><c t=\"n\"><v>26.559999999999999</v></c>"          \
  "<c r=\"C4\" s=\"1\"><v>46346</v></c><c r=\"D4\" s=\"2\"><v>5</v></c><c r=\"E4\" t=\"b\">"       \
  "<v>1</v></c><c r=\"F4\" t=\"str\"><f>A1</f><v>made</v></c><c r=\"G4\" t=\"e\"><v>#N/A</v></c>"  \
  "</row></sheetData></worksheet>"

static void
test_xlsx (void)
{
  const Part parts[] = { { "xl/worksheets/sheet2.xml", SHEET },
                         { "xl/worksheets/sheet1.xml", "<worksheet/>" },
                         { "xl/styles.xml", STYLES },
                         { "xl/sharedStrings.xml", STRINGS },
                         { "xl/_rels/workbook.xml.rels", RELATIONS },
                         { "xl/workbook.xml", WORKBOOK },
                         { "../../evil.xml", "x" } };
  g_autoptr (GBytes) bytes = zip (parts, G_N_ELEMENTS (parts));
  g_autoptr (GError) error = NULL;
  g_autoptr (ExchangeGrid) grid
      = exchange_grid_parse_xlsx (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                  "t.xlsx", EXCHANGE_PORTAL_SHEET, &error);
  g_autofree char *shown = NULL;

  g_assert_no_error (error);
  shown = show (grid);
  g_assert_cmpstr (shown, ==,
                   "1:[SME name][][inline]/"
                   "4:[Müller & Co][26.56][2026-11-20][5][true][made][#N/A]/");
  g_assert_cmpstr (exchange_grid_sheet (grid), ==, EXCHANGE_PORTAL_SHEET);
}

static void
test_xlsx_refused (void)
{
  const Part none[] = { { "word/document.xml", "<x/>" } };
  const Part broken[] = { { "xl/workbook.xml", "<workbook><sheets>" },
                          { "xl/_rels/workbook.xml.rels", RELATIONS } };
  const Part entity[] = { { "xl/workbook.xml", WORKBOOK },
                          { "xl/_rels/workbook.xml.rels", RELATIONS },
                          { "xl/worksheets/sheet1.xml",
                            "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet><sheetData><row><c "
                            "t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>" } };
  const Part wide[] = { { "xl/workbook.xml", WORKBOOK },
                        { "xl/_rels/workbook.xml.rels", RELATIONS },
                        { "xl/worksheets/sheet1.xml",
                          "<worksheet><sheetData><row><c r=\"XFD1\"><v>1</v></c></row>"
                          "</sheetData></worksheet>" } };
  const struct
  {
    const Part *parts;
    guint n;
    const char *words;
  } bad[] = {
    { none, 1, "no .xlsx" },
    { broken, 2, "xl/workbook.xml" },
    { entity, 3, "sheet1.xml" },
    { wide, 3, "too large" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GBytes) bytes = zip (bad[i].parts, bad[i].n);
      g_autoptr (GError) error = NULL;
      g_autoptr (ExchangeGrid) grid = exchange_grid_parse_xlsx (
          g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "t.xlsx", NULL, &error);

      g_assert_null (grid);
      if (strstr (error->message, bad[i].words) == NULL)
        g_error ("%u: “%s” does not say “%s”", i, error->message, bad[i].words);
    }
}

/* A workbook as another program writes it. */
static void
test_xlsx_of_libreoffice (void)
{
  g_autofree char *soffice = g_find_program_in_path ("soffice");
  char *folder = exchange_help_folder ();
  g_autofree char *ods = g_build_filename (folder, "table.ods", NULL);
  g_autofree char *xlsx = g_build_filename (folder, "table.xlsx", NULL);
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  g_autoptr (ExchangeTable) table = exchange_table_new ("Results");
  const ExchangeTable *const tables[] = { table };
  const char *const argv[]
      = { soffice, profile, "--headless", "--convert-to", "xlsx", "--outdir", folder, ods, NULL };
  g_autoptr (ExchangeGrid) grid = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;

  if (soffice == NULL)
    {
      g_test_skip ("LibreOffice is not here");
      exchange_help_remove (folder);
      return;
    }
  exchange_table_add_column (table, "Name", EXCHANGE_TEXT);
  exchange_table_add_column (table, "Score", EXCHANGE_DECIMAL);
  exchange_table_add_column (table, "On", EXCHANGE_DATE);
  exchange_table_add_text (table, "Müller\nund  Söhne");
  exchange_table_add_decimal (table, 2656);
  exchange_table_add_date (table, "2026-11-27");
  g_assert_true (exchange_table_write_ods (tables, 1, ods, NULL));
  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  grid = exchange_grid_load (xlsx, NULL, &error);
  g_assert_no_error (error);
  shown = show (grid);
  g_assert_cmpstr (shown, ==, "1:[Name][Score][On]/2:[Müller\nund  Söhne][26.56][2026-11-27]/");
  exchange_help_remove (folder);
}

/* --- the portal's export ---------------------------------------------------------------------- */

#define TITLES                                                                                     \
  "SME name;SME ID;DMA Timing;DMA Score;Digital Business Strategy;Digital Readiness;"              \
  "Human-Centric Digitalisation;Data Management and Connectedness;"                                \
  "Automation and Artificial Intelligence;Green Digitalisation;EDIH Name;Date\n"

static ExchangePortal *
parse_portal (const char *csv)
{
  g_autoptr (GError) error = NULL;
  ExchangeGrid *grid = exchange_grid_parse_csv (csv, strlen (csv), "p.csv", &error);
  ExchangePortal *portal;

  g_assert_no_error (error);
  portal = exchange_portal_new (grid, "p.csv", &error);
  g_assert_no_error (error);
  return portal;
}

static void
test_portal (void)
{
  g_autoptr (ExchangePortal) portal = parse_portal (
      "Export of 27/11/2026\n" TITLES "Firm A;17;T0;26,56;30;20,5;10 %;40;;5.555;Hub;20/11/2026\n"
      ";;T0;50;1;1;1;1;1;1;Hub;\n"
      "Firm B;18;T3;101;1;1;1;1;1;x;Hub;31/02/2026\n");
  const ExchangePortalRow *row;
  static const struct
  {
    guint line;
    const char *column, *found;
  } wanted[] = {
    { 4, "SME ID", "" },         { 5, "DMA Timing", "T3" },          { 5, "DMA Score", "101" },
    { 5, "Date", "31/02/2026" }, { 5, "Green Digitalisation", "x" },
  };

  g_assert_cmpuint (exchange_portal_n_rows (portal), ==, 1);
  row = exchange_portal_row (portal, 0);
  g_assert_cmpuint (row->line, ==, 3);
  g_assert_cmpstr (row->name, ==, "Firm A");
  g_assert_cmpstr (row->id, ==, "17");
  g_assert_cmpstr (row->stage, ==, "T0");
  g_assert_cmpint (row->score, ==, 2656);
  g_assert_cmpint (row->dimensions[1], ==, 2050);
  g_assert_cmpint (row->dimensions[2], ==, 1000);
  g_assert_cmpint (row->dimensions[4], ==, -1);
  g_assert_cmpint (row->dimensions[5], ==, 556);
  g_assert_cmpstr (row->entered, ==, "2026-11-20");
  g_assert_cmpuint (exchange_portal_n_problems (portal), ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      const ExchangePortalProblem *problem = exchange_portal_problem (portal, i);

      g_assert_cmpuint (problem->line, ==, wanted[i].line);
      g_assert_cmpstr (problem->column, ==, wanted[i].column);
      g_assert_cmpstr (problem->found, ==, wanted[i].found);
      g_assert_cmpuint (strlen (problem->expected), >, 5);
    }
}

static void
test_portal_other_table (void)
{
  ExchangeGrid *grid = exchange_grid_parse_csv ("a,b\n1,2\n", 8, "p.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ExchangePortal) portal = exchange_portal_new (grid, "p.csv", &error);

  g_assert_null (portal);
  g_assert_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_KIND);
}

static void
test_portal_apply (void)
{
  char *folder = exchange_help_folder ();
  g_autofree char *path = g_build_filename (folder, "workspace.db", NULL);
  Workspace *workspace = workspace_open (path, NULL);
  static const char *const names[] = { "FIRM a", "Firm B", "Twice", "Twice" };
  g_autoptr (ExchangePortal) portal
      = parse_portal (TITLES "Firm A;17;T0;26,56;;;;;;;Hub;2026-11-20\n"
                             "Renamed;99;T0;40;;;;;;;Hub;\n"
                             "Twice;20;T0;10;;;;;;;Hub;\n"
                             "Nobody;21;T0;10;;;;;;;Hub;\n"
                             "Firm A;17;T1;30;;;;;;;Hub;\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) a = NULL;
  g_autoptr (AssessmentDocument) b = NULL;
  g_autoptr (AssessmentDocument) back = NULL;
  double score;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *json
          = g_strdup_printf ("{\"format\":\"waymark-assessment\",\"version\":1,\"id\":\"a%u\","
                             "\"pack\":{\"id\":\"dma-sme\",\"version\":\"1.0\"},\"stage\":\"T0\","
                             "\"company\":{\"name\":\"%s\"}%s}",
                             i, names[i], i == 1 ? ",\"portal\":{\"id\":\"99\"}" : "");
      g_autoptr (AssessmentDocument) document = exchange_help_parse (json);
      g_autoptr (AssessmentDocument) created
          = workspace_create_assessment (workspace, document, NULL, &error);

      g_assert_no_error (error);
    }
  g_assert_true (exchange_portal_match (portal, workspace, &error));
  g_assert_cmpstr (exchange_portal_row (portal, 0)->assessment_id, ==, "a0");
  g_assert_false (exchange_portal_row (portal, 0)->by_id);
  g_assert_cmpstr (exchange_portal_row (portal, 1)->assessment_id, ==, "a1");
  g_assert_true (exchange_portal_row (portal, 1)->by_id);
  g_assert_true (exchange_portal_row (portal, 2)->ambiguous);
  g_assert_null (exchange_portal_row (portal, 2)->assessment_id);
  g_assert_null (exchange_portal_row (portal, 3)->assessment_id);
  g_assert_null (exchange_portal_row (portal, 4)->assessment_id);
  g_assert_true (exchange_portal_apply (portal, workspace, &error));
  g_assert_no_error (error);
  a = workspace_load (workspace, "a0", NULL);
  b = workspace_load (workspace, "a1", NULL);
  g_assert_cmpstr (assessment_document_get_string (a, "portal.id"), ==, "17");
  g_assert_cmpstr (assessment_document_get_string (a, "portal.entered_on"), ==, "2026-11-20");
  g_assert_true (assessment_document_get_number (b, "portal.official_score", &score));
  g_assert_cmpfloat_with_epsilon (score, 40, 1e-9);
  /* Again: nothing is new. */
  g_assert_true (exchange_portal_match (portal, workspace, &error));
  g_assert_false (exchange_portal_row (portal, 0)->is_new);
  g_assert_false (exchange_portal_row (portal, 1)->is_new);
  g_assert_true (exchange_portal_apply (portal, workspace, &error));
  g_assert_true (exchange_import_undo (workspace, &error));
  g_assert_no_error (error);
  back = workspace_load (workspace, "a0", NULL);
  g_assert_false (assessment_document_has (back, "portal.official_score"));
  g_assert_false (exchange_import_can_undo (workspace));
  g_assert_true (workspace_close (workspace, NULL));
  exchange_help_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/grid/csv", test_csv);
  g_test_add_func ("/exchange/grid/csv-refused", test_csv_refused);
  g_test_add_func ("/exchange/grid/round-trip", test_round_trip);
  g_test_add_func ("/exchange/grid/xlsx", test_xlsx);
  g_test_add_func ("/exchange/grid/xlsx-refused", test_xlsx_refused);
  g_test_add_func ("/exchange/grid/xlsx-of-libreoffice", test_xlsx_of_libreoffice);
  g_test_add_func ("/exchange/portal/read", test_portal);
  g_test_add_func ("/exchange/portal/other-table", test_portal_other_table);
  g_test_add_func ("/exchange/portal/apply", test_portal_apply);
  return g_test_run ();
}
