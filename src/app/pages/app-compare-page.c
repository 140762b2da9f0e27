/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-compare-page.h"

#include "advice/advice-comparison.h"
#include "app/app-profile.h"
#include "app/app-stages.h"
#include "app/widgets/app-chart.h"
#include "app/widgets/app-narrow.h"
#include "app/widgets/app-row.h"
#include "app/widgets/app-scores-card.h"

#include <glib/gi18n.h>

/* Which earlier assessment is chosen here; everything that is said is AdviceComparison's. */

struct _AppComparePage
{
  AppPage parent_instance;

  GPtrArray *ids; /* of the assessments to choose from, in the order of the row */
  char *chosen;   /* id, or NULL */

  /* template */
  GtkLabel *headline;
  GtkWidget *choice, *body, *radar_card, *supports_box;
  AdwComboRow *with;
  AdwStatusPage *refusal;
  GtkBox *notes, *cards;
  AppNarrow *room;
  AppScoresCard *scores;
  AppChart *radar, *key;
  GtkListBox *moves, *supports;
};

G_DEFINE_FINAL_TYPE (AppComparePage, app_compare_page, APP_TYPE_PAGE)

static void
set_label (GtkLabel *label, char *text)
{
  g_autofree char *taken = text;

  gtk_label_set_label (label, taken != NULL ? taken : "");
  gtk_widget_set_visible (GTK_WIDGET (label), taken != NULL && *taken != '\0');
}

/* --- which one -------------------------------------------------------------------------------- */

/* All others of the company, latest first; the one before is chosen at first. */
static void
fill_choice (AppComparePage *self)
{
  AppPage *page = APP_PAGE (self);
  AppSession *session = app_page_get_session (page);
  AssessmentDocument *document = app_page_get_document (page);
  const char *previous = assessment_document_get_string (document, "previous");
  g_autoptr (WorkspaceCompany) company = app_stages_company (session);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  const char *wanted = self->chosen != NULL ? self->chosen : previous;
  guint selected = 0;

  g_ptr_array_set_size (self->ids, 0);
  for (guint i = company != NULL ? company->n_stages : 0; i-- > 0;)
    {
      const WorkspaceStage *stage = &company->stages[i];
      g_autofree char *date = NULL, *title = NULL;

      if (g_strcmp0 (stage->id, assessment_document_id (document)) == 0 || stage->superseded)
        continue;
      date = stage->date != NULL
                 ? base_language_date (app_session_get_language (session), stage->date)
                 : NULL;
      title = g_strdup_printf ("%s · %s", stage->stage != NULL ? stage->stage : "T0",
                               date != NULL ? date : _ ("no date"));
      if (g_strcmp0 (stage->id, wanted) == 0)
        selected = self->ids->len;
      g_ptr_array_add (self->ids, g_strdup (stage->id));
      gtk_string_list_append (list, title);
    }
  adw_combo_row_set_model (self->with, G_LIST_MODEL (list));
  if (self->ids->len > 0)
    adw_combo_row_set_selected (self->with, selected);
  g_free (self->chosen);
  self->chosen = self->ids->len > 0 ? g_strdup (g_ptr_array_index (self->ids, selected)) : NULL;
  gtk_widget_set_visible (self->choice, self->ids->len > 1);
}

/* --- figures ---------------------------------------------------------------------------------- */

/* At most two outlines: before and now; the dots beside carry the target too. */
static void
show_radar (AppComparePage *self, const AppProfile *profile)
{
  const guint n = app_profile_n_items (profile);
  g_autofree ChartItem *items = g_memdup2 (app_profile_items (profile), n * sizeof (ChartItem));
  const ChartRadarSpec spec
      = { .items = items, .n_items = n, .scale = app_profile_area_scale (profile), .selected = -1 };
  const ChartKeyEntry entries[] = {
    { CHART_MARK_NOW_LINE, CHART_FILL_SOLID, _ ("Now") },
    { CHART_MARK_PREVIOUS_LINE, CHART_FILL_SOLID, _ ("Before") },
  };

  gtk_widget_set_visible (self->radar_card, n >= 3);
  if (n < 3)
    return;
  for (guint i = 0; i < n; i++)
    items[i].target = CHART_MISSING;
  app_chart_set_radar (self->radar, &spec);
  app_chart_set_words (self->radar, _ ("Before and now"), app_profile_description (profile));
  app_chart_set_key (self->key, &(ChartKeySpec){ .entries = entries, .n_entries = 2 });
}

/* --- what moved ------------------------------------------------------------------------------- */

