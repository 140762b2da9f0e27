/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-long-list.h"

#include "app/widgets/app-long-row.h"

/* Rows are used again: those that stay on the screen keep their item, the others take what comes.
 * They are bound before sizes are given out, never while. */

/* Enough for a window until it was measured once. */
#define FIRST_ROWS 12
/* More than any screen is high. */
#define MOST_PIXELS 100000

struct _AppLongList
{
  GtkWidget parent_instance;

  GListModel *model;
  AppLongListNewFunc new_content;
  AppLongListShowFunc show;
  gpointer data;

  GPtrArray *rows; /* AppLongRow, in the order of their places; unused ones last */
  int row_height;  /* of the last allocation; 0 before it */
  guint cursor;    /* the row that has the focus, or had it */
  guint idle;      /* rows to be bound after the window grew */

  GtkAdjustment *adjustments[2]; /* by orientation */
  GtkScrollablePolicy policies[2];
};

G_DEFINE_FINAL_TYPE_WITH_CODE (AppLongList,
                               app_long_list,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- which rows ------------------------------------------------------------------------------- */

static guint
n_items (AppLongList *self)
{
  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

static AppLongRow *
row_at (AppLongList *self, guint position)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (app_long_row_get_position (self->rows->pdata[i]) == position)
      return self->rows->pdata[i];
  return NULL;
}

/* The items on the screen, from *first up to and without *end. */
static void
get_range (AppLongList *self, guint *first, guint *end)
{
  const guint n = n_items (self);
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  const int height = gtk_widget_get_height (GTK_WIDGET (self));

  *first = 0;
  *end = FIRST_ROWS;
  if (self->row_height > 0 && height > 0)
    {
      const double value = adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;

      *first = (guint)(value / self->row_height);
      *end = (guint)((value + height) / self->row_height) + 1;
    }
  *end = MIN (*end, n);
  *first = MIN (*first, *end);
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* A row that is on the screen, or has the focus, which must not be lost by a turn of the wheel. */
static gboolean
is_needed (AppLongList *self, AppLongRow *row, guint first, guint end)
{
  const guint position = app_long_row_get_position (row);

  return position < n_items (self)
         && ((position >= first && position < end) || has_focus_within (GTK_WIDGET (row)));
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const guint left = app_long_row_get_position (*(AppLongRow *const *)a);
  const guint right = app_long_row_get_position (*(AppLongRow *const *)b);

  return left < right ? -1 : left > right;
}

/* Focus and screen readers go from one to the next as the eye does, and meet no unused one. */
static void
put_in_order (AppLongList *self)
{
  GtkWidget *before = NULL;

  g_ptr_array_sort (self->rows, compare_rows);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];

      if (gtk_widget_get_prev_sibling (row) != before)
        gtk_widget_insert_after (row, GTK_WIDGET (self), before);
      gtk_widget_set_visible (row, app_long_row_get_position (self->rows->pdata[i])
                                       != APP_LONG_ROW_NONE);
      before = row;
    }
}

