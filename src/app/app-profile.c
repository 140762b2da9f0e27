/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-profile.h"

#include <glib/gi18n.h>

/* Hundredths and msgids in, values and words out. */

struct _AppProfile
{
  ChartItem *items;
  guint n_items;
  ChartBand *bands, *area_bands;
  guint n_bands;
  gboolean counts; /* an area's figures are not those of the whole */
  ChartItem overall;
  char *overall_text;
  char *description;
  char **tips;
  const char **previous_exact; /* of each item; NULL where there is none */
  gboolean has_targets, has_previous;
  GPtrArray *strings; /* what items and bands borrow */
};

static const char *
keep (AppProfile *profile, char *string)
{
  g_ptr_array_add (profile->strings, string);
  return string;
}

/* Whole figures: two decimals would promise what answers cannot give. */
static char *
whole_text (BaseLanguage *language, int hundredths)
{
  return base_language_integer (language, (hundredths + 50) / 100);
}

static char *
value_text (BaseLanguage *language, const SurveyValue *value)
{
  g_autofree char *low = NULL, *high = NULL;

  if (value->value >= 0)
    return whole_text (language, value->value);
  low = whole_text (language, value->low);
  high = whole_text (language, value->high);
  /* translators: a score that is still open lies between two figures: "19–52" */
  return g_strdup_printf (_ ("%s–%s"), low, high);
}

/* @factor: from hundredths to the scale of the whole, so that bands mean the same. */
static void
fill_item (ChartItem *item, const SurveyValue *value, double factor)
{
  item->now = value->value >= 0 ? value->value * factor / 100.0 : CHART_MISSING;
  item->low = value->low * factor / 100.0;
  item->high = value->high * factor / 100.0;
}

/* A dimension's score is a share of its full marks, whatever the pack counts. */
static double
factor_of (const SurveyPack *pack)
{
  return survey_pack_full_marks (pack) / 100.0;
}

/* Marks of a dimension at most, and its value in them: a pack that counts has as many as its
 * questions have rows. */
static guint
full_marks (const SurveyPack *pack, const SurveyDimension *dimension)
{
  guint full = 0;

  if (survey_pack_scoring (pack) == SURVEY_SCORING_MEAN)
    return 100;
  for (guint i = 0; i < dimension->n_questions; i++)
    full += survey_pack_question (pack, dimension->first_question + i)->n_options;
  return MAX (full, 1);
}

static int
in_marks (int share, guint full)
{
  return share < 0 ? share : (int)(((gint64)share * full + 50) / 100);
}

static SurveyValue
value_in_marks (const SurveyPack *pack, const SurveyDimensionScore *dimension)
{
  const guint full = full_marks (pack, dimension->dimension);
  SurveyValue value = dimension->score;

  value.value = in_marks (value.value, full);
  value.low = in_marks (value.low, full);
  value.high = in_marks (value.high, full);
  return value;
}

static void
add_items (AppProfile *profile, AppSession *session, const SurveyScore *score)
{
  const SurveyPack *pack = survey_score_pack (score);
  BaseLanguage *language = app_session_get_language (session);

  profile->n_items = survey_score_n_dimensions (score);
  profile->items = g_new0 (ChartItem, profile->n_items);
  profile->previous_exact = g_new0 (const char *, profile->n_items);
  for (guint i = 0; i < profile->n_items; i++)
    {
      const SurveyDimensionScore *dimension = survey_score_dimension (score, i);
      const SurveyValue marks = value_in_marks (pack, dimension);
      ChartItem *item = &profile->items[i];

      *item = (ChartItem)CHART_ITEM_INIT;
      item->label = app_session_tell (session, dimension->dimension->plain);
      item->short_label = app_session_tell (session, dimension->dimension->short_name);
      item->now_text = keep (profile, dimension->answered > 0 || marks.value >= 0
                                          ? value_text (language, &marks)
                                          : g_strdup ("–"));
      fill_item (item, &dimension->score, factor_of (pack));
    }
}

static void
add_targets (AppProfile *profile, AppSession *session, const Advice *advice)
{
  const SurveyScore *score = advice_score (advice);

  for (guint i = 0; i < profile->n_items; i++)
    {
      const char *id = survey_score_dimension (score, i)->dimension->id;
      g_autofree char *path = g_strconcat ("targets.", id, NULL);
      double target;

      if (!assessment_document_get_number (advice_document (advice), path, &target))
        continue;
      profile->items[i].target = target;
      profile->items[i].target_text
          = keep (profile, whole_text (app_session_get_language (session), (int)(target * 100)));
      profile->has_targets = TRUE;
    }
}