/* "+3.33", "−1.20", "0". */
static char *
signed_text (AppPage *page, int hundredths)
{
  BaseLanguage *language = app_session_get_language (app_page_get_session (page));
  g_autofree char *figure = base_language_decimal (language, ABS (hundredths), 2);

  return g_strconcat (hundredths > 0 ? "+" : hundredths < 0 ? "−" : "", figure, NULL);
}

static GtkWidget *
new_move (AppPage *page, const AdviceMove *move, gboolean settled)
{
  g_autofree char *title = app_page_say (page, move->title);
  g_autofree char *from = app_page_say (page, move->from);
  g_autofree char *to = app_page_say (page, move->to);
  g_autofree char *subtitle
      = from != NULL && to != NULL ? g_strdup_printf (_ ("Before: %s. Now: %s."), from, to) : NULL;
  g_autofree char *points = signed_text (page, move->points);
  GtkWidget *row = move->question != NULL && move->option != NULL
                       ? app_row_new_link (title, subtitle, "win.answer", "")
                       : app_row_new (title, subtitle);
  g_autofree char *path
      = move->question != NULL ? g_strconcat ("answers.", move->question->id, NULL) : NULL;

  if (path != NULL && move->option != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  if (settled)
    app_row_add_tag (row, points, move->points > 0 ? "good" : NULL);
  return row;
}

/* The texts that there are, one a line. */
static char *
say_lines (AppPage *page, const BaseText *const *texts, guint n)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    if (texts[i] != NULL)
      g_ptr_array_add (lines, app_page_say (page, texts[i]));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **)lines->pdata);
}

/* "reached" and "not reached" in words beside the difference. */
static char *
subtitle_of (AppPage *page, const AdviceDifference *difference)
{
  const BaseText *const texts[] = { difference->text, difference->band, difference->reaching };

  return say_lines (page, texts, G_N_ELEMENTS (texts));
}

static GtkWidget *
new_difference (AppPage *page, const AdviceDifference *difference)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *subtitle = subtitle_of (page, difference);
  g_autofree char *points = signed_text (page, difference->difference);
  GtkWidget *tag = gtk_label_new (difference->settled ? points : _ ("open"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 app_page_tell (page, difference->dimension->plain));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  gtk_widget_add_css_class (tag, "tag");
  if (difference->settled && difference->difference > 0)
    gtk_widget_add_css_class (tag, "good");
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), tag);
  for (guint i = 0; i < difference->n_moves; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              new_move (page, &difference->moves[i], difference->settled));
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), difference->n_moves > 0);
  return row;
}

static void
show_supports (AppComparePage *self, const AdviceComparison *comparison)
{
  AppPage *page = APP_PAGE (self);
  const guint n = advice_comparison_n_supports (comparison);

  app_row_clear (self->supports);
  for (guint i = 0; i < n; i++)
    {
      const AdviceSupportChange *change = advice_comparison_support (comparison, i);
      g_autofree char *text = app_page_say (page, change->text);
      g_autofree char *reasons
          = say_lines (page, (const BaseText *const *)change->reasons, change->n_reasons);

      gtk_list_box_append (self->supports, app_row_new (text, reasons));
    }
  gtk_widget_set_visible (self->supports_box, n > 0);
}

static void
show_notes (AppComparePage *self, const AdviceComparison *comparison)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->notes))) != NULL)
    gtk_box_remove (self->notes, child);
  for (guint i = 0; i < advice_comparison_n_notes (comparison); i++)
    {
      g_autofree char *text
          = app_page_say (APP_PAGE (self), advice_comparison_note (comparison, i));
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "aside");
      gtk_box_append (self->notes, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->notes), advice_comparison_n_notes (comparison) > 0);
}

/* --- the page --------------------------------------------------------------------------------- */

static void
show_refusal (AppComparePage *self, const char *why)
{
  g_autofree char *escaped = g_markup_escape_text (why, -1);

  adw_status_page_set_description (self->refusal, escaped);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), TRUE);
  gtk_widget_set_visible (self->body, FALSE);
  set_label (self->headline, g_strdup (_ ("Before and now")));
}

