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
  status = g_test_run ();
  g_object_unref (places);
  return status;
}
