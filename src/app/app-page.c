/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-page.h"

#include "app/app-compat.h"

/* The base of all pages: updates itself only while it is seen, and knows whether it is narrow. */

typedef struct
{
  AppSession *session;
  char *title, *place;
  GtkWidget *header_end, *pane;
  gboolean narrow;
  gboolean pane_shown;
  gboolean dirty; /* the Advice changed while the page was not on the screen */
  gboolean updating;
} AppPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AppPage, app_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_TITLE,
  PROP_NARROW,
  PROP_HEADER_END,
  PROP_PANE,
  PROP_PANE_SHOWN,
  PROP_PLACE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static AppPagePrivate *
private_of (AppPage *self)
{
  return app_page_get_instance_private (self);
}

static void
update_now (AppPage *self)
{
  AppPagePrivate *priv = private_of (self);

  if (app_page_get_advice (self) == NULL || priv->updating)
    return;
  priv->dirty = FALSE;
  priv->updating = TRUE;
  if (APP_PAGE_GET_CLASS (self)->update != NULL)
    APP_PAGE_GET_CLASS (self)->update (self);
  priv->updating = FALSE;
}

static void
changed_cb (AppPage *self)
{
  AppPagePrivate *priv = private_of (self);

  priv->dirty = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_now (self);
}

static void
opened_cb (AppPage *self)
{
  if (APP_PAGE_GET_CLASS (self)->reset != NULL)
    APP_PAGE_GET_CLASS (self)->reset (self);
}

/* Before the widgets appear, so that nobody sees the state of before. */
static void
app_page_map (GtkWidget *widget)
{
  AppPage *self = APP_PAGE (widget);

  if (private_of (self)->dirty)
    update_now (self);
  GTK_WIDGET_CLASS (app_page_parent_class)->map (widget);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE, -1);
}

/* A stack keeps telling screen readers about the pages that it does not show. */
static void
app_page_unmap (GtkWidget *widget)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  GTK_WIDGET_CLASS (app_page_parent_class)->unmap (widget);
}

static void
app_page_dispose (GObject *object)
{
  AppPagePrivate *priv = private_of (APP_PAGE (object));

  g_clear_object (&priv->session);
  g_clear_object (&priv->header_end);
  g_clear_object (&priv->pane);
  G_OBJECT_CLASS (app_page_parent_class)->dispose (object);
}

static void
app_page_finalize (GObject *object)
{
  g_free (private_of (APP_PAGE (object))->title);
  g_free (private_of (APP_PAGE (object))->place);
  G_OBJECT_CLASS (app_page_parent_class)->finalize (object);
}

