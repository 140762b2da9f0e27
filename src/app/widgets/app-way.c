/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-way.h"

#include "app/app-way-step.h"
#include "app/widgets/app-way-mark.h"

/* The way as a list box: rows are made once per questionnaire and filled at every change. */

struct _AppWay
{
  AdwBin parent_instance;

  GtkListBox *list;
  GPtrArray *rows; /* WayRow, beside the list's rows */
};

G_DEFINE_FINAL_TYPE (AppWay, app_way, ADW_TYPE_BIN)

typedef struct
{
  GtkWidget *row;
  AppWayMark *mark;
  GtkLabel *title, *detail;
  char *target;
} WayRow;

static void
way_row_free (WayRow *way_row)
{
  g_free (way_row->target);
  g_free (way_row);
}

static WayRow *
add_row (AppWay *self, const AppWayStep *step)
{
  const gboolean small = step->dimension != NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *mark = app_way_mark_new (GTK_ORIENTATION_VERTICAL, small ? 6.5 : 11);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);
  WayRow *way_row = g_new0 (WayRow, 1);

  gtk_widget_set_size_request (mark, 44, small ? 30 : 42);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_lines (GTK_LABEL (title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_margin_end (title, 6);
  gtk_widget_add_css_class (title, "way-title");
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_add_css_class (detail, "numeric");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), detail);

  way_row->row = gtk_list_box_row_new ();
  way_row->mark = APP_WAY_MARK (mark);
  way_row->title = GTK_LABEL (title);
  way_row->detail = GTK_LABEL (detail);
  gtk_widget_add_css_class (way_row->row, small ? "dimension" : "step");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (way_row->row), box);
  gtk_list_box_append (self->list, way_row->row);
  g_ptr_array_add (self->rows, way_row);
  return way_row;
}

static void
fill_row (WayRow *way_row, const AppWayStep *step, const AppWayStep *before, gboolean last)
{
  const AppWayLink to_here = before == NULL   ? APP_WAY_LINK_NONE
                             : before->walked ? APP_WAY_LINK_WALKED
                                              : APP_WAY_LINK_AHEAD;
  const AppWayLink from_here = last           ? APP_WAY_LINK_NONE
                               : step->walked ? APP_WAY_LINK_WALKED
                                              : APP_WAY_LINK_AHEAD;
  const gboolean here = step->state == APP_WAY_HERE;
  const gboolean quiet = step->dimension != NULL && step->state == APP_WAY_OPEN;

  g_free (way_row->target);
  way_row->target = g_strdup (step->target);
  gtk_label_set_label (way_row->title, step->title);
  gtk_label_set_label (way_row->detail, step->detail != NULL ? step->detail : "");
  app_way_mark_set (way_row->mark, step->state, step->fraction, to_here, from_here);
  if (here)
    gtk_widget_add_css_class (way_row->row, "here");
  else
    gtk_widget_remove_css_class (way_row->row, "here");
  if (quiet)
    gtk_widget_add_css_class (GTK_WIDGET (way_row->title), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (way_row->title), "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (way_row->row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  step->accessible, -1);
}

static void
remove_rows (AppWay *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list, ((WayRow *)g_ptr_array_index (self->rows, i))->row);
  g_ptr_array_set_size (self->rows, 0);
}

static void
row_activated_cb (AppWay *self, GtkListBoxRow *row)
{
  WayRow *way_row = g_ptr_array_index (self->rows, gtk_list_box_row_get_index (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", way_row->target);
}

static void
app_way_finalize (GObject *object)
{
  g_ptr_array_unref (APP_WAY (object)->rows);
  G_OBJECT_CLASS (app_way_parent_class)->finalize (object);
}

static void
app_way_class_init (AppWayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_way_finalize;
}

static void
app_way_init (AppWay *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)way_row_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "way");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

void
app_way_set_steps (AppWay *self, GPtrArray *steps)
{
  g_return_if_fail (APP_IS_WAY (self));

  if (steps->len != self->rows->len)
    {
      remove_rows (self);
      for (guint i = 0; i < steps->len; i++)
        add_row (self, g_ptr_array_index (steps, i));
    }
  for (guint i = 0; i < steps->len; i++)
    fill_row (g_ptr_array_index (self->rows, i), g_ptr_array_index (steps, i),
              i > 0 ? g_ptr_array_index (steps, i - 1) : NULL, i + 1 == steps->len);
}
