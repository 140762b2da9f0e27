/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-action-row.h"

#include "app/app-form.h"
#include "app/app-plan.h"
#include "app/widgets/app-choice-row.h"
#include "app/widgets/app-choices-row.h"
#include "app/widgets/app-effort.h"
#include "app/widgets/app-number-row.h"
#include "app/widgets/app-text-row.h"

#include <glib/gi18n.h>

/* Made anew when anything but a field inside it changed. */

struct _AppActionRow
{
  AdwExpanderRow parent_instance;

  AppPage *page;
  char *id;
  GtkWidget *title; /* of an own action; borrowed */
};

G_DEFINE_FINAL_TYPE (AppActionRow, app_action_row, ADW_TYPE_EXPANDER_ROW)

static void
app_action_row_finalize (GObject *object)
{
  g_free (APP_ACTION_ROW (object)->id);
  G_OBJECT_CLASS (app_action_row_parent_class)->finalize (object);
}

static void
app_action_row_class_init (AppActionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_action_row_finalize;
}

static void
app_action_row_init (AppActionRow *self)
{
}

static void
toggled_cb (AppActionRow *self, GtkCheckButton *tick)
{
  app_page_edit (self->page,
                 app_plan_with (app_page_get_document (self->page), self->id,
                                gtk_check_button_get_active (tick)),
                 NULL);
}

static void
remove_cb (AppActionRow *self)
{
  app_page_edit (self->page, app_plan_with (app_page_get_document (self->page), self->id, FALSE),
                 NULL);
}

/* An own action is in the plan or not there at all; one that is dropped stays on record. */
static GtkWidget *
new_tick (AppActionRow *self, const AdviceAction *action, const char *title)
{
  GtkWidget *tick = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), action->planned);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (tick, !action->own);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (tick, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return tick;
}

static char *
gain_text (AppPage *page, const AdviceAction *action)
{
  BaseLanguage *language = app_session_get_language (app_page_get_session (page));
  g_autofree char *points = base_language_decimal (language, (action->gain + 5) / 10, 1);

  if (!action->settled)
    return g_strdup (_ ("effect open"));
  /* translators: what a step adds to the score */
  return g_strdup_printf (_ ("+%s points"), points);
}

/* "Strategy · Effort: small · +1.2 points · within 90 days · overdue". */
static char *
detail_of (AppPage *page, const AdviceAction *action)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BaseText) period = advice_period_title (action->period);

  if (action->dimension != NULL)
    g_ptr_array_add (parts, g_strdup (app_page_tell (page, action->dimension->plain)));
  /* The same step twice: money spent, and money to be spent. */
  if (!action->own && action->n_effects == 1 && action->effects[0].column != NULL)
    g_ptr_array_add (parts, g_strdup (app_page_tell (page, action->effects[0].column->title)));
  if (app_effort_word (action->effort) != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("effort: %s"), app_effort_word (action->effort)));
  g_ptr_array_add (parts, gain_text (page, action));
  g_ptr_array_add (parts, app_page_say (page, period));
  if (action->owner != NULL)
    g_ptr_array_add (parts, g_strdup (action->owner));
  if (action->overdue)
    g_ptr_array_add (parts, g_strdup (_ ("overdue")));
  if (action->in_place)
    g_ptr_array_add (parts, g_strdup (_ ("in place already")));
  g_ptr_array_remove (parts, NULL);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("\u00a0· ", (char **)parts->pdata); /* no line begins with a dot */
}

static void
add (AppActionRow *self, GtkWidget *row)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_why (AppActionRow *self, const AdvicePlan *plan, const AdviceAction *action)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = g_strdup_printf (_ ("Rank: %d of 100"), action->rank);

  for (guint i = 0; i < ADVICE_N_WEIGHTS; i++)
    {
      g_autofree char *what = app_page_say (self->page, advice_plan_weight (plan, i)->title);

      g_string_append_printf (text, "%s%s: %d", i > 0 ? " · " : "", what, action->shares[i]);
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text->str);
  add (self, row);
}

