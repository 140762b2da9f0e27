/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-company-list.h"

#include "app/app-company.h"
#include "app/app-company-words.h"
#include "app/app-compat.h"
#include "app/app-store.h"
#include "app/widgets/app-choice-down.h"
#include "app/widgets/app-company-cell.h"
#include "app/widgets/app-long-list.h"
#include "app/widgets/app-narrow.h"
#include "app/widgets/app-reports-window.h"
#include "workspace/workspace-companies.h"

#include <glib/gi18n.h>
#include <stdlib.h>

/* Everything that narrows the list goes into AppCompanies; what it then says is shown. */

struct _AppCompanyList
{
  AdwBin parent_instance;

  AppSession *session; /* borrowed from the page */
  AppCompanies *companies;
  gboolean narrow, compact, showing;

  /* template */
  AppNarrow *room;
  GtkWidget *going_on, *bar, *headings, *show_all;
  GtkLabel *last_name, *last_detail, *nothing;
  GtkButton *go_on;
  GtkSearchEntry *search;
  GtkToggleButton *all, *due_t0, *due_t1, *due_t2, *open_step;
  GtkMenuButton *filter;
  GtkDropDown *stage, *sector, *region, *band, *tag, *archived, *sort;
  GtkButton *by_name, *by_due, *by_completeness, *by_score, *by_meeting;
  GtkStack *stack;
  AppLongList *list;
};

G_DEFINE_FINAL_TYPE (AppCompanyList, app_company_list, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* --- rows ------------------------------------------------------------------------------------- */

static GtkWidget *
new_cell (gpointer data)
{
  AppCompanyList *self = data;
  GtkWidget *cell = app_company_cell_new (self->session);

  g_object_bind_property (self, "narrow", cell, "narrow", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "compact", cell, "compact", G_BINDING_SYNC_CREATE);
  return cell;
}

static void
show_cell (GtkWidget *content, gpointer item, gpointer data)
{
  AppCompanyCell *cell = APP_COMPANY_CELL (content);

  app_company_cell_show (cell, item);
  /* The row has the keyboard, so it must say who it is. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (content)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, app_company_cell_get_words (cell),
                                  -1);
}

static void
activate_cb (AppCompanyList *self, guint position)
{
  g_autoptr (AppCompany) item = g_list_model_get_item (G_LIST_MODEL (self->companies), position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-company", "s",
                                app_company_get (item)->id);
}

/* --- what stands above the list --------------------------------------------------------------- */

/* Only while nothing is searched: then the room belongs to what is found. */
static void
show_latest (AppCompanyList *self)
{
  const WorkspaceCompany *company
      = app_companies_is_all (self->companies) ? app_companies_get_latest (self->companies) : NULL;
  const WorkspaceStage *stage = company != NULL ? workspace_company_latest (company) : NULL;
  g_autofree char *level = NULL, *detail = NULL;

  gtk_widget_set_visible (self->going_on, stage != NULL);
  if (stage == NULL)
    return;
  level = app_company_words_level (company, self->session);
  detail = g_strdup_printf (*level != '\0' ? _ ("Stage %s · %s") : _ ("Stage %s"),
                            stage->stage != NULL ? stage->stage : "–", level);
  gtk_label_set_label (self->last_name, company->name != NULL ? company->name : _ ("New company"));
  gtk_label_set_label (self->last_detail, detail);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->go_on), "s", company->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->go_on), "win.open-company");
}

static guint
n_filters (AppCompanyList *self)
{
  guint n = app_companies_get_archived (self->companies) != WORKSPACE_ARCHIVED_NO;

  for (guint i = 0; i < APP_COMPANIES_DUE; i++)
    n += app_companies_get_filter (self->companies, i) != NULL;
  return n;
}

static void
show_chips (AppCompanyList *self)
{
  GtkToggleButton *const due[] = { self->due_t0, self->due_t1, self->due_t2 };
  const char *wanted = app_companies_get_filter (self->companies, APP_COMPANIES_DUE);
  const guint n = n_filters (self);
  g_autofree char *all = g_strdup_printf (_ ("All %u"), app_companies_get_total (self->companies));
  g_autofree char *filter = n > 0 ? g_strdup_printf (_ ("Filter · %u"), n) : NULL;

  gtk_button_set_label (GTK_BUTTON (self->all), all);
  gtk_toggle_button_set_active (self->all, app_companies_is_all (self->companies));
  for (guint i = 0; i < G_N_ELEMENTS (due); i++)
    gtk_toggle_button_set_active (
        due[i], g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (due[i])), wanted) == 0);
  gtk_toggle_button_set_active (self->open_step, app_companies_get_open_step (self->companies));
  gtk_menu_button_set_label (self->filter, filter != NULL ? filter : _ ("Filter"));
}

