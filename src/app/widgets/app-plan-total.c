/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-plan-total.h"

#include "app/app-profile.h"
#include "app/widgets/app-chart.h"
#include "app/widgets/app-label.h"

#include <glib/gi18n.h>

/* Two Advices side by side: the real one and the projected one. */

struct _AppPlanTotal
{
  GtkBox parent_instance;

  GtkLabel *title, *now, *arrow, *then, *band, *support_title, *support_text;
  AppChart *chart, *key;
  GtkWidget *support;
};

G_DEFINE_FINAL_TYPE (AppPlanTotal, app_plan_total, GTK_TYPE_BOX)

static void
app_plan_total_class_init (AppPlanTotalClass *klass)
{
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = app_label_new (NULL, css_class);

  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
new_score (AppPlanTotal *self)
{
  GtkWidget *score = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->now = add_label (score, "score-before");
  self->arrow = add_label (score, "title-3");
  gtk_label_set_label (self->arrow, "›");
  self->then = add_label (score, "score-then");
  self->band = add_label (score, "heading");
  gtk_label_set_wrap (self->now, FALSE);
  gtk_label_set_wrap (self->then, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->band), TRUE);
  return score;
}

static GtkWidget *
new_support (AppPlanTotal *self)
{
  GtkWidget *support = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon
      = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-information-symbolic", "accessible-role",
                      GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_START, NULL);

  self->support_title = add_label (words, "heading");
  self->support_text = add_label (words, NULL);
  gtk_box_append (GTK_BOX (support), icon);
  gtk_box_append (GTK_BOX (support), words);
  gtk_widget_add_css_class (support, "aside");
  return support;
}

static void
app_plan_total_init (AppPlanTotal *self)
{
  GtkWidget *box = GTK_WIDGET (self);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->title = add_label (head, "title-4");
  app_label_append_caption (GTK_BOX (head), _ ("If all is done, as the questionnaire counts it"));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), new_score (self));
  self->chart = APP_CHART (app_chart_new ());
  self->key = APP_CHART (app_chart_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->chart), "on-window");
  gtk_widget_add_css_class (GTK_WIDGET (self->key), "on-window");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chart));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->key));
  self->support = new_support (self);
  gtk_box_append (GTK_BOX (box), self->support);
}

static void
show_score (AppPlanTotal *self, AppPage *page, const AppProfile *now, const AppProfile *then)
{
  const Advice *advice = app_page_get_advice (page);
  const SurveyPack *pack = advice_pack (advice);
  const gboolean moves
      = !g_str_equal (app_profile_overall_text (now), app_profile_overall_text (then));
  const ChartScale scale = app_profile_scale (then);
  const ChartItem overall = app_profile_overall (then);
  const int band = chart_scale_band (&scale, overall.now);

  gtk_label_set_label (self->now, app_profile_overall_text (now));
  gtk_label_set_label (self->then, app_profile_overall_text (then));
  gtk_widget_set_visible (GTK_WIDGET (self->arrow), moves);
  gtk_widget_set_visible (GTK_WIDGET (self->now), moves);
  gtk_label_set_label (self->band,
                       band >= 0 ? app_page_tell (page, survey_pack_band (pack, (guint)band)->title)
                                 : _ ("still open"));
}

static void
show_chart (AppPlanTotal *self, const AppProfile *profile)
{
  const ChartKeyEntry entries[] = { { CHART_MARK_NOW, CHART_FILL_SOLID, _ ("Now") },
                                    { CHART_MARK_TARGET, CHART_FILL_SOLID, _ ("Then") } };
  const guint n = app_profile_n_items (profile);
  g_autofree ChartItem *items = g_memdup2 (app_profile_items (profile), n * sizeof *items);
  ChartDotPlotSpec spec = { .items = items,
                            .n_items = n,
                            .scale = app_profile_area_scale (profile),
                            .now_title = _ ("Now"),
                            .target_title = _ ("Then"),
                            .small = TRUE };

  for (guint i = 0; i < n; i++)
    if (items[i].short_label != NULL)
      items[i].label = items[i].short_label;
  app_chart_set_dot_plot (self->chart, &spec);
  app_chart_set_tips (self->chart, app_profile_tips (profile), n);
  app_chart_set_words (self->chart, _ ("Your areas now and then"),
                       app_profile_description (profile));
  app_chart_set_key (self->key, &(ChartKeySpec){ .entries = entries, .n_entries = 2 });
}

/* "Twin experiment: Not yet → Fits", a line for each kind of support that another outcome awaits.
 */
static char *
support_changes (AppPage *page, const Advice *now, const Advice *then)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < advice_n_instruments (now); i++)
    {
      const AdviceInstrument *before = advice_instrument (now, i);
      const AdviceInstrument *after = advice_find_instrument (then, before->instrument->id);
      g_autofree char *from = NULL, *to = NULL;

      if (after == NULL || after->status == before->status)
        continue;
      from = app_page_say (page, before->verdict);
      to = app_page_say (page, after->verdict);
      g_string_append_printf (text, "%s%s: %s → %s", text->len > 0 ? "\n" : "",
                              app_page_tell (page, before->instrument->title), from, to);
    }
  return g_strdup (text->str);
}

static void
show_support (AppPlanTotal *self, AppPage *page, const Advice *then, guint n)
{
  g_autofree char *changes = support_changes (page, app_page_get_advice (page), then);

  gtk_widget_set_visible (self->support, n > 0);
  if (*changes == '\0')
    {
      gtk_label_set_label (self->support_title, _ ("Support stays the same"));
      gtk_label_set_label (self->support_text,
                           _ ("No kind of support gets another outcome by these steps alone."));
    }
  else
    {
      gtk_label_set_label (self->support_title, _ ("Support changes"));
      gtk_label_set_label (self->support_text, changes);
    }
}

void
app_plan_total_show (AppPlanTotal *self, AppPage *page, const Advice *then, guint n)
{
  AppSession *session = app_page_get_session (page);
  const Advice *advice = app_page_get_advice (page);
  g_autoptr (AppProfile) before = app_profile_new_projected (session, advice, then);
  g_autoptr (AppProfile) after = app_profile_new (session, then);
  g_autofree char *title
      = n > 0 ? g_strdup_printf (ngettext ("With %u ticked step", "With %u ticked steps", n), n)
              : g_strdup (_ ("Tick steps to see what they give"));

  g_return_if_fail (APP_IS_PLAN_TOTAL (self));

  gtk_label_set_label (self->title, title);
  show_score (self, page, before, after);
  show_chart (self, before);
  show_support (self, page, then, n);
}

char *
app_plan_total_text (AppPage *page, const Advice *then)
{
  AppSession *session = app_page_get_session (page);
  g_autoptr (AppProfile) before = app_profile_new (session, app_page_get_advice (page));
  g_autoptr (AppProfile) after = app_profile_new (session, then);
  const char *now = app_profile_overall_text (before);

  if (g_str_equal (now, app_profile_overall_text (after)))
    return g_strdup (now);
  return g_strdup_printf ("%s → %s", now, app_profile_overall_text (after));
}
