/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-actions-page.h"

#include "advice/advice-plan.h"
#include "app/app-compat.h"
#include "app/app-form.h"
#include "app/app-item.h"
#include "app/widgets/app-action-row.h"
#include "app/widgets/app-chart.h"
#include "app/widgets/app-plan-total.h"
#include "app/widgets/app-targets.h"
#include "app/widgets/app-weights.h"
#include "app/widgets/app-wrap.h"
#include "consultation/consultation-calendar.h"

#include <glib/gi18n.h>

/* Shows the AdvicePlan; the list under the picture has the same numbers. */

/* Circles with numbers that can still be told apart. */
#define MAX_POINTS 24

struct _AppActionsPage
{
  AppPage parent_instance;

  char *shown; /* what the rows were made from: typing into one must not replace it */
  GPtrArray *rows;

  /* template */
  AppTargets *targets;
  AppWeights *weights;
  AppChart *picture;
  GtkListBox *actions, *problems;
  GtkWidget *problems_box, *calendar;
  GtkToggleButton *all;
  GtkButton *done;
  AppPlanTotal *total;
};

G_DEFINE_FINAL_TYPE (AppActionsPage, app_actions_page, APP_TYPE_PAGE)

/* The plan, and the best of what is not in it yet; all of them on demand. */
static gboolean
is_listed (AppActionsPage *self, const AdviceAction *action, guint n)
{
  return action->planned || action->own
         || (!action->in_place && (n < MAX_POINTS || gtk_toggle_button_get_active (self->all)));
}

static GArray *
list_actions (AppActionsPage *self, const AdvicePlan *plan)
{
  GArray *listed = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < advice_plan_n_actions (plan); i++)
    if (is_listed (self, advice_plan_action (plan, i), listed->len))
      g_array_append_val (listed, i);
  return listed;
}

/* --- the picture ------------------------------------------------------------------------------ */

static void
show_picture (AppActionsPage *self, const AdvicePlan *plan, const GArray *listed)
{
  AppPage *page = APP_PAGE (self);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (ChartQuadrantPoint));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) tips = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *description = NULL;
  ChartQuadrantSpec spec = { .titles = { _ ("Begin with these"), _ ("Plan these"), _ ("In passing"),
                                         _ ("Think twice") },
                             .effort_title = _ ("Effort →"),
                             .effect_title = _ ("↑ Effect on the score"),
                             .selected = -1 };

  for (guint i = 0; i < listed->len && points->len < MAX_POINTS; i++)
    {
      const AdviceAction *action = advice_plan_action (plan, g_array_index (listed, guint, i));
      ChartQuadrantPoint point = { .effort = (action->effort - 1) / 2.0,
                                   .effect = action->relative_gain / 10000.0,
                                   .chosen = action->planned };
      g_autofree char *title = app_page_say (page, action->title);

      if (action->effort == 0)
        continue;
      g_ptr_array_add (words, g_strdup_printf ("%u", i + 1));
      point.label = g_ptr_array_index (words, words->len - 1);
      g_array_append_val (points, point);
      g_ptr_array_add (tips, g_strdup_printf ("%u: %s", i + 1, title));
    }
  spec.points = (const ChartQuadrantPoint *)(gpointer)points->data;
  spec.n_points = points->len;
  app_chart_set_quadrant (self->picture, &spec);
  app_chart_set_tips (self->picture, (const char *const *)tips->pdata, tips->len);
  g_ptr_array_add (tips, NULL);
  description = g_strjoinv ("; ", (char **)tips->pdata);
  app_chart_set_words (self->picture, _ ("Effort and effect of the actions"), description);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), points->len > 0);
}

/* --- the list --------------------------------------------------------------------------------- */

static void
clear (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

/* Fields inside the rows show themselves; everything else that a row shows is here. */
static char *
describe (const AdvicePlan *plan, const GArray *listed)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < listed->len; i++)
    {
      const AdviceAction *action = advice_plan_action (plan, g_array_index (listed, guint, i));

      g_string_append_printf (text, "%s%d%d:%d+%d;", action->id, action->planned, action->index,
                              action->rank, action->gain);
    }
  return g_strdup (text->str);
}

