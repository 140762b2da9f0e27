/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-portfolio-study.h"

#include "app/app-store.h"
#include "base/base-date.h"

/* Figures that change meanwhile end the pass. */

#define STEP_USEC 8000 /* half a frame, so that the window stays smooth */

struct _AppPortfolioStudy
{
  GObject parent_instance;

  AppPortfolio *portfolio;
  GPtrArray *companies; /* WorkspaceCompany: those of the pass */
  GPtrArray *stages;    /* ids of their assessments */
  guint next, n_unread, idle;
  char *today;
  ConsultationDemand *demand;
  GArray *candidates;       /* ConsultationCandidate; their advice is ours */
  GPtrArray *of_candidates; /* WorkspaceCompany, borrowed from companies */
  gboolean left, done;
};

G_DEFINE_FINAL_TYPE (AppPortfolioStudy, app_portfolio_study, G_TYPE_OBJECT)

static guint changed_signal;

static void
clear_candidate (gpointer data)
{
  advice_unref (((ConsultationCandidate *)data)->advice);
}

static void
forget (AppPortfolioStudy *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->demand, consultation_demand_free);
  g_clear_pointer (&self->candidates, g_array_unref);
  g_clear_pointer (&self->of_candidates, g_ptr_array_unref);
  g_clear_pointer (&self->companies, g_ptr_array_unref);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->today, g_free);
  self->next = self->n_unread = 0;
  self->left = self->done = FALSE;
}

static void
app_portfolio_study_dispose (GObject *object)
{
  AppPortfolioStudy *self = APP_PORTFOLIO_STUDY (object);

  forget (self);
  g_clear_object (&self->portfolio);
  G_OBJECT_CLASS (app_portfolio_study_parent_class)->dispose (object);
}

