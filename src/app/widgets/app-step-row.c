/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-step-row.h"

#include "app/app-plan.h"
#include "app/widgets/app-effort.h"
#include "app/widgets/app-label.h"

#include <glib/gi18n.h>

/* Benefit first, points last: nobody buys a sensor for points. */

/* So that the measures of all lists stand below each other. */
#define MEASURE_WIDTH 76

struct _AppStepRow
{
  AdwActionRow parent_instance;

  AppPage *page;
  char *id;
  GtkCheckButton *tick;
};

G_DEFINE_FINAL_TYPE (AppStepRow, app_step_row, ADW_TYPE_ACTION_ROW)

static void
toggled_cb (AppStepRow *self)
{
  const gboolean planned = gtk_check_button_get_active (self->tick);

  if (planned)
    gtk_widget_add_css_class (GTK_WIDGET (self), "ticked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "ticked");
  if (!app_page_is_updating (self->page))
    app_page_edit (self->page,
                   app_plan_with (app_page_get_document (self->page), self->id, planned), NULL);
}

static void
app_step_row_finalize (GObject *object)
{
  g_free (APP_STEP_ROW (object)->id);
  G_OBJECT_CLASS (app_step_row_parent_class)->finalize (object);
}

static void
app_step_row_class_init (AppStepRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_step_row_finalize;
}

static void
app_step_row_init (AppStepRow *self)
{
  self->tick = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->tick), GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->tick));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->tick));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "step-row");
  g_signal_connect_swapped (self->tick, "toggled", G_CALLBACK (toggled_cb), self);
}

/* "Helps where it hurts: late orders · People's skills". */
static char *
why_text (AppPage *page, const AdviceStep *step)
{
  const Catalogue *catalogue = advice_catalogue (app_page_get_advice (page));
  const CatalogueTerm *pillar
      = step->pillar != NULL
            ? catalogue_find_term (catalogue, CATALOGUE_TERM_DEI_PILLAR, step->pillar)
            : NULL;
  g_autofree char *reason = app_page_say (page, step->reason);

  if (pillar == NULL)
    return g_steal_pointer (&reason);
  return g_strdup_printf ("%s · %s", reason, app_page_tell (page, pillar->label));
}

/* Ten-thousandths to one decimal, as a caption. */
static char *
points_text (AppPage *page, const AdviceStep *step)
{
  BaseLanguage *language = app_session_get_language (app_page_get_session (page));
  g_autofree char *points = base_language_decimal (language, (step->gain + 500) / 1000, 1);

  /* translators: what a step adds to the score */
  return g_strdup_printf (_ ("+%s points"), points);
}

static GtkWidget *
new_measure (AppPage *page, const AdviceStep *step)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *points = points_text (page, step);
  GtkWidget *figure = gtk_label_new (points);

  if (app_effort_word (step->effort) != NULL)
    gtk_box_append (GTK_BOX (box), app_effort_new (step->effort));
  gtk_label_set_xalign (GTK_LABEL (figure), 0);
  gtk_widget_add_css_class (figure, "caption");
  gtk_widget_add_css_class (figure, "dim-label");
  gtk_widget_add_css_class (figure, "numeric");
  gtk_box_append (GTK_BOX (box), figure);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (box, MEASURE_WIDTH, -1);
  return box;
}

static void
name_tick (AppStepRow *self, AppPage *page, const AdviceStep *step, const char *title)
{
  const char *effort = app_effort_word (step->effort);
  g_autofree char *points = points_text (page, step);
  g_autofree char *name = effort != NULL
                              ? g_strdup_printf (_ ("%s, effort: %s, %s"), title, effort, points)
                              : g_strdup_printf ("%s, %s", title, points);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

GtkWidget *
app_step_row_new (AppPage *page, const AdviceStep *step)
{
  AppStepRow *self = g_object_new (APP_TYPE_STEP_ROW, NULL);
  g_autofree char *title = app_page_say (page, step->title);
  g_autofree char *benefit = app_page_say (page, step->benefit);
  g_autofree char *why = why_text (page, step);
  g_autofree char *subtitle
      = benefit != NULL ? g_strdup_printf ("%s\n%s", benefit, why) : g_strdup (why);

  self->page = page;
  self->id = app_plan_step_id (app_page_get_advice (page), step);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), new_measure (page, step));
  name_tick (self, page, step, title);
  return GTK_WIDGET (self);
}

const char *
app_step_row_get_id (AppStepRow *self)
{
  g_return_val_if_fail (APP_IS_STEP_ROW (self), NULL);
  return self->id;
}

void
app_step_row_update (AppStepRow *self)
{
  g_return_if_fail (APP_IS_STEP_ROW (self));
  gtk_check_button_set_active (self->tick,
                               app_plan_has (app_page_get_document (self->page), self->id));
}
