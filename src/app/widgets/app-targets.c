/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-targets.h"

#include "app/app-form.h"
#include "app/widgets/app-number-row.h"
#include "app/widgets/app-text-row.h"

#include <glib/gi18n.h>

/* An expander an area; made anew for another questionnaire. */

struct _AppTargets
{
  AdwBin parent_instance;

  const SurveyPack *pack; /* only compared */
  GtkListBox *list;
  GPtrArray *rows; /* AdwExpanderRow, borrowed */
};

G_DEFINE_FINAL_TYPE (AppTargets, app_targets, ADW_TYPE_BIN)

static void
app_targets_finalize (GObject *object)
{
  g_ptr_array_unref (APP_TARGETS (object)->rows);
  G_OBJECT_CLASS (app_targets_parent_class)->finalize (object);
}

static void
app_targets_class_init (AppTargetsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_targets_finalize;
}

static void
app_targets_init (AppTargets *self)
{
  self->rows = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Targets"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

static char *
plan_path (const char *dimension, const char *member)
{
  return g_strdup_printf ("target_plans.%s.%s", dimension, member);
}

static void
add_dimension (AppTargets *self, AppPage *page, const SurveyDimension *dimension)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *score = g_strconcat ("targets.", dimension->id, NULL);
  g_autofree char *due = plan_path (dimension->id, "due");
  g_autofree char *measure = plan_path (dimension->id, "measure");
  g_autofree char *owner = plan_path (dimension->id, "owner");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), app_page_tell (page, dimension->plain));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                            app_number_row_new (_ ("Target"), _ ("0 to 100"), score, NULL, FALSE));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                            app_text_row_new_date (_ ("By when (year-month-day)"), due));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                            app_text_row_new (_ ("How one will see it"), measure));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), app_text_row_new (_ ("Who sees to it"), owner));
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->rows, row);
}

static void
make (AppTargets *self, AppPage *page, const SurveyPack *pack)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < survey_pack_n_dimensions (pack); i++)
    add_dimension (self, page, survey_pack_dimension (pack, i));
  self->pack = pack;
}

void
app_targets_show (AppTargets *self, AppPage *page, const AdvicePlan *plan)
{
  const SurveyPack *pack = advice_pack (app_page_get_advice (page));

  g_return_if_fail (APP_IS_TARGETS (self));

  if (self->pack != pack)
    make (self, page, pack);
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_set_subtitle (self->rows->pdata[i], _ ("No target set"));
  for (guint t = 0; t < advice_plan_n_targets (plan); t++)
    {
      const AdvicePlanTarget *target = advice_plan_target (plan, t);
      g_autofree char *text = app_page_say (page, target->text);

      for (guint i = 0; i < self->rows->len; i++)
        if (survey_pack_dimension (pack, i) == target->dimension)
          adw_expander_row_set_subtitle (self->rows->pdata[i], text != NULL ? text : "");
    }
  app_form_show (GTK_WIDGET (self), page);
}
