/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/app-own-call.h"
#include "app/widgets/app-copy-button.h"
#include "app/widgets/app-criterion-row.h"
#include "app/widgets/app-hub-map.h"
#include "app/widgets/app-instrument-row.h"
#include "app/widgets/app-match-row.h"
#include "app/widgets/app-service-row.h"
#include "app/widgets/app-tag.h"
#include "base/base-data.h"

/* Support and hubs in the real window, compared with the Advice they show. */

static AppApplication *application;

typedef struct
{
  AppWindow *window;
} Fixture;

/* Runs the main loop until @done, at most ten seconds. */
#define wait_for(done)                                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;                              \
                                                                                                   \
    while (!(done) && g_get_monotonic_time () < end)                                               \
      g_main_context_iteration (NULL, FALSE);                                                      \
    g_assert_true (done);                                                                          \
  }                                                                                                \
  G_STMT_END

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = base_data_path (data, NULL);
  g_autoptr (AssessmentDocument) document = assessment_document_load (path, NULL);

  fixture->window = app_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for (app_library_is_ready (app_application_get_library (application)));
  g_assert_true (app_window_open (fixture->window, document, FALSE));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
}

static Advice *
advice_of (Fixture *fixture)
{
  return app_session_get_advice (app_window_get_session (fixture->window));
}

static char *
say (Fixture *fixture, const BaseText *text)
{
  return app_session_say (app_window_get_session (fixture->window), text);
}

/* All seen widgets of a type below @root, in tree order. */
static void
collect (GtkWidget *root, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
all (Fixture *fixture, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (GTK_WIDGET (fixture->window), type, found);
  return found;
}

/* Once there are @n of them, as unfolding takes a frame. */
static GPtrArray *
wait_for_all (Fixture *fixture, GType type, guint n)
{
  GPtrArray *found = all (fixture, type);
  const gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (found->len != n && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_ptr_array_unref (found);
      found = all (fixture, type);
    }
  g_assert_cmpuint (found->len, ==, n);
  return found;
}

static void
test_services (Fixture *fixture, gconstpointer data)
{
  Advice *advice = advice_of (fixture);
  const AdviceService *first = advice_service (advice, 0);
  g_autoptr (GPtrArray) rows = NULL, buttons = NULL;
  g_autofree char *question = say (fixture, first->question), *title = say (fixture, first->title);

  app_window_go (fixture->window, "support");
  settle ();
  rows = all (fixture, APP_TYPE_SERVICE_ROW);
  g_assert_cmpuint (rows->len, ==, advice_n_services (advice));
  g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[0]), ==, title);

  adw_expander_row_set_expanded (rows->pdata[0], TRUE);
  buttons = wait_for_all (fixture, APP_TYPE_COPY_BUTTON, 1);
  g_assert_cmpstr (app_copy_button_get_text (buttons->pdata[0]), ==, question);
}

/* The copied question is on the clipboard. */
static void
copied_cb (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  *(char **)user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL, buttons = NULL;
  g_autofree char *text = NULL;

  app_window_go (fixture->window, "support");
  rows = all (fixture, APP_TYPE_SERVICE_ROW);
  adw_expander_row_set_expanded (rows->pdata[0], TRUE);
  buttons = wait_for_all (fixture, APP_TYPE_COPY_BUTTON, 1);
  g_signal_emit_by_name (buttons->pdata[0], "clicked");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL,
                                 copied_cb, &text);
  wait_for (text != NULL);
  g_assert_cmpstr (text, ==, app_copy_button_get_text (buttons->pdata[0]));
}

/* A closed call is never green and never "Fits". */
static void
test_closed_calls (Fixture *fixture, gconstpointer data)
{
  Advice *advice = advice_of (fixture);
  g_autoptr (GPtrArray) rows = NULL;

  app_window_go (fixture->window, "support");
  settle ();
  rows = all (fixture, APP_TYPE_INSTRUMENT_ROW);
  g_assert_cmpuint (rows->len, ==, advice_n_instruments (advice));
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GPtrArray) tags = g_ptr_array_new ();

      collect (rows->pdata[i], APP_TYPE_TAG, tags);
      g_assert_cmpuint (tags->len, ==, 1);
      g_assert_false (gtk_widget_has_css_class (tags->pdata[0], "good"));
      g_assert_cmpstr (app_tag_get_word (tags->pdata[0]), !=, "Fits");
    }
}

