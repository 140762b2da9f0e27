/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-plan.h"
#include "app/app-choice.h"
#include "app/app-effects.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the rows of Company and Project offer, from the catalogue and from the names of the
 * document's schema. */

static void
add (GListStore *list, const char *id, const char *title, const char *detail, const char *words)
{
  g_autoptr (AppChoice) choice = app_choice_new (id, title, detail, words);

  g_list_store_append (list, choice);
}

static void
add_countries (GListStore *list, AppSession *session)
{
  Catalogue *catalogue = app_session_get_catalogue (session);

  for (guint i = 0; i < catalogue_n_countries (catalogue); i++)
    {
      const CatalogueCountry *country = catalogue_country (catalogue, i);

      add (list, country->nuts, app_session_tell (session, country->name), NULL, country->iso);
    }
}

/* The towns of the small regions find the region that contains them. */
static char *
towns_of (Catalogue *catalogue, const CatalogueRegion *region)
{
  GString *towns = g_string_new (region->code);

  for (guint i = 0; i < catalogue_n_regions (catalogue); i++)
    {
      const CatalogueRegion *inner = catalogue_region (catalogue, i);

      if (inner->level == 3 && g_str_has_prefix (inner->code, region->code))
        g_string_append_printf (towns, " %s %s %s", inner->name,
                                inner->native != NULL ? inner->native : "",
                                inner->largest_place != NULL ? inner->largest_place : "");
    }
  return g_string_free (towns, FALSE);
}

/* NUTS 2: what support is tied to. The region's own country stands beside it. */
static void
add_places (GListStore *list, AppSession *session)
{
  Catalogue *catalogue = app_session_get_catalogue (session);

  for (guint i = 0; i < catalogue_n_regions (catalogue); i++)
    {
      const CatalogueRegion *region = catalogue_region (catalogue, i);
      const CatalogueCountry *country = catalogue_find_country (catalogue, region->country);
      g_autofree char *detail = NULL, *towns = NULL;

      if (region->level != 2)
        continue;
      towns = towns_of (catalogue, region);
      detail = region->largest_place != NULL
                   ? g_strdup_printf (_ ("%s, with %s"), app_session_tell (session, country->name),
                                      region->largest_place)
                   : g_strdup (app_session_tell (session, country->name));
      add (list, region->code, region->native != NULL ? region->native : region->name, detail,
           towns);
    }
}

static void
add_activities (GListStore *list, AppSession *session)
{
  Catalogue *catalogue = app_session_get_catalogue (session);

  for (guint i = 0; i < catalogue_n_divisions (catalogue, "2.1"); i++)
    {
      const CatalogueDivision *division = catalogue_division (catalogue, "2.1", i);

      add (list, division->code, app_session_tell (session, division->title), division->code, NULL);
    }
}

static void
add_terms (GListStore *list, AppSession *session, CatalogueTermKind kind)
{
  Catalogue *catalogue = app_session_get_catalogue (session);

  for (guint i = 0; i < catalogue_n_terms (catalogue, kind); i++)
    {
      const CatalogueTerm *term = catalogue_term (catalogue, kind, i);
      const char *label = app_session_tell (session, term->label);
      const char *plain = app_session_tell (session, term->plain);

      add (list, term->id, label, g_str_equal (label, plain) ? NULL : plain, NULL);
    }
}

static void
add_hubs (GListStore *list, AppSession *session)
{
  Catalogue *catalogue = app_session_get_catalogue (session);

  for (guint i = 0; i < catalogue_n_hubs (catalogue); i++)
    {
      const CatalogueHub *hub = catalogue_hub (catalogue, i);

      add (list, hub->id, hub->name, hub->region_name, hub->acronym);
    }
}

static void
add_questions (GListStore *list, AppSession *session)
{
  SurveyPack *pack = app_session_get_pack (session);

  for (guint i = 0; pack != NULL && i < survey_pack_n_questions (pack); i++)
    {
      const SurveyQuestion *question = survey_pack_question (pack, i);

      add (list, question->id, app_session_tell (session, question->title), NULL, question->id);
    }
}

static const char *
tell (gpointer session, const char *msgid)
{
  return app_session_tell (session, msgid);
}

