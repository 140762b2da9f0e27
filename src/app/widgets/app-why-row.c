/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-why-row.h"

#include "app/app-profile.h"
#include "app/widgets/app-why-question.h"

#include <glib/gi18n.h>

/* A hundred answers are made into widgets only where somebody asks for them. */

struct _AppWhyRow
{
  AdwExpanderRow parent_instance;

  AppPage *page; /* borrowed; the row stands on it */
  guint index;
  GtkLabel *figure;
  GPtrArray *questions; /* AppWhyQuestion, owned by the row; empty while it is not filled */
};

G_DEFINE_FINAL_TYPE (AppWhyRow, app_why_row, ADW_TYPE_EXPANDER_ROW)

static const SurveyDimensionScore *
score_of (AppWhyRow *self)
{
  return survey_score_dimension (advice_score (app_page_get_advice (self->page)), self->index);
}

static char *
count_text (const SurveyScore *score, const SurveyDimensionScore *dimension)
{
  int given = 0, most = 0;

  for (guint i = dimension->first; i < dimension->first + dimension->n; i++)
    {
      const SurveyQuestionScore *question = survey_score_question (score, i);

      for (guint p = 0; p < question->n_parts; p++)
        {
          given += MAX (question->parts[p].level, 0);
          most += question->parts[p].max_level;
        }
    }
  /* translators: answers with yes, all answers */
  return g_strdup_printf (_ ("%d of %d with yes"), given, most);
}

/* "4.29 + 5.00 of 20 points": the sum that anybody can check. */
static char *
sum_text (AppWhyRow *self)
{
  const SurveyScore *score = advice_score (app_page_get_advice (self->page));
  const SurveyDimensionScore *dimension = score_of (self);
  BaseLanguage *language = app_session_get_language (app_page_get_session (self->page));
  g_autoptr (GString) sum = g_string_new (NULL);

  if (dimension->score.value < 0)
    return g_strdup_printf (ngettext ("%u of %u question answered", "%u of %u questions answered",
                                      dimension->questions),
                            dimension->answered, dimension->questions);
  if (survey_pack_scoring (survey_score_pack (score)) == SURVEY_SCORING_COUNT)
    return count_text (score, dimension);
  for (guint i = dimension->first; i < dimension->first + dimension->n; i++)
    {
      g_autofree char *points
          = base_language_decimal (language, survey_score_question (score, i)->points.value, 2);

      g_string_append_printf (sum, "%s%s", i > dimension->first ? " + " : "", points);
    }
  /* translators: a sum of points, the points at most: "4.29 + 5.00 of 20 points" */
  return g_strdup_printf (_ ("%s of %u points"), sum->str, 10 * dimension->n);
}

static void
fill (AppWhyRow *self, GArray *open)
{
  const SurveyDimensionScore *dimension = score_of (self);

  for (guint i = 0; i < dimension->n; i++)
    {
      const gboolean expanded = i < open->len && g_array_index (open, gboolean, i);
      GtkWidget *question = app_why_question_new (self->page, dimension->first + i, expanded);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), question);
      g_ptr_array_add (self->questions, question);
    }
}

/* Empties the row; which questions were open. */
static GArray *
empty (AppWhyRow *self)
{
  GArray *open = g_array_new (FALSE, FALSE, sizeof (gboolean));

  for (guint i = 0; i < self->questions->len; i++)
    {
      const gboolean expanded = app_why_question_get_expanded (self->questions->pdata[i]);

      g_array_append_val (open, expanded);
      adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->questions->pdata[i]);
    }
  g_ptr_array_set_size (self->questions, 0);
  return open;
}

static void
expanded_cb (AppWhyRow *self)
{
  g_autoptr (GArray) none = NULL;

  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) || self->questions->len > 0
      || self->page == NULL)
    return;
  none = empty (self);
  fill (self, none);
}

static void
app_why_row_finalize (GObject *object)
{
  g_ptr_array_unref (APP_WHY_ROW (object)->questions);
  G_OBJECT_CLASS (app_why_row_parent_class)->finalize (object);
}

static void
app_why_row_class_init (AppWhyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_why_row_finalize;
}

static void
app_why_row_init (AppWhyRow *self)
{
  self->questions = g_ptr_array_new ();
  self->figure = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->figure, 1);
  gtk_label_set_width_chars (self->figure, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->figure), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->figure), "numeric");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->figure));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

GtkWidget *
app_why_row_new (void)
{
  return g_object_new (APP_TYPE_WHY_ROW, NULL);
}

void
app_why_row_show (AppWhyRow *self, AppPage *page, guint index)
{
  const SurveyDimensionScore *dimension;
  g_autofree char *figure = NULL, *sum = NULL;
  g_autoptr (GArray) open = NULL;

  g_return_if_fail (APP_IS_WHY_ROW (self));

  self->page = page;
  self->index = index;
  dimension = score_of (self);
  figure = app_profile_area_text (app_page_get_session (page),
                                  app_session_get_pack (app_page_get_session (page)), dimension);
  sum = sum_text (self);
  gtk_label_set_label (self->figure, figure);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 app_page_tell (page, dimension->dimension->plain));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), sum);
  open = empty (self);
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    fill (self, open);
}