static void
show_order (AppCompanyList *self)
{
  GtkButton *const headings[]
      = { self->by_name, self->by_due, self->by_completeness, self->by_score, self->by_meeting };
  const WorkspaceSort sort = app_companies_get_sort (self->companies);
  const gboolean descending = app_companies_get_descending (self->companies);

  gtk_drop_down_set_selected (self->sort, sort);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      GtkWidget *heading = GTK_WIDGET (headings[i]);
      GtkLabel *label = GTK_LABEL (gtk_button_get_child (headings[i]));
      g_autofree char *bare = g_strdup (gtk_label_get_label (label));
      g_autofree char *arrowed = NULL;

      if (g_str_has_suffix (bare, " ↑") || g_str_has_suffix (bare, " ↓"))
        bare[strlen (bare) - strlen (" ↑")] = '\0';
      if (atoi (gtk_widget_get_name (heading)) == (int)sort)
        arrowed = g_strconcat (bare, descending ? " ↓" : " ↑", NULL);
      gtk_label_set_label (label, arrowed != NULL ? arrowed : bare);
    }
}

static void
show_emptiness (AppCompanyList *self)
{
  const gboolean all = app_companies_is_all (self->companies);
  const gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->companies)) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "nothing" : "list");
  gtk_widget_set_visible (self->headings, !empty && !self->narrow);
  gtk_widget_set_visible (self->show_all, !all);
  gtk_label_set_label (self->nothing,
                       all ? _ ("No company yet. Begin one, or open a file that a company sent.")
                           : _ ("No company is like that. Try a shorter word or fewer filters."));
}

static void
listed_cb (AppCompanyList *self)
{
  self->showing = TRUE;
  show_latest (self);
  show_chips (self);
  show_order (self);
  show_emptiness (self);
  self->showing = FALSE;
}

/* --- what a person asks for ------------------------------------------------------------------- */

/* The first letter was caught from wherever the focus is; a space after it would press that button.
 */
static void
take_focus (AppCompanyList *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->search));

  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0' && GTK_IS_TEXT (text)
      && gtk_widget_get_mapped (GTK_WIDGET (text)) && !gtk_widget_has_focus (GTK_WIDGET (text)))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
}

static void
search_changed_cb (AppCompanyList *self)
{
  if (self->companies == NULL)
    return;
  take_focus (self);
  app_companies_set_text (self->companies, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  app_long_list_scroll_to_top (self->list);
}

/* Enter opens the first that was found. */
static void
search_activate_cb (AppCompanyList *self)
{
  app_companies_list_now (self->companies);
  activate_cb (self, 0);
}

static void
stop_search_cb (AppCompanyList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
clear_cb (AppCompanyList *self)
{
  app_companies_clear (self->companies);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_popover_popdown (GTK_POPOVER (gtk_menu_button_get_popover (self->filter)));
}

static void
all_cb (AppCompanyList *self)
{
  if (self->showing || self->companies == NULL)
    return;
  clear_cb (self);
}

/* What is due is shown in the order in which it is. */
static void
chip_cb (AppCompanyList *self, GtkToggleButton *chip)
{
  const gboolean active = gtk_toggle_button_get_active (chip);

  if (self->showing)
    return;
  if (chip == self->open_step)
    {
      app_companies_set_open_step (self->companies, active);
      return;
    }
  app_companies_set_filter (self->companies, APP_COMPANIES_DUE,
                            active ? gtk_widget_get_name (GTK_WIDGET (chip)) : NULL);
  if (active)
    app_companies_set_sort (self->companies, WORKSPACE_SORT_DUE, FALSE);
}

static void
sort_cb (AppCompanyList *self)
{
  if (!self->showing && self->companies != NULL)
    app_companies_set_sort (self->companies, (WorkspaceSort)gtk_drop_down_get_selected (self->sort),
                            FALSE);
}

static void
heading_cb (AppCompanyList *self, GtkButton *heading)
{
  const WorkspaceSort sort = (WorkspaceSort)atoi (gtk_widget_get_name (GTK_WIDGET (heading)));
  const gboolean again = app_companies_get_sort (self->companies) == sort;

  app_companies_set_sort (self->companies, sort,
                          again && !app_companies_get_descending (self->companies));
}

/* The newest assessment of each company that is found, in the order of the list. */
static void
reports_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppCompanyList *self = APP_COMPANY_LIST (widget);
  GListModel *model = G_LIST_MODEL (self->companies);
  GtkWidget *window
      = app_reports_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->session);

  app_companies_list_now (self->companies);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (AppCompany) item = g_list_model_get_item (model, i);
      const WorkspaceStage *stage
          = item != NULL ? workspace_company_latest (app_company_get (item)) : NULL;

      if (stage != NULL)
        app_reports_window_add (APP_REPORTS_WINDOW (window), stage->id,
                                app_company_get (item)->name);
    }
  app_reports_window_present (APP_REPORTS_WINDOW (window));
}

