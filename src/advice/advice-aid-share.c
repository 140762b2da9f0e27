/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-aid-private.h"

#include "advice/advice-ask-private.h"

#include <stdlib.h>

/* Shares of costs that aid may pay under the block exemption: a basic share, points for the size of
 * the firm, the largest of the further grounds, and the limit that no sum passes. The figures are
 * in data/rules/block-exemption.dmn; a ground that nothing in the document settles leaves an
 * interval.
 */

#define MODEL "block-exemption"

static const struct
{
  const char *id, *article, *title;
} measures[] = {
  { "experimental-development", "25",
    N_ ("Developing a product or process (experimental development)") },
  { "industrial-research", "25",
    N_ ("Research for new products or processes (industrial research)") },
  { "fundamental-research", "25", N_ ("Fundamental research") },
  { "feasibility-study", "25", N_ ("Feasibility study") },
  { "innovation-services", "28", N_ ("Advice and support for innovation, such as tests") },
  { "innovation-aid", "28", N_ ("Patents and borrowed experts") },
  { "process-innovation", "29",
    N_ ("New ways of working (process and organisational innovation)") },
  { "training", "31", N_ ("Training") },
};

/* Of these only the largest counts. */
static const char *const grounds[]
    = { "collaboration", "research-organisation", "dissemination", "a-area",
        "c-area",        "joint-states" };
#define TRAINING_GROUND "disabled-trainees"
#define MOST_STEPS (G_N_ELEMENTS (grounds) + 3)

typedef struct
{
  AdviceAidReader *reader;
  AdviceAidShare *share;
  DmnFact facts[ADVICE_N_FACTS];
  AdviceAidStep steps[MOST_STEPS];
  guint n;
} Sum;

/* --- numbers still possible --- */

typedef struct
{
  gboolean known; /* FALSE: no rule for this date */
  int low, high;
} Points;

static Points
points_of (const Sum *sum, const char *decision)
{
  g_autoptr (DmnOutcomes) outcomes
      = advice_ask (advice_rules_find (sum->reader->rules, MODEL, decision), sum->facts);
  Points points = { outcomes != NULL, 1000, 0 };

  for (guint i = 0; outcomes != NULL && i < dmn_outcomes_n (outcomes); i++)
    {
      FeelValue value = dmn_outcomes_value (outcomes, i);
      gint64 number = 0;

      points.known = points.known && value.kind == FEEL_NUMBER
                     && feel_number_to_int64 (value.number, &number);
      points.low = MIN (points.low, (int)number);
      points.high = MAX (points.high, (int)number);
    }
  return points;
}

/* --- steps --- */

static void
add_step (Sum *sum,
          const char *decision,
          AdviceFactId source_fact,
          AdviceFactId from,
          AdviceOutcome outcome,
          int points)
{
  AdviceAidAnswer answer = advice_aid_ask (sum->reader, MODEL, decision, sum->facts, source_fact);
  AdviceAidStep *step = &sum->steps[sum->n++];

  *step = (AdviceAidStep){
    .text = answer.text,
    .points = points,
    .outcome = outcome,
    .from = from < ADVICE_N_FACTS ? advice_facts_get (sum->reader->facts, from)->from : NULL,
    .basis = answer.basis,
    .source = answer.source,
  };
  if (step->text == NULL)
    step->text = advice_pool_keep (
        sum->reader->pool,
        base_text_with_integer (
            base_text_new (g_str_equal (decision, "basic share")
                               ? N_ ("Up to {points} % of the costs, depending on the size of your "
                                     "firm.")
                               : N_ ("Up to {points} points more, depending on the size of your "
                                     "firm.")),
            "points", points));
}

static AdviceOutcome
ground_outcome (const Sum *sum)
{
  static const char *const names[] = { "possible", "no" };
  gboolean open;
  guint possible
      = advice_ask_possible (advice_rules_find (sum->reader->rules, MODEL, "increase possible"),
                             sum->facts, names, G_N_ELEMENTS (names), &open);

  return possible == 2 ? ADVICE_CRITERION_NOT_MET : ADVICE_CRITERION_UNKNOWN;
}

/* The largest ground that can still hold. None is sure: each asks for more than a document says. */
static int
add_ground (Sum *sum, const char *ground)
{
  Points points;
  AdviceOutcome outcome;

  sum->facts[ADVICE_FACT_AID_BONUS] = dmn_fact_value (feel_value_string (ground));
  points = points_of (sum, "further increase");
  if (!points.known || points.high == 0)
    return 0;
  outcome = ground_outcome (sum);
  add_step (sum, "further increase", ADVICE_FACT_AID_BONUS, ADVICE_N_FACTS, outcome, points.high);
  sum->steps[sum->n - 1].alternative = TRUE;
  return outcome == ADVICE_CRITERION_UNKNOWN ? points.high : 0;
}

