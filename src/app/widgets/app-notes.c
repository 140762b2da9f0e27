/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-notes.h"

#include "app/app-item.h"
#include "app/widgets/app-note-card.h"
#include "app/widgets/app-wrap.h"

#include <glib/gi18n.h>

/* Cards for what the document holds, and those that were opened and are still empty. */

struct _AppNotes
{
  GtkBox parent_instance;

  AppPage *page;
  char *question;
  gboolean shown;
  GtkWidget *cards, *add_own, *add_adviser, *evidence;
  AdwButtonContent *evidence_words;
};

G_DEFINE_FINAL_TYPE (AppNotes, app_notes, GTK_TYPE_BOX)

/* The company's own note of a question has one id on every machine, so that two meet when files
 * are merged. */
static char *
own_id (AppNotes *self)
{
  return g_strconcat ("note-", self->question != NULL ? self->question : "company", NULL);
}

static AppNoteCard *
find_card (AppNotes *self, const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->cards); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (app_note_card_get_id (APP_NOTE_CARD (child)), id))
      return APP_NOTE_CARD (child);
  return NULL;
}

static void
clear (AppNotes *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_box_remove (GTK_BOX (self->cards), child);
}

/* A card without its note: the undone, the removed. The one that is being typed into stays. */
static void
drop_gone (AppNotes *self)
{
  GtkWidget *next;

  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL; card = next)
    {
      GtkRoot *root = gtk_widget_get_root (card);
      GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

      next = gtk_widget_get_next_sibling (card);
      if (app_note_card_is_empty (APP_NOTE_CARD (card))
          && (focus == NULL || !GTK_IS_TEXT_VIEW (focus) || !gtk_widget_is_ancestor (focus, card)))
        gtk_box_remove (GTK_BOX (self->cards), card);
    }
}

static AppNoteCard *
add_card (AppNotes *self, const char *id, const char *kind)
{
  GtkWidget *card = app_note_card_new (self->page, id, self->question, kind);

  gtk_box_append (GTK_BOX (self->cards), card);
  return APP_NOTE_CARD (card);
}

static void
update_cards (AppNotes *self)
{
  AssessmentDocument *document = app_page_get_document (self->page);

  drop_gone (self);
  for (guint i = 0; i < assessment_document_count (document, "notes"); i++)
    {
      const char *id = app_item_get (document, "notes", i, "id");
      AppNoteCard *card = id != NULL ? find_card (self, id) : NULL;

      if (id == NULL
          || g_strcmp0 (app_item_get (document, "notes", i, "question"), self->question) != 0)
        continue;
      if (card != NULL)
        app_note_card_update (card);
      else
        add_card (self, id, app_item_get (document, "notes", i, "kind"));
    }
}

static guint
count_evidence (AppNotes *self)
{
  AssessmentDocument *document = app_page_get_document (self->page);
  guint found = 0;

  for (guint i = 0; i < assessment_document_count (document, "evidence"); i++)
    {
      g_autofree char *path = app_item_member ("evidence", i, "questions");
      const char *const *questions = assessment_document_get_strings (document, path);

      if (self->question == NULL
          || (questions != NULL && g_strv_contains (questions, self->question)))
        found++;
    }
  return found;
}

static void
update_buttons (AppNotes *self)
{
  g_autofree char *id = own_id (self), *words = NULL;
  const guint n = count_evidence (self);

  gtk_widget_set_visible (self->add_own, find_card (self, id) == NULL);
  gtk_widget_set_visible (self->add_adviser, app_adviser_is_on (app_session_get_adviser (
                                                 app_page_get_session (self->page))));
  words = n == 0 ? g_strdup (_ ("Attach proof"))
                 : g_strdup_printf (ngettext ("%u document", "%u documents", n), n);
  adw_button_content_set_label (self->evidence_words, words);
}

static void
open_card (AppNotes *self, const char *id, const char *kind)
{
  AppNoteCard *card = find_card (self, id);

  if (card == NULL)
    card = add_card (self, id, kind);
  gtk_widget_set_visible (GTK_WIDGET (card), TRUE);
  update_buttons (self);
  app_note_card_focus (card);
}

static void
add_own_cb (AppNotes *self)
{
  g_autofree char *id = own_id (self);

  open_card (self, id, NULL);
}

static void
add_adviser_cb (AppNotes *self)
{
  g_autofree char *id = app_item_new_id ();

  open_card (self, id, APP_NOTE_ADVISER);
}

static void
evidence_cb (AppNotes *self)
{
  g_autofree char *target = self->question != NULL ? g_strconcat ("evidence:", self->question, NULL)
                                                   : g_strdup ("evidence");

  app_page_go (self->page, target);
}

static void
app_notes_finalize (GObject *object)
{
  g_free (APP_NOTES (object)->question);
  G_OBJECT_CLASS (app_notes_parent_class)->finalize (object);
}

static void
app_notes_class_init (AppNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_notes_finalize;
}

static GtkWidget *
new_button (AppNotes *self, AppWrap *row, const char *icon, const char *label, GCallback clicked)
{
  GtkWidget *content = adw_button_content_new ();
  GtkWidget *button = gtk_button_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  app_wrap_append (row, button);
  return button;
}

static void
app_notes_init (AppNotes *self)
{
  AppWrap *row = APP_WRAP (app_wrap_new (12));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->add_own
      = new_button (self, row, "document-edit-symbolic", _ ("Add a note"), G_CALLBACK (add_own_cb));
  self->evidence = new_button (self, row, "mail-attachment-symbolic", _ ("Attach proof"),
                               G_CALLBACK (evidence_cb));
  self->evidence_words = ADW_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (self->evidence)));
  self->add_adviser = new_button (self, row, "user-available-symbolic", _ ("Adviser’s note"),
                                  G_CALLBACK (add_adviser_cb));
  gtk_box_append (GTK_BOX (self), self->cards);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (row));
}

void
app_notes_show (AppNotes *self, AppPage *page, const char *question)
{
  g_return_if_fail (APP_IS_NOTES (self));

  if (!self->shown || g_strcmp0 (question, self->question) != 0)
    {
      g_free (self->question);
      self->question = g_strdup (question);
      clear (self);
    }
  self->shown = TRUE;
  self->page = page;
  update_cards (self);
  update_buttons (self);
}
