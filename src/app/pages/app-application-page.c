/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-application-page.h"

#include "advice/advice-consent.h"
#include "advice/advice-readiness.h"
#include "app/app-form.h"
#include "app/app-item.h"
#include "app/app-pages.h"
#include "app/app-stages.h"
#include "app/widgets/app-call-conditions.h"
#include "app/widgets/app-rows.h"
#include "app/widgets/app-row.h"
#include "base/base-date.h"

#include <glib/gi18n.h>

/* The fields show themselves; what is missing, the room for aid, the call's conditions and the
 * declarations are lists made of the Advice. */

struct _AppApplicationPage
{
  AppPage parent_instance;

  char *before_id;
  Advice *before; /* of the stage before, or NULL */

  /* template */
  GtkWidget *form;
  GtkLabel *summary;
  GtkListBox *findings, *rooms, *declarations, *consents;
  AppCallConditions *conditions;
  AdwEntryRow *who;
};

G_DEFINE_FINAL_TYPE (AppApplicationPage, app_application_page, APP_TYPE_PAGE)

/* --- what is missing -------------------------------------------------------------------------- */

/* A field of this page, else the page where the path is answered. */
static void
finding_cb (AppApplicationPage *self, GtkListBoxRow *row)
{
  const char *path = g_object_get_data (G_OBJECT (row), "path");
  const char *topic = g_object_get_data (G_OBJECT (row), "topic");
  g_autofree char *target = NULL;

  if (g_strcmp0 (topic, "declarations") == 0)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->who));
      return;
    }
  if (path == NULL || app_form_focus (self->form, path))
    return;
  target = app_pages_target_of_path (path);
  if (target != NULL)
    app_page_go (APP_PAGE (self), target);
}

static void
add_finding (AppApplicationPage *self, const AdviceReadinessFinding *finding)
{
  static const char *const words[] = { N_ ("Error"), N_ ("Warning"), N_ ("Hint") };
  const char *basis
      = finding->basis == ADVICE_BASIS_INFERRED ? _ ("Our reading of the rules") : NULL;
  g_autofree char *text = app_page_say (APP_PAGE (self), finding->text);
  GtkWidget *row = app_row_new (text, basis);

  app_row_add_tag (row, gettext (words[finding->severity]),
                   finding->severity == ADVICE_SEVERITY_ERROR ? "open" : NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (finding->path), g_free);
  g_object_set_data_full (G_OBJECT (row), "topic", g_strdup (finding->topic), g_free);
  gtk_list_box_append (self->findings, row);
}

/* --- room for aid ----------------------------------------------------------------------------- */

static void
show_rooms (AppApplicationPage *self, const AdviceAid *aid)
{
  AppPage *page = APP_PAGE (self);

  app_row_clear (self->rooms);
  for (guint i = 0; i < aid->n_rooms; i++)
    {
      const AdviceAidRoom *room = &aid->rooms[i];
      g_autofree char *text = app_page_say (page, room->text);
      g_autofree char *condition = app_page_say (page, room->condition);

      gtk_list_box_append (self->rooms, app_row_new (text, condition));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->rooms), aid->n_rooms > 0);
}

/* --- declarations ----------------------------------------------------------------------------- */

static void
declare (AppApplicationPage *self, const char *id, const char *who)
{
  g_autofree char *today = base_date_today ();
  AssessmentDocument *document
      = app_item_add (app_page_get_document (APP_PAGE (self)), "declarations", id);
  g_autofree char *item = app_item_find (document, "declarations", id);

  document = app_item_set (document, item, "by", who);
  document = app_item_set (document, item, "on", today);
  if (document != NULL)
    app_page_edit (APP_PAGE (self), document, NULL);
}

static void
toggled_cb (AppApplicationPage *self, GtkCheckButton *check)
{
  AssessmentDocument *document = app_page_get_document (APP_PAGE (self));
  const char *id = g_object_get_data (G_OBJECT (check), "id");
  g_autofree char *item = app_item_find (document, "declarations", id);
  g_autofree char *who = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->who))));

  if (app_page_is_updating (APP_PAGE (self)))
    return;
  if (!gtk_check_button_get_active (check))
    {
      if (item != NULL)
        app_page_edit (APP_PAGE (self), assessment_document_without (document, item), NULL);
    }
  else if (*who != '\0')
    {
      declare (self, id, who);
    }
  else
    {
      /* A declaration without a name is none. */
      gtk_check_button_set_active (check, FALSE);
      gtk_widget_add_css_class (GTK_WIDGET (self->who), "error");
      gtk_widget_grab_focus (GTK_WIDGET (self->who));
    }
}

