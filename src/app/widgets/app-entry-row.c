/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-entry-row.h"

#include "app/widgets/app-way-mark.h"

#include <glib/gi18n.h>

/* Made anew whenever its entry changes: entries are immutable. */

struct _AppEntryRow
{
  GtkListBoxRow parent_instance;
};

G_DEFINE_FINAL_TYPE (AppEntryRow, app_entry_row, GTK_TYPE_LIST_BOX_ROW)

static void
app_entry_row_class_init (AppEntryRowClass *klass)
{
}

static void
app_entry_row_init (AppEntryRow *self)
{
}

/* "Metalworking · Norte, PT · 24 people" */
static char *
describe (const AppEntryFields *fields)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  if (g_str_equal (fields->pack_id, "quick-scan"))
    g_ptr_array_add (parts, g_strdup (_ ("Quick scan")));
  if (fields->trade != NULL)
    g_ptr_array_add (parts, g_strdup (fields->trade));
  if (fields->place != NULL)
    g_ptr_array_add (parts, g_strdup (fields->place));
  if (fields->people >= 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%d person", "%d people", (gulong)fields->people),
                                      fields->people));
  g_ptr_array_add (parts, NULL);
  joined = g_strjoinv (" · ", (char **)parts->pdata);
  return g_steal_pointer (&joined);
}

static GtkWidget *
new_label (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_column (const char *above, const char *below, float xalign)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *second = new_label (below, "caption", xalign);

  gtk_widget_add_css_class (second, "dim-label");
  gtk_box_append (GTK_BOX (column), new_label (above, "heading", xalign));
  gtk_box_append (GTK_BOX (column), second);
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  return column;
}

static GtkWidget *
new_progress (const AppEntryFields *fields)
{
  GtkWidget *mark = app_way_mark_new (GTK_ORIENTATION_HORIZONTAL, 9);
  const double fraction = fields->questions > 0 ? (double)fields->answered / fields->questions : 0;

  app_way_mark_set (APP_WAY_MARK (mark),
                    fraction >= 1  ? APP_WAY_DONE
                    : fraction > 0 ? APP_WAY_BEGUN
                                   : APP_WAY_OPEN,
                    fraction, APP_WAY_LINK_NONE, APP_WAY_LINK_NONE);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  return mark;
}

static GtkWidget *
new_delete_button (const char *id, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Delete “%s”"), name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Delete"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.remove-entry");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return button;
}

GtkWidget *
app_entry_row_new (AppEntry *entry, AppSession *session)
{
  const AppEntryFields *fields = app_entry_get_fields (entry);
  GtkWidget *self = g_object_new (APP_TYPE_ENTRY_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  const char *name
      = fields->company != NULL && *fields->company != '\0' ? fields->company : _ ("New company");
  g_autofree char *detail = describe (fields);
  g_autofree char *score = NULL, *words = NULL, *accessible = NULL;
  GtkWidget *avatar = adw_avatar_new (38, name, TRUE);
  GtkWidget *who = new_column (name, detail, 0);

  if (fields->overall >= 0)
    {
      score = base_language_integer (app_session_get_language (session),
                                     (fields->overall + 50) / 100);
      words = g_strdup (fields->band != NULL ? app_session_tell (session, fields->band) : "");
    }
  else
    {
      score = g_strdup ("–");
      words = g_strdup_printf (_ ("%d of %d answered"), fields->answered, fields->questions);
    }
  accessible = g_strdup_printf ("%s, %s, %s, %s", name, detail, score, words);

  gtk_widget_set_hexpand (who, TRUE);
  gtk_widget_add_css_class (box, "entry-row");
  gtk_box_append (GTK_BOX (box), avatar);
  gtk_box_append (GTK_BOX (box), who);
  gtk_box_append (GTK_BOX (box), new_progress (fields));
  gtk_box_append (GTK_BOX (box), new_column (score, words, 1));
  gtk_box_append (GTK_BOX (box), new_delete_button (fields->id, name));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open-entry");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", fields->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
  return self;
}
