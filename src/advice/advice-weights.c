/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-weights.h"

#include "base/base-json.h"

#include <glib/gi18n-lib.h>

/* Reads the weights strictly: every member is needed, every value has its range, points must add
 * up. */

struct _AdviceWeights
{
  AdviceWeightValues values;
  char *sha256;
  GHashTable *technology_parts; /* "robotics q9.4" */
};

static int
percent (const BaseJsonCursor *object, const char *member)
{
  return (int)base_json_need_integer (object, member, 0, 100);
}

static void
read_near (const BaseJsonCursor *match, AdviceNearWeights *near)
{
  static const char *const members[]
      = { "points",   "same_region", "same_area", "same_country", "across_border", "border_km",
          "distance", "distance_km", NULL };
  BaseJsonCursor object = base_json_need (match, "near");

  base_json_only (&object, members);
  near->points = percent (&object, "points");
  near->same_region = percent (&object, "same_region");
  near->same_area = percent (&object, "same_area");
  near->same_country = percent (&object, "same_country");
  near->across_border = percent (&object, "across_border");
  near->border_km = (int)base_json_need_integer (&object, "border_km", 0, 20000);
  near->distance = percent (&object, "distance");
  near->distance_km = (int)base_json_need_integer (&object, "distance_km", 1, 20000);
  if (near->same_region + near->distance != near->points)
    base_json_fail (&object,
                    _ ("same_region and distance are %d and %d, expected to add up to points (%d)"),
                    near->same_region, near->distance, near->points);
}

static void
read_kind (const BaseJsonCursor *match, AdviceMatchWeights *weights)
{
  static const char *const members[] = { "points", "edih", "seal", "dih", "undated", NULL };
  BaseJsonCursor object = base_json_need (match, "kind");

  base_json_only (&object, members);
  weights->kind = percent (&object, "points");
  weights->edih = percent (&object, "edih");
  weights->seal = percent (&object, "seal");
  weights->dih = percent (&object, "dih");
  weights->undated = percent (&object, "undated");
}

static void
read_match (const BaseJsonCursor *root, const char *member, AdviceMatchWeights *weights)
{
  static const char *const members[]
      = { "near",   "service",    "technology",    "sector",      "kind",
          "market", "shown_from", "shown_at_most", "shown_share", NULL };
  BaseJsonCursor object = base_json_need (root, member);
  int sum;

  base_json_only (&object, members);
  read_near (&object, &weights->near);
  weights->service = percent (&object, "service");
  weights->technology = percent (&object, "technology");
  weights->sector = percent (&object, "sector");
  weights->market = (int)base_json_get_integer (&object, "market", 0, 100, 0);
  read_kind (&object, weights);
  weights->shown_from = percent (&object, "shown_from");
  weights->shown_share = percent (&object, "shown_share");
  weights->shown_at_most = (int)base_json_need_integer (&object, "shown_at_most", 1, 1000);
  sum = weights->near.points + weights->service + weights->technology + weights->sector
        + weights->market + weights->kind;
  if (sum != 100)
    base_json_fail (&object, _ ("the points add up to %d, expected 100"), sum);
}

static void
read_steps (const BaseJsonCursor *root, AdviceWeightValues *values)
{
  static const char *const members[]
      = { "pain", "technology", "weakest", "effort", "shown_at_most", NULL };
  BaseJsonCursor object = base_json_need (root, "steps");
  BaseJsonCursor effort = base_json_need (&object, "effort");

  base_json_only (&object, members);
  values->step_pain = (int)base_json_need_integer (&object, "pain", 0, 1000);
  values->step_technology = (int)base_json_need_integer (&object, "technology", 0, 1000);
  values->step_weakest = (int)base_json_need_integer (&object, "weakest", 0, 1000);
  values->steps_shown_at_most = (int)base_json_need_integer (&object, "shown_at_most", 1, 1000);
  if (base_json_length (&effort) != G_N_ELEMENTS (values->step_effort))
    {
      base_json_fail (&effort,
                      _ ("found %u values, expected 4 (not estimated, small, medium, large)"),
                      base_json_length (&effort));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (values->step_effort); i++)
    {
      BaseJsonCursor item = base_json_item (&effort, i);

      values->step_effort[i] = (int)base_json_integer (&item, 1, 1000);
    }
}

