/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-facts-private.h"
#include "advice/advice-rules-private.h"
#include "assessment/assessment-schema.h"
#include "base/base-data.h"
#include "base/base-date.h"
#include "dmn/dmn-table.h"

#include <glib/gstdio.h>
#include <string.h>

/* The bundled models load and fit the table of facts and the catalogue; models that do not are
 * refused with their name. */

static void
test_bundled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AdviceRules) rules = advice_rules_load_bundled (&error);
  g_autoptr (AdviceRules) again = advice_rules_load_bundled (NULL);

  g_assert_no_error (error);
  g_assert_true (base_date_is_valid (advice_rules_date (rules)));
  g_assert_cmpuint (strlen (advice_rules_sha256 (rules)), ==, 64);
  g_assert_cmpstr (advice_rules_sha256 (rules), ==, advice_rules_sha256 (again));
  g_assert_nonnull (advice_rules_find (rules, "twin-ae", "eligibility"));
  g_assert_null (advice_rules_find (rules, "twin-ae", "nothing"));
  g_assert_null (advice_rules_find (rules, "nothing", "eligibility"));
  g_assert_nonnull (advice_rules_weights (rules));
}

static void
test_catalogue (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AdviceRules) rules = advice_rules_load_bundled (NULL);
  g_autoptr (Catalogue) catalogue = catalogue_new_bundled (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (catalogue_n_instruments (catalogue), ==, 23);
  for (guint i = 0; i < catalogue_n_instruments (catalogue); i++)
    {
      const CatalogueInstrument *instrument = catalogue_instrument (catalogue, i);
      const AdviceRule *rule
          = advice_rules_find (rules, instrument->rule_model, instrument->rule_decision);
      const DmnTable *table;

      g_test_message ("%s", instrument->id);
      g_assert_nonnull (rule);
      table = dmn_model_decision (rule->model, rule->decision)->table;
      g_assert_cmpint (dmn_table_hit_policy (table), ==, DMN_HIT_FIRST);
      for (guint row = 0; row < dmn_table_n_rules (table); row++)
        for (guint column = 0; column < dmn_table_n_columns (table); column++)
          if (!dmn_table_cell_is_any (table, row, column))
            {
              const char *description = dmn_table_cell_description (table, row, column);

              g_assert_true (g_str_has_prefix (description, "stated: ")
                             || g_str_has_prefix (description, "inferred: "));
              g_assert_cmpstr (dmn_table_column (table, column)->label, !=, "");
            }
    }
}

/* No condition of an instrument rests on a null. */
static void
test_no_null (void)
{
  g_autofree char *folder = base_data_path ("rules", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_null (strstr (text, "<text>null"));
    }
}

static void
test_paths (void)
{
  AdviceFactRow *rows = advice_fact_rows_new ();

  for (guint i = 0; i < ADVICE_N_FACTS; i++)
    {
      g_test_message ("%s", rows[i].name);
      g_assert_nonnull (rows[i].label);
      g_assert_cmpint (advice_fact_find_id (rows[i].name), ==, i);
      if (rows[i].path != NULL && !g_str_equal (rows[i].path, "answers"))
        g_assert_nonnull (assessment_schema_find (rows[i].path));
      /* Never size, country, score or past aid. */
      if (rows[i].can_change)
        g_assert_true (rows[i].path == NULL || g_str_has_prefix (rows[i].path, "project."));
    }
  g_assert_false (rows[ADVICE_FACT_PRIOR_PROJECT_MONEY].can_change);
  advice_fact_rows_free (rows);
}

/* --- refused --- */

static void
copy_rules (const char *folder)
{
  g_autofree char *source = base_data_path ("rules", NULL);
  g_autoptr (GDir) dir = g_dir_open (source, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *from = g_build_filename (source, name, NULL);
      g_autofree char *to = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
      g_assert_true (g_file_set_contents (to, text, -1, NULL));
    }
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* Replaces @old by @new in @file of a copy of the rules and returns the error of loading it. */
static GError *
load_changed (const char *file, const char *old, const char *new)
{
  g_autofree char *folder = g_dir_make_tmp ("rules-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *text = NULL;
  GError *error = NULL;
  AdviceRules *rules;

  copy_rules (folder);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  if (new != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (text, old, -1);
      g_autofree char *changed = g_strjoinv (new, parts);

      g_assert_cmpuint (g_strv_length (parts), >, 1);
      g_assert_true (g_file_set_contents (path, changed, -1, NULL));
    }
  else
    g_unlink (path);
  rules = advice_rules_load (folder, &error);
  g_assert_null (rules);
  remove_folder (folder);
  return error;
}

static void
test_unknown_input (void)
{
  g_autoptr (GError) error = load_changed ("twin-ae.dmn", "country count", "number of moons");

  g_assert_error (error, BASE_ERROR, BASE_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "twin-ae.dmn"));
  g_assert_nonnull (strstr (error->message, "number of moons"));
}

static void
test_wrong_type (void)
{
  g_autoptr (GError) error = load_changed ("priority.dmn", "name=\"instrument\" typeRef=\"string\"",
                                           "name=\"instrument\" typeRef=\"date\"");

  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "priority.dmn"));
}

static void
test_missing_model (void)
{
  g_autoptr (GError) error = load_changed ("services.dmn", NULL, NULL);

  g_assert_error (error, BASE_ERROR, BASE_ERROR_MISSING);
  g_assert_nonnull (strstr (error->message, "services.dmn"));
}

static void
test_not_dmn (void)
{
  g_autoptr (GError) error = load_changed ("warnings.dmn", "<definitions", "<nonsense");

  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "warnings.dmn"));
}

static void
test_no_folder (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (advice_rules_load ("/nowhere/at/all", &error));
  g_assert_nonnull (strstr (error->message, "/nowhere/at/all"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/advice/rules/bundled", test_bundled);
  g_test_add_func ("/advice/rules/catalogue", test_catalogue);
  g_test_add_func ("/advice/rules/no-null", test_no_null);
  g_test_add_func ("/advice/rules/paths", test_paths);
  g_test_add_func ("/advice/rules/unknown-input", test_unknown_input);
  g_test_add_func ("/advice/rules/wrong-type", test_wrong_type);
  g_test_add_func ("/advice/rules/missing-model", test_missing_model);
  g_test_add_func ("/advice/rules/not-dmn", test_not_dmn);
  g_test_add_func ("/advice/rules/no-folder", test_no_folder);
  return g_test_run ();
}
