/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-swot-private.h"

#include "advice/advice-evidence-private.h"

#include <string.h>

/* Opportunities and threats: what comes from outside. One entry of each kind stands before a second
 * of any, so that five hubs do not hide an open call.
 *
 * A closed call is no opportunity. A law whose duty is still to come is a threat to who is not
 * ready for it; a standard, or a law already in force, is one more thing to do and stands
 * elsewhere. */

/* --- opportunities --- */

static BaseText *
call_from (const AdviceInstrument *instrument)
{
  if (instrument->call_date != NULL)
    return base_text_with_date (base_text_new (N_ ("Criteria met; call open until {date}")), "date",
                                instrument->call_date);
  return base_text_new (N_ ("Criteria met; call open"));
}

static gboolean
add_support (AdviceSwotDraft *draft, guint nth)
{
  for (guint i = 0; i < advice_n_instruments (draft->advice); i++)
    {
      const AdviceInstrument *instrument = advice_instrument (draft->advice, i);
      g_autofree char *rule = NULL;

      if (instrument->status != ADVICE_STATUS_ELIGIBLE || instrument->call != ADVICE_CALL_OPEN
          || nth-- > 0)
        continue;
      if (instrument->n_criteria > 0 && instrument->criteria[0].table != NULL)
        rule = g_strdup_printf ("%s %u", instrument->criteria[0].table,
                                instrument->criteria[0].rule);
      advice_swot_add (draft, ADVICE_SWOT_OPPORTUNITIES,
                       base_text_with_text (base_text_new (N_ ("Support that fits now: {support}")),
                                            "support",
                                            base_text_new (instrument->instrument->title)),
                       call_from (instrument),
                       (AdviceSwotEntry){ .kind = "support",
                                          .id = instrument->instrument->id,
                                          .rule = rule,
                                          .source = instrument->instrument->source });
      return TRUE;
    }
  return FALSE;
}

static gboolean
add_service (AdviceSwotDraft *draft, guint nth)
{
  const AdviceService *service;
  g_autofree char *rule = NULL;

  if (nth >= advice_n_services (draft->advice))
    return FALSE;
  service = advice_service (draft->advice, nth);
  rule = g_strdup_printf ("%s %u", service->table, service->rule);
  advice_swot_add (
      draft, ADVICE_SWOT_OPPORTUNITIES,
      base_text_with_text (base_text_new (N_ ("A hub can be asked today for: {service}")),
                           "service", base_text_ref (service->title)),
      base_text_ref (service->reason),
      (AdviceSwotEntry){ .kind = "service",
                         .id = service->id,
                         .rule = rule,
                         .basis
                         = service->inferred ? ADVICE_BASIS_INFERRED : ADVICE_BASIS_STATED });
  return TRUE;
}

static BaseText *
match_from (const AdviceMatch *match)
{
  BaseText *text = match->distance != NULL
                       ? base_text_with_text (base_text_new (N_ ("{match}, {distance}")),
                                              "distance", base_text_ref (match->distance))
                       : base_text_new (N_ ("{match}"));

  return base_text_with_text (text, "match", base_text_ref (match->match));
}

static gboolean
add_hub (AdviceSwotDraft *draft, guint nth)
{
  const AdviceMatch *match;

  if (nth >= advice_n_hubs_shown (draft->advice))
    return FALSE;
  match = advice_hub (draft->advice, nth);
  advice_swot_add (
      draft, ADVICE_SWOT_OPPORTUNITIES,
      base_text_with_string (base_text_new (N_ ("A hub that suits: {hub}")), "hub",
                             match->hub->name),
      match_from (match),
      (AdviceSwotEntry){ .kind = "hub", .id = match->hub->id, .basis = ADVICE_BASIS_INFERRED });
  return TRUE;
}

static gboolean
add_cluster (AdviceSwotDraft *draft, guint nth)
{
  const AdviceMatch *match;

  if (nth >= advice_n_clusters_shown (draft->advice))
    return FALSE;
  match = advice_cluster (draft->advice, nth);
  advice_swot_add (
      draft, ADVICE_SWOT_OPPORTUNITIES,
      base_text_with_string (base_text_new (N_ ("A cluster with partners and markets: {cluster}")),
                             "cluster", match->cluster->name),
      match_from (match),
      (AdviceSwotEntry){
          .kind = "cluster", .id = match->cluster->id, .basis = ADVICE_BASIS_INFERRED });
  return TRUE;
}

/* @text becomes the entry, with title and identifier of @guidance; returns TRUE. */
static gboolean
add_guidance (AdviceSwotDraft *draft,
              AdviceSwotField field,
              BaseText *text,
              const AdviceGuidance *guidance)
{
  text = base_text_with_text (text, "title", base_text_new (guidance->guidance->title));
  advice_swot_add (
      draft, field,
      base_text_with_text (text, "identifier", base_text_new (guidance->guidance->identifier)),
      base_text_ref (guidance->reason),
      (AdviceSwotEntry){ .kind = "guidance",
                         .id = guidance->guidance->id,
                         .source = guidance->guidance->source,
                         .basis = ADVICE_BASIS_INFERRED });
  return TRUE;
}

/* Law is a duty; what has no day is a standard that helps who follows it early. */
static gboolean
add_standard (AdviceSwotDraft *draft, guint nth)
{
  for (guint i = 0; i < advice_n_guidance (draft->advice); i++)
    {
      const AdviceGuidance *guidance = advice_guidance (draft->advice, i);

      if (guidance->guidance->applies_on == NULL && nth-- == 0)
        return add_guidance (draft, ADVICE_SWOT_OPPORTUNITIES,
                             base_text_new (N_ ("A standard to build on: {title} ({identifier})")),
                             guidance);
    }
  return FALSE;
}

