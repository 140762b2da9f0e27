/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-call-conditions.h"

#include "app/app-form.h"
#include "app/app-item.h"
#include "app/app-own-call.h"
#include "app/widgets/app-text-row.h"

#include <glib/gi18n.h>

/* A statement is an item of a list and is named by the text of its condition, so rows are made anew
 * only when the conditions, or which of them are stated, are others: typing must not end. */

struct _AppCallConditions
{
  AdwBin parent_instance;

  char *shown; /* what the rows were made from */
  GtkListBox *box;
};

G_DEFINE_FINAL_TYPE (AppCallConditions, app_call_conditions, ADW_TYPE_BIN)

static const char *const states[] = { NULL, "met", "not-met" };

static void
state_cb (AppCallConditions *self, GParamSpec *pspec, GtkDropDown *down)
{
  AppPage *page = app_form_page (GTK_WIDGET (self));
  const char *condition = g_object_get_data (G_OBJECT (down), "condition");
  const guint selected = gtk_drop_down_get_selected (down);
  AssessmentDocument *with;

  if (page == NULL || app_page_is_updating (page) || selected >= G_N_ELEMENTS (states))
    return;
  with = app_own_call_with_state (app_page_get_document (page), condition, states[selected]);
  if (with == NULL)
    return;
  /* Its row is made anew by the edit, and it is still telling what was selected. */
  g_idle_add_once ((GSourceOnceFunc)g_object_unref, g_object_ref (down));
  app_page_edit (page, with, NULL);
}

static GtkWidget *
new_state (AppCallConditions *self, const char *condition, const char *state)
{
  const char *const words[] = { _ ("Not said"), _ ("Met"), _ ("Not met"), NULL };
  GtkWidget *down = gtk_drop_down_new_from_strings (words);

  for (guint i = 1; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (state, states[i]) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (down), i);
  gtk_widget_set_valign (down, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (down), GTK_ACCESSIBLE_PROPERTY_LABEL, condition,
                                  -1);
  g_object_set_data_full (G_OBJECT (down), "condition", g_strdup (condition), g_free);
  g_signal_connect_object (down, "notify::selected", G_CALLBACK (state_cb), self,
                           G_CONNECT_SWAPPED);
  return down;
}

static void
add_fields (GtkWidget *row, int index)
{
  static const struct
  {
    const char *member, *title;
    gboolean date;
  } fields[] = {
    { "clause", N_ ("Clause of the call"), FALSE },
    { "note", N_ ("What shows it"), FALSE },
    { "by", N_ ("Who says so"), FALSE },
    { "on", N_ ("Said on (year-month-day)"), TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *path
          = g_strdup_printf (APP_OWN_CALL_STATEMENTS "[%d].%s", index, fields[i].member);
      const char *title = gettext (fields[i].title);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), fields[i].date
                                                            ? app_text_row_new_date (title, path)
                                                            : app_text_row_new (title, path));
    }
}

static void
add_condition (AppCallConditions *self, AssessmentDocument *document, const char *condition)
{
  const int index = app_own_call_find_statement (document, condition);
  const char *state
      = index >= 0 ? app_item_get (document, APP_OWN_CALL_STATEMENTS, (guint)index, "state") : NULL;
  GtkWidget *row = index >= 0 ? adw_expander_row_new () : adw_action_row_new ();
  GtkWidget *down = new_state (self, condition, state);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), condition);
  if (index >= 0)
    {
      adw_expander_row_add_action (ADW_EXPANDER_ROW (row), down);
      add_fields (row, index);
    }
  else
    {
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), down);
    }
  gtk_list_box_append (self->box, row);
}

/* Whatever a row is made from, as one text. */
static char *
describe (AssessmentDocument *document, const char *const *conditions)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; conditions != NULL && conditions[i] != NULL; i++)
    {
      const int index = app_own_call_find_statement (document, conditions[i]);
      const char *state
          = index >= 0 ? app_item_get (document, APP_OWN_CALL_STATEMENTS, (guint)index, "state")
                       : NULL;

      g_string_append_printf (text, "%s\n%d %s\n", conditions[i], index,
                              state != NULL ? state : "");
    }
  return g_strdup (text->str);
}

void
app_call_conditions_show (AppCallConditions *self, AppPage *page)
{
  AssessmentDocument *document = app_page_get_document (page);
  const char *const *conditions
      = assessment_document_get_strings (document, "project.call.conditions");
  g_autofree char *now = describe (document, conditions);
  GtkWidget *child;

  g_return_if_fail (APP_IS_CALL_CONDITIONS (self));

  gtk_widget_set_visible (GTK_WIDGET (self), *now != '\0');
  if (g_strcmp0 (now, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&now);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_list_box_remove (self->box, child);
  for (guint i = 0; conditions != NULL && conditions[i] != NULL; i++)
    add_condition (self, document, conditions[i]);
  app_form_show (GTK_WIDGET (self->box), page);
}

static void
app_call_conditions_finalize (GObject *object)
{
  g_free (APP_CALL_CONDITIONS (object)->shown);
  G_OBJECT_CLASS (app_call_conditions_parent_class)->finalize (object);
}

static void
app_call_conditions_class_init (AppCallConditionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_call_conditions_finalize;
}

static void
app_call_conditions_init (AppCallConditions *self)
{
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Conditions of the call"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}
