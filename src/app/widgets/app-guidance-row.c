/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-guidance-row.h"

#include "app/app-compat.h"

#include <glib/gi18n.h>

/* Identifier, why, what and from when, and the source that says so. */

struct _AppGuidanceRow
{
  AdwExpanderRow parent_instance;

  char *source;
};

G_DEFINE_FINAL_TYPE (AppGuidanceRow, app_guidance_row, ADW_TYPE_EXPANDER_ROW)

static void
source_cb (AppGuidanceRow *self)
{
  app_compat_open_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->source);
}

static GtkWidget *
new_words (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_note (AppPage *page, const CatalogueGuidance *row)
{
  GtkWidget *line = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), new_words (app_page_tell (page, row->note), NULL));
  if (row->applies_on != NULL)
    {
      BaseLanguage *language = app_session_get_language (app_page_get_session (page));
      g_autofree char *date = base_language_date (language, row->applies_on);
      g_autofree char *text = g_strdup_printf (_ ("Date to know: %s"), date);

      gtk_box_append (GTK_BOX (box), new_words (text, "heading"));
    }
  gtk_widget_add_css_class (box, "row-text");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  return line;
}

static GtkWidget *
new_source (AppGuidanceRow *self, AppPage *page, const CatalogueGuidance *row)
{
  GtkWidget *line = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("web-browser-symbolic");
  BaseLanguage *language = app_session_get_language (app_page_get_session (page));
  g_autofree char *verified = base_language_date (language, row->last_verified);
  g_autofree char *text = g_strdup_printf (_ ("Read on %s. Opens in your browser."), verified);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), _ ("Where it stands"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), TRUE);
  gtk_widget_set_tooltip_text (line, row->source);
  g_signal_connect_object (line, "activated", G_CALLBACK (source_cb), self, G_CONNECT_SWAPPED);
  return line;
}

static void
app_guidance_row_finalize (GObject *object)
{
  g_free (APP_GUIDANCE_ROW (object)->source);
  G_OBJECT_CLASS (app_guidance_row_parent_class)->finalize (object);
}

static void
app_guidance_row_class_init (AppGuidanceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_guidance_row_finalize;
}

static void
app_guidance_row_init (AppGuidanceRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

GtkWidget *
app_guidance_row_new (AppPage *page, const AdviceGuidance *guidance)
{
  AppGuidanceRow *self = g_object_new (APP_TYPE_GUIDANCE_ROW, NULL);
  const CatalogueGuidance *row = guidance->guidance;
  g_autofree char *reason = app_page_say (page, guidance->reason);
  g_autofree char *subtitle
      = g_strdup_printf ("%s\n%s", app_page_tell (page, row->identifier), reason);

  self->source = g_strdup (row->source);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), app_page_tell (page, row->title));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), new_note (page, row));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), new_source (self, page, row));
  return GTK_WIDGET (self);
}
