/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "base/base-data.h"

AppWindow *
app_fixture_window (AppApplication *application)
{
  AppWindow *window = app_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  app_fixture_wait (app_library_is_ready (app_application_get_library (application)));
  return window;
}

void
app_fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
app_fixture_close (AppWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  app_fixture_settle ();
}

void
app_fixture_open_sample (AppWindow *window, const char *name)
{
  g_autofree char *path = base_data_path (name, NULL);
  g_autoptr (AssessmentDocument) document = assessment_document_load (path, NULL);

  g_assert_true (app_window_open (window, document, FALSE));
}

AssessmentDocument *
app_fixture_document (AppWindow *window)
{
  return app_session_get_document (app_window_get_session (window));
}

static GtkWidget *
find (GtkWidget *root, GType type, const char *text, guint *n)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root)
      && (text == NULL || g_strcmp0 (gtk_label_get_label (GTK_LABEL (root)), text) == 0)
      && (*n)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, text, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
app_fixture_nth (AppWindow *window, GType type, guint n)
{
  return find (GTK_WIDGET (window), type, NULL, &n);
}

GtkWidget *
app_fixture_find_label (AppWindow *window, const char *text)
{
  return app_fixture_find_label_in (GTK_WIDGET (window), text);
}

GtkWidget *
app_fixture_find_label_in (GtkWidget *root, const char *text)
{
  guint n = 0;

  return find (root, GTK_TYPE_LABEL, text, &n);
}

GtkWidget *
app_fixture_find_button (AppWindow *window, const char *text)
{
  return app_fixture_find_button_in (GTK_WIDGET (window), text);
}

GtkWidget *
app_fixture_find_button_in (GtkWidget *root, const char *text)
{
  for (guint skip = 0;; skip++)
    {
      guint n = skip;
      GtkWidget *label = find (root, GTK_TYPE_LABEL, text, &n);
      GtkWidget *button = label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;

      if (label == NULL || button != NULL)
        return button;
    }
}

void
app_fixture_click_in (GtkWidget *root, const char *text)
{
  GtkWidget *button = app_fixture_find_button_in (root, text);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  app_fixture_settle ();
}

static void
find_rows (GtkWidget *root, const char *title, GtkWidget **found)
{
  if (ADW_IS_PREFERENCES_ROW (root)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    *found = root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_rows (child, title, found);
}

GtkWidget *
app_fixture_find_row_in (GtkWidget *root, const char *title)
{
  GtkWidget *found = NULL;

  find_rows (root, title, &found);
  return found;
}

GtkWidget *
app_fixture_find_window (GType type)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
        return window; /* GTK keeps it */
    }
  return NULL;
}

void
app_fixture_click (AppWindow *window, const char *text)
{
  GtkWidget *button;

  app_fixture_settle ();
  button = app_fixture_find_button (window, text);
  if (button == NULL)
    g_error ("no button “%s”", text);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  app_fixture_settle ();
}

GtkWidget *
app_fixture_message (void)
{
  static const char *const types[] = { "AdwMessageDialog", "AdwAlertDialog" };
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) * G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i / G_N_ELEMENTS (types));
      const GType type = g_type_from_name (types[i % G_N_ELEMENTS (types)]);
      guint n = 0;

      if (found == NULL && type != G_TYPE_INVALID)
        found = find (window, type, NULL, &n);
    }
  return found;
}

void
app_fixture_answer (const char *text)
{
  GtkWidget *button = NULL;

  app_fixture_wait (app_fixture_message () != NULL);
  /* It shows its buttons when it is laid out: beside each other or one over the other. */
  app_fixture_wait ((button = app_fixture_find_button_in (app_fixture_message (), text)) != NULL);
  g_signal_emit_by_name (button, "clicked");
  app_fixture_wait (app_fixture_message () == NULL);
}

/* NULL before the window is laid out. */
static GskRenderNode *
draw (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window),
                          gtk_widget_get_height (window));
  return gtk_snapshot_free_to_node (snapshot);
}

void
app_fixture_take_picture (GtkWidget *window)
{
  const char *path = g_getenv ("WAYMARK_SHOT");
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  app_fixture_wait (node != NULL || (node = draw (window)) != NULL);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  g_assert_nonnull (texture);
  if (path != NULL)
    g_assert_true (gdk_texture_save_to_png (texture, path));
}

void
app_fixture_check_narrow (GtkWidget *dialog)
{
  int least = 0;

  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
}
