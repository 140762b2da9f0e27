/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"

G_BEGIN_DECLS

/* One page of the journey: the base of everything under pages/. A page reads the session's Advice
 * and edits its document; it computes nothing and knows no other page. The window sets the session
 * and "narrow".
 *
 * Properties a template may set: "title" (shown in the header bar), "header-end" (a widget for the
 * header bar's end, such as the suggested button), "pane" (a widget beside the page, shown and
 * hidden by F9 where there is room). */
#define APP_TYPE_PAGE (app_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (AppPage, app_page, APP, PAGE, AdwBin)

struct _AppPageClass
{
  AdwBinClass parent_class;

  /* There is a new Advice and the page is on the screen (or about to be): show it.
   * app_page_get_advice() is not NULL. While it runs app_page_is_updating() is TRUE, so that
   * handlers of "changed" know that no person did it. */
  void (*update) (AppPage *self);
  /* Another document was opened: forget what was selected. */
  void (*reset) (AppPage *self);
  /* Shows one place of the page: a question's id, a document path, an instrument's id. Runs after
   * update(). */
  void (*show_place) (AppPage *self, const char *place);
};

AppSession *app_page_get_session (AppPage *self);
void app_page_set_session (AppPage *self, AppSession *session);
/* Borrowed; NULL while nothing is open. */
Advice *app_page_get_advice (AppPage *self);
AssessmentDocument *app_page_get_document (AppPage *self);
gboolean app_page_is_updating (AppPage *self);

/* Takes @document as the new one (undoable). @step: see app_session_edit(). */
void app_page_edit (AppPage *self, AssessmentDocument *document, const char *step);
/* Words in the window's language. */
char *app_page_say (AppPage *self, const BaseText *text) G_GNUC_WARN_UNUSED_RESULT;
const char *app_page_tell (AppPage *self, const char *msgid);

/* Goes to "results", "questions:q8", "company:company.accounts" …: the page's id, a place in it. */
void app_page_go (AppPage *self, const char *target);
void app_page_show_place (AppPage *self, const char *place);

/* The place of the page that is seen ("q8"), for the way; NULL when it has none. Set by the page.
 */
const char *app_page_get_place (AppPage *self);
void app_page_set_place (AppPage *self, const char *place);

const char *app_page_get_title (AppPage *self);
gboolean app_page_get_narrow (AppPage *self);
GtkWidget *app_page_get_header_end (AppPage *self);
GtkWidget *app_page_get_pane (AppPage *self);

G_END_DECLS