static void
who_cb (AppApplicationPage *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->who), "error");
}

static void
add_declaration (AppApplicationPage *self, const AdviceDeclaration *declaration)
{
  AppPage *page = APP_PAGE (self);
  BaseLanguage *language = app_session_get_language (app_page_get_session (page));
  g_autofree char *title = app_page_say (page, declaration->title);
  g_autofree char *text = app_page_say (page, declaration->text);
  g_autofree char *on
      = declaration->on != NULL ? base_language_date (language, declaration->on) : NULL;
  g_autofree char *subtitle
      = declaration->by != NULL && on != NULL
            ? g_strdup_printf (_ ("%s\nDeclared by %s on %s"), text, declaration->by, on)
            : g_strdup (text);
  GtkWidget *row = app_row_new (title, subtitle);
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), declaration->index >= 0);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (declaration->id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->declarations, row);
}

/* --- consent ---------------------------------------------------------------------------------- */

/* Takes @document, which has the item. */
static AssessmentDocument *
with_consent (AssessmentDocument *document, const char *id, gboolean given, const char *who)
{
  g_autofree char *today = base_date_today ();
  g_autofree char *item = app_item_find (document, "consents", id);
  g_autofree char *path = g_strconcat (item, ".given", NULL);
  AssessmentDocument *with = assessment_document_with_boolean (document, path, given, NULL);

  assessment_document_unref (document);
  with = app_item_set (with, item, "by", who);
  return app_item_set (with, item, "on", today);
}

static void
consent_cb (AppApplicationPage *self, GParamSpec *pspec, GtkDropDown *down)
{
  AssessmentDocument *document = app_page_get_document (APP_PAGE (self));
  const char *id = g_object_get_data (G_OBJECT (down), "id");
  g_autofree char *item = app_item_find (document, "consents", id);
  g_autofree char *who = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->who))));
  const guint state = gtk_drop_down_get_selected (down);
  AssessmentDocument *with;

  if (app_page_is_updating (APP_PAGE (self)))
    return;
  if (state == ADVICE_CONSENT_OPEN)
    {
      if (item != NULL)
        app_page_edit (APP_PAGE (self), assessment_document_without (document, item), NULL);
      return;
    }
  if (*who == '\0')
    {
      /* A consent of nobody is none. */
      gtk_drop_down_set_selected (down, ADVICE_CONSENT_OPEN);
      gtk_widget_add_css_class (GTK_WIDGET (self->who), "error");
      gtk_widget_grab_focus (GTK_WIDGET (self->who));
      return;
    }
  with
      = item != NULL ? assessment_document_ref (document) : app_item_add (document, "consents", id);
  with = with_consent (with, id, state == ADVICE_CONSENT_GIVEN, who);
  if (with != NULL)
    app_page_edit (APP_PAGE (self), with, NULL);
}

static void
add_consent (AppApplicationPage *self, const AdviceConsentUse *use)
{
  AppPage *page = APP_PAGE (self);
  BaseLanguage *language = app_session_get_language (app_page_get_session (page));
  const AdviceConsent said = advice_consent_find (app_page_get_document (page), use->id);
  const char *const words[] = { _ ("Not said"), _ ("Given"), _ ("Refused"), NULL };
  g_autofree char *on = said.on != NULL ? base_language_date (language, said.on) : NULL;
  g_autofree char *subtitle
      = said.by != NULL && on != NULL ? g_strdup_printf ("%s, %s", said.by, on) : NULL;
  GtkWidget *row = app_row_new (app_page_tell (page, use->text), subtitle);
  GtkWidget *down = gtk_drop_down_new_from_strings (words);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), said.state);
  gtk_widget_set_valign (down, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  app_page_tell (page, use->text), -1);
  g_object_set_data (G_OBJECT (down), "id", (gpointer)use->id);
  g_signal_connect_object (down, "notify::selected", G_CALLBACK (consent_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), down);
  gtk_list_box_append (self->consents, row);
}

