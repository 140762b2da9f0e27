/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-evidence-check.h"

#include "advice/advice-evidence.h"
#include "app/app-pages.h"
#include "app/widgets/app-tag.h"

#include <glib/gi18n.h>

/* Findings are the Advice's. */

struct _AppEvidenceCheck
{
  GtkBox parent_instance;

  GtkLabel *coverage;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AppEvidenceCheck, app_evidence_check, GTK_TYPE_BOX)

static void
app_evidence_check_class_init (AppEvidenceCheckClass *klass)
{
}

static void
app_evidence_check_init (AppEvidenceCheck *self)
{
  GtkWidget *title = gtk_label_new (_ ("To check"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->coverage = GTK_LABEL (gtk_label_new (NULL));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (self->coverage, 0);
  gtk_label_set_wrap (self->coverage, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->coverage), "dim-label");
  gtk_widget_add_css_class (title, "title-4");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  title, NULL, -1);
  gtk_box_append (GTK_BOX (self), title);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->coverage));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

static const char *
severity_words (AdviceSeverity severity)
{
  switch (severity)
    {
    case ADVICE_SEVERITY_ERROR:
      return _ ("To be mended");
    case ADVICE_SEVERITY_WARNING:
      return _ ("Look at it");
    case ADVICE_SEVERITY_HINT:
      return _ ("Would help");
    default:
      g_return_val_if_reached ("");
    }
}

static GtkWidget *
new_row (AppPage *page, const AdviceEvidenceFinding *finding)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *tag = gtk_label_new (severity_words (finding->severity));
  g_autofree char *text = app_page_say (page, finding->text);
  g_autofree char *target = finding->path != NULL ? app_pages_target_of_path (finding->path) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_widget_add_css_class (tag, "tag");
  if (finding->severity != ADVICE_SEVERITY_HINT)
    gtk_widget_add_css_class (tag, "open");
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
  if (target != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go");
    }
  return row;
}

void
app_evidence_check_show (AppEvidenceCheck *self, AppPage *page)
{
  g_autoptr (AdviceEvidence) evidence = NULL;
  g_autofree char *coverage = NULL;
  GtkWidget *child;
  guint n;

  g_return_if_fail (APP_IS_EVIDENCE_CHECK (self));

  evidence = advice_evidence_new (app_page_get_advice (page));
  n = advice_evidence_n_findings (evidence);
  coverage = app_page_say (page, advice_evidence_coverage_text (evidence));
  gtk_label_set_label (self->coverage, coverage != NULL ? coverage : "");
  gtk_widget_set_visible (GTK_WIDGET (self->coverage), coverage != NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, new_row (page, advice_evidence_finding (evidence, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          assessment_document_count (app_page_get_document (page), "evidence") > 0
                              || n > 0);
}
