/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-portfolio.h"

#include "consultation/consultation-stage.h"

#include <string.h>

/* One pass over the companies fills every distribution. */

static const char *const group_words[CONSULTATION_N_GROUPS] = {
  [CONSULTATION_GROUP_SECTOR] = "sector",   [CONSULTATION_GROUP_SIZE] = "size",
  [CONSULTATION_GROUP_COUNTRY] = "country", [CONSULTATION_GROUP_REGION] = "region",
  [CONSULTATION_GROUP_STAGE] = "stage",     [CONSULTATION_GROUP_BAND] = "band",
};

struct _ConsultationPortfolio
{
  SurveyPack *pack;
  GPtrArray *companies;
  char *wanted; /* stage, or NULL for the newest */
  guint n_dimensions, n_scored, n_left_out;
  guint n_done[CONSULTATION_N_STAGES];
  ConsultationDistribution *overall;
  ConsultationDistribution **dimensions;
  ConsultationDistribution **changes; /* (CONSULTATION_N_STAGES - 1) × (overall, then dimensions) */
  GPtrArray *groups[CONSULTATION_N_GROUPS]; /* ConsultationGroup */
  GHashTable *keys[CONSULTATION_N_GROUPS];  /* id → ConsultationGroup */
};

const char *
consultation_group_word (ConsultationGroupKind kind)
{
  g_return_val_if_fail (kind < CONSULTATION_N_GROUPS, NULL);
  return group_words[kind];
}

ConsultationGroupKind
consultation_group_of_word (const char *word)
{
  guint kind = 0;

  g_return_val_if_fail (word != NULL, CONSULTATION_N_GROUPS);

  while (kind < CONSULTATION_N_GROUPS && !g_str_equal (group_words[kind], word))
    kind++;
  return kind;
}

static void
free_group (gpointer data)
{
  ConsultationGroup *group = data;

  consultation_distribution_free (group->overall);
  g_free (group);
}

static ConsultationDistribution **
new_distributions (guint n)
{
  ConsultationDistribution **all = g_new0 (ConsultationDistribution *, n);

  for (guint i = 0; i < n; i++)
    all[i] = consultation_distribution_new ();
  return all;
}

static void
free_distributions (ConsultationDistribution **all, guint n)
{
  for (guint i = 0; i < n; i++)
    consultation_distribution_free (all[i]);
  g_free (all);
}

static guint
n_changes (const ConsultationPortfolio *portfolio)
{
  return (CONSULTATION_N_STAGES - 1) * (portfolio->n_dimensions + 1);
}

static ConsultationDistribution *
change_at (const ConsultationPortfolio *portfolio, guint from, int dimension)
{
  return portfolio->changes[from * (portfolio->n_dimensions + 1) + (guint)(dimension + 1)];
}

/* --- rows ------------------------------------------------------------------------------------- */

const char *
consultation_portfolio_key (const WorkspaceCompany *company,
                            const WorkspaceStage *stage,
                            ConsultationGroupKind kind)
{
  const char *key = NULL;

  switch (kind)
    {
    case CONSULTATION_GROUP_SECTOR:
      key = company->sectors[0];
      break;
    case CONSULTATION_GROUP_SIZE:
      key = stage->size;
      break;
    case CONSULTATION_GROUP_COUNTRY:
      key = company->country;
      break;
    case CONSULTATION_GROUP_REGION:
      key = company->region;
      break;
    case CONSULTATION_GROUP_STAGE:
      key = stage->stage;
      break;
    case CONSULTATION_GROUP_BAND:
      key = stage->band;
      break;
    case CONSULTATION_N_GROUPS:
    default:
      g_return_val_if_reached ("");
    }
  return key != NULL ? key : "";
}

static gboolean
is_countable (const ConsultationPortfolio *portfolio, const WorkspaceStage *stage)
{
  return stage->summary_is_current
         && g_strcmp0 (stage->pack_id, survey_pack_id (portfolio->pack)) == 0;
}

static gboolean
is_scored (const ConsultationPortfolio *portfolio, const WorkspaceStage *stage)
{
  return stage != NULL && is_countable (portfolio, stage) && stage->overall >= 0;
}

