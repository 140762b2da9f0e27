/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-results-page.h"

#include "app/app-profile.h"
#include "app/widgets/app-chart.h"
#include "app/widgets/app-guidance-row.h"
#include "app/widgets/app-narrow.h"
#include "app/widgets/app-scores-card.h"
#include "app/widgets/app-why-row.h"

#include <glib/gi18n.h>

/* Shows what the Advice says about the scores; every part leads back to the answers. */

struct _AppResultsPage
{
  AppPage parent_instance;

  AppProfile *profile;
  char *next_open; /* "questions:q4": the first question that is still open; NULL when none is */
  GPtrArray *why_rows;

  /* template */
  GtkStack *stack;
  AppNarrow *room;
  GtkBox *head, *cards, *findings;
  GtkLabel *headline, *detail, *figure, *lead;
  AppChart *ruler, *radar;
  GtkWidget *open_box, *benchmark_box, *strengths_box, *gaps_box, *contradictions_box,
      *guidance_box;
  GtkLabel *open_title, *open_detail, *benchmark_text, *why_text, *reading;
  AppScoresCard *scores;
  GtkListBox *strengths, *gaps, *contradictions, *why, *guidance;
  GtkButton *go_on, *go_on_below;
};

G_DEFINE_FINAL_TYPE (AppResultsPage, app_results_page, APP_TYPE_PAGE)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* --- words first ------------------------------------------------------------------------------ */

/* "26.56 of 100 · complete · 20 November 2026". */
static char *
detail_text (AppResultsPage *self, Advice *advice)
{
  AppSession *session = app_page_get_session (APP_PAGE (self));
  const SurveyPack *pack = advice_pack (advice);
  const SurveyValue overall = survey_score_overall (advice_score (advice));
  const char *date = assessment_document_get_string (advice_document (advice), "date");
  g_autofree char *exact = app_profile_exact_range (session, pack, &overall);
  /* translators: a score, the score at most: "26.56 of 100" */
  g_autofree char *score = g_strdup_printf (_ ("%s of %u"), exact, survey_pack_full_marks (pack));
  g_autofree char *state = NULL, *said = NULL;

  if (overall.value >= 0)
    state = g_strdup (_ ("complete"));
  else
    state = g_strdup_printf (_ ("%d %% answered"),
                             survey_score_completeness (advice_score (advice)) / 100);
  if (date == NULL)
    return g_strdup_printf ("%s · %s", score, state);
  said = base_language_date (app_session_get_language (session), date);
  return g_strdup_printf ("%s · %s · %s", score, state, said);
}

static void
update_head (AppResultsPage *self, Advice *advice)
{
  AppPage *page = APP_PAGE (self);
  g_autofree char *headline = app_page_say (page, advice_headline (advice));
  g_autofree char *lead = app_page_say (page, advice_lead (advice));
  g_autofree char *detail = detail_text (self, advice);
  g_autofree char *name
      = g_strdup_printf (_ ("Score: %s"), app_profile_overall_text (self->profile));
  ChartRulerSpec ruler
      = { .item = app_profile_overall (self->profile), .scale = app_profile_scale (self->profile) };

  set_label (self->headline, headline);
  set_label (self->detail, detail);
  set_label (self->lead, lead);
  gtk_label_set_label (self->figure, app_profile_overall_text (self->profile));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->figure), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  app_chart_set_ruler (self->ruler, &ruler);
  app_chart_set_words (self->ruler, headline, detail);
}

/* --- what is open ----------------------------------------------------------------------------- */

static void
update_open (AppResultsPage *self, Advice *advice)
{
  const SurveyScore *score = advice_score (advice);
  const SurveyQuestion *first = NULL, *last = NULL;
  g_autofree char *title = NULL, *detail = NULL;
  guint n = 0;

  for (guint i = 0; i < survey_score_n_questions (score); i++)
    {
      const SurveyQuestionScore *question = survey_score_question (score, i);

      if (question->answered || question->question == last)
        continue;
      last = question->question;
      first = first != NULL ? first : last;
      n++;
    }
  g_clear_pointer (&self->next_open, g_free);
  gtk_widget_set_visible (self->open_box, first != NULL);
  if (first == NULL)
    return;
  self->next_open = g_strconcat ("questions:", first->id, NULL);
  title = g_strdup_printf (ngettext ("%u question is still open", "%u questions are still open", n),
                           n);
  detail = g_strdup_printf (_ ("Next: %s"), app_page_tell (APP_PAGE (self), first->title));
  set_label (self->open_title, title);
  set_label (self->open_detail, detail);
}

static void
go_open_cb (AppResultsPage *self)
{
  app_page_go (APP_PAGE (self), self->next_open != NULL ? self->next_open : "questions");
}

