/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-criterion-row.h"

#include "app/app-own-call.h"
#include "app/widgets/app-label.h"
#include "app/widgets/app-tag.h"

#include <glib/gi18n.h>

/* Made anew with each Advice. */

#define TAG_COLUMN 104

struct _AppCriterionRow
{
  GtkListBoxRow parent_instance;

  AppPage *page;                         /* borrowed: the row stands on it */
  const CatalogueInstrument *instrument; /* of the Advice, as the criterion */
  const AdviceCriterion *criterion;
  GtkWidget *source;
};

G_DEFINE_FINAL_TYPE (AppCriterionRow, app_criterion_row, GTK_TYPE_LIST_BOX_ROW)

static void
app_criterion_row_class_init (AppCriterionRowClass *klass)
{
}

static void
app_criterion_row_init (AppCriterionRow *self)
{
}

static GtkWidget *
new_outcome (const AdviceCriterion *criterion)
{
  if (criterion->warning && criterion->outcome != ADVICE_CRITERION_MET)
    return app_tag_new ("dialog-warning-symbolic", _ ("To check"), "open");
  switch (criterion->outcome)
    {
    case ADVICE_CRITERION_MET:
      return app_tag_new ("object-select-symbolic", _ ("Met"), "good");
    case ADVICE_CRITERION_NOT_MET:
      return app_tag_new ("action-unavailable-symbolic", _ ("Not met"), NULL);
    case ADVICE_CRITERION_UNKNOWN:
    default:
      return app_tag_new ("dialog-question-symbolic", _ ("Unknown"), "open");
    }
}

static const char *
proof_word (AdviceProof proof)
{
  switch (proof)
    {
    case ADVICE_PROOF_COMPUTED:
      return _ ("worked out from your answers");
    case ADVICE_PROOF_DECLARED:
      return _ ("declared by you");
    case ADVICE_PROOF_DOCUMENTED:
      return _ ("documented");
    case ADVICE_PROOF_CONFIRMED:
      return _ ("confirmed");
    case ADVICE_PROOF_NONE:
    default:
      return NULL;
    }
}

static char *
new_origin (AppCriterionRow *self)
{
  const AdviceCriterion *criterion = self->criterion;
  const char *proof
      = criterion->outcome != ADVICE_CRITERION_UNKNOWN ? proof_word (criterion->proof) : NULL;
  g_autofree char *from = app_page_say (self->page, criterion->from);

  if (from != NULL && proof != NULL)
    return g_strdup_printf ("%s · %s", from, proof);
  return g_strdup (from != NULL ? from : proof);
}

static void
add_basis (AppCriterionRow *self, GtkBox *box)
{
  const AdviceCriterion *criterion = self->criterion;
  g_autofree char *text = NULL;

  if (criterion->basis == ADVICE_BASIS_INFERRED)
    app_label_append_caption (box, _ ("Our reading: no source states it in these words."));
  if (criterion->source == NULL)
    return;
  text = g_strdup_printf (criterion->basis == ADVICE_BASIS_INFERRED ? _ ("It rests on: %s")
                                                                    : _ ("Stated by: %s"),
                          app_page_tell (self->page, criterion->source));
  self->source = app_label_new_caption (text);
  gtk_label_set_selectable (GTK_LABEL (self->source), TRUE);
  gtk_widget_set_visible (self->source, FALSE);
  gtk_box_append (box, self->source);
}

static GtkWidget *
new_words (AppCriterionRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkBox *box = GTK_BOX (words);
  g_autofree char *text = app_page_say (self->page, self->criterion->text);
  g_autofree char *origin = new_origin (self);
  g_autofree char *distance = app_page_say (self->page, self->criterion->distance);

  app_label_append (box, text, NULL);
  /* The question of an open fact is often the criterion's sentence again. */
  if (g_strcmp0 (origin, text) != 0
      && (text == NULL || origin == NULL || strstr (text, origin) == NULL))
    app_label_append_caption (box, origin);
  app_label_append_caption (box, distance);
  add_basis (self, box);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  return words;
}

