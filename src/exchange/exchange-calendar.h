/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/exchange-error.h"

G_BEGIN_DECLS

/* Dates for the user's own calendar program, as iCalendar (RFC 5545): actions of a plan, meetings,
 * stages that are due. Whole days or a time of day; each may remind. Importing the file again
 * changes the entries of the first time, since an entry keeps its id. */
typedef struct _ExchangeCalendar ExchangeCalendar;

typedef struct
{
  const char *kind;     /* "action", "meeting", "stage": part of the entry's id */
  const char *owner_id; /* of the assessment or company it belongs to */
  const char *id;       /* within that */
  const char *date;     /* YYYY-MM-DD */
  const char *time;     /* "14:30", local wherever it is read; NULL: the whole day */
  const char *summary;
  const char *description; /* or NULL */
  const char *location;    /* or NULL */
  int remind_days;         /* days before; -1: no reminder */
  gboolean cancelled;      /* dropped: takes an entry of an earlier file away */
} ExchangeEvent;

/* @name: what the calendar is called. @stamp: when it was made, UTC, "20261127T093000Z"; NULL: now.
 */
ExchangeCalendar *exchange_calendar_new (const char *name,
                                         const char *stamp) G_GNUC_WARN_UNUSED_RESULT;
void exchange_calendar_free (ExchangeCalendar *calendar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExchangeCalendar, exchange_calendar_free)

void exchange_calendar_add (ExchangeCalendar *calendar, const ExchangeEvent *event);
guint exchange_calendar_n_events (const ExchangeCalendar *calendar);
/* The file's text. */
char *exchange_calendar_to_text (const ExchangeCalendar *calendar) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