static void
add_effects (GListStore *list, AppSession *session)
{
  SurveyPack *pack = app_session_get_pack (session);
  g_auto (GStrv) ids = pack != NULL ? app_effects_list (pack) : NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autofree char *title = app_effects_title (pack, ids[i], tell, session);
      g_autofree char *question = g_strndup (ids[i], strcspn (ids[i], ":"));

      add (list, ids[i], title,
           app_session_tell (session, survey_pack_find_question (pack, question)->title), question);
    }
}

/* What is in the plan already, own actions too. */
static void
add_actions (GListStore *list, AppSession *session)
{
  g_autoptr (AdvicePlan) plan = advice_plan_new (app_session_get_advice (session));

  for (guint i = 0; i < advice_plan_n_actions (plan); i++)
    {
      const AdviceAction *action = advice_plan_action (plan, i);
      g_autofree char *title = app_session_say (session, action->title);

      if (action->planned)
        add (list, action->id, title, NULL, NULL);
    }
}

static char *
action_title (AppSession *session, const char *id)
{
  g_autoptr (AdvicePlan) plan = advice_plan_new (app_session_get_advice (session));

  for (guint i = 0; i < advice_plan_n_actions (plan); i++)
    if (g_str_equal (advice_plan_action (plan, i)->id, id))
      return app_session_say (session, advice_plan_action (plan, i)->title);
  return NULL;
}

/* As advice/ reads "criteria": the fact's name with hyphens. */
static char *
criterion_id (const AdviceFactRow *row)
{
  return g_strdelimit (g_ascii_strdown (row->name, -1), " ", '-');
}

/* Facts that somebody states; answers are named as questions. */
static gboolean
is_criterion (const AdviceFactRow *row)
{
  return row->path != NULL && row->label != NULL && !g_str_has_prefix (row->path, "answers.");
}

static void
add_criteria (GListStore *list, AppSession *session)
{
  const AdviceFacts *facts = advice_facts (app_session_get_advice (session));

  for (guint i = 0; i < advice_facts_count (facts); i++)
    {
      const AdviceFactRow *row = advice_facts_get (facts, i)->row;
      g_autofree char *id = criterion_id (row);
      g_autofree char *label = app_session_say (session, row->label);

      if (is_criterion (row))
        add (list, id, label, NULL, NULL);
    }
}

static char *
criterion_title (AppSession *session, const char *id)
{
  const AdviceFacts *facts = advice_facts (app_session_get_advice (session));

  for (guint i = 0; i < advice_facts_count (facts); i++)
    {
      const AdviceFactRow *row = advice_facts_get (facts, i)->row;
      g_autofree char *own = criterion_id (row);

      if (is_criterion (row) && g_str_equal (own, id))
        return app_session_say (session, row->label);
    }
  return NULL;
}

