/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-evidence-file.h"

#include "app/app-compat.h"
#include "workspace/workspace-files.h"

#include <errno.h>
#include <glib/gi18n.h>

/* What is shown inside is bounded: a scan of a few pages and a long letter fit, a film does not. */
#define MAX_PICTURE (20 * 1024 * 1024)
#define MAX_TEXT (1024 * 1024)

void
app_evidence_file_free (AppEvidenceFile *file)
{
  g_free (file->name);
  g_free (file->sha256);
  g_free (file);
}

/* --- adding ----------------------------------------------------------------------------------- */

typedef struct
{
  char *workspace;
  char *name;
  GFile *file; /* or */
  GBytes *bytes;
  guint64 room;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->workspace);
  g_free (request->name);
  g_clear_object (&request->file);
  g_clear_pointer (&request->bytes, g_bytes_unref);
  g_free (request);
}

static GInputStream *
open_stream (const Request *request, GCancellable *cancellable, GError **error)
{
  if (request->bytes != NULL)
    return g_memory_input_stream_new_from_bytes (request->bytes);
  return G_INPUT_STREAM (g_file_read (request->file, cancellable, error));
}

static void
add_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Request *request = data;
  GError *error = NULL;
  g_autoptr (GInputStream) stream = open_stream (request, cancellable, &error);
  g_autoptr (AppEvidenceFile) added = g_new0 (AppEvidenceFile, 1);

  if (stream != NULL)
    added->sha256
        = workspace_files_add (request->workspace, stream, MIN (request->room, WORKSPACE_FILE_MAX),
                               &added->bytes, cancellable, &error);
  if (added->sha256 == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  added->name = g_strdup (request->name);
  g_task_return_pointer (task, g_steal_pointer (&added), (GDestroyNotify)app_evidence_file_free);
}

/* Takes @request. */
static void
run (Request *request, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, add_thread);
}

void
app_evidence_file_add_async (const char *workspace,
                             GFile *file,
                             guint64 room,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Request *request = g_new0 (Request, 1);
  g_autofree char *base = g_file_get_basename (file);

  request->workspace = g_strdup (workspace);
  request->file = g_object_ref (file);
  request->name = g_filename_display_name (base);
  request->room = room;
  run (request, cancellable, callback, user_data);
}

void
app_evidence_file_add_bytes_async (const char *workspace,
                                   GBytes *bytes,
                                   const char *name,
                                   guint64 room,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  request->workspace = g_strdup (workspace);
  request->bytes = g_bytes_ref (bytes);
  request->name = g_strdup (name);
  request->room = room;
  run (request, cancellable, callback, user_data);
}

AppEvidenceFile *
app_evidence_file_add_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- showing ---------------------------------------------------------------------------------- */

static void
show_window (GtkWindow *owner, const char *name, GtkWidget *content)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), name);
  gtk_window_set_default_size (GTK_WINDOW (window), 720, 720);
  gtk_window_set_transient_for (GTK_WINDOW (window), owner);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}

static GtkWidget *
new_picture (const char *path, const char *name)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_filename (path, NULL);
  GtkWidget *picture;

  if (texture == NULL)
    return NULL;
  picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), name);
  return picture;
}

static GtkWidget *
new_text (const char *path, const char *name)
{
  g_autofree char *text = NULL;
  gsize length;
  GtkWidget *view;

  if (!g_file_get_contents (path, &text, &length, NULL)
      || !g_utf8_validate_len (text, length, NULL))
    return NULL;
  view = gtk_text_view_new ();
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, (int)length);
  return view;
}

/* The type comes from the first bytes and the name; a file that only calls itself a picture is not
 * shown as one. */
static GtkWidget *
new_content (const char *path, const char *name, guint64 size)
{
  g_autofree char *head = g_malloc (4096);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  gsize n = 0;
  g_autofree char *type = NULL;

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, 4096, &n, NULL, NULL))
    return NULL;
  type = g_content_type_guess (name, (const guchar *)head, n, NULL);
  if (size <= MAX_PICTURE
      && (g_content_type_is_a (type, "image/png") || g_content_type_is_a (type, "image/jpeg")))
    return new_picture (path, name);
  if (size <= MAX_TEXT && g_content_type_is_a (type, "text/plain")
      && !g_content_type_is_a (type, "text/html"))
    return new_text (path, name);
  return NULL;
}

/* Under its hash no program would know what it is: a copy under its own name is opened, never the
 * evidence itself, which must stay as it is. */
static void
open_copy (GtkWindow *owner, const char *path, const char *sha256, const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *folder
      = g_build_filename (g_get_user_cache_dir (), "waymark", "evidence", sha256, NULL);
  g_autofree char *copy = g_build_filename (folder, base, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (copy);
  g_autofree char *uri = g_file_get_uri (to);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0
      || !g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    {
      app_compat_tell (owner, _ ("This file cannot be shown"),
                       error != NULL ? error->message : g_strerror (errno));
      return;
    }
  app_compat_open_uri (owner, uri);
}

void
app_evidence_file_show (GtkWindow *owner,
                        const char *workspace,
                        const char *sha256,
                        const char *name)
{
  g_autofree char *path = workspace_files_path (workspace, sha256);
  g_autoptr (GError) error = NULL;
  GtkWidget *content;
  guint64 size = 0;

  if (path == NULL || !workspace_files_has (workspace, sha256, &size)
      || !workspace_files_read (workspace, sha256, NULL, NULL, &error))
    {
      app_compat_tell (owner, _ ("This file cannot be shown"),
                       error != NULL ? error->message
                                     : _ ("It is not on this computer any more. Add it again."));
      return;
    }
  content = new_content (path, name, size);
  if (content != NULL)
    show_window (owner, name, content);
  else
    open_copy (owner, path, sha256, name);
}
