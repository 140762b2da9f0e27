/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-evidence-files.h"

#include "app/app-compat.h"
#include "app/app-evidence-file.h"
#include "app/app-item.h"
#include "app/app-store.h"
#include "workspace/workspace-files.h"

#include <glib/gi18n.h>

/* Files lie in the workspace under their hash; the document only names them. */

struct _AppEvidenceFiles
{
  GtkBox parent_instance;

  AppPage *page; /* not owned: the page holds this widget */
  GCancellable *cancellable;
  guint64 used; /* bytes of the files that the document names */
  guint n_busy;

  GtkWidget *place, *busy;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AppEvidenceFiles, app_evidence_files, GTK_TYPE_BOX)

enum
{
  ADDED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static GtkWindow *
get_window (AppEvidenceFiles *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* NULL where nothing is kept (tests without a store), or the workspace could not be opened. */
static const char *
get_workspace (AppEvidenceFiles *self)
{
  AppStore *store
      = self->page == NULL ? NULL : app_session_get_store (app_page_get_session (self->page));

  return store == NULL ? NULL : app_store_get_path (store);
}

/* --- adding ----------------------------------------------------------------------------------- */

static void
set_busy (AppEvidenceFiles *self, int change)
{
  self->n_busy = (guint)((int)self->n_busy + change);
  gtk_widget_set_visible (self->busy, self->n_busy > 0);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AppEvidenceFiles) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AppEvidenceFile) file = app_evidence_file_add_finish (result, &error);

  set_busy (self, -1);
  if (file != NULL)
    g_signal_emit (self, signals[ADDED], 0, file->name, file->sha256, file->bytes);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    app_compat_tell (get_window (self), _ ("This file was not added"), error->message);
}

static guint64
room_left (AppEvidenceFiles *self)
{
  return self->used >= WORKSPACE_FILES_MAX ? 0 : WORKSPACE_FILES_MAX - self->used;
}

void
app_evidence_files_add (AppEvidenceFiles *self, GFile *file)
{
  const char *workspace;

  g_return_if_fail (APP_IS_EVIDENCE_FILES (self) && G_IS_FILE (file));

  workspace = get_workspace (self);
  if (workspace == NULL)
    return;
  set_busy (self, 1);
  app_evidence_file_add_async (workspace, file, room_left (self), self->cancellable, added_cb,
                               g_object_ref (self));
}

static void
chosen_cb (GFile *file, gpointer user_data)
{
  if (file != NULL)
    app_evidence_files_add (user_data, file);
}

static void
choose_cb (AppEvidenceFiles *self)
{
  const AppFileRequest request
      = { _ ("Choose a document"), _ ("_Add"), _ ("All files"), "*", NULL };

  app_compat_choose_file (get_window (self), &request, chosen_cb, self);
}

static void
add_files (AppEvidenceFiles *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *file = files; file != NULL; file = file->next)
    app_evidence_files_add (self, file->data);
}

static gboolean
drop_cb (AppEvidenceFiles *self, const GValue *value)
{
  gtk_widget_remove_css_class (self->place, "dropping");
  add_files (self, value);
  return TRUE;
}

static GdkDragAction
enter_cb (AppEvidenceFiles *self)
{
  gtk_widget_add_css_class (self->place, "dropping");
  return GDK_ACTION_COPY;
}

static void
leave_cb (AppEvidenceFiles *self)
{
  gtk_widget_remove_css_class (self->place, "dropping");
}

static void
texture_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AppEvidenceFiles) self = user_data;
  g_autoptr (GdkTexture) texture
      = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GBytes) png = NULL;

  if (texture == NULL || get_workspace (self) == NULL)
    return;
  png = gdk_texture_save_to_png_bytes (texture);
  set_busy (self, 1);
  app_evidence_file_add_bytes_async (get_workspace (self), png, _ ("Picture.png"), room_left (self),
                                     self->cancellable, added_cb, g_object_ref (self));
}

static void
list_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AppEvidenceFiles) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (value != NULL)
    add_files (self, value);
}

void
app_evidence_files_paste (AppEvidenceFiles *self)
{
  GdkClipboard *clipboard;
  GdkContentFormats *formats;

  g_return_if_fail (APP_IS_EVIDENCE_FILES (self));

  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  formats = gdk_clipboard_get_formats (clipboard);
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT,
                                    self->cancellable, list_cb, g_object_ref (self));
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE))
    gdk_clipboard_read_texture_async (clipboard, self->cancellable, texture_cb,
                                      g_object_ref (self));
  else
    app_compat_tell (get_window (self), _ ("Nothing to paste"),
                     _ ("Copy a file or a picture first."));
}