/* Each criterion and each warning is a row; the unknown ones lead to their place. */
static void
test_criteria (Fixture *fixture, gconstpointer data)
{
  const AdviceInstrument *instrument = advice_find_instrument (advice_of (fixture), "dih4cps-ae");
  g_autoptr (GPtrArray) rows = NULL, buttons = g_ptr_array_new (), gone = NULL;
  guint n_ways = 0, n_answers = 0;

  app_window_go (fixture->window, "support:dih4cps-ae");
  rows = wait_for_all (fixture, APP_TYPE_CRITERION_ROW,
                       instrument->n_criteria + instrument->n_warnings);
  for (guint i = 0; i < instrument->n_criteria; i++)
    n_ways += instrument->criteria[i].outcome != ADVICE_CRITERION_MET
              && instrument->criteria[i].path != NULL;
  for (guint i = 0; i < instrument->n_criteria; i++)
    collect (rows->pdata[i], GTK_TYPE_BUTTON, buttons);
  n_answers = buttons->len;
  g_assert_cmpuint (n_ways, >, 0);
  g_assert_cmpuint (n_answers, ==, n_ways);

  g_signal_emit_by_name (buttons->pdata[0], "clicked");
  gone = wait_for_all (fixture, APP_TYPE_CRITERION_ROW, 0);
}

static const char *const conditions[] = { "At least two years old", "Seat in Norte", NULL };

static char *
add_call (Fixture *fixture, AppLibrary *library)
{
  const CatalogueOwnInstrument call = { .title = "Voucher <b>Norte</b>",
                                        .payer = "CCDR & partners",
                                        .amount_eur = 7500,
                                        .rate_percent = -1,
                                        .conditions = conditions,
                                        .deadline = "2099-03-31",
                                        .source = "https://example.org/call",
                                        .last_verified = "2026-11-20" };
  g_autoptr (GError) error = NULL;

  char *id = NULL;

  app_own_call_save (library, NULL, &call, &id, &error);
  g_assert_no_error (error);
  g_assert_nonnull (id);
  return id;
}

static void
tick (Fixture *fixture, guint n)
{
  g_autoptr (GPtrArray) checks
      = wait_for_all (fixture, GTK_TYPE_CHECK_BUTTON, g_strv_length ((char **)conditions));

  gtk_check_button_set_active (checks->pdata[n], TRUE);
  settle ();
}

static void
check_annex (Fixture *fixture)
{
  AssessmentDocument *document
      = app_session_get_document (app_window_get_session (fixture->window));
  const char *const *listed = assessment_document_get_strings (document, "project.call.conditions");

  g_assert_cmpstr (assessment_document_get_string (document, "project.call.title"), ==,
                   "Voucher <b>Norte</b>");
  g_assert_cmpstr (assessment_document_get_string (document, "project.call.authority"), ==,
                   "CCDR & partners");
  g_assert_false (assessment_document_has (document, "project.call.id"));
  g_assert_cmpstrv (listed, conditions);
  for (guint i = 0; conditions[i] != NULL; i++)
    {
      g_autofree char *item
          = g_strdup_printf (APP_OWN_CALL_STATEMENTS "[%d].state",
                             app_own_call_find_statement (document, conditions[i]));

      g_assert_cmpstr (assessment_document_get_string (document, item), ==, "met");
    }
}

/* An own call appears at once, "fits" once each condition is ticked, and goes when it is removed.
 */
