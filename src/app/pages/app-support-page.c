/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-support-page.h"

#include "app/app-compat.h"
#include "app/app-own-call.h"
#include "app/widgets/app-call-window.h"
#include "app/widgets/app-instrument-row.h"
#include "app/widgets/app-service-row.h"

#include <glib/gi18n.h>

/* Rows of kinds of support stay when the Advice changes, so that what is open stays open; the short
 * lists above them are made anew. */

/* More questions than these stand behind "more". */
#define N_QUESTIONS 3

typedef enum
{
  GROUP_FITS,
  GROUP_OF_THIS_KIND,
  GROUP_CANNOT_TELL,
  GROUP_NOT,
  N_GROUPS
} Group;

struct _AppSupportPage
{
  AppPage parent_instance;

  GHashTable *rows;   /* instrument id → AppInstrumentRow */
  GtkSizeGroup *tags; /* the states of all rows, so that the titles begin under each other */
  char *open_service;
  char *removing; /* id of the own call that a question is about */

  /* template */
  GtkLabel *own_problem;
  GtkListBox *services;
  GtkWidget *no_services, *open_box;
  GtkLabel *open_title;
  GtkListBox *open_list;
  GtkBox *kinds_head;
  GtkWidget *group_boxes[N_GROUPS];
  GtkListBox *groups[N_GROUPS];
};

G_DEFINE_FINAL_TYPE (AppSupportPage, app_support_page, APP_TYPE_PAGE)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/* --- today ------------------------------------------------------------------------------------ */

/* The row that is open is remembered, so that new Advice leaves it open. */
static void
service_expanded_cb (AppSupportPage *self, GParamSpec *pspec, AdwExpanderRow *row)
{
  const char *id = app_service_row_get_id (APP_SERVICE_ROW (row));

  if (adw_expander_row_get_expanded (row))
    {
      g_free (self->open_service);
      self->open_service = g_strdup (id);
    }
  else if (g_strcmp0 (self->open_service, id) == 0)
    {
      g_clear_pointer (&self->open_service, g_free);
    }
}

static void
update_services (AppSupportPage *self, Advice *advice)
{
  const guint n = advice_n_services (advice);

  clear_list (self->services);
  for (guint i = 0; i < n; i++)
    {
      const AdviceService *service = advice_service (advice, i);
      GtkWidget *row = app_service_row_new (APP_PAGE (self), service);

      gtk_list_box_append (self->services, row);
      if (g_strcmp0 (service->id, self->open_service) == 0)
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
      g_signal_connect_object (row, "notify::expanded", G_CALLBACK (service_expanded_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->services), n > 0);
  gtk_widget_set_visible (self->no_services, n == 0);
}

/* --- open questions --------------------------------------------------------------------------- */

static GtkWidget *
new_question (AppSupportPage *self, const AdviceOpenQuestion *open)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (C_ ("verb", "Answer"));
  g_autofree char *question = app_page_say (APP_PAGE (self), open->row->question);
  g_autofree char *weight
      = g_strdup_printf (ngettext ("Asked for by %u kind of support",
                                   "Asked for by %u kinds of support", open->n_instruments),
                         open->n_instruments);
  g_autofree char *name = g_strdup_printf ("%s: %s", C_ ("verb", "Answer"), question);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), question);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), weight);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", open->row->path);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.answer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
update_open (AppSupportPage *self, Advice *advice)
{
  const guint n = advice_n_open_questions (advice);
  g_autofree char *title
      = g_strdup_printf (ngettext ("%u question would settle more kinds of support",
                                   "%u questions would settle more kinds of support", n),
                         n);
  GtkWidget *more = NULL;

  clear_list (self->open_list);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = new_question (self, advice_open_question (advice, i));

      if (i == N_QUESTIONS && n > N_QUESTIONS + 1)
        {
          g_autofree char *rest
              = g_strdup_printf (ngettext ("%u more question", "%u more questions", n - i), n - i);

          more = adw_expander_row_new ();
          adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), rest);
          gtk_list_box_append (self->open_list, more);
        }
      if (more != NULL)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (more), row);
      else
        gtk_list_box_append (self->open_list, row);
    }
  gtk_label_set_label (self->open_title, title);
  gtk_widget_set_visible (self->open_box, n > 0);
}

/* --- own calls -------------------------------------------------------------------------------- */

