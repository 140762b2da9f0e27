/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* Rows that show one field of the document, and what pages of such rows share. A row knows its
 * path; it reads the document in show() and writes it by app_form_set_…(). Nothing typed is ever
 * lost: what the document refuses stays in the row, with the reason beside it. */
#define APP_TYPE_FIELD (app_field_get_type ())
G_DECLARE_INTERFACE (AppField, app_field, APP, FIELD, GtkWidget)

struct _AppFieldInterface
{
  GTypeInterface parent_iface;

  const char *(*get_path) (AppField *self);
  /* The document changed. @page is where the row stands. */
  void (*show) (AppField *self, AppPage *page);
};

const char *app_field_get_path (AppField *self);

/* All fields below @root show the page's document. */
void app_form_show (GtkWidget *root, AppPage *page);
/* Another document was opened: what was refused goes with the old one. */
void app_form_forget (GtkWidget *root);
/* Opens what hides the field of @path (or the nearest one), scrolls to it and focuses it. FALSE
 * when there is none. */
gboolean app_form_focus (GtkWidget *root, const char *path);

/* The page a row stands on; NULL outside of one. */
AppPage *app_form_page (GtkWidget *row);
/* Writes one field of the open document, undoable, and makes the items of lists that @path needs
 * ("…accounts[0]…"). FALSE with the reason when the value does not fit. NULL or an empty string
 * removes the field. */
gboolean app_form_set_string (GtkWidget *row, const char *path, const char *value, GError **error);
gboolean
app_form_set_number (GtkWidget *row, const char *path, const double *value, GError **error);
gboolean app_form_set_boolean (GtkWidget *row, const char *path, gboolean value);
gboolean
app_form_set_strings (GtkWidget *row, const char *path, const char *const *values, GError **error);
void app_form_remove (GtkWidget *row, const char *path);

/* What a person reads of an error: without the path in front of it. */
const char *app_form_reason (const GError *error);

/* A figure as people type it: "2 100 000", "2.100.000", "1,5". @whole: no decimals expected, so one
 * separator before three digits parts thousands. FALSE when it is no figure. */
gboolean app_form_parse_number (const char *text, gboolean whole, double *value);

G_END_DECLS