/* --- rows ------------------------------------------------------------------------------------- */

static void
show_cb (GtkButton *button, AppEvidenceFiles *self)
{
  app_evidence_file_show (get_window (self), get_workspace (self),
                          g_object_get_data (G_OBJECT (button), "sha256"),
                          g_object_get_data (G_OBJECT (button), "name"));
}

static GtkWidget *
new_show_button (AppEvidenceFiles *self, const char *sha256, const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Show"));
  g_autofree char *label = g_strdup_printf (_ ("Show %s"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "sha256", g_strdup (sha256), g_free);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (show_cb), self);
  return button;
}

static GtkWidget *
new_row (AppEvidenceFiles *self, const char *sha256, const char *name)
{
  GtkWidget *row = adw_action_row_new ();
  guint64 size = 0;
  const gboolean is_here
      = get_workspace (self) != NULL && workspace_files_has (get_workspace (self), sha256, &size);
  g_autofree char *words
      = is_here ? g_format_size (size)
                : g_strdup (_ ("This file is missing. Add it again: it is known by its content."));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  if (is_here)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_show_button (self, sha256, name));
  self->used += size;
  return row;
}

void
app_evidence_files_show (AppEvidenceFiles *self, AppPage *page)
{
  AssessmentDocument *document;
  GtkWidget *child;
  guint n, n_rows = 0;

  g_return_if_fail (APP_IS_EVIDENCE_FILES (self));

  self->page = page;
  self->used = 0;
  document = app_page_get_document (page);
  n = assessment_document_count (document, "evidence");
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < n; i++)
    {
      const char *sha256 = app_item_get (document, "evidence", i, "sha256");
      const char *name = app_item_get (document, "evidence", i, "file");
      const char *title = app_item_get (document, "evidence", i, "title");

      if (sha256 == NULL)
        continue;
      gtk_list_box_append (
          self->list,
          new_row (self, sha256, name != NULL ? name : (title != NULL ? title : _ ("Document"))));
      n_rows++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_rows > 0);
  gtk_widget_set_sensitive (self->place, get_workspace (self) != NULL);
}

/* --- class ------------------------------------------------------------------------------------ */

static void
app_evidence_files_dispose (GObject *object)
{
  AppEvidenceFiles *self = APP_EVIDENCE_FILES (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (app_evidence_files_parent_class)->dispose (object);
}

static void
app_evidence_files_class_init (AppEvidenceFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = app_evidence_files_dispose;
  signals[ADDED] = g_signal_new ("added", APP_TYPE_EVIDENCE_FILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_UINT64);
}

static GtkWidget *
new_place (AppEvidenceFiles *self)
{
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *words = gtk_label_new (_ ("Drop documents here, or paste them"));
  g_autofree char *limit = g_format_size (WORKSPACE_FILE_MAX);
  g_autofree char *all = g_format_size (WORKSPACE_FILES_MAX);
  /* translators: two sizes, such as 104.9 MB. */
  g_autofree char *limits = g_strdup_printf (
      _ ("They stay on this computer. At most %s each and %s for one assessment."), limit, all);
  GtkWidget *caption = gtk_label_new (limits);
  GtkWidget *choose = gtk_button_new_with_mnemonic (_ ("_Choose a file…"));
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_label_set_justify (GTK_LABEL (caption), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_add_css_class (place, "drop-place");
  gtk_widget_add_css_class (choose, "pill");
  gtk_widget_set_halign (choose, GTK_ALIGN_CENTER);
  self->busy = gtk_spinner_new ();
  gtk_spinner_start (GTK_SPINNER (self->busy));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->busy), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The file is being added"), -1);
  gtk_widget_set_visible (self->busy, FALSE);
  gtk_box_append (GTK_BOX (place), words);
  gtk_box_append (GTK_BOX (place), choose);
  gtk_box_append (GTK_BOX (place), caption);
  gtk_box_append (GTK_BOX (place), self->busy);
  g_signal_connect_swapped (choose, "clicked", G_CALLBACK (choose_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  /* Of the list, too: it is as good a place as the frame. */
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  return place;
}

static void
app_evidence_files_init (AppEvidenceFiles *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->place = new_place (self);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Files"), -1);
  gtk_box_append (GTK_BOX (self), self->place);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}
