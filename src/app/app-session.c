/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-session.h"

#include "app/app-history.h"
#include "app/app-store.h"
#include "assessment/assessment-merge.h"
#include "base/base-date.h"
#include "workspace/workspace-error.h"

#include <glib/gi18n.h>

/* The open document with its history and its Advice. */

struct _AppSession
{
  GObject parent_instance;

  AppLibrary *library;
  AppStore *store;
  AppAdviser *adviser;
  AssessmentDocument *document;
  Advice *advice;
  ConsultationFrozen *frozen; /* the document is finished, or NULL */
  AppHistory *history;
  gboolean kept;    /* the document is in the store */
  gboolean waiting; /* it was edited while the store could not take it */
  char *saved_text;
};

G_DEFINE_FINAL_TYPE (AppSession, app_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_SAVED_TEXT,
  N_PROPS
};

enum
{
  CHANGED,
  OPENED,
  REFUSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
notify_history (AppSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

static void
set_saved_text (AppSession *self, char *text)
{
  g_autofree char *taken = text;

  if (g_strcmp0 (taken, self->saved_text) == 0)
    return;
  g_free (self->saved_text);
  self->saved_text = g_steal_pointer (&taken);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED_TEXT]);
}

static void
show_saved (AppSession *self)
{
  const char *failure = app_store_get_failure (self->store);
  const gint64 saved_at = app_store_get_saved_at (self->store);

  if (failure != NULL)
    {
      set_saved_text (self, g_strdup_printf (_ ("Not saved: %s"), failure));
    }
  else if (app_store_is_busy (self->store))
    {
      set_saved_text (self, g_strdup (_ ("Saving…")));
    }
  else if (saved_at != 0)
    {
      g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (saved_at / G_USEC_PER_SEC);
      /* translators: a time of day, 24 hours: "11:42" */
      g_autofree char *time = g_date_time_format (local, _ ("%H:%M"));

      set_saved_text (self, g_strdup_printf (_ ("Saved on this computer, %s"), time));
    }
  else
    {
      set_saved_text (self, g_strdup (_ ("Each answer is saved on this computer")));
    }
}

/* New Advice for the open document; the store keeps both. */
static void
advise (AppSession *self)
{
  g_autofree char *today = base_date_today ();

  g_clear_pointer (&self->advice, advice_unref);
  if (self->document != NULL && self->frozen != NULL)
    self->advice = consultation_frozen_advise (self->frozen, self->document);
  else if (self->document != NULL)
    self->advice = advice_new (self->document, app_session_get_pack (self),
                               app_library_get_rules (self->library),
                               app_library_get_catalogue (self->library), today);
}

/* New Advice for a document that came from elsewhere: lists show what it says. */
static void
advise_kept (AppSession *self)
{
  advise (self);
  if (self->kept && self->store != NULL)
    app_store_summarize (self->store, self->advice);
}

/* A document is kept from its first edit on: whoever only looks leaves nothing behind. An id that
 * is taken (the sample, opened and changed before) is given up for a new one. */
static AssessmentDocument *
create (AppSession *self, AssessmentDocument *document)
{
  g_autoptr (GError) error = NULL;
  AssessmentDocument *created = app_store_create (self->store, document, &error);

  if (g_error_matches (error, WORKSPACE_ERROR, WORKSPACE_ERROR_EXISTS))
    {
      g_autoptr (AssessmentDocument) nameless = assessment_document_without (document, "id");

      created = app_store_create (self->store, nameless, NULL);
    }
  return created;
}

static void
save (AppSession *self, AssessmentDocument *old)
{
  if (self->store == NULL)
    return;
  if (!self->kept)
    {
      AssessmentDocument *created = create (self, self->document);

      self->waiting = created == NULL;
      if (created == NULL)
        return; /* the store says why; see store_cb() */
      self->kept = TRUE;
      old = created;
      assessment_document_unref (self->document);
      self->document = assessment_document_ref (created);
      advise (self);
      app_store_save (self->store, created, self->advice);
      assessment_document_unref (created);
      return;
    }
  app_store_save (self->store, old, self->advice);
}