static void
app_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AppPagePrivate *priv = private_of (APP_PAGE (object));

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, priv->narrow);
      break;
    case PROP_HEADER_END:
      g_value_set_object (value, priv->header_end);
      break;
    case PROP_PANE:
      g_value_set_object (value, priv->pane);
      break;
    case PROP_PANE_SHOWN:
      g_value_set_boolean (value, priv->pane_shown);
      break;
    case PROP_PLACE:
      g_value_set_string (value, priv->place);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_narrow (AppPage *self, gboolean narrow)
{
  AppPagePrivate *priv = private_of (self);

  if (priv->narrow == narrow)
    return;
  priv->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
app_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AppPage *self = APP_PAGE (object);
  AppPagePrivate *priv = private_of (self);

  switch (id)
    {
    case PROP_SESSION:
      app_page_set_session (self, g_value_get_object (value));
      break;
    case PROP_TITLE:
      if (g_strcmp0 (priv->title, g_value_get_string (value)) != 0)
        {
          g_free (priv->title);
          priv->title = g_value_dup_string (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_HEADER_END:
      if (g_set_object (&priv->header_end, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_PANE:
      if (g_set_object (&priv->pane, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_PANE_SHOWN:
      if (priv->pane_shown != g_value_get_boolean (value))
        {
          priv->pane_shown = !priv->pane_shown;
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_PLACE:
      app_page_set_place (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_page_class_init (AppPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = app_page_dispose;
  object_class->finalize = app_page_finalize;
  object_class->get_property = app_page_get_property;
  object_class->set_property = app_page_set_property;
  GTK_WIDGET_CLASS (klass)->map = app_page_map;
  GTK_WIDGET_CLASS (klass)->unmap = app_page_unmap;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, APP_TYPE_SESSION, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /* Set by the window: there is no sidebar and little room. */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_HEADER_END]
      = g_param_spec_object ("header-end", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_PANE] = g_param_spec_object ("pane", NULL, NULL, GTK_TYPE_WIDGET, flags);
  /* Set by the window: the pane is on the screen. A page may show a short form of it while it is
   * not. */
  properties[PROP_PANE_SHOWN] = g_param_spec_boolean ("pane-shown", NULL, NULL, FALSE, flags);
  /* Set by the page: the place of it that is seen, such as a question's id. */
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
app_page_init (AppPage *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
}

AppSession *
app_page_get_session (AppPage *self)
{
  g_return_val_if_fail (APP_IS_PAGE (self), NULL);
  return private_of (self)->session;
}

void
app_page_set_session (AppPage *self, AppSession *session)
{
  AppPagePrivate *priv = private_of (self);

  g_return_if_fail (APP_IS_PAGE (self));

  if (priv->session == session)
    return;
  if (priv->session != NULL)
    g_signal_handlers_disconnect_by_data (priv->session, self);
  g_set_object (&priv->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
      changed_cb (self);
    }
  app_compat_wrap_headings (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

Advice *
app_page_get_advice (AppPage *self)
{
  AppSession *session = app_page_get_session (self);

  return session != NULL ? app_session_get_advice (session) : NULL;
}

AssessmentDocument *
app_page_get_document (AppPage *self)
{
  AppSession *session = app_page_get_session (self);

  return session != NULL ? app_session_get_document (session) : NULL;
}

gboolean
app_page_is_updating (AppPage *self)
{
  g_return_val_if_fail (APP_IS_PAGE (self), FALSE);
  return private_of (self)->updating;
}

void
app_page_edit (AppPage *self, AssessmentDocument *document, const char *step)
{
  g_return_if_fail (APP_IS_PAGE (self));
  g_return_if_fail (document != NULL);
  app_session_edit (private_of (self)->session, document, step);
}

char *
app_page_say (AppPage *self, const BaseText *text)
{
  g_return_val_if_fail (APP_IS_PAGE (self), NULL);
  return app_session_say (private_of (self)->session, text);
}

const char *
app_page_tell (AppPage *self, const char *msgid)
{
  g_return_val_if_fail (APP_IS_PAGE (self), NULL);
  return app_session_tell (private_of (self)->session, msgid);
}

void
app_page_go (AppPage *self, const char *target)
{
  g_return_if_fail (APP_IS_PAGE (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", target);
}

void
app_page_show_place (AppPage *self, const char *place)
{
  g_return_if_fail (APP_IS_PAGE (self));
  g_return_if_fail (place != NULL);

  if (private_of (self)->dirty)
    update_now (self);
  if (APP_PAGE_GET_CLASS (self)->show_place != NULL && app_page_get_advice (self) != NULL)
    APP_PAGE_GET_CLASS (self)->show_place (self, place);
}

const char *
app_page_get_title (AppPage *self)
{
  g_return_val_if_fail (APP_IS_PAGE (self), NULL);
  return private_of (self)->title;
}

gboolean
app_page_get_narrow (AppPage *self)
{
  g_return_val_if_fail (APP_IS_PAGE (self), FALSE);
  return private_of (self)->narrow;
}

GtkWidget *
app_page_get_header_end (AppPage *self)
{
  g_return_val_if_fail (APP_IS_PAGE (self), NULL);
  return private_of (self)->header_end;
}

GtkWidget *
app_page_get_pane (AppPage *self)
{
  g_return_val_if_fail (APP_IS_PAGE (self), NULL);
  return private_of (self)->pane;
}

const char *
app_page_get_place (AppPage *self)
{
  g_return_val_if_fail (APP_IS_PAGE (self), NULL);
  return private_of (self)->place;
}

void
app_page_set_place (AppPage *self, const char *place)
{
  AppPagePrivate *priv = private_of (self);
  g_autofree char *kept = g_strdup (place);

  g_return_if_fail (APP_IS_PAGE (self));

  if (g_strcmp0 (priv->place, kept) == 0)
    return;
  g_free (priv->place);
  priv->place = g_steal_pointer (&kept);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
}