static void
test_own_call (Fixture *fixture, gconstpointer data)
{
  AppLibrary *library = app_application_get_library (application);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL, *place = NULL;

  app_window_go (fixture->window, "support");
  id = add_call (fixture, library);
  place = g_strconcat ("support:", id, NULL);
  app_window_go (fixture->window, place);
  settle ();
  g_assert_cmpint (advice_find_instrument (advice_of (fixture), id)->status, ==,
                   ADVICE_STATUS_UNKNOWN);
  tick (fixture, 0);
  g_assert_cmpint (advice_find_instrument (advice_of (fixture), id)->status, ==,
                   ADVICE_STATUS_UNKNOWN);
  tick (fixture, 1);
  g_assert_cmpint (advice_find_instrument (advice_of (fixture), id)->status, ==,
                   ADVICE_STATUS_ELIGIBLE);
  /* The annex has what the card shows. */
  check_annex (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpint (advice_find_instrument (advice_of (fixture), id)->status, ==,
                   ADVICE_STATUS_UNKNOWN);

  g_assert_true (app_own_call_remove (library, id, &error));
  g_assert_no_error (error);
  g_assert_null (advice_find_instrument (advice_of (fixture), id));
  settle ();
}

static GtkWidget *
search_entry (Fixture *fixture)
{
  g_autoptr (GPtrArray) entries = all (fixture, GTK_TYPE_SEARCH_ENTRY);

  g_assert_cmpuint (entries->len, ==, 1);
  return entries->pdata[0];
}

static gboolean
is_found (Fixture *fixture, const char *words, const char *id)
{
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *entry = search_entry (fixture);
  gboolean found = FALSE;

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
  settle ();
  rows = all (fixture, APP_TYPE_MATCH_ROW);
  for (guint i = 0; i < rows->len; i++)
    {
      const AdviceMatch *match = app_match_row_get_match (rows->pdata[i]);

      found = found || (match->hub != NULL && g_str_equal (match->hub->id, id));
    }
  return found;
}

/* By name, by region and by technology, as the field's documents ask. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  app_window_go (fixture->window, "hubs");
  settle ();
  g_assert_true (is_found (fixture, "produtech national", "pt-produtech-dih-national-platform"));
  g_assert_true (is_found (fixture, "iMan", "pt-iman-norte-hub"));
  g_assert_true (is_found (fixture, "norte cyber-physical", "pt-iman-norte-hub"));
  g_assert_true (is_found (fixture, "porto robotics", "pt-produtech-dih-national-platform"));
  g_assert_false (is_found (fixture, "no such hub anywhere", "pt-iman-norte-hub"));
}

/* A town that has no hub leads to those of its region, and any word back to the ranked list. */
static void
test_not_found (Fixture *fixture, gconstpointer data)
{
  Advice *advice = advice_of (fixture);
  const guint n = advice_n_hubs_shown (advice) + advice_n_clusters_shown (advice);
  g_autoptr (GPtrArray) inside = NULL, rows = NULL;

  app_window_go (fixture->window, "hubs");
  settle ();
  g_assert_false (is_found (fixture, "no such town", "pt-iman-norte-hub"));
  g_assert_null (app_fixture_find_button (fixture->window, "Hubs in Norte"));
  app_fixture_click (fixture->window, "Back to the list");
  rows = wait_for_all (fixture, APP_TYPE_MATCH_ROW, n);

  g_assert_false (is_found (fixture, "Felgueiras", "pt-iman-norte-hub"));
  app_fixture_click (fixture->window, "Hubs in Norte");
  inside = catalogue_search_hubs (advice_catalogue (advice), "Norte", NULL);
  g_assert_cmpuint (inside->len, >, 1);
  g_ptr_array_unref (rows);
  rows = wait_for_all (fixture, APP_TYPE_MATCH_ROW, inside->len);
  g_assert_null (app_fixture_find_button (fixture->window, "Back to the list"));
}

/* The list is the Advice; list and map have one selection. */
static void
test_hubs (Fixture *fixture, gconstpointer data)
{
  Advice *advice = advice_of (fixture);
  g_autoptr (GPtrArray) rows = NULL, maps = NULL;
  GtkWidget *list;

  app_window_go (fixture->window, "hubs");
  settle ();
  rows = all (fixture, APP_TYPE_MATCH_ROW);
  maps = all (fixture, APP_TYPE_HUB_MAP);
  g_assert_cmpuint (rows->len, ==, advice_n_hubs_shown (advice) + advice_n_clusters_shown (advice));
  g_assert_cmpuint (maps->len, ==, 1);
  list = gtk_widget_get_parent (rows->pdata[2]);
  gtk_list_box_select_row (GTK_LIST_BOX (list), rows->pdata[2]);
  g_assert_true (app_hub_map_get_selected (maps->pdata[0]) == advice_hub (advice, 2)->hub);

  app_window_go (fixture->window, "hubs:pt-produtech-dih-national-platform");
  g_assert_cmpstr (app_hub_map_get_selected (maps->pdata[0])->id, ==,
                   "pt-produtech-dih-national-platform");
}

/* A hub below the threshold is shown too: by a search for its name. */
static void
test_any_hub (Fixture *fixture, gconstpointer data)
{
  const Catalogue *catalogue = advice_catalogue (advice_of (fixture));
  const CatalogueHub *last = catalogue_hub (catalogue, catalogue_n_hubs (catalogue) - 1);
  g_autofree char *place = g_strconcat ("hubs:", last->id, NULL);
  g_autoptr (GPtrArray) rows = NULL;
  gboolean open = FALSE;

  app_window_go (fixture->window, place);
  rows = wait_for_all (fixture, APP_TYPE_MATCH_ROW, 1);
  for (guint i = 0; i < rows->len; i++)
    open = open
           || (app_match_row_get_match (rows->pdata[i])->hub == last
               && app_match_row_get_open (rows->pdata[i]));
  g_assert_true (open);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = app_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

#define ADD(name, function, sample)                                                                \
  g_test_add ("/app/support/" name, Fixture, sample, set_up, function, tear_down)
  ADD ("services", test_services, "samples/sample-metalworks.json");
  ADD ("copy", test_copy, "samples/sample-metalworks.json");
  ADD ("closed-calls", test_closed_calls, "samples/sample-metalworks.json");
  ADD ("criteria", test_criteria, "samples/sample-metalworks.json");
  ADD ("own-call", test_own_call, "samples/sample-metalworks.json");
  ADD ("hubs", test_hubs, "samples/sample-metalworks.json");
  ADD ("search", test_search, "samples/sample-metalworks.json");
  ADD ("not-found", test_not_found, "samples/sample-metalworks.json");
  ADD ("any-hub", test_any_hub, "samples/incomplete.json");
#undef ADD
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
