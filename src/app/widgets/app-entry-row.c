/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-entry-row.h"

#include "app/app-choice.h"
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

/* "Quick scan · Norte, Portugal · T0 · 20 November 2026"; the region's name once the catalogue is
 * read. */
static char *
describe (const WorkspaceEntry *entry, AppSession *session)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const gboolean named = app_session_get_catalogue (session) != NULL;

  if (g_strcmp0 (entry->pack_id, "quick-scan") == 0)
    g_ptr_array_add (parts, g_strdup (_ ("Quick scan")));
  if (entry->region != NULL && named)
    g_ptr_array_add (parts, app_choices_title (session, "place", entry->region));
  else if (entry->city != NULL)
    g_ptr_array_add (parts, g_strdup (entry->city));
  if (entry->stage != NULL)
    g_ptr_array_add (parts, g_strdup (entry->stage));
  if (entry->date != NULL)
    g_ptr_array_add (parts, base_language_date (app_session_get_language (session), entry->date));
  g_ptr_array_remove (parts, NULL);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **)parts->pdata);
}

static GtkWidget *
new_label (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_justify (GTK_LABEL (label), xalign > 0 ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
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
new_progress (const WorkspaceEntry *entry)
{
  GtkWidget *mark = app_way_mark_new (GTK_ORIENTATION_HORIZONTAL, 9);
  const int completeness = entry->has_summary ? entry->summary.completeness : 0;

  app_way_mark_set (APP_WAY_MARK (mark),
                    completeness >= 10000 ? APP_WAY_DONE
                    : completeness > 0    ? APP_WAY_BEGUN
                                          : APP_WAY_OPEN,
                    completeness / 10000.0, APP_WAY_LINK_NONE, APP_WAY_LINK_NONE);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  return mark;
}

/* The band's plain name; packs are there once the library is read. */
static char *
band_words (const WorkspaceEntry *entry, AppSession *session)
{
  SurveyPack *pack = entry->pack_id != NULL
                         ? app_library_get_pack (app_session_get_library (session), entry->pack_id)
                         : NULL;

  for (guint i = 0; pack != NULL && i < survey_pack_n_bands (pack); i++)
    if (g_strcmp0 (survey_pack_band (pack, i)->id, entry->summary.band) == 0)
      return g_strdup (app_session_tell (session, survey_pack_band (pack, i)->plain));
  return g_strdup ("");
}

static GtkWidget *
new_delete_button (const char *id, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Delete “%s”"), name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Delete"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.remove-entry");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return button;
}

GtkWidget *
app_entry_row_new (AppEntry *item, AppSession *session, gboolean narrow)
{
  const WorkspaceEntry *entry = app_entry_get (item);
  GtkWidget *self = g_object_new (APP_TYPE_ENTRY_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  const char *name = entry->company_name != NULL ? entry->company_name : _ ("New company");
  g_autofree char *detail = describe (entry, session);
  g_autofree char *score = NULL, *words = NULL, *accessible = NULL;
  GtkWidget *who = new_column (name, detail, 0);

  if (entry->has_summary && entry->summary.overall >= 0)
    {
      score = base_language_integer (app_session_get_language (session),
                                     (entry->summary.overall + 50) / 100);
      words = band_words (entry, session);
    }
  else
    {
      /* Nobody has counted yet is not "nothing answered". */
      score = g_strdup ("–");
      words = entry->has_summary
                  ? g_strdup_printf (_ ("%d %% answered"), entry->summary.completeness / 100)
                  : g_strdup ("");
    }
  accessible = g_strdup_printf ("%s, %s, %s, %s", name, detail, score, words);

  gtk_widget_set_hexpand (who, TRUE);
  gtk_widget_add_css_class (box, "entry-row");
  gtk_box_append (GTK_BOX (box), adw_avatar_new (38, name, TRUE));
  gtk_box_append (GTK_BOX (box), who);
  if (!narrow) /* the figure says it too */
    gtk_box_append (GTK_BOX (box), new_progress (entry));
  gtk_box_append (GTK_BOX (box), new_column (score, words, 1));
  gtk_box_append (GTK_BOX (box), new_delete_button (entry->id, name));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", entry->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open-entry");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
  return self;
}