/* What stands for each stage, where it has a score: one look at each assessment. */
static void
find_scored (const ConsultationPortfolio *portfolio,
             const WorkspaceCompany *company,
             const WorkspaceStage **scored)
{
  gboolean found[CONSULTATION_N_STAGES] = { FALSE };

  memset (scored, 0, CONSULTATION_N_STAGES * sizeof *scored);
  for (guint i = company->n_stages; i > 0; i--)
    {
      const WorkspaceStage *stage = &company->stages[i - 1];
      const int number = workspace_stage_number (stage->stage);

      if (number < 0 || stage->superseded || found[number])
        continue;
      found[number] = TRUE;
      scored[number] = is_scored (portfolio, stage) ? stage : NULL;
    }
}

/* That of the wanted stage; else the newest one with a score, else the newest of all. */
static const WorkspaceStage *
pick (const ConsultationPortfolio *portfolio,
      const WorkspaceCompany *company,
      const WorkspaceStage *const *scored)
{
  if (portfolio->wanted != NULL)
    return workspace_company_stage (company, portfolio->wanted);
  for (guint i = CONSULTATION_N_STAGES; i > 0; i--)
    if (scored[i - 1] != NULL)
      return scored[i - 1];
  return workspace_company_latest (company);
}

/* --- counting --------------------------------------------------------------------------------- */

static ConsultationGroup *
group_of (ConsultationPortfolio *portfolio, ConsultationGroupKind kind, const char *key)
{
  ConsultationGroup *group = g_hash_table_lookup (portfolio->keys[kind], key);
  char *kept;

  if (group != NULL)
    return group;
  group = g_new0 (ConsultationGroup, 1);
  group->id = kept = g_strdup (key);
  group->overall = consultation_distribution_new ();
  g_hash_table_insert (portfolio->keys[kind], kept, group);
  g_ptr_array_add (portfolio->groups[kind], group);
  return group;
}

/* NUTS 2 codes are four letters; deeper ones begin with theirs. */
#define NUTS_2_LETTERS 4

static void
count_groups (ConsultationPortfolio *portfolio,
              const WorkspaceCompany *company,
              const WorkspaceStage *stage,
              gboolean has_score)
{
  for (guint kind = 0; kind < CONSULTATION_N_GROUPS; kind++)
    {
      const char *key = consultation_portfolio_key (company, stage, kind);
      char region[NUTS_2_LETTERS + 1];
      ConsultationGroup *group;

      if (kind == CONSULTATION_GROUP_REGION)
        {
          g_strlcpy (region, key, sizeof region);
          key = region;
        }
      group = group_of (portfolio, kind, key);
      group->n++;
      if (has_score)
        consultation_distribution_add (group->overall, stage->overall);
    }
}

static void
count_scores (ConsultationPortfolio *portfolio, const WorkspaceStage *stage)
{
  portfolio->n_scored++;
  consultation_distribution_add (portfolio->overall, stage->overall);
  for (guint i = 0; i < portfolio->n_dimensions; i++)
    if (stage->dimensions[i] >= 0)
      consultation_distribution_add (portfolio->dimensions[i], stage->dimensions[i]);
}

static void
count_change (ConsultationPortfolio *portfolio,
              guint from,
              const WorkspaceStage *before,
              const WorkspaceStage *now)
{
  consultation_distribution_add (change_at (portfolio, from, -1), now->overall - before->overall);
  for (guint i = 0; i < portfolio->n_dimensions; i++)
    if (before->dimensions[i] >= 0 && now->dimensions[i] >= 0)
      consultation_distribution_add (change_at (portfolio, from, (int)i),
                                     now->dimensions[i] - before->dimensions[i]);
}

static void
count_stages (ConsultationPortfolio *portfolio, const WorkspaceStage *const *scored)
{
  for (guint i = 0; i < CONSULTATION_N_STAGES; i++)
    {
      portfolio->n_done[i] += scored[i] != NULL;
      if (i > 0 && scored[i] != NULL && scored[i - 1] != NULL)
        count_change (portfolio, i - 1, scored[i - 1], scored[i]);
    }
}