/* One that shows nothing, or a new one. */
static AppLongRow *
take_row (AppLongList *self)
{
  AppLongRow *row = row_at (self, APP_LONG_ROW_NONE);

  if (row != NULL)
    return row;
  row = APP_LONG_ROW (app_long_row_new (self->new_content (self->data)));
  gtk_widget_set_parent (GTK_WIDGET (row), GTK_WIDGET (self));
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
bind (AppLongList *self, AppLongRow *row, guint position)
{
  g_autoptr (GObject) item = NULL;

  app_long_row_set_place (row, position, n_items (self));
  if (!app_long_row_is_stale (row))
    return;
  item = g_list_model_get_item (self->model, position);
  if (item == NULL)
    return; /* the model became shorter, and is about to say so */
  self->show (app_long_row_get_content (row), item, self->data);
  app_long_row_set_stale (row, FALSE);
}

static void
bind_rows (AppLongList *self)
{
  guint first, end;

  if (self->model == NULL)
    return;
  get_range (self, &first, &end);
  for (guint i = 0; i < self->rows->len; i++)
    if (is_needed (self, self->rows->pdata[i], first, end))
      bind (self, self->rows->pdata[i], app_long_row_get_position (self->rows->pdata[i]));
    else
      app_long_row_set_place (self->rows->pdata[i], APP_LONG_ROW_NONE, 0);
  for (guint position = first; position < end; position++)
    if (row_at (self, position) == NULL)
      bind (self, take_row (self), position);
  put_in_order (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
bind_idle (gpointer data)
{
  AppLongList *self = data;

  self->idle = 0;
  bind_rows (self);
  gtk_widget_queue_resize (GTK_WIDGET (self)); /* rows of another height make another list */
  return G_SOURCE_REMOVE;
}

/* The focus stays on its place, whatever stands there now. */
static void
items_changed_cb (AppLongList *self, guint position, guint removed, guint added)
{
  self->cursor = MIN (self->cursor, MAX (n_items (self), 1) - 1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const guint at = app_long_row_get_position (self->rows->pdata[i]);

      if (at >= position && (removed != added || at < position + added))
        app_long_row_set_stale (self->rows->pdata[i], TRUE);
    }
  bind_rows (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- sizes ------------------------------------------------------------------------------------ */

/* The height that every row has room in. */
static int
measure_row (AppLongList *self, int width)
{
  int height = 1;

  for (guint i = 0; i < self->rows->len; i++)
    {
      int least = 0;

      if (gtk_widget_get_visible (self->rows->pdata[i]))
        gtk_widget_measure (self->rows->pdata[i], GTK_ORIENTATION_VERTICAL, width, &least, NULL,
                            NULL, NULL);
      height = MAX (height, least);
    }
  return height;
}

static void
app_long_list_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  AppLongList *self = APP_LONG_LIST (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      /* Any height will do: the rest is scrolled. */
      *minimum = self->row_height > 0 ? self->row_height : measure_row (self, for_size);
      *natural = (int)MIN ((gint64)*minimum * MAX (n_items (self), 1), MOST_PIXELS);
      return;
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      int least, best;

      gtk_widget_measure (self->rows->pdata[i], orientation, for_size, &least, &best, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, best);
    }
}

static void
configure (GtkAdjustment *adjustment, double upper, double step, double page)
{
  if (adjustment == NULL)
    return;
  upper = MAX (upper, page);
  gtk_adjustment_configure (adjustment,
                            CLAMP (gtk_adjustment_get_value (adjustment), 0, upper - page), 0,
                            upper, step, MAX (page - step, step), page);
}

static void value_changed_cb (AppLongList *self);

/* The rows stay while they are given their sizes: what is missing then comes in an idle. */
static void
set_adjustments (AppLongList *self, int width, int height)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (vertical != NULL)
    g_signal_handlers_block_by_func (vertical, value_changed_cb, self);
  configure (vertical, (double)n_items (self) * self->row_height, self->row_height, height);
  configure (self->adjustments[GTK_ORIENTATION_HORIZONTAL], width, 1, width);
  if (vertical != NULL)
    g_signal_handlers_unblock_by_func (vertical, value_changed_cb, self);
}

static gboolean
is_missing_row (AppLongList *self)
{
  guint first, end;

  get_range (self, &first, &end);
  for (; first < end; first++)
    if (row_at (self, first) == NULL)
      return TRUE;
  return FALSE;
}

static void
app_long_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AppLongList *self = APP_LONG_LIST (widget);
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  const int before = self->row_height;
  double value;

  self->row_height = measure_row (self, width);
  set_adjustments (self, width, height);
  value = vertical != NULL ? gtk_adjustment_get_value (vertical) : 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const guint position = app_long_row_get_position (self->rows->pdata[i]);
      const double y = (double)position * self->row_height - value;

      if (position != APP_LONG_ROW_NONE)
        gtk_widget_size_allocate (
            self->rows->pdata[i],
            &(GtkAllocation){ 0, (int)CLAMP (y, -1e6, 1e6), width, self->row_height }, -1);
    }
  if ((is_missing_row (self) || self->row_height != before) && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, bind_idle, self, NULL);
}

/* --- scrolling -------------------------------------------------------------------------------- */

static void
value_changed_cb (AppLongList *self)
{
  bind_rows (self);
}

static void
set_adjustment (AppLongList *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], value_changed_cb, self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL && orientation == GTK_ORIENTATION_VERTICAL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
scroll_to (AppLongList *self, guint position)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (vertical != NULL)
    gtk_adjustment_clamp_page (vertical, (double)position * self->row_height,
                               ((double)position + 1) * self->row_height);
}

void
app_long_list_scroll_to_top (AppLongList *self)
{
  g_return_if_fail (APP_IS_LONG_LIST (self));

  self->cursor = 0;
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], 0);
}

/* --- keys and clicks -------------------------------------------------------------------------- */