/* --- the filters' choices --------------------------------------------------------------------- */

static char *
choice_title (gpointer list, guint filter, const char *id)
{
  AppCompanyList *self = list;
  SurveyPack *pack = app_library_get_pack (app_session_get_library (self->session), "dma-sme");

  if (filter == APP_COMPANIES_BAND)
    for (guint i = 0; pack != NULL && i < survey_pack_n_bands (pack); i++)
      if (g_str_equal (survey_pack_band (pack, i)->id, id))
        return g_strdup (app_session_tell (self->session, survey_pack_band (pack, i)->title));
  if (app_session_get_catalogue (self->session) == NULL)
    return NULL;
  if (filter == APP_COMPANIES_SECTOR)
    return app_choices_title (self->session, "sector", id);
  return filter == APP_COMPANIES_REGION ? app_choices_title (self->session, "place", id) : NULL;
}

/* Everything goes, then the ids in use by their names. */
static void
fill (AppCompanyList *self, GtkDropDown *down, AppCompaniesFilter filter, GHashTable *ids)
{
  g_autoptr (GListModel) choices = app_choice_list_ids (
      ids, choice_title, self, filter, app_session_get_language (self->session), _ ("Any"));

  app_choice_down_fill (down, choices, app_companies_get_filter (self->companies, filter));
}

static void
collect (const WorkspaceCompany *company, GHashTable **ids)
{
  const WorkspaceStage *stage = workspace_company_latest (company);

  if (stage != NULL && stage->stage != NULL)
    g_hash_table_add (ids[APP_COMPANIES_STAGE], (gpointer)stage->stage);
  if (stage != NULL && stage->band != NULL)
    g_hash_table_add (ids[APP_COMPANIES_BAND], (gpointer)stage->band);
  for (guint i = 0; company->sectors[i] != NULL; i++)
    g_hash_table_add (ids[APP_COMPANIES_SECTOR], (gpointer)company->sectors[i]);
  if (company->region != NULL)
    g_hash_table_add (ids[APP_COMPANIES_REGION], (gpointer)company->region);
  for (guint i = 0; company->tags[i] != NULL; i++)
    g_hash_table_add (ids[APP_COMPANIES_TAG], (gpointer)company->tags[i]);
}

/* Only what is there can be chosen. */
static void
fill_filters_cb (AppCompanyList *self)
{
  GtkDropDown *const downs[] = { self->stage, self->sector, self->region, self->band, self->tag };
  Workspace *workspace = app_store_get_workspace (app_session_get_store (self->session));
  const WorkspaceQuery query
      = { .archived = WORKSPACE_ARCHIVED_TOO,
          .company = app_adviser_get_focus (app_session_get_adviser (self->session)) };
  g_autoptr (GPtrArray) found
      = workspace != NULL ? workspace_list_companies (workspace, &query, NULL, NULL) : NULL;
  GHashTable *ids[APP_COMPANIES_DUE];

  self->showing = TRUE;
  for (guint i = 0; i < APP_COMPANIES_DUE; i++)
    ids[i] = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; found != NULL && i < found->len; i++)
    collect (g_ptr_array_index (found, i), ids);
  for (guint i = 0; i < APP_COMPANIES_DUE; i++)
    {
      fill (self, downs[i], i, ids[i]);
      g_hash_table_unref (ids[i]);
    }
  gtk_drop_down_set_selected (self->archived, app_companies_get_archived (self->companies));
  self->showing = FALSE;
}

static void
filter_cb (AppCompanyList *self)
{
  GtkDropDown *const downs[] = { self->stage, self->sector, self->region, self->band, self->tag };

  if (self->showing || self->companies == NULL)
    return;
  for (guint i = 0; i < APP_COMPANIES_DUE; i++)
    app_companies_set_filter (self->companies, i, app_choice_down_get_id (downs[i]));
  app_companies_set_archived (self->companies,
                              (WorkspaceArchived)gtk_drop_down_get_selected (self->archived));
}

/* --- the object ------------------------------------------------------------------------------- */

