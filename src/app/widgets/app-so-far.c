/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-so-far.h"

#include "app/widgets/app-chart.h"

#include <glib/gi18n.h>

/* An interval, not a point, until everything is answered. */

struct _AppSoFar
{
  AdwBin parent_instance;

  gboolean compact;
  AppChart *radar, *ruler;
  GtkLabel *score, *open;
};

G_DEFINE_FINAL_TYPE (AppSoFar, app_so_far, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkWidget *
new_label (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_score_line (AppSoFar *self, const char *title)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = new_label (title, "heading", 0);

  self->score = GTK_LABEL (new_label (NULL, "heading", 1));
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->score), "numeric");
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->score));
  return line;
}

static void
build_full (AppSoFar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *moves = new_label (_ ("Moves with each answer"), "caption", 0);

  gtk_widget_add_css_class (moves, "dim-label");
  self->open = GTK_LABEL (new_label (NULL, "caption", 0));
  gtk_label_set_wrap (self->open, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->open), "dim-label");
  gtk_widget_set_margin_top (GTK_WIDGET (self->radar), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->radar), 6);
  gtk_box_append (GTK_BOX (box), new_label (_ ("So far"), "title-4", 0));
  gtk_box_append (GTK_BOX (box), moves);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->radar));
  gtk_box_append (GTK_BOX (box), new_score_line (self, _ ("Score")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->ruler));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->open));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
build_compact (AppSoFar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_hexpand (GTK_WIDGET (self->ruler), TRUE);
  gtk_box_append (GTK_BOX (box), new_score_line (self, _ ("So far")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->ruler));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
app_so_far_constructed (GObject *object)
{
  AppSoFar *self = APP_SO_FAR (object);

  G_OBJECT_CLASS (app_so_far_parent_class)->constructed (object);
  self->ruler = APP_CHART (app_chart_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->ruler), "on-window");
  if (self->compact)
    {
      build_compact (self);
    }
  else
    {
      self->radar = APP_CHART (app_chart_new ());
      gtk_widget_add_css_class (GTK_WIDGET (self->radar), "on-window");
      build_full (self);
    }
}

static void
app_so_far_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPACT)
    APP_SO_FAR (object)->compact = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
app_so_far_class_init (AppSoFarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = app_so_far_constructed;
  object_class->set_property = app_so_far_set_property;
  properties[PROP_COMPACT]
      = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                              G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
app_so_far_init (AppSoFar *self)
{
}

static void
show_open (AppSoFar *self, SurveyScore *score)
{
  guint open = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < survey_score_n_dimensions (score); i++)
    {
      const SurveyDimensionScore *dimension = survey_score_dimension (score, i);

      open += dimension->answered < dimension->questions;
    }
  text = g_strdup_printf (ngettext ("%u area is still open. The score lies somewhere between.",
                                    "%u areas are still open. The score lies somewhere between.",
                                    open),
                          open);
  gtk_label_set_label (self->open, open > 0 ? text : _ ("Everything is answered."));
}

static void
show_radar (AppSoFar *self, AppProfile *profile)
{
  const ChartRadarSpec spec = { .items = app_profile_items (profile),
                                .n_items = app_profile_n_items (profile),
                                .scale = app_profile_scale (profile),
                                .selected = -1 };

  app_chart_set_radar (self->radar, &spec);
  app_chart_set_words (self->radar, _ ("Scores of the areas so far"),
                       app_profile_description (profile));
}

void
app_so_far_show (AppSoFar *self, AppSession *session, Advice *advice, AppProfile *profile)
{
  const ChartRulerSpec spec = { .item = app_profile_overall (profile),
                                .scale = app_profile_scale (profile),
                                .plain = TRUE };

  g_return_if_fail (APP_IS_SO_FAR (self));

  app_chart_set_ruler (self->ruler, &spec);
  app_chart_set_words (self->ruler, _ ("Score so far"), app_profile_overall_text (profile));
  gtk_label_set_label (self->score, app_profile_overall_text (profile));
  if (self->compact)
    return;
  show_radar (self, profile);
  show_open (self, advice_score (advice));
}
