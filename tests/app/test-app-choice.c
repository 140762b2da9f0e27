/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/app-choice.h"

/* Finding a place, an activity, a term by what people type: over the real catalogue, the nearest
 * first. */

static GListModel *places;

/* The id of what Enter takes. */
static char *
first_of (const char *typed)
{
  AppChoice *best = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AppChoice) choice = g_list_model_get_item (places, i);

      if (app_choice_matches (choice, typed)
          && (best == NULL || app_choice_rank (choice, typed) < app_choice_rank (best, typed)))
        best = choice; /* the list keeps it */
    }
  return best != NULL ? g_strdup (app_choice_get_id (best)) : NULL;
}

static void
test_places (void)
{
  static const struct
  {
    const char *typed, *id;
  } rows[] = {
    { "norte", "PT11" },      { "Porto", "PT11" },    { "porto ", "PT11" }, { "Guimar", "PT11" },
    { "Eskilstuna", "SE12" }, { "Piemonte", "ITC1" }, { "PT11", "PT11" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *id = first_of (rows[i].typed);

      g_test_message ("“%s”", rows[i].typed);
      g_assert_cmpstr (id, ==, rows[i].id);
    }
  g_assert_null (first_of ("no such place"));
}

static void
test_ranks (void)
{
  g_autoptr (AppChoice) choice = app_choice_new ("x", "Norte", "Portugal, with Porto", "Maia Gaia");

  g_assert_cmpint (app_choice_rank (choice, ""), ==, 0);
  g_assert_cmpint (app_choice_rank (choice, "NORTE"), ==, 0);
  g_assert_cmpint (app_choice_rank (choice, "nor"), ==, 1);
  g_assert_cmpint (app_choice_rank (choice, "porto"), ==, 2);
  g_assert_cmpint (app_choice_rank (choice, "port"), ==, 3);
  g_assert_cmpint (app_choice_rank (choice, "gaia"), ==, 3);
}

static void
test_take (void)
{
  g_autofree char *field = NULL;

  g_assert_false (app_choice_take (&field, NULL));
  g_assert_false (app_choice_take (&field, ""));
  g_assert_true (app_choice_take (&field, "PT"));
  g_assert_false (app_choice_take (&field, "PT"));
  g_assert_cmpstr (field, ==, "PT");
  g_assert_true (app_choice_take (&field, ""));
  g_assert_null (field);
}

static char *
title_of (gpointer owner, guint field, const char *id)
{
  g_assert_cmpuint (field, ==, 3);
  return g_str_equal (id, "at") ? g_strdup ("Österreich") : NULL;
}

/* In the order of the titles of a language, not of the bytes; an id without a title stands for
 * itself. */
static void
test_ids (void)
{
  static const char *const expected[] = { "", "Norge", "at", "Polska" };
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (BaseLanguage) language = base_language_new ("de", NULL);
  g_autoptr (GListModel) choices = NULL;

  for (guint i = 1; i < G_N_ELEMENTS (expected); i++)
    g_hash_table_add (ids, (gpointer)expected[i]);
  choices = app_choice_list_ids (ids, title_of, NULL, 3, language, "Any");
  g_assert_cmpuint (g_list_model_get_n_items (choices), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (AppChoice) choice = g_list_model_get_item (choices, i);

      g_assert_cmpstr (app_choice_get_id (choice), ==, expected[i]);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (AppLibrary) library = NULL;
  g_autoptr (AppSession) session = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  library = app_library_new ();
  g_assert_true (app_library_ensure (library, NULL));
  session = app_session_new (library, NULL);
  places = app_choices_new (session, "place");

  g_test_add_func ("/app/choice/places", test_places);
  g_test_add_func ("/app/choice/ranks", test_ranks);
  g_test_add_func ("/app/choice/take", test_take);
  g_test_add_func ("/app/choice/ids", test_ids);
  status = g_test_run ();
  g_object_unref (places);
  return status;
}
