/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-print-preview.h"

#include <glib/gi18n.h>

/* The operation draws each page when it is turned to; this only gives it something to draw on. */

/* Pixels a point: sharp enough to read on any screen, whatever size the window takes. */
#define SCALE 2.0

struct _AppPrintPreview
{
  AdwWindow parent_instance;

  GtkPrintOperation *operation;
  GtkPrintOperationPreview *preview; /* the operation's other face; NULL when it is over */
  GtkPrintContext *context;
  GArray *pages; /* int: those that would be printed */
  guint at;
  cairo_surface_t *surface; /* of the page that is being drawn */

  /* template */
  GtkPicture *picture;
  GtkLabel *position;
  GtkWidget *back, *forward;
};

G_DEFINE_FINAL_TYPE (AppPrintPreview, app_print_preview, ADW_TYPE_WINDOW)

/* Everything is told to the operation in points. */
static void
begin_surface (AppPrintPreview *self, double width, double height)
{
  cairo_t *cr;

  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)(width * SCALE),
                                              (int)(height * SCALE));
  cr = cairo_create (self->surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  gtk_print_context_set_cairo_context (self->context, cr, 72, 72);
  cairo_destroy (cr);
}

static GdkTexture *
take_texture (AppPrintPreview *self)
{
  cairo_surface_t *surface = g_steal_pointer (&self->surface);
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);
  const gsize stride = (gsize)cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes
      = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize)height,
                                    (GDestroyNotify)cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
got_page_size_cb (AppPrintPreview *self, GtkPrintContext *context, GtkPageSetup *setup)
{
  begin_surface (self, gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                 gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS));
}

static void
show_page (AppPrintPreview *self, guint at)
{
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *text = NULL;

  if (self->preview == NULL || at >= self->pages->len)
    return;
  self->at = at;
  gtk_print_operation_preview_render_page (self->preview, g_array_index (self->pages, int, at));
  texture = take_texture (self);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  text = g_strdup_printf (_ ("Page %u of %u"), at + 1, self->pages->len);
  gtk_label_set_label (self->position, text);
  gtk_picture_set_alternative_text (self->picture, text);
  gtk_widget_set_sensitive (self->back, at > 0);
  gtk_widget_set_sensitive (self->forward, at + 1 < self->pages->len);
}

static void
ready_cb (AppPrintPreview *self)
{
  int n;

  g_object_get (self->operation, "n-pages", &n, NULL);
  for (int i = 0; i < n; i++)
    if (gtk_print_operation_preview_is_selected (self->preview, i))
      g_array_append_val (self->pages, i);
  show_page (self, 0);
}

static void
end (AppPrintPreview *self)
{
  GtkPrintOperationPreview *preview = g_steal_pointer (&self->preview);

  if (preview != NULL)
    gtk_print_operation_preview_end_preview (preview);
}

static gboolean
close_request_cb (AppPrintPreview *self)
{
  end (self);
  return GDK_EVENT_PROPAGATE;
}

static void
back_cb (AppPrintPreview *self)
{
  if (self->at > 0)
    show_page (self, self->at - 1);
}

static void
forward_cb (AppPrintPreview *self)
{
  show_page (self, self->at + 1);
}

static void
turn_action (GtkWidget *widget, const char *name, GVariant *target)
{
  if (g_variant_get_boolean (target))
    forward_cb (APP_PRINT_PREVIEW (widget));
  else
    back_cb (APP_PRINT_PREVIEW (widget));
}

static void
app_print_preview_dispose (GObject *object)
{
  AppPrintPreview *self = APP_PRINT_PREVIEW (object);

  end (self);
  g_clear_object (&self->context);
  g_clear_object (&self->operation);
  gtk_widget_dispose_template (GTK_WIDGET (object), APP_TYPE_PRINT_PREVIEW);
  G_OBJECT_CLASS (app_print_preview_parent_class)->dispose (object);
}

static void
app_print_preview_finalize (GObject *object)
{
  AppPrintPreview *self = APP_PRINT_PREVIEW (object);

  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_array_unref (self->pages);
  G_OBJECT_CLASS (app_print_preview_parent_class)->finalize (object);
}

static void
app_print_preview_class_init (AppPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_print_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = app_print_preview_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, AppPrintPreview, picture);
  gtk_widget_class_bind_template_child (widget_class, AppPrintPreview, position);
  gtk_widget_class_bind_template_child (widget_class, AppPrintPreview, back);
  gtk_widget_class_bind_template_child (widget_class, AppPrintPreview, forward);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, forward_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
  gtk_widget_class_install_action (widget_class, "preview.turn", "b", turn_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "preview.turn", "b",
                                       TRUE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "preview.turn", "b",
                                       FALSE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
app_print_preview_init (AppPrintPreview *self)
{
  self->pages = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
app_print_preview_present (GtkPrintOperation *operation,
                           GtkPrintOperationPreview *preview,
                           GtkPrintContext *context,
                           GtkWindow *owner)
{
  AppPrintPreview *self;

  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));
  g_return_if_fail (GTK_IS_PRINT_CONTEXT (context));

  self = g_object_new (APP_TYPE_PRINT_PREVIEW, "transient-for", owner, "modal", TRUE, NULL);
  self->operation = g_object_ref (operation);
  self->preview = preview;
  self->context = g_object_ref (context);
  /* For what the operation does before it tells of a page. */
  begin_surface (self, 1, 1);
  g_signal_connect_object (preview, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preview, "got-page-size", G_CALLBACK (got_page_size_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
