/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-import-list.h"

#include "app/widgets/app-difference-row.h"
#include "app/widgets/app-row.h"

#include <glib/gi18n.h>

/* One row an assessment, which opens to its differences; one row for what is kept of the company.
 */

struct _AppImportList
{
  GtkBox parent_instance;

  AppSession *session; /* borrowed, as the import */
  ExchangeImport *import;
};

G_DEFINE_FINAL_TYPE (AppImportList, app_import_list, GTK_TYPE_BOX)

static guint chosen_signal;

static void
app_import_list_class_init (AppImportListClass *klass)
{
  chosen_signal = g_signal_new ("chosen", APP_TYPE_IMPORT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
app_import_list_init (AppImportList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
}

/* --- words ------------------------------------------------------------------------------------ */

static char *
item_title (AppImportList *self, const ExchangeImportItem *item)
{
  g_autofree char *date
      = item->date != NULL
            ? base_language_date (app_session_get_language (self->session), item->date)
            : g_strdup (_ ("no date"));

  return g_strdup_printf ("%s · %s", item->stage != NULL ? item->stage : "–", date);
}

/* "2 contradict, 12 new" */
static char *
count_words (const ExchangeImportItem *item)
{
  const guint n_new = item->differences->len - item->n_conflicts;
  g_autofree char *conflicts = g_strdup_printf (
      ngettext ("%u contradiction", "%u contradictions", item->n_conflicts), item->n_conflicts);
  g_autofree char *additions
      = g_strdup_printf (ngettext ("%u addition", "%u additions", n_new), n_new);

  if (item->n_conflicts == 0)
    return g_steal_pointer (&additions);
  return n_new == 0 ? g_steal_pointer (&conflicts)
                    : g_strdup_printf (_ ("%s, %s"), conflicts, additions);
}

static char *
item_subtitle (const ExchangeImportItem *item)
{
  g_autofree char *counts = NULL;

  if (item->state == EXCHANGE_IMPORT_NEW)
    return g_strdup (_ ("New: not on this computer yet"));
  if (item->state == EXCHANGE_IMPORT_SAME)
    return g_strdup (_ ("The same as here"));
  counts = count_words (item);
  if (item->hidden)
    return item->differences->len > 0 ? g_strdup_printf (_ ("Deleted here; comes back. %s"), counts)
                                      : g_strdup (_ ("Deleted here; comes back"));
  return item->frozen ? g_strdup_printf (_ ("Finished here, stays as it is. %s"), counts)
                      : g_steal_pointer (&counts);
}

/* What the sender left out, in words. */
static char *
left_out_words (const ExchangeManifest *manifest)
{
  static const struct
  {
    const char *id, *title;
  } names[] = {
    { "evidence", N_ ("evidence files") }, { "notes", N_ ("notes") },
    { "names", N_ ("names of people") },   { "contacts", N_ ("contacts and meetings") },
    { "results", N_ ("results") },         { "stages", N_ ("other assessments") },
  };
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (manifest->left_out != NULL
        && g_strv_contains ((const char *const *)manifest->left_out, names[i].id))
      g_ptr_array_add (words, (gpointer)gettext (names[i].title));
  g_ptr_array_add (words, NULL);
  return words->len > 1 ? g_strjoinv (", ", (char **)words->pdata) : NULL;
}

static char *
package_words (AppImportList *self, const ExchangeManifest *manifest)
{
  BaseLanguage *language = app_session_get_language (self->session);
  g_autofree char *day = g_strndup (manifest->created, 10);
  g_autofree char *date = base_language_date (language, day);
  g_autofree char *left_out = left_out_words (manifest);
  g_autofree char *files = manifest->counts.evidence == 0
                               ? g_strdup (_ ("no evidence files"))
                               : g_strdup_printf (ngettext ("%u evidence file", "%u evidence files",
                                                            manifest->counts.evidence),
                                                  manifest->counts.evidence);
  g_autofree char *what
      = g_strdup_printf (_ ("Written on %s. It was read to its end and is whole: %s."),
                         date != NULL ? date : manifest->created, files);

  return left_out != NULL ? g_strdup_printf (_ ("%s The sender left out: %s."), what, left_out)
                          : g_steal_pointer (&what);
}

/* --- rows ------------------------------------------------------------------------------------- */

static guint
number_of (gpointer object, const char *key)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, key));
}

static void
taken_cb (AppImportList *self, GtkCheckButton *tick)
{
  exchange_import_take (self->import, number_of (tick, "item"), gtk_check_button_get_active (tick));
  g_signal_emit (self, chosen_signal, 0);
}

static void
difference_cb (AppImportList *self, gboolean taken, AppDifferenceRow *row)
{
  exchange_import_take_difference (self->import, number_of (row, "item"),
                                   number_of (row, "difference"), taken);
  g_signal_emit (self, chosen_signal, 0);
}

static void
company_cb (AppImportList *self, GtkCheckButton *tick)
{
  exchange_import_take_company (self->import, gtk_check_button_get_active (tick));
  g_signal_emit (self, chosen_signal, 0);
}

/* Its name is that of the row that activates it. */
static GtkWidget *
new_tick (AppImportList *self, gboolean active, GCallback callback)
{
  GtkWidget *tick = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), active);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  g_signal_connect_object (tick, "toggled", callback, self, G_CONNECT_SWAPPED);
  return tick;
}

