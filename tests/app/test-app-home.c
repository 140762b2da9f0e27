/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/app-companies.h"
#include "app/app-company.h"
#include "app/app-entry.h"
#include "app/app-store.h"
#include "app/pages/app-catalogue-page.h"
#include "app/pages/app-portfolio-page.h"
#include "app/widgets/app-company-cell.h"
#include "app/widgets/app-company-list.h"
#include "app/widgets/app-long-list.h"
#include "app/widgets/app-narrow.h"
#include "app/widgets/app-records-window.h"
#include "base/base-data.h"
#include "base/base-date.h"
#include "workspace/workspace-companies.h"
#include "workspace/workspace-record.h"

/* An adviser's Home: find, order, open, archive, focus; what is kept beside the assessments. */

static AppApplication *application;

static Workspace *
workspace (void)
{
  return app_store_get_workspace (app_application_get_store (application));
}

/* The sample under another name, as it comes from a company: without a summary. */
static void
add (const char *name, const char *region)
{
  g_autofree char *path = base_data_path ("samples/sample-metalworks.json", NULL);
  g_autoptr (AssessmentDocument) sample = assessment_document_load (path, NULL);
  g_autoptr (AssessmentDocument) nameless = assessment_document_without (sample, "id");
  g_autoptr (AssessmentDocument) named
      = assessment_document_with_string (nameless, "company.name", name, NULL);
  g_autoptr (AssessmentDocument) placed
      = assessment_document_with_string (named, "company.region", region, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) stored
      = workspace_create_assessment (workspace (), placed, NULL, &error);

  g_assert_no_error (error);
}

static AppCompanyList *
list_of (AppWindow *window)
{
  return APP_COMPANY_LIST (app_fixture_nth (window, APP_TYPE_COMPANY_LIST, 0));
}

static AppCompanies *
companies_of (AppWindow *window)
{
  return app_company_list_get_companies (list_of (window));
}

static const WorkspaceCompany *
nth (AppCompanies *companies, guint position)
{
  g_autoptr (AppCompany) item = g_list_model_get_item (G_LIST_MODEL (companies), position);

  return item != NULL ? app_company_get (item) : NULL; /* the model keeps it */
}

static guint
count (AppCompanies *companies)
{
  app_companies_list_now (companies);
  return g_list_model_get_n_items (G_LIST_MODEL (companies));
}

static AppWindow *
new_window (void)
{
  AppWindow *window = app_fixture_window (application);

  app_fixture_wait (workspace () != NULL);
  if (g_list_model_get_n_items (app_store_get_entries (app_application_get_store (application)))
      == 0)
    {
      add ("Árvore Moldes", "PT16");
      add ("Beira Conservas", "PT11");
      add ("Casa do Pão", "PT11");
      app_store_refresh (app_application_get_store (application));
    }
  app_window_go (window, "home");
  app_fixture_wait (app_fixture_nth (window, APP_TYPE_COMPANY_LIST, 0) != NULL);
  return window;
}

/* Scores, dimensions and size are computed for what came without them. */
static void
test_summaries (void)
{
  AppWindow *window = new_window ();
  AppCompanies *companies = companies_of (window);
  const WorkspaceStage *stage;

  app_fixture_wait (count (companies) == 3
                    && workspace_company_latest (nth (companies, 0))->overall >= 0);
  stage = workspace_company_latest (nth (companies, 0));
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
  add ("Dona Malhas", "PT11");
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
  AppWindow *window = new_window ();
  AppCompanies *companies = companies_of (window);

  g_assert_cmpuint (count (companies), ==, 3);
  g_assert_cmpstr (nth (companies, 0)->name, ==, "Árvore Moldes");
  gtk_editable_set_text (GTK_EDITABLE (app_fixture_nth (window, GTK_TYPE_SEARCH_ENTRY, 0)),
                         "arvore");
  app_fixture_wait (g_list_model_get_n_items (G_LIST_MODEL (companies)) == 1);
  /* Words of the catalogue: the region's name is not in the document. */
  app_companies_set_text (companies, "norte");
  g_assert_cmpuint (count (companies), ==, 2);
  app_companies_set_text (companies, "nobody");
  g_assert_cmpuint (count (companies), ==, 0);
  app_fixture_click (window, "Show all companies");
  g_assert_cmpuint (count (companies), ==, 3);
  app_companies_set_filter (companies, APP_COMPANIES_REGION, "PT16");
  g_assert_cmpuint (count (companies), ==, 1);
  app_companies_clear (companies);
  app_companies_set_sort (companies, WORKSPACE_SORT_NAME, TRUE);
  g_assert_cmpuint (count (companies), ==, 3);
  g_assert_cmpstr (nth (companies, 0)->name, ==, "Casa do Pão");
  app_fixture_close (window);
}

