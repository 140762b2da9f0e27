/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice-fixture.h"

#include <string.h>

/* What is settled stays settled: from a firm that answers everything, random answers are taken
 * away; whatever the advice still says for sure must be true of every way in which they can be
 * given again. Who owns the firm is always answered here: its size is presumed until then, on
 * purpose (see advice-size.c), and the last test holds the presumption to what it promises. */

#define MOST_PARTNERS 3
#define N_QUESTIONS 11

/* One firm: the value of every field, and which fields are said. */
typedef struct
{
  guint country, sme, independent, kind;
  double score;
  gboolean says_country, says_sme, says_independent, says_kind, says_score;
} Partner;

typedef struct
{
  guint country, trade, goal, subject;
  double staff, turnover, balance;
  gboolean cps, iot, twin, data, wearable, simulation, proven, owner, hub;
  guint n_partners;
  Partner partners[MOST_PARTNERS];
  double prior;
  guint answers[N_QUESTIONS]; /* index into the possible answers of each */
  gboolean says_country, says_sectors, says_nace, says_goal, says_subject, says_staff,
      says_turnover, says_balance, says_technologies, says_cyber_physical, says_twin, says_proven,
      says_owner, says_hub, says_partners, says_group, says_prior, says_answer[N_QUESTIONS];
} Firm;

static const char *const countries[] = { "PT", "ES", "LV", "NO", "US" };
static const char *const sectors[]
    = { "metalworking", "construction", "food-beverages", "travel-tourism" };
static const char *const divisions[] = { "25", "41", "10", "79" };
static const char *const goals[] = { "learn", "develop", "solve-challenge" };
static const char *const subjects[] = { "product", "process" };
static const char *const kinds[] = { "firm", "research", "hub" };
static const char *const answers[N_QUESTIONS][2] = {
  { "\"q1\":{\"invested\":[],\"planned\":[]}",
    "\"q1\":{\"invested\":[1,2,3,4,5,6,7,8,9,10],\"planned\":[1,2,3]}" },
  { "\"q2\":[]", "\"q2\":[1,2,3,4,5,6]" },
  { "\"q3\":[]", "\"q3\":[1,2,3,4,5]" },
  { "\"q4\":[0,0,0,0,0,0,0]", "\"q4\":[3,3,3,3,3,3,3]" },
  { "\"q5\":[]", "\"q5\":[1,2,3,4]" },
  { "\"q6\":[]", "\"q6\":[1,2,3]" },
  { "\"q7\":[]", "\"q7\":[1,3,4,5]" },
  { "\"q8\":[]", "\"q8\":[1,2,3,4,5]" },
  { "\"q9\":[0,0,0,0,0]", "\"q9\":[3,3,3,3,3]" },
  { "\"q10\":[]", "\"q10\":[1,2,3,4,5]" },
  { "\"q11\":[0,0,0,0,0]", "\"q11\":[2,2,2,2,2]" },
};

/* --- random firms --- */

#define PICK(rand, array) ((guint)g_rand_int_range ((rand), 0, G_N_ELEMENTS (array)))

static double
pick_number (GRand *rand, const double *numbers, gsize n)
{
  return numbers[g_rand_int_range (rand, 0, (gint32)n)];
}

static void
draw_partner (GRand *rand, Partner *partner)
{
  static const double scores[] = { 0, 18, 25, 25.01, 60, 100 };

  partner->kind = PICK (rand, kinds);
  partner->country = PICK (rand, countries);
  partner->sme = g_rand_boolean (rand) && partner->kind == 0;
  partner->independent = g_rand_boolean (rand);
  partner->score = pick_number (rand, scores, G_N_ELEMENTS (scores));
}

/* A new value for everything that @says does not say. What is said in two ways is drawn once: who
 * has ticked cyber-physical systems does not say afterwards that it is none. */