/* The questionnaire of both copies, for the words of questions. */
static const SurveyPack *
pack_of (AppImportList *self, guint item)
{
  g_autoptr (AssessmentDocument) outcome = exchange_import_outcome (self->import, item);

  return app_library_get_pack (app_session_get_library (self->session),
                               assessment_document_pack_id (outcome));
}

static void
add_differences (AppImportList *self,
                 AdwExpanderRow *expander,
                 guint item,
                 AssessmentDifferenceKind kind)
{
  const GPtrArray *differences = exchange_import_item (self->import, item)->differences;
  const SurveyPack *pack = pack_of (self, item);

  for (guint i = 0; i < differences->len; i++)
    {
      const AssessmentDifference *difference = differences->pdata[i];
      GtkWidget *row;

      if (difference->kind != kind)
        continue;
      row = app_difference_row_new (self->session, pack, difference,
                                    exchange_import_may_take (self->import, item, i));
      g_object_set_data (G_OBJECT (row), "item", GUINT_TO_POINTER (item));
      g_object_set_data (G_OBJECT (row), "difference", GUINT_TO_POINTER (i));
      g_signal_connect_object (row, "chosen", G_CALLBACK (difference_cb), self, G_CONNECT_SWAPPED);
      adw_expander_row_add_row (expander, row);
    }
}

/* Contradictions first, and open: they are what somebody has to look at. */
static GtkWidget *
new_expander (AppImportList *self, guint index, const char *title, const char *subtitle)
{
  const ExchangeImportItem *item = exchange_import_item (self->import, index);
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *tick = new_tick (self, item->taken, G_CALLBACK (taken_cb));

  g_object_set_data (G_OBJECT (tick), "item", GUINT_TO_POINTER (index));
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), tick);
  add_differences (self, ADW_EXPANDER_ROW (row), index, ASSESSMENT_CONFLICT);
  add_differences (self, ADW_EXPANDER_ROW (row), index, ASSESSMENT_ADDITION);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), item->n_conflicts > 0);
  return row;
}

static GtkWidget *
new_item (AppImportList *self, guint index)
{
  const ExchangeImportItem *item = exchange_import_item (self->import, index);
  g_autofree char *title = item_title (self, item);
  g_autofree char *subtitle = item_subtitle (item);
  GtkWidget *row, *tick;

  if (item->differences->len > 0)
    return new_expander (self, index, title, subtitle);
  row = app_row_new (title, subtitle);
  if (item->state == EXCHANGE_IMPORT_SAME)
    return row;
  tick = new_tick (self, item->taken, G_CALLBACK (taken_cb));
  g_object_set_data (G_OBJECT (tick), "item", GUINT_TO_POINTER (index));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), tick);
  return row;
}

/* NULL: there is nothing to say of the company. */
static GtkWidget *
new_company (AppImportList *self)
{
  guint n_other = 0;
  const ExchangeCompany *company = exchange_import_company (self->import, &n_other);
  g_autofree char *counts = NULL, *subtitle = NULL;
  const char *title = _ ("What is kept of the company");
  GtkWidget *row, *tick;

  if (company == NULL || (exchange_company_is_empty (company) && n_other == 0))
    return NULL;
  counts = g_strdup_printf (_ ("New: contacts %u, meetings %u, notes %u, tags %u"),
                            company->contacts->len, company->meetings->len, company->notes->len,
                            g_strv_length (company->tags));
  subtitle = n_other > 0 ? g_strdup_printf (_ ("%s. What says something else here stays: %u"),
                                            counts, n_other)
                         : g_steal_pointer (&counts);
  row = app_row_new (title, subtitle);
  tick = new_tick (self, TRUE, G_CALLBACK (company_cb));
  gtk_widget_set_sensitive (tick, !exchange_company_is_empty (company));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), tick);
  return row;
}

/* --- the whole -------------------------------------------------------------------------------- */

static AdwPreferencesGroup *
add_group (AppImportList *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *below = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), below);
  gtk_box_append (GTK_BOX (self), group);
  return ADW_PREFERENCES_GROUP (group);
}

void
app_import_list_show (AppImportList *self,
                      AppSession *session,
                      ExchangeImport *import,
                      const ExchangePackage *package)
{
  g_autofree char *about = NULL;
  AdwPreferencesGroup *group;
  const ExchangeImportItem *first;
  GtkWidget *company;
  gboolean differs = FALSE;

  g_return_if_fail (APP_IS_IMPORT_LIST (self) && import != NULL);
  g_return_if_fail (exchange_import_n_items (import) > 0);

  self->session = session;
  self->import = import;
  /* Rows say questions in words. */
  app_library_ensure (app_session_get_library (session), NULL);
  about = package != NULL ? package_words (self, exchange_package_manifest (package)) : NULL;
  first = exchange_import_item (import, 0);
  group
      = add_group (self, first->company_name != NULL ? first->company_name : _ ("Company"), about);
  for (guint i = 0; i < exchange_import_n_items (import); i++)
    {
      adw_preferences_group_add (group, new_item (self, i));
      differs |= exchange_import_item (import, i)->state != EXCHANGE_IMPORT_SAME;
    }
  company = new_company (self);
  if (company != NULL)
    adw_preferences_group_add (group, company);
  if (!differs && !exchange_import_has_changes (import))
    add_group (self, _ ("There is nothing to take in"),
               _ ("All that the file holds is on this computer already."));
}
