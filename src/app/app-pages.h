/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* The pages of the journey. A new page is one line in app-pages.c and a file under pages/. */
typedef struct
{
  const char *id;    /* "company" */
  const char *step;  /* the step of the way it belongs to: its own id, or another's ("hubs" belongs
                        to "support") */
  const char *title; /* msgid */
  const char *icon_name;
  GType (*get_type) (void);
} AppPageInfo;

guint app_pages_count (void);
const AppPageInfo *app_pages_get (guint index);
const AppPageInfo *app_pages_find (const char *id); /* NULL when there is none */
/* Where a document path is answered: "company.accounts[0].staff" →
 * "company:company.accounts[0].staff", "project.partners" → "project:project.partners",
 * "answers.q4" → "questions:q4"; NULL for a path of no page. */
char *app_pages_target_of_path (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
