/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-rules-private.h"

#include "advice/advice-facts-private.h"
#include "base/base-data.h"
#include "base/base-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* All decision models of a folder, each input tied to its row of the table of facts. */

#define VERIFIED "Last verified: "

typedef struct
{
  char *file; /* without ".dmn" */
  DmnModel *model;
  guint *facts;
  guint n_inputs;
  AdviceRule *rules; /* one for each decision */
  guint n_rules;
} Model;

struct _AdviceRules
{
  gatomicrefcount references;
  GPtrArray *models; /* of Model, by name of file */
  AdviceFactRow *rows;
  AdviceWeights *weights;
  char *sha256;
  char date[11];
};

/* Without these no advice can be given; the kinds of support come and go with the catalogue. */
static const struct
{
  const char *file, *decision;
} needed[] = {
  { "maturity-bands", "overall band" },
  { "enterprise-size", "holding" },
  { "enterprise-size", "size class" },
  { "enterprise-size", "company kind" },
  { "services", "needed services" },
  { "warnings", "concerned" },
  { "priority", "priority" },
  { "de-minimis", "aid counts" },
  { "de-minimis", "aid ceiling" },
  { "de-minimis", "aid window" },
  { "de-minimis", "aid activity allowed" },
  { "block-exemption", "basic share" },
  { "block-exemption", "size increase" },
  { "block-exemption", "further increase" },
  { "block-exemption", "increase possible" },
  { "block-exemption", "highest share" },
  { "block-exemption", "services limit" },
  { "block-exemption", "measure fits" },
  { "mid-cap", "small mid-cap of State aid" },
  { "mid-cap", "small mid-cap of the Recommendation" },
  { "mid-cap", "small mid-cap as proposed" },
  { "mid-cap", "midcap of Horizon 2020" },
};

/* --- one model --- */

static void
model_free (gpointer data)
{
  Model *model = data;

  g_free (model->file);
  g_clear_pointer (&model->model, dmn_model_unref);
  g_free (model->facts);
  g_free (model->rules);
  g_free (model);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Model, model_free)

static FeelKind
kind_of (AdviceFactType type)
{
  switch (type)
    {
    case ADVICE_FACT_BOOLEAN:
      return FEEL_BOOLEAN;
    case ADVICE_FACT_NUMBER:
      return FEEL_NUMBER;
    case ADVICE_FACT_STRING:
      return FEEL_STRING;
    case ADVICE_FACT_DATE:
      return FEEL_DATE;
    case ADVICE_FACT_STRINGS:
    default:
      return FEEL_LIST;
    }
}

/* Models that are asked about one answer or one piece of evidence at a time (advice-evidence.c):
 * their inputs are no facts of the document. */
static gboolean
is_about_parts (const char *file)
{
  static const char *const files[] = { "answers", "evidence", "threats", NULL };

  return g_strv_contains (files, file);
}

static gboolean
tie_input (Model *model, const AdviceFactRow *rows, guint index, GError **error)
{
  const DmnInput *input = dmn_model_input (model->model, index);
  int id = advice_fact_find_id (input->name);

  if (id < 0)
    {
      g_set_error (error, BASE_ERROR, BASE_ERROR_VALUE,
                   _ ("%s: input “%s” is not a fact that Waymark knows"),
                   dmn_model_source_name (model->model), input->name);
      return FALSE;
    }
  if (input->kind != FEEL_NULL && input->kind != kind_of (rows[id].type))
    {
      g_set_error (error, BASE_ERROR, BASE_ERROR_VALUE,
                   _ ("%s: input “%s” is declared as %s, the fact is of type %s"),
                   dmn_model_source_name (model->model), input->name, input->type,
                   feel_kind_name (kind_of (rows[id].type)));
      return FALSE;
    }
  model->facts[index] = (guint)id;
  return TRUE;
}

static Model *
model_load (const char *folder, const char *name, const AdviceFactRow *rows, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (Model) model = g_new0 (Model, 1);

  model->model = dmn_model_load (path, error);
  if (model->model == NULL)
    return NULL;
  model->file = g_strndup (name, strlen (name) - strlen (".dmn"));
  model->n_inputs = dmn_model_n_inputs (model->model);
  model->facts = g_new0 (guint, MAX (model->n_inputs, 1));
  for (guint i = 0; i < model->n_inputs; i++)
    if (!is_about_parts (model->file) && !tie_input (model, rows, i, error))
      return NULL;
  model->n_rules = dmn_model_n_decisions (model->model);
  model->rules = g_new0 (AdviceRule, MAX (model->n_rules, 1));
  for (guint i = 0; i < model->n_rules; i++)
    model->rules[i] = (AdviceRule){ model->model, i, model->facts, model->n_inputs };
  return g_steal_pointer (&model);
}