/* Another company is looked for from the whole list; what else narrows it stays. */
static void
test_words_go (void)
{
  AppWindow *window = new_window ();
  AppCompanies *companies = companies_of (window);
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
  g_assert_cmpuint (count (companies), ==, 2);
  app_companies_clear (companies);
  app_fixture_close (window);
}

/* The sample's T0 is finished; T1 is due a year after it. */
static void
test_due (void)
{
  AppWindow *window = new_window ();
  AppCompanies *companies = companies_of (window);

  app_companies_set_filter (companies, APP_COMPANIES_DUE, "T2");
  g_assert_cmpuint (count (companies), ==, 0);
  app_companies_set_filter (companies, APP_COMPANIES_DUE, "T1");
  for (guint i = 0; i < count (companies); i++)
    {
      g_autofree char *today = base_date_today ();

      g_assert_cmpstr (nth (companies, i)->due_stage, ==, "T1");
      g_assert_cmpstr (nth (companies, i)->due_on, <=, today);
    }
  app_fixture_close (window);
}

static void
test_row (void)
{
  AppWindow *window = new_window ();
  AppCompanies *companies = companies_of (window);
  AppCompanyCell *cell;
  g_autofree char *id = NULL;

  count (companies);
  app_fixture_wait (app_fixture_nth (window, APP_TYPE_COMPANY_CELL, 0) != NULL);
  cell = APP_COMPANY_CELL (app_fixture_nth (window, APP_TYPE_COMPANY_CELL, 0));
  g_assert_true (g_str_has_prefix (app_company_cell_get_words (cell), "Árvore Moldes, "));
  g_assert_nonnull (strstr (app_company_cell_get_words (cell), "T0 finished, T1 open, T2 open"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (cell))),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       app_company_cell_get_words (cell));
  id = g_strdup (nth (companies, 0)->id);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.archive-company", "s", id);
  g_assert_cmpuint (count (companies), ==, 2);
  app_companies_set_archived (companies, WORKSPACE_ARCHIVED_ONLY);
  g_assert_cmpuint (count (companies), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.unarchive-company", "s", id);
  app_companies_clear (companies);
  g_assert_cmpuint (count (companies), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete-company", "s", id);
  g_assert_cmpuint (count (companies), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.restore-company", "s", id);
  g_assert_cmpuint (count (companies), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-company", "s", id);
  g_assert_cmpstr (assessment_document_get_string (app_fixture_document (window), "company.name"),
                   ==, "Árvore Moldes");
  app_fixture_close (window);
}

/* No other company is seen, opened or begun until somebody clicks. */
static void
test_focus (void)
{
  AppWindow *window = new_window (), *other = new_window ();
  GtkWidget *list;
  AppCompanies *companies = companies_of (window);
  g_autofree char *id = NULL, *hidden = NULL;

  g_assert_cmpuint (count (companies), ==, 3);
  id = g_strdup (nth (companies, 0)->id);
  hidden = g_strdup (nth (companies, 2)->id);
  gtk_widget_activate_action (GTK_WIDGET (other), "win.open-company", "s", hidden);
  g_assert_nonnull (app_fixture_document (other));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.focus-company", "s", id);
  g_assert_null (app_fixture_document (other));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (other)), ==, "Waymark");
  app_fixture_settle ();
  g_assert_nonnull (app_fixture_find_label (window, "Only Árvore Moldes is shown"));
  g_assert_cmpuint (count (companies), ==, 1);
  /* Nothing to search in, and no card higher than its one row. */
  g_assert_null (app_fixture_nth (window, GTK_TYPE_SEARCH_ENTRY, 0));
  list = app_fixture_nth (window, APP_TYPE_LONG_LIST, 0);
  app_fixture_wait (gtk_widget_get_height (list) > 0 && gtk_widget_get_height (list) < 120);
  app_companies_set_text (companies, "casa");
  g_assert_cmpuint (count (companies), ==, 0);
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
  g_assert_cmpuint (count (companies), ==, 3);
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

/* What can be read of @widget and what is in it, a line each: words, what stands in fields, hints. */
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
  AppWindow *window = new_window ();
  AppCompanies *companies = companies_of (window);
  AppAdviser *adviser = app_session_get_adviser (app_window_get_session (window));
  GtkEditable *search = GTK_EDITABLE (app_fixture_nth (window, GTK_TYPE_SEARCH_ENTRY, 0));
  g_autofree char *id = NULL, *other = NULL, *path = NULL;
  const char *const tags[] = { "beira-tag", NULL };

  count (companies);
  id = g_strdup (nth (companies, 0)->id);
  other = g_strdup (nth (companies, 1)->id);
  g_assert_true (workspace_set_tags (workspace (), other, tags, NULL));
  app_store_refresh (app_application_get_store (application));
  app_companies_set_filter (companies, APP_COMPANIES_TAG, "beira-tag");
  gtk_editable_set_text (search, "conservas");
  app_window_toast (window, "Taken in: Beira Conservas", "_Undo", "win.undo-import", NULL);
  app_fixture_wait (app_fixture_find_label (window, "Taken in: Beira Conservas") != NULL);
  app_adviser_set_focus (adviser, id);
  g_assert_cmpuint (count (companies), ==, 1);
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
  g_assert_cmpuint (count (companies), ==, 3);
  app_fixture_close (window);
}

static GtkWidget *
records_of (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (APP_IS_RECORDS_WINDOW (window))
        return window;
    }
  return NULL;
}