static void
add_fields (AppActionRow *self, const AdviceAction *action)
{
  static const struct
  {
    const char *member, *title,
        *kind; /* @kind: of a choice, "date", "figure", or NULL for a text */
    gboolean own;
  } fields[] = {
    { "title", N_ ("What to do"), NULL, TRUE },
    { "kind", N_ ("Kind"), "action-kind", TRUE },
    { "effort", N_ ("Effort, 1 small to 3 large"), "figure", TRUE },
    { "cost", N_ ("Cost"), "cost-band", TRUE },
    { "due", N_ ("By when (year-month-day)"), "date", FALSE },
    { "owner", N_ ("Who does it"), NULL, FALSE },
    { "measure", N_ ("How one will see it"), NULL, FALSE },
    { "status", N_ ("State"), "action-status", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *path
          = g_strdup_printf ("plan.actions[%d].%s", action->index, fields[i].member);
      const char *title = gettext (fields[i].title);

      if (fields[i].own && !action->own)
        continue;
      if (fields[i].kind == NULL)
        {
          GtkWidget *row = app_text_row_new (title, path);

          add (self, row);
          if (fields[i].own)
            self->title = row;
        }
      else if (g_str_equal (fields[i].kind, "date"))
        add (self, app_text_row_new_date (title, path));
      else if (g_str_equal (fields[i].kind, "figure"))
        add (self, app_number_row_new (title, NULL, path, NULL, TRUE));
      else
        add (self, app_choice_row_new (title, path, fields[i].kind));
    }
}

/* An action of the questionnaire says itself what it changes. */
static void
add_links (AppActionRow *self, const AdviceAction *action)
{
  g_autofree char *effects = g_strdup_printf ("plan.actions[%d].effects", action->index);
  g_autofree char *after = g_strdup_printf ("plan.actions[%d].after", action->index);

  if (action->own)
    add (self, app_choices_row_new (_ ("What it changes"),
                                    _ ("Answers that will be true then: the score follows"),
                                    effects, "effect"));
  add (self, app_choices_row_new (_ ("What must be done first"), _ ("Other actions of the plan"),
                                  after, "action"));
}

static void
add_remove (AppActionRow *self, const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Remove “%s”"), title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), button);
}

void
app_action_row_update (AppActionRow *self, const AdviceAction *action, guint number)
{
  g_autofree char *title = app_page_say (self->page, action->title);
  g_autofree char *detail = detail_of (self->page, action);
  const char *words = title != NULL && *title != '\0' ? title : _ ("Own action");
  g_autofree char *numbered = g_strdup_printf ("%u  %s", number, words);

  g_return_if_fail (APP_IS_ACTION_ROW (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), numbered);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), detail);
}

GtkWidget *
app_action_row_new (AppPage *page, const AdvicePlan *plan, const AdviceAction *action, guint number)
{
  AppActionRow *self = g_object_new (APP_TYPE_ACTION_ROW, NULL);
  g_autofree char *title = app_page_say (page, action->title);
  const char *words = title != NULL && *title != '\0' ? title : _ ("Own action");

  self->page = page;
  self->id = g_strdup (action->id);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  app_action_row_update (self, action, number);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), new_tick (self, action, words));
  add_why (self, plan, action);
  if (action->index >= 0)
    {
      add_fields (self, action);
      add_links (self, action);
    }
  if (action->own)
    add_remove (self, words);
  return GTK_WIDGET (self);
}

const char *
app_action_row_get_id (AppActionRow *self)
{
  g_return_val_if_fail (APP_IS_ACTION_ROW (self), NULL);
  return self->id;
}

void
app_action_row_begin (AppActionRow *self)
{
  g_return_if_fail (APP_IS_ACTION_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  if (self->title == NULL)
    return;
  gtk_widget_grab_focus (self->title);
  gtk_editable_select_region (GTK_EDITABLE (self->title), 0, -1);
}