static gboolean
move_to (AppLongList *self, guint position)
{
  AppLongRow *row;

  if (position >= n_items (self))
    return FALSE;
  self->cursor = position;
  scroll_to (self, position);
  row = row_at (self, position);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* By so many rows, or pages (±G_MAXINT16), or to an end (±G_MAXINT32). */
static gboolean
move_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  AppLongList *self = APP_LONG_LIST (widget);
  const int page = MAX (gtk_widget_get_height (widget) / MAX (self->row_height, 1) - 1, 1);
  gint64 by = g_variant_get_int32 (args);

  if (n_items (self) == 0)
    return GDK_EVENT_PROPAGATE;
  if (by == G_MAXINT16 || by == -G_MAXINT16)
    by = by > 0 ? page : -page;
  move_to (self, (guint)CLAMP ((gint64)self->cursor + by, 0, (gint64)n_items (self) - 1));
  return GDK_EVENT_STOP;
}

static gboolean
activate_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  AppLongList *self = APP_LONG_LIST (widget);

  if (self->cursor >= n_items (self))
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[ACTIVATE], 0, self->cursor);
  return GDK_EVENT_STOP;
}

/* Tab comes back to the row where one was, goes into it, and then out of the list. */
static gboolean
app_long_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *row = gtk_widget_get_focus_child (widget);

  if (row != NULL)
    return gtk_widget_child_focus (row, direction);
  return gtk_widget_grab_focus (widget);
}

static void
app_long_list_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  if (child != NULL)
    APP_LONG_LIST (widget)->cursor = app_long_row_get_position (APP_LONG_ROW (child));
  GTK_WIDGET_CLASS (app_long_list_parent_class)->set_focus_child (widget, child);
}

static gboolean
app_long_list_grab_focus (GtkWidget *widget)
{
  AppLongList *self = APP_LONG_LIST (widget);

  return n_items (self) > 0 && move_to (self, MIN (self->cursor, n_items (self) - 1));
}

/* A button within a row keeps its click for itself. */
static void
released_cb (AppLongList *self, int n_press, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL && picked != GTK_WIDGET (self)
                       ? gtk_widget_get_ancestor (picked, APP_TYPE_LONG_ROW)
                       : NULL;
  const guint position
      = row != NULL ? app_long_row_get_position (APP_LONG_ROW (row)) : APP_LONG_ROW_NONE;

  if (position == APP_LONG_ROW_NONE)
    return;
  self->cursor = position;
  gtk_widget_grab_focus (row);
  g_signal_emit (self, signals[ACTIVATE], 0, position);
}

/* --- the object ------------------------------------------------------------------------------- */

static void
app_long_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AppLongList *self = APP_LONG_LIST (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_long_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AppLongList *self = APP_LONG_LIST (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_long_list_dispose (GObject *object)
{
  AppLongList *self = APP_LONG_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_clear_object (&self->model);
  while (self->rows->len > 0)
    gtk_widget_unparent (g_ptr_array_steal_index (self->rows, self->rows->len - 1));
  G_OBJECT_CLASS (app_long_list_parent_class)->dispose (object);
}

static void
app_long_list_finalize (GObject *object)
{
  g_ptr_array_unref (APP_LONG_LIST (object)->rows);
  G_OBJECT_CLASS (app_long_list_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key, pad;
    int by;
  } moves[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 1 },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, -G_MAXINT16 },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, G_MAXINT16 },
    { GDK_KEY_Home, GDK_KEY_KP_Home, -G_MAXINT32 },
    { GDK_KEY_End, GDK_KEY_KP_End, G_MAXINT32 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      gtk_widget_class_add_binding (widget_class, moves[i].key, 0, move_binding, "i", moves[i].by);
      gtk_widget_class_add_binding (widget_class, moves[i].pad, 0, move_binding, "i", moves[i].by);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_binding, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_binding, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Enter, 0, activate_binding, NULL);
}

static void
app_long_list_class_init (AppLongListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = app_long_list_dispose;
  object_class->finalize = app_long_list_finalize;
  object_class->get_property = app_long_list_get_property;
  object_class->set_property = app_long_list_set_property;
  widget_class->measure = app_long_list_measure;
  widget_class->size_allocate = app_long_list_size_allocate;
  widget_class->focus = app_long_list_focus;
  widget_class->grab_focus = app_long_list_grab_focus;
  widget_class->set_focus_child = app_long_list_set_focus_child;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[ACTIVATE] = g_signal_new ("activate", APP_TYPE_LONG_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "listview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  add_keys (widget_class);
}

static void
app_long_list_init (AppLongList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->rows = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  gtk_widget_add_css_class (GTK_WIDGET (self), "separators");
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
app_long_list_set_model (AppLongList *self,
                         GListModel *model,
                         AppLongListNewFunc new_content,
                         AppLongListShowFunc show,
                         gpointer data)
{
  g_return_if_fail (APP_IS_LONG_LIST (self));
  g_return_if_fail (self->model == NULL && model != NULL);

  self->model = g_object_ref (model);
  self->new_content = new_content;
  self->show = show;
  self->data = data;
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (self, 0, 0, n_items (self));
}
