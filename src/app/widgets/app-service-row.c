/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-service-row.h"

#include "app/widgets/app-copy-button.h"

#include <glib/gi18n.h>

/* Three lines at most while it is closed: what, why, whom to ask. */

struct _AppServiceRow
{
  AdwExpanderRow parent_instance;

  char *id;
};

G_DEFINE_FINAL_TYPE (AppServiceRow, app_service_row, ADW_TYPE_EXPANDER_ROW)

static void
app_service_row_finalize (GObject *object)
{
  g_free (APP_SERVICE_ROW (object)->id);
  G_OBJECT_CLASS (app_service_row_parent_class)->finalize (object);
}

static void
app_service_row_class_init (AppServiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_service_row_finalize;
}

static void
app_service_row_init (AppServiceRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

static GtkWidget *
new_line (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  return row;
}

static char *
join (const char *a, const char *b, const char *c)
{
  const char *parts[4] = { NULL };
  guint n = 0;

  if (a != NULL)
    parts[n++] = a;
  if (b != NULL)
    parts[n++] = b;
  if (c != NULL)
    parts[n++] = c;
  return g_strjoinv (" · ", (char **)parts);
}

static GtkWidget *
new_hub_line (AppPage *page, const AdviceMatch *match)
{
  g_autofree char *distance = app_page_say (page, match->distance);
  g_autofree char *words = app_page_say (page, match->match);
  g_autofree char *detail = join (match->hub->city, distance, words);
  g_autofree char *target = g_strconcat ("hubs:", match->hub->id, NULL);
  GtkWidget *row = new_line (match->hub->name, detail);
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go");
  return row;
}

static void
add_button (GtkWidget *row, const char *label, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static gboolean
is_placed (AppPage *page)
{
  return assessment_document_get_string (app_page_get_document (page), "company.country") != NULL;
}

/* No hub can be named: because nobody said where the firm is, or because none offers it. */
static GtkWidget *
new_no_hub_line (AppPage *page)
{
  GtkWidget *row;

  if (!is_placed (page))
    {
      row = new_line (_ ("Where is your firm?"), _ ("Then the nearest fitting hub can be named."));
      add_button (row, C_ ("verb", "Answer"), "win.answer", "company.region");
      return row;
    }
  row = new_line (_ ("None of the best matching hubs names this service"),
                  _ ("Ask the first one of the list all the same, or search the whole list."));
  add_button (row, _ ("Hubs"), "win.go", "hubs");
  return row;
}

/* The button stands beside the question where there is room, else below it. */
static GtkWidget *
new_question_line (AppPage *page, const char *question)
{
  g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), question);
  GtkWidget *row = new_line (quoted, NULL);
  GtkWidget *button = app_copy_button_new (
      app_page_get_narrow (page) ? _ ("Copy") : _ ("Copy the question"), question);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

GtkWidget *
app_service_row_new (AppPage *page, const AdviceService *service)
{
  AppServiceRow *self = g_object_new (APP_TYPE_SERVICE_ROW, NULL);
  Advice *advice = app_page_get_advice (page);
  const AdviceMatch *match = service->best_hub != G_MAXUINT && is_placed (page)
                                 ? advice_hub (advice, service->best_hub)
                                 : NULL;
  g_autofree char *title = app_page_say (page, service->title);
  g_autofree char *reason = app_page_say (page, service->reason);
  g_autofree char *question = app_page_say (page, service->question);
  g_autofree char *whom = match != NULL ? g_strdup_printf (_ ("Ask %s"), match->hub->name) : NULL;
  g_autofree char *subtitle
      = whom != NULL ? g_strdup_printf ("%s\n%s", reason, whom) : g_strdup (reason);

  self->id = g_strdup (service->id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self),
                            match != NULL ? new_hub_line (page, match) : new_no_hub_line (page));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), new_question_line (page, question));
  return GTK_WIDGET (self);
}

const char *
app_service_row_get_id (AppServiceRow *self)
{
  g_return_val_if_fail (APP_IS_SERVICE_ROW (self), NULL);
  return self->id;
}
