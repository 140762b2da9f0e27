/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-journey.h"

#include "app/app-page.h"
#include "app/app-store.h"
#include "app/app-way-step.h"
#include "app/widgets/app-way-strip.h"
#include "app/widgets/app-way.h"

#include <glib/gi18n.h>

/* Makes each page when it is first shown, and keeps what stands around the pages up to date. */

struct _AppJourney
{
  GtkBox parent_instance;

  AppSession *session;
  AppPage *page; /* the visible one; owned by the stack */
  gboolean narrow, show_pane;

  /* template */
  GtkMenuButton *side_menu, *header_menu;
  AppWay *way;
  AppWayStrip *strip;
  AdwAvatar *avatar;
  GtkImage *saved_mark;
  GtkLabel *company_name, *company_detail, *saved_label, *finished_label;
  GtkWidget *finished;
  AdwWindowTitle *title;
  AdwBin *header_end, *pane;
  GtkWidget *pane_button, *pane_area;
  GtkStack *pages;
};

G_DEFINE_FINAL_TYPE (AppJourney, app_journey, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_SHOW_PANE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The dimension of the open question, for the arrow in the way. */
static const char *
dimension_here (AppJourney *self, const AppPageInfo *info)
{
  const SurveyPack *pack = app_session_get_pack (self->session);
  const char *place = app_page_get_place (self->page);
  const SurveyQuestion *question;

  if (!g_str_equal (info->id, "questions") || place == NULL || pack == NULL)
    return NULL;
  question = survey_pack_find_question (pack, place);
  return question != NULL ? question->dimension : NULL;
}

static void
update_way (AppJourney *self)
{
  const AppPageInfo *info
      = self->page != NULL ? app_pages_find (gtk_stack_get_visible_child_name (self->pages)) : NULL;
  g_autoptr (GPtrArray) steps = NULL;

  if (info == NULL || app_session_get_advice (self->session) == NULL)
    return;
  steps = app_way_steps_new (self->session, info->step, dimension_here (self, info));
  app_way_set_steps (self->way, steps);
  app_way_strip_set_steps (self->strip, steps);
}

static void
update_company (AppJourney *self)
{
  AssessmentDocument *document = app_session_get_document (self->session);
  const char *name, *stage, *date;
  g_autofree char *said = NULL, *detail = NULL;

  if (document == NULL)
    return;
  name = assessment_document_get_string (document, "company.name");
  if (name == NULL)
    name = _ ("New company");
  stage = assessment_document_get_string (document, "stage");
  date = assessment_document_get_string (document, "date");
  if (date != NULL)
    said = base_language_date (app_session_get_language (self->session), date);
  detail = stage != NULL && said != NULL ? g_strdup_printf ("%s · %s", stage, said)
                                         : g_strdup (said != NULL ? said : stage);
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->company_name, name);
  gtk_label_set_label (self->company_detail, detail != NULL ? detail : "");
}

static void
update_pane (AppJourney *self)
{
  GtkWidget *pane = self->page != NULL ? app_page_get_pane (self->page) : NULL;
  const gboolean possible = pane != NULL && !app_page_get_narrow (self->page);
  const gboolean shown = possible && self->show_pane;

  adw_bin_set_child (self->pane, shown ? pane : NULL);
  gtk_widget_set_visible (self->pane_area, shown);
  gtk_widget_set_visible (self->pane_button, possible);
  if (self->page != NULL)
    g_object_set (self->page, "pane-shown", shown, NULL);
}

static void
page_changed (AppJourney *self)
{
  if (self->page == NULL)
    return;
  adw_bin_set_child (self->header_end, app_page_get_header_end (self->page));
  adw_window_title_set_title (self->title, app_page_get_title (self->page));
  update_pane (self);
}