/* --- the way to answer ------------------------------------------------------------------------ */

static void
ticked_cb (AppCriterionRow *self, GtkCheckButton *check)
{
  if (app_page_is_updating (self->page))
    return;
  /* New Advice makes the rows anew, and the button is still at work. */
  g_idle_add_once (g_object_unref, g_object_ref (check));
  app_own_call_tick (self->page, self->instrument,
                     self->instrument->conditions[self->criterion->column - 1],
                     gtk_check_button_get_active (check));
}

static GtkWidget *
new_tick (AppCriterionRow *self, const char *sentence)
{
  GtkWidget *check = gtk_check_button_new_with_label (_ ("We meet it"));
  g_autofree char *name = g_strdup_printf ("%s: %s", _ ("We meet it"), sentence);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               self->criterion->outcome == ADVICE_CRITERION_MET);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  return check;
}

static const char *
answer_word (AppCriterionRow *self)
{
  const AdviceFacts *facts = advice_facts (app_page_get_advice (self->page));
  const AdviceFact *fact
      = self->criterion->fact != NULL ? advice_facts_find (facts, self->criterion->fact) : NULL;

  if (self->criterion->outcome == ADVICE_CRITERION_UNKNOWN)
    return C_ ("verb", "Answer");
  /* Size, country, scores and past aid are as they are: look whether they are right. */
  return fact != NULL && fact->row->can_change ? _ ("Change") : _ ("Look");
}

static GtkWidget *
new_answer (AppCriterionRow *self, const char *sentence)
{
  const char *word = answer_word (self);
  GtkWidget *button = gtk_button_new_with_label (word);
  g_autofree char *name = g_strdup_printf ("%s: %s", word, sentence);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", self->criterion->path);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.answer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
add_way (AppCriterionRow *self, GtkBox *box, const char *sentence)
{
  GtkWidget *way = NULL;

  if (self->instrument->own && self->instrument->conditions[0] != NULL && !self->criterion->warning)
    way = new_tick (self, sentence);
  else if (self->criterion->outcome != ADVICE_CRITERION_MET && self->criterion->path != NULL)
    way = new_answer (self, sentence);
  if (way == NULL)
    return;
  gtk_widget_set_valign (way, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (way, GTK_ALIGN_START);
  gtk_box_append (box, way);
}

GtkWidget *
app_criterion_row_new (AppPage *page,
                       const AdviceInstrument *instrument,
                       const AdviceCriterion *criterion)
{
  AppCriterionRow *self = g_object_new (APP_TYPE_CRITERION_ROW, "activatable", FALSE, NULL);
  const gboolean narrow = app_page_get_narrow (page);
  GtkWidget *box = gtk_box_new (narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                                narrow ? 6 : 12);
  GtkWidget *tag = new_outcome (criterion);
  g_autofree char *sentence = app_page_say (page, criterion->text);
  g_autofree char *name = g_strdup_printf ("%s: %s", app_tag_get_word (APP_TAG (tag)), sentence);

  self->page = page;
  self->instrument = instrument->instrument;
  self->criterion = criterion;
  if (!narrow)
    {
      gtk_widget_set_size_request (tag, TAG_COLUMN, -1);
      gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
    }
  gtk_widget_add_css_class (tag, "plain");
  gtk_widget_add_css_class (box, "criterion");
  gtk_box_append (GTK_BOX (box), tag);
  gtk_box_append (GTK_BOX (box), new_words (self));
  add_way (self, GTK_BOX (box), sentence);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

void
app_criterion_row_show_source (AppCriterionRow *self, gboolean shown)
{
  g_return_if_fail (APP_IS_CRITERION_ROW (self));

  if (self->source != NULL)
    gtk_widget_set_visible (self->source, shown);
}