static void
open_again (AppActionsPage *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->rows->len; i++)
    if (g_str_equal (app_action_row_get_id (self->rows->pdata[i]), id))
      adw_expander_row_set_expanded (self->rows->pdata[i], TRUE);
}

/* The row that was open stays open, wherever it moved. */
static char *
open_id (AppActionsPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (adw_expander_row_get_expanded (self->rows->pdata[i]))
      return g_strdup (app_action_row_get_id (self->rows->pdata[i]));
  return NULL;
}

static void
show_actions (AppActionsPage *self, const AdvicePlan *plan, const GArray *listed)
{
  g_autofree char *now = describe (plan, listed);

  if (g_strcmp0 (now, self->shown) != 0)
    {
      g_autofree char *open = open_id (self);

      g_free (self->shown);
      self->shown = g_steal_pointer (&now);
      g_ptr_array_set_size (self->rows, 0);
      clear (self->actions);
      for (guint i = 0; i < listed->len; i++)
        {
          GtkWidget *row = app_action_row_new (
              APP_PAGE (self), plan, advice_plan_action (plan, g_array_index (listed, guint, i)),
              i + 1);

          gtk_list_box_append (self->actions, row);
          g_ptr_array_add (self->rows, row);
        }
      open_again (self, open);
    }
  for (guint i = 0; i < self->rows->len; i++)
    app_action_row_update (self->rows->pdata[i],
                           advice_plan_action (plan, g_array_index (listed, guint, i)), i + 1);
  app_form_show (GTK_WIDGET (self->actions), APP_PAGE (self));
}

static void
show_problems (AppActionsPage *self, const AdvicePlan *plan)
{
  const guint n = advice_plan_n_problems (plan);

  clear (self->problems);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *text = app_page_say (APP_PAGE (self), advice_plan_problem (plan, i));

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
      gtk_list_box_append (self->problems, row);
    }
  gtk_widget_set_visible (self->problems_box, n > 0);
}

/* --- the days, for another program ------------------------------------------------------------ */

static void
calendar_file_cb (GFile *file, gpointer data)
{
  AppPage *page = APP_PAGE (data);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (AdvicePlan) plan = NULL;
  g_autoptr (ExchangeCalendar) calendar = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || app_page_get_advice (page) == NULL)
    return;
  plan = advice_plan_new (app_page_get_advice (page));
  calendar = consultation_calendar_new (
      plan, app_session_get_language (app_page_get_session (page)), NULL);
  text = exchange_calendar_to_text (calendar);
  if (!g_file_set_contents (path, text, -1, &error))
    app_compat_tell (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                     _ ("The days could not be saved"), error->message);
}

static void
calendar_cb (AppActionsPage *self)
{
  const AppFileRequest request = { .title = _ ("Save the plan’s days"),
                                   .accept = _ ("_Save"),
                                   .filter_name = _ ("Calendars"),
                                   .pattern = "*.ics",
                                   .name = "plan.ics" };

  app_compat_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &request,
                          calendar_file_cb, self);
}

/* There is something to write. */
static gboolean
has_days (const AdvicePlan *plan)
{
  for (guint i = 0; i < advice_plan_n_actions (plan); i++)
    if (advice_plan_action (plan, i)->planned && advice_plan_action (plan, i)->due != NULL)
      return TRUE;
  return FALSE;
}

/* --- the whole -------------------------------------------------------------------------------- */

