/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-wrap.h"

/* Measuring and allocating are the same walk over the children, so that they cannot differ. */

struct _AppWrap
{
  GtkWidget parent_instance;

  int spacing;
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AppWrap,
                               app_wrap,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable;

/* --- lines ------------------------------------------------------------------------------------ */

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Never wider than the line: its words wrap then. */
static int
child_width (GtkWidget *child, int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, width));
}

static int
child_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* The children from @first that stand on one line, which is *height high; returns the first of the
 * next line. */
static GtkWidget *
end_of_line (AppWrap *self, GtkWidget *first, int width, int *height)
{
  int x = 0;

  *height = 0;
  for (GtkWidget *child = first; child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      const int wanted = child_width (child, width);

      if (child != first && x + wanted > width)
        return child;
      *height = MAX (*height, child_height (child, wanted));
      x += wanted + self->spacing;
    }
  return NULL;
}

static void
allocate_line (AppWrap *self, GtkWidget *first, GtkWidget *end, int width, int y, int height)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = first; child != end;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      const int wanted = child_width (child, width);

      gtk_widget_size_allocate (
          child, &(GtkAllocation){ mirrored ? width - x - wanted : x, y, wanted, height }, -1);
      x += wanted + self->spacing;
    }
}

/* How high all lines are; gives the children their places when @allocate. */
static int
lay_out (AppWrap *self, int width, gboolean allocate)
{
  GtkWidget *first = next_shown (gtk_widget_get_first_child (GTK_WIDGET (self)));
  int y = 0;

  while (first != NULL)
    {
      int height;
      GtkWidget *end = end_of_line (self, first, width, &height);

      if (allocate)
        allocate_line (self, first, end, width, y, height);
      y += height + (end != NULL ? self->spacing : 0);
      first = end;
    }
  return y;
}

static GtkSizeRequestMode
app_wrap_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* At least as wide as the widest, at best all on one line. */
static void
measure_width (AppWrap *self, int *minimum, int *natural)
{
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (GTK_WIDGET (self)));
       child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int least, best;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &best, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += best + (*natural > 0 ? self->spacing : 0);
    }
}

static void
app_wrap_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  AppWrap *self = APP_WRAP (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    *minimum = *natural = lay_out (self, for_size >= 0 ? for_size : G_MAXINT16, FALSE);
}

static void
app_wrap_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (APP_WRAP (widget), width, TRUE);
}

/* --- the object ------------------------------------------------------------------------------- */

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    app_wrap_append (APP_WRAP (buildable), GTK_WIDGET (child));
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
app_wrap_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    g_value_set_int (value, APP_WRAP (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
app_wrap_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    APP_WRAP (object)->spacing = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
app_wrap_dispose (GObject *object)
{
  app_wrap_clear (APP_WRAP (object));
  G_OBJECT_CLASS (app_wrap_parent_class)->dispose (object);
}

static void
app_wrap_class_init (AppWrapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = app_wrap_dispose;
  object_class->get_property = app_wrap_get_property;
  object_class->set_property = app_wrap_set_property;
  widget_class->get_request_mode = app_wrap_get_request_mode;
  widget_class->measure = app_wrap_measure;
  widget_class->size_allocate = app_wrap_size_allocate;
  properties[PROP_SPACING]
      = g_param_spec_int ("spacing", NULL, NULL, 0, 100, 6,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "wrap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
app_wrap_init (AppWrap *self)
{
}

GtkWidget *
app_wrap_new (int spacing)
{
  return g_object_new (APP_TYPE_WRAP, "spacing", spacing, NULL);
}

void
app_wrap_append (AppWrap *self, GtkWidget *child)
{
  g_return_if_fail (APP_IS_WRAP (self));
  g_return_if_fail (GTK_IS_WIDGET (child) && gtk_widget_get_parent (child) == NULL);

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
app_wrap_clear (AppWrap *self)
{
  GtkWidget *child;

  g_return_if_fail (APP_IS_WRAP (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
