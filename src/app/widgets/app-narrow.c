/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-narrow.h"

/* The one widget that adapts to width: libadwaita 1.2 has no breakpoints, and leaflets are
 * deprecated since. */

struct _AppNarrow
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int threshold;
  int width;
  guint idle;
  gboolean narrow;
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AppNarrow,
                               app_narrow,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_THRESHOLD,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable;

/* Outside of size_allocate(): changing widgets there makes GTK complain and redo the layout. */
static gboolean
notify_idle (gpointer data)
{
  AppNarrow *self = data;
  const gboolean narrow = self->width < self->threshold;

  self->idle = 0;
  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
    }
  return G_SOURCE_REMOVE;
}

static void
queue_notify (AppNarrow *self)
{
  const gboolean narrow = self->width < self->threshold;

  if (narrow != self->narrow && self->idle == 0)
    self->idle = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, notify_idle, self, NULL);
}

static int
child_minimum (AppNarrow *self)
{
  int minimum = 0;

  if (self->child != NULL)
    gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
app_narrow_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  AppNarrow *self = APP_NARROW (widget);

  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, child_minimum (self));
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
  /* The wide layout must not keep the window from becoming narrow. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL && !self->narrow)
    *minimum = MIN (*minimum, 1);
}

/* Without this GTK takes it for a widget of one size and never asks how high it is at a width. */
static GtkSizeRequestMode
app_narrow_get_request_mode (GtkWidget *widget)
{
  AppNarrow *self = APP_NARROW (widget);

  return self->child != NULL ? gtk_widget_get_request_mode (self->child)
                             : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
app_narrow_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AppNarrow *self = APP_NARROW (widget);

  self->width = width;
  queue_notify (self);
  if (self->child != NULL && gtk_widget_should_layout (self->child))
    {
      const int child_width = MAX (width, child_minimum (self));
      int minimum_height;

      /* What is wider than the window for one frame is cut; the shadows of cards are not. */
      gtk_widget_set_overflow (widget, child_width > width ? GTK_OVERFLOW_HIDDEN
                                                           : GTK_OVERFLOW_VISIBLE);
      gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, child_width, &minimum_height, NULL,
                          NULL, NULL);
      gtk_widget_allocate (self->child, child_width, MAX (height, minimum_height), baseline, NULL);
    }
}

static void
set_child (AppNarrow *self, GtkWidget *child)
{
  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    set_child (APP_NARROW (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
app_narrow_dispose (GObject *object)
{
  AppNarrow *self = APP_NARROW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (app_narrow_parent_class)->dispose (object);
}

static void
app_narrow_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AppNarrow *self = APP_NARROW (object);

  switch (id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_THRESHOLD:
      g_value_set_int (value, self->threshold);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_narrow_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AppNarrow *self = APP_NARROW (object);

  switch (id)
    {
    case PROP_CHILD:
      set_child (self, g_value_get_object (value));
      break;
    case PROP_THRESHOLD:
      if (self->threshold != g_value_get_int (value))
        {
          self->threshold = g_value_get_int (value);
          g_object_notify_by_pspec (object, pspec);
          gtk_widget_queue_resize (GTK_WIDGET (self));
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_narrow_class_init (AppNarrowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = app_narrow_dispose;
  object_class->get_property = app_narrow_get_property;
  object_class->set_property = app_narrow_set_property;
  widget_class->get_request_mode = app_narrow_get_request_mode;
  widget_class->measure = app_narrow_measure;
  widget_class->size_allocate = app_narrow_size_allocate;

  properties[PROP_CHILD]
      = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, flags | G_PARAM_READWRITE);
  properties[PROP_THRESHOLD]
      = g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, 720, flags | G_PARAM_READWRITE);
  properties[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags | G_PARAM_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
app_narrow_init (AppNarrow *self)
{
  self->threshold = 720;
  self->width = G_MAXINT;
}

gboolean
app_narrow_get_narrow (AppNarrow *self)
{
  g_return_val_if_fail (APP_IS_NARROW (self), FALSE);
  return self->narrow;
}
