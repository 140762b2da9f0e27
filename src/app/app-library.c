/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-library.h"

#include "base/base-data.h"
#include "base/base-date.h"
#include "catalogue/catalogue-own-past.h"

#include <glib/gi18n.h>

/* The data of the window, read once in a thread: nothing below app/ has globals, so that is safe.
 */

typedef struct
{
  SurveyPack *full, *scan;
  AdviceRules *rules;
  Catalogue *catalogue;
  GError *own_error;
} LibraryData;

struct _AppLibrary
{
  GObject parent_instance;

  LibraryData *data;
  BaseLanguage *language;
  char *own_folder;
  CatalogueOwnPast *past, *changing; /* of the last change, and of the one under way; or NULL */
  GError *error;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (AppLibrary, app_library, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_READY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint reloaded_signal;

static void
library_data_free (LibraryData *data)
{
  g_clear_pointer (&data->full, survey_pack_unref);
  g_clear_pointer (&data->scan, survey_pack_unref);
  g_clear_pointer (&data->rules, advice_rules_unref);
  g_clear_pointer (&data->catalogue, catalogue_unref);
  g_clear_error (&data->own_error);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibraryData, library_data_free)

static Catalogue *
load_catalogue (const char *own_folder, GError **error)
{
  g_autofree char *bundled = base_data_dir (error);

  if (bundled == NULL)
    return NULL;
  return catalogue_new ((const char *const[]){ bundled, own_folder, NULL }, error);
}

/* Without the user's own records when they cannot be read. */
static gboolean
library_data_load_catalogue (LibraryData *data, const char *own_folder, GError **error)
{
  data->catalogue = load_catalogue (own_folder, &data->own_error);
  if (data->catalogue == NULL)
    data->catalogue = catalogue_new_bundled (error);
  return data->catalogue != NULL;
}

static LibraryData *
library_data_load (const char *own_folder, GError **error)
{
  g_autoptr (LibraryData) data = g_new0 (LibraryData, 1);

  if ((data->full = survey_pack_load_bundled ("dma-sme", error)) == NULL
      || (data->scan = survey_pack_load_bundled ("quick-scan", error)) == NULL
      || (data->rules = advice_rules_load_bundled (error)) == NULL
      || !library_data_load_catalogue (data, own_folder, error))
    return NULL;
  return g_steal_pointer (&data);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  LibraryData *data = library_data_load (task_data, &error);

  if (data != NULL)
    g_task_return_pointer (task, data, (GDestroyNotify)library_data_free);
  else
    g_task_return_error (task, error);
}

/* Keeps the first result: app_library_ensure() may have been quicker than the thread. */
static void
take_result (AppLibrary *self, LibraryData *data, GError *error)
{
  if (self->data != NULL)
    {
      g_clear_pointer (&data, library_data_free);
      g_clear_error (&error);
      return;
    }
  self->data = data;
  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
load_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  AppLibrary *self = APP_LIBRARY (object);
  GError *error = NULL;
  LibraryData *data = g_task_propagate_pointer (G_TASK (result), &error);

  self->loading = FALSE;
  take_result (self, data, error);
}

/* The first language the user wants that we have: LANGUAGE and LC_MESSAGES, as GLib reads them. */
static BaseLanguage *
find_language (void)
{
  const char *const *names = g_get_language_names_with_category ("LC_MESSAGES");
  BaseLanguage *language = NULL;

  for (guint i = 0; names[i] != NULL && language == NULL; i++)
    {
      g_autofree char *tag = g_strdelimit (g_strdup (names[i]), "_", '-');

      if (strchr (tag, '.') == NULL && strchr (tag, '@') == NULL && !g_str_equal (tag, "C"))
        language = base_language_new (tag, NULL);
    }
  return language != NULL ? language : base_language_new ("en", NULL);
}

static void
app_library_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AppLibrary *self = APP_LIBRARY (object);

  switch (id)
    {
    case PROP_READY:
      g_value_set_boolean (value, self->data != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_library_finalize (GObject *object)
{
  AppLibrary *self = APP_LIBRARY (object);

  g_clear_pointer (&self->data, library_data_free);
  g_clear_pointer (&self->language, base_language_unref);
  g_clear_error (&self->error);
  g_free (self->own_folder);
  g_clear_pointer (&self->past, catalogue_own_past_free);
  g_clear_pointer (&self->changing, catalogue_own_past_free);
  G_OBJECT_CLASS (app_library_parent_class)->finalize (object);
}

static void
app_library_class_init (AppLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = app_library_get_property;
  object_class->finalize = app_library_finalize;

  /* TRUE once everything is read; notified too when reading failed, see app_library_get_error(). */
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  reloaded_signal = g_signal_new ("reloaded", APP_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
app_library_init (AppLibrary *self)
{
  self->own_folder = g_build_filename (g_get_user_data_dir (), "waymark", "own", NULL);
}

AppLibrary *
app_library_new (void)
{
  return g_object_new (APP_TYPE_LIBRARY, NULL);
}

void
app_library_load (AppLibrary *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (APP_IS_LIBRARY (self));

  if (self->loading || self->data != NULL || self->error != NULL)
    return;
  self->loading = TRUE;
  task = g_task_new (self, NULL, load_cb, NULL);
  g_task_set_source_tag (task, app_library_load);
  g_task_set_task_data (task, g_strdup (self->own_folder), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

gboolean
app_library_ensure (AppLibrary *self, GError **error)
{
  g_return_val_if_fail (APP_IS_LIBRARY (self), FALSE);

  if (self->data == NULL && self->error == NULL)
    {
      GError *local_error = NULL;
      LibraryData *data = library_data_load (self->own_folder, &local_error);

      take_result (self, data, local_error);
    }
  if (self->data == NULL && error != NULL)
    *error = g_error_copy (self->error);
  return self->data != NULL;
}

gboolean
app_library_is_ready (AppLibrary *self)
{
  g_return_val_if_fail (APP_IS_LIBRARY (self), FALSE);
  return self->data != NULL;
}

const GError *
app_library_get_error (AppLibrary *self)
{
  g_return_val_if_fail (APP_IS_LIBRARY (self), NULL);
  return self->error;
}

SurveyPack *
app_library_get_pack (AppLibrary *self, const char *id)
{
  g_return_val_if_fail (APP_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (self->data == NULL)
    return NULL;
  if (g_str_equal (id, survey_pack_id (self->data->full)))
    return self->data->full;
  return g_str_equal (id, survey_pack_id (self->data->scan)) ? self->data->scan : NULL;
}

SurveyPack *
app_library_find_pack (AppLibrary *self, const AssessmentDocument *document, GError **error)
{
  const char *id = assessment_document_pack_id (document);
  SurveyPack *pack = app_library_get_pack (self, id);

  if (pack != NULL)
    return survey_pack_check (pack, document, error) ? pack : NULL;
  g_set_error (error, SURVEY_ERROR, SURVEY_ERROR_PACK,
               _ ("This assessment uses the questionnaire “%s”, which is not installed"), id);
  return NULL;
}

Advice *
app_library_advise (AppLibrary *self, AssessmentDocument *document, GError **error)
{
  SurveyPack *pack = app_library_find_pack (self, document, error);
  g_autofree char *today = base_date_today ();

  return pack != NULL ? advice_new (document, pack, self->data->rules, self->data->catalogue, today)
                      : NULL;
}

AdviceRules *
app_library_get_rules (AppLibrary *self)
{
  g_return_val_if_fail (APP_IS_LIBRARY (self), NULL);
  return self->data != NULL ? self->data->rules : NULL;
}

Catalogue *
app_library_get_catalogue (AppLibrary *self)
{
  g_return_val_if_fail (APP_IS_LIBRARY (self), NULL);
  return self->data != NULL ? self->data->catalogue : NULL;
}

const char *
app_library_get_own_folder (AppLibrary *self)
{
  g_return_val_if_fail (APP_IS_LIBRARY (self), NULL);
  return self->own_folder;
}

const GError *
app_library_get_own_error (AppLibrary *self)
{
  g_return_val_if_fail (APP_IS_LIBRARY (self), NULL);
  return self->data != NULL ? self->data->own_error : NULL;
}

gboolean
app_library_reload (AppLibrary *self, GError **error)
{
  Catalogue *catalogue;

  g_return_val_if_fail (APP_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (self->data != NULL, FALSE);

  catalogue = load_catalogue (self->own_folder, error);
  if (catalogue == NULL)
    return FALSE;
  catalogue_unref (self->data->catalogue);
  self->data->catalogue = catalogue;
  g_clear_error (&self->data->own_error);
  g_signal_emit (self, reloaded_signal, 0);
  return TRUE;
}

gboolean
app_library_begin_change (AppLibrary *self, GError **error)
{
  g_return_val_if_fail (APP_IS_LIBRARY (self), FALSE);

  g_clear_pointer (&self->changing, catalogue_own_past_free);
  self->changing = catalogue_own_past_new (self->own_folder, error);
  return self->changing != NULL;
}

gboolean
app_library_end_change (AppLibrary *self, gboolean done, GError **error)
{
  g_return_val_if_fail (APP_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (self->changing != NULL, FALSE);

  if (!done || !catalogue_own_past_close (self->changing, error))
    {
      g_clear_pointer (&self->changing, catalogue_own_past_free);
      return FALSE;
    }
  g_clear_pointer (&self->past, catalogue_own_past_free);
  self->past = g_steal_pointer (&self->changing);
  return app_library_reload (self, error);
}

gboolean
app_library_can_undo_change (AppLibrary *self)
{
  g_return_val_if_fail (APP_IS_LIBRARY (self), FALSE);
  return self->past != NULL;
}

gboolean
app_library_undo_change (AppLibrary *self, GError **error)
{
  g_return_val_if_fail (APP_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (self->past != NULL, FALSE);

  return catalogue_own_past_restore (self->past, error) && app_library_reload (self, error);
}

BaseLanguage *
app_library_get_language (AppLibrary *self)
{
  g_return_val_if_fail (APP_IS_LIBRARY (self), NULL);

  if (self->language == NULL)
    self->language = find_language ();
  return self->language;
}
