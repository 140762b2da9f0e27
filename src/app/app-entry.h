/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"
#include "app/app-types.h"

G_BEGIN_DECLS

/* One kept assessment as Home shows it: a summary, never the document itself. */
#define APP_TYPE_ENTRY (app_entry_get_type ())
G_DECLARE_FINAL_TYPE (AppEntry, app_entry, APP, ENTRY, GObject)

typedef struct
{
  const char *id;
  const char *company; /* as typed; may be empty */
  const char *place;   /* region's name and country: "Norte, PT"; or NULL */
  const char *trade;   /* or NULL */
  const char *pack_id;
  const char *stage;    /* "T0" */
  const char *modified; /* ISO day */
  int people;           /* -1 unknown */
  int answered, questions;
  int overall;      /* hundredths; -1 incomplete */
  int full_marks;   /* 100, 12 */
  const char *band; /* msgid of the band's plain name; NULL while incomplete */
} AppEntryFields;

AppEntry *app_entry_new (const AppEntryFields *fields) G_GNUC_WARN_UNUSED_RESULT;
const AppEntryFields *app_entry_get_fields (AppEntry *self);

G_END_DECLS