static void
app_portfolio_study_class_init (AppPortfolioStudyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = app_portfolio_study_dispose;

  changed_signal = g_signal_new ("changed", APP_TYPE_PORTFOLIO_STUDY, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
app_portfolio_study_init (AppPortfolioStudy *self)
{
}

static void
tell (AppPortfolioStudy *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* Other companies, or others of their assessments, are counted now. */
static void
counted_cb (AppPortfolioStudy *self)
{
  forget (self);
  tell (self);
}

AppPortfolioStudy *
app_portfolio_study_new (AppPortfolio *portfolio)
{
  AppPortfolioStudy *self = g_object_new (APP_TYPE_PORTFOLIO_STUDY, NULL);

  self->portfolio = g_object_ref (portfolio);
  g_signal_connect_object (portfolio, "counted", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* --- one company ------------------------------------------------------------------------------ */

static AppLibrary *
library_of (AppPortfolioStudy *self)
{
  return app_session_get_library (app_portfolio_get_session (self->portfolio));
}

static void
keep_candidate (AppPortfolioStudy *self, WorkspaceCompany *company, AssessmentDocument *document)
{
  ConsultationCandidate candidate = { company->id, NULL };

  if (!consultation_partners_considers (document))
    return;
  if (self->candidates->len == CONSULTATION_PARTNERS_COMPARED)
    {
      self->left = TRUE;
      return;
    }
  candidate.advice = app_library_advise (library_of (self), document, NULL);
  if (candidate.advice == NULL)
    return;
  g_array_append_val (self->candidates, candidate);
  g_ptr_array_add (self->of_candidates, company);
}

static void
take_next (AppPortfolioStudy *self)
{
  AppLibrary *library = library_of (self);
  AppStore *store = app_session_get_store (app_portfolio_get_session (self->portfolio));
  g_autoptr (AssessmentDocument) document
      = app_store_load (store, self->stages->pdata[self->next], NULL);
  SurveyPack *pack = document != NULL ? app_library_find_pack (library, document, NULL) : NULL;

  if (pack != NULL)
    {
      g_autoptr (AdviceBrief) brief
          = advice_brief_new (document, pack, app_library_get_rules (library),
                              app_library_get_catalogue (library), self->today);

      consultation_demand_add (self->demand, brief);
      keep_candidate (self, self->companies->pdata[self->next], document);
    }
  else
    self->n_unread++;
  self->next++;
}

static gboolean
step_idle (gpointer data)
{
  AppPortfolioStudy *self = data;
  const gint64 until = g_get_monotonic_time () + STEP_USEC;

  if (self->next == self->companies->len)
    {
      self->idle = 0;
      self->done = TRUE;
      tell (self);
      return G_SOURCE_REMOVE;
    }
  while (self->next < self->companies->len && g_get_monotonic_time () < until)
    take_next (self);
  tell (self);
  return G_SOURCE_CONTINUE;
}

/* --- public ----------------------------------------------------------------------------------- */

static void
collect (AppPortfolioStudy *self)
{
  const ConsultationPortfolio *figures = app_portfolio_get_figures (self->portfolio);
  const GPtrArray *all = consultation_portfolio_companies (figures);

  self->companies = g_ptr_array_new_with_free_func ((GDestroyNotify)workspace_company_unref);
  self->stages = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < all->len; i++)
    {
      const WorkspaceStage *stage = consultation_portfolio_stage (figures, all->pdata[i]);

      if (stage == NULL)
        continue;
      g_ptr_array_add (self->companies, workspace_company_ref (all->pdata[i]));
      g_ptr_array_add (self->stages, g_strdup (stage->id));
    }
}

void
app_portfolio_study_start (AppPortfolioStudy *self)
{
  g_return_if_fail (APP_IS_PORTFOLIO_STUDY (self));

  if (self->idle != 0 || self->done || app_portfolio_get_figures (self->portfolio) == NULL)
    return;
  forget (self);
  collect (self);
  self->today = base_date_today ();
  self->demand = consultation_demand_new ();
  self->candidates = g_array_new (FALSE, FALSE, sizeof (ConsultationCandidate));
  g_array_set_clear_func (self->candidates, clear_candidate);
  self->of_candidates = g_ptr_array_new ();
  self->idle = g_idle_add_full (G_PRIORITY_LOW, step_idle, self, NULL);
  tell (self);
}

void
app_portfolio_study_stop (AppPortfolioStudy *self)
{
  g_return_if_fail (APP_IS_PORTFOLIO_STUDY (self));

  if (self->idle == 0)
    return;
  forget (self);
  tell (self);
}

gboolean
app_portfolio_study_is_busy (AppPortfolioStudy *self)
{
  g_return_val_if_fail (APP_IS_PORTFOLIO_STUDY (self), FALSE);
  return self->idle != 0;
}

gboolean
app_portfolio_study_is_done (AppPortfolioStudy *self)
{
  g_return_val_if_fail (APP_IS_PORTFOLIO_STUDY (self), FALSE);
  return self->done;
}

double
app_portfolio_study_progress (AppPortfolioStudy *self)
{
  g_return_val_if_fail (APP_IS_PORTFOLIO_STUDY (self), 0);
  return self->companies == NULL || self->companies->len == 0
             ? 0
             : (double)self->next / self->companies->len;
}

ConsultationDemand *
app_portfolio_study_get_demand (AppPortfolioStudy *self)
{
  g_return_val_if_fail (APP_IS_PORTFOLIO_STUDY (self), NULL);
  return self->done ? self->demand : NULL;
}

guint
app_portfolio_study_n_unread (AppPortfolioStudy *self)
{
  g_return_val_if_fail (APP_IS_PORTFOLIO_STUDY (self), 0);
  return self->n_unread;
}

const ConsultationCandidate *
app_portfolio_study_get_candidates (AppPortfolioStudy *self, guint *n)
{
  g_return_val_if_fail (APP_IS_PORTFOLIO_STUDY (self), NULL);

  *n = self->done ? self->candidates->len : 0;
  return self->done ? (const ConsultationCandidate *)self->candidates->data : NULL;
}

gboolean
app_portfolio_study_left_candidates (AppPortfolioStudy *self)
{
  g_return_val_if_fail (APP_IS_PORTFOLIO_STUDY (self), FALSE);
  return self->left;
}

const WorkspaceCompany *
app_portfolio_study_get_company (AppPortfolioStudy *self, guint candidate)
{
  g_return_val_if_fail (APP_IS_PORTFOLIO_STUDY (self), NULL);
  g_return_val_if_fail (self->done && candidate < self->of_candidates->len, NULL);
  return self->of_candidates->pdata[candidate];
}