static void
count_company (ConsultationPortfolio *portfolio, const WorkspaceCompany *company)
{
  const WorkspaceStage *scored[CONSULTATION_N_STAGES];
  const WorkspaceStage *stage;

  find_scored (portfolio, company, scored);
  stage = pick (portfolio, company, scored);
  count_stages (portfolio, scored);
  if (stage == NULL)
    return;
  if (!is_countable (portfolio, stage))
    {
      portfolio->n_left_out++;
      return;
    }
  if (stage->overall >= 0)
    count_scores (portfolio, stage);
  count_groups (portfolio, company, stage, stage->overall >= 0);
}

/* A company is a block of memory, and tens of thousands lie anywhere: more than half of the time
 * would go into waiting for them, if those that come next were not asked for ahead. */
#define AHEAD 4
#define LINE 64
#define LINES 12 /* company, stages and their short words */

static void
count_all (ConsultationPortfolio *portfolio)
{
  const GPtrArray *companies = portfolio->companies;

  for (guint i = 0; i < companies->len; i++)
    {
      const char *ahead = companies->pdata[MIN (i + AHEAD, companies->len - 1)];

      for (guint line = 0; line < LINES; line++)
        __builtin_prefetch (ahead + line * LINE);
      count_company (portfolio, companies->pdata[i]);
    }
}

/* --- closing ---------------------------------------------------------------------------------- */

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const ConsultationGroup *first = *(const ConsultationGroup *const *)a;
  const ConsultationGroup *second = *(const ConsultationGroup *const *)b;
  gboolean first_unknown = *first->id == '\0';
  gboolean second_unknown = *second->id == '\0';

  if (first_unknown != second_unknown)
    return first_unknown ? 1 : -1;
  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return strcmp (first->id, second->id);
}

static void
close_all (ConsultationPortfolio *portfolio)
{
  consultation_distribution_close (portfolio->overall);
  for (guint i = 0; i < portfolio->n_dimensions; i++)
    consultation_distribution_close (portfolio->dimensions[i]);
  for (guint i = 0; i < n_changes (portfolio); i++)
    consultation_distribution_close (portfolio->changes[i]);
  for (guint kind = 0; kind < CONSULTATION_N_GROUPS; kind++)
    {
      g_ptr_array_sort (portfolio->groups[kind], compare_groups);
      for (guint i = 0; i < portfolio->groups[kind]->len; i++)
        consultation_distribution_close (
            ((ConsultationGroup *)portfolio->groups[kind]->pdata[i])->overall);
    }
}

