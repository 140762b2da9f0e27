/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-calendar.h"

#include "base/base-data.h"
#include "base/base-date.h"

#include <stdlib.h>
#include <string.h>

/* Dates as iCalendar. */

/* RFC 5545, 3.1: no line longer than 75 bytes. */
#define MAX_LINE 75

struct _ExchangeCalendar
{
  char *name;
  char *stamp;
  GString *events;
  guint n;
};

ExchangeCalendar *
exchange_calendar_new (const char *name, const char *stamp)
{
  ExchangeCalendar *calendar = g_new0 (ExchangeCalendar, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  calendar->name = g_strdup (name);
  calendar->stamp = stamp != NULL ? g_strdup (stamp) : g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  calendar->events = g_string_new (NULL);
  return calendar;
}

void
exchange_calendar_free (ExchangeCalendar *calendar)
{
  if (calendar == NULL)
    return;
  g_free (calendar->name);
  g_free (calendar->stamp);
  g_string_free (calendar->events, TRUE);
  g_free (calendar);
}

/* Long lines go on after a line break and a blank, never within a character. */
static void
append_line (GString *text, const char *line)
{
  gsize left = MAX_LINE;

  while (*line != '\0')
    {
      gsize n = (gsize)(g_utf8_next_char (line) - line);

      if (n > left)
        {
          g_string_append (text, "\r\n ");
          left = MAX_LINE - 1;
        }
      g_string_append_len (text, line, (gssize)n);
      line += n;
      left -= n;
    }
  g_string_append (text, "\r\n");
}

/* 3.3.11: backslash, semicolon, comma and line break are escaped; other control characters may not
 * stand there. */
static void
append_text (GString *text, const char *name, const char *value)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) line = g_string_new (name);

  if (value == NULL || *value == '\0')
    return;
  valid = g_utf8_make_valid (value, -1);
  g_string_append_c (line, ':');
  for (const char *at = valid; *at != '\0'; at++)
    if (*at == '\n')
      g_string_append (line, "\\n");
    else if (strchr ("\\;,", *at) != NULL)
      g_string_append_printf (line, "\\%c", *at);
    else if ((guchar)*at >= 0x20 && *at != 0x7f)
      g_string_append_c (line, *at);
  append_line (text, line->str);
}

/* The same for the same thing, whoever writes the file; says nothing of the company. */
static void
append_id (GString *text, const ExchangeEvent *event)
{
  g_autofree char *all = g_strdup_printf ("%s\n%s\n%s", event->kind, event->owner_id, event->id);
  g_autofree char *sha256 = base_data_sha256 (all, strlen (all));

  g_string_append_printf (text, "UID:%.32s@waymark\r\n", sha256);
}

static char *
compact (const char *iso_date)
{
  return g_strdup_printf ("%.4s%.2s%.2s", iso_date, iso_date + 5, iso_date + 8);
}

static gboolean
is_time (const char *time)
{
  return time != NULL && strlen (time) == 5 && g_ascii_isdigit (time[0])
         && g_ascii_isdigit (time[1]) && time[2] == ':' && g_ascii_isdigit (time[3])
         && g_ascii_isdigit (time[4]) && atoi (time) < 24 && atoi (time + 3) < 60;
}

/* A whole day ends where the next one begins; a meeting is taken to last an hour. */
static void
append_when (GString *text, const ExchangeEvent *event)
{
  g_autofree char *next = base_date_from_days (base_date_to_days (event->date) + 1);
  g_autofree char *day = compact (event->date);
  g_autofree char *end = compact (next);

  if (is_time (event->time))
    g_string_append_printf (text, "DTSTART:%sT%.2s%.2s00\r\nDURATION:PT1H\r\n", day, event->time,
                            event->time + 3);
  else
    g_string_append_printf (text,
                            "DTSTART;VALUE=DATE:%s\r\nDTEND;VALUE=DATE:%s\r\n"
                            "TRANSP:TRANSPARENT\r\n",
                            day, end);
}

static void
append_alarm (GString *text, const ExchangeEvent *event)
{
  if (event->remind_days < 0 || event->cancelled)
    return;
  g_string_append (text, "BEGIN:VALARM\r\nACTION:DISPLAY\r\n");
  append_text (text, "DESCRIPTION", event->summary);
  g_string_append_printf (text, "TRIGGER:%sP%dD\r\nEND:VALARM\r\n",
                          event->remind_days > 0 ? "-" : "", event->remind_days);
}

void
exchange_calendar_add (ExchangeCalendar *calendar, const ExchangeEvent *event)
{
  GString *text = calendar->events;

  g_return_if_fail (event->kind != NULL && event->owner_id != NULL && event->id != NULL);
  g_return_if_fail (event->date != NULL && base_date_is_valid (event->date));
  g_return_if_fail (event->summary != NULL && *event->summary != '\0');

  g_string_append (text, "BEGIN:VEVENT\r\n");
  append_id (text, event);
  g_string_append_printf (text, "DTSTAMP:%s\r\n", calendar->stamp);
  append_when (text, event);
  append_text (text, "SUMMARY", event->summary);
  append_text (text, "DESCRIPTION", event->description);
  append_text (text, "LOCATION", event->location);
  if (event->cancelled)
    g_string_append (text, "STATUS:CANCELLED\r\n");
  append_alarm (text, event);
  g_string_append (text, "END:VEVENT\r\n");
  calendar->n++;
}

guint
exchange_calendar_n_events (const ExchangeCalendar *calendar)
{
  return calendar->n;
}

char *
exchange_calendar_to_text (const ExchangeCalendar *calendar)
{
  GString *text = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");

  append_line (text, "PRODID:-//Waymark//Waymark " PACKAGE_VERSION "//EN");
  g_string_append (text, "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n");
  append_text (text, "X-WR-CALNAME", calendar->name);
  g_string_append_len (text, calendar->events->str, (gssize)calendar->events->len);
  g_string_append (text, "END:VCALENDAR\r\n");
  return g_string_free (text, FALSE);
}
