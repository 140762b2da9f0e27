/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/catalogue.h"
#include "consultation/consultation-distribution.h"
#include "survey/survey-pack.h"
#include "workspace/workspace-company.h"
#include "workspace/workspace-hub.h"

G_BEGIN_DECLS

/* All clients of a hub at once: how their scores are spread, by dimension and by group, how they
 * changed from stage to stage, and how far the hub is with what it planned. Computed from the rows
 * of workspace_list_companies(), whose filter says which companies count; borrows them. */
typedef struct _ConsultationPortfolio ConsultationPortfolio;

typedef enum
{
  CONSULTATION_GROUP_SECTOR,  /* first sector of the company */
  CONSULTATION_GROUP_SIZE,    /* size class as it was computed for the list */
  CONSULTATION_GROUP_COUNTRY, /* ISO code */
  CONSULTATION_GROUP_REGION,  /* NUTS 2 */
  CONSULTATION_GROUP_STAGE,
  CONSULTATION_GROUP_BAND,
  CONSULTATION_N_GROUPS,
} ConsultationGroupKind;

/* "sector", "size" …: the word of commands and files. */
const char *consultation_group_word (ConsultationGroupKind kind);
/* CONSULTATION_N_GROUPS: no such word. */
ConsultationGroupKind consultation_group_of_word (const char *word);

typedef struct
{
  const char *id;                    /* what they share; "" where it is not known */
  guint n;                           /* companies */
  ConsultationDistribution *overall; /* of those whose score is complete */
} ConsultationGroup;

/* @stage: "T0", "T1", "T2", or NULL for each company's newest one with a score. Only assessments of
 * @pack count, and only summaries that are of the document as it is now. */
ConsultationPortfolio *consultation_portfolio_new (GPtrArray *companies,
                                                   SurveyPack *pack,
                                                   const char *stage) G_GNUC_WARN_UNUSED_RESULT;
void consultation_portfolio_free (ConsultationPortfolio *portfolio);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConsultationPortfolio, consultation_portfolio_free)

/* Companies asked for; those with a complete score; assessments left out because their summary was
 * made of an older state of the document or of another questionnaire. */
guint consultation_portfolio_n_companies (const ConsultationPortfolio *portfolio);
guint consultation_portfolio_n_scored (const ConsultationPortfolio *portfolio);
guint consultation_portfolio_n_left_out (const ConsultationPortfolio *portfolio);

const ConsultationDistribution *
consultation_portfolio_overall (const ConsultationPortfolio *portfolio);
/* In the pack's order. */
const ConsultationDistribution *
consultation_portfolio_dimension (const ConsultationPortfolio *portfolio, guint dimension);

/* Groups, largest first, then by id, the unknown one last. */
guint consultation_portfolio_n_groups (const ConsultationPortfolio *portfolio,
                                       ConsultationGroupKind kind);
const ConsultationGroup *consultation_portfolio_group (const ConsultationPortfolio *portfolio,
                                                       ConsultationGroupKind kind,
                                                       guint index);

/* Differences of the companies that have both stages complete: @from 0 is T0 to T1, 1 is T1 to T2.
 * @dimension: of the pack, -1 for the overall score. */
const ConsultationDistribution *
consultation_portfolio_change (const ConsultationPortfolio *portfolio, guint from, int dimension);

/* Companies with a complete T0, T1, T2 (0, 1, 2), whatever stage was asked for. */
guint consultation_portfolio_n_done (const ConsultationPortfolio *portfolio, guint stage);
/* Companies whose next stage is due on @today or before. */
guint consultation_portfolio_n_due (const ConsultationPortfolio *portfolio, const char *today);

/* The companies asked for, and the questionnaire: borrowed. */
const GPtrArray *consultation_portfolio_companies (const ConsultationPortfolio *portfolio);
SurveyPack *consultation_portfolio_pack (const ConsultationPortfolio *portfolio);
/* The assessment that stands for @company: of the stage asked for. NULL: it has none, or it is left
 * out (see above). */
const WorkspaceStage *consultation_portfolio_stage (const ConsultationPortfolio *portfolio,
                                                    const WorkspaceCompany *company);

/* What a row is grouped under: borrowed from @company; "" unknown. */
const char *consultation_portfolio_key (const WorkspaceCompany *company,
                                        const WorkspaceStage *stage,
                                        ConsultationGroupKind kind);

G_END_DECLS
