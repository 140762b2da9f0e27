/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* Everything that GTK 4.10 and libadwaita 1.5 do differently from our floor, in one place: file
 * choosers, questions, the about window, colours of the theme, opening a link; and where the two do
 * not agree. */

/* For the dispose of a bin of the class @type with a template: the child goes first. A child with a
 * name in the template would be let go by the template and again by the bin. */
void app_compat_dispose_bin (AdwBin *bin, GType type);

/* Headings of groups in @root wrap where libadwaita 1.2 would cut them: other languages are longer.
 */
void app_compat_wrap_headings (GtkWidget *root);

/* The text colour of a widget. */
void app_compat_get_color (GtkWidget *widget, GdkRGBA *color);
/* A named colour of the theme ("accent_bg_color"); the text colour when there is none. */
void app_compat_lookup_color (GtkWidget *widget, const char *name, GdkRGBA *color);

typedef struct
{
  const char *title;
  const char *accept;      /* label of the button */
  const char *filter_name; /* "Assessments" */
  const char *pattern;     /* "*.json", "*.png;*.jpg" */
  const char *name;        /* suggested file name when saving; NULL to open */
} AppFileRequest;

/* @file is NULL when the user thought better of it. */
typedef void (*AppFileCallback) (GFile *file, gpointer user_data);
/* @owner: freed windows get no answer; @user_data must live as long as @owner. */
void app_compat_choose_file (GtkWindow *owner,
                             const AppFileRequest *request,
                             AppFileCallback callback,
                             gpointer user_data);

/* One question with two answers; @accept is marked as destructive. Escape is "no". */
typedef void (*AppAnswerCallback) (gboolean accepted, gpointer user_data);
void app_compat_ask (GtkWindow *owner,
                     const char *heading,
                     const char *body,
                     const char *accept,
                     AppAnswerCallback callback,
                     gpointer user_data);
typedef struct
{
  const char *id, *label;
} AppChoiceOfAnswer;
/* @answer: the id; NULL when the user thought better of it. */
typedef void (*AppChosenCallback) (const char *answer, gpointer user_data);
/* One question with at most two answers, and "Cancel". */
void app_compat_choose (GtkWindow *owner,
                        const char *heading,
                        const char *body,
                        const AppChoiceOfAnswer *answers,
                        guint n_answers,
                        AppChosenCallback callback,
                        gpointer user_data);
/* A folder instead of a file. */
void app_compat_choose_folder (GtkWindow *owner,
                               const char *title,
                               const char *accept,
                               AppFileCallback callback,
                               gpointer user_data);
/* Something went wrong: a heading, the whole message, one button. */
void app_compat_tell (GtkWindow *owner, const char *heading, const char *body);

/* Opens an address or a file with the user's own program. */
void app_compat_open_uri (GtkWindow *owner, const char *uri);

typedef struct
{
  const char *comments;
  const char *debug_info;
  /* Name and text of each legal section, ended by NULL. */
  const char *const *legal;
} AppAbout;
void app_compat_show_about (GtkWindow *owner, const AppAbout *about);

G_END_DECLS
