/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-plan-page.h"

#include "app/app-plan.h"
#include "app/widgets/app-hub-sheet.h"
#include "app/widgets/app-plan-total.h"
#include "app/widgets/app-step-row.h"
#include "app/widgets/app-wrap.h"

#include <glib/gi18n.h>

/* Steps are the Advice's; the page keeps which are chosen in the document and shows the projected
 * Advice beside them. */

#define N_PERIODS 3

struct _AppPlanPage
{
  AppPage parent_instance;

  const SurveyPack *pack; /* whose pains the chips are; borrowed, only compared */
  char *shown;            /* what the rows were made from: ticking one must not replace them */
  GPtrArray *rows;        /* AppStepRow, owned by the lists */

  /* template */
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkWidget *pains_box, *bar, *total_here;
  AppWrap *pains;
  GtkWidget *period_0, *period_1, *period_2;
  GtkListBox *steps_0, *steps_1, *steps_2;
  AppPlanTotal *total_beside, *total_below;
  GtkLabel *bar_total, *bar_count;
  AppHubSheet *sheet;
};

G_DEFINE_FINAL_TYPE (AppPlanPage, app_plan_page, APP_TYPE_PAGE)

/* --- what hurts ------------------------------------------------------------------------------- */

static void
pain_cb (AppPlanPage *self, GtkToggleButton *chip)
{
  AppPage *page = APP_PAGE (self);
  const char *id = g_object_get_data (G_OBJECT (chip), "id");

  if (!app_page_is_updating (page))
    app_page_edit (
        page,
        app_plan_with_pain (app_page_get_document (page), id, gtk_toggle_button_get_active (chip)),
        NULL);
}

/* The icon tells a chosen chip without colour. */
static void
show_chip (GtkToggleButton *chip)
{
  GtkWidget *icon = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (chip)));

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), gtk_toggle_button_get_active (chip)
                                                      ? "object-select-symbolic"
                                                      : "list-add-symbolic");
}

static GtkWidget *
new_chip (AppPlanPage *self, const SurveyPain *pain)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon
      = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (app_page_tell (APP_PAGE (self), pain->title));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "check-chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (GTK_LABEL (label)), -1);
  g_object_set_data_full (G_OBJECT (chip), "id", g_strdup (pain->id), g_free);
  show_chip (GTK_TOGGLE_BUTTON (chip));
  g_signal_connect (chip, "toggled", G_CALLBACK (show_chip), NULL);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (pain_cb), self, G_CONNECT_SWAPPED);
  return chip;
}

static void
make_chips (AppPlanPage *self, const SurveyPack *pack)
{
  app_wrap_clear (self->pains);
  for (guint i = 0; i < survey_pack_n_pains (pack); i++)
    app_wrap_append (self->pains, new_chip (self, survey_pack_pain (pack, i)));
  self->pack = pack;
}

static void
update_pains (AppPlanPage *self, Advice *advice)
{
  const SurveyPack *pack = advice_pack (advice);
  const char *const *pains
      = assessment_document_get_strings (advice_document (advice), "project.pains");
  GtkWidget *chip;

  if (self->pack != pack)
    make_chips (self, pack);
  gtk_widget_set_visible (self->pains_box, survey_pack_n_pains (pack) > 0);
  chip = gtk_widget_get_first_child (GTK_WIDGET (self->pains));
  for (guint i = 0; chip != NULL; i++, chip = gtk_widget_get_next_sibling (chip))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip),
                                  pains != NULL
                                      && g_strv_contains (pains, survey_pack_pain (pack, i)->id));
}

/* --- steps ------------------------------------------------------------------------------------ */

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

/* Everything a row shows of a step, so that rows are made anew only when that changes. */
static char *
describe_steps (Advice *advice)
{
  g_autoptr (GString) text = g_string_new (survey_pack_id (advice_pack (advice)));

  for (guint i = 0; i < advice_n_steps (advice); i++)
    {
      const AdviceStep *step = advice_step (advice, i);
      g_autofree char *id = app_plan_step_id (advice, step);

      g_string_append_printf (text, " %s>%d+%d/%s", id, step->to_level, step->gain,
                              step->pains[0] != NULL ? step->pains[0] : "");
    }
  return g_strdup (text->str);
}

static void
make_rows (AppPlanPage *self, Advice *advice)
{
  GtkListBox *lists[N_PERIODS] = { self->steps_0, self->steps_1, self->steps_2 };
  GtkWidget *periods[N_PERIODS] = { self->period_0, self->period_1, self->period_2 };

  g_ptr_array_set_size (self->rows, 0);
  for (guint p = 0; p < N_PERIODS; p++)
    clear_list (lists[p]);
  for (guint i = 0; i < advice_n_steps (advice); i++)
    {
      const AdviceStep *step = advice_step (advice, i);
      GtkWidget *row = app_step_row_new (APP_PAGE (self), step);

      gtk_list_box_append (lists[MIN (step->period, N_PERIODS - 1)], row);
      g_ptr_array_add (self->rows, row);
    }
  for (guint p = 0; p < N_PERIODS; p++)
    gtk_widget_set_visible (periods[p], gtk_widget_get_first_child (GTK_WIDGET (lists[p])) != NULL);
}