static void
draw_unsaid (GRand *rand, Firm *firm)
{
  static const double staff[] = { 3, 9.99, 10, 24, 49, 50, 249, 250, 400, 3001 };
  static const double money[] = { 1, 2e6, 2000000.01, 9e6, 43e6, 43000000.01, 9e8 };

  if (!firm->says_country)
    firm->country = PICK (rand, countries);
  if (!firm->says_sectors && !firm->says_nace)
    firm->trade = PICK (rand, sectors);
  if (!firm->says_goal)
    firm->goal = PICK (rand, goals);
  if (!firm->says_subject)
    firm->subject = PICK (rand, subjects);
  if (!firm->says_staff)
    firm->staff = pick_number (rand, staff, G_N_ELEMENTS (staff));
  if (!firm->says_turnover)
    firm->turnover = pick_number (rand, money, G_N_ELEMENTS (money));
  if (!firm->says_balance)
    firm->balance = pick_number (rand, money, G_N_ELEMENTS (money));
  if (!firm->says_technologies && !firm->says_cyber_physical)
    firm->cps = g_rand_boolean (rand);
  if (!firm->says_technologies && !firm->says_twin)
    firm->twin = g_rand_boolean (rand);
  if (!firm->says_technologies)
    {
      firm->iot = g_rand_boolean (rand);
      firm->data = g_rand_boolean (rand);
      firm->wearable = g_rand_boolean (rand);
      firm->simulation = g_rand_boolean (rand);
    }
  if (!firm->says_proven)
    firm->proven = g_rand_boolean (rand);
  if (!firm->says_owner)
    firm->owner = g_rand_boolean (rand);
  if (!firm->says_hub)
    firm->hub = g_rand_boolean (rand);
  if (!firm->says_prior)
    firm->prior = g_rand_boolean (rand) ? 0 : 150000;
  for (guint i = 0; i < N_QUESTIONS; i++)
    if (!firm->says_answer[i])
      firm->answers[i] = PICK (rand, answers[i]);
}

static guint
count_firms (const Firm *firm)
{
  guint n = 0;

  for (guint i = 0; i < firm->n_partners; i++)
    n += firm->partners[i].kind != 2;
  return n;
}

/* A group that is said or denied must fit the partners that may still be said. */
static void
draw_partners (GRand *rand, Firm *firm)
{
  gboolean group = count_firms (firm) >= 2;

  if (!firm->says_partners)
    do
      {
        firm->n_partners = (guint)g_rand_int_range (rand, 0, MOST_PARTNERS + 1);
        for (guint i = 0; i < firm->n_partners; i++)
          draw_partner (rand, &firm->partners[i]);
      }
    while (firm->says_group && (count_firms (firm) >= 2) != group);
  else
    for (guint i = 0; i < firm->n_partners; i++)
      {
        Partner *partner = &firm->partners[i];
        Partner drawn;

        draw_partner (rand, &drawn);
        /* That a partner is a hub is always said: the others are firms or research organisations.
         */
        if (!partner->says_kind)
          partner->kind = partner->says_sme && partner->sme ? 0 : drawn.kind % 2;
        if (!partner->says_sme)
          partner->sme = drawn.sme && partner->kind == 0;
        partner->country = partner->says_country ? partner->country : drawn.country;
        partner->independent = partner->says_independent ? partner->independent : drawn.independent;
        partner->score = partner->says_score ? partner->score : drawn.score;
      }
}

static gboolean
often (GRand *rand)
{
  return g_rand_int_range (rand, 0, 10) < 7;
}