static void
room_cb (AppCompanyList *self)
{
  const gboolean compact = app_narrow_get_narrow (self->room);

  if (self->compact == compact)
    return;
  self->compact = compact;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

static void
app_company_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AppCompanyList *self = APP_COMPANY_LIST (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_narrow (AppCompanyList *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->going_on),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->bar),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
app_company_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      set_narrow (APP_COMPANY_LIST (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_company_list_dispose (GObject *object)
{
  AppCompanyList *self = APP_COMPANY_LIST (object);

  app_compat_dispose_bin (ADW_BIN (self), APP_TYPE_COMPANY_LIST);
  g_clear_object (&self->companies);
  G_OBJECT_CLASS (app_company_list_parent_class)->dispose (object);
}

/* Whoever types while the list is on the screen searches, wherever the focus is. */
static void
capture_keys (AppCompanyList *self)
{
  const gboolean wanted = gtk_widget_get_mapped (GTK_WIDGET (self))
                          && gtk_widget_get_visible (GTK_WIDGET (self->search));

  gtk_search_entry_set_key_capture_widget (
      self->search, wanted ? GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))) : NULL);
}

/* With one company to be seen there is nothing to find; what was looked for before is another
 * company's, too. */
static void
focus_cb (AppCompanyList *self)
{
  const gboolean one = app_adviser_get_focus (app_session_get_adviser (self->session)) != NULL;

  if (one)
    clear_cb (self);
  gtk_widget_set_visible (GTK_WIDGET (self->search), !one);
  gtk_widget_set_visible (self->bar, !one);
  capture_keys (self);
}

static void
app_company_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (app_company_list_parent_class)->map (widget);
  capture_keys (APP_COMPANY_LIST (widget));
}

/* Who comes back and types looks for another company: filters stay, words do not. */
static void
app_company_list_unmap (GtkWidget *widget)
{
  AppCompanyList *self = APP_COMPANY_LIST (widget);

  gtk_search_entry_set_key_capture_widget (self->search, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  GTK_WIDGET_CLASS (app_company_list_parent_class)->unmap (widget);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, AppCompanyList, child)
  BIND (room);
  BIND (going_on);
  BIND (bar);
  BIND (headings);
  BIND (show_all);
  BIND (last_name);
  BIND (last_detail);
  BIND (nothing);
  BIND (go_on);
  BIND (search);
  BIND (all);
  BIND (due_t0);
  BIND (due_t1);
  BIND (due_t2);
  BIND (open_step);
  BIND (filter);
  BIND (stage);
  BIND (sector);
  BIND (region);
  BIND (band);
  BIND (tag);
  BIND (archived);
  BIND (sort);
  BIND (by_name);
  BIND (by_due);
  BIND (by_completeness);
  BIND (by_score);
  BIND (by_meeting);
  BIND (stack);
  BIND (list);
#undef BIND
}

static void
app_company_list_class_init (AppCompanyListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = app_company_list_dispose;
  object_class->get_property = app_company_list_get_property;
  object_class->set_property = app_company_list_set_property;
  widget_class->map = app_company_list_map;
  widget_class->unmap = app_company_list_unmap;
  properties[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "companies.reports", NULL, reports_action);
  g_type_ensure (APP_TYPE_LONG_LIST);
  g_type_ensure (APP_TYPE_NARROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-company-list.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, room_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, chip_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_filters_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
app_company_list_init (AppCompanyList *self)
{
  const char *const archive[]
      = { _ ("Without the archive"), _ ("Only the archive"), _ ("With the archive"), NULL };
  g_autoptr (GtkStringList) archived = gtk_string_list_new (archive);

  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->archived, G_LIST_MODEL (archived));
  gtk_drop_down_set_enable_search (self->archived, FALSE);
  self->showing = FALSE;
}

void
app_company_list_set_session (AppCompanyList *self, AppSession *session)
{
  g_return_if_fail (APP_IS_COMPANY_LIST (self));
  g_return_if_fail (self->companies == NULL);

  self->session = session;
  self->companies = app_companies_new (session);
  g_signal_connect_object (self->companies, "listed", G_CALLBACK (listed_cb), self,
                           G_CONNECT_SWAPPED);
  app_long_list_set_model (self->list, G_LIST_MODEL (self->companies), new_cell, show_cell, self);
  g_signal_connect_object (app_session_get_adviser (session), "notify::focus",
                           G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  focus_cb (self);
}

AppCompanies *
app_company_list_get_companies (AppCompanyList *self)
{
  g_return_val_if_fail (APP_IS_COMPANY_LIST (self), NULL);
  return self->companies;
}

void
app_company_list_search (AppCompanyList *self)
{
  g_return_if_fail (APP_IS_COMPANY_LIST (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