static GtkWidget *
new_page (AppJourney *self, const AppPageInfo *info)
{
  static const char *const shown[]
      = { "notify::title", "notify::header-end", "notify::pane", "notify::narrow" };
  GtkWidget *page = g_object_new (info->get_type (), NULL);

  if (app_page_get_title (APP_PAGE (page)) == NULL)
    g_object_set (page, "title", gettext (info->title), NULL);
  g_object_bind_property (self, "narrow", page, "narrow", G_BINDING_SYNC_CREATE);
  app_page_set_session (APP_PAGE (page), self->session);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    g_signal_connect_object (page, shown[i], G_CALLBACK (page_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::place", G_CALLBACK (update_way), self, G_CONNECT_SWAPPED);
  return page;
}

/* What is finished is read, not changed: it cannot be clicked, but scrolled. The session refuses
 * what still comes through. */
static void
lock (GtkWidget *root, gboolean locked)
{
  if (GTK_IS_SCROLLED_WINDOW (root))
    {
      GtkWidget *child = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (root));

      if (child == NULL || gtk_widget_get_sensitive (child) == !locked)
        return;
      /* GtkText wants to hear that it lost the focus while it still may. */
      if (locked && gtk_widget_get_root (child) != NULL)
        gtk_root_set_focus (gtk_widget_get_root (child), NULL);
      gtk_widget_set_sensitive (child, !locked);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    lock (child, locked);
}

static void
update_finished (AppJourney *self)
{
  static const char *const locked[]
      = { "company", "questions", "project", "evidence", "people", "actions", "application", NULL };
  ConsultationFrozen *frozen = app_session_get_frozen (self->session);
  g_autofree char *date = NULL, *text = NULL;

  gtk_widget_set_visible (self->finished, frozen != NULL);
  for (guint i = 0; locked[i] != NULL; i++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->pages, locked[i]);

      if (page != NULL)
        lock (page, frozen != NULL);
    }
  if (frozen == NULL)
    return;
  date = base_language_date (app_session_get_language (self->session),
                             consultation_frozen_day (frozen));
  text = g_strdup_printf (_ ("Finished on %s. It stays as it was."), date);
  gtk_label_set_label (self->finished_label, text);
}

static AppPage *
find_page (AppJourney *self, const AppPageInfo *info)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, info->id);

  if (page == NULL)
    {
      page = new_page (self, info);
      gtk_stack_add_named (self->pages, page, info->id);
    }
  return APP_PAGE (page);
}

static void
session_changed_cb (AppJourney *self)
{
  update_way (self);
  update_company (self);
  update_finished (self);
}

static void
app_journey_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AppJourney *self = APP_JOURNEY (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_SHOW_PANE:
      g_value_set_boolean (value, self->show_pane);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_journey_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AppJourney *self = APP_JOURNEY (object);
  gboolean *field = id == PROP_NARROW ? &self->narrow : &self->show_pane;

  switch (id)
    {
    case PROP_NARROW:
    case PROP_SHOW_PANE:
      if (*field == g_value_get_boolean (value))
        return;
      *field = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_journey_dispose (GObject *object)
{
  AppJourney *self = APP_JOURNEY (object);

  self->page = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), APP_TYPE_JOURNEY);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (app_journey_parent_class)->dispose (object);
}

