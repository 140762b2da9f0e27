/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-spread-row.h"

#include "app/widgets/app-agree-window.h"

#include <glib/gi18n.h>

/* Figures and words; the shade of a cell only repeats its figure. */

struct _AppSpreadRow
{
  AdwExpanderRow parent_instance;

  AppPage *page;
  const SurveyQuestion *question;
  char *proposal;
};

G_DEFINE_FINAL_TYPE (AppSpreadRow, app_spread_row, ADW_TYPE_EXPANDER_ROW)

static void
app_spread_row_finalize (GObject *object)
{
  g_free (APP_SPREAD_ROW (object)->proposal);
  G_OBJECT_CLASS (app_spread_row_parent_class)->finalize (object);
}

static void
app_spread_row_class_init (AppSpreadRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_spread_row_finalize;
}

static void
app_spread_row_init (AppSpreadRow *self)
{
}

static GtkWidget *
new_tag (const char *text, gboolean open)
{
  GtkWidget *tag = gtk_label_new (text);

  gtk_widget_add_css_class (tag, "tag");
  gtk_widget_add_css_class (tag, open ? "open" : "good");
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  return tag;
}

/* "0: 1 person, 2: 2 people" of a level row; "2 of 3 ticked" of an option. */
static char *
distribution_text (const SurveyQuestion *question, const ConsultationSpreadPart *part)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (question->kind != SURVEY_QUESTION_LEVELS)
    return g_strdup_printf (ngettext ("ticked by %u of %u", "ticked by %u of %u", part->n),
                            part->counts[1], part->n);
  for (guint level = 0; level < question->n_levels && level < CONSULTATION_SPREAD_LEVELS; level++)
    if (part->counts[level] > 0)
      {
        g_autofree char *one = g_strdup_printf (
            ngettext ("level %u: %u person", "level %u: %u people", part->counts[level]), level,
            part->counts[level]);

        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", one);
      }
  return g_strdup (text->str);
}

/* One cell a level with the number of people in it. */
static GtkWidget *
new_cells (const SurveyQuestion *question, const ConsultationSpreadPart *part)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  const gboolean levels = question->kind == SURVEY_QUESTION_LEVELS;
  const guint n = levels ? MIN (question->n_levels, CONSULTATION_SPREAD_LEVELS) : 2;

  for (guint level = 0; level < n; level++)
    {
      const guint count = part->counts[level];
      g_autofree char *figure = count > 0 ? g_strdup_printf ("%u", count) : g_strdup ("·");
      GtkWidget *cell = gtk_label_new (figure);

      gtk_widget_add_css_class (cell, "spread-cell");
      if (count > 0)
        gtk_widget_add_css_class (cell, 2 * count > part->n ? "most" : "some");
      gtk_box_append (GTK_BOX (box), cell);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

/* "Owner: 0 · Foreman: 2"; nothing where nobody's answers are shown beside a name. */
static char *
persons_text (AppPage *page,
              const ConsultationSpread *spread,
              const SurveyQuestion *question,
              const ConsultationSpreadPart *part,
              ConsultationViewer viewer)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (viewer == CONSULTATION_VIEWER_NO_NAMES || !part->is_flagged)
    return NULL;
  for (guint i = 0; i < consultation_spread_n_persons (spread); i++)
    {
      g_autoptr (BaseText) label = consultation_respondent_label (
          app_page_get_document (page), consultation_spread_person (spread, i), viewer);
      g_autofree char *who = app_page_say (page, label);
      const int level = part->levels[i];
      g_autofree char *said = level < 0 ? g_strdup ("–")
                              : question->kind == SURVEY_QUESTION_LEVELS
                                  ? g_strdup_printf ("%d", level)
                                  : g_strdup (level > 0 ? _ ("ticked") : _ ("not ticked"));

      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? " · " : "", who, said);
    }
  return g_strdup (text->str);
}