static void
add_projection (AppProfile *profile, AppSession *session, const Advice *then)
{
  const SurveyScore *score = advice_score (then);

  g_return_if_fail (survey_score_n_dimensions (score) == profile->n_items);

  for (guint i = 0; i < profile->n_items; i++)
    {
      const SurveyDimensionScore *dimension = survey_score_dimension (score, i);
      SurveyValue marks;

      if (dimension->score.value < 0)
        continue;
      profile->items[i].target
          = dimension->score.value * factor_of (survey_score_pack (score)) / 100.0;
      marks = value_in_marks (survey_score_pack (score), dimension);
      profile->items[i].target_text
          = keep (profile, value_text (app_session_get_language (session), &marks));
      profile->has_targets = TRUE;
    }
}

const char *
app_profile_short_band_title (const SurveyBand *band)
{
  g_return_val_if_fail (band != NULL, NULL);

  return g_str_equal (band->id, "moderately-advanced") ? _ ("Moderate") : NULL;
}

static void
add_bands (AppProfile *profile, AppSession *session, const SurveyPack *pack)
{
  profile->n_bands = survey_pack_n_bands (pack);
  profile->bands = g_new0 (ChartBand, profile->n_bands);
  for (guint i = 0; i < profile->n_bands; i++)
    {
      const SurveyBand *band = survey_pack_band (pack, i);

      profile->bands[i].title = app_session_tell (session, band->title);
      profile->bands[i].short_title = app_profile_short_band_title (band);
      profile->bands[i].upper = band->upper / 100.0;
      profile->bands[i].upper_text
          = keep (profile, whole_text (app_session_get_language (session), band->upper));
    }
  profile->counts = survey_pack_scoring (pack) == SURVEY_SCORING_COUNT;
  profile->area_bands = g_memdup2 (profile->bands, profile->n_bands * sizeof *profile->bands);
  for (guint i = 0; i < profile->n_bands && profile->counts; i++)
    profile->area_bands[i].upper_text = NULL;
}

static void
describe (AppProfile *profile)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < profile->n_items; i++)
    {
      const ChartItem *item = &profile->items[i];

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", item->label,
                              chart_value_present (item->now) ? item->now_text : _ ("open"));
      if (item->previous_text != NULL)
        g_string_append_printf (text, _ (" (before %s)"), item->previous_text);
      if (item->target_text != NULL)
        g_string_append_printf (text, " → %s", item->target_text);
    }
  g_free (profile->description);
  profile->description = g_string_free (text, FALSE);
}

static char *
new_tip (AppSession *session,
         const SurveyPack *pack,
         const SurveyDimensionScore *dimension,
         const ChartItem *item)
{
  const SurveyValue *value = &dimension->score;
  g_autofree char *figure = app_profile_area_text (session, pack, dimension);
  const guint full = full_marks (pack, dimension->dimension);
  g_autoptr (GString) tip = g_string_new (NULL);

  /* translators: area, its score, the score at most: "Digital strategy: 33.33 of 100" */
  g_string_append_printf (tip, _ ("%s: %s of %u"), item->label, figure, full);
  if (value->band >= 0)
    g_string_append_printf (
        tip, ", %s", app_session_tell (session, survey_pack_band (pack, value->band)->title));
  if (item->target_text != NULL)
    g_string_append_printf (tip, " → %s", item->target_text);
  return g_strdup (tip->str);
}

static void
add_tips (AppProfile *profile, AppSession *session, const SurveyScore *score)
{
  profile->tips = g_new0 (char *, profile->n_items + 1);
  for (guint i = 0; i < profile->n_items; i++)
    profile->tips[i] = new_tip (session, survey_score_pack (score),
                                survey_score_dimension (score, i), &profile->items[i]);
}

AppProfile *
app_profile_new_projected (AppSession *session, const Advice *advice, const Advice *then)
{
  AppProfile *profile = g_atomic_rc_box_new0 (AppProfile);
  const SurveyScore *score = advice_score (advice);
  const SurveyValue overall = survey_score_overall (score);

  profile->strings = g_ptr_array_new_with_free_func (g_free);
  add_items (profile, session, score);
  if (then != NULL)
    add_projection (profile, session, then);
  else
    add_targets (profile, session, advice);
  add_bands (profile, session, survey_score_pack (score));
  profile->overall_text = value_text (app_session_get_language (session), &overall);
  profile->overall = (ChartItem)CHART_ITEM_INIT;
  profile->overall.label = _ ("Score");
  profile->overall.now_text = profile->overall_text;
  fill_item (&profile->overall, &overall, 1);
  describe (profile);
  add_tips (profile, session, score);
  return profile;
}

static const SurveyDimensionScore *
find_dimension (const SurveyScore *score, const char *id)
{
  for (guint i = 0; i < survey_score_n_dimensions (score); i++)
    if (g_str_equal (survey_score_dimension (score, i)->dimension->id, id))
      return survey_score_dimension (score, i);
  return NULL;
}