static void
app_journey_class_init (AppJourneyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = app_journey_dispose;
  object_class->get_property = app_journey_get_property;
  object_class->set_property = app_journey_set_property;

  properties[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SHOW_PANE]
      = g_param_spec_boolean ("show-pane", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (APP_TYPE_WAY);
  g_type_ensure (APP_TYPE_WAY_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-journey.ui");
  gtk_widget_class_bind_template_child (widget_class, AppJourney, side_menu);
  gtk_widget_class_bind_template_child (widget_class, AppJourney, header_menu);
  gtk_widget_class_bind_template_child (widget_class, AppJourney, way);
  gtk_widget_class_bind_template_child (widget_class, AppJourney, strip);
  gtk_widget_class_bind_template_child (widget_class, AppJourney, avatar);
  gtk_widget_class_bind_template_child (widget_class, AppJourney, company_name);
  gtk_widget_class_bind_template_child (widget_class, AppJourney, company_detail);
  gtk_widget_class_bind_template_child (widget_class, AppJourney, saved_label);
  gtk_widget_class_bind_template_child (widget_class, AppJourney, saved_mark);
  gtk_widget_class_bind_template_child (widget_class, AppJourney, finished);
  gtk_widget_class_bind_template_child (widget_class, AppJourney, finished_label);
  gtk_widget_class_bind_template_child (widget_class, AppJourney, title);
  gtk_widget_class_bind_template_child (widget_class, AppJourney, header_end);
  gtk_widget_class_bind_template_child (widget_class, AppJourney, pane);
  gtk_widget_class_bind_template_child (widget_class, AppJourney, pane_area);
  gtk_widget_class_bind_template_child (widget_class, AppJourney, pane_button);
  gtk_widget_class_bind_template_child (widget_class, AppJourney, pages);
  gtk_widget_class_bind_template_callback (widget_class, update_pane);
}

static void
app_journey_init (AppJourney *self)
{
  self->show_pane = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Unless somebody was quicker. */
static gboolean
focus_idle (gpointer data)
{
  GtkWidget *page = data;
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root == NULL || !gtk_widget_get_mapped (page)
      || (focus != NULL && gtk_widget_is_ancestor (focus, page)))
    return G_SOURCE_REMOVE;
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  focus = gtk_root_get_focus (root);
  /* Who comes to a page reads it: a field that is marked whole would be gone with the next key. */
  if (GTK_IS_EDITABLE (focus))
    gtk_editable_set_position (GTK_EDITABLE (focus), -1);
  return G_SOURCE_REMOVE;
}

/* Widgets come in the order of their places, which a page has once it was laid out: before that any
 * of them would be the first. A place has its own. */
static void
focus_page (AppJourney *self)
{
  g_idle_add_full (G_PRIORITY_LOW, focus_idle, g_object_ref (self->page), g_object_unref);
}

/* The tick is for what is saved. */
static void
saved_cb (AppJourney *self)
{
  AppStore *store = app_session_get_store (self->session);
  const gboolean failed = store != NULL && app_store_get_failure (store) != NULL;

  gtk_label_set_label (self->saved_label, app_session_get_saved_text (self->session));
  gtk_image_set_from_icon_name (self->saved_mark,
                                failed ? "dialog-warning-symbolic" : "object-select-symbolic");
  if (failed)
    gtk_widget_add_css_class (GTK_WIDGET (self->saved_label), "problem");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->saved_label), "problem");
}

AppJourney *
app_journey_new (AppSession *session, GMenuModel *menu)
{
  AppJourney *self;

  g_return_val_if_fail (APP_IS_SESSION (session), NULL);

  self = g_object_new (APP_TYPE_JOURNEY, NULL);
  self->session = g_object_ref (session);
  gtk_menu_button_set_menu_model (self->side_menu, menu);
  gtk_menu_button_set_menu_model (self->header_menu, menu);
  g_signal_connect_object (session, "notify::saved-text", G_CALLBACK (saved_cb), self,
                           G_CONNECT_SWAPPED);
  saved_cb (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
app_journey_show (AppJourney *self, const AppPageInfo *info, const char *place)
{
  GtkRoot *root;

  g_return_if_fail (APP_IS_JOURNEY (self));
  g_return_if_fail (app_session_get_document (self->session) != NULL);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  self->page = find_page (self, info);
  if (root != NULL)
    gtk_root_set_focus (root, NULL);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->page));
  page_changed (self);
  if (place != NULL)
    app_page_show_place (self->page, place);
  session_changed_cb (self);
  focus_page (self);
}

void
app_journey_toggle_pane (AppJourney *self)
{
  g_return_if_fail (APP_IS_JOURNEY (self));
  g_object_set (self, "show-pane", !self->show_pane, NULL);
}

const char *
app_journey_get_page_id (AppJourney *self)
{
  g_return_val_if_fail (APP_IS_JOURNEY (self), NULL);
  return gtk_stack_get_visible_child_name (self->pages);
}
