/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-instrument-row.h"

#include "app/app-compat.h"
#include "app/app-own-call.h"
#include "app/widgets/app-copy-button.h"
#include "app/widgets/app-criterion-row.h"
#include "app/widgets/app-label.h"
#include "app/widgets/app-tag.h"

#include <glib/gi18n.h>

/* The inside is built when the row is first opened: two dozen kinds of support have hundreds of
 * criteria. */

#define TAG_COLUMN 116

struct _AppInstrumentRow
{
  AdwExpanderRow parent_instance;

  AppPage *page;  /* borrowed: the row stands on it */
  Advice *advice; /* keeps what the rows inside borrow */
  const AdviceInstrument *instrument;
  GtkWidget *tag, *tag_column;
  GPtrArray *inside; /* borrowed rows, in order */
  gboolean sources_shown;
};

G_DEFINE_FINAL_TYPE (AppInstrumentRow, app_instrument_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  EDIT,
  REMOVE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- head ------------------------------------------------------------------------------------- */

/* One capital at the beginning: the vocabulary's words stand in the middle of sentences too. */
static char *
as_title (const char *words)
{
  char first[7] = { 0 };

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (words)), first);
  return g_strconcat (first, *words != '\0' ? g_utf8_next_char (words) : "", NULL);
}

/* "Closed 2021" */
static char *
closed_word (const AdviceInstrument *instrument)
{
  if (instrument->call_date == NULL)
    return g_strdup (_ ("Closed"));
  /* translators: %.4s is the year since which a programme takes no more applications */
  return g_strdup_printf (_ ("Closed %.4s"), instrument->call_date);
}

static void
show_tag (AppInstrumentRow *self)
{
  const AdviceInstrument *instrument = self->instrument;
  AppTag *tag = APP_TAG (self->tag);
  g_autofree char *closed = closed_word (instrument);

  if (instrument->status == ADVICE_STATUS_UNKNOWN)
    app_tag_set (tag, "dialog-question-symbolic", _ ("Cannot tell"), "open");
  else if (instrument->status == ADVICE_STATUS_NOT_ELIGIBLE)
    app_tag_set (tag, "action-unavailable-symbolic",
                 instrument->call == ADVICE_CALL_OPEN ? _ ("Not yet") : _ ("Not this kind"), NULL);
  else if (instrument->call == ADVICE_CALL_OPEN)
    app_tag_set (tag, "object-select-symbolic", _ ("Fits"), "good");
  else if (instrument->call == ADVICE_CALL_CLOSED)
    app_tag_set (tag, "changes-prevent-symbolic", closed, NULL);
  else
    app_tag_set (tag, "dialog-question-symbolic", _ ("Call not known"), NULL);
}

/* Beside the tag the field's term, with the state of the call where the tag does not say it;
 * beside a mere icon the whole verdict. */
static char *
new_subtitle (AppInstrumentRow *self, const char *verdict)
{
  const AdviceInstrument *instrument = self->instrument;
  const char *term = instrument->instrument->own
                         ? instrument->instrument->programme
                         : app_page_tell (self->page, instrument->instrument->title);
  g_autofree char *closed = closed_word (instrument);

  if (app_page_get_narrow (self->page))
    return g_strdup_printf ("%s\n%s", verdict, term);
  if (instrument->call == ADVICE_CALL_CLOSED && instrument->status != ADVICE_STATUS_ELIGIBLE)
    return g_strdup_printf ("%s · %s", closed, term);
  return g_strdup (term);
}

static void
show_head (AppInstrumentRow *self)
{
  const CatalogueInstrument *instrument = self->instrument->instrument;
  g_autofree char *verdict = app_page_say (self->page, self->instrument->verdict);
  g_autofree char *subtitle = new_subtitle (self, verdict);
  g_autofree char *title = instrument->own
                               ? g_strdup (instrument->title)
                               : as_title (app_page_tell (self->page, instrument->plain));

  show_tag (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  app_tag_set_compact (APP_TAG (self->tag), app_page_get_narrow (self->page));
  gtk_widget_set_size_request (self->tag_column, app_page_get_narrow (self->page) ? -1 : TAG_COLUMN,
                               -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  verdict, -1);
}

/* --- inside ----------------------------------------------------------------------------------- */

static void
add_inside (AppInstrumentRow *self, GtkWidget *row)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->inside, row);
}

static GtkWidget *
new_row (GtkWidget *child)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "child", child, NULL);

  gtk_widget_add_css_class (child, "criterion");
  return row;
}

/* Icon, heading and what stands under it. */
static GtkBox *
add_section (AppInstrumentRow *self, const char *icon_name, const char *heading)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "valign", GTK_ALIGN_START,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *row;

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (icon, "dim-label");
  app_label_append (GTK_BOX (words), heading, "heading");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), words);
  row = new_row (line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  add_inside (self, row);
  return GTK_BOX (words);
}

