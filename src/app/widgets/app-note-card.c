/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-note-card.h"

#include "app/app-item.h"
#include "base/base-date.h"

#include <glib/gi18n.h>

/* Writes one item of notes[]. */

struct _AppNoteCard
{
  GtkBox parent_instance;

  AppPage *page; /* borrowed: the card stands on it */
  char *id, *question, *kind;
  gboolean filling;
  GtkLabel *heading;
  GtkTextBuffer *buffer;
  GtkWidget *view, *signed_box;
  GtkEntry *author;
  GtkCheckButton *in_report;
};

G_DEFINE_FINAL_TYPE (AppNoteCard, app_note_card, GTK_TYPE_BOX)

static AppAdviser *
adviser_of (AppNoteCard *self)
{
  return app_session_get_adviser (app_page_get_session (self->page));
}

static char *
text_of (AppNoteCard *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static AssessmentDocument *
with_new_note (AppNoteCard *self, AssessmentDocument *document)
{
  g_autofree char *today = base_date_today ();
  AssessmentDocument *next = app_item_add (document, "notes", self->id);
  g_autofree char *note = app_item_find (next, "notes", self->id);

  if (self->question != NULL)
    next = app_item_set (next, note, "question", self->question);
  if (self->kind != NULL)
    {
      next = app_item_set (next, note, "kind", self->kind);
      next = app_item_set (next, note, "author",
                           gtk_editable_get_text (GTK_EDITABLE (self->author)));
    }
  return app_item_set (next, note, "date", today);
}

/* The path of the note in @document, made when it is not there. */
static AssessmentDocument *
ensure (AppNoteCard *self, char **note)
{
  AssessmentDocument *document = app_page_get_document (self->page);

  *note = app_item_find (document, "notes", self->id);
  if (*note != NULL)
    return assessment_document_ref (document);
  document = with_new_note (self, document);
  *note = app_item_find (document, "notes", self->id);
  return document;
}

static void
edit_member (AppNoteCard *self, const char *member, const char *value)
{
  g_autofree char *note = NULL, *step = g_strconcat ("note:", self->id, NULL);
  AssessmentDocument *edited = ensure (self, &note);

  edited = app_item_set (edited, note, member, value);
  if (edited != NULL)
    app_page_edit (self->page, edited, step);
}

static gboolean
deaf (AppNoteCard *self)
{
  return self->filling || app_page_is_updating (self->page);
}

static void
text_cb (AppNoteCard *self)
{
  AssessmentDocument *document = app_page_get_document (self->page);
  g_autofree char *text = text_of (self), *note = NULL, *step = NULL;

  if (deaf (self) || document == NULL)
    return;
  if (*text != '\0')
    {
      edit_member (self, "text", text);
      return;
    }
  note = app_item_find (document, "notes", self->id);
  step = g_strconcat ("note:", self->id, NULL);
  if (note != NULL)
    app_page_edit (self->page, assessment_document_without (document, note), step);
}

/* The name is remembered for the next note; the login is never asked. */
static void
author_cb (AppNoteCard *self)
{
  const char *author = gtk_editable_get_text (GTK_EDITABLE (self->author));

  if (deaf (self))
    return;
  app_adviser_set_author (adviser_of (self), author);
  if (!app_note_card_is_empty (self))
    edit_member (self, "author", author);
}

static void
in_report_cb (AppNoteCard *self)
{
  g_autofree char *note = NULL, *path = NULL;
  AssessmentDocument *document = app_page_get_document (self->page);

  note = app_item_find (document, "notes", self->id);
  if (deaf (self) || note == NULL)
    return;
  path = g_strconcat (note, ".in_report", NULL);
  app_page_edit (self->page,
                 assessment_document_with_boolean (
                     document, path, gtk_check_button_get_active (self->in_report), NULL),
                 NULL);
}

static void
remove_cb (AppNoteCard *self)
{
  AssessmentDocument *document = app_page_get_document (self->page);
  g_autofree char *note = app_item_find (document, "notes", self->id);

  if (note != NULL)
    app_page_edit (self->page, assessment_document_without (document, note), NULL);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
app_note_card_finalize (GObject *object)
{
  AppNoteCard *self = APP_NOTE_CARD (object);

  g_free (self->id);
  g_free (self->question);
  g_free (self->kind);
  G_OBJECT_CLASS (app_note_card_parent_class)->finalize (object);
}

static void
app_note_card_class_init (AppNoteCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_note_card_finalize;
}

static GtkWidget *
new_head (AppNoteCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  self->heading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->heading, 0);
  gtk_label_set_wrap (self->heading, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->heading), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _ ("Remove this note"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove this note"), -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (head), remove);
  return head;
}

static GtkWidget *
new_view (AppNoteCard *self)
{
  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_set_size_request (self->view, -1, 66);
  gtk_widget_add_css_class (self->view, "texts");
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (text_cb), self, G_CONNECT_SWAPPED);
  return self->view;
}

static GtkWidget *
new_signed_box (AppNoteCard *self)
{
  self->author = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->author, _ ("Your name, under the note"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->author), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->author), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Author of the note"), -1);
  g_signal_connect_object (self->author, "changed", G_CALLBACK (author_cb), self,
                           G_CONNECT_SWAPPED);
  self->in_report
      = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_ ("Include in the report")));
  g_signal_connect_object (self->in_report, "toggled", G_CALLBACK (in_report_cb), self,
                           G_CONNECT_SWAPPED);
  self->signed_box = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->signed_box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->signed_box), 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->signed_box), 6);
  gtk_flow_box_append (GTK_FLOW_BOX (self->signed_box), GTK_WIDGET (self->author));
  gtk_flow_box_append (GTK_FLOW_BOX (self->signed_box), GTK_WIDGET (self->in_report));
  gtk_widget_set_focusable (gtk_widget_get_parent (GTK_WIDGET (self->author)), FALSE);
  gtk_widget_set_focusable (gtk_widget_get_parent (GTK_WIDGET (self->in_report)), FALSE);
  return self->signed_box;
}

