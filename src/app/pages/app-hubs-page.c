/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-hubs-page.h"

#include "app/app-choice.h"
#include "app/widgets/app-chart.h"
#include "app/widgets/app-hub-map.h"
#include "app/widgets/app-match-row.h"

#include <glib/gi18n.h>

/* The selected row of the list and the selected hub of the map are one. */

/* More found hubs than these help nobody: another word narrows them down. */
#define MOST_FOUND 40
#define ZOOM_STEP 1.5

struct _AppHubsPage
{
  AppPage parent_instance;

  GPtrArray *all;     /* AdviceMatch of every hub; NULL until somebody searches */
  char *searched;     /* words of the found list, NULL when it is of an old Advice */
  GListModel *places; /* every region with its towns; NULL until a town is not found */
  char *around;       /* what to search instead of a town without hubs: its region, its country */
  gboolean choosing;  /* list and map follow each other only once */

  /* template */
  GtkWidget *map_side, *list_side, *map_toggle;
  AppHubMap *map;
  GtkLabel *lead;
  AppChart *key, *map_key;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListBox *ranked, *found, *clusters;
  GtkWidget *ranked_box, *nowhere, *clusters_box;
  GtkLabel *found_note;
  GtkWidget *ways;
  GtkButton *around_button;
};

G_DEFINE_FINAL_TYPE (AppHubsPage, app_hubs_page, APP_TYPE_PAGE)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/* --- search ----------------------------------------------------------------------------------- */

static const AdviceMatch *
match_of (AppHubsPage *self, const CatalogueHub *hub)
{
  if (self->all == NULL)
    self->all = advice_match_all_hubs (app_page_get_advice (APP_PAGE (self)));
  for (guint i = 0; i < self->all->len; i++)
    if (((AdviceMatch *)self->all->pdata[i])->hub == hub)
      return self->all->pdata[i];
  return NULL;
}

static GPtrArray *
search_hubs (AppHubsPage *self, const char *words)
{
  return catalogue_search_hubs (advice_catalogue (app_page_get_advice (APP_PAGE (self))), words,
                                app_session_get_language (app_page_get_session (APP_PAGE (self))));
}

/* The region that @words name best, by one of its towns as a rule; NULL: none. */
static AppChoice *
region_of (AppHubsPage *self, const char *words)
{
  AppChoice *best = NULL;

  if (self->places == NULL)
    self->places = app_choices_new (app_page_get_session (APP_PAGE (self)), "place");
  for (guint i = 0; i < g_list_model_get_n_items (self->places); i++)
    {
      g_autoptr (AppChoice) place = g_list_model_get_item (self->places, i);

      if (app_choice_matches (place, words)
          && (best == NULL || app_choice_rank (place, words) < app_choice_rank (best, words)))
        g_set_object (&best, place);
    }
  return best;
}

/* Most towns have no hub, but their region has one, or their country. */
static void
find_around (AppHubsPage *self, const char *words)
{
  AppSession *session = app_page_get_session (APP_PAGE (self));
  g_autoptr (AppChoice) region = region_of (self, words);
  g_autofree char *label = NULL;

  g_clear_pointer (&self->around, g_free);
  if (region != NULL)
    {
      g_autoptr (GPtrArray) inside = search_hubs (self, app_choice_get_title (region));
      const CatalogueCountry *country = catalogue_find_country (
          app_session_get_catalogue (session),
          catalogue_find_region (app_session_get_catalogue (session), app_choice_get_id (region))
              ->country);

      self->around = g_strdup (inside->len > 0 ? app_choice_get_title (region)
                                               : app_session_tell (session, country->name));
      /* translators: of a region or a country */
      label = g_strdup_printf (_ ("Hubs in %s"), self->around);
      gtk_button_set_label (self->around_button, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->around_button), self->around != NULL);
}

