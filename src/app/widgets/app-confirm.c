/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-confirm.h"

#include "app/app-compat.h"
#include "consultation/consultation-stage.h"

#include <glib/gi18n.h>

/* The ticks and levels below show what is suggested; here is how it becomes an answer. */

struct _AppConfirm
{
  AdwBin parent_instance;

  AppPage *page; /* not owned: it holds this */
  char *question;

  /* template */
  GtkOrientable *box;
  GtkLabel *text, *rest;
  GtkButton *confirm;
};

G_DEFINE_FINAL_TYPE (AppConfirm, app_confirm, ADW_TYPE_BIN)

static void
confirm_cb (AppConfirm *self)
{
  AssessmentDocument *document = app_page_get_document (self->page);

  app_page_edit (self->page, consultation_stage_confirm (document, self->question), NULL);
}

static void
app_confirm_dispose (GObject *object)
{
  app_compat_dispose_bin (ADW_BIN (object), APP_TYPE_CONFIRM);
  G_OBJECT_CLASS (app_confirm_parent_class)->dispose (object);
}

static void
app_confirm_finalize (GObject *object)
{
  g_free (APP_CONFIRM (object)->question);
  G_OBJECT_CLASS (app_confirm_parent_class)->finalize (object);
}

static void
app_confirm_class_init (AppConfirmClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_confirm_dispose;
  G_OBJECT_CLASS (klass)->finalize = app_confirm_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-confirm.ui");
  gtk_widget_class_bind_template_child (widget_class, AppConfirm, box);
  gtk_widget_class_bind_template_child (widget_class, AppConfirm, text);
  gtk_widget_class_bind_template_child (widget_class, AppConfirm, rest);
  gtk_widget_class_bind_template_child (widget_class, AppConfirm, confirm);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
}

static void
app_confirm_init (AppConfirm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
app_confirm_show (AppConfirm *self, AppPage *page, const char *question)
{
  AssessmentDocument *document = app_page_get_document (page);
  g_autofree const char **open = consultation_stage_unconfirmed (document);
  const gboolean suggested = g_strv_contains (open, question);
  const guint n = g_strv_length ((char **)open);
  const gboolean is_next = assessment_document_has (document, "previous");
  g_autofree char *rest = NULL;
  const char *text;

  g_return_if_fail (APP_IS_CONFIRM (self));

  self->page = page;
  gtk_widget_set_visible (GTK_WIDGET (self), suggested);
  if (!suggested)
    return;
  if (g_strcmp0 (self->question, question) != 0)
    {
      g_free (self->question);
      self->question = g_strdup (question);
    }
  text = is_next ? _ ("What was true last time is suggested. Is it still true?")
                 : _ ("Your quick scan suggests an answer. Is it true?");
  gtk_label_set_label (self->text, text);
  rest = g_strdup_printf (ngettext ("%u question has a suggestion to confirm",
                                    "%u questions have suggestions to confirm", n),
                          n);
  gtk_label_set_label (self->rest, rest);
}

void
app_confirm_set_narrow (AppConfirm *self, gboolean narrow)
{
  g_return_if_fail (APP_IS_CONFIRM (self));

  gtk_orientable_set_orientation (self->box, narrow ? GTK_ORIENTATION_VERTICAL
                                                    : GTK_ORIENTATION_HORIZONTAL);
}