/* --- figures ---------------------------------------------------------------------------------- */

static void
update_radar (AppResultsPage *self)
{
  ChartRadarSpec spec = { .items = app_profile_items (self->profile),
                          .n_items = app_profile_n_items (self->profile),
                          .scale = app_profile_area_scale (self->profile) };

  /* A radar of fewer spokes is a line. */
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->radar)), spec.n_items >= 3);
  if (spec.n_items < 3)
    return;
  app_chart_set_radar (self->radar, &spec);
  app_chart_set_tips (self->radar, app_profile_tips (self->profile), spec.n_items);
  app_chart_set_words (self->radar, _ ("Profile"), app_profile_description (self->profile));
}

static void
update_benchmark (AppResultsPage *self, Advice *advice)
{
  const AdviceBenchmark *benchmark = advice_benchmark (advice);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->benchmark_box, benchmark != NULL);
  if (benchmark == NULL)
    return;
  text = app_page_say (APP_PAGE (self), benchmark->text);
  set_label (self->benchmark_text, text);
}

/* --- strengths, gaps, contradictions ---------------------------------------------------------- */

static void
finding_cb (AppResultsPage *self, GtkListBoxRow *row)
{
  app_page_go (APP_PAGE (self), g_object_get_data (G_OBJECT (row), "target"));
}

static void
add_finding (AppResultsPage *self, GtkListBox *list, const AdviceFinding *finding)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = app_page_say (APP_PAGE (self), finding->title);
  g_autofree char *detail = app_page_say (APP_PAGE (self), finding->detail);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "finding");
  g_object_set_data_full (G_OBJECT (row), "target",
                          g_strconcat ("questions:", finding->question->id, NULL), g_free);
  gtk_list_box_append (list, row);
}

static void
update_findings (AppResultsPage *self, Advice *advice)
{
  clear_list (self->strengths);
  clear_list (self->gaps);
  clear_list (self->contradictions);
  for (guint i = 0; i < advice_n_strengths (advice); i++)
    add_finding (self, self->strengths, advice_strength (advice, i));
  for (guint i = 0; i < advice_n_gaps (advice); i++)
    add_finding (self, self->gaps, advice_gap (advice, i));
  for (guint i = 0; i < advice_n_contradictions (advice); i++)
    add_finding (self, self->contradictions, advice_contradiction (advice, i));
  gtk_widget_set_visible (self->strengths_box, advice_n_strengths (advice) > 0);
  gtk_widget_set_visible (self->gaps_box, advice_n_gaps (advice) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->findings),
                          advice_n_strengths (advice) + advice_n_gaps (advice) > 0);
  gtk_widget_set_visible (self->contradictions_box, advice_n_contradictions (advice) > 0);
}

/* --- why this score --------------------------------------------------------------------------- */

static void
update_why (AppResultsPage *self, Advice *advice)
{
  const SurveyPack *pack = advice_pack (advice);
  const guint n = survey_score_n_dimensions (advice_score (advice));
  const char *rule
      = survey_pack_scoring (pack) == SURVEY_SCORING_MEAN
            ? _ ("The score is the mean of the areas. In an area every question counts the same, "
                 "in a question every answer.")
            : _ ("Every yes counts one point.");

  while (self->why_rows->len < n)
    {
      GtkWidget *row = app_why_row_new ();

      gtk_list_box_append (self->why, row);
      g_ptr_array_add (self->why_rows, row);
    }
  for (guint i = 0; i < self->why_rows->len; i++)
    {
      gtk_widget_set_visible (self->why_rows->pdata[i], i < n);
      if (i < n)
        app_why_row_show (self->why_rows->pdata[i], APP_PAGE (self), i);
    }
  set_label (self->why_text, rule);
  set_label (self->reading, app_page_tell (APP_PAGE (self), survey_pack_reading (pack)));
}

