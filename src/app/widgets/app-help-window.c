/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-help-window.h"

#include "app/app-compat.h"
#include "app/app-help-page.h"

#include <glib/gi18n.h>
#include <string.h>

struct _AppHelpWindow
{
  AdwWindow parent_instance;

  GPtrArray *visited; /* ids, the page that is shown last */
  GtkWidget *back;
  GtkLabel *title;
  GtkBox *blocks; /* what the page says, one after the other */
  GtkScrolledWindow *scrolled;
};

G_DEFINE_FINAL_TYPE (AppHelpWindow, app_help_window, ADW_TYPE_WINDOW)

static gboolean link_cb (AppHelpWindow *self, const char *uri);

static GtkWidget *
new_text (AppHelpWindow *self, const char *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);
  return label;
}

/* The mark of an item, "•" or "3.", stands beside its lines; 0 in a block that is no item. */
static gsize
mark_length (const char *block)
{
  const gsize digits = strspn (block, "0123456789");

  if (g_str_has_prefix (block, "•  "))
    return strlen ("•");
  return digits > 0 && g_str_has_prefix (block + digits, ".  ") ? digits + 1 : 0;
}

static void
add_block (AppHelpWindow *self, const char *block, gboolean after_item)
{
  const gsize length = mark_length (block);
  g_autofree char *mark = g_strndup (block, length);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (mark);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_width_chars (GTK_LABEL (label), 2);
  gtk_widget_set_visible (label, length > 0);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), new_text (self, length > 0 ? block + length + 2 : block));
  gtk_widget_set_margin_top (row, length > 0 && after_item ? 6 : 12);
  gtk_box_append (self->blocks, row);
}

static void
add_blocks (AppHelpWindow *self, const char *markup)
{
  g_auto (GStrv) blocks = g_strsplit (markup, "\n\n", -1);

  for (guint i = 0; blocks[i] != NULL; i++)
    add_block (self, blocks[i], i > 0 && mark_length (blocks[i - 1]) > 0);
}

static void
show (AppHelpWindow *self)
{
  GtkWidget *child;
  g_autoptr (GError) error = NULL;
  g_autoptr (AppHelpPage) page
      = app_help_page_load (g_ptr_array_index (self->visited, self->visited->len - 1), &error);

  gtk_widget_set_sensitive (self->back, self->visited->len > 1);
  gtk_label_set_markup (self->title,
                        page != NULL ? app_help_page_title (page) : _ ("This page cannot be read"));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->blocks))) != NULL)
    gtk_box_remove (self->blocks, child);
  if (page != NULL)
    add_blocks (self, app_help_page_markup (page));
  else
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      add_block (self, escaped, FALSE);
    }
  /* Arrows and pages move what is read; a text with the focus would show a caret. */
  gtk_widget_grab_focus (GTK_WIDGET (self->scrolled));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

static void
go (AppHelpWindow *self, const char *xref)
{
  g_ptr_array_add (self->visited, g_strndup (xref, strcspn (xref, "#")));
  show (self);
}

static void
go_back (GtkWidget *widget, const char *name, GVariant *target)
{
  AppHelpWindow *self = APP_HELP_WINDOW (widget);

  if (self->visited->len < 2)
    return;
  g_ptr_array_remove_index (self->visited, self->visited->len - 1);
  show (self);
}

static gboolean
link_cb (AppHelpWindow *self, const char *uri)
{
  if (strstr (uri, "://") != NULL)
    app_compat_open_uri (GTK_WINDOW (self), uri);
  else
    go (self, uri);
  return TRUE;
}

static void
app_help_window_finalize (GObject *object)
{
  g_ptr_array_unref (APP_HELP_WINDOW (object)->visited);
  G_OBJECT_CLASS (app_help_window_parent_class)->finalize (object);
}

static void
app_help_window_class_init (AppHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = app_help_window_finalize;
  gtk_widget_class_install_action (widget_class, "help.back", NULL, go_back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "help.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkLabel *
new_label (GtkWidget *box, const char *css)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
new_header (AppHelpWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_tooltip_text (self->back, _ ("Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Back"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "help.back");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back);
  return header;
}

static void
app_help_window_init (AppHelpWindow *self)
{
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkLabel *hint;

  self->visited = g_ptr_array_new_with_free_func (g_free);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Help"));
  gtk_window_set_default_size (GTK_WINDOW (self), 620, 720);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, 300);
  gtk_widget_add_css_class (box, "content");
  self->title = new_label (box, "title-1");
  self->blocks = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->blocks));
  hint = new_label (box, "dim-label");
  gtk_widget_set_margin_top (GTK_WIDGET (hint), 18);
  gtk_label_set_text (hint, _ ("With the program “yelp” installed these pages open in the "
                               "system’s own help viewer, which can search in them."));
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  self->scrolled = GTK_SCROLLED_WINDOW (scrolled);
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scrolled, clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_focusable (scrolled, TRUE);
  gtk_box_append (GTK_BOX (whole), new_header (self));
  gtk_box_append (GTK_BOX (whole), scrolled);
  adw_window_set_content (ADW_WINDOW (self), whole);
}

GtkWidget *
app_help_window_new (GtkWindow *owner, const char *id)
{
  AppHelpWindow *self = g_object_new (APP_TYPE_HELP_WINDOW, "transient-for", owner,
                                      "destroy-with-parent", TRUE, NULL);

  go (self, id);
  return GTK_WIDGET (self);
}
