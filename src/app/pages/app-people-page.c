/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-people-page.h"

#include "app/app-compat.h"
#include "app/app-form.h"
#include "app/app-item.h"
#include "app/widgets/app-spread-row.h"
#include "base/base-data.h"

#include <glib/gi18n.h>
#include <string.h>

/* Shows who answered, never what is still open. */

struct _AppPeoplePage
{
  AppPage parent_instance;

  char *shown; /* what the rows were made from */
  char *removing;
  char *sending; /* the person whose file is being saved */

  /* template */
  AdwEntryRow *role, *name;
  GtkLabel *problem, *notice, *summary;
  GtkWidget *spread_box;
  GtkListBox *people, *spread;
  AdwComboRow *names;
};

G_DEFINE_FINAL_TYPE (AppPeoplePage, app_people_page, APP_TYPE_PAGE)

static ConsultationViewer
viewer_of (AppPeoplePage *self)
{
  return app_adviser_get_viewer (app_session_get_adviser (app_page_get_session (APP_PAGE (self))));
}

static void
add_cb (AppPeoplePage *self)
{
  AppPage *page = APP_PAGE (self);
  g_autofree char *role = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->role))));
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autoptr (GError) error = NULL;
  AssessmentDocument *document;

  gtk_widget_set_visible (GTK_WIDGET (self->problem), *role == '\0');
  if (*role == '\0')
    {
      gtk_label_set_label (self->problem, _ ("Say what the person does in the company."));
      gtk_widget_grab_focus (GTK_WIDGET (self->role));
      return;
    }
  document = consultation_respondent_add (app_page_get_document (page), role,
                                          *name != '\0' ? name : NULL, FALSE, &error);
  if (document == NULL)
    {
      gtk_label_set_label (self->problem, app_form_reason (error));
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      return;
    }
  app_page_edit (page, document, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->role), "");
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->role));
}

static void
removed_cb (gboolean accepted, gpointer user_data)
{
  AppPeoplePage *self = user_data;
  AssessmentDocument *document = app_page_get_document (APP_PAGE (self));
  g_autofree char *person
      = document != NULL ? app_item_find (document, "respondents", self->removing) : NULL;

  if (accepted && person != NULL)
    app_page_edit (APP_PAGE (self), assessment_document_without (document, person), NULL);
}

/* Answers of a person go with it: asked first. */
static void
remove_cb (AppPeoplePage *self, GtkButton *button)
{
  g_free (self->removing);
  self->removing = g_strdup (g_object_get_data (G_OBJECT (button), "id"));
  app_compat_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Remove this person?"),
                  _ ("What the person answered goes too."), _ ("_Remove"), removed_cb, self);
}

static char *
state_words (AppPeoplePage *self, guint index)
{
  AssessmentDocument *document = app_page_get_document (APP_PAGE (self));
  const char *handed_in = app_item_get (document, "respondents", index, "submitted_on");
  g_autofree char *answers = app_item_member ("respondents", index, "answers");
  g_autofree char *date = NULL;

  if (handed_in == NULL)
    return g_strdup (assessment_document_has (document, answers) ? _ ("Begun, still open")
                                                                 : _ ("Not begun"));
  date = base_language_date (app_session_get_language (app_page_get_session (APP_PAGE (self))),
                             handed_in);
  return g_strdup_printf (_ ("Handed in on %s"), date);
}