static GtkWindow *
window_of (AppSupportPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static AppLibrary *
library_of (AppSupportPage *self)
{
  return app_session_get_library (app_page_get_session (APP_PAGE (self)));
}

static void
show_form (AppSupportPage *self, const CatalogueInstrument *instrument)
{
  GtkWidget *form = app_call_window_new (window_of (self), library_of (self), instrument);

  /* A new call is unfolded: its conditions are to be ticked next. */
  g_signal_connect_object (form, "added", G_CALLBACK (app_page_show_place), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (form));
}

static void
add_cb (AppSupportPage *self)
{
  show_form (self, NULL);
}

static void
edit_cb (AppSupportPage *self, const char *id)
{
  const AdviceInstrument *instrument
      = advice_find_instrument (app_page_get_advice (APP_PAGE (self)), id);

  if (instrument != NULL)
    show_form (self, instrument->instrument);
}

static void
removed_cb (gboolean accepted, gpointer user_data)
{
  AppSupportPage *self = user_data;
  g_autofree char *id = g_steal_pointer (&self->removing);
  g_autoptr (GError) error = NULL;

  if (accepted && id != NULL && !app_own_call_remove (library_of (self), id, &error))
    app_compat_tell (window_of (self), _ ("The call could not be removed"), error->message);
}

static void
remove_cb (AppSupportPage *self, const char *id)
{
  const AdviceInstrument *instrument
      = advice_find_instrument (app_page_get_advice (APP_PAGE (self)), id);
  g_autofree char *body = NULL;

  if (instrument == NULL)
    return;
  g_free (self->removing);
  self->removing = g_strdup (id);
  body = g_strdup_printf (
      _ ("“%s” and its conditions are removed from this computer. This cannot be "
         "undone."),
      instrument->instrument->title);
  app_compat_ask (window_of (self), _ ("Remove this call?"), body, _ ("_Remove"), removed_cb, self);
}

static void
update_own (AppSupportPage *self)
{
  const GError *error = app_library_get_own_error (library_of (self));
  g_autofree char *text
      = error != NULL ? g_strdup_printf (
            _ ("Your own calls are left out, their file cannot be read: %s"), error->message)
                      : NULL;

  gtk_label_set_label (self->own_problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->own_problem), text != NULL);
}

/* --- kinds of support ------------------------------------------------------------------------- */

/* Only an open call "fits". */
static Group
group_of (const AdviceInstrument *instrument)
{
  switch (instrument->status)
    {
    case ADVICE_STATUS_ELIGIBLE:
      return instrument->call == ADVICE_CALL_OPEN ? GROUP_FITS : GROUP_OF_THIS_KIND;
    case ADVICE_STATUS_NOT_ELIGIBLE:
      return GROUP_NOT;
    case ADVICE_STATUS_UNKNOWN:
    default:
      return GROUP_CANNOT_TELL;
    }
}

static GtkWidget *
find_row (AppSupportPage *self, const char *id)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, id);

  if (row != NULL)
    return row;
  row = g_object_ref_sink (app_instrument_row_new (APP_PAGE (self), self->tags));
  g_signal_connect_object (row, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->rows, g_strdup (id), row);
  return row;
}

/* Puts @row at @index of @list, without touching it when it is there: moving would take the focus.
 */
static void
place (GtkListBox *list, GtkWidget *row, guint index)
{
  GtkWidget *parent = gtk_widget_get_parent (row);

  if (parent == GTK_WIDGET (list)
      && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) == (int)index)
    return;
  if (parent != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (parent), row);
  gtk_list_box_insert (list, row, (int)index);
}

static void
drop_rows_of_old (AppSupportPage *self, Advice *advice)
{
  GHashTableIter iter;
  gpointer id, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    if (advice_find_instrument (advice, id) == NULL)
      {
        gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (row)), row);
        g_hash_table_iter_remove (&iter);
      }
}

static void
update_kinds (AppSupportPage *self, Advice *advice)
{
  guint filled[N_GROUPS] = { 0 };

  drop_rows_of_old (self, advice);
  for (guint i = 0; i < advice_n_instruments (advice); i++)
    {
      const AdviceInstrument *instrument = advice_instrument (advice, i);
      const Group group = group_of (instrument);
      GtkWidget *row = find_row (self, instrument->instrument->id);

      place (self->groups[group], row, filled[group]++);
      app_instrument_row_show (APP_INSTRUMENT_ROW (row), instrument);
    }
  for (guint group = 0; group < N_GROUPS; group++)
    gtk_widget_set_visible (self->group_boxes[group], filled[group] > 0);
}

