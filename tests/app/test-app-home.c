/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture-companies.h"

#include "app/app-entry.h"
#include "app/app-store.h"
#include "app/pages/app-catalogue-page.h"
#include "app/pages/app-portfolio-page.h"
#include "app/widgets/app-company-cell.h"
#include "app/widgets/app-long-list.h"
#include "app/widgets/app-narrow.h"
#include "base/base-data.h"
#include "base/base-date.h"
#include "workspace/workspace-companies.h"

/* An adviser's Home: find, order, open, archive, focus; what is kept beside the assessments. */

static AppApplication *application;

static Workspace *
workspace (void)
{
  return app_store_get_workspace (app_application_get_store (application));
}

/* Scores, dimensions and size are computed for what came without them. */
static void
test_summaries (void)
{
  AppWindow *window = app_fixture_companies_window (application);
  AppCompanies *companies = app_fixture_companies_of (window);
  const WorkspaceStage *stage;

  app_fixture_wait (app_fixture_companies_count (companies) == 3
                    && workspace_company_latest (app_fixture_companies_nth (companies, 0))->overall
                           >= 0);
  stage = workspace_company_latest (app_fixture_companies_nth (companies, 0));
  g_assert_cmpint (stage->overall, ==, 2656);
  g_assert_cmpstr (stage->band, ==, "average");
  g_assert_cmpint (stage->completeness, ==, 10000);
  g_assert_cmpint (stage->dimensions[0], >=, 0);
  g_assert_cmpint (stage->dimensions[5], >=, 0);
  g_assert_nonnull (stage->size);
  g_assert_nonnull (stage->next_step);
  app_fixture_close (window);
}

static const char *
id_of (const char *name)
{
  GListModel *entries = app_store_get_entries (app_application_get_store (application));

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (AppEntry) item = g_list_model_get_item (entries, i);

      if (g_strcmp0 (app_entry_get (item)->company_name, name) == 0)
        return app_entry_get (item)->id; /* the store keeps it */
    }
  return NULL;
}

/* An owner's list never says that nothing is answered because nobody counted yet. */
static void
test_owner (void)
{
  AppWindow *window = app_fixture_window (application);
  AppStore *store = app_application_get_store (application);

  app_fixture_wait (workspace () != NULL);
  app_fixture_companies_add (application, "Dona Malhas", "PT11");
  app_store_refresh (store);
  app_window_go (window, "home");
  app_fixture_wait (app_fixture_find_label (window, "Dona Malhas") != NULL);
  g_assert_null (app_fixture_find_label (window, "0 % answered"));
  app_fixture_wait (app_fixture_find_label (window, "27") != NULL);
  g_assert_null (app_fixture_find_label (window, "–"));
  g_assert_true (app_store_remove (store, id_of ("Dona Malhas"), NULL));
  app_fixture_close (window);
}

static void
test_search_and_sort (void)
{
  AppWindow *window = app_fixture_companies_window (application);
  AppCompanies *companies = app_fixture_companies_of (window);

  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 3);
  g_assert_cmpstr (app_fixture_companies_nth (companies, 0)->name, ==, "Árvore Moldes");
  gtk_editable_set_text (GTK_EDITABLE (app_fixture_nth (window, GTK_TYPE_SEARCH_ENTRY, 0)),
                         "arvore");
  app_fixture_wait (g_list_model_get_n_items (G_LIST_MODEL (companies)) == 1);
  /* Words of the catalogue: the region's name is not in the document. */
  app_companies_set_text (companies, "norte");
  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 2);
  app_companies_set_text (companies, "nobody");
  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 0);
  app_fixture_click (window, "Show all companies");
  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 3);
  app_companies_set_filter (companies, APP_COMPANIES_REGION, "PT16");
  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 1);
  app_companies_clear (companies);
  app_companies_set_sort (companies, WORKSPACE_SORT_NAME, TRUE);
  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 3);
  g_assert_cmpstr (app_fixture_companies_nth (companies, 0)->name, ==, "Casa do Pão");
  app_fixture_close (window);
}