static void
say_some (GRand *rand, Firm *firm)
{
  gboolean *said[] = { &firm->says_country,        &firm->says_sectors, &firm->says_nace,
                       &firm->says_goal,           &firm->says_subject, &firm->says_staff,
                       &firm->says_turnover,       &firm->says_balance, &firm->says_technologies,
                       &firm->says_cyber_physical, &firm->says_twin,    &firm->says_proven,
                       &firm->says_owner,          &firm->says_hub,     &firm->says_partners,
                       &firm->says_group,          &firm->says_prior };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    *said[i] = often (rand);
  for (guint i = 0; i < N_QUESTIONS; i++)
    firm->says_answer[i] = often (rand);
  for (guint i = 0; i < firm->n_partners; i++)
    {
      Partner *partner = &firm->partners[i];

      partner->says_country = often (rand);
      partner->says_sme = often (rand);
      partner->says_independent = often (rand);
      partner->says_score = often (rand);
      partner->says_kind = partner->kind == 2 || often (rand);
    }
}

static void
say_all (Firm *firm)
{
  firm->says_country = firm->says_sectors = firm->says_nace = firm->says_goal = firm->says_subject
      = TRUE;
  firm->says_staff = firm->says_turnover = firm->says_balance = firm->says_technologies = TRUE;
  firm->says_cyber_physical = firm->says_twin = firm->says_proven = firm->says_owner = TRUE;
  firm->says_partners = firm->says_group = firm->says_prior = TRUE;
  firm->says_hub = firm->hub;
  for (guint i = 0; i < N_QUESTIONS; i++)
    firm->says_answer[i] = TRUE;
  for (guint i = 0; i < firm->n_partners; i++)
    {
      Partner *partner = &firm->partners[i];

      partner->says_country = partner->says_sme = partner->says_independent = TRUE;
      partner->says_score = partner->says_kind = TRUE;
    }
}

/* --- its document --- */

