/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feel/feel-value.h"

G_BEGIN_DECLS

/* Dates, times and durations of FEEL: own calendar arithmetic, because years run to ±999 999 999
 * and GDateTime stops at 9999. Proleptic Gregorian; zones are offsets. Texts are ISO 8601 as XML
 * Schema writes it. */

typedef struct
{
  gint64 year;
  int month; /* 1 to 12 */
  int day;   /* 1 to 31 */
} FeelDay;

#define FEEL_MOST_YEAR 999999999
#define FEEL_DAY_NANOSECONDS (G_GINT64_CONSTANT (86400) * 1000000000)

gint64 feel_day_to_days (FeelDay day);
FeelDay feel_day_from_days (gint64 days);
gboolean feel_day_is_valid (FeelDay day);
int feel_month_length (gint64 year, int month);
/* A month without such a day gives its last. FALSE outside the years there are. */
gboolean feel_day_add_months (FeelDay day, gint64 months, FeelDay *result);

/* Why a text with a zone's name (2026-11-20T10:00:00@Europe/Lisbon) is null: which hour that is
 * changes with the tables of zones, and a decision must not. */
#define FEEL_NO_ZONES "named time zones are not supported, only offsets from UTC"
gboolean feel_calendar_names_zone (const char *text);

/* The whole text must be of the form; FALSE otherwise. */
gboolean feel_calendar_parse_date (const char *text, gsize length, FeelValue *date);
gboolean feel_calendar_parse_time (const char *text, gsize length, FeelValue *time);
gboolean feel_calendar_parse_date_time (const char *text, gsize length, FeelValue *moment);
gboolean feel_calendar_parse_duration (const char *text, gsize length, FeelValue *duration);
/* Date, time, date and time, or duration; g_free(). */
char *feel_calendar_format (FeelValue value) G_GNUC_WARN_UNUSED_RESULT;

/* Nanoseconds on one line for comparing: a moment with an offset is moved to UTC. Days and the rest
 * of the day. */
void feel_moment_line (FeelValue moment, gint64 *days, gint64 *nanoseconds);

G_END_DECLS