AppProfile *
app_profile_new_compared (AppSession *session, const Advice *before, const Advice *now)
{
  AppProfile *profile = app_profile_new (session, now);
  const SurveyScore *score = advice_score (now);
  const SurveyScore *old = advice_score (before);

  for (guint i = 0; i < profile->n_items; i++)
    {
      const SurveyDimensionScore *then
          = find_dimension (old, survey_score_dimension (score, i)->dimension->id);
      SurveyValue marks;

      if (then == NULL || then->score.value < 0)
        continue;
      marks = value_in_marks (survey_score_pack (old), then);
      profile->items[i].previous = then->score.value * factor_of (survey_score_pack (old)) / 100.0;
      profile->items[i].previous_text
          = keep (profile, value_text (app_session_get_language (session), &marks));
      profile->previous_exact[i]
          = keep (profile, app_profile_area_text (session, survey_score_pack (old), then));
      profile->has_previous = TRUE;
    }
  describe (profile);
  return profile;
}

AppProfile *
app_profile_new (AppSession *session, const Advice *advice)
{
  return app_profile_new_projected (session, advice, NULL);
}

AppProfile *
app_profile_ref (AppProfile *profile)
{
  return g_atomic_rc_box_acquire (profile);
}

static void
clear_profile (gpointer data)
{
  AppProfile *profile = data;

  g_free (profile->items);
  g_free (profile->bands);
  g_free (profile->area_bands);
  g_free (profile->overall_text);
  g_free (profile->description);
  g_strfreev (profile->tips);
  g_free (profile->previous_exact);
  g_ptr_array_unref (profile->strings);
}

void
app_profile_unref (AppProfile *profile)
{
  g_atomic_rc_box_release_full (profile, clear_profile);
}

guint
app_profile_n_items (const AppProfile *profile)
{
  g_return_val_if_fail (profile != NULL, 0);
  return profile->n_items;
}

const ChartItem *
app_profile_items (const AppProfile *profile)
{
  g_return_val_if_fail (profile != NULL, NULL);
  return profile->items;
}

const char *
app_profile_previous_exact (const AppProfile *profile, guint index)
{
  g_return_val_if_fail (profile != NULL && index < profile->n_items, NULL);
  return profile->previous_exact[index];
}

gboolean
app_profile_has_targets (const AppProfile *profile)
{
  g_return_val_if_fail (profile != NULL, FALSE);
  return profile->has_targets;
}

gboolean
app_profile_has_previous (const AppProfile *profile)
{
  g_return_val_if_fail (profile != NULL, FALSE);
  return profile->has_previous;
}

ChartScale
app_profile_scale (const AppProfile *profile)
{
  return (ChartScale){ .bands = profile->bands, .n_bands = profile->n_bands, .zero_text = "0" };
}

ChartScale
app_profile_area_scale (const AppProfile *profile)
{
  return (ChartScale){ .bands = profile->area_bands,
                       .n_bands = profile->n_bands,
                       .zero_text = profile->counts ? NULL : "0" };
}

ChartItem
app_profile_overall (const AppProfile *profile)
{
  return profile->overall;
}

const char *
app_profile_overall_text (const AppProfile *profile)
{
  g_return_val_if_fail (profile != NULL, NULL);
  return profile->overall_text;
}

const char *
app_profile_description (const AppProfile *profile)
{
  g_return_val_if_fail (profile != NULL, NULL);
  return profile->description;
}

const char *const *
app_profile_tips (const AppProfile *profile)
{
  g_return_val_if_fail (profile != NULL, NULL);
  return (const char *const *)profile->tips;
}

char *
app_profile_exact_text (AppSession *session, const SurveyPack *pack, int hundredths)
{
  BaseLanguage *language = app_session_get_language (session);

  if (hundredths < 0)
    return g_strdup ("–");
  if (survey_pack_scoring (pack) == SURVEY_SCORING_COUNT)
    return whole_text (language, hundredths);
  return base_language_decimal (language, hundredths, 2);
}

char *
app_profile_exact_range (AppSession *session, const SurveyPack *pack, const SurveyValue *value)
{
  g_autofree char *low = NULL, *high = NULL;

  if (value->value >= 0)
    return app_profile_exact_text (session, pack, value->value);
  low = app_profile_exact_text (session, pack, value->low);
  high = app_profile_exact_text (session, pack, value->high);
  return g_strdup_printf (_ ("%s–%s"), low, high);
}

char *
app_profile_area_text (AppSession *session,
                       const SurveyPack *pack,
                       const SurveyDimensionScore *dimension)
{
  const SurveyValue marks = value_in_marks (pack, dimension);

  if (marks.value < 0)
    return value_text (app_session_get_language (session), &marks);
  return app_profile_exact_text (session, pack, marks.value);
}