/* --- threats --- */

static gboolean
is_law_to_come (const AdviceGuidance *guidance, const char *date)
{
  const char *day = guidance->guidance->applies_on;

  return day != NULL && !guidance->by_weakness && strcmp (day, date) >= 0;
}

static gboolean
add_law (AdviceSwotDraft *draft, guint nth)
{
  for (guint i = 0; i < advice_n_guidance (draft->advice); i++)
    {
      const AdviceGuidance *guidance = advice_guidance (draft->advice, i);

      if (is_law_to_come (guidance, advice_date (draft->advice)) && nth-- == 0)
        return add_guidance (
            draft, ADVICE_SWOT_THREATS,
            base_text_with_date (
                base_text_new (N_ ("New duties from {date}: {title} ({identifier})")), "date",
                guidance->guidance->applies_on),
            guidance);
    }
  return FALSE;
}

/* What the table of data/rules/threats.dmn finds in the answers. */
static gboolean
add_security (AdviceSwotDraft *draft, guint nth)
{
  const AdviceRule *rule
      = advice_rules_find (advice_rules (draft->advice), "threats", "open to harm");
  g_autoptr (DmnOutcomes) outcomes = advice_ask_answers (draft->advice, rule);
  const DmnTable *table = outcomes != NULL ? dmn_outcomes_table (outcomes) : NULL;

  for (guint row = 0; table != NULL && row < dmn_table_n_rules (table); row++)
    {
      g_autofree char *name = NULL;

      if (dmn_outcomes_rule (outcomes, row) != DMN_CELL_MET || nth-- > 0)
        continue;
      name = g_strdup_printf ("threats %u", row + 1);
      advice_swot_add (draft, ADVICE_SWOT_THREATS,
                       base_text_new (dmn_table_rule_description (table, row)),
                       base_text_new (N_ ("Not in place by the answers on data protection")),
                       (AdviceSwotEntry){ .kind = "answer",
                                          .path = "answers.q8",
                                          .id = "q8",
                                          .rule = name,
                                          .basis = ADVICE_BASIS_INFERRED });
      return TRUE;
    }
  return FALSE;
}

/* Little room: less than a tenth of the ceiling is surely free. */
static gboolean
add_aid (AdviceSwotDraft *draft, guint nth)
{
  const AdviceAid *aid = advice_aid (draft->advice);

  for (guint i = 0; aid != NULL && i < aid->n_rooms; i++)
    {
      const AdviceAidRoom *room = &aid->rooms[i];

      if (!room->known || room->left.high * 10 >= room->ceiling || nth-- > 0)
        continue;
      advice_swot_add (draft, ADVICE_SWOT_THREATS, base_text_ref (room->text),
                       room->rule != NULL ? base_text_ref (room->rule)
                                          : base_text_new (N_ ("Ledger of public aid")),
                       (AdviceSwotEntry){ .kind = "aid",
                                          .path = "company.aid",
                                          .id = room->regulation,
                                          .source = room->source,
                                          .basis = room->basis });
      return TRUE;
    }
  return FALSE;
}

static gboolean
add_contradiction (AdviceSwotDraft *draft, guint nth)
{
  if (nth < advice_n_contradictions (draft->advice))
    {
      const AdviceFinding *finding = advice_contradiction (draft->advice, nth);
      g_autofree char *path = g_strdup_printf ("answers.%s", finding->question->id);

      advice_swot_add (draft, ADVICE_SWOT_THREATS, base_text_ref (finding->detail),
                       base_text_ref (finding->title),
                       (AdviceSwotEntry){ .kind = "contradiction",
                                          .path = path,
                                          .id = finding->question->id,
                                          .basis = ADVICE_BASIS_INFERRED });
      return TRUE;
    }
  nth -= advice_n_contradictions (draft->advice);
  for (guint i = 0; i < advice_evidence_n_findings (draft->evidence); i++)
    {
      const AdviceEvidenceFinding *finding = advice_evidence_finding (draft->evidence, i);

      if (finding->severity == ADVICE_SEVERITY_HINT || nth-- > 0)
        continue;
      advice_swot_add (
          draft, ADVICE_SWOT_THREATS, base_text_ref (finding->text),
          finding->evidence == G_MAXUINT ? base_text_new (N_ ("Answers that do not go together"))
                                         : base_text_new (N_ ("Evidence register")),
          (AdviceSwotEntry){ .kind = finding->evidence == G_MAXUINT ? "contradiction" : "evidence",
                             .path = finding->path,
                             .rule = finding->rule,
                             .source = finding->source,
                             .basis = finding->basis });
      return TRUE;
    }
  return FALSE;
}

/* --- turns --- */

typedef gboolean (*Adder) (AdviceSwotDraft *draft, guint nth);

/* One of each kind, then the second of each, until nothing is left or the field is full. */
static void
add_in_turn (AdviceSwotDraft *draft, AdviceSwotField field, const Adder *adders, guint n)
{
  gboolean any = TRUE;

  for (guint nth = 0; any && draft->fields[field]->len < ADVICE_SWOT_AT_MOST; nth++)
    {
      any = FALSE;
      for (guint i = 0; i < n; i++)
        any = adders[i](draft, nth) || any;
    }
}

void
advice_swot_look_outside (AdviceSwotDraft *draft)
{
  static const Adder opportunities[]
      = { add_support, add_service, add_hub, add_cluster, add_standard };
  static const Adder threats[] = { add_law, add_security, add_aid, add_contradiction };

  add_in_turn (draft, ADVICE_SWOT_OPPORTUNITIES, opportunities, G_N_ELEMENTS (opportunities));
  add_in_turn (draft, ADVICE_SWOT_THREATS, threats, G_N_ELEMENTS (threats));
}