static void
app_support_page_update (AppPage *page)
{
  AppSupportPage *self = APP_SUPPORT_PAGE (page);
  Advice *advice = app_page_get_advice (page);

  update_own (self);
  update_services (self, advice);
  update_open (self, advice);
  update_kinds (self, advice);
}

static void
narrow_cb (AppSupportPage *self)
{
  const gboolean narrow = app_page_get_narrow (APP_PAGE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->kinds_head),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  if (app_page_get_advice (APP_PAGE (self)) != NULL)
    app_support_page_update (APP_PAGE (self));
}

static void
app_support_page_reset (AppPage *page)
{
  AppSupportPage *self = APP_SUPPORT_PAGE (page);
  GHashTableIter iter;
  gpointer row;

  g_clear_pointer (&self->open_service, g_free);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    adw_expander_row_set_expanded (row, FALSE);
}

/* Scrolling has to wait for the sizes of what was just unfolded. */
static gboolean
scroll_idle (gpointer data)
{
  GtkWidget *row = data;
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  if (scroller != NULL
      && gtk_widget_compute_bounds (row, gtk_widget_get_first_child (scroller), &bounds))
    {
      GtkAdjustment *adjustment
          = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                                + (double)bounds.origin.y - 12);
    }
  return G_SOURCE_REMOVE;
}

static void
app_support_page_show_place (AppPage *page, const char *place_id)
{
  AppSupportPage *self = APP_SUPPORT_PAGE (page);
  GtkWidget *row = g_hash_table_lookup (self->rows, place_id);

  if (row == NULL)
    return;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  g_idle_add_full (G_PRIORITY_LOW, scroll_idle, g_object_ref (row), g_object_unref);
}

static void
app_support_page_dispose (GObject *object)
{
  AppSupportPage *self = APP_SUPPORT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), APP_TYPE_SUPPORT_PAGE);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  G_OBJECT_CLASS (app_support_page_parent_class)->dispose (object);
}

static void
app_support_page_finalize (GObject *object)
{
  AppSupportPage *self = APP_SUPPORT_PAGE (object);

  g_object_unref (self->tags);
  g_free (self->open_service);
  g_free (self->removing);
  G_OBJECT_CLASS (app_support_page_parent_class)->finalize (object);
}

static void
bind_group (GtkWidgetClass *widget_class, Group group, const char *name)
{
  g_autofree char *box = g_strconcat (name, "_box", NULL);

  gtk_widget_class_bind_template_child_full (widget_class, name, FALSE,
                                             G_STRUCT_OFFSET (AppSupportPage, groups)
                                                 + (gssize)(group * sizeof (gpointer)));
  gtk_widget_class_bind_template_child_full (widget_class, box, FALSE,
                                             G_STRUCT_OFFSET (AppSupportPage, group_boxes)
                                                 + (gssize)(group * sizeof (gpointer)));
}

static void
app_support_page_class_init (AppSupportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AppPageClass *page_class = APP_PAGE_CLASS (klass);

  object_class->dispose = app_support_page_dispose;
  object_class->finalize = app_support_page_finalize;
  page_class->update = app_support_page_update;
  page_class->reset = app_support_page_reset;
  page_class->show_place = app_support_page_show_place;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-support-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AppSupportPage, own_problem);
  gtk_widget_class_bind_template_child (widget_class, AppSupportPage, services);
  gtk_widget_class_bind_template_child (widget_class, AppSupportPage, no_services);
  gtk_widget_class_bind_template_child (widget_class, AppSupportPage, open_box);
  gtk_widget_class_bind_template_child (widget_class, AppSupportPage, open_title);
  gtk_widget_class_bind_template_child (widget_class, AppSupportPage, open_list);
  gtk_widget_class_bind_template_child (widget_class, AppSupportPage, kinds_head);
  bind_group (widget_class, GROUP_FITS, "fits");
  bind_group (widget_class, GROUP_OF_THIS_KIND, "of_this_kind");
  bind_group (widget_class, GROUP_CANNOT_TELL, "cannot_tell");
  bind_group (widget_class, GROUP_NOT, "not");
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
}

static void
app_support_page_init (AppSupportPage *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->tags = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