static void
open_why (AppResultsPage *self, guint index)
{
  GtkWidget *row;

  if (index >= self->why_rows->len)
    return;
  row = self->why_rows->pdata[index];
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static void
area_activated_cb (AppResultsPage *self, guint index)
{
  open_why (self, index);
}

/* --- standards and law ------------------------------------------------------------------------ */

static void
update_guidance (AppResultsPage *self, Advice *advice)
{
  clear_list (self->guidance);
  for (guint i = 0; i < advice_n_guidance (advice); i++)
    gtk_list_box_append (self->guidance,
                         app_guidance_row_new (APP_PAGE (self), advice_guidance (advice, i)));
  gtk_widget_set_visible (self->guidance_box, advice_n_guidance (advice) > 0);
}

/* --- the page --------------------------------------------------------------------------------- */

/* @target: of the action "win.go"; NULL for an action without one. Name and target never disagree.
 */
static void
set_action (GtkButton *button, const char *label, const char *action, const char *target)
{
  GtkActionable *actionable = GTK_ACTIONABLE (button);

  gtk_button_set_label (button, label);
  gtk_actionable_set_action_name (actionable, NULL);
  gtk_actionable_set_action_target_value (actionable,
                                          target != NULL ? g_variant_new_string (target) : NULL);
  gtk_actionable_set_action_name (actionable, action);
}

/* Where one goes on from here: a quick scan leads to the full questionnaire. */
static void
update_go_on (AppResultsPage *self, Advice *advice)
{
  const gboolean scan = survey_pack_carries_to (advice_pack (advice)) != NULL;
  GtkButton *buttons[] = { self->go_on, self->go_on_below };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (scan)
      set_action (buttons[i], _ ("Go on to the full questionnaire"), "win.carry-over", NULL);
    else
      set_action (buttons[i], _ ("See what fits"), "win.go", "support");
}

static void
app_results_page_update (AppPage *page)
{
  AppResultsPage *self = APP_RESULTS_PAGE (page);
  Advice *advice = app_page_get_advice (page);
  const gboolean begun = survey_score_completeness (advice_score (advice)) > 0;

  g_clear_pointer (&self->profile, app_profile_unref);
  self->profile = app_profile_new (app_page_get_session (page), advice);
  gtk_stack_set_visible_child_name (self->stack, begun ? "results" : "empty");
  update_go_on (self, advice);
  update_open (self, advice);
  if (!begun)
    return;
  update_head (self, advice);
  app_scores_card_show (self->scores, app_page_get_session (page), advice, self->profile);
  update_radar (self);
  update_benchmark (self, advice);
  update_findings (self, advice);
  update_why (self, advice);
  update_guidance (self, advice);
}

static void
app_results_page_show_place (AppPage *page, const char *place)
{
  const SurveyScore *score = advice_score (app_page_get_advice (page));

  for (guint i = 0; i < survey_score_n_dimensions (score); i++)
    if (g_str_equal (survey_score_dimension (score, i)->dimension->id, place))
      open_why (APP_RESULTS_PAGE (page), i);
}

static void
app_results_page_reset (AppPage *page)
{
  AppResultsPage *self = APP_RESULTS_PAGE (page);

  for (guint i = 0; i < self->why_rows->len; i++)
    adw_expander_row_set_expanded (self->why_rows->pdata[i], FALSE);
}

static void
room_cb (AppResultsPage *self)
{
  const GtkOrientation orientation
      = app_narrow_get_narrow (self->room) ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->cards), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->findings), orientation);
  gtk_box_set_homogeneous (self->findings, orientation == GTK_ORIENTATION_HORIZONTAL);
}

static void
app_results_page_dispose (GObject *object)
{
  AppResultsPage *self = APP_RESULTS_PAGE (object);

  g_clear_pointer (&self->profile, app_profile_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), APP_TYPE_RESULTS_PAGE);
  G_OBJECT_CLASS (app_results_page_parent_class)->dispose (object);
}

static void
app_results_page_finalize (GObject *object)
{
  AppResultsPage *self = APP_RESULTS_PAGE (object);

  g_free (self->next_open);
  g_ptr_array_unref (self->why_rows);
  G_OBJECT_CLASS (app_results_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-results-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, room);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, head);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, cards);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, findings);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, headline);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, detail);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, figure);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, lead);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, ruler);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, radar);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, open_box);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, open_title);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, open_detail);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, benchmark_box);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, benchmark_text);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, scores);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, strengths_box);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, strengths);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, gaps_box);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, gaps);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, contradictions_box);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, contradictions);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, why_text);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, why);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, reading);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, guidance_box);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, guidance);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, go_on);
  gtk_widget_class_bind_template_child (widget_class, AppResultsPage, go_on_below);
  gtk_widget_class_bind_template_callback (widget_class, area_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, room_cb);
}

static void
app_results_page_class_init (AppResultsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  AppPageClass *page_class = APP_PAGE_CLASS (klass);

  object_class->dispose = app_results_page_dispose;
  object_class->finalize = app_results_page_finalize;
  page_class->update = app_results_page_update;
  page_class->show_place = app_results_page_show_place;
  page_class->reset = app_results_page_reset;

  g_type_ensure (APP_TYPE_CHART);
  g_type_ensure (APP_TYPE_NARROW);
  g_type_ensure (APP_TYPE_SCORES_CARD);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
app_results_page_init (AppResultsPage *self)
{
  self->why_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  room_cb (self);
}