ConsultationPortfolio *
consultation_portfolio_new (GPtrArray *companies, SurveyPack *pack, const char *stage)
{
  ConsultationPortfolio *portfolio;

  g_return_val_if_fail (companies != NULL && pack != NULL, NULL);

  portfolio = g_new0 (ConsultationPortfolio, 1);
  portfolio->pack = survey_pack_ref (pack);
  portfolio->companies = g_ptr_array_ref (companies);
  portfolio->wanted = g_strdup (stage);
  portfolio->n_dimensions = MIN (survey_pack_n_dimensions (pack), WORKSPACE_MAX_DIMENSIONS);
  portfolio->overall = consultation_distribution_new ();
  portfolio->dimensions = new_distributions (portfolio->n_dimensions);
  portfolio->changes = new_distributions (n_changes (portfolio));
  for (guint kind = 0; kind < CONSULTATION_N_GROUPS; kind++)
    {
      portfolio->groups[kind] = g_ptr_array_new_with_free_func (free_group);
      portfolio->keys[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  count_all (portfolio);
  close_all (portfolio);
  return portfolio;
}

void
consultation_portfolio_free (ConsultationPortfolio *portfolio)
{
  if (portfolio == NULL)
    return;
  for (guint kind = 0; kind < CONSULTATION_N_GROUPS; kind++)
    {
      g_ptr_array_unref (portfolio->groups[kind]);
      g_hash_table_unref (portfolio->keys[kind]);
    }
  free_distributions (portfolio->changes, n_changes (portfolio));
  free_distributions (portfolio->dimensions, portfolio->n_dimensions);
  consultation_distribution_free (portfolio->overall);
  g_ptr_array_unref (portfolio->companies);
  g_free (portfolio->wanted);
  survey_pack_unref (portfolio->pack);
  g_free (portfolio);
}

/* --- reading ---------------------------------------------------------------------------------- */

guint
consultation_portfolio_n_companies (const ConsultationPortfolio *portfolio)
{
  g_return_val_if_fail (portfolio != NULL, 0);
  return portfolio->companies->len;
}

guint
consultation_portfolio_n_scored (const ConsultationPortfolio *portfolio)
{
  g_return_val_if_fail (portfolio != NULL, 0);
  return portfolio->n_scored;
}

guint
consultation_portfolio_n_left_out (const ConsultationPortfolio *portfolio)
{
  g_return_val_if_fail (portfolio != NULL, 0);
  return portfolio->n_left_out;
}

const ConsultationDistribution *
consultation_portfolio_overall (const ConsultationPortfolio *portfolio)
{
  g_return_val_if_fail (portfolio != NULL, NULL);
  return portfolio->overall;
}

const ConsultationDistribution *
consultation_portfolio_dimension (const ConsultationPortfolio *portfolio, guint dimension)
{
  g_return_val_if_fail (portfolio != NULL && dimension < portfolio->n_dimensions, NULL);
  return portfolio->dimensions[dimension];
}

guint
consultation_portfolio_n_groups (const ConsultationPortfolio *portfolio, ConsultationGroupKind kind)
{
  g_return_val_if_fail (portfolio != NULL && kind < CONSULTATION_N_GROUPS, 0);
  return portfolio->groups[kind]->len;
}

const ConsultationGroup *
consultation_portfolio_group (const ConsultationPortfolio *portfolio,
                              ConsultationGroupKind kind,
                              guint index)
{
  g_return_val_if_fail (portfolio != NULL && kind < CONSULTATION_N_GROUPS, NULL);
  g_return_val_if_fail (index < portfolio->groups[kind]->len, NULL);
  return portfolio->groups[kind]->pdata[index];
}

const ConsultationDistribution *
consultation_portfolio_change (const ConsultationPortfolio *portfolio, guint from, int dimension)
{
  g_return_val_if_fail (portfolio != NULL && from < CONSULTATION_N_STAGES - 1, NULL);
  g_return_val_if_fail (dimension >= -1 && dimension < (int)portfolio->n_dimensions, NULL);
  return change_at (portfolio, from, dimension);
}

guint
consultation_portfolio_n_done (const ConsultationPortfolio *portfolio, guint stage)
{
  g_return_val_if_fail (portfolio != NULL && stage < CONSULTATION_N_STAGES, 0);
  return portfolio->n_done[stage];
}

guint
consultation_portfolio_n_due (const ConsultationPortfolio *portfolio, const char *today)
{
  guint n = 0;

  g_return_val_if_fail (portfolio != NULL && today != NULL, 0);

  for (guint i = 0; i < portfolio->companies->len; i++)
    {
      const WorkspaceCompany *company = portfolio->companies->pdata[i];

      n += company->due_on != NULL && strcmp (company->due_on, today) <= 0;
    }
  return n;
}

const GPtrArray *
consultation_portfolio_companies (const ConsultationPortfolio *portfolio)
{
  g_return_val_if_fail (portfolio != NULL, NULL);
  return portfolio->companies;
}

SurveyPack *
consultation_portfolio_pack (const ConsultationPortfolio *portfolio)
{
  g_return_val_if_fail (portfolio != NULL, NULL);
  return portfolio->pack;
}

const WorkspaceStage *
consultation_portfolio_stage (const ConsultationPortfolio *portfolio,
                              const WorkspaceCompany *company)
{
  const WorkspaceStage *scored[CONSULTATION_N_STAGES];
  const WorkspaceStage *stage;

  g_return_val_if_fail (portfolio != NULL && company != NULL, NULL);

  find_scored (portfolio, company, scored);
  stage = pick (portfolio, company, scored);
  return stage != NULL && is_countable (portfolio, stage) ? stage : NULL;
}
