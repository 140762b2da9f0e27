/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-sheet.h"

#include <glib/gi18n.h>
#include <math.h>

/* The page is drawn once for a size and kept as a picture: scrolling past thirteen pages must not
 * set their type thirteen times. */

/* Below this a page cannot be told from another. */
#define SMALLEST 48
/* A sheet that may choose. */
#define NATURAL 360
/* Room around the paper for its shadow. */
#define SHADOW 6.0

struct _AppSheet
{
  GtkWidget parent_instance;

  AppPrintout *printout;
  guint page;
  double scale;
  gboolean readable;
  GdkTexture *picture;
};

G_DEFINE_FINAL_TYPE (AppSheet, app_sheet, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SCALE,
  PROP_READABLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Points; A4 while there is nothing to show. */
static void
get_paper (AppSheet *self, double *width, double *height)
{
  *width = 595;
  *height = 842;
  if (self->printout != NULL)
    report_page_size (app_printout_get_report (self->printout), self->page, width, height);
}

static GtkSizeRequestMode
app_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
app_sheet_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  AppSheet *self = APP_SHEET (widget);
  const gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  double width, height;

  get_paper (self, &width, &height);
  if (self->scale > 0)
    {
      *minimum = *natural = (int)ceil ((across ? width : height) * self->scale + 2 * SHADOW);
      return;
    }
  /* One minimum for every width: GTK 4.8 wants that of no width to be the greatest, 4.18 the
   * least. */
  *minimum = SMALLEST;
  *natural = across ? NATURAL : MAX (SMALLEST, (int)ceil (for_size * height / width));
}

/* The paper in the widget, on whole pixels. */
static graphene_rect_t
paper_area (AppSheet *self)
{
  const int room_x = gtk_widget_get_width (GTK_WIDGET (self));
  const int room_y = gtk_widget_get_height (GTK_WIDGET (self));
  double width, height, scale;

  get_paper (self, &width, &height);
  scale = self->scale > 0 ? self->scale : MIN (room_x / width, room_y / height);
  width = floor (width * scale);
  height = floor (height * scale);
  return GRAPHENE_RECT_INIT ((float)floor ((room_x - width) / 2),
                             (float)floor ((room_y - height) / 2), (float)width, (float)height);
}

static GdkTexture *
draw_picture (AppSheet *self, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  GBytes *bytes;
  GdkTexture *picture;
  double paper_width, paper_height;

  get_paper (self, &paper_width, &paper_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / paper_width, height / paper_height);
  report_draw_page (app_printout_get_report (self->printout), self->page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes
      = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                    (gsize)height * (gsize)cairo_image_surface_get_stride (surface),
                                    (GDestroyNotify)cairo_surface_destroy, surface);
  picture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                    (gsize)cairo_image_surface_get_stride (surface));
  g_bytes_unref (bytes);
  return picture;
}

static GdkTexture *
get_picture (AppSheet *self, const graphene_rect_t *area)
{
  const int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const int width = (int)area->size.width * factor, height = (int)area->size.height * factor;

  if (self->picture != NULL && gdk_texture_get_width (self->picture) == width
      && gdk_texture_get_height (self->picture) == height)
    return self->picture;
  g_clear_object (&self->picture);
  self->picture = draw_picture (self, width, height);
  return self->picture;
}

/* Paper is white in every theme. */
static void
app_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AppSheet *self = APP_SHEET (widget);
  const graphene_rect_t area = paper_area (self);
  const GdkRGBA shadow = { 0, 0, 0, 0.28f }, white = { 1, 1, 1, 1 };
  GskRoundedRect outline;

  if (area.size.width < 1 || area.size.height < 1)
    return;
  gsk_rounded_rect_init_from_rect (&outline, &area, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, 3);
  if (self->printout != NULL)
    gtk_snapshot_append_texture (snapshot, get_picture (self, &area), &area);
  else
    gtk_snapshot_append_color (snapshot, &white, &area);
}

static void
tell_screen_readers (AppSheet *self)
{
  Report *report = self->printout != NULL ? app_printout_get_report (self->printout) : NULL;
  g_autofree char *label = NULL, *text = NULL;

  if (report == NULL)
    return;
  /* translators: a printed page: "Page 2 of 13: Summary" */
  label = g_strdup_printf (_ ("Page %u of %u: %s"), self->page + 1, report_n_pages (report),
                           app_printout_page_title (self->printout, self->page));
  text = self->readable ? report_page_text (report, self->page) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
app_sheet_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AppSheet *self = APP_SHEET (object);

  switch (id)
    {
    case PROP_SCALE:
      app_sheet_set_scale (self, g_value_get_double (value));
      break;
    case PROP_READABLE:
      self->readable = g_value_get_boolean (value);
      tell_screen_readers (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_sheet_dispose (GObject *object)
{
  AppSheet *self = APP_SHEET (object);

  g_clear_object (&self->picture);
  g_clear_object (&self->printout);
  G_OBJECT_CLASS (app_sheet_parent_class)->dispose (object);
}

static void
app_sheet_class_init (AppSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = app_sheet_set_property;
  object_class->dispose = app_sheet_dispose;
  widget_class->get_request_mode = app_sheet_get_request_mode;
  widget_class->measure = app_sheet_measure;
  widget_class->snapshot = app_sheet_snapshot;

  properties[PROP_SCALE] = g_param_spec_double ("scale", NULL, NULL, 0, 8, 0, flags);
  properties[PROP_READABLE] = g_param_spec_boolean ("readable", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
app_sheet_init (AppSheet *self)
{
}

GtkWidget *
app_sheet_new (void)
{
  return g_object_new (APP_TYPE_SHEET, NULL);
}

void
app_sheet_set_page (AppSheet *self, AppPrintout *printout, guint page)
{
  g_return_if_fail (APP_IS_SHEET (self));
  g_return_if_fail (printout == NULL || APP_IS_PRINTOUT (printout));

  if (self->printout == printout && self->page == page)
    return;
  g_set_object (&self->printout, printout);
  self->page = page;
  g_clear_object (&self->picture);
  tell_screen_readers (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
app_sheet_set_scale (AppSheet *self, double scale)
{
  g_return_if_fail (APP_IS_SHEET (self));

  if (G_APPROX_VALUE (self->scale, scale, 0.001))
    return;
  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