static GtkWidget *
new_answer_button (const char *id, const char *who, gboolean begun)
{
  GtkWidget *button = gtk_button_new_with_label (begun ? _ ("Go on") : _ ("Answer"));
  g_autofree char *name = g_strdup_printf (_ ("%s answers alone"), who);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.answer-alone");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* --- answering elsewhere ---------------------------------------------------------------------- */

static void
tell (AppPeoplePage *self, const char *words)
{
  gtk_label_set_label (self->problem, words);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
file_cb (GFile *file, gpointer user_data)
{
  AppPeoplePage *self = user_data;
  AssessmentDocument *document = app_page_get_document (APP_PAGE (self));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (AssessmentDocument) sent = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || document == NULL || self->sending == NULL)
    return;
  sent = consultation_respondent_file (document, self->sending, &error);
  text = sent != NULL ? assessment_document_serialize (sent, TRUE) : NULL;
  if (text != NULL && base_data_write (path, text, strlen (text), &error))
    tell (self, _ ("The file is written. The person opens it in Waymark, answers, hands in and "
                   "sends a copy back; open that copy here, and it is taken in."));
  else
    app_compat_tell (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                     _ ("The file could not be written"), error->message);
}

static void
send_cb (AppPeoplePage *self, GtkButton *button)
{
  const char *who = g_object_get_data (G_OBJECT (button), "who");
  g_autofree char *safe = g_strdelimit (g_strdup (who), "/\n", '-');
  g_autofree char *name = g_strconcat (safe, ".json", NULL);
  const AppFileRequest request = { .title = _ ("Save a file for this person"),
                                   .accept = _ ("_Save"),
                                   .filter_name = _ ("Assessments"),
                                   .pattern = "*.json",
                                   .name = name };

  g_free (self->sending);
  self->sending = g_strdup (g_object_get_data (G_OBJECT (button), "id"));
  app_compat_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &request, file_cb,
                          self);
}

static GtkWidget *
new_send_button (AppPeoplePage *self, const char *id, const char *who)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-save-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Save a file for %s"), who);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Save a file, to be answered elsewhere"));
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (button), "who", g_strdup (who), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (send_cb), self, G_CONNECT_SWAPPED);
  return button;
}

/* --- rows ------------------------------------------------------------------------------------- */

static GtkWidget *
new_remove_button (AppPeoplePage *self, const char *id, const char *who)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), who);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_person (AppPeoplePage *self, guint index)
{
  AppPage *page = APP_PAGE (self);
  AssessmentDocument *document = app_page_get_document (page);
  const char *id = app_item_get (document, "respondents", index, "id");
  g_autoptr (BaseText) label = consultation_respondent_label (document, index, viewer_of (self));
  g_autofree char *who = app_page_say (page, label), *state = state_words (self, index);
  g_autofree char *answers = app_item_member ("respondents", index, "answers");
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), who);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), state);
  if (id != NULL)
    {
      if (!consultation_respondent_has_handed_in (document, index))
        {
          adw_action_row_add_suffix (
              ADW_ACTION_ROW (row),
              new_answer_button (id, who, assessment_document_has (document, answers)));
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_send_button (self, id, who));
        }
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_remove_button (self, id, who));
    }
  gtk_list_box_append (self->people, row);
}

static void
clear (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static gboolean
is_apart (const ConsultationSpread *spread, const SurveyQuestion *question)
{
  for (guint i = 0; i < consultation_spread_n_questions (spread); i++)
    if (consultation_spread_question (spread, i)->question == question
        && consultation_spread_question (spread, i)->n_flagged > 0)
      return TRUE;
  return FALSE;
}

/* What the meeting has agreed on needs no more talk. */
static guint
n_to_talk_about (AppPeoplePage *self, const ConsultationSpread *spread, SurveyPack *pack)
{
  AssessmentDocument *document = app_page_get_document (APP_PAGE (self));
  guint n = 0;

  for (guint i = 0; i < survey_pack_n_questions (pack); i++)
    {
      const SurveyQuestion *question = survey_pack_question (pack, i);
      g_autofree char *path = g_strconcat ("agreed.", question->id, NULL);

      n += is_apart (spread, question) && !assessment_document_has (document, path);
    }
  return n;
}

static void
show_spread (AppPeoplePage *self)
{
  AppPage *page = APP_PAGE (self);
  SurveyPack *pack = app_session_get_pack (app_page_get_session (page));
  g_autoptr (ConsultationSpread) spread
      = consultation_spread_new (app_page_get_document (page), pack);
  const guint n = consultation_spread_n_persons (spread);
  const guint open = n_to_talk_about (self, spread, pack);
  g_autofree char *summary
      = open > 0 ? g_strdup_printf (
            ngettext ("%u question to talk about", "%u questions to talk about", open), open)
                 : g_strdup (_ ("Nothing left to talk about"));

  clear (self->spread);
  gtk_widget_set_visible (self->spread_box, n > 1);
  gtk_label_set_label (self->summary, summary);
  if (n < 2)
    return;
  /* What the meeting talks about comes first. */
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < survey_pack_n_questions (pack); i++)
      {
        const SurveyQuestion *question = survey_pack_question (pack, i);

        if (is_apart (spread, question) == (round == 0))
          gtk_list_box_append (self->spread,
                               app_spread_row_new (page, spread, question, viewer_of (self)));
      }
}

