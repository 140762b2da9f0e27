/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-match-row.h"

#include "app/app-compat.h"
#include "app/widgets/app-chart.h"
#include "app/widgets/app-copy-button.h"
#include "app/widgets/app-hub-record.h"
#include "app/widgets/app-label.h"

#include <glib/gi18n.h>

/* The inside is built when the row is first unfolded. */

struct _AppMatchRow
{
  GtkListBoxRow parent_instance;

  AppPage *page; /* borrowed: the row stands on it */
  Advice *advice;
  const AdviceMatch *match;
  GtkBox *box;
  GtkWidget *arrow, *inside; /* inside: NULL before the first unfolding */
};

G_DEFINE_FINAL_TYPE (AppMatchRow, app_match_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
name_of (const AdviceMatch *match)
{
  return match->hub != NULL ? match->hub->name : match->cluster->name;
}

static const char *
city_of (const AdviceMatch *match)
{
  return match->hub != NULL ? match->hub->city : match->cluster->city;
}

static const char *
website_of (const AdviceMatch *match)
{
  return match->hub != NULL ? match->hub->website : match->cluster->website;
}

/* --- inside ----------------------------------------------------------------------------------- */

static ChartFill
fill_of (AdviceReasonKind kind)
{
  static const ChartFill fills[] = {
    [ADVICE_REASON_NEAR] = CHART_FILL_SOLID,      [ADVICE_REASON_SECTOR] = CHART_FILL_HATCH,
    [ADVICE_REASON_TECHNOLOGY] = CHART_FILL_DOTS, [ADVICE_REASON_SERVICE] = CHART_FILL_LINES,
    [ADVICE_REASON_KIND] = CHART_FILL_OPEN,       [ADVICE_REASON_MARKET] = CHART_FILL_CROSS,
  };

  return fills[kind];
}

static void
add_reason (AppMatchRow *self, const AdviceReason *reason)
{
  const ChartKeyEntry entry = { CHART_MARK_FILL, fill_of (reason->kind), "" };
  const ChartKeySpec key = { &entry, 1, FALSE };
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *mark = app_chart_new ();
  g_autofree char *text = app_page_say (self->page, reason->text);
  g_autofree char *share
      = g_strdup_printf (ngettext ("%d point", "%d points", (gulong)reason->share), reason->share);
  GtkWidget *words = app_label_new (text, NULL);
  GtkWidget *points = gtk_label_new (share);

  app_chart_set_key (APP_CHART (mark), &key);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (points, GTK_ALIGN_START);
  gtk_widget_add_css_class (points, "caption");
  gtk_widget_add_css_class (points, "dim-label");
  gtk_widget_add_css_class (points, "numeric");
  gtk_box_append (GTK_BOX (line), mark);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), points);
  gtk_box_append (GTK_BOX (self->inside), line);
}

static void
add_note (AppMatchRow *self, const BaseText *note)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon
      = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-information-symbolic", "valign",
                      GTK_ALIGN_START, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_autofree char *text = app_page_say (self->page, note);

  gtk_widget_add_css_class (icon, "dim-label");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), app_label_new (text, NULL));
  gtk_box_append (GTK_BOX (self->inside), line);
}

static void
website_cb (AppMatchRow *self)
{
  app_compat_open_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                       website_of (self->match));
}

static void
add_buttons (AppMatchRow *self, const char *question)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (question != NULL)
    gtk_box_append (GTK_BOX (buttons), app_copy_button_new (_ ("Copy the question"), question));
  if (website_of (self->match) != NULL)
    {
      GtkWidget *button = gtk_button_new_with_label (_ ("Website"));

      gtk_widget_set_tooltip_text (button, website_of (self->match));
      g_signal_connect_object (button, "clicked", G_CALLBACK (website_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (buttons), button);
    }
  gtk_box_append (GTK_BOX (self->inside), buttons);
}

static void
add_record (AppMatchRow *self)
{
  GtkWidget *expander = gtk_expander_new (_ ("The whole record"));
  AppSession *session = app_page_get_session (self->page);
  const Catalogue *catalogue = advice_catalogue (self->advice);

  gtk_expander_set_child (GTK_EXPANDER (expander),
                          self->match->hub != NULL
                              ? app_hub_record_new (session, catalogue, self->match->hub)
                              : app_cluster_record_new (session, catalogue, self->match->cluster));
  gtk_box_append (GTK_BOX (self->inside), expander);
}

