/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-weights.h"

#include <glib/gi18n.h>

/* A step of a slider is an edit; those of one slider are one step of undo. */

struct _AppWeights
{
  AdwBin parent_instance;

  AppPage *page;
  AdwActionRow *rows[ADVICE_N_WEIGHTS];
  GtkRange *ranges[ADVICE_N_WEIGHTS];
  GtkWidget *reset;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (AppWeights, app_weights, ADW_TYPE_BIN)

static void
changed_cb (AppWeights *self, GtkRange *range)
{
  const char *id = g_object_get_data (G_OBJECT (range), "id");
  g_autofree char *path = NULL;
  AssessmentDocument *document;

  if (self->filling || self->page == NULL || id == NULL)
    return;
  path = g_strconcat ("plan.weights.", id, NULL);
  document = assessment_document_with_number (app_page_get_document (self->page), path,
                                              gtk_range_get_value (range), NULL);
  if (document != NULL)
    app_page_edit (self->page, document, path);
}

static void
reset_cb (AppWeights *self)
{
  AssessmentDocument *document = app_page_get_document (self->page);

  if (assessment_document_has (document, "plan.weights"))
    app_page_edit (self->page, assessment_document_without (document, "plan.weights"), NULL);
}

static void
app_weights_class_init (AppWeightsClass *klass)
{
}

static void
add_weight (AppWeights *self, AdwPreferencesGroup *group, guint i)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 100, 5);

  gtk_widget_set_size_request (scale, 120, -1);
  gtk_widget_set_valign (scale, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), scale);
  adw_preferences_group_add (group, row);
  g_signal_connect_object (scale, "value-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->rows[i] = ADW_ACTION_ROW (row);
  self->ranges[i] = GTK_RANGE (scale);
}

static void
app_weights_init (AppWeights *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->reset = gtk_button_new_with_label (_ ("As delivered"));
  gtk_widget_add_css_class (self->reset, "flat");
  gtk_widget_set_valign (self->reset, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->reset, "clicked", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("What counts"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), self->reset);
  for (guint i = 0; i < ADVICE_N_WEIGHTS; i++)
    add_weight (self, ADW_PREFERENCES_GROUP (group), i);
  adw_bin_set_child (ADW_BIN (self), group);
}

/* The words stand in sentences elsewhere. */
static char *
with_capital (const char *words)
{
  g_autofree char *first = g_utf8_strup (words, g_utf8_next_char (words) - words);

  return g_strconcat (first, g_utf8_next_char (words), NULL);
}

void
app_weights_show (AppWeights *self, AppPage *page, const AdvicePlan *plan)
{
  gboolean custom = FALSE;

  g_return_if_fail (APP_IS_WEIGHTS (self));

  self->page = page;
  self->filling = TRUE;
  for (guint i = 0; i < ADVICE_N_WEIGHTS; i++)
    {
      const AdvicePlanWeight *weight = advice_plan_weight (plan, i);
      g_autofree char *words = app_page_say (page, weight->title);
      g_autofree char *title = with_capital (words);
      g_autofree char *share = g_strdup_printf (_ ("%d %% of the ranking"), weight->share);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), title);
      adw_action_row_set_subtitle (self->rows[i], share);
      g_object_set_data_full (G_OBJECT (self->ranges[i]), "id", g_strdup (weight->id), g_free);
      gtk_range_set_value (self->ranges[i], weight->weight);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->ranges[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      custom = custom || weight->is_custom;
    }
  gtk_widget_set_sensitive (self->reset, custom);
  self->filling = FALSE;
}
