/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assessment/assessment-path.h"
#include "assessment/assessment-schema.h"

/* The table of all members. Reader, writer and edits know no member by name; a new one is a new row
 * here. */

#define MAX_MONEY 1e13 /* euros; more than any state spends in a year */
#define MAX_STAFF 1e7

#define TEXT(name)                                                                                 \
  {                                                                                                \
    name, ASSESSMENT_TEXT, .max = ASSESSMENT_MAX_TEXT                                              \
  }
#define WORD(name)                                                                                 \
  {                                                                                                \
    name, ASSESSMENT_WORD, .max = 128                                                              \
  }
#define NAME(name, list)                                                                           \
  {                                                                                                \
    name, ASSESSMENT_NAME, .names = list                                                           \
  }
#define DATE(name)                                                                                 \
  {                                                                                                \
    name, ASSESSMENT_DATE, .low = 1800, .high = 2200                                               \
  }
#define YEAR(name)                                                                                 \
  {                                                                                                \
    name, ASSESSMENT_INTEGER, .low = 1800, .high = 2200                                            \
  }
#define MONEY(name)                                                                                \
  {                                                                                                \
    name, ASSESSMENT_NUMBER, .low = 0, .high = MAX_MONEY                                           \
  }
#define PERCENT(name)                                                                              \
  {                                                                                                \
    name, ASSESSMENT_NUMBER, .low = 0, .high = 100                                                 \
  }
#define BOOLEAN(name)                                                                              \
  {                                                                                                \
    name, ASSESSMENT_BOOLEAN                                                                       \
  }
#define COUNTRY(name)                                                                              \
  {                                                                                                \
    name, ASSESSMENT_COUNTRY                                                                       \
  }
#define WORDS(name)                                                                                \
  {                                                                                                \
    name, ASSESSMENT_WORDS, .max = ASSESSMENT_MAX_ITEMS                                            \
  }
#define TEXTS(name)                                                                                \
  {                                                                                                \
    name, ASSESSMENT_TEXTS, .max = ASSESSMENT_MAX_ITEMS                                            \
  }
#define OBJECT(name, table)                                                                        \
  {                                                                                                \
    name, ASSESSMENT_OBJECT, .fields = table, .n_fields = G_N_ELEMENTS (table)                     \
  }
#define LIST(name, of, unique)                                                                     \
  {                                                                                                \
    name, ASSESSMENT_LIST, .max = ASSESSMENT_MAX_ITEMS, .item = &of, .key = unique                 \
  }
#define MAP(name, of)                                                                              \
  {                                                                                                \
    name, ASSESSMENT_MAP, .max = ASSESSMENT_MAX_ITEMS, .item = &of                                 \
  }

static const char *const stages[] = { "T0", "T1", "T2", NULL };
static const char *const nace_revisions[] = { "2", "2.1", NULL };
static const char *const pic_statuses[] = { "declared", "validated", NULL };
static const char *const relations[] = { "partner", "linked", "public-body", "exempt", NULL };
static const char *const holding_ways[] = { "firm", "person", NULL };
static const char *const aid_statuses[] = { "granted", "pending", NULL };
static const char *const goals[] = { "learn", "develop", "solve-challenge", NULL };
static const char *const subjects[] = { "product", "process", NULL };
static const char *const partner_kinds[] = { "firm", "research", "hub", NULL };
static const char *const condition_states[] = { "met", "not-met", NULL };
static const char *const size_classes[] = { "micro", "small", "medium", "midcap", "large", NULL };
static const char *const action_kinds[]
    = { "measure", "training", "study-visit", "matchmaking", "workshop", NULL };
static const char *const cost_bands[] = { "none", "low", "medium", "high", NULL };
static const char *const action_statuses[] = { "planned", "started", "done", "dropped", NULL };

static const AssessmentField percent_value = PERCENT (NULL);
static const AssessmentField answer_value = { NULL, ASSESSMENT_ANSWER };

/* --- who -------------------------------------------------------------------------------------- */

static const AssessmentField pack_fields[] = {
  { "id", ASSESSMENT_WORD, .max = 128, .required = TRUE },
  { "version", ASSESSMENT_WORD, .max = 128, .required = TRUE },
};

static const AssessmentField contact_fields[] = {
  TEXT ("name"),
  TEXT ("role"),
  TEXT ("email"),
  TEXT ("phone"),
};

static const AssessmentField nace_fields[] = {
  NAME ("revision", nace_revisions),
  { "division", ASSESSMENT_DIGITS, .max = 2 },
  { "class", ASSESSMENT_DIGITS, .max = 4 }, /* division, group and class without the dot */
};

static const AssessmentField account_fields[] = {
  YEAR ("year"),
  { "staff", ASSESSMENT_NUMBER, .low = 0, .high = MAX_STAFF }, /* annual work units */
  MONEY ("turnover_eur"),
  MONEY ("balance_sheet_eur"),
  BOOLEAN ("estimated"),
};
static const AssessmentField account_item = OBJECT (NULL, account_fields);