static void
around_cb (AppHubsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), self->around);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
back_cb (AppHubsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static char *
found_text (guint n)
{
  if (n == 0)
    return g_strdup (
        _ ("No hub has that in its name, its place or its technologies. Try a shorter word, a "
           "larger town nearby, a region or a country."));
  if (n > MOST_FOUND)
    return g_strdup_printf (
        _ ("%u hubs found; the first %d are shown. Another word narrows them down."), n,
        MOST_FOUND);
  return g_strdup_printf (ngettext ("%u hub found", "%u hubs found", n), n);
}

static void
forget_found (AppHubsPage *self)
{
  clear_list (self->found);
  g_clear_pointer (&self->searched, g_free);
}

static void
show_found (AppHubsPage *self, const char *words)
{
  g_autoptr (GPtrArray) hubs = search_hubs (self, words);
  g_autofree char *note = found_text (hubs->len);

  forget_found (self);
  self->searched = g_strdup (words);
  for (guint i = 0; i < MIN (hubs->len, MOST_FOUND); i++)
    {
      const AdviceMatch *match = match_of (self, hubs->pdata[i]);

      if (match != NULL)
        gtk_list_box_append (self->found, app_match_row_new (APP_PAGE (self), match, 0));
    }
  gtk_label_set_label (self->found_note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->found), hubs->len > 0);
  gtk_widget_set_visible (self->ways, hubs->len == 0);
  if (hubs->len == 0)
    find_around (self, words);
}

static void
search_cb (AppHubsPage *self)
{
  g_autofree char *words
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  if (app_page_get_advice (APP_PAGE (self)) == NULL)
    return;
  /* The entry says so a moment after the last letter, again: what is unfolded stays. */
  if (*words != '\0' && g_strcmp0 (words, self->searched) != 0)
    show_found (self, words);
  gtk_stack_set_visible_child_name (self->stack, *words != '\0' ? "found" : "ranked");
}

/* --- one selection ---------------------------------------------------------------------------- */

static GtkListBox *
shown_list (AppHubsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "found") == 0 ? self->found
                                                                                  : self->ranked;
}

static AppMatchRow *
find_row (GtkListBox *list, const CatalogueHub *hub)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (APP_IS_MATCH_ROW (row) && app_match_row_get_match (APP_MATCH_ROW (row))->hub == hub)
      return APP_MATCH_ROW (row);
  return NULL;
}

static void
row_selected_cb (AppHubsPage *self, GtkListBoxRow *row)
{
  if (self->choosing || row == NULL || app_page_is_updating (APP_PAGE (self)))
    return;
  app_hub_map_set_selected (self->map, app_match_row_get_match (APP_MATCH_ROW (row))->hub);
}

static void
row_activated_cb (AppHubsPage *self, GtkListBoxRow *row)
{
  AppMatchRow *match_row = APP_MATCH_ROW (row);

  app_match_row_set_open (match_row, !app_match_row_get_open (match_row));
}

/* The row of @hub, which is searched for by its name when it is not among the listed ones. */
static AppMatchRow *
reveal_row (AppHubsPage *self, const CatalogueHub *hub)
{
  AppMatchRow *row = find_row (shown_list (self), hub);

  if (row == NULL && (row = find_row (self->ranked, hub)) != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (row == NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search), hub->name);
      search_cb (self);
      row = find_row (self->found, hub);
    }
  return row;
}