/* --- all of them --- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* By name, so that the hash does not depend on the order of the folder. */
static GPtrArray *
list_models (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".dmn"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

static void
note_date (AdviceRules *rules, const DmnModel *model)
{
  const char *found = strstr (dmn_model_description (model), VERIFIED);
  char date[11] = "";

  if (found == NULL)
    return;
  g_strlcpy (date, found + strlen (VERIFIED), sizeof (date));
  if (base_date_is_valid (date) && strcmp (date, rules->date) > 0)
    memcpy (rules->date, date, sizeof (date));
}

static gboolean
load_models (AdviceRules *rules, const char *folder, GChecksum *sum, GError **error)
{
  g_autoptr (GPtrArray) names = list_models (folder, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      Model *model = model_load (folder, g_ptr_array_index (names, i), rules->rows, error);

      if (model == NULL)
        return FALSE;
      g_ptr_array_add (rules->models, model);
      g_checksum_update (sum, (const guchar *)dmn_model_sha256 (model->model), -1);
      note_date (rules, model->model);
    }
  return names != NULL;
}

static gboolean
check_needed (const AdviceRules *rules, const char *folder, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (advice_rules_find (rules, needed[i].file, needed[i].decision) == NULL)
      {
        g_set_error (error, BASE_ERROR, BASE_ERROR_MISSING,
                     _ ("%s/%s.dmn: there is no decision “%s”"), folder, needed[i].file,
                     needed[i].decision);
        return FALSE;
      }
  return TRUE;
}

AdviceRules *
advice_rules_load (const char *folder, GError **error)
{
  g_autoptr (AdviceRules) rules = g_new0 (AdviceRules, 1);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *weights = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  g_atomic_ref_count_init (&rules->references);
  rules->models = g_ptr_array_new_with_free_func (model_free);
  rules->rows = advice_fact_rows_new ();
  if (!load_models (rules, folder, sum, error) || !check_needed (rules, folder, error))
    return NULL;
  weights = g_build_filename (folder, "match-weights.json", NULL);
  rules->weights = advice_weights_load (weights, error);
  if (rules->weights == NULL)
    return NULL;
  g_checksum_update (sum, (const guchar *)advice_weights_sha256 (rules->weights), -1);
  rules->sha256 = g_strdup (g_checksum_get_string (sum));
  return g_steal_pointer (&rules);
}

AdviceRules *
advice_rules_load_bundled (GError **error)
{
  g_autofree char *folder = base_data_path ("rules", error);

  return folder != NULL ? advice_rules_load (folder, error) : NULL;
}

AdviceRules *
advice_rules_ref (AdviceRules *rules)
{
  g_return_val_if_fail (rules != NULL, NULL);

  g_atomic_ref_count_inc (&rules->references);
  return rules;
}

void
advice_rules_unref (AdviceRules *rules)
{
  if (rules == NULL || !g_atomic_ref_count_dec (&rules->references))
    return;
  g_ptr_array_unref (rules->models);
  advice_fact_rows_free (rules->rows);
  advice_weights_free (rules->weights);
  g_free (rules->sha256);
  g_free (rules);
}

const char *
advice_rules_sha256 (const AdviceRules *rules)
{
  g_return_val_if_fail (rules != NULL, NULL);

  return rules->sha256;
}

const char *
advice_rules_date (const AdviceRules *rules)
{
  g_return_val_if_fail (rules != NULL, NULL);

  return rules->date;
}

const AdviceWeights *
advice_rules_weights (const AdviceRules *rules)
{
  return rules->weights;
}

const AdviceRule *
advice_rules_find (const AdviceRules *rules, const char *model, const char *decision)
{
  for (guint i = 0; model != NULL && decision != NULL && i < rules->models->len; i++)
    {
      const Model *candidate = g_ptr_array_index (rules->models, i);
      int index = g_str_equal (candidate->file, model)
                      ? dmn_model_find_decision (candidate->model, decision)
                      : -1;

      if (index >= 0)
        return &candidate->rules[index];
    }
  return NULL;
}

const AdviceRule *
advice_rules_nth (const AdviceRules *rules, const char *model, guint index)
{
  for (guint i = 0; i < rules->models->len; i++)
    {
      const Model *candidate = g_ptr_array_index (rules->models, i);

      if (g_str_equal (candidate->file, model))
        return index < candidate->n_rules ? &candidate->rules[index] : NULL;
    }
  return NULL;
}

const AdviceFactRow *
advice_rules_fact_rows (const AdviceRules *rules)
{
  return rules->rows;
}