/* A holding's own holdings are the chain of Article 6 of the SME definition. */
static const AssessmentField holding_item;
static const AssessmentField holding_fields[] = {
  TEXT ("name"),
  NAME ("relation", relations),
  NAME ("through", holding_ways), /* linked only through a person: no single undertaking for aid */
  COUNTRY ("country"),
  PERCENT ("share_percent"), /* of capital */
  PERCENT ("votes_percent"),
  LIST ("accounts", account_item, "year"),
  LIST ("holdings", holding_item, NULL),
};
static const AssessmentField holding_item = OBJECT (NULL, holding_fields);

/* granted_to: the member of the group, absent when it is the company itself. costs: what it was
 * for, so that the same costs are not funded twice. */
static const AssessmentField aid_fields[] = {
  DATE ("granted_on"),           TEXT ("granted_to"), TEXT ("authority"),
  COUNTRY ("member_state"),      TEXT ("regulation"), MONEY ("amount_eur"),
  NAME ("status", aid_statuses), TEXT ("costs"),
};
static const AssessmentField aid_item = OBJECT (NULL, aid_fields);

static const AssessmentField company_fields[] = {
  TEXT ("name"),
  TEXT ("legal_name"),
  TEXT ("legal_form"),
  TEXT ("registration"),
  DATE ("registered_on"),
  TEXT ("registered_by"), /* the register or court */
  TEXT ("vat_number"),
  TEXT ("tax_number"),
  { "pic", ASSESSMENT_DIGITS, .max = 9 },
  NAME ("pic_status", pic_statuses),
  YEAR ("founded"),
  TEXT ("website"),
  TEXT ("street"),
  TEXT ("postal_code"),
  TEXT ("city"),
  COUNTRY ("country"),
  { "region", ASSESSMENT_REGION },
  OBJECT ("contact", contact_fields),
  WORDS ("sectors"),
  WORDS ("secondary_sectors"),
  OBJECT ("nace", nace_fields),
  LIST ("accounts", account_item, "year"),
  LIST ("holdings", holding_item, NULL),
  LIST ("aid", aid_item, NULL),
  WORDS ("aid_exclusions"), /* activities that the de minimis rules leave out */
  LIST ("other_funding", aid_item, NULL),
};

/* --- what they want --------------------------------------------------------------------------- */

static const AssessmentField partner_fields[] = {
  TEXT ("name"),
  NAME ("kind", partner_kinds),
  COUNTRY ("country"),
  BOOLEAN ("sme"),
  NAME ("size", size_classes),
  BOOLEAN ("independent"),
  PERCENT ("overall_score"),
  DATE ("score_date"),
  WORDS ("technologies"),
  TEXT ("role"), /* what it does in the project */
  OBJECT ("contact", contact_fields),
  BOOLEAN ("signed"),
  DATE ("signed_on"),
  WORD ("assessment"), /* id of its own assessment, where that is at hand */
};
static const AssessmentField partner_item = OBJECT (NULL, partner_fields);

/* What the applicant says of one of the call's conditions, which is named by its text. */
static const AssessmentField statement_fields[] = {
  TEXT ("condition"), TEXT ("clause"), NAME ("state", condition_states),
  TEXT ("note"),      TEXT ("by"),     DATE ("on"),
};
static const AssessmentField statement_item = OBJECT (NULL, statement_fields);

static const AssessmentField call_fields[] = {
  WORD ("id"),
  TEXT ("title"),
  TEXT ("authority"),
  WORD ("version"),
  DATE ("deadline"),
  TEXTS ("conditions"),
  LIST ("statements", statement_item, "condition"),
};

static const AssessmentField milestone_fields[] = {
  TEXT ("title"),
  DATE ("due"),
};
static const AssessmentField milestone_item = OBJECT (NULL, milestone_fields);

static const AssessmentField project_fields[] = {
  TEXT ("title"),
  TEXT ("summary"),
  WORDS ("pains"),
  NAME ("goal", goals),
  NAME ("subject", subjects),
  WORDS ("technologies"),
  WORDS ("services"),
  BOOLEAN ("cyber_physical"),
  BOOLEAN ("proven_concept"),
  BOOLEAN ("digital_twin"),
  BOOLEAN ("group"),
  LIST ("partners", partner_item, NULL),
  BOOLEAN ("challenge_owner"),
  WORDS ("markets"),
  MONEY ("budget_eur"),
  TEXT ("expected_result"),
  { "trl_start", ASSESSMENT_INTEGER, .low = 1, .high = 9 }, /* technology readiness level */
  { "trl_end", ASSESSMENT_INTEGER, .low = 1, .high = 9 },
  DATE ("starts_on"),
  DATE ("ends_on"),
  LIST ("milestones", milestone_item, NULL),
  MONEY ("prior_i4ms_sae_eur"),
  WORD ("hub"),
  OBJECT ("call", call_fields),
};

/* --- what an adviser adds --------------------------------------------------------------------- */

/* A person of the company who answers alone first. The name is shown to others only where the
 * person agreed; without submitted_on the answers are still open and nobody else's business. */