static void
append_said (AppInstrumentRow *self, GtkBox *box, const BaseText *text)
{
  g_autofree char *said = app_page_say (self->page, text);

  app_label_append (box, said, NULL);
}

static void
add_about (AppInstrumentRow *self)
{
  const CatalogueInstrument *instrument = self->instrument->instrument;
  GtkBox *box = add_section (self, "dialog-information-symbolic", _ ("What it is"));

  append_said (self, box, self->instrument->verdict);
  append_said (self, box, self->instrument->fit);
  app_label_append (box, app_page_tell (self->page, instrument->summary), NULL);
  app_label_append_caption (box, app_page_tell (self->page, instrument->partners));
  if (self->instrument->money != NULL)
    {
      g_autofree char *money = app_page_say (self->page, self->instrument->money);

      app_label_append_caption (box, money);
    }
  app_label_append_caption (box, app_page_tell (self->page, instrument->amount_note));
}

static void
add_criteria (AppInstrumentRow *self, const AdviceCriterion *criteria, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = app_criterion_row_new (self->page, self->instrument, &criteria[i]);

      app_criterion_row_show_source (APP_CRITERION_ROW (row), self->sources_shown);
      add_inside (self, row);
    }
}

static void
add_changes (AppInstrumentRow *self)
{
  GtkBox *box;

  if (self->instrument->n_changes == 0 && self->instrument->blocked == NULL)
    return;
  box = add_section (self, "media-playlist-shuffle-symbolic", _ ("What would change this"));
  for (guint i = 0; i < self->instrument->n_changes; i++)
    append_said (self, box, self->instrument->changes[i].text);
  if (self->instrument->blocked != NULL)
    append_said (self, box, self->instrument->blocked);
  if (self->instrument->instead != NULL)
    append_said (self, box, self->instrument->instead);
  if (self->instrument->changes_truncated)
    app_label_append_caption (box, _ ("There are more ways; these are the smallest ones."));
}

static void
open_uri (AppInstrumentRow *self, const char *uri)
{
  app_compat_open_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri);
}

static void
calls_cb (AppInstrumentRow *self)
{
  open_uri (self, self->instrument->instrument->call_list);
}

static GtkWidget *
add_button (AppInstrumentRow *self, GtkBox *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
  return button;
}

static GtkBox *
add_buttons (AppInstrumentRow *self, GtkBox *box)
{
  const gboolean narrow = app_page_get_narrow (self->page);
  GtkWidget *buttons
      = gtk_box_new (narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_margin_top (buttons, 6);
  gtk_box_append (box, buttons);
  return GTK_BOX (buttons);
}

static void
add_today (AppInstrumentRow *self)
{
  const CatalogueInstrument *instrument = self->instrument->instrument;
  g_autofree char *question = app_page_say (self->page, self->instrument->question);
  GtkBox *box = add_section (self, "go-next-symbolic", _ ("Today"));
  GtkBox *buttons;

  for (guint i = 0; i < self->instrument->n_today; i++)
    append_said (self, box, self->instrument->today[i]);
  buttons = add_buttons (self, box);
  if (question != NULL)
    gtk_box_append (buttons, app_copy_button_new (_ ("Copy the question"), question));
  if (instrument->call_list != NULL)
    add_button (self, buttons, _ ("List of calls"), G_CALLBACK (calls_cb));
}

/* --- foot ------------------------------------------------------------------------------------- */

static void
source_cb (AppInstrumentRow *self)
{
  open_uri (self, self->instrument->instrument->source);
}

static void
sources_cb (AppInstrumentRow *self, GParamSpec *pspec, GtkToggleButton *button)
{
  self->sources_shown = gtk_toggle_button_get_active (button);
  for (guint i = 0; i < self->inside->len; i++)
    if (APP_IS_CRITERION_ROW (self->inside->pdata[i]))
      app_criterion_row_show_source (self->inside->pdata[i], self->sources_shown);
}

static void
edit_cb (AppInstrumentRow *self)
{
  g_signal_emit (self, signals[EDIT], 0, self->instrument->instrument->id);
}

/* What is typed once is not typed again for the annex. */
static void
apply_cb (AppInstrumentRow *self)
{
  AppPage *page = self->page;

  app_own_call_choose (page, self->instrument->instrument);
  app_page_go (page, "application");
}

static void
remove_cb (AppInstrumentRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0, self->instrument->instrument->id);
}

static char *
new_verified (AppInstrumentRow *self)
{
  const CatalogueInstrument *instrument = self->instrument->instrument;
  BaseLanguage *language = app_session_get_language (app_page_get_session (self->page));
  g_autofree char *date = instrument->last_verified != NULL
                              ? base_language_date (language, instrument->last_verified)
                              : NULL;

  if (date == NULL)
    return NULL;
  return instrument->own ? g_strdup_printf (_ ("Entered by you on %s."), date)
                         : g_strdup_printf (_ ("Last verified %s."), date);
}

