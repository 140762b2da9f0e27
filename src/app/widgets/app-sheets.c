/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-sheets.h"

#include "app/widgets/app-sheet.h"

#include <glib/gi18n.h>

/* Small sheets are a selection: arrows move it, the large sheet follows. */

#define THUMBNAIL_WIDTH 84
#define THUMBNAIL_HEIGHT 119

/* Pixels a point; 0 fits the place. The third is the size of the paper on a screen of 96 dpi. */
static const double scales[] = { 0, 1, 96.0 / 72, 2, 3 };

struct _AppSheets
{
  AdwBin parent_instance;

  AppPrintout *printout;
  guint page;
  guint scale; /* index into scales */
  gboolean narrow;

  /* template */
  AppSheet *sheet;
  GtkScrolledWindow *place;
  GtkViewport *port;
  GtkBox *room; /* for a sheet that needs no scrolling of its own */
  GtkFlowBox *thumbnails;
  GtkLabel *position;
  GtkWidget *back, *forward, *smaller, *larger;
};

G_DEFINE_FINAL_TYPE (AppSheets, app_sheets, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static guint
count_pages (AppSheets *self)
{
  return self->printout != NULL ? report_n_pages (app_printout_get_report (self->printout)) : 0;
}

/* In the wide window one scrolls within the place, in the narrow one the column around it: there a
 * place that scrolls would keep the wheel for itself, and only an enlarged page needs one. */
static void
put_sheet (AppSheets *self)
{
  const gboolean loose = self->narrow && self->scale == 0;
  const gboolean moved
      = gtk_widget_get_parent (GTK_WIDGET (self->sheet)) == GTK_WIDGET (self->room);

  gtk_scrolled_window_set_policy (self->place, GTK_POLICY_AUTOMATIC,
                                  self->narrow ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
  if (moved == loose)
    return;
  g_object_ref (self->sheet);
  if (loose)
    {
      gtk_viewport_set_child (self->port, NULL);
      gtk_box_append (self->room, GTK_WIDGET (self->sheet));
    }
  else
    {
      gtk_box_remove (self->room, GTK_WIDGET (self->sheet));
      gtk_viewport_set_child (self->port, GTK_WIDGET (self->sheet));
    }
  g_object_unref (self->sheet);
  gtk_widget_set_visible (GTK_WIDGET (self->place), !loose);
}

static void
show_page (AppSheets *self)
{
  const guint n = count_pages (self);
  g_autofree char *text
      = n > 0 ? g_strdup_printf (_ ("Page %u of %u"), self->page + 1, n) : g_strdup ("");

  put_sheet (self);
  app_sheet_set_page (self->sheet, self->printout, self->page);
  app_sheet_set_scale (self->sheet, scales[self->scale]);
  gtk_label_set_label (self->position, text);
  gtk_widget_set_sensitive (self->back, self->page > 0);
  gtk_widget_set_sensitive (self->forward, self->page + 1 < n);
  gtk_widget_set_sensitive (self->smaller, self->scale > 0);
  gtk_widget_set_sensitive (self->larger, self->scale + 1 < G_N_ELEMENTS (scales));
}

static void
select_page (AppSheets *self, guint page)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->thumbnails, (int)page);

  if (child != NULL)
    gtk_flow_box_select_child (self->thumbnails, child);
}

static void
selected_cb (AppSheets *self)
{
  g_autoptr (GList) chosen = gtk_flow_box_get_selected_children (self->thumbnails);

  if (chosen == NULL)
    return;
  self->page = (guint)gtk_flow_box_child_get_index (chosen->data);
  show_page (self);
}

static void
back_cb (AppSheets *self)
{
  if (self->page > 0)
    select_page (self, self->page - 1);
}

static void
forward_cb (AppSheets *self)
{
  select_page (self, self->page + 1);
}

static void
smaller_cb (AppSheets *self)
{
  self->scale--;
  show_page (self);
}

static void
larger_cb (AppSheets *self)
{
  self->scale++;
  show_page (self);
}

static GtkWidget *
new_thumbnail (void)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *sheet = app_sheet_new ();

  gtk_widget_set_size_request (sheet, THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), sheet);
  return child;
}

static void
show_thumbnail (AppSheets *self, guint page)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->thumbnails, (int)page);
  const char *title = app_printout_page_title (self->printout, page);
  /* translators: a printed page: "Page 2: Summary" */
  g_autofree char *name = g_strdup_printf (_ ("Page %u: %s"), page + 1, title);

  app_sheet_set_page (APP_SHEET (gtk_flow_box_child_get_child (child)), self->printout, page);
  gtk_widget_set_tooltip_text (GTK_WIDGET (child), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Keeps the small sheets that can stay, so that nothing flickers while somebody types. */
static void
show_thumbnails (AppSheets *self)
{
  const guint n = count_pages (self);
  GtkFlowBoxChild *child;
  guint have = 0;

  while ((child = gtk_flow_box_get_child_at_index (self->thumbnails, (int)n)) != NULL)
    gtk_flow_box_remove (self->thumbnails, GTK_WIDGET (child));
  while (gtk_flow_box_get_child_at_index (self->thumbnails, (int)have) != NULL)
    have++;
  for (; have < n; have++)
    gtk_flow_box_insert (self->thumbnails, new_thumbnail (), -1);
  for (guint i = 0; i < n; i++)
    show_thumbnail (self, i);
}

static void
set_narrow (AppSheets *self, gboolean narrow)
{
  self->narrow = narrow;
  put_sheet (self);
}

static void
app_sheets_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      set_narrow (APP_SHEETS (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_sheets_dispose (GObject *object)
{
  AppSheets *self = APP_SHEETS (object);

  g_clear_object (&self->printout);
  gtk_widget_dispose_template (GTK_WIDGET (object), APP_TYPE_SHEETS);
  G_OBJECT_CLASS (app_sheets_parent_class)->dispose (object);
}

static void
app_sheets_class_init (AppSheetsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = app_sheets_set_property;
  object_class->dispose = app_sheets_dispose;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (APP_TYPE_SHEET);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-sheets.ui");
  gtk_widget_class_bind_template_child (widget_class, AppSheets, sheet);
  gtk_widget_class_bind_template_child (widget_class, AppSheets, place);
  gtk_widget_class_bind_template_child (widget_class, AppSheets, port);
  gtk_widget_class_bind_template_child (widget_class, AppSheets, room);
  gtk_widget_class_bind_template_child (widget_class, AppSheets, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, AppSheets, position);
  gtk_widget_class_bind_template_child (widget_class, AppSheets, back);
  gtk_widget_class_bind_template_child (widget_class, AppSheets, forward);
  gtk_widget_class_bind_template_child (widget_class, AppSheets, smaller);
  gtk_widget_class_bind_template_child (widget_class, AppSheets, larger);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, forward_cb);
  gtk_widget_class_bind_template_callback (widget_class, smaller_cb);
  gtk_widget_class_bind_template_callback (widget_class, larger_cb);
}

static void
app_sheets_init (AppSheets *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_page (self);
}

void
app_sheets_set_printout (AppSheets *self, AppPrintout *printout)
{
  g_return_if_fail (APP_IS_SHEETS (self));
  g_return_if_fail (printout == NULL || APP_IS_PRINTOUT (printout));

  g_set_object (&self->printout, printout);
  self->page = MIN (self->page, MAX (count_pages (self), 1) - 1);
  show_thumbnails (self);
  select_page (self, self->page);
  show_page (self);
}