/* Another company is looked for from the whole list; what else narrows it stays. */
static void
test_words_go (void)
{
  AppWindow *window = app_fixture_companies_window (application);
  AppCompanies *companies = app_fixture_companies_of (window);
  GtkEditable *search = GTK_EDITABLE (app_fixture_nth (window, GTK_TYPE_SEARCH_ENTRY, 0));

  app_companies_set_filter (companies, APP_COMPANIES_REGION, "PT11");
  gtk_editable_set_text (search, "casa");
  app_fixture_wait (g_list_model_get_n_items (G_LIST_MODEL (companies)) == 1);
  g_signal_emit_by_name (search, "activate");
  g_assert_nonnull (app_fixture_document (window));
  app_fixture_wait (!gtk_widget_get_mapped (GTK_WIDGET (search)));
  app_window_go (window, "home");
  app_fixture_wait (gtk_widget_get_mapped (GTK_WIDGET (search)));
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "");
  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 2);
  app_companies_clear (companies);
  app_fixture_close (window);
}

/* The sample's T0 is finished; T1 is due a year after it. */
static void
test_due (void)
{
  AppWindow *window = app_fixture_companies_window (application);
  AppCompanies *companies = app_fixture_companies_of (window);

  app_companies_set_filter (companies, APP_COMPANIES_DUE, "T2");
  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 0);
  app_companies_set_filter (companies, APP_COMPANIES_DUE, "T1");
  for (guint i = 0; i < app_fixture_companies_count (companies); i++)
    {
      g_autofree char *today = base_date_today ();

      g_assert_cmpstr (app_fixture_companies_nth (companies, i)->due_stage, ==, "T1");
      g_assert_cmpstr (app_fixture_companies_nth (companies, i)->due_on, <=, today);
    }
  app_fixture_close (window);
}

static void
test_row (void)
{
  AppWindow *window = app_fixture_companies_window (application);
  AppCompanies *companies = app_fixture_companies_of (window);
  AppCompanyCell *cell;
  g_autofree char *id = NULL;

  app_fixture_companies_count (companies);
  app_fixture_wait (app_fixture_nth (window, APP_TYPE_COMPANY_CELL, 0) != NULL);
  cell = APP_COMPANY_CELL (app_fixture_nth (window, APP_TYPE_COMPANY_CELL, 0));
  g_assert_true (g_str_has_prefix (app_company_cell_get_words (cell), "Árvore Moldes, "));
  g_assert_nonnull (strstr (app_company_cell_get_words (cell), "T0 finished, T1 open, T2 open"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (cell))),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       app_company_cell_get_words (cell));
  id = g_strdup (app_fixture_companies_nth (companies, 0)->id);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.archive-company", "s", id);
  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 2);
  app_companies_set_archived (companies, WORKSPACE_ARCHIVED_ONLY);
  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.unarchive-company", "s", id);
  app_companies_clear (companies);
  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete-company", "s", id);
  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.restore-company", "s", id);
  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-company", "s", id);
  g_assert_cmpstr (assessment_document_get_string (app_fixture_document (window), "company.name"),
                   ==, "Árvore Moldes");
  app_fixture_close (window);
}

