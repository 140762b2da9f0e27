/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-pages.h"

#include "app/pages/app-actions-page.h"
#include "app/pages/app-application-page.h"
#include "app/pages/app-company-page.h"
#include "app/pages/app-compare-page.h"
#include "app/pages/app-evidence-page.h"
#include "app/pages/app-hubs-page.h"
#include "app/pages/app-people-page.h"
#include "app/pages/app-plan-page.h"
#include "app/pages/app-portal-page.h"
#include "app/pages/app-project-page.h"
#include "app/pages/app-questions-page.h"
#include "app/pages/app-report-page.h"
#include "app/pages/app-results-page.h"
#include "app/pages/app-stages-page.h"
#include "app/pages/app-support-page.h"

#include <glib/gi18n.h>

/* The table of pages, in the order of the journey. */

static const AppPageInfo pages[] = {
  { "company", "company", N_ ("Company"), "avatar-default-symbolic", app_company_page_get_type },
  { "questions", "questions", N_ ("Questions"), "view-list-bullet-symbolic",
    app_questions_page_get_type },
  { "project", "company", N_ ("Project"), "emblem-system-symbolic", app_project_page_get_type },
  { "evidence", "company", N_ ("Proof"), "mail-attachment-symbolic", app_evidence_page_get_type },
  { "stages", "company", N_ ("Assessments over time"), "view-list-ordered-symbolic",
    app_stages_page_get_type },
  { "portal", "company", N_ ("Entry sheet"), "edit-copy-symbolic", app_portal_page_get_type },
  { "people", "questions", N_ ("People"), "system-users-symbolic", app_people_page_get_type },
  { "results", "results", N_ ("Results"), "starred-symbolic", app_results_page_get_type },
  { "compare", "results", N_ ("Compare"), "view-dual-symbolic", app_compare_page_get_type },
  { "support", "support", N_ ("Support"), "emblem-documents-symbolic", app_support_page_get_type },
  { "hubs", "support", N_ ("Hubs"), "mark-location-symbolic", app_hubs_page_get_type },
  { "plan", "plan", N_ ("Plan"), "view-list-ordered-symbolic", app_plan_page_get_type },
  { "actions", "plan", N_ ("Edit the plan"), "view-list-ordered-symbolic",
    app_actions_page_get_type },
  { "application", "report", N_ ("Ready to submit?"), "emblem-ok-symbolic",
    app_application_page_get_type },
  { "report", "report", N_ ("Report"), "x-office-document-symbolic", app_report_page_get_type },
  { NULL },
};

guint
app_pages_count (void)
{
  return G_N_ELEMENTS (pages) - 1;
}

const AppPageInfo *
app_pages_get (guint index)
{
  g_return_val_if_fail (index < app_pages_count (), NULL);
  return &pages[index];
}

const AppPageInfo *
app_pages_find (const char *id)
{
  for (guint i = 0; i < app_pages_count (); i++)
    if (g_str_equal (pages[i].id, id))
      return &pages[i];
  return NULL;
}

char *
app_pages_target_of_path (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  if (g_str_has_prefix (path, "answers."))
    return g_strconcat ("questions:", path + strlen ("answers."), NULL);
  if (g_str_has_prefix (path, "respondents") || g_str_has_prefix (path, "agreed"))
    return g_strdup ("people");
  if (g_str_has_prefix (path, "plan") || g_str_has_prefix (path, "target"))
    return g_strdup ("actions");
  if (g_str_has_prefix (path, "evidence"))
    return g_strconcat ("evidence:", path, NULL);
  if (g_str_equal (path, "previous"))
    return g_strdup ("stages");
  if (g_str_equal (path, "date") || g_str_equal (path, "stage")
      || g_str_has_prefix (path, "declarations"))
    return g_strconcat ("application:", path, NULL);
  if (g_str_has_prefix (path, "delivered"))
    return g_strconcat ("stages:", path, NULL);
  if (g_str_has_prefix (path, "portal"))
    return g_strconcat ("portal:", path, NULL);
  if (g_str_has_prefix (path, "company"))
    return g_strconcat ("company:", path, NULL);
  if (g_str_has_prefix (path, "project"))
    return g_strconcat ("project:", path, NULL);
  return NULL;
}
