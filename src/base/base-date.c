/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-date.h"

#include <string.h>

/* Calendar days as ISO 8601 text, by GDate (proleptic Gregorian, years 0001 to 9999). */

static gboolean
parse (const char *iso_date, GDate *date)
{
  static const char shape[] = "dddd-dd-dd";
  guint year, month, day;

  if (iso_date == NULL || strlen (iso_date) != strlen (shape))
    return FALSE;
  for (guint i = 0; shape[i] != '\0'; i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit (iso_date[i]) : iso_date[i] != shape[i])
      return FALSE;
  year = (guint)g_ascii_strtoull (iso_date, NULL, 10);
  month = (guint)g_ascii_strtoull (iso_date + 5, NULL, 10);
  day = (guint)g_ascii_strtoull (iso_date + 8, NULL, 10);
  if (month > 12 || !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return TRUE;
}

static char *
format (const GDate *date)
{
  return g_strdup_printf ("%04u-%02u-%02u", (guint)g_date_get_year (date),
                          (guint)g_date_get_month (date), (guint)g_date_get_day (date));
}

gboolean
base_date_is_valid (const char *iso_date)
{
  GDate date;

  return parse (iso_date, &date);
}

char *
base_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

gint64
base_date_to_days (const char *iso_date)
{
  GDate date;

  g_return_val_if_fail (parse (iso_date, &date), 0);

  return (gint64)g_date_get_julian (&date) - 1; /* GDate counts 0001-01-01 as day 1 */
}

char *
base_date_from_days (gint64 days)
{
  static const gint64 last_day = 3652058; /* 9999-12-31 */
  GDate date;

  g_return_val_if_fail (days >= 0 && days <= last_day, NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32)days + 1);
  return format (&date);
}

char *
base_date_add_months (const char *iso_date, int months)
{
  GDate date;
  int month;
  int year;
  guint day;

  g_return_val_if_fail (parse (iso_date, &date), NULL);
  g_return_val_if_fail (months > -120000 && months < 120000, NULL);

  month = (int)g_date_get_year (&date) * 12 + (int)g_date_get_month (&date) - 1 + months;
  year = month / 12;
  g_return_val_if_fail (month >= 12 && year <= 9999, NULL);
  month = month % 12 + 1;
  day = MIN ((guint)g_date_get_day (&date),
             g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year));
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return format (&date);
}