static void
select_hub (AppHubsPage *self, const CatalogueHub *hub, gboolean open)
{
  AppMatchRow *row = reveal_row (self, hub);

  app_hub_map_set_selected (self->map, hub);
  if (row == NULL)
    return;
  self->choosing = TRUE;
  gtk_list_box_select_row (shown_list (self), GTK_LIST_BOX_ROW (row));
  self->choosing = FALSE;
  if (open)
    app_match_row_set_open (row, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
chosen_cb (AppHubsPage *self)
{
  const CatalogueHub *hub = app_hub_map_get_selected (self->map);

  if (hub != NULL)
    select_hub (self, hub, !app_page_get_narrow (APP_PAGE (self)));
}

/* --- update ----------------------------------------------------------------------------------- */

static void
fill_key (AppHubsPage *self)
{
  const ChartKeyEntry entries[] = {
    { CHART_MARK_FILL, CHART_FILL_SOLID, _ ("Near") },
    { CHART_MARK_FILL, CHART_FILL_HATCH, _ ("Trade") },
    { CHART_MARK_FILL, CHART_FILL_DOTS, _ ("Technology") },
    { CHART_MARK_FILL, CHART_FILL_LINES, _ ("Service") },
    { CHART_MARK_FILL, CHART_FILL_OPEN, _ ("Kind of hub") },
  };
  const ChartKeyEntry marks[] = {
    { CHART_MARK_COMPANY, CHART_FILL_SOLID, _ ("Your region") },
    { CHART_MARK_HUB_RANKED, CHART_FILL_SOLID, _ ("Hub of the list") },
    { CHART_MARK_HUB_DOT, CHART_FILL_SOLID, _ ("Other hub") },
  };
  const ChartKeySpec spec = { entries, G_N_ELEMENTS (entries), FALSE };
  const ChartKeySpec map_spec = { marks, G_N_ELEMENTS (marks), TRUE };

  app_chart_set_key (self->key, &spec);
  app_chart_set_words (self->key, _ ("What the bars are made of"), "");
  app_chart_set_key (self->map_key, &map_spec);
  app_chart_set_words (self->map_key, _ ("Marks of the map"), "");
}

static void
update_lead (AppHubsPage *self, Advice *advice)
{
  BaseLanguage *language = app_session_get_language (app_page_get_session (APP_PAGE (self)));
  const guint n = catalogue_n_hubs (advice_catalogue (advice));
  g_autofree char *month = base_language_month (language, advice_versions (advice)->catalogue_date);
  g_autofree char *text
      = g_strdup_printf (ngettext ("%u hub compared. The list is of %s: ask whether a hub is still "
                                   "funded.",
                                   "%u hubs compared. The list is of %s: ask whether a hub is "
                                   "still funded.",
                                   n),
                         n, month);

  gtk_label_set_label (self->lead, text);
}

/* Rows that were unfolded stay so. */
static GHashTable *
open_hubs (GtkListBox *list)
{
  GHashTable *open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (app_match_row_get_open (APP_MATCH_ROW (row)))
      {
        const AdviceMatch *match = app_match_row_get_match (APP_MATCH_ROW (row));

        g_hash_table_add (open,
                          g_strdup (match->hub != NULL ? match->hub->id : match->cluster->id));
      }
  return open;
}

static void
append_match (
    AppHubsPage *self, GtkListBox *list, const AdviceMatch *match, guint rank, GHashTable *open)
{
  GtkWidget *row = app_match_row_new (APP_PAGE (self), match, rank);
  const char *id = match->hub != NULL ? match->hub->id : match->cluster->id;

  gtk_list_box_append (list, row);
  if (g_hash_table_contains (open, id))
    app_match_row_set_open (APP_MATCH_ROW (row), TRUE);
}

static void
update_lists (AppHubsPage *self, Advice *advice)
{
  g_autoptr (GHashTable) open = open_hubs (self->ranked);
  g_autoptr (GHashTable) open_clusters = open_hubs (self->clusters);
  const guint n = advice_n_hubs_shown (advice), n_clusters = advice_n_clusters_shown (advice);

  clear_list (self->ranked);
  clear_list (self->clusters);
  for (guint i = 0; i < n; i++)
    append_match (self, self->ranked, advice_hub (advice, i), i + 1, open);
  for (guint i = 0; i < n_clusters; i++)
    append_match (self, self->clusters, advice_cluster (advice, i), 0, open_clusters);
  gtk_widget_set_visible (self->ranked_box, n > 0);
  gtk_widget_set_visible (
      self->nowhere,
      assessment_document_get_string (advice_document (advice), "company.country") == NULL);
  gtk_widget_set_visible (self->clusters_box, n_clusters > 0);
}

static void
app_hubs_page_update (AppPage *page)
{
  AppHubsPage *self = APP_HUBS_PAGE (page);
  Advice *advice = app_page_get_advice (page);

  /* Found rows show matches of the old Advice. */
  forget_found (self);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  update_lead (self, advice);
  update_lists (self, advice);
  app_hub_map_show (self->map, page);
  search_cb (self);
}

static void
app_hubs_page_reset (AppPage *page)
{
  AppHubsPage *self = APP_HUBS_PAGE (page);

  forget_found (self);
  clear_list (self->ranked);
  clear_list (self->clusters);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  app_hub_map_set_selected (self->map, NULL);
}

static void
app_hubs_page_show_place (AppPage *page, const char *place)
{
  const Catalogue *catalogue = advice_catalogue (app_page_get_advice (page));
  const CatalogueHub *hub = catalogue_find_hub (catalogue, place);

  if (hub != NULL)
    select_hub (APP_HUBS_PAGE (page), hub, TRUE);
}

/* --- layout ----------------------------------------------------------------------------------- */

/* Where there is little room the map takes the place of the list. */
static void
layout_cb (AppHubsPage *self)
{
  const gboolean narrow = app_page_get_narrow (APP_PAGE (self));
  const gboolean map = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->map_toggle));

  gtk_widget_set_visible (self->map_toggle, narrow);
  gtk_widget_set_visible (self->map_side, !narrow || map);
  gtk_widget_set_visible (self->list_side, !narrow || !map);
  gtk_widget_set_hexpand (self->list_side, narrow);
}