/* No other company is seen, opened or begun until somebody clicks. */
static void
test_focus (void)
{
  AppWindow *window = app_fixture_companies_window (application),
            *other = app_fixture_companies_window (application);
  GtkWidget *list;
  AppCompanies *companies = app_fixture_companies_of (window);
  g_autofree char *id = NULL, *hidden = NULL;

  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 3);
  id = g_strdup (app_fixture_companies_nth (companies, 0)->id);
  hidden = g_strdup (app_fixture_companies_nth (companies, 2)->id);
  gtk_widget_activate_action (GTK_WIDGET (other), "win.open-company", "s", hidden);
  g_assert_nonnull (app_fixture_document (other));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.focus-company", "s", id);
  g_assert_null (app_fixture_document (other));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (other)), ==, "Waymark");
  app_fixture_settle ();
  g_assert_nonnull (app_fixture_find_label (window, "Only Árvore Moldes is shown"));
  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 1);
  /* Nothing to search in, and no card higher than its one row. */
  g_assert_null (app_fixture_nth (window, GTK_TYPE_SEARCH_ENTRY, 0));
  list = app_fixture_nth (window, APP_TYPE_LONG_LIST, 0);
  app_fixture_wait (gtk_widget_get_height (list) > 0 && gtk_widget_get_height (list) < 120);
  app_companies_set_text (companies, "casa");
  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 0);
  app_companies_clear (companies);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-company", "s", id);
  g_assert_nonnull (app_fixture_document (window));
  app_window_go (window, "home");
  g_assert_nonnull (app_fixture_find_label (window, "Only Árvore Moldes is shown"));
  /* The portfolio shows all companies: it waits, too. */
  app_window_go (window, "portfolio");
  app_fixture_settle ();
  g_assert_null (app_fixture_nth (window, APP_TYPE_PORTFOLIO_PAGE, 0));
  app_fixture_click (window, "Show all companies");
  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 3);
  g_assert_nonnull (app_fixture_nth (window, GTK_TYPE_SEARCH_ENTRY, 0));
  app_window_go (window, "portfolio");
  app_fixture_settle ();
  g_assert_nonnull (app_fixture_nth (window, APP_TYPE_PORTFOLIO_PAGE, 0));
  app_adviser_set_focus (app_session_get_adviser (app_window_get_session (window)), id);
  app_fixture_settle ();
  g_assert_null (app_fixture_nth (window, APP_TYPE_PORTFOLIO_PAGE, 0));
  app_fixture_click (window, "Show all companies");
  app_fixture_close (other);
  app_fixture_close (window);
}

/* What can be read of @widget and what is in it, a line each: words, what stands in fields, hints.
 */
static void
read_words (GtkWidget *widget, GString *words)
{
  const char *hint = gtk_widget_get_tooltip_text (widget);

  if (!gtk_widget_get_mapped (widget))
    return;
  if (hint != NULL)
    g_string_append_printf (words, "%s\n", hint);
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_TEXT (widget))
    g_string_append_printf (words, "%s\n", gtk_editable_get_text (GTK_EDITABLE (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    read_words (child, words);
}

/* Of all windows of the program, with their titles; the cells of a list say more than they show. */
static char *
all_words (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      g_string_append_printf (words, "%s\n", gtk_window_get_title (window));
      read_words (GTK_WIDGET (window), words);
    }
  return g_string_free (words, FALSE);
}

static void
check_only (const char *shown, const char *where)
{
  static const char *const names[]
      = { "Árvore Moldes", "Beira Conservas", "Casa do Pão", "conservas", "beira-tag" };
  g_autofree char *words = NULL;

  app_fixture_settle ();
  words = all_words ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!g_str_equal (names[i], shown) && strstr (words, names[i]) != NULL)
      g_error ("“%s” is read %s:\n%s", names[i], where, words);
}

static void
close_others (AppWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i-- > 0;)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (other != GTK_WINDOW (window))
        gtk_window_destroy (other);
    }
  app_fixture_settle ();
}

/* Whatever is opened from there, no other company's name is on the shared screen: not in lists,
 * not in what was said or looked for before. */