static void
show (AppActionsPage *self)
{
  AppPage *page = APP_PAGE (self);
  g_autoptr (AdvicePlan) plan = advice_plan_new (app_page_get_advice (page));
  g_autoptr (GArray) listed = list_actions (self, plan);
  g_autoptr (Advice) then = advice_plan_project_period (plan, ADVICE_PERIOD_LATER);
  guint planned = 0;

  for (guint i = 0; i < advice_plan_n_actions (plan); i++)
    planned += advice_plan_action (plan, i)->planned ? 1 : 0;
  app_targets_show (self->targets, page, plan);
  app_weights_show (self->weights, page, plan);
  show_picture (self, plan, listed);
  show_actions (self, plan, listed);
  show_problems (self, plan);
  gtk_widget_set_sensitive (self->calendar, has_days (plan));
  app_plan_total_show (self->total, page, then, planned);
}

static void
all_cb (AppActionsPage *self)
{
  if (app_page_get_advice (APP_PAGE (self)) != NULL)
    show (self);
}

static void
add_cb (AppActionsPage *self)
{
  AppPage *page = APP_PAGE (self);
  g_autofree char *unique = app_item_new_id ();
  g_autofree char *id = g_strconcat ("own-", unique, NULL), *item = NULL;
  AssessmentDocument *document = app_item_add (app_page_get_document (page), "plan.actions", id);

  item = app_item_find (document, "plan.actions", id);
  document = app_item_set (document, item, "kind", "measure");
  document = app_item_set (document, item, "status", "planned");
  document = app_item_set (document, item, "title", _ ("Own action"));
  g_return_if_fail (document != NULL);
  app_page_edit (page, document, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (app_action_row_get_id (self->rows->pdata[i]), id))
      app_action_row_begin (self->rows->pdata[i]);
}

/* --- the page --------------------------------------------------------------------------------- */

/* Beside the title and two more buttons there is no room for a long word. */
static void
narrow_cb (AppActionsPage *self)
{
  if (app_page_get_narrow (APP_PAGE (self)))
    gtk_button_set_icon_name (self->done, "object-select-symbolic");
  else
    gtk_button_set_label (self->done, _ ("Done"));
}

static void
app_actions_page_update (AppPage *page)
{
  show (APP_ACTIONS_PAGE (page));
}

static void
app_actions_page_reset (AppPage *page)
{
  AppActionsPage *self = APP_ACTIONS_PAGE (page);

  g_clear_pointer (&self->shown, g_free);
  app_form_forget (GTK_WIDGET (self->targets));
}

static void
app_actions_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), APP_TYPE_ACTIONS_PAGE);
  G_OBJECT_CLASS (app_actions_page_parent_class)->dispose (object);
}

static void
app_actions_page_finalize (GObject *object)
{
  g_free (APP_ACTIONS_PAGE (object)->shown);
  g_ptr_array_unref (APP_ACTIONS_PAGE (object)->rows);
  G_OBJECT_CLASS (app_actions_page_parent_class)->finalize (object);
}

static void
app_actions_page_class_init (AppActionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AppPageClass *page_class = APP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_actions_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = app_actions_page_finalize;
  page_class->update = app_actions_page_update;
  page_class->reset = app_actions_page_reset;

  g_type_ensure (APP_TYPE_CHART);
  g_type_ensure (APP_TYPE_PLAN_TOTAL);
  g_type_ensure (APP_TYPE_TARGETS);
  g_type_ensure (APP_TYPE_WEIGHTS);
  g_type_ensure (APP_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-actions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AppActionsPage, targets);
  gtk_widget_class_bind_template_child (widget_class, AppActionsPage, weights);
  gtk_widget_class_bind_template_child (widget_class, AppActionsPage, picture);
  gtk_widget_class_bind_template_child (widget_class, AppActionsPage, actions);
  gtk_widget_class_bind_template_child (widget_class, AppActionsPage, problems);
  gtk_widget_class_bind_template_child (widget_class, AppActionsPage, problems_box);
  gtk_widget_class_bind_template_child (widget_class, AppActionsPage, all);
  gtk_widget_class_bind_template_child (widget_class, AppActionsPage, total);
  gtk_widget_class_bind_template_child (widget_class, AppActionsPage, calendar);
  gtk_widget_class_bind_template_child (widget_class, AppActionsPage, done);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
app_actions_page_init (AppActionsPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