static void
update_steps (AppPlanPage *self, Advice *advice)
{
  g_autofree char *now = describe_steps (advice);

  if (g_strcmp0 (now, self->shown) != 0)
    {
      make_rows (self, advice);
      g_free (self->shown);
      self->shown = g_steal_pointer (&now);
    }
  for (guint i = 0; i < self->rows->len; i++)
    app_step_row_update (self->rows->pdata[i]);
}

/* --- what they would give --------------------------------------------------------------------- */

static void
update_total (AppPlanPage *self, Advice *advice)
{
  AppPage *page = APP_PAGE (self);
  guint n;
  g_autoptr (Advice) then = app_plan_project (advice, &n);
  g_autofree char *total = app_plan_total_text (page, then);
  g_autofree char *count = g_strdup_printf (ngettext ("%u step ticked", "%u steps ticked", n), n);

  app_plan_total_show (self->total_beside, page, then, n);
  app_plan_total_show (self->total_below, page, then, n);
  gtk_label_set_label (self->bar_total, total);
  gtk_label_set_label (self->bar_count, count);
}

/* Without the pane its content stands below the steps, and the bar says the sum. */
static void
pane_cb (AppPlanPage *self)
{
  gboolean shown;

  g_object_get (self, "pane-shown", &shown, NULL);
  gtk_widget_set_visible (self->total_here, !shown);
  gtk_widget_set_visible (self->bar, !shown);
}

static void
narrow_cb (AppPlanPage *self)
{
  app_hub_sheet_set_narrow (self->sheet, app_page_get_narrow (APP_PAGE (self)));
}

static void
show_total_cb (AppPlanPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *viewport = gtk_scrolled_window_get_child (self->scroller);
  double y;

  if (gtk_widget_translate_coordinates (self->total_here, viewport, 0, 0, NULL, &y))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + y - 12);
}

/* --- the page --------------------------------------------------------------------------------- */

static void
app_plan_page_update (AppPage *page)
{
  AppPlanPage *self = APP_PLAN_PAGE (page);
  Advice *advice = app_page_get_advice (page);
  const gboolean begun = survey_score_completeness (advice_score (advice)) > 0;

  gtk_stack_set_visible_child_name (self->stack, begun ? "plan" : "empty");
  update_pains (self, advice);
  update_steps (self, advice);
  update_total (self, advice);
  app_hub_sheet_show (self->sheet, page);
}

static void
app_plan_page_reset (AppPage *page)
{
  g_clear_pointer (&APP_PLAN_PAGE (page)->shown, g_free);
}

static void
app_plan_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), APP_TYPE_PLAN_PAGE);
  G_OBJECT_CLASS (app_plan_page_parent_class)->dispose (object);
}

static void
app_plan_page_finalize (GObject *object)
{
  AppPlanPage *self = APP_PLAN_PAGE (object);

  g_free (self->shown);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (app_plan_page_parent_class)->finalize (object);
}

static void
app_plan_page_class_init (AppPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AppPageClass *page_class = APP_PAGE_CLASS (klass);

  object_class->dispose = app_plan_page_dispose;
  object_class->finalize = app_plan_page_finalize;
  page_class->update = app_plan_page_update;
  page_class->reset = app_plan_page_reset;

  g_type_ensure (APP_TYPE_HUB_SHEET);
  g_type_ensure (APP_TYPE_PLAN_TOTAL);
  g_type_ensure (APP_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AppPlanPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AppPlanPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AppPlanPage, pains_box);
  gtk_widget_class_bind_template_child (widget_class, AppPlanPage, pains);
  gtk_widget_class_bind_template_child (widget_class, AppPlanPage, bar);
  gtk_widget_class_bind_template_child (widget_class, AppPlanPage, total_here);
  gtk_widget_class_bind_template_child (widget_class, AppPlanPage, period_0);
  gtk_widget_class_bind_template_child (widget_class, AppPlanPage, period_1);
  gtk_widget_class_bind_template_child (widget_class, AppPlanPage, period_2);
  gtk_widget_class_bind_template_child (widget_class, AppPlanPage, steps_0);
  gtk_widget_class_bind_template_child (widget_class, AppPlanPage, steps_1);
  gtk_widget_class_bind_template_child (widget_class, AppPlanPage, steps_2);
  gtk_widget_class_bind_template_child (widget_class, AppPlanPage, total_beside);
  gtk_widget_class_bind_template_child (widget_class, AppPlanPage, total_below);
  gtk_widget_class_bind_template_child (widget_class, AppPlanPage, bar_total);
  gtk_widget_class_bind_template_child (widget_class, AppPlanPage, bar_count);
  gtk_widget_class_bind_template_child (widget_class, AppPlanPage, sheet);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_total_cb);
}

static void
app_plan_page_init (AppPlanPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  narrow_cb (self);
  pane_cb (self);
}