static void
show_consents (AppApplicationPage *self)
{
  app_row_clear (self->consents);
  for (guint i = 0; i < advice_consent_n_uses (); i++)
    add_consent (self, advice_consent_use (i));
}

/* --- the page --------------------------------------------------------------------------------- */

/* The stage this one says it follows; read once, as it does not change while another is open. NULL
 * when there is none, or it cannot be read: its own page says why. */
static Advice *
before_of (AppApplicationPage *self)
{
  AssessmentDocument *document = app_page_get_document (APP_PAGE (self));
  const char *id = assessment_document_get_string (document, "previous");

  if (g_strcmp0 (id, self->before_id) == 0)
    return self->before;
  g_clear_pointer (&self->before, advice_unref);
  g_free (self->before_id);
  self->before_id = g_strdup (id);
  if (id != NULL)
    self->before = app_stages_advise (app_page_get_session (APP_PAGE (self)), id, NULL);
  return self->before;
}

static void
forget_before (AppApplicationPage *self)
{
  g_clear_pointer (&self->before, advice_unref);
  g_clear_pointer (&self->before_id, g_free);
}

static void
app_application_page_update (AppPage *page)
{
  AppApplicationPage *self = APP_APPLICATION_PAGE (page);
  Advice *advice = app_page_get_advice (page);
  g_autoptr (AdviceReadiness) readiness = advice_readiness_new (advice, before_of (self));
  g_autofree char *summary = app_page_say (page, advice_readiness_summary (readiness));

  app_form_show (self->form, page);
  gtk_label_set_label (self->summary, summary);
  app_row_clear (self->findings);
  for (guint i = 0; i < advice_readiness_n_findings (readiness); i++)
    add_finding (self, advice_readiness_finding (readiness, i));
  gtk_widget_set_visible (GTK_WIDGET (self->findings), advice_readiness_n_findings (readiness) > 0);
  show_rooms (self, advice_aid (advice));
  app_call_conditions_show (self->conditions, page);
  app_row_clear (self->declarations);
  for (guint i = 0; i < advice_readiness_n_declarations (readiness); i++)
    add_declaration (self, advice_readiness_declaration (readiness, i));
  show_consents (self);
}

static void
app_application_page_reset (AppPage *page)
{
  AppApplicationPage *self = APP_APPLICATION_PAGE (page);

  forget_before (self);
  app_form_forget (self->form);
  gtk_editable_set_text (GTK_EDITABLE (self->who), "");
}

static void
app_application_page_show_place (AppPage *page, const char *place)
{
  app_form_focus (APP_APPLICATION_PAGE (page)->form, place);
}

static void
app_application_page_dispose (GObject *object)
{
  forget_before (APP_APPLICATION_PAGE (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), APP_TYPE_APPLICATION_PAGE);
  G_OBJECT_CLASS (app_application_page_parent_class)->dispose (object);
}

static void
app_application_page_class_init (AppApplicationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AppPageClass *page_class = APP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_application_page_dispose;
  page_class->update = app_application_page_update;
  page_class->reset = app_application_page_reset;
  page_class->show_place = app_application_page_show_place;

  g_type_ensure (APP_TYPE_CALL_CONDITIONS);
  app_rows_ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-application-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AppApplicationPage, form);
  gtk_widget_class_bind_template_child (widget_class, AppApplicationPage, summary);
  gtk_widget_class_bind_template_child (widget_class, AppApplicationPage, findings);
  gtk_widget_class_bind_template_child (widget_class, AppApplicationPage, rooms);
  gtk_widget_class_bind_template_child (widget_class, AppApplicationPage, conditions);
  gtk_widget_class_bind_template_child (widget_class, AppApplicationPage, declarations);
  gtk_widget_class_bind_template_child (widget_class, AppApplicationPage, consents);
  gtk_widget_class_bind_template_child (widget_class, AppApplicationPage, who);
}

static void
app_application_page_init (AppApplicationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->findings, "row-activated", G_CALLBACK (finding_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->who, "changed", G_CALLBACK (who_cb), self, G_CONNECT_SWAPPED);
}