static void
nearer_cb (AppHubsPage *self)
{
  app_hub_map_zoom (self->map, ZOOM_STEP);
}

static void
farther_cb (AppHubsPage *self)
{
  app_hub_map_zoom (self->map, 1 / ZOOM_STEP);
}

static void
fit_cb (AppHubsPage *self)
{
  app_hub_map_fit (self->map);
}

static void
app_hubs_page_dispose (GObject *object)
{
  AppHubsPage *self = APP_HUBS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), APP_TYPE_HUBS_PAGE);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  G_OBJECT_CLASS (app_hubs_page_parent_class)->dispose (object);
}

static void
app_hubs_page_finalize (GObject *object)
{
  g_free (APP_HUBS_PAGE (object)->searched);
  g_free (APP_HUBS_PAGE (object)->around);
  g_clear_object (&APP_HUBS_PAGE (object)->places);
  G_OBJECT_CLASS (app_hubs_page_parent_class)->finalize (object);
}

static void
app_hubs_page_class_init (AppHubsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AppPageClass *page_class = APP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_hubs_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = app_hubs_page_finalize;
  page_class->update = app_hubs_page_update;
  page_class->reset = app_hubs_page_reset;
  page_class->show_place = app_hubs_page_show_place;

  g_type_ensure (APP_TYPE_CHART);
  g_type_ensure (APP_TYPE_HUB_MAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-hubs-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AppHubsPage, map_side);
  gtk_widget_class_bind_template_child (widget_class, AppHubsPage, list_side);
  gtk_widget_class_bind_template_child (widget_class, AppHubsPage, map_toggle);
  gtk_widget_class_bind_template_child (widget_class, AppHubsPage, map);
  gtk_widget_class_bind_template_child (widget_class, AppHubsPage, lead);
  gtk_widget_class_bind_template_child (widget_class, AppHubsPage, key);
  gtk_widget_class_bind_template_child (widget_class, AppHubsPage, map_key);
  gtk_widget_class_bind_template_child (widget_class, AppHubsPage, search);
  gtk_widget_class_bind_template_child (widget_class, AppHubsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AppHubsPage, ranked);
  gtk_widget_class_bind_template_child (widget_class, AppHubsPage, found);
  gtk_widget_class_bind_template_child (widget_class, AppHubsPage, clusters);
  gtk_widget_class_bind_template_child (widget_class, AppHubsPage, ranked_box);
  gtk_widget_class_bind_template_child (widget_class, AppHubsPage, nowhere);
  gtk_widget_class_bind_template_child (widget_class, AppHubsPage, clusters_box);
  gtk_widget_class_bind_template_child (widget_class, AppHubsPage, found_note);
  gtk_widget_class_bind_template_child (widget_class, AppHubsPage, ways);
  gtk_widget_class_bind_template_child (widget_class, AppHubsPage, around_button);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, around_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, layout_cb);
  gtk_widget_class_bind_template_callback (widget_class, nearer_cb);
  gtk_widget_class_bind_template_callback (widget_class, farther_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_cb);
}

static void
app_hubs_page_init (AppHubsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_key (self);
  layout_cb (self);
}
