/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-table.h"

#include <math.h>

/* Boxes with the roles of a table: a grid would not know rows, and a column view scrolls. */

struct _AppTable
{
  GtkBox parent_instance;

  guint idle;
};

G_DEFINE_FINAL_TYPE (AppTable, app_table, GTK_TYPE_BOX)

/* The window in which the table alone scrolls sideways, or NULL: one around a whole page does not
 * ask for the natural height. */
static GtkScrolledWindow *
window_around (AppTable *self)
{
  GtkWidget *around = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (around == NULL
      || !gtk_scrolled_window_get_propagate_natural_height (GTK_SCROLLED_WINDOW (around)))
    return NULL;
  return GTK_SCROLLED_WINDOW (around);
}

/* A scrolled window asks for the height that its child has at its natural width. In a narrow one
 * the first column wraps and the table is higher: its last rows would not be seen. */
static gboolean
fit_cb (gpointer data)
{
  AppTable *self = data;
  GtkScrolledWindow *around = window_around (self);
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height;

  self->idle = 0;
  if (around == NULL || width <= 0)
    return G_SOURCE_REMOVE;
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL,
                      NULL);
  gtk_widget_set_size_request (GTK_WIDGET (around), -1, height);
  return G_SOURCE_REMOVE;
}

/* Not within the allocation, which must not ask for another one. */
static void
queue_fit (AppTable *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, fit_cb, self, NULL);
}

static void
app_table_root (GtkWidget *widget)
{
  GtkScrolledWindow *around = window_around (APP_TABLE (widget));

  GTK_WIDGET_CLASS (app_table_parent_class)->root (widget);
  if (around != NULL)
    g_signal_connect_object (gtk_scrolled_window_get_hadjustment (around), "changed",
                             G_CALLBACK (queue_fit), widget, G_CONNECT_SWAPPED);
}

static void
app_table_dispose (GObject *object)
{
  g_clear_handle_id (&APP_TABLE (object)->idle, g_source_remove);
  G_OBJECT_CLASS (app_table_parent_class)->dispose (object);
}

static void
app_table_class_init (AppTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = app_table_dispose;
  GTK_WIDGET_CLASS (klass)->root = app_table_root;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
app_table_init (AppTable *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "score-table");
}

static GtkWidget *
new_cell (const char *text,
          const AppTableColumn *column,
          GtkAccessibleRole role,
          gboolean first,
          GtkSizeGroup *width)
{
  GtkWidget *cell
      = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, "wrap", first, NULL);

  gtk_label_set_xalign (GTK_LABEL (cell), column->figures ? 1 : 0);
  gtk_widget_set_hexpand (cell, first);
  /* The first column takes what the others leave; it alone wraps. */
  if (!first)
    gtk_size_group_add_widget (width, cell);
  if (column->figures)
    gtk_widget_add_css_class (cell, "numeric");
  if (role == GTK_ACCESSIBLE_ROLE_COLUMN_HEADER)
    {
      gtk_widget_add_css_class (cell, "caption");
      gtk_widget_add_css_class (cell, "dim-label");
    }
  return cell;
}

static GtkWidget *
new_row (gboolean focusable)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW,
                                 "spacing", 18, "focusable", focusable, NULL);

  gtk_widget_add_css_class (row, "table-row");
  return row;
}

/* What is read when the row has the focus. */
static void
name_row (GtkWidget *row, const AppTableColumn *columns, guint n, const char *const *cells)
{
  g_autoptr (GString) name = g_string_new (cells[0]);

  for (guint i = 1; i < n; i++)
    g_string_append_printf (name, ", %s: %s", columns[i].title, cells[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
}

void
app_table_set (AppTable *self,
               const char *label,
               const AppTableColumn *columns,
               guint n_columns,
               const char *const *cells,
               guint n_rows)
{
  g_autoptr (GPtrArray) widths = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *head = new_row (FALSE), *child;

  g_return_if_fail (APP_IS_TABLE (self));
  g_return_if_fail (n_columns > 0);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  gtk_widget_add_css_class (head, "table-head");
  for (guint i = 0; i < n_columns; i++)
    {
      g_ptr_array_add (widths, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));
      gtk_box_append (GTK_BOX (head),
                      new_cell (columns[i].title, &columns[i], GTK_ACCESSIBLE_ROLE_COLUMN_HEADER,
                                i == 0, widths->pdata[i]));
    }
  gtk_box_append (GTK_BOX (self), head);
  for (guint r = 0; r < n_rows; r++)
    {
      GtkWidget *row = new_row (TRUE);

      for (guint i = 0; i < n_columns; i++)
        gtk_box_append (GTK_BOX (row), new_cell (cells[r * n_columns + i], &columns[i],
                                                 i == 0 ? GTK_ACCESSIBLE_ROLE_ROW_HEADER
                                                        : GTK_ACCESSIBLE_ROLE_CELL,
                                                 i == 0, widths->pdata[i]));
      name_row (row, columns, n_columns, &cells[r * n_columns]);
      gtk_box_append (GTK_BOX (self), row);
    }
  queue_fit (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static char *
say_cell (const ExchangeTable *sheet, guint row, guint column, const BaseLanguage *language)
{
  const char *cell = exchange_table_cell (sheet, row, column);

  if (cell == NULL)
    return g_strdup ("–");
  switch (exchange_table_column_type (sheet, column))
    {
    case EXCHANGE_INTEGER:
      return base_language_integer (language, g_ascii_strtoll (cell, NULL, 10));
    case EXCHANGE_DECIMAL:
      return base_language_integer (language, (gint64)floor (g_ascii_strtod (cell, NULL) + 0.5));
    case EXCHANGE_DATE:
      return base_language_date (language, cell);
    case EXCHANGE_TEXT:
    case EXCHANGE_BOOLEAN:
    default:
      return g_strdup (cell);
    }
}

void
app_table_set_sheet (AppTable *self, const ExchangeTable *sheet, const BaseLanguage *language)
{
  const guint n_columns = exchange_table_n_columns (sheet), n_rows = exchange_table_n_rows (sheet);
  g_autofree AppTableColumn *columns = g_new0 (AppTableColumn, n_columns);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint c = 0; c < n_columns; c++)
    {
      const ExchangeColumnType type = exchange_table_column_type (sheet, c);

      columns[c] = (AppTableColumn){ exchange_table_column_title (sheet, c),
                                     type == EXCHANGE_INTEGER || type == EXCHANGE_DECIMAL };
    }
  for (guint r = 0; r < n_rows; r++)
    for (guint c = 0; c < n_columns; c++)
      g_ptr_array_add (cells, say_cell (sheet, r, c, language));
  app_table_set (self, exchange_table_title (sheet), columns, n_columns,
                 (const char *const *)cells->pdata, n_rows);
}