/* Everything the page shows, so that rows are made anew, and close, only when that changes. */
static char *
describe (AppPeoplePage *self)
{
  AssessmentDocument *document = app_page_get_document (APP_PAGE (self));
  g_autofree char *people = assessment_document_value_to_json (document, "respondents");
  g_autofree char *agreed = assessment_document_value_to_json (document, "agreed");

  return g_strdup_printf ("%d %d %s %s", viewer_of (self), app_page_get_narrow (APP_PAGE (self)),
                          people, agreed);
}

static void
show (AppPeoplePage *self)
{
  AssessmentDocument *document = app_page_get_document (APP_PAGE (self));
  const guint n = assessment_document_count (document, "respondents");
  g_autofree char *now = describe (self);

  if (g_strcmp0 (now, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&now);
  clear (self->people);
  for (guint i = 0; i < n; i++)
    add_person (self, i);
  gtk_widget_set_visible (GTK_WIDGET (self->people), n > 0);
  show_spread (self);
}

static void
names_cb (AppPeoplePage *self)
{
  AppPage *page = APP_PAGE (self);

  if (app_page_is_updating (page) || app_page_get_session (page) == NULL)
    return;
  app_adviser_set_names (app_session_get_adviser (app_page_get_session (page)),
                         adw_combo_row_get_selected (self->names));
  if (app_page_get_document (page) != NULL)
    show (self);
}

static void
app_people_page_update (AppPage *page)
{
  AppPeoplePage *self = APP_PEOPLE_PAGE (page);
  AppAdviser *adviser = app_session_get_adviser (app_page_get_session (page));
  g_autoptr (BaseText) notice = consultation_respondent_notice ();
  g_autofree char *said = app_page_say (page, notice);

  gtk_label_set_label (self->notice, said);
  adw_combo_row_set_selected (self->names, app_adviser_get_names (adviser));
  show (self);
}

static void
app_people_page_reset (AppPage *page)
{
  g_clear_pointer (&APP_PEOPLE_PAGE (page)->shown, g_free);
}

static void
app_people_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), APP_TYPE_PEOPLE_PAGE);
  G_OBJECT_CLASS (app_people_page_parent_class)->dispose (object);
}

static void
app_people_page_finalize (GObject *object)
{
  g_free (APP_PEOPLE_PAGE (object)->shown);
  g_free (APP_PEOPLE_PAGE (object)->removing);
  g_free (APP_PEOPLE_PAGE (object)->sending);
  G_OBJECT_CLASS (app_people_page_parent_class)->finalize (object);
}

static void
app_people_page_class_init (AppPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AppPageClass *page_class = APP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_people_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = app_people_page_finalize;
  page_class->update = app_people_page_update;
  page_class->reset = app_people_page_reset;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AppPeoplePage, role);
  gtk_widget_class_bind_template_child (widget_class, AppPeoplePage, name);
  gtk_widget_class_bind_template_child (widget_class, AppPeoplePage, problem);
  gtk_widget_class_bind_template_child (widget_class, AppPeoplePage, notice);
  gtk_widget_class_bind_template_child (widget_class, AppPeoplePage, summary);
  gtk_widget_class_bind_template_child (widget_class, AppPeoplePage, spread_box);
  gtk_widget_class_bind_template_child (widget_class, AppPeoplePage, people);
  gtk_widget_class_bind_template_child (widget_class, AppPeoplePage, spread);
  gtk_widget_class_bind_template_child (widget_class, AppPeoplePage, names);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, names_cb);
}

static void
app_people_page_init (AppPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