static void member (GString *text, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
member (GString *text, const char *format, ...)
{
  va_list arguments;

  if (text->len > 0 && !strchr ("[{", text->str[text->len - 1]))
    g_string_append_c (text, ',');
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

static void
number_member (GString *text, const char *name, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  member (text, "\"%s\":%s", name, g_ascii_dtostr (digits, sizeof (digits), value));
}

static const char *
truth (gboolean yes)
{
  return yes ? "true" : "false";
}

static char *
company_text (const Firm *firm)
{
  GString *text = g_string_new ("\"holdings\":[]");

  if (firm->says_country)
    member (text, "\"country\":\"%s\"", countries[firm->country]);
  if (firm->says_sectors)
    member (text, "\"sectors\":[\"%s\"]", sectors[firm->trade]);
  if (firm->says_nace)
    member (text, "\"nace\":{\"division\":\"%s\"}", divisions[firm->trade]);
  member (text, "\"accounts\":[{");
  number_member (text, "year", 2025);
  if (firm->says_staff)
    number_member (text, "staff", firm->staff);
  if (firm->says_turnover)
    number_member (text, "turnover_eur", firm->turnover);
  if (firm->says_balance)
    number_member (text, "balance_sheet_eur", firm->balance);
  g_string_append (text, "}]");
  return g_string_free (text, FALSE);
}

static void
add_partners (GString *text, const Firm *firm)
{
  member (text, "\"partners\":[");
  for (guint i = 0; i < firm->n_partners; i++)
    {
      const Partner *partner = &firm->partners[i];

      member (text, "{");
      if (partner->says_country)
        member (text, "\"country\":\"%s\"", countries[partner->country]);
      if (partner->says_sme)
        member (text, "\"sme\":%s", truth (partner->sme));
      if (partner->says_independent)
        member (text, "\"independent\":%s", truth (partner->independent));
      if (partner->says_kind)
        member (text, "\"kind\":\"%s\"", kinds[partner->kind]);
      if (partner->says_score)
        number_member (text, "overall_score", partner->score);
      g_string_append_c (text, '}');
    }
  g_string_append_c (text, ']');
}

static void
add_technologies (GString *text, const Firm *firm)
{
  member (text, "\"technologies\":[");
  if (firm->cps)
    member (text, "\"cps\"");
  if (firm->iot)
    member (text, "\"iot\"");
  if (firm->twin)
    member (text, "\"digital-twins\"");
  if (firm->data)
    member (text, "\"ai\"");
  if (firm->wearable)
    member (text, "\"organic-electronics\"");
  if (firm->simulation)
    member (text, "\"simulation\"");
  g_string_append_c (text, ']');
}

static char *
project_text (const Firm *firm)
{
  GString *text = g_string_new (NULL);

  if (firm->says_goal)
    member (text, "\"goal\":\"%s\"", goals[firm->goal]);
  if (firm->says_subject)
    member (text, "\"subject\":\"%s\"", subjects[firm->subject]);
  if (firm->says_technologies)
    add_technologies (text, firm);
  if (firm->says_cyber_physical)
    member (text, "\"cyber_physical\":%s", truth (firm->cps));
  if (firm->says_twin)
    member (text, "\"digital_twin\":%s", truth (firm->twin));
  if (firm->says_proven)
    member (text, "\"proven_concept\":%s", truth (firm->proven));
  if (firm->says_owner)
    member (text, "\"challenge_owner\":%s", truth (firm->owner));
  if (firm->says_group)
    member (text, "\"group\":%s", truth (count_firms (firm) >= 2));
  if (firm->says_hub && firm->hub)
    member (text, "\"hub\":\"some-hub\"");
  if (firm->says_prior)
    number_member (text, "prior_i4ms_sae_eur", firm->prior);
  if (firm->says_partners)
    add_partners (text, firm);
  return g_string_free (text, FALSE);
}

static AdviceDecisions *
advise (const Firm *firm)
{
  g_autofree char *company = company_text (firm);
  g_autofree char *project = project_text (firm);
  g_autoptr (GString) given = g_string_new (NULL);

  for (guint i = 0; i < N_QUESTIONS; i++)
    if (firm->says_answer[i])
      member (given, "%s", answers[i][firm->answers[i]]);
  return fixture_advise (company, project, given->str);
}

/* --- properties --- */

static void
check_stays (const AdviceDecisions *before, const AdviceDecisions *after)
{
  for (guint i = 0; i < before->n_instruments; i++)
    {
      const AdviceInstrument *instrument = &before->instruments[i];
      const AdviceInstrument *later = fixture_find (after, instrument->instrument->id);

      if (instrument->status != ADVICE_STATUS_UNKNOWN && later->status != instrument->status)
        g_error ("%s was %s and is now %s", instrument->instrument->id,
                 advice_status_name (instrument->status), advice_status_name (later->status));
    }
  for (guint i = 0; i < advice_facts_count (before->facts); i++)
    {
      const AdviceFact *fact = advice_facts_get (before->facts, i);

      if (fact->state == ADVICE_FACT_VALUE)
        g_assert_cmpint (advice_facts_get (after->facts, i)->state, ==, ADVICE_FACT_VALUE);
    }
  if (before->size.is_sme_settled)
    g_assert_cmpint (after->size.is_sme, ==, before->size.is_sme);
}

/* How often something was settled although something was open: a test that never sees it says
 * nothing. */
static guint
count_settled (const AdviceDecisions *decisions, AdviceStatus status)
{
  guint n = 0;

  for (guint i = 0; i < decisions->n_instruments; i++)
    n += decisions->instruments[i].status == status;
  return n;
}

static void
test_settled_stays (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261120);
  guint n[3] = { 0 };

  for (guint round = 0; round < 250; round++)
    {
      Firm firm = { 0 };
      g_autoptr (AdviceDecisions) before = NULL;

      draw_unsaid (rand, &firm);
      draw_partners (rand, &firm);
      say_some (rand, &firm);
      before = advise (&firm);
      for (guint status = 0; status < 3; status++)
        n[status] += count_settled (before, status);
      for (guint way = 0; way < 4; way++)
        {
          Firm full = firm;
          g_autoptr (AdviceDecisions) after = NULL;

          draw_unsaid (rand, &full);
          draw_partners (rand, &full);
          say_all (&full);
          after = advise (&full);
          check_stays (before, after);
        }
    }
  g_assert_cmpuint (n[ADVICE_STATUS_ELIGIBLE], >, 50);
  g_assert_cmpuint (n[ADVICE_STATUS_NOT_ELIGIBLE], >, 1000);
  g_assert_cmpuint (n[ADVICE_STATUS_UNKNOWN], >, 300);
}

/* Counts, criteria and status say the same. */
static void
test_criteria_agree (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      Firm firm = { 0 };
      g_autoptr (AdviceDecisions) decisions = NULL;

      draw_unsaid (rand, &firm);
      draw_partners (rand, &firm);
      say_some (rand, &firm);
      decisions = advise (&firm);
      for (guint i = 0; i < decisions->n_instruments; i++)
        {
          const AdviceInstrument *instrument = &decisions->instruments[i];

          g_assert_cmpuint (instrument->n_met + instrument->n_not_met + instrument->n_unknown, ==,
                            instrument->n_criteria);
          if (instrument->status == ADVICE_STATUS_ELIGIBLE)
            g_assert_cmpuint (instrument->n_met, ==, instrument->n_criteria);
          if (instrument->status == ADVICE_STATUS_NOT_ELIGIBLE)
            g_assert_cmpuint (instrument->n_not_met, >, 0);
          if (instrument->status == ADVICE_STATUS_UNKNOWN)
            g_assert_cmpuint (instrument->n_unknown, >, 0);
          g_assert_cmpuint (instrument->n_changes, <=, 8);
          for (guint j = 0; j < instrument->n_criteria; j++)
            if (instrument->criteria[j].outcome == ADVICE_CRITERION_UNKNOWN)
              g_assert_nonnull (instrument->criteria[j].from);
        }
    }
}