static void
fill (AppMatchRow *self)
{
  g_autofree char *question = app_page_say (self->page, self->match->question);
  g_autofree char *quoted = question != NULL ? g_strdup_printf (_ ("“%s”"), question) : NULL;

  self->inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_margin_top (self->inside, 8);
  gtk_box_append (self->box, self->inside);
  for (guint i = 0; i < self->match->n_reasons; i++)
    add_reason (self, &self->match->reasons[i]);
  for (guint i = 0; i < self->match->n_notes; i++)
    add_note (self, self->match->notes[i]);
  if (quoted != NULL)
    {
      app_label_append_caption (GTK_BOX (self->inside), _ ("What to ask"));
      app_label_append (GTK_BOX (self->inside), quoted, NULL);
    }
  add_buttons (self, question);
  add_record (self);
}

gboolean
app_match_row_get_open (AppMatchRow *self)
{
  g_return_val_if_fail (APP_IS_MATCH_ROW (self), FALSE);
  return self->inside != NULL && gtk_widget_get_visible (self->inside);
}

void
app_match_row_set_open (AppMatchRow *self, gboolean open)
{
  g_return_if_fail (APP_IS_MATCH_ROW (self));

  if (open && self->inside == NULL)
    fill (self);
  if (self->inside != NULL)
    gtk_widget_set_visible (self->inside, open);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                open ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

/* --- head ------------------------------------------------------------------------------------- */

static char *
new_detail (AppMatchRow *self)
{
  g_autofree char *distance = app_page_say (self->page, self->match->distance);
  g_autofree char *words = app_page_say (self->page, self->match->match);
  const char *parts[4] = { NULL };
  guint n = 0;

  if (city_of (self->match) != NULL)
    parts[n++] = city_of (self->match);
  if (distance != NULL)
    parts[n++] = distance;
  parts[n++] = words;
  return g_strjoinv (" · ", (char **)parts);
}

static GtkWidget *
new_bar (AppMatchRow *self)
{
  g_autofree ChartShare *shares = g_new0 (ChartShare, MAX (self->match->n_reasons, 1));
  ChartReasonsSpec spec = { shares, self->match->n_reasons, 100, -1 };
  GtkWidget *bar = app_chart_new ();
  g_autofree char *points = g_strdup_printf (_ ("%d of 100 points"), self->match->score);

  for (guint i = 0; i < self->match->n_reasons; i++)
    shares[i]
        = (ChartShare){ self->match->reasons[i].share, fill_of (self->match->reasons[i].kind) };
  app_chart_set_reasons (APP_CHART (bar), &spec);
  app_chart_set_words (APP_CHART (bar), points, "");
  gtk_widget_set_tooltip_text (bar, points);
  gtk_widget_set_margin_top (bar, 4);
  return bar;
}

static GtkWidget *
new_words (AppMatchRow *self, const char *detail)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  app_label_append (GTK_BOX (words), name_of (self->match), "heading");
  app_label_append_caption (GTK_BOX (words), detail);
  gtk_box_append (GTK_BOX (words), new_bar (self));
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static GtkWidget *
new_rank (guint rank)
{
  g_autofree char *figure = g_strdup_printf ("%u", rank);
  GtkWidget *label = gtk_label_new (figure);

  gtk_widget_add_css_class (label, "rank");
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

static void
build (AppMatchRow *self, guint rank)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *detail = new_detail (self);
  g_autofree char *ranked = rank > 0 ? g_strdup_printf ("%u. ", rank) : g_strdup ("");
  g_autofree char *name = g_strdup_printf ("%s%s, %s", ranked, name_of (self->match), detail);

  if (rank > 0)
    gtk_box_append (GTK_BOX (head), new_rank (rank));
  gtk_box_append (GTK_BOX (head), new_words (self, detail));
  gtk_box_append (GTK_BOX (head), self->arrow);
  gtk_box_append (self->box, head);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
app_match_row_finalize (GObject *object)
{
  g_clear_pointer (&APP_MATCH_ROW (object)->advice, advice_unref);
  G_OBJECT_CLASS (app_match_row_parent_class)->finalize (object);
}

static void
app_match_row_class_init (AppMatchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_match_row_finalize;
}

static void
app_match_row_init (AppMatchRow *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "criterion");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->box));
  self->arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-down-symbolic", "accessible-role",
                              GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

GtkWidget *
app_match_row_new (AppPage *page, const AdviceMatch *match, guint rank)
{
  AppMatchRow *self = g_object_new (APP_TYPE_MATCH_ROW, NULL);

  g_return_val_if_fail (APP_IS_PAGE (page), NULL);
  g_return_val_if_fail (match != NULL, NULL);
  self->page = page;
  self->advice = advice_ref (app_page_get_advice (page));
  self->match = match;
  build (self, rank);
  app_match_row_set_open (self, FALSE);
  return GTK_WIDGET (self);
}

const AdviceMatch *
app_match_row_get_match (AppMatchRow *self)
{
  g_return_val_if_fail (APP_IS_MATCH_ROW (self), NULL);
  return self->match;
}