static GtkEditable *
entry_in (GtkWidget *root, const char *title)
{
  if (ADW_IS_ENTRY_ROW (root)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return GTK_EDITABLE (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkEditable *found = entry_in (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
click_in (GtkWidget *root, const char *text)
{
  GtkWidget *button = app_fixture_find_button_in (root, text);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  app_fixture_settle ();
}

static guint
n_meetings (const char *company_id)
{
  g_autoptr (GPtrArray) list = workspace_list_meetings (workspace (), company_id, NULL);

  return list->len;
}

static gboolean
click_tip (GtkWidget *root, const char *tip)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_widget_get_tooltip_text (root), tip) == 0)
    {
      g_signal_emit_by_name (root, "clicked");
      app_fixture_settle ();
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (click_tip (child, tip))
      return TRUE;
  return FALSE;
}

static void
remove_first (GtkWidget *records)
{
  g_assert_true (click_tip (records, "Remove this meeting"));
  app_fixture_wait (app_fixture_find_button_in (records, "_Undo") != NULL);
}

static void
test_records (void)
{
  AppWindow *window = new_window ();
  AppCompanies *companies = companies_of (window);
  g_autofree char *id = NULL, *today = base_date_today ();
  g_autofree char *soon = base_date_add_months (today, 1);
  g_autoptr (WorkspaceCompany) company = NULL;
  GtkWidget *records;

  count (companies);
  id = g_strdup (nth (companies, 1)->id);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.company-records", "s", id);
  records = records_of ();
  g_assert_nonnull (records);
  app_fixture_wait (gtk_widget_get_mapped (records));
  click_in (records, "Add a meeting");
  gtk_editable_set_text (entry_in (records, "About"), "Plan & money");
  gtk_editable_set_text (entry_in (records, "Day (year-month-day)"), "tomorrow");
  click_in (records, "_Save");
  g_assert_cmpuint (count (companies), ==, 3);
  g_assert_null (nth (companies, 1)->next_meeting);
  gtk_editable_set_text (entry_in (records, "Day (year-month-day)"), soon);
  click_in (records, "_Save");
  count (companies);
  g_assert_cmpstr (nth (companies, 1)->next_meeting, ==, soon);
  g_assert_cmpstr (nth (companies, 1)->next_about, ==, "Plan & money");

  /* Taken away and brought back: the same meeting. */
  click_in (records, "Add a meeting");
  gtk_editable_set_text (entry_in (records, "About"), "Mistake");
  click_in (records, "_Save");
  g_assert_cmpuint (n_meetings (id), ==, 2);
  remove_first (records);
  g_assert_cmpuint (n_meetings (id), ==, 1);
  click_in (records, "_Undo");
  g_assert_cmpuint (n_meetings (id), ==, 2);

  gtk_editable_set_text (entry_in (records, "Tags, with commas between them"), "pilot, 2027");
  g_signal_emit_by_name (entry_in (records, "Tags, with commas between them"), "apply");
  app_companies_set_filter (companies, APP_COMPANIES_TAG, "pilot");
  g_assert_cmpuint (count (companies), ==, 1);
  gtk_editable_set_text (entry_in (records, "Keep until (year-month-day)"), "2030-01-31");
  g_signal_emit_by_name (entry_in (records, "Keep until (year-month-day)"), "apply");
  company = workspace_get_company (workspace (), id, NULL);
  g_assert_cmpstr (company->retain_until, ==, "2030-01-31");
  /* On a shared screen it goes away with its company, and does not come again. */
  app_companies_clear (companies);
  count (companies);
  app_adviser_set_focus (app_session_get_adviser (app_window_get_session (window)),
                         nth (companies, 0)->id);
  g_assert_null (records_of ());
  gtk_widget_activate_action (GTK_WIDGET (window), "win.company-records", "s", id);
  g_assert_null (records_of ());
  app_adviser_set_focus (app_session_get_adviser (app_window_get_session (window)), NULL);
  app_fixture_close (window);
}

/* Enter keeps a form and the keyboard goes on from where it came; what was typed without the tick is
 * kept when the window closes, and a day that is none is said before it goes. */
static void
test_records_by_keyboard (void)
{
  AppWindow *window = new_window ();
  AppCompanies *companies = companies_of (window);
  g_autoptr (WorkspaceCompany) company = NULL;
  g_autofree char *id = NULL;
  GtkEditable *retention, *tags;
  GtkWidget *records;

  count (companies);
  id = g_strdup (nth (companies, 0)->id);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.company-records", "s", id);
  records = records_of ();
  app_fixture_wait (gtk_widget_get_mapped (records));
  click_in (records, "Add a contact");
  gtk_editable_set_text (entry_in (records, "Name"), "Rui");
  g_signal_emit_by_name (entry_in (records, "Name"), "entry-activated");
  g_assert_null (entry_in (records, "Name"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (records))
                 == app_fixture_find_button_in (records, "Add a contact"));

  tags = entry_in (records, "Tags, with commas between them");
  gtk_editable_set_text (tags, "zinc, alloys");
  retention = entry_in (records, "Keep until (year-month-day)");
  gtk_editable_set_text (retention, "soon");
  gtk_window_close (GTK_WINDOW (records));
  g_assert_true (records_of () == records);
  gtk_window_close (GTK_WINDOW (records));
  app_fixture_wait (records_of () == NULL);
  company = workspace_get_company (workspace (), id, NULL);
  g_assert_true (g_strv_contains ((const char *const *)company->tags, "zinc"));
  g_assert_null (company->retain_until);
  app_fixture_close (window);
}

static void
test_narrow (void)
{
  AppWindow *window = new_window ();

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
  AppWindow *window = new_window ();
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
  g_test_add_func ("/app/home/records", test_records);
  g_test_add_func ("/app/home/records-by-keyboard", test_records_by_keyboard);
  g_test_add_func ("/app/home/toast", test_toast);
  g_test_add_func ("/app/home/narrow", test_narrow);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
