/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-adviser.h"

#include "app/app-entry.h"
#include "app/app-store.h"

/* One answer to "is this an adviser?" for all pages and windows. */

struct _AppAdviser
{
  GObject parent_instance;

  AppStore *store; /* or NULL */
  gboolean chosen, several;
  char *author;
  AppNames names;
  char *focus; /* id of a company, or NULL */
};

G_DEFINE_FINAL_TYPE (AppAdviser, app_adviser, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CHOSEN,
  PROP_ON,
  PROP_AUTHOR,
  PROP_NAMES,
  PROP_FOCUS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
has_several (AppAdviser *self)
{
  GListModel *entries = app_store_get_entries (self->store);
  const char *first = NULL;

  if (app_store_has_many (self->store))
    return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (AppEntry) item = g_list_model_get_item (entries, i);
      const WorkspaceEntry *entry = app_entry_get (item);

      if (g_strcmp0 (entry->id, APP_SAMPLE_ID) == 0)
        continue;
      /* The list keeps the entries alive. */
      if (first != NULL && g_strcmp0 (first, entry->company_id) != 0)
        return TRUE;
      first = entry->company_id;
    }
  return FALSE;
}

static void
listed_cb (AppAdviser *self)
{
  const gboolean before = app_adviser_is_on (self);

  self->several = has_several (self);
  if (before != app_adviser_is_on (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ON]);
}

static void
app_adviser_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AppAdviser *self = APP_ADVISER (object);

  switch (id)
    {
    case PROP_CHOSEN:
      g_value_set_boolean (value, self->chosen);
      break;
    case PROP_ON:
      g_value_set_boolean (value, app_adviser_is_on (self));
      break;
    case PROP_AUTHOR:
      g_value_set_string (value, app_adviser_get_author (self));
      break;
    case PROP_NAMES:
      g_value_set_uint (value, self->names);
      break;
    case PROP_FOCUS:
      g_value_set_string (value, self->focus);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_adviser_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHOSEN:
      app_adviser_set_chosen (APP_ADVISER (object), g_value_get_boolean (value));
      break;
    case PROP_AUTHOR:
      app_adviser_set_author (APP_ADVISER (object), g_value_get_string (value));
      break;
    case PROP_NAMES:
      app_adviser_set_names (APP_ADVISER (object), g_value_get_uint (value));
      break;
    case PROP_FOCUS:
      app_adviser_set_focus (APP_ADVISER (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_adviser_finalize (GObject *object)
{
  AppAdviser *self = APP_ADVISER (object);

  g_clear_object (&self->store);
  g_free (self->author);
  g_free (self->focus);
  G_OBJECT_CLASS (app_adviser_parent_class)->finalize (object);
}

static void
app_adviser_class_init (AppAdviserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = app_adviser_finalize;
  object_class->get_property = app_adviser_get_property;
  object_class->set_property = app_adviser_set_property;

  properties[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, FALSE, flags);
  properties[PROP_ON]
      = g_param_spec_boolean ("on", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_AUTHOR] = g_param_spec_string ("author", NULL, NULL, "", flags);
  properties[PROP_NAMES]
      = g_param_spec_uint ("names", NULL, NULL, 0, APP_NAMES_NONE, APP_NAMES_AGREED, flags);
  properties[PROP_FOCUS] = g_param_spec_string ("focus", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
app_adviser_init (AppAdviser *self)
{
}

AppAdviser *
app_adviser_new (GSettings *settings, AppStore *store)
{
  AppAdviser *self = g_object_new (APP_TYPE_ADVISER, NULL);

  if (settings != NULL)
    {
      g_settings_bind (settings, "advise-companies", self, "chosen", G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (settings, "author", self, "author", G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (settings, "respondent-names", self, "names", G_SETTINGS_BIND_DEFAULT);
    }
  if (store != NULL)
    {
      self->store = g_object_ref (store);
      g_signal_connect_object (store, "listed", G_CALLBACK (listed_cb), self, G_CONNECT_SWAPPED);
      listed_cb (self);
    }
  return self;
}

gboolean
app_adviser_is_on (AppAdviser *self)
{
  g_return_val_if_fail (APP_IS_ADVISER (self), FALSE);
  return self->chosen || self->several;
}

void
app_adviser_set_chosen (AppAdviser *self, gboolean chosen)
{
  gboolean before;

  g_return_if_fail (APP_IS_ADVISER (self));

  if (self->chosen == chosen)
    return;
  before = app_adviser_is_on (self);
  self->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
  if (before != app_adviser_is_on (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ON]);
}

const char *
app_adviser_get_author (AppAdviser *self)
{
  g_return_val_if_fail (APP_IS_ADVISER (self), "");
  return self->author != NULL ? self->author : "";
}

void
app_adviser_set_author (AppAdviser *self, const char *author)
{
  g_return_if_fail (APP_IS_ADVISER (self));

  if (g_strcmp0 (author != NULL ? author : "", app_adviser_get_author (self)) == 0)
    return;
  g_free (self->author);
  self->author = g_strdup (author);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AUTHOR]);
}

AppNames
app_adviser_get_names (AppAdviser *self)
{
  g_return_val_if_fail (APP_IS_ADVISER (self), APP_NAMES_AGREED);
  return self->names;
}

void
app_adviser_set_names (AppAdviser *self, AppNames names)
{
  g_return_if_fail (APP_IS_ADVISER (self));

  if (self->names == names || names > APP_NAMES_NONE)
    return;
  self->names = names;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAMES]);
}

const char *
app_adviser_get_focus (AppAdviser *self)
{
  g_return_val_if_fail (APP_IS_ADVISER (self), NULL);
  return self->focus;
}

void
app_adviser_set_focus (AppAdviser *self, const char *company_id)
{
  g_return_if_fail (APP_IS_ADVISER (self));

  if (g_strcmp0 (company_id, self->focus) == 0)
    return;
  g_free (self->focus);
  self->focus = g_strdup (company_id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS]);
}

ConsultationViewer
app_adviser_get_viewer (AppAdviser *self)
{
  g_return_val_if_fail (APP_IS_ADVISER (self), CONSULTATION_VIEWER_NO_NAMES);

  if (self->names == APP_NAMES_NONE)
    return CONSULTATION_VIEWER_NO_NAMES;
  return self->names == APP_NAMES_ALL && app_adviser_is_on (self) ? CONSULTATION_VIEWER_ADVISER
                                                                  : CONSULTATION_VIEWER_EMPLOYER;
}
