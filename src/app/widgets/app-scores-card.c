/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-scores-card.h"

#include "app/widgets/app-chart.h"
#include "app/widgets/app-table.h"

#include <glib/gi18n.h>

/* Two forms of one thing; which one a person prefers is kept while the window is open. */

struct _AppScoresCard
{
  GtkBox parent_instance;

  /* template */
  GtkToggleButton *dots_button, *table_button;
  GtkStack *stack;
  AppChart *chart, *key;
  AppTable *table;
};

G_DEFINE_FINAL_TYPE (AppScoresCard, app_scores_card, GTK_TYPE_BOX)

enum
{
  ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
form_cb (AppScoresCard *self)
{
  gtk_stack_set_visible_child_name (
      self->stack, gtk_toggle_button_get_active (self->table_button) ? "table" : "dots");
}

static void
activated_cb (AppScoresCard *self, guint item)
{
  g_signal_emit (self, signals[ACTIVATED], 0, item);
}

static void
show_plot (AppScoresCard *self, const AppProfile *profile)
{
  ChartDotPlotSpec spec = {
    .items = app_profile_items (profile),
    .n_items = app_profile_n_items (profile),
    .scale = app_profile_area_scale (profile),
    .now_title = _ ("Now"),
    .target_title = _ ("Target"),
  };

  app_chart_set_dot_plot (self->chart, &spec);
  app_chart_set_tips (self->chart, app_profile_tips (profile), app_profile_n_items (profile));
  app_chart_set_words (self->chart, _ ("Your areas"), app_profile_description (profile));
}

/* Only what is drawn is explained. */
static void
show_key (AppScoresCard *self, const AppProfile *profile)
{
  const ChartItem *items = app_profile_items (profile);
  ChartKeyEntry entries[4];
  guint n = 0;
  gboolean now = FALSE, range = FALSE;

  for (guint i = 0; i < app_profile_n_items (profile); i++)
    {
      now = now || chart_value_present (items[i].now);
      range = range || (!chart_value_present (items[i].now) && items[i].low < items[i].high);
    }
  if (now)
    entries[n++] = (ChartKeyEntry){ CHART_MARK_NOW, CHART_FILL_SOLID, _ ("Now") };
  if (app_profile_has_previous (profile))
    entries[n++] = (ChartKeyEntry){ CHART_MARK_PREVIOUS, CHART_FILL_SOLID, _ ("Before") };
  if (range)
    entries[n++] = (ChartKeyEntry){ CHART_MARK_RANGE, CHART_FILL_SOLID, _ ("Still possible") };
  if (app_profile_has_targets (profile))
    entries[n++] = (ChartKeyEntry){ CHART_MARK_TARGET, CHART_FILL_SOLID, _ ("Target") };
  /* One mark alone needs no words. */
  gtk_widget_set_visible (GTK_WIDGET (self->key), n > 1);
  app_chart_set_key (self->key, &(ChartKeySpec){ .entries = entries, .n_entries = n });
}

static void
show_table (AppScoresCard *self,
            AppSession *session,
            const SurveyScore *score,
            const AppProfile *profile)
{
  AppTableColumn columns[5] = { { _ ("Area"), FALSE } };
  const gboolean before = app_profile_has_previous (profile);
  const gboolean targets = app_profile_has_targets (profile);
  guint n_columns = 1;
  const SurveyPack *pack = survey_score_pack (score);
  const guint n = survey_score_n_dimensions (score);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (before)
    columns[n_columns++] = (AppTableColumn){ _ ("Before"), TRUE };
  columns[n_columns++] = (AppTableColumn){ before ? _ ("Now") : _ ("Score"), TRUE };
  columns[n_columns++] = (AppTableColumn){ _ ("Level"), FALSE };
  if (targets)
    columns[n_columns++] = (AppTableColumn){ _ ("Target"), TRUE };
  for (guint i = 0; i < n; i++)
    {
      const SurveyDimensionScore *dimension = survey_score_dimension (score, i);
      const SurveyValue *value = &dimension->score;
      const char *target = app_profile_items (profile)[i].target_text;
      const char *previous = app_profile_previous_exact (profile, i);
      const char *level
          = value->band >= 0
                ? app_session_tell (session, survey_pack_band (pack, value->band)->title)
                : _ ("still open");

      g_ptr_array_add (cells, g_strdup (app_profile_items (profile)[i].label));
      if (before)
        g_ptr_array_add (cells, g_strdup (previous != NULL ? previous : "–"));
      g_ptr_array_add (cells, app_profile_area_text (session, pack, dimension));
      g_ptr_array_add (cells, g_strdup (level));
      if (targets)
        g_ptr_array_add (cells, g_strdup (target != NULL ? target : "–"));
    }
  app_table_set (self->table, _ ("Your areas"), columns, n_columns,
                 (const char *const *)cells->pdata, n);
}

void
app_scores_card_show (AppScoresCard *self,
                      AppSession *session,
                      const Advice *advice,
                      const AppProfile *profile)
{
  g_return_if_fail (APP_IS_SCORES_CARD (self));

  show_plot (self, profile);
  show_key (self, profile);
  show_table (self, session, advice_score (advice), profile);
}

static void
app_scores_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), APP_TYPE_SCORES_CARD);
  G_OBJECT_CLASS (app_scores_card_parent_class)->dispose (object);
}

static void
app_scores_card_class_init (AppScoresCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_scores_card_dispose;
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (APP_TYPE_CHART);
  g_type_ensure (APP_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-scores-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AppScoresCard, dots_button);
  gtk_widget_class_bind_template_child (widget_class, AppScoresCard, table_button);
  gtk_widget_class_bind_template_child (widget_class, AppScoresCard, stack);
  gtk_widget_class_bind_template_child (widget_class, AppScoresCard, chart);
  gtk_widget_class_bind_template_child (widget_class, AppScoresCard, key);
  gtk_widget_class_bind_template_child (widget_class, AppScoresCard, table);
  gtk_widget_class_bind_template_callback (widget_class, form_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
app_scores_card_init (AppScoresCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
