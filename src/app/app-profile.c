/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-profile.h"

#include <glib/gi18n.h>

/* Hundredths and msgids in, values and words out. */

struct _AppProfile
{
  ChartItem *items;
  guint n_items;
  ChartBand *bands;
  guint n_bands;
  ChartItem overall;
  char *overall_text;
  char *description;
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
  /* translators: a score that is still open lies between two figures */
  return g_strdup_printf (_ ("%s to %s"), low, high);
}

static void
fill_item (ChartItem *item, const SurveyValue *value, double scale)
{
  item->now = value->value >= 0 ? value->value * scale / 100.0 : CHART_MISSING;
  item->low = value->low * scale / 100.0;
  item->high = value->high * scale / 100.0;
}

/* Points of a dimension at most, in hundredths; a pack that counts has as many as its questions
 * have rows. */
static int
full_dimension (SurveyPack *pack, const SurveyDimension *dimension)
{
  int full = 0;

  if (survey_pack_scoring (pack) == SURVEY_SCORING_MEAN)
    return (int)survey_pack_full_marks (pack) * 100;
  for (guint i = 0; i < dimension->n_questions; i++)
    full += (int)survey_pack_question (pack, dimension->first_question + i)->n_options * 100;
  return full;
}

static void
add_items (AppProfile *profile, AppSession *session, SurveyScore *score)
{
  SurveyPack *pack = survey_score_pack (score);
  BaseLanguage *language = app_session_get_language (session);

  profile->n_items = survey_score_n_dimensions (score);
  profile->items = g_new0 (ChartItem, profile->n_items);
  for (guint i = 0; i < profile->n_items; i++)
    {
      const SurveyDimensionScore *dimension = survey_score_dimension (score, i);
      const int full = full_dimension (pack, dimension->dimension);
      ChartItem *item = &profile->items[i];

      *item = (ChartItem)CHART_ITEM_INIT;
      item->label = app_session_tell (session, dimension->dimension->plain);
      item->short_label = app_session_tell (session, dimension->dimension->short_name);
      item->now_text = keep (profile, dimension->score.value >= 0
                                          ? whole_text (language, dimension->score.value)
                                          : g_strdup ("–"));
      /* All on the scale of the whole, so that bands mean the same. */
      fill_item (item, &dimension->score, survey_pack_full_marks (pack) * 100.0 / full);
    }
}

static void
add_bands (AppProfile *profile, AppSession *session, SurveyPack *pack)
{
  profile->n_bands = survey_pack_n_bands (pack);
  profile->bands = g_new0 (ChartBand, profile->n_bands);
  for (guint i = 0; i < profile->n_bands; i++)
    {
      const SurveyBand *band = survey_pack_band (pack, i);

      profile->bands[i].title = app_session_tell (session, band->title);
      profile->bands[i].upper = band->upper / 100.0;
      profile->bands[i].upper_text
          = keep (profile, whole_text (app_session_get_language (session), band->upper));
    }
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
    }
  profile->description = g_string_free (text, FALSE);
}

AppProfile *
app_profile_new (AppSession *session, Advice *advice)
{
  AppProfile *profile = g_atomic_rc_box_new0 (AppProfile);
  SurveyScore *score = advice_score (advice);
  const SurveyValue overall = survey_score_overall (score);

  profile->strings = g_ptr_array_new_with_free_func (g_free);
  add_items (profile, session, score);
  add_bands (profile, session, survey_score_pack (score));
  profile->overall_text = value_text (app_session_get_language (session), &overall);
  profile->overall = (ChartItem)CHART_ITEM_INIT;
  profile->overall.label = _ ("Score");
  profile->overall.now_text = profile->overall_text;
  fill_item (&profile->overall, &overall, 1);
  describe (profile);
  return profile;
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
  g_free (profile->overall_text);
  g_free (profile->description);
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

ChartScale
app_profile_scale (const AppProfile *profile)
{
  return (ChartScale){ .bands = profile->bands, .n_bands = profile->n_bands, .zero_text = "0" };
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