static int
add_grounds (Sum *sum)
{
  int largest = add_ground (sum, TRAINING_GROUND);

  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    {
      int points = add_ground (sum, grounds[i]);

      largest = MAX (largest, points);
    }
  return largest;
}

/* --- words --- */

static BaseText *
share_text (const AdviceAidReader *reader, const AdviceAidShare *share)
{
  BaseText *text;

  if (!share->known)
    return base_text_with_date (
        base_text_new (N_ ("There is no rule for {date} here: ask the authority.")), "date",
        reader->date);
  if (share->high == 0)
    return base_text_new (N_ ("For small and medium-sized firms only."));
  if (share->low == share->high)
    text = base_text_new (N_ ("Up to {low} % of the costs."));
  else if (share->low == 0)
    text = base_text_new (N_ ("Up to {high} % of the costs, once what is open is known."));
  else
    text = base_text_new (
        N_ ("Up to {low} % of the costs; up to {high} % if what is open turns out well."));
  text = base_text_with_integer (text, "low", share->low);
  return base_text_with_integer (text, "high", share->high);
}

/* --- one kind of cost --- */

static AdviceOutcome
fits (const Sum *sum)
{
  static const char *const names[] = { "yes", "no" };
  gboolean open;
  guint possible
      = advice_ask_possible (advice_rules_find (sum->reader->rules, MODEL, "measure fits"),
                             sum->facts, names, G_N_ELEMENTS (names), &open);

  return possible == 1   ? ADVICE_CRITERION_MET
         : possible == 2 ? ADVICE_CRITERION_NOT_MET
                         : ADVICE_CRITERION_UNKNOWN;
}

static void
add_up (Sum *sum)
{
  AdviceAidShare *share = sum->share;
  Points base = points_of (sum, "basic share");
  Points size = points_of (sum, "size increase");
  Points limit = points_of (sum, "highest share");
  int further;

  share->known = base.known && size.known && limit.known;
  if (!share->known)
    return;
  add_step (sum, "basic share", ADVICE_FACT_AID_MEASURE, ADVICE_N_FACTS,
            base.low == base.high ? ADVICE_CRITERION_MET : ADVICE_CRITERION_UNKNOWN, base.high);
  if (size.high > 0)
    add_step (sum, "size increase", ADVICE_FACT_AID_MEASURE, ADVICE_FACT_COMPANY_SIZE,
              size.low == size.high ? ADVICE_CRITERION_MET : ADVICE_CRITERION_UNKNOWN, size.high);
  further = add_grounds (sum);
  share->limit = limit.low;
  share->low = MIN (base.low + size.low, limit.low);
  share->high = MIN (base.high + size.high + further, limit.high);
}

static void
fill (AdviceAidReader *reader, guint measure, AdviceAidShare *share)
{
  Sum sum = { .reader = reader, .share = share };
  AdviceAidStep *steps;

  advice_aid_facts (reader, sum.facts);
  sum.facts[ADVICE_FACT_AID_MEASURE] = dmn_fact_value (feel_value_string (measures[measure].id));
  share->id = measures[measure].id;
  share->article = measures[measure].article;
  share->title = advice_pool_keep (reader->pool, base_text_new (measures[measure].title));
  share->fits = fits (&sum);
  add_up (&sum);
  steps = advice_pool_new_array (reader->pool, AdviceAidStep, sum.n);
  for (guint i = 0; i < sum.n; i++)
    steps[i] = sum.steps[i];
  share->steps = steps;
  share->n_steps = sum.n;
  share->text = advice_pool_keep (reader->pool, share_text (reader, share));
}

void
advice_aid_read_shares (AdviceAidReader *reader, AdviceAid *aid)
{
  static const AdviceOutcome order[]
      = { ADVICE_CRITERION_MET, ADVICE_CRITERION_UNKNOWN, ADVICE_CRITERION_NOT_MET };
  guint n = G_N_ELEMENTS (measures);
  AdviceAidShare all[G_N_ELEMENTS (measures)] = { 0 };
  AdviceAidShare *shares = advice_pool_new_array (reader->pool, AdviceAidShare, n);

  for (guint i = 0; i < n; i++)
    fill (reader, i, &all[i]);
  for (guint o = 0; o < G_N_ELEMENTS (order); o++)
    for (guint i = 0; i < n; i++)
      if (all[i].fits == order[o])
        shares[aid->n_shares++] = all[i];
  aid->shares = shares;
}