/* The names of the schema in words. */
static const struct
{
  const char *kind, *id, *title, *detail;
} names[] = {
  { "goal", "learn", N_ ("Learn and try"), N_ ("find out what a technology can do for us") },
  { "goal", "develop", N_ ("Develop something"), N_ ("a new or better product or way of working") },
  { "goal", "solve-challenge", N_ ("Solve a problem of a large company"), NULL },
  { "subject", "product", N_ ("A product or service we sell"), NULL },
  { "subject", "process", N_ ("The way we work"), NULL },
  { "partner-kind", "firm", N_ ("A firm"), NULL },
  { "partner-kind", "research", N_ ("A university or research centre"), NULL },
  { "partner-kind", "hub", N_ ("A hub"), NULL },
  { "stage", "T0", N_ ("T0, the first"), NULL },
  { "stage", "T1", N_ ("T1, after the first measures"), NULL },
  { "stage", "T2", N_ ("T2, the last"), NULL },
  { "size", "micro", N_ ("Micro"), NULL },
  { "size", "small", N_ ("Small"), NULL },
  { "size", "medium", N_ ("Medium-sized"), NULL },
  { "size", "midcap", N_ ("Mid-cap"), N_ ("larger than medium-sized, by the funder’s definition") },
  { "size", "large", N_ ("Large"), NULL },
  { "aid-exclusion", "none", N_ ("None of these"), NULL },
  { "aid-exclusion", "primary-agriculture", N_ ("Growing farm products"), NULL },
  { "aid-exclusion", "fishery", N_ ("Fishing and fish farming"), NULL },
  { "aid-exclusion", "agricultural-price-quantity", N_ ("Processing or selling farm products"),
    N_ ("where the aid is fixed by price or quantity") },
  { "aid-exclusion", "agricultural-passed-on", N_ ("Aid passed on to farmers"),
    N_ ("when processing or selling farm products") },
  { "aid-exclusion", "fishery-price-quantity", N_ ("Processing or selling fish"),
    N_ ("where the aid is fixed by price or quantity") },
  { "aid-exclusion", "export", N_ ("Exports"),
    N_ ("aid tied to exported quantities or a network of sellers abroad; not fairs or studies") },
  { "relation", "partner", N_ ("Partner: 25 % to 50 %"), NULL },
  { "relation", "linked", N_ ("Linked: more than 50 % or control"), NULL },
  { "relation", "public-body", N_ ("Public body"), NULL },
  { "relation", "exempt", N_ ("Exempt investor"),
    N_ ("such as a university or a venture fund, not linked") },
  { "aid-status", "granted", N_ ("Granted"), NULL },
  { "aid-status", "pending", N_ ("Applied for"), NULL },
  { "aid-rule", "2023/2831", N_ ("De minimis"), N_ ("Regulation (EU) 2023/2831") },
  { "aid-rule", "651/2014", N_ ("Block exemption"), N_ ("Regulation (EU) No 651/2014") },
  { "aid-rule", "no-aid", N_ ("No aid"), N_ ("paid for at the market price") },
  { "action-kind", "measure", N_ ("Measure"), NULL },
  { "action-kind", "training", N_ ("Training"), NULL },
  { "action-kind", "study-visit", N_ ("Study visit"), NULL },
  { "action-kind", "matchmaking", N_ ("Matchmaking"), NULL },
  { "action-kind", "workshop", N_ ("Workshop"), NULL },
  { "action-status", "planned", N_ ("Planned"), NULL },
  { "action-status", "started", N_ ("Started"), NULL },
  { "action-status", "done", N_ ("Done"), NULL },
  { "action-status", "dropped", N_ ("Dropped"), NULL },
  { "cost-band", "none", N_ ("Costs nothing"), NULL },
  { "cost-band", "low", N_ ("Low cost"), NULL },
  { "cost-band", "medium", N_ ("Medium cost"), NULL },
  { "cost-band", "high", N_ ("High cost"), NULL },
  { "evidence-type", "invoice", N_ ("Invoice"), NULL },
  { "evidence-type", "licence", N_ ("Licence"), N_ ("software, a subscription") },
  { "evidence-type", "asset-register", N_ ("Asset register"),
    N_ ("serial numbers, dates of purchase") },
  { "evidence-type", "screenshot", N_ ("Screenshot"), NULL },
  { "evidence-type", "certificate", N_ ("Certificate"), N_ ("a training, a standard") },
  { "evidence-type", "contract", N_ ("Contract"), NULL },
  { "evidence-type", "photo", N_ ("Photo"), N_ ("some funders do not take it alone") },
  { "evidence-type", "other", N_ ("Other"), NULL },
};

