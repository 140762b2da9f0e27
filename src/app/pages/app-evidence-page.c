/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-evidence-page.h"

#include "app/app-form.h"
#include "app/app-item.h"
#include "app/widgets/app-evidence-check.h"
#include "app/widgets/app-evidence-files.h"
#include "app/widgets/app-items-group.h"

#include <glib/gi18n.h>

/* The rows are app-items-group's; the page adds documents and says what they are for. */

struct _AppEvidencePage
{
  AppPage parent_instance;

  char *question; /* that new documents prove, or NULL */

  /* template */
  GtkWidget *form, *from_question;
  GtkLabel *question_title;
  AppItemsGroup *items;
  AppEvidenceFiles *files;
  AppEvidenceCheck *check;
};

G_DEFINE_FINAL_TYPE (AppEvidencePage, app_evidence_page, APP_TYPE_PAGE)

/* A new document for the question that is open. */
static AssessmentDocument *
with_document (AppEvidencePage *self, const char *title)
{
  g_autofree char *id = app_item_new_id ();
  AssessmentDocument *document
      = app_item_add (app_page_get_document (APP_PAGE (self)), "evidence", id);
  g_autofree char *item = app_item_find (document, "evidence", id);

  if (title != NULL)
    document = app_item_set (document, item, "title", title);
  if (self->question != NULL)
    {
      g_autoptr (AssessmentDocument) plain = document;
      g_autofree char *path = g_strconcat (item, ".questions", NULL);
      const char *const questions[] = { self->question, NULL };

      document = assessment_document_with_strings (plain, path, questions, NULL);
    }
  return document;
}

static void
add_cb (AppEvidencePage *self)
{
  app_page_edit (APP_PAGE (self), with_document (self, NULL), NULL);
  app_items_group_open_last (self->items);
}

/* Takes @document; NULL stays NULL. */
static AssessmentDocument *
with_bytes (AssessmentDocument *document, const char *item, guint64 bytes)
{
  g_autoptr (AssessmentDocument) plain = document;
  g_autofree char *path = g_strconcat (item, ".bytes", NULL);

  return plain == NULL ? NULL : assessment_document_with_number (plain, path, (double)bytes, NULL);
}

/* The title is the file's name until somebody says better. */
static void
file_cb (AppEvidencePage *self, const char *name, const char *sha256, guint64 bytes)
{
  AssessmentDocument *document = with_document (self, name);
  g_autofree char *item
      = g_strdup_printf ("evidence[%u]", assessment_document_count (document, "evidence") - 1);

  document = app_item_set (document, item, "file", name);
  document = app_item_set (document, item, "sha256", sha256);
  document = with_bytes (document, item, bytes);
  g_return_if_fail (document != NULL);
  app_page_edit (APP_PAGE (self), document, NULL);
  app_items_group_open_last (self->items);
}

static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  app_evidence_files_paste (APP_EVIDENCE_PAGE (widget)->files);
}

static void
back_cb (AppEvidencePage *self)
{
  g_autofree char *target = g_strconcat ("questions:", self->question, NULL);

  app_page_go (APP_PAGE (self), target);
}

static void
show_question (AppEvidencePage *self)
{
  AppPage *page = APP_PAGE (self);
  SurveyPack *pack = app_session_get_pack (app_page_get_session (page));
  const SurveyQuestion *question
      = self->question != NULL ? survey_pack_find_question (pack, self->question) : NULL;

  gtk_widget_set_visible (self->from_question, question != NULL);
  if (question != NULL)
    gtk_label_set_label (self->question_title, app_page_tell (page, question->title));
}

static void
app_evidence_page_update (AppPage *page)
{
  AppEvidencePage *self = APP_EVIDENCE_PAGE (page);

  show_question (self);
  app_form_show (self->form, page);
  app_evidence_files_show (self->files, page);
  app_evidence_check_show (self->check, page);
}

static void
app_evidence_page_reset (AppPage *page)
{
  AppEvidencePage *self = APP_EVIDENCE_PAGE (page);

  g_clear_pointer (&self->question, g_free);
  app_form_forget (self->form);
}

static void
app_evidence_page_show_place (AppPage *page, const char *place)
{
  AppEvidencePage *self = APP_EVIDENCE_PAGE (page);

  if (g_str_has_prefix (place, "evidence"))
    {
      app_form_focus (self->form, place);
      return;
    }
  g_free (self->question);
  self->question = g_strdup (place);
  show_question (self);
}

static void
app_evidence_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), APP_TYPE_EVIDENCE_PAGE);
  G_OBJECT_CLASS (app_evidence_page_parent_class)->dispose (object);
}

static void
app_evidence_page_finalize (GObject *object)
{
  g_free (APP_EVIDENCE_PAGE (object)->question);
  G_OBJECT_CLASS (app_evidence_page_parent_class)->finalize (object);
}

static void
app_evidence_page_class_init (AppEvidencePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AppPageClass *page_class = APP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_evidence_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = app_evidence_page_finalize;
  page_class->update = app_evidence_page_update;
  page_class->reset = app_evidence_page_reset;
  page_class->show_place = app_evidence_page_show_place;

  g_type_ensure (APP_TYPE_EVIDENCE_CHECK);
  g_type_ensure (APP_TYPE_EVIDENCE_FILES);
  g_type_ensure (APP_TYPE_ITEMS_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-evidence-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AppEvidencePage, form);
  gtk_widget_class_bind_template_child (widget_class, AppEvidencePage, from_question);
  gtk_widget_class_bind_template_child (widget_class, AppEvidencePage, question_title);
  gtk_widget_class_bind_template_child (widget_class, AppEvidencePage, items);
  gtk_widget_class_bind_template_child (widget_class, AppEvidencePage, files);
  gtk_widget_class_bind_template_child (widget_class, AppEvidencePage, check);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, file_cb);
  /* A text field takes the keys first: pasting text into it stays what it is. */
  gtk_widget_class_install_action (widget_class, "evidence.paste", NULL, paste_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "evidence.paste",
                                       NULL);
}

static void
app_evidence_page_init (AppEvidencePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