static void
test_focus_everywhere (void)
{
  static const char *const hidden[] = { "win.data", "win.import", "win.portfolio", "win.sample" };
  AppWindow *window = app_fixture_companies_window (application);
  AppCompanies *companies = app_fixture_companies_of (window);
  AppAdviser *adviser = app_session_get_adviser (app_window_get_session (window));
  GtkEditable *search = GTK_EDITABLE (app_fixture_nth (window, GTK_TYPE_SEARCH_ENTRY, 0));
  g_autofree char *id = NULL, *other = NULL, *path = NULL;
  const char *const tags[] = { "beira-tag", NULL };

  app_fixture_companies_count (companies);
  id = g_strdup (app_fixture_companies_nth (companies, 0)->id);
  other = g_strdup (app_fixture_companies_nth (companies, 1)->id);
  g_assert_true (workspace_set_tags (workspace (), other, tags, NULL));
  app_store_refresh (app_application_get_store (application));
  app_companies_set_filter (companies, APP_COMPANIES_TAG, "beira-tag");
  gtk_editable_set_text (search, "conservas");
  app_window_toast (window, "Taken in: Beira Conservas", "_Undo", "win.undo-import", NULL);
  app_fixture_wait (app_fixture_find_label (window, "Taken in: Beira Conservas") != NULL);
  app_adviser_set_focus (adviser, id);
  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 1);
  app_fixture_wait (app_fixture_find_label (window, "Taken in: Beira Conservas") == NULL);
  check_only ("Árvore Moldes", "on Home");
  /* A filter would list the others' sectors, places and tags. */
  g_assert_null (app_fixture_find_button (window, "Filter"));
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), hidden[i], NULL);
      check_only ("Árvore Moldes", hidden[i]);
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.company-records", "s", other);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-company", "s", other);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.erase-company", "s", other);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-company", "s", other);
  check_only ("Árvore Moldes", "of the other company");
  close_others (window);
  path = base_data_path ("samples/sample-metalworks-t1.json", NULL);
  app_window_open_file (window, path);
  check_only ("Árvore Moldes", "after a file was opened");
  g_assert_null (app_fixture_document (window));
  close_others (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-company", "s", id);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-company", "s", id);
  check_only ("Árvore Moldes", "in the package");
  close_others (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.company-records", "s", id);
  check_only ("Árvore Moldes", "in contacts and meetings");
  close_others (window);
  g_action_group_activate_action (G_ACTION_GROUP (application), "preferences", NULL);
  check_only ("Árvore Moldes", "in the preferences");
  close_others (window);
  app_window_go (window, "stages");
  check_only ("Árvore Moldes", "in the stages");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.catalogue", NULL);
  app_fixture_wait (app_fixture_nth (window, APP_TYPE_CATALOGUE_PAGE, 0) != NULL);
  check_only ("Árvore Moldes", "in the catalogue");
  app_adviser_set_focus (adviser, NULL);
  app_window_go (window, "home");
  g_assert_true (workspace_set_tags (workspace (), other, tags + 1, NULL));
  app_store_refresh (app_application_get_store (application));
  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 3);
  app_fixture_close (window);
}

static void
test_narrow (void)
{
  AppWindow *window = app_fixture_companies_window (application);

  /* As somebody drags it: what is hidden on the way makes room for less. */
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 700);
  app_fixture_wait (
      app_narrow_get_narrow (APP_NARROW (app_fixture_nth (window, APP_TYPE_NARROW, 0))));
  app_fixture_settle ();
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 700);
  app_fixture_wait (gtk_widget_get_width (GTK_WIDGET (window)) <= 360);
  app_fixture_wait (app_fixture_nth (window, APP_TYPE_COMPANY_CELL, 2) != NULL);
  app_fixture_close (window);
}

/* Companies and files have such names. */
static void
test_toast (void)
{
  AppWindow *window = app_fixture_companies_window (application);
  const char *title = "Taken in: Müller & <Söhne";
  g_autofree char *markup = g_markup_escape_text (title, -1);

  app_window_toast (window, title, NULL, NULL, NULL);
  app_fixture_wait (app_fixture_find_label (window, markup) != NULL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (app_fixture_find_label (window, markup))), ==,
                   title);
  app_fixture_close (window);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = app_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/app/home/owner", test_owner);
  g_test_add_func ("/app/home/summaries", test_summaries);
  g_test_add_func ("/app/home/search-and-sort", test_search_and_sort);
  g_test_add_func ("/app/home/words-go", test_words_go);
  g_test_add_func ("/app/home/due", test_due);
  g_test_add_func ("/app/home/row", test_row);
  g_test_add_func ("/app/home/focus", test_focus);
  g_test_add_func ("/app/home/focus-everywhere", test_focus_everywhere);
  g_test_add_func ("/app/home/toast", test_toast);
  g_test_add_func ("/app/home/narrow", test_narrow);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