static void
add_part (AppSpreadRow *self,
          const ConsultationSpread *spread,
          const ConsultationSpreadQuestion *column,
          const ConsultationSpreadPart *part,
          ConsultationViewer viewer)
{
  GtkWidget *row = adw_action_row_new ();
  const char *option = app_page_tell (self->page, part->option->title);
  g_autofree char *title
      = column->column != NULL
            ? g_strdup_printf ("%s: %s", app_page_tell (self->page, column->column->title), option)
            : g_strdup (option);
  g_autofree char *said = distribution_text (self->question, part);
  g_autofree char *persons = persons_text (self->page, spread, self->question, part, viewer);
  g_autofree char *subtitle
      = persons != NULL ? g_strdup_printf ("%s\n%s", said, persons) : g_strdup (said);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (part->is_flagged)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_tag (_ ("Apart"), TRUE));
  if (!app_page_get_narrow (self->page))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_cells (self->question, part));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
agree_cb (AppSpreadRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *window
      = app_agree_window_new (GTK_WINDOW (root), self->page, self->question, self->proposal);

  gtk_window_present (GTK_WINDOW (window));
}

static void
add_meeting (AppSpreadRow *self, gboolean agreed)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (agreed ? _ ("Change") : _ ("Record"));
  g_autofree char *path = g_strdup_printf ("agreed.%s.reason", self->question->id);
  const char *reason = assessment_document_get_string (app_page_get_document (self->page), path);
  g_autofree char *name = g_strdup_printf (_ ("Record the agreed answer to “%s”"),
                                           app_page_tell (self->page, self->question->title));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), agreed
                                                                ? _ ("The meeting agreed")
                                                                : _ ("What the meeting agrees on"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               agreed ? (reason != NULL ? reason : _ ("No reason given"))
                                      : _ ("It becomes the answer of the assessment"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (agree_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
show_head (AppSpreadRow *self, guint n_flagged, guint n_people, gboolean agreed)
{
  g_autofree char *people
      = g_strdup_printf (ngettext ("%u person", "%u people", n_people), n_people);
  g_autofree char *apart
      = n_flagged > 0 ? g_strdup_printf (
            ngettext ("apart in %u point", "apart in %u points", n_flagged), n_flagged)
                      : g_strdup (_ ("close together"));
  g_autofree char *subtitle = n_people == 0 && n_flagged == 0
                                  ? g_strdup (_ ("Nobody answered all of it"))
                                  : g_strdup_printf ("%s · %s", people, apart);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 app_page_tell (self->page, self->question->title));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  if (agreed)
    adw_expander_row_add_action (ADW_EXPANDER_ROW (self), new_tag (_ ("Agreed"), FALSE));
  else if (n_flagged > 0)
    adw_expander_row_add_action (ADW_EXPANDER_ROW (self), new_tag (_ ("Talk about it"), TRUE));
}

GtkWidget *
app_spread_row_new (AppPage *page,
                    const ConsultationSpread *spread,
                    const SurveyQuestion *question,
                    ConsultationViewer viewer)
{
  AppSpreadRow *self = g_object_new (APP_TYPE_SPREAD_ROW, NULL);
  g_autofree char *path = g_strconcat ("agreed.", question->id, NULL);
  const gboolean agreed = assessment_document_has (app_page_get_document (page), path);
  guint flagged = 0, people = 0;

  self->page = page;
  self->question = question;
  self->proposal = consultation_spread_proposal (spread, question->id);
  for (guint i = 0; i < consultation_spread_n_questions (spread); i++)
    {
      const ConsultationSpreadQuestion *column = consultation_spread_question (spread, i);

      if (column->question != question)
        continue;
      flagged += column->n_flagged;
      people = MAX (people, column->n);
      for (guint p = 0; p < column->n_parts; p++)
        add_part (self, spread, column, &column->parts[p], viewer);
    }
  add_meeting (self, agreed);
  show_head (self, flagged, people, agreed);
  return GTK_WIDGET (self);
}