/* The one presumption: silence on the owners counts as "nobody", and an answer can turn what was
 * said; then the question stood among the things to check. */
static void
test_presumption (void)
{
  static const char project[] = "\"goal\":\"develop\",\"technologies\":[\"cps\"],\"partners\":[]";
  static const char accounts[] = "\"country\":\"PT\",\"accounts\":[{\"year\":2025,\"staff\":24,"
                                 "\"turnover_eur\":2100000,\"balance_sheet_eur\":1500000}]";
  g_autofree char *nobody = g_strconcat (accounts, ",\"holdings\":[]", NULL);
  g_autofree char *giant = g_strconcat (
      accounts,
      ",\"holdings\":[{\"relation\":\"linked\",\"accounts\":[{\"year\":2025,\"staff\":5000}]}]",
      NULL);
  g_autoptr (AdviceDecisions) open = fixture_advise (accounts, project, SAMPLE_ANSWERS);
  g_autoptr (AdviceDecisions) alone = fixture_advise (nobody, project, SAMPLE_ANSWERS);
  g_autoptr (AdviceDecisions) owned = fixture_advise (giant, project, SAMPLE_ANSWERS);

  g_assert_cmpint (fixture_find (open, "single-ae")->status, ==, ADVICE_STATUS_ELIGIBLE);
  g_assert_cmpint (fixture_find (alone, "single-ae")->status, ==, ADVICE_STATUS_ELIGIBLE);
  g_assert_cmpint (fixture_find (owned, "single-ae")->status, ==, ADVICE_STATUS_NOT_ELIGIBLE);
  g_assert_nonnull (fixture_warning (open, "single-ae", "Partner and linked firms count"));
  g_assert_null (fixture_warning (alone, "single-ae", "Partner and linked firms count"));
  g_assert_false (open->size.is_sme_settled);
  g_assert_cmpstr (open->open_questions[0].row->name, ==, "other owners");
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  fixture_open ();
  g_test_add_func ("/advice/soundness/settled-stays", test_settled_stays);
  g_test_add_func ("/advice/soundness/criteria-agree", test_criteria_agree);
  g_test_add_func ("/advice/soundness/presumption", test_presumption);
  result = g_test_run ();
  fixture_close ();
  return result;
}