static const AssessmentField respondent_fields[] = {
  WORD ("id"),           TEXT ("name"),
  TEXT ("role"),         BOOLEAN ("name_shown"),
  DATE ("submitted_on"), MAP ("answers", answer_value),
};
static const AssessmentField respondent_item = OBJECT (NULL, respondent_fields);

static const AssessmentField agreed_fields[] = {
  { "value", ASSESSMENT_ANSWER },
  TEXT ("reason"),
  DATE ("on"),
};
static const AssessmentField agreed_item = OBJECT (NULL, agreed_fields);

/* How a target is to be reached; the score itself is in "targets". */
static const AssessmentField target_plan_fields[] = {
  DATE ("due"),
  TEXT ("measure"), /* how one will see that it is reached */
  TEXT ("owner"),
};
static const AssessmentField target_plan_item = OBJECT (NULL, target_plan_fields);

/* A bundled action is named by its id alone; one of the company's own says here what it is. */
static const AssessmentField action_fields[] = {
  WORD ("id"),
  TEXT ("title"),
  NAME ("kind", action_kinds),
  DATE ("due"),
  TEXT ("owner"),
  TEXT ("measure"),
  NAME ("status", action_statuses),
  { "effort", ASSESSMENT_INTEGER, .low = 1, .high = 3 }, /* of three */
  NAME ("cost", cost_bands),
  WORDS ("after"),               /* ids of actions that come first */
  MAP ("effects", answer_value), /* ticks it adds, levels it reaches */
};
static const AssessmentField action_item = OBJECT (NULL, action_fields);

static const AssessmentField plan_fields[] = {
  LIST ("actions", action_item, "id"),
  MAP ("weights", percent_value),
};

static const AssessmentField note_fields[] = {
  WORD ("id"),           WORD ("question"), TEXT ("author"),
  DATE ("date"),         WORD ("kind"),     { "text", ASSESSMENT_TEXT, .max = 50000 },
  BOOLEAN ("in_report"),
};
static const AssessmentField note_item = OBJECT (NULL, note_fields);

static const AssessmentField evidence_fields[] = {
  WORD ("id"),
  TEXT ("title"),
  WORD ("type"),
  TEXT ("file"),
  { "sha256", ASSESSMENT_HASH },
  DATE ("date"),
  DATE ("valid_until"),
  { "bytes", ASSESSMENT_NUMBER, .low = 0, .high = 1e12 },
  WORDS ("questions"),
  WORDS ("criteria"),
  TEXT ("seen_by"),
  DATE ("seen_on"),
  BOOLEAN ("copy"),
};
static const AssessmentField evidence_item = OBJECT (NULL, evidence_fields);

static const AssessmentField portal_fields[] = {
  TEXT ("id"),
  DATE ("entered_on"),
  PERCENT ("official_score"),
};

static const AssessmentField delivered_fields[] = {
  WORD ("service"), TEXT ("title"), DATE ("on"), MONEY ("value_eur"), WORD ("aid_rule"),
};
static const AssessmentField delivered_item = OBJECT (NULL, delivered_fields);

static const AssessmentField declaration_fields[] = {
  WORD ("id"),
  TEXT ("by"),
  DATE ("on"),
};
static const AssessmentField declaration_item = OBJECT (NULL, declaration_fields);

/* Of one use of the data: given or refused, by whom and when. */
static const AssessmentField consent_fields[] = {
  WORD ("id"),
  BOOLEAN ("given"),
  TEXT ("by"),
  DATE ("on"),
};
static const AssessmentField consent_item = OBJECT (NULL, consent_fields);

/* --- the document ----------------------------------------------------------------------------- */

static const AssessmentField root_fields[] = {
  WORD ("id"),
  { "pack", ASSESSMENT_OBJECT, .fields = pack_fields, .n_fields = G_N_ELEMENTS (pack_fields),
    .required = TRUE },
  NAME ("stage", stages),
  DATE ("date"),
  WORD ("previous"),
  OBJECT ("company", company_fields),
  OBJECT ("project", project_fields),
  MAP ("answers", answer_value),
  MAP ("suggestions", answer_value),
  LIST ("respondents", respondent_item, "id"),
  MAP ("agreed", agreed_item),
  MAP ("targets", percent_value),
  MAP ("target_plans", target_plan_item),
  OBJECT ("plan", plan_fields),
  LIST ("notes", note_item, "id"),
  LIST ("evidence", evidence_item, "id"),
  OBJECT ("portal", portal_fields),
  LIST ("delivered", delivered_item, NULL),
  LIST ("declarations", declaration_item, "id"),
  LIST ("consents", consent_item, "id"),
};
static const AssessmentField root = OBJECT (NULL, root_fields);

const AssessmentField *
assessment_schema_root (void)
{
  return &root;
}

const AssessmentField *
assessment_schema_find (const char *path)
{
  AssessmentPath parsed;

  g_return_val_if_fail (path != NULL, NULL);

  return assessment_path_parse (&parsed, path) ? assessment_path_field (&parsed) : NULL;
}