/* A store that was opened by now takes what was edited before. */
static void
store_cb (AppSession *self)
{
  if (self->waiting && self->document != NULL && !self->kept && app_store_is_open (self->store))
    {
      self->waiting = FALSE;
      save (self, NULL);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  show_saved (self);
}

/* With its own id, whatever an undo goes back to. */
static AssessmentDocument *
with_id (AppSession *self, AssessmentDocument *document)
{
  const char *id = assessment_document_id (self->document);
  AssessmentDocument *named;

  if (!self->kept || g_strcmp0 (id, assessment_document_id (document)) == 0)
    return document;
  named = assessment_document_with_string (document, "id", id, NULL);
  g_return_val_if_fail (named != NULL, document);
  assessment_document_unref (document);
  return named;
}

static void
tell_change (AppSession *self)
{
  notify_history (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_document (AppSession *self, AssessmentDocument *document)
{
  g_autoptr (AssessmentDocument) old = NULL;

  document = with_id (self, document);
  old = self->document;
  self->document = document;
  advise (self);
  save (self, old);
  tell_change (self);
}

/* What another instance changed comes in without being an edit of ours. */
static void
take_foreign (AppSession *self, AssessmentDocument *document)
{
  if (!assessment_document_equal (document, self->document))
    {
      assessment_document_unref (self->document);
      self->document = assessment_document_ref (document);
      advise_kept (self);
      tell_change (self);
    }
}

static void
merged_cb (AppSession *self, const char *id, AssessmentDocument *saved, AssessmentDocument *stored)
{
  g_autoptr (AssessmentDocument) merged = NULL;

  if (self->document == NULL || g_strcmp0 (id, assessment_document_id (self->document)) != 0)
    return;
  merged = assessment_document_merge (saved, self->document, stored, NULL);
  take_foreign (self, merged);
}

static void
foreign_cb (AppSession *self)
{
  g_autoptr (AssessmentDocument) stored = NULL;

  if (self->document == NULL || !self->kept || app_store_is_busy (self->store))
    return;
  stored = app_store_load (self->store, assessment_document_id (self->document), NULL);
  if (stored != NULL)
    take_foreign (self, stored);
}

static void
app_session_dispose (GObject *object)
{
  AppSession *self = APP_SESSION (object);

  g_clear_pointer (&self->advice, advice_unref);
  g_clear_pointer (&self->document, assessment_document_unref);
  g_clear_pointer (&self->frozen, consultation_frozen_free);
  g_clear_object (&self->adviser);
  g_clear_object (&self->store);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (app_session_parent_class)->dispose (object);
}

static void
app_session_finalize (GObject *object)
{
  AppSession *self = APP_SESSION (object);

  app_history_free (self->history);
  g_free (self->saved_text);
  G_OBJECT_CLASS (app_session_parent_class)->finalize (object);
}

static void
app_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AppSession *self = APP_SESSION (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, app_session_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, app_session_can_redo (self));
      break;
    case PROP_SAVED_TEXT:
      g_value_set_string (value, self->saved_text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_session_class_init (AppSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = app_session_dispose;
  object_class->finalize = app_session_finalize;
  object_class->get_property = app_session_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_SAVED_TEXT] = g_param_spec_string ("saved-text", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", APP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", APP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", APP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
app_session_init (AppSession *self)
{
  self->history = app_history_new ();
  self->saved_text = g_strdup ("");
}

/* The catalogue is another one: the open document is advised anew. */
static void
reloaded_cb (AppSession *self)
{
  if (self->document == NULL)
    return;
  advise_kept (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

AppSession *
app_session_new (AppLibrary *library, AppStore *store)
{
  AppSession *self;

  g_return_val_if_fail (APP_IS_LIBRARY (library), NULL);

  self = g_object_new (APP_TYPE_SESSION, NULL);
  self->library = g_object_ref (library);
  g_signal_connect_object (library, "reloaded", G_CALLBACK (reloaded_cb), self, G_CONNECT_SWAPPED);
  if (store != NULL)
    {
      self->store = g_object_ref (store);
      g_signal_connect_object (store, "saved", G_CALLBACK (store_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (store, "merged", G_CALLBACK (merged_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (store, "foreign", G_CALLBACK (foreign_cb), self, G_CONNECT_SWAPPED);
      show_saved (self);
    }
  return self;
}

AppLibrary *
app_session_get_library (AppSession *self)
{
  g_return_val_if_fail (APP_IS_SESSION (self), NULL);
  return self->library;
}

AppStore *
app_session_get_store (AppSession *self)
{
  g_return_val_if_fail (APP_IS_SESSION (self), NULL);
  return self->store;
}

AppAdviser *
app_session_get_adviser (AppSession *self)
{
  g_return_val_if_fail (APP_IS_SESSION (self), NULL);

  if (self->adviser == NULL)
    self->adviser = app_adviser_new (NULL, self->store);
  return self->adviser;
}

/* Pages show more or less. */
static void
adviser_cb (AppSession *self)
{
  if (self->document != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

void
app_session_set_adviser (AppSession *self, AppAdviser *adviser)
{
  g_return_if_fail (APP_IS_SESSION (self));

  if (self->adviser != NULL)
    g_signal_handlers_disconnect_by_data (self->adviser, self);
  g_set_object (&self->adviser, adviser);
  if (adviser != NULL)
    g_signal_connect_object (adviser, "notify::on", G_CALLBACK (adviser_cb), self,
                             G_CONNECT_SWAPPED);
}

BaseLanguage *
app_session_get_language (AppSession *self)
{
  g_return_val_if_fail (APP_IS_SESSION (self), NULL);
  return app_library_get_language (self->library);
}

Catalogue *
app_session_get_catalogue (AppSession *self)
{
  g_return_val_if_fail (APP_IS_SESSION (self), NULL);
  return self->frozen != NULL ? consultation_frozen_catalogue (self->frozen)
                              : app_library_get_catalogue (self->library);
}

AssessmentDocument *
app_session_get_document (AppSession *self)
{
  g_return_val_if_fail (APP_IS_SESSION (self), NULL);
  return self->document;
}

SurveyPack *
app_session_get_pack (AppSession *self)
{
  g_return_val_if_fail (APP_IS_SESSION (self), NULL);

  if (self->document == NULL)
    return NULL;
  if (self->frozen != NULL)
    return consultation_frozen_pack (self->frozen);
  return app_library_get_pack (self->library, assessment_document_pack_id (self->document));
}

Advice *
app_session_get_advice (AppSession *self)
{
  g_return_val_if_fail (APP_IS_SESSION (self), NULL);
  return self->advice;
}

/* FALSE with an error; TRUE and *@frozen NULL when it is not finished. */
static gboolean
load_frozen (AppSession *self,
             AssessmentDocument *document,
             ConsultationFrozen **frozen,
             GError **error)
{
  Workspace *workspace = self->store != NULL ? app_store_get_workspace (self->store) : NULL;
  const char *id = assessment_document_id (document);
  GError *failure = NULL;

  if (workspace == NULL || id == NULL)
    return TRUE;
  *frozen = consultation_frozen_load (workspace, id, app_library_get_own_folder (self->library),
                                      &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

gboolean
app_session_open (AppSession *self, AssessmentDocument *document, gboolean kept, GError **error)
{
  g_autoptr (ConsultationFrozen) frozen = NULL;
  SurveyPack *pack;

  g_return_val_if_fail (APP_IS_SESSION (self), FALSE);
  g_return_val_if_fail (document != NULL, FALSE);

  if (!app_library_ensure (self->library, error)
      || (kept && !load_frozen (self, document, &frozen, error)))
    return FALSE;
  pack = frozen != NULL ? consultation_frozen_pack (frozen)
                        : app_library_find_pack (self->library, document, error);
  if (pack == NULL || (frozen != NULL && !survey_pack_check (pack, document, error)))
    return FALSE;

  app_history_clear (self->history);
  assessment_document_ref (document);
  g_clear_pointer (&self->document, assessment_document_unref);
  self->document = document;
  self->kept = kept;
  self->waiting = FALSE;
  g_clear_pointer (&self->frozen, consultation_frozen_free);
  self->frozen = g_steal_pointer (&frozen);
  advise_kept (self);
  g_signal_emit (self, signals[OPENED], 0);
  tell_change (self);
  return TRUE;
}

void
app_session_close (AppSession *self)
{
  g_return_if_fail (APP_IS_SESSION (self));

  if (self->document == NULL)
    return;
  app_history_clear (self->history);
  g_clear_pointer (&self->document, assessment_document_unref);
  g_clear_pointer (&self->advice, advice_unref);
  g_clear_pointer (&self->frozen, consultation_frozen_free);
  self->kept = FALSE;
  self->waiting = FALSE;
  if (self->store != NULL)
    app_store_refresh (self->store);
  notify_history (self);
  g_signal_emit (self, signals[OPENED], 0);
}

ConsultationFrozen *
app_session_get_frozen (AppSession *self)
{
  g_return_val_if_fail (APP_IS_SESSION (self), NULL);
  return self->frozen;
}

void
app_session_reopen (AppSession *self)
{
  g_autoptr (AssessmentDocument) document = NULL;
  g_autoptr (ConsultationFrozen) frozen = NULL;

  g_return_if_fail (APP_IS_SESSION (self));

  document = app_store_load (self->store, assessment_document_id (self->document), NULL);
  if (document == NULL || !load_frozen (self, document, &frozen, NULL))
    return;
  app_history_clear (self->history);
  g_clear_pointer (&self->frozen, consultation_frozen_free);
  self->frozen = g_steal_pointer (&frozen);
  assessment_document_unref (self->document);
  self->document = g_steal_pointer (&document);
  advise_kept (self);
  tell_change (self);
}

/* What happens after an assessment was finished may still be entered (workspace-freeze.h). */
static AssessmentDocument *
without_what_stays_open (AssessmentDocument *document)
{
  g_autoptr (AssessmentDocument) half = assessment_document_without (document, "portal");

  return assessment_document_without (half, "delivered");
}

static gboolean
may_become (AppSession *self, AssessmentDocument *document)
{
  g_autoptr (AssessmentDocument) before = NULL, after = NULL;

  if (self->frozen == NULL)
    return TRUE;
  before = without_what_stays_open (self->document);
  after = without_what_stays_open (document);
  return assessment_document_equal (before, after);
}

/* The pages show again what stands. */
static void
refuse (AppSession *self)
{
  g_signal_emit (self, signals[REFUSED], 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
app_session_edit (AppSession *self, AssessmentDocument *document, const char *step)
{
  g_return_if_fail (APP_IS_SESSION (self));
  g_return_if_fail (document != NULL);
  g_return_if_fail (self->document != NULL);

  if (assessment_document_equal (document, self->document))
    {
      assessment_document_unref (document);
      return;
    }
  if (!may_become (self, document))
    {
      assessment_document_unref (document);
      refuse (self);
      return;
    }
  app_history_add (self->history, self->document, step);
  take_document (self, document);
}

void
app_session_undo (AppSession *self)
{
  g_return_if_fail (APP_IS_SESSION (self));
  if (app_session_can_undo (self))
    take_document (self, app_history_undo (self->history, self->document));
}

void
app_session_redo (AppSession *self)
{
  g_return_if_fail (APP_IS_SESSION (self));
  if (app_session_can_redo (self))
    take_document (self, app_history_redo (self->history, self->document));
}

void
app_session_seal (AppSession *self)
{
  g_return_if_fail (APP_IS_SESSION (self));
  app_history_clear (self->history);
  tell_change (self);
}

gboolean
app_session_can_undo (AppSession *self)
{
  g_return_val_if_fail (APP_IS_SESSION (self), FALSE);
  return self->document != NULL && app_history_can_undo (self->history);
}

gboolean
app_session_can_redo (AppSession *self)
{
  g_return_val_if_fail (APP_IS_SESSION (self), FALSE);
  return self->document != NULL && app_history_can_redo (self->history);
}

gboolean
app_session_is_waiting (AppSession *self)
{
  g_return_val_if_fail (APP_IS_SESSION (self), FALSE);
  return self->waiting && self->document != NULL;
}

const char *
app_session_get_saved_text (AppSession *self)
{
  g_return_val_if_fail (APP_IS_SESSION (self), NULL);
  return self->saved_text;
}

char *
app_session_say (AppSession *self, const BaseText *text)
{
  g_return_val_if_fail (APP_IS_SESSION (self), NULL);
  return text != NULL ? base_language_format (app_session_get_language (self), text) : NULL;
}

const char *
app_session_tell (AppSession *self, const char *msgid)
{
  g_return_val_if_fail (APP_IS_SESSION (self), NULL);
  return msgid != NULL ? base_language_gettext (app_session_get_language (self), msgid) : NULL;
}