static void
show_comparison (AppComparePage *self, const AdviceComparison *comparison)
{
  AppPage *page = APP_PAGE (self);
  AppSession *session = app_page_get_session (page);
  Advice *now = advice_comparison_now (comparison);
  g_autoptr (AppProfile) profile
      = app_profile_new_compared (session, advice_comparison_before (comparison), now);

  gtk_widget_set_visible (GTK_WIDGET (self->refusal), FALSE);
  gtk_widget_set_visible (self->body, TRUE);
  set_label (self->headline, app_page_say (page, advice_comparison_headline (comparison)));
  app_scores_card_show (self->scores, session, now, profile);
  show_radar (self, profile);
  show_notes (self, comparison);
  app_row_clear (self->moves);
  for (guint i = 0; i < advice_comparison_n_dimensions (comparison); i++)
    gtk_list_box_append (self->moves,
                         new_difference (page, advice_comparison_dimension (comparison, i)));
  show_supports (self, comparison);
}

static void
compare (AppComparePage *self)
{
  AppPage *page = APP_PAGE (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (Advice) before = NULL;
  g_autoptr (AdviceComparison) comparison = NULL;

  if (self->chosen == NULL)
    {
      show_refusal (self, _ ("There is no other assessment of this company. Compare becomes "
                             "possible with the second one."));
      return;
    }
  before = app_stages_advise (app_page_get_session (page), self->chosen, &error);
  if (before == NULL)
    {
      show_refusal (self, error->message);
      return;
    }
  comparison = advice_comparison_new (before, app_page_get_advice (page));
  if (advice_comparison_refusal (comparison) != NULL)
    {
      g_autofree char *why = app_page_say (page, advice_comparison_refusal (comparison));

      show_refusal (self, why);
    }
  else
    show_comparison (self, comparison);
}

static void
with_cb (AppComparePage *self)
{
  const guint selected = adw_combo_row_get_selected (self->with);

  if (app_page_is_updating (APP_PAGE (self)) || selected >= self->ids->len)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (g_ptr_array_index (self->ids, selected));
  compare (self);
}

static void
room_cb (AppComparePage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->cards), app_narrow_get_narrow (self->room)
                                                                    ? GTK_ORIENTATION_VERTICAL
                                                                    : GTK_ORIENTATION_HORIZONTAL);
}

static void
app_compare_page_update (AppPage *page)
{
  fill_choice (APP_COMPARE_PAGE (page));
  compare (APP_COMPARE_PAGE (page));
}

static void
app_compare_page_reset (AppPage *page)
{
  g_clear_pointer (&APP_COMPARE_PAGE (page)->chosen, g_free);
}

static void
app_compare_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), APP_TYPE_COMPARE_PAGE);
  G_OBJECT_CLASS (app_compare_page_parent_class)->dispose (object);
}

static void
app_compare_page_finalize (GObject *object)
{
  AppComparePage *self = APP_COMPARE_PAGE (object);

  g_ptr_array_unref (self->ids);
  g_free (self->chosen);
  G_OBJECT_CLASS (app_compare_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AppComparePage, headline);
  gtk_widget_class_bind_template_child (widget_class, AppComparePage, choice);
  gtk_widget_class_bind_template_child (widget_class, AppComparePage, body);
  gtk_widget_class_bind_template_child (widget_class, AppComparePage, radar_card);
  gtk_widget_class_bind_template_child (widget_class, AppComparePage, supports_box);
  gtk_widget_class_bind_template_child (widget_class, AppComparePage, with);
  gtk_widget_class_bind_template_child (widget_class, AppComparePage, refusal);
  gtk_widget_class_bind_template_child (widget_class, AppComparePage, notes);
  gtk_widget_class_bind_template_child (widget_class, AppComparePage, cards);
  gtk_widget_class_bind_template_child (widget_class, AppComparePage, room);
  gtk_widget_class_bind_template_child (widget_class, AppComparePage, scores);
  gtk_widget_class_bind_template_child (widget_class, AppComparePage, radar);
  gtk_widget_class_bind_template_child (widget_class, AppComparePage, key);
  gtk_widget_class_bind_template_child (widget_class, AppComparePage, moves);
  gtk_widget_class_bind_template_child (widget_class, AppComparePage, supports);
  gtk_widget_class_bind_template_callback (widget_class, with_cb);
}

static void
app_compare_page_class_init (AppComparePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  AppPageClass *page_class = APP_PAGE_CLASS (klass);

  object_class->dispose = app_compare_page_dispose;
  object_class->finalize = app_compare_page_finalize;
  page_class->update = app_compare_page_update;
  page_class->reset = app_compare_page_reset;

  g_type_ensure (APP_TYPE_CHART);
  g_type_ensure (APP_TYPE_NARROW);
  g_type_ensure (APP_TYPE_SCORES_CARD);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
app_compare_page_init (AppComparePage *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->room, "notify::narrow", G_CALLBACK (room_cb), self,
                           G_CONNECT_SWAPPED);
}
