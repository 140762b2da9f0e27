/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-logo-row.h"

#include "app/app-compat.h"
#include "report/report.h"

#include <glib/gi18n.h>

struct _AppLogoRow
{
  AdwActionRow parent_instance;

  char *path;
  GtkWidget *choose, *remove;
};

G_DEFINE_FINAL_TYPE (AppLogoRow, app_logo_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_PATH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_path (AppLogoRow *self)
{
  g_autofree char *name = self->path != NULL ? g_path_get_basename (self->path) : NULL;
  g_autofree char *valid = name != NULL ? g_filename_display_name (name) : NULL;
  g_autofree char *escaped = valid != NULL ? g_markup_escape_text (valid, -1) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               escaped != NULL ? escaped : _ ("PNG or JPEG, on the cover"));
  gtk_widget_set_visible (self->remove, self->path != NULL);
}

static GtkWindow *
get_window (AppLogoRow *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
file_cb (GFile *file, gpointer user_data)
{
  AppLogoRow *self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  if (report_check_logo (path, &error))
    app_logo_row_set_path (self, path);
  else
    app_compat_tell (get_window (self), _ ("This picture cannot be used"), error->message);
}

static void
choose_cb (AppLogoRow *self)
{
  const AppFileRequest request
      = { .title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
          .accept = _ ("_Choose"),
          .filter_name = _ ("PNG or JPEG pictures"),
          .pattern = "*.png;*.jpg;*.jpeg" };

  app_compat_choose_file (get_window (self), &request, file_cb, self);
}

static void
remove_cb (AppLogoRow *self)
{
  app_logo_row_set_path (self, NULL);
  gtk_widget_grab_focus (self->choose);
}

/* Two rows have the same buttons: each says whose it is. */
static void
title_cb (AppLogoRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  /* translators: of a logo: "Choose: Logo of the company" */
  g_autofree char *choose = g_strdup_printf (_ ("Choose: %s"), title);
  g_autofree char *remove = g_strdup_printf (_ ("Remove: %s"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choose), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  choose, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  remove, -1);
}

static void
app_logo_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PATH:
      g_value_set_string (value, APP_LOGO_ROW (object)->path);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_logo_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PATH:
      app_logo_row_set_path (APP_LOGO_ROW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_logo_row_finalize (GObject *object)
{
  g_free (APP_LOGO_ROW (object)->path);
  G_OBJECT_CLASS (app_logo_row_parent_class)->finalize (object);
}

static void
app_logo_row_class_init (AppLogoRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = app_logo_row_get_property;
  object_class->set_property = app_logo_row_set_property;
  object_class->finalize = app_logo_row_finalize;
  properties[PROP_PATH]
      = g_param_spec_string ("path", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
app_logo_row_init (AppLogoRow *self)
{
  /* Not the button's own label, which would be read beside its name. */
  self->choose = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->choose), gtk_label_new (_ ("Choose…")));
  self->remove = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  gtk_widget_set_tooltip_text (self->remove, _ ("Remove"));
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_widget_set_valign (self->choose, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->remove, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->remove);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->choose);
  g_signal_connect_object (self->choose, "clicked", G_CALLBACK (choose_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
  show_path (self);
}

const char *
app_logo_row_get_path (AppLogoRow *self)
{
  g_return_val_if_fail (APP_IS_LOGO_ROW (self), NULL);
  return self->path;
}

void
app_logo_row_set_path (AppLogoRow *self, const char *path)
{
  g_return_if_fail (APP_IS_LOGO_ROW (self));

  if (path != NULL && *path == '\0')
    path = NULL;
  if (g_strcmp0 (self->path, path) == 0)
    return;
  g_free (self->path);
  self->path = g_strdup (path);
  show_path (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
}