static void
read_plan (const BaseJsonCursor *root, AdviceWeightValues *values)
{
  static const char *const members[] = { "gap",  "effect",         "effort",      "fit", "pains",
                                         "ease", "fit_technology", "fit_service", NULL };
  BaseJsonCursor object = base_json_need (root, "plan");
  BaseJsonCursor ease = base_json_need (&object, "ease");
  int sum = 0;

  base_json_only (&object, members);
  for (guint i = 0; i < G_N_ELEMENTS (values->plan); i++)
    sum += values->plan[i] = percent (&object, members[i]);
  if (sum == 0)
    base_json_fail (&object, _ ("all weights are 0, expected at least one above"));
  if (base_json_length (&ease) != G_N_ELEMENTS (values->plan_ease))
    {
      base_json_fail (&ease,
                      _ ("found %u values, expected 4 (not estimated, small, medium, large)"),
                      base_json_length (&ease));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (values->plan_ease); i++)
    {
      BaseJsonCursor item = base_json_item (&ease, i);

      values->plan_ease[i] = (int)base_json_integer (&item, 0, 100);
    }
  values->plan_fit_technology = percent (&object, "fit_technology");
  values->plan_fit_service = percent (&object, "fit_service");
}

static void
read_technology_parts (const BaseJsonCursor *root, GHashTable *parts)
{
  BaseJsonCursor object = base_json_need (root, "technology_parts");
  const char *const *technologies = base_json_members (&object);

  for (guint i = 0; technologies != NULL && technologies[i] != NULL; i++)
    {
      g_auto (GStrv) names = base_json_get_strings (&object, technologies[i]);

      for (guint j = 0; names[j] != NULL; j++)
        g_hash_table_add (parts, g_strconcat (technologies[i], " ", names[j], NULL));
    }
}

static void
read_values (const BaseJsonCursor *root, AdviceWeightValues *values)
{
  static const char *const members[]
      = { "about", "last_verified", "hubs", "clusters",         "tags",
          "words", "steps",         "plan", "technology_parts", NULL };
  BaseJsonCursor tags = base_json_need (root, "tags");
  BaseJsonCursor words = base_json_need (root, "words");

  base_json_only (root, members);
  read_match (root, "hubs", &values->hubs);
  read_match (root, "clusters", &values->clusters);
  values->rarity_floor = percent (&tags, "rarity_floor");
  values->level_unknown = (int)base_json_need_integer (&tags, "level_unknown", 1, 5);
  values->derived_cap = percent (&tags, "derived_cap");
  values->undated_cap = percent (&tags, "undated_cap");
  values->very_good = percent (&words, "very_good");
  values->good = percent (&words, "good");
  values->fair = percent (&words, "fair");
  read_steps (root, values);
  read_plan (root, values);
}

AdviceWeights *
advice_weights_load (const char *path, GError **error)
{
  g_autoptr (BaseJson) json = base_json_load (path, BASE_JSON_DEFAULT_CAP, error);
  g_autoptr (AdviceWeights) weights = NULL;
  BaseJsonCursor root;

  if (json == NULL)
    return NULL;
  weights = g_new0 (AdviceWeights, 1);
  weights->sha256 = g_strdup (base_json_sha256 (json));
  weights->technology_parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  root = base_json_root (json);
  read_values (&root, &weights->values);
  read_technology_parts (&root, weights->technology_parts);
  if (!base_json_finish (json, error))
    return NULL;
  return g_steal_pointer (&weights);
}

void
advice_weights_free (AdviceWeights *weights)
{
  if (weights == NULL)
    return;
  g_hash_table_unref (weights->technology_parts);
  g_free (weights->sha256);
  g_free (weights);
}

const AdviceWeightValues *
advice_weights_values (const AdviceWeights *weights)
{
  g_return_val_if_fail (weights != NULL, NULL);
  return &weights->values;
}

const char *
advice_weights_sha256 (const AdviceWeights *weights)
{
  g_return_val_if_fail (weights != NULL, NULL);
  return weights->sha256;
}

gboolean
advice_weights_technology_is_part (const AdviceWeights *weights,
                                   const char *technology,
                                   const char *score_id,
                                   guint number)
{
  char key[128];

  g_return_val_if_fail (weights != NULL, FALSE);
  g_snprintf (key, sizeof key, "%s %s.%u", technology, score_id, number);
  return g_hash_table_contains (weights->technology_parts, key);
}
