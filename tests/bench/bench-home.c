/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-time.h"

#include "app/app-companies.h"
#include "app/app-store.h"
#include "app/app-window.h"
#include "app/widgets/app-company-cell.h"
#include "app/widgets/app-company-list.h"
#include "app/widgets/app-long-list.h"

#include <sqlite3.h>

/* bench-home: Home of an adviser in the real window, on the user's own workspace (XDG_DATA_HOME).
 * Each figure is what it takes from the key or click until the next picture of the window is drawn.
 * With an empty workspace only how long the window takes to come up. Run by tools/bench; not a
 * test. */

#define ROUNDS 15

static AppWindow *window;
static AppCompanies *companies;
static guint n_painted;

/* --- the window ------------------------------------------------------------------------------- */

static void
painted_cb (void)
{
  n_painted++;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Until the window was drawn once more; everything that waits for its turn is done before. */
static void
until_painted (void)
{
  const guint before = n_painted;

  gtk_widget_queue_draw (GTK_WIDGET (window));
  while (n_painted == before)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
n_listed (void)
{
  return g_list_model_get_n_items (G_LIST_MODEL (companies));
}

static void
open_window (AppApplication *application)
{
  window = app_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 800);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (painted_cb), NULL);
  while (!app_library_is_ready (app_application_get_library (application))
         || !app_store_is_open (app_application_get_store (application)))
    g_main_context_iteration (NULL, TRUE);
  companies = app_company_list_get_companies (
      APP_COMPANY_LIST (find (GTK_WIDGET (window), APP_TYPE_COMPANY_LIST)));
  until_painted ();
}

/* --- what a person does ----------------------------------------------------------------------- */

typedef void (*Step) (guint round);

static double
measure (const char *what, Step step, double aim)
{
  double values[ROUNDS];
  g_autofree char *label = NULL;

  for (guint i = 0; i < ROUNDS; i++)
    {
      double before;

      settle ();
      before = bench_cpu_ms ();
      step (i);
      until_painted ();
      values[i] = bench_cpu_ms () - before;
    }
  label = g_strdup_printf ("%s: %u", what, n_listed ());
  return bench_print (label, values, ROUNDS, aim);
}

static void
nothing (guint round)
{
}

/* One letter more each time, as one who types. */
static void
type (guint round)
{
  static const char *const words[] = { "s", "se", "ser", "serr", "serra" };

  gtk_editable_set_text (GTK_EDITABLE (find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY)),
                         words[round % G_N_ELEMENTS (words)]);
}

static void
rare (guint round)
{
  static const char *const words[] = { "", "text ser" };

  gtk_editable_set_text (GTK_EDITABLE (find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY)),
                         words[round % G_N_ELEMENTS (words)]);
}

static void
filter (guint round)
{
  app_companies_set_filter (companies, APP_COMPANIES_SECTOR, round % 2 == 0 ? "food" : NULL);
}

static void
sort (guint round)
{
  app_companies_set_sort (companies, round % 2 == 0 ? WORKSPACE_SORT_SCORE : WORKSPACE_SORT_DUE,
                          FALSE);
}

static GtkWidget *
list_view (void)
{
  GtkWidget *cell = find (GTK_WIDGET (window), APP_TYPE_COMPANY_CELL);

  return gtk_widget_get_ancestor (cell, APP_TYPE_LONG_LIST);
}

static void
scroll (guint round)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list_view ()));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                            + gtk_adjustment_get_page_size (adjustment));
}

/* What happens after each save: the list is asked for again. */
static void
refresh (guint round)
{
  app_store_refresh (app_session_get_store (app_window_get_session (window)));
}

/* --- plain sqlite3 ---------------------------------------------------------------------------- */

static double
plain (const char *what, const char *sql)
{
  g_autofree char *path
      = g_build_filename (g_get_user_data_dir (), "waymark", "workspace.db", NULL);
  double values[ROUNDS];
  sqlite3 *db = NULL;
  sqlite3_stmt *query = NULL;

  sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL);
  sqlite3_prepare_v2 (db, sql, -1, &query, NULL);
  for (guint i = 0; i < ROUNDS; i++)
    {
      double before = bench_cpu_ms ();

      while (sqlite3_step (query) == SQLITE_ROW)
        for (int k = 0; k < sqlite3_column_count (query); k++)
          sqlite3_column_text (query, k);
      sqlite3_reset (query);
      values[i] = bench_cpu_ms () - before;
    }
  sqlite3_finalize (query);
  sqlite3_close (db);
  return bench_print (what, values, ROUNDS, 0);
}

static void
bench (void)
{
  double drawn, typed, filtered, peer;

  drawn = measure ("drawing the window, nothing else", nothing, 0);
  typed = measure ("a letter typed into the search", type, 16);
  measure ("a rare word and all again", rare, 16);
  rare (0);
  filtered = measure ("a filter on and off", filter, 16);
  app_companies_clear (companies);
  measure ("another order", sort, 16);
  measure ("a page further down", scroll, 16);
  measure ("the list after a change", refresh, 16);
  peer = plain ("sqlite3: names LIKE '%ser%'",
                "SELECT id, name, city, region, country FROM companies WHERE name LIKE '%ser%'"
                " ORDER BY name");
  g_print ("a letter, without the drawing: %.2f of sqlite3's\n", (typed - drawn) / peer);
  peer = plain ("sqlite3: sector = 'food'",
                "SELECT id, name, city, region, country FROM companies WHERE sectors = 'food'"
                " ORDER BY name");
  g_print ("a filter, without the drawing: %.2f of sqlite3's\n", (filtered - drawn) / peer);
}

int
main (int argc, char **argv)
{
  g_autoptr (AppApplication) application = app_application_new ();
  const gint64 begun = g_get_monotonic_time ();

  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;
  open_window (application);
  g_print ("%-44s %8.2f ms, %.0f of the clock\n",
           n_listed () > 0 ? "window up with its list" : "window up with an empty workspace",
           bench_cpu_ms (), (double)(g_get_monotonic_time () - begun) / 1000);
  if (n_listed () > 0)
    bench ();
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  return 0;
}
