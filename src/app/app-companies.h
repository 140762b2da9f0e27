/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"
#include "workspace/workspace-query.h"

G_BEGIN_DECLS

/* The companies of the workspace as a list model of AppCompany: what is asked for, in the order
 * asked for. The first page is there; the rest is asked for when somebody scrolls that far, and an
 * item is made when a row shows it.
 *
 * The list is read anew, in an idle, after the question changed, after the workspace changed, and
 * when somebody chose to show one company only (AppAdviser's "focus"). Signal "listed": it was.
 * While the companies of a large workspace are still being read, it is the first page of them all
 * (their number is known), and what else is asked for waits. */
#define APP_TYPE_COMPANIES (app_companies_get_type ())
G_DECLARE_FINAL_TYPE (AppCompanies, app_companies, APP, COMPANIES, GObject)

typedef enum
{
  APP_COMPANIES_STAGE,
  APP_COMPANIES_SECTOR,
  APP_COMPANIES_REGION,
  APP_COMPANIES_BAND,
  APP_COMPANIES_TAG,
  APP_COMPANIES_DUE, /* a stage that is due today or before */
  APP_COMPANIES_N_FILTERS
} AppCompaniesFilter;

/* @session must have a store. */
AppCompanies *app_companies_new (AppSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Words as typed: names, sectors, regions, tags, contacts, notes. */
void app_companies_set_text (AppCompanies *self, const char *text);
/* An id of the filter's kind; NULL lets all pass. */
void app_companies_set_filter (AppCompanies *self, AppCompaniesFilter filter, const char *id);
const char *app_companies_get_filter (AppCompanies *self, AppCompaniesFilter filter);
void app_companies_set_archived (AppCompanies *self, WorkspaceArchived archived);
WorkspaceArchived app_companies_get_archived (AppCompanies *self);
void app_companies_set_open_step (AppCompanies *self, gboolean open_step);
gboolean app_companies_get_open_step (AppCompanies *self);
/* Nothing typed and nothing filtered. */
gboolean app_companies_is_all (AppCompanies *self);
void app_companies_clear (AppCompanies *self);

void app_companies_set_sort (AppCompanies *self, WorkspaceSort sort, gboolean descending);
WorkspaceSort app_companies_get_sort (AppCompanies *self);
gboolean app_companies_get_descending (AppCompanies *self);

/* How many there are that are not archived, whatever is filtered. */
guint app_companies_get_total (AppCompanies *self);
/* The one that was changed last; NULL while nobody knows. Borrowed until the next "listed". */
const WorkspaceCompany *app_companies_get_latest (AppCompanies *self);
/* Reads now instead of in an idle, and shows every row anew: words of the catalogue came. */
void app_companies_list_now (AppCompanies *self);

G_END_DECLS
