/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-terms-row.h"

#include <glib/gi18n.h>

/* A check row for each term. */

struct _AppTermsRow
{
  AdwExpanderRow parent_instance;

  AppSession *session; /* borrowed while the window stands */
  GPtrArray *terms;    /* CatalogueTerm, borrowed from the catalogue */
  GPtrArray *checks;   /* GtkCheckButton, borrowed from their rows */
};

G_DEFINE_FINAL_TYPE (AppTermsRow, app_terms_row, ADW_TYPE_EXPANDER_ROW)

static void
app_terms_row_finalize (GObject *object)
{
  AppTermsRow *self = APP_TERMS_ROW (object);

  g_ptr_array_unref (self->terms);
  g_ptr_array_unref (self->checks);
  G_OBJECT_CLASS (app_terms_row_parent_class)->finalize (object);
}

static void
app_terms_row_class_init (AppTermsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_terms_row_finalize;
}

static void
app_terms_row_init (AppTermsRow *self)
{
  self->terms = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

static void
show_ticked (AppTermsRow *self)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *words = NULL;

  for (guint i = 0; i < self->terms->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (labels,
                       (gpointer)app_session_tell (
                           self->session, ((const CatalogueTerm *)self->terms->pdata[i])->label));
  g_ptr_array_add (labels, NULL);
  words = g_strjoinv (", ", (char **)labels->pdata);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), *words != '\0' ? words : _ ("None"));
}

static void
add_term (AppTermsRow *self, const CatalogueTerm *term)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 app_session_tell (self->session, term->label));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (show_ticked), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->terms, (gpointer)term);
  g_ptr_array_add (self->checks, check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

void
app_terms_row_offer (AppTermsRow *self,
                     AppSession *session,
                     const Catalogue *catalogue,
                     CatalogueTermKind kind)
{
  g_return_if_fail (APP_IS_TERMS_ROW (self));
  g_return_if_fail (self->terms->len == 0);

  self->session = session;
  for (guint i = 0; i < catalogue_n_terms (catalogue, kind); i++)
    add_term (self, catalogue_term (catalogue, kind, i));
  show_ticked (self);
}

void
app_terms_row_tick (AppTermsRow *self, const char *id)
{
  g_return_if_fail (APP_IS_TERMS_ROW (self));

  for (guint i = 0; i < self->terms->len; i++)
    if (g_str_equal (((const CatalogueTerm *)self->terms->pdata[i])->id, id))
      gtk_check_button_set_active (self->checks->pdata[i], TRUE);
}

GPtrArray *
app_terms_row_get_ticked (AppTermsRow *self)
{
  GPtrArray *ids = g_ptr_array_new ();

  g_return_val_if_fail (APP_IS_TERMS_ROW (self), ids);

  for (guint i = 0; i < self->terms->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (ids, (gpointer)((const CatalogueTerm *)self->terms->pdata[i])->id);
  g_ptr_array_add (ids, NULL);
  return ids;
}
