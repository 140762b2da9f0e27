/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-long-row.h"

struct _AppLongRow
{
  GtkWidget parent_instance;

  GtkWidget *content;
  guint position, n;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (AppLongRow, app_long_row, GTK_TYPE_WIDGET)

static void
app_long_row_dispose (GObject *object)
{
  AppLongRow *self = APP_LONG_ROW (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (app_long_row_parent_class)->dispose (object);
}

static void
app_long_row_class_init (AppLongRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_long_row_dispose;
  /* The names by which the theme knows rows of a list. */
  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
app_long_row_init (AppLongRow *self)
{
  self->position = APP_LONG_ROW_NONE;
  self->stale = TRUE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "activatable");
}

GtkWidget *
app_long_row_new (GtkWidget *content)
{
  AppLongRow *self = g_object_new (APP_TYPE_LONG_ROW, NULL);

  self->content = content;
  gtk_widget_set_parent (content, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

GtkWidget *
app_long_row_get_content (AppLongRow *self)
{
  g_return_val_if_fail (APP_IS_LONG_ROW (self), NULL);
  return self->content;
}

void
app_long_row_set_place (AppLongRow *self, guint position, guint n)
{
  g_return_if_fail (APP_IS_LONG_ROW (self));

  if (self->position == position && self->n == n)
    return;
  self->stale |= self->position != position;
  self->position = position;
  self->n = n;
  if (position != APP_LONG_ROW_NONE)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                    (int)position + 1, GTK_ACCESSIBLE_RELATION_SET_SIZE, (int)n,
                                    -1);
}

guint
app_long_row_get_position (AppLongRow *self)
{
  g_return_val_if_fail (APP_IS_LONG_ROW (self), APP_LONG_ROW_NONE);
  return self->position;
}

void
app_long_row_set_stale (AppLongRow *self, gboolean stale)
{
  g_return_if_fail (APP_IS_LONG_ROW (self));
  self->stale = stale;
}

gboolean
app_long_row_is_stale (AppLongRow *self)
{
  g_return_val_if_fail (APP_IS_LONG_ROW (self), TRUE);
  return self->stale;
}
