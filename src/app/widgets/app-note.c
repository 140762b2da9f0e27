/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-note.h"

#include "base/base-date.h"

#include <glib/gi18n.h>

/* Writes notes[] of the document: one a question, found by its id "note-QUESTION". */

struct _AppNote
{
  AdwBin parent_instance;

  AppPage *page; /* borrowed: the note stands on it */
  char *question;
  gboolean wanted; /* the button was pressed: show the field though it is empty */
  GtkWidget *button, *frame, *view;
  GtkTextBuffer *buffer;
};

G_DEFINE_FINAL_TYPE (AppNote, app_note, ADW_TYPE_BIN)

static char *
note_id (AppNote *self)
{
  return g_strconcat ("note-", self->question, NULL);
}

/* Path of the note; NULL when there is none. */
static char *
find_note (AppNote *self, const AssessmentDocument *document)
{
  g_autofree char *wanted = note_id (self);

  for (guint i = 0; i < assessment_document_count (document, "notes"); i++)
    {
      g_autofree char *path = g_strdup_printf ("notes[%u].id", i);

      if (g_strcmp0 (assessment_document_get_string (document, path), wanted) == 0)
        return g_strdup_printf ("notes[%u]", i);
    }
  return NULL;
}

static AssessmentDocument *
with_member (AssessmentDocument *document, const char *note, const char *member, const char *value)
{
  g_autofree char *path = g_strconcat (note, ".", member, NULL);

  return assessment_document_with_string (document, path, value, NULL);
}

static AssessmentDocument *
with_new_note (AppNote *self, AssessmentDocument *document)
{
  g_autofree char *today = base_date_today ();
  g_autofree char *id = note_id (self);
  g_autofree char *note
      = g_strdup_printf ("notes[%u]", assessment_document_count (document, "notes"));
  g_autoptr (AssessmentDocument) longer = assessment_document_with_item (document, "notes");
  g_autoptr (AssessmentDocument) named = with_member (longer, note, "id", id);
  g_autoptr (AssessmentDocument) placed = with_member (named, note, "question", self->question);

  return with_member (placed, note, "date", today);
}

static void
changed_cb (AppNote *self)
{
  AssessmentDocument *document;
  g_autoptr (AssessmentDocument) ready = NULL;
  g_autofree char *note = NULL, *text = NULL, *step = NULL;
  AssessmentDocument *edited;
  GtkTextIter start, end;

  if (self->page == NULL || app_page_is_updating (self->page))
    return;
  document = app_page_get_document (self->page);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  note = find_note (self, document);
  step = note_id (self);
  if (*text == '\0')
    {
      if (note != NULL)
        app_page_edit (self->page, assessment_document_without (document, note), step);
      return;
    }
  ready = note != NULL ? assessment_document_ref (document) : with_new_note (self, document);
  if (note == NULL)
    note = find_note (self, ready);
  edited = with_member (ready, note, "text", text);
  if (edited != NULL)
    app_page_edit (self->page, edited, step);
}

static void
update_visible (AppNote *self, gboolean has_text)
{
  gtk_widget_set_visible (self->button, !has_text && !self->wanted);
  gtk_widget_set_visible (self->frame, has_text || self->wanted);
}

static void
focus_idle (gpointer data)
{
  g_autoptr (AppNote) self = data;

  if (self->view == NULL)
    return;
  gtk_widget_grab_focus (self->view);
  gtk_widget_set_visible (self->button, FALSE);
}

/* The field takes the focus once it has a place: only then can the page scroll to it. */
static void
button_cb (AppNote *self)
{
  self->wanted = TRUE;
  gtk_widget_set_visible (self->frame, TRUE);
  g_idle_add_once (focus_idle, g_object_ref (self));
}

static void
app_note_dispose (GObject *object)
{
  APP_NOTE (object)->view = NULL;
  G_OBJECT_CLASS (app_note_parent_class)->dispose (object);
}

static void
app_note_finalize (GObject *object)
{
  g_free (APP_NOTE (object)->question);
  G_OBJECT_CLASS (app_note_parent_class)->finalize (object);
}

static void
app_note_class_init (AppNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = app_note_dispose;
  G_OBJECT_CLASS (klass)->finalize = app_note_finalize;
}

static GtkWidget *
new_button (AppNote *self)
{
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "document-edit-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Add a note"));
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), content);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (button_cb), self,
                           G_CONNECT_SWAPPED);
  return self->button;
}

static void
app_note_init (AppNote *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = gtk_label_new (_ ("Note"));

  self->frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_set_size_request (self->view, -1, 66);
  gtk_widget_add_css_class (self->view, "texts");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Note to this question"), -1);
  gtk_box_append (GTK_BOX (self->frame), heading);
  gtk_box_append (GTK_BOX (self->frame), self->view);
  gtk_box_append (GTK_BOX (box), new_button (self));
  gtk_box_append (GTK_BOX (box), self->frame);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), box);
}

void
app_note_show (AppNote *self, AppPage *page, const char *question)
{
  AssessmentDocument *document = app_page_get_document (page);
  g_autofree char *note = NULL, *path = NULL, *typed = NULL;
  const char *kept = NULL;
  GtkTextIter start, end;

  g_return_if_fail (APP_IS_NOTE (self));

  if (g_strcmp0 (question, self->question) != 0)
    {
      g_free (self->question);
      self->question = g_strdup (question);
      self->wanted = FALSE;
    }
  note = find_note (self, document);
  if (note != NULL)
    {
      path = g_strconcat (note, ".text", NULL);
      kept = assessment_document_get_string (document, path);
    }
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  typed = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  /* Without a page nothing is written: the text comes from the document. */
  self->page = NULL;
  if (g_strcmp0 (typed, kept != NULL ? kept : "") != 0)
    gtk_text_buffer_set_text (self->buffer, kept != NULL ? kept : "", -1);
  self->page = page;
  update_visible (self, kept != NULL);
}