static void
add_foot_buttons (AppInstrumentRow *self, GtkBox *box)
{
  const CatalogueInstrument *instrument = self->instrument->instrument;
  GtkBox *buttons = add_buttons (self, box);

  if (instrument->source != NULL)
    {
      GtkWidget *button = add_button (self, buttons, _ ("Source"), G_CALLBACK (source_cb));

      gtk_widget_set_tooltip_text (button, instrument->source);
    }
  if (instrument->own)
    {
      add_button (self, buttons, _ ("Prepare an application"), G_CALLBACK (apply_cb));
      add_button (self, buttons, _ ("Edit"), G_CALLBACK (edit_cb));
      add_button (self, buttons, _ ("Remove"), G_CALLBACK (remove_cb));
    }
  else if (self->instrument->n_criteria > 0)
    {
      GtkWidget *toggle = gtk_toggle_button_new_with_label (_ ("Source of each criterion"));

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), self->sources_shown);
      g_signal_connect_object (toggle, "notify::active", G_CALLBACK (sources_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (buttons, toggle);
    }
}

static void
add_foot (AppInstrumentRow *self)
{
  const CatalogueInstrument *instrument = self->instrument->instrument;
  g_autofree char *verified = new_verified (self);
  GtkBox *box = add_section (self, "x-office-document-symbolic", _ ("Where this comes from"));

  if (instrument->archetype)
    app_label_append (box, _ ("An example of a past programme: it takes no more applications."),
                      NULL);
  app_label_append_caption (box, instrument->programme);
  app_label_append_caption (box, verified);
  add_foot_buttons (self, box);
}

static void
fill (AppInstrumentRow *self)
{
  add_about (self);
  add_criteria (self, self->instrument->criteria, self->instrument->n_criteria);
  add_criteria (self, self->instrument->warnings, self->instrument->n_warnings);
  add_changes (self);
  add_today (self);
  add_foot (self);
}

static void
empty (AppInstrumentRow *self)
{
  for (guint i = 0; i < self->inside->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->inside->pdata[i]);
  g_ptr_array_set_size (self->inside, 0);
}

/* The row inside that has the focus, -1 for none. */
static int
focused_row (AppInstrumentRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->inside->len; i++)
    if (focus == self->inside->pdata[i] || gtk_widget_is_ancestor (focus, self->inside->pdata[i]))
      return (int)i;
  return -1;
}

static void
refill (AppInstrumentRow *self)
{
  const int focused = focused_row (self);

  empty (self);
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  fill (self);
  if (focused >= 0 && focused < (int)self->inside->len)
    gtk_widget_child_focus (self->inside->pdata[focused], GTK_DIR_TAB_FORWARD);
}

static void
expanded_cb (AppInstrumentRow *self)
{
  if (self->instrument != NULL && self->inside->len == 0)
    refill (self);
}

/* --- object ----------------------------------------------------------------------------------- */

static void
app_instrument_row_finalize (GObject *object)
{
  AppInstrumentRow *self = APP_INSTRUMENT_ROW (object);

  g_clear_pointer (&self->advice, advice_unref);
  g_ptr_array_unref (self->inside);
  G_OBJECT_CLASS (app_instrument_row_parent_class)->finalize (object);
}

static void
app_instrument_row_class_init (AppInstrumentRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_instrument_row_finalize;

  signals[EDIT] = g_signal_new ("edit", APP_TYPE_INSTRUMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REMOVE] = g_signal_new ("remove", APP_TYPE_INSTRUMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
app_instrument_row_init (AppInstrumentRow *self)
{
  self->inside = g_ptr_array_new ();
  self->tag = app_tag_new (NULL, "", NULL);
  self->tag_column = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->tag_column), self->tag);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->tag_column);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

GtkWidget *
app_instrument_row_new (AppPage *page, GtkSizeGroup *tags)
{
  AppInstrumentRow *self = g_object_new (APP_TYPE_INSTRUMENT_ROW, NULL);

  g_return_val_if_fail (APP_IS_PAGE (page), NULL);
  g_return_val_if_fail (GTK_IS_SIZE_GROUP (tags), NULL);
  self->page = page;
  gtk_size_group_add_widget (tags, self->tag_column);
  return GTK_WIDGET (self);
}

void
app_instrument_row_show (AppInstrumentRow *self, const AdviceInstrument *instrument)
{
  g_autoptr (Advice) old = NULL;

  g_return_if_fail (APP_IS_INSTRUMENT_ROW (self));
  g_return_if_fail (instrument != NULL);

  /* The rows inside borrow from the old Advice until they are made anew. */
  old = g_steal_pointer (&self->advice);
  self->advice = advice_ref (app_page_get_advice (self->page));
  self->instrument = instrument;
  show_head (self);
  refill (self);
}