static void
app_note_card_init (AppNoteCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "note-card");
  gtk_box_append (GTK_BOX (self), new_head (self));
  gtk_box_append (GTK_BOX (self), new_view (self));
  gtk_box_append (GTK_BOX (self), new_signed_box (self));
}

GtkWidget *
app_note_card_new (AppPage *page, const char *id, const char *question, const char *kind)
{
  AppNoteCard *self = g_object_new (APP_TYPE_NOTE_CARD, NULL);

  g_return_val_if_fail (APP_IS_PAGE (page), NULL);
  self->page = page;
  self->id = g_strdup (id);
  self->question = g_strdup (question);
  self->kind = g_strdup (kind);
  app_note_card_update (self);
  return GTK_WIDGET (self);
}

const char *
app_note_card_get_id (AppNoteCard *self)
{
  g_return_val_if_fail (APP_IS_NOTE_CARD (self), NULL);
  return self->id;
}

gboolean
app_note_card_is_empty (AppNoteCard *self)
{
  g_autofree char *note = NULL;

  g_return_val_if_fail (APP_IS_NOTE_CARD (self), TRUE);
  note = app_item_find (app_page_get_document (self->page), "notes", self->id);
  return note == NULL;
}

static void
show_heading (AppNoteCard *self, const char *date)
{
  const gboolean adviser = g_strcmp0 (self->kind, APP_NOTE_ADVISER) == 0;
  g_autofree char *said = NULL, *text = NULL;

  if (date != NULL && adviser)
    said = base_language_date (app_session_get_language (app_page_get_session (self->page)), date);
  text = said != NULL ? g_strdup_printf (_ ("Adviser’s note · %s"), said)
                      : g_strdup (adviser ? _ ("Adviser’s note") : _ ("Note"));
  gtk_label_set_label (self->heading, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adviser                  ? _ ("Adviser’s note")
                                  : self->question != NULL ? _ ("Note to this question")
                                                           : _ ("Note to this company"),
                                  -1);
}

static void
show_text (AppNoteCard *self, const char *kept)
{
  g_autofree char *typed = text_of (self);

  if (g_strcmp0 (typed, kept != NULL ? kept : "") != 0)
    gtk_text_buffer_set_text (self->buffer, kept != NULL ? kept : "", -1);
}

void
app_note_card_update (AppNoteCard *self)
{
  AssessmentDocument *document = app_page_get_document (self->page);
  g_autofree char *note = app_item_find (document, "notes", self->id);
  const guint index
      = note != NULL ? (guint)g_ascii_strtoull (note + strlen ("notes["), NULL, 10) : 0;
  const gboolean adviser = g_strcmp0 (self->kind, APP_NOTE_ADVISER) == 0;
  const char *author = app_adviser_get_author (adviser_of (self));
  gboolean in_report = FALSE;

  self->filling = TRUE;
  if (note != NULL)
    {
      g_autofree char *path = g_strconcat (note, ".in_report", NULL);

      assessment_document_get_boolean (document, path, &in_report);
      author = app_item_get (document, "notes", index, "author");
    }
  show_heading (self, note != NULL ? app_item_get (document, "notes", index, "date") : NULL);
  show_text (self, note != NULL ? app_item_get (document, "notes", index, "text") : NULL);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->author)), author != NULL ? author : "")
      != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->author), author != NULL ? author : "");
  gtk_check_button_set_active (self->in_report, in_report);
  gtk_widget_set_sensitive (GTK_WIDGET (self->in_report), note != NULL);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->author)), adviser);
  gtk_widget_set_visible (self->signed_box,
                          adviser || in_report || app_adviser_is_on (adviser_of (self)));
  self->filling = FALSE;
}

static void
focus_idle (gpointer data)
{
  g_autoptr (AppNoteCard) self = data;

  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (self->view);
}

/* Once the card has a place: only then can the page scroll to it. */
void
app_note_card_focus (AppNoteCard *self)
{
  g_return_if_fail (APP_IS_NOTE_CARD (self));
  g_idle_add_once (focus_idle, g_object_ref (self));
}