GListModel *
app_choices_new (AppSession *session, const char *kind)
{
  static const struct
  {
    const char *kind;
    CatalogueTermKind first, second;
  } terms[] = {
    { "sector", CATALOGUE_TERM_SECTOR, CATALOGUE_N_TERM_KINDS },
    { "official-sector", CATALOGUE_TERM_OFFICIAL_SECTOR, CATALOGUE_N_TERM_KINDS },
    { "technology", CATALOGUE_TERM_TECHNOLOGY, CATALOGUE_N_TERM_KINDS },
    { "help", CATALOGUE_TERM_NEED, CATALOGUE_TERM_SERVICE },
    { "service", CATALOGUE_TERM_SERVICE, CATALOGUE_N_TERM_KINDS },
    { "market", CATALOGUE_TERM_MARKET, CATALOGUE_N_TERM_KINDS },
  };
  GListStore *list = g_list_store_new (APP_TYPE_CHOICE);

  g_return_val_if_fail (APP_IS_SESSION (session), G_LIST_MODEL (list));
  g_return_val_if_fail (app_session_get_catalogue (session) != NULL, G_LIST_MODEL (list));

  if (g_str_equal (kind, "country"))
    add_countries (list, session);
  else if (g_str_equal (kind, "place"))
    add_places (list, session);
  else if (g_str_equal (kind, "activity"))
    add_activities (list, session);
  else if (g_str_equal (kind, "hub"))
    add_hubs (list, session);
  else if (g_str_equal (kind, "question"))
    add_questions (list, session);
  else if (g_str_equal (kind, "criterion"))
    add_criteria (list, session);
  else if (g_str_equal (kind, "effect"))
    add_effects (list, session);
  else if (g_str_equal (kind, "action"))
    add_actions (list, session);
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    if (g_str_equal (terms[i].kind, kind))
      {
        add_terms (list, session, terms[i].first);
        if (terms[i].second != CATALOGUE_N_TERM_KINDS)
          add_terms (list, session, terms[i].second);
      }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].kind, kind))
      add (list, names[i].id, gettext (names[i].title),
           names[i].detail != NULL ? gettext (names[i].detail) : NULL, NULL);
  return G_LIST_MODEL (list);
}

static char *
region_title (AppSession *session, const char *code)
{
  const CatalogueRegion *region = catalogue_find_region (app_session_get_catalogue (session), code);

  if (region == NULL)
    return NULL;
  return g_strdup (region->native != NULL ? region->native : region->name);
}

static char *
term_title (AppSession *session, CatalogueTermKind kind, const char *id)
{
  const CatalogueTerm *term = catalogue_find_term (app_session_get_catalogue (session), kind, id);

  return term != NULL ? g_strdup (app_session_tell (session, term->label)) : NULL;
}

char *
app_choices_title (AppSession *session, const char *kind, const char *id)
{
  Catalogue *catalogue = app_session_get_catalogue (session);
  const CatalogueCountry *country;
  const CatalogueDivision *division;
  char *title = NULL;

  g_return_val_if_fail (catalogue != NULL && id != NULL, NULL);

  if (g_str_equal (kind, "place"))
    return region_title (session, id);
  if (g_str_equal (kind, "country"))
    return (country = catalogue_find_country (catalogue, id)) != NULL
               ? g_strdup (app_session_tell (session, country->name))
               : NULL;
  if (g_str_equal (kind, "activity"))
    return (division = catalogue_find_division (catalogue, "2.1", id)) != NULL
               ? g_strdup_printf ("%s · %s", id, app_session_tell (session, division->title))
               : NULL;
  if (g_str_equal (kind, "hub"))
    return catalogue_find_hub (catalogue, id) != NULL
               ? g_strdup (catalogue_find_hub (catalogue, id)->name)
               : NULL;
  if (g_str_equal (kind, "criterion"))
    return criterion_title (session, id);
  if (g_str_equal (kind, "action"))
    return action_title (session, id);
  if (g_str_equal (kind, "effect"))
    return app_effects_title (app_session_get_pack (session), id, tell, session);
  if (g_str_equal (kind, "question"))
    {
      const SurveyQuestion *question
          = survey_pack_find_question (app_session_get_pack (session), id);

      return question != NULL ? g_strdup (app_session_tell (session, question->title)) : NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].kind, kind) && g_str_equal (names[i].id, id))
      return g_strdup (gettext (names[i].title));
  if (g_str_equal (kind, "sector"))
    title = term_title (session, CATALOGUE_TERM_SECTOR, id);
  else if (g_str_equal (kind, "official-sector"))
    title = term_title (session, CATALOGUE_TERM_OFFICIAL_SECTOR, id);
  else if (g_str_equal (kind, "technology"))
    title = term_title (session, CATALOGUE_TERM_TECHNOLOGY, id);
  else if (g_str_equal (kind, "service"))
    title = term_title (session, CATALOGUE_TERM_SERVICE, id);
  else if (g_str_equal (kind, "market"))
    title = term_title (session, CATALOGUE_TERM_MARKET, id);
  else if (g_str_equal (kind, "help"))
    {
      title = term_title (session, CATALOGUE_TERM_NEED, id);
      if (title == NULL)
        title = term_title (session, CATALOGUE_TERM_SERVICE, id);
    }
  return title;
}
