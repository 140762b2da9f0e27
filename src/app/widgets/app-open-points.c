/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-open-points.h"

#include <glib/gi18n.h>

/* A hint, never a barrier: a report may be printed at any time. */

/* More would bury the few that matter. */
#define MOST_FACTS 6

struct _AppOpenPoints
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray *rows; /* in the group; borrowed */
};

G_DEFINE_FINAL_TYPE (AppOpenPoints, app_open_points, ADW_TYPE_BIN)

static void
add_row (AppOpenPoints *self, GtkWidget *row)
{
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
new_icon (const char *name)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  return icon;
}

/* @action "win.go" or "win.answer" with @target. */
static GtkWidget *
new_link_row (const char *title, const char *subtitle, const char *action, const char *target)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_icon ("go-next-symbolic"));
  return row;
}

/* A heading row that opens to its points. */
static AdwExpanderRow *
add_expander (AppOpenPoints *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  add_row (self, row);
  return ADW_EXPANDER_ROW (row);
}

static void
show_contradictions (AppOpenPoints *self, AppPage *page, const Advice *advice)
{
  for (guint i = 0; i < advice_n_contradictions (advice); i++)
    {
      const AdviceFinding *finding = advice_contradiction (advice, i);
      g_autofree char *title = app_page_say (page, finding->title);
      g_autofree char *detail = app_page_say (page, finding->detail);
      g_autofree char *target = g_strconcat ("questions:", finding->question->id, NULL);
      GtkWidget *row = new_link_row (title, detail, "win.go", target);

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), new_icon ("dialog-warning-symbolic"));
      add_row (self, row);
    }
}

static gboolean
is_answered (const SurveyScore *score, const SurveyQuestion *question)
{
  for (guint i = 0; i < survey_score_n_questions (score); i++)
    {
      const SurveyQuestionScore *part = survey_score_question (score, i);

      if (part->question == question && !part->answered)
        return FALSE;
    }
  return TRUE;
}

static void
show_questions (AppOpenPoints *self, AppPage *page, const Advice *advice)
{
  const SurveyScore *score = advice_score (advice);
  const SurveyPack *pack = advice_pack (advice);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autofree char *title = NULL;
  AdwExpanderRow *expander;

  for (guint i = 0; i < survey_pack_n_questions (pack); i++)
    if (!is_answered (score, survey_pack_question (pack, i)))
      g_ptr_array_add (open, (gpointer)survey_pack_question (pack, i));
  if (open->len == 0)
    return;
  title = g_strdup_printf (
      ngettext ("%u question is not answered", "%u questions are not answered", open->len),
      open->len);
  expander = add_expander (self, title, _ ("Until then the report shows a range, not a score"));
  for (guint i = 0; i < open->len; i++)
    {
      const SurveyQuestion *question = g_ptr_array_index (open, i);
      g_autofree char *target = g_strconcat ("questions:", question->id, NULL);

      adw_expander_row_add_row (
          expander, new_link_row (app_page_tell (page, question->title), NULL, "win.go", target));
    }
}

static void
show_facts (AppOpenPoints *self, AppPage *page, const Advice *advice)
{
  guint shown = 0;
  AdwExpanderRow *expander = NULL;

  for (guint i = 0; i < advice_n_open_questions (advice) && shown < MOST_FACTS; i++)
    {
      const AdviceOpenQuestion *open = advice_open_question (advice, i);
      g_autofree char *question = app_page_say (page, open->row->question);
      g_autofree char *effect = NULL;

      /* Answers of the questionnaire stand above. */
      if (question == NULL || open->row->path == NULL
          || g_str_has_prefix (open->row->path, "answers"))
        continue;
      if (expander == NULL)
        expander = add_expander (self, _ ("Facts that nobody has given yet"),
                                 _ ("They would settle which kinds of support fit"));
      effect = g_strdup_printf (ngettext ("Concerns %u kind of support",
                                          "Concerns %u kinds of support", open->n_instruments),
                                open->n_instruments);
      adw_expander_row_add_row (expander,
                                new_link_row (question, effect, "win.answer", open->row->path));
      shown++;
    }
}

static void
show_nothing_open (AppOpenPoints *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Nothing is open"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("The report is complete"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), new_icon ("object-select-symbolic"));
  add_row (self, row);
}

static void
app_open_points_finalize (GObject *object)
{
  g_ptr_array_unref (APP_OPEN_POINTS (object)->rows);
  G_OBJECT_CLASS (app_open_points_parent_class)->finalize (object);
}

static void
app_open_points_class_init (AppOpenPointsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_open_points_finalize;
}

static void
app_open_points_init (AppOpenPoints *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Still open"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

void
app_open_points_show (AppOpenPoints *self, AppPage *page)
{
  const Advice *advice;

  g_return_if_fail (APP_IS_OPEN_POINTS (self));
  g_return_if_fail (APP_IS_PAGE (page));

  advice = app_page_get_advice (page);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  show_contradictions (self, page, advice);
  show_questions (self, page, advice);
  show_facts (self, page, advice);
  if (self->rows->len == 0)
    show_nothing_open (self);
}
