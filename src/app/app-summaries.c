/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-summaries.h"

#include "base/base-date.h"
#include "consultation/consultation-summary.h"

/* How many between two looks of the list: it shall fill while one watches, not flicker. */
#define SHOW_EVERY 64

struct _AppSummaries
{
  GObject parent_instance;

  AppLibrary *library;
  AppStore *store;
  GPtrArray *waiting;  /* ids */
  GHashTable *refused; /* ids whose pack is unknown or whose answers do not fit it */
  guint next;          /* of those that wait */
  guint idle, done;
};

G_DEFINE_FINAL_TYPE (AppSummaries, app_summaries, G_TYPE_OBJECT)

static void
compute (AppSummaries *self, const char *id)
{
  g_autoptr (AssessmentDocument) document = app_store_load (self->store, id, NULL);
  g_autofree char *today = base_date_today ();
  SurveyPack *pack
      = document != NULL ? app_library_find_pack (self->library, document, NULL) : NULL;
  g_autoptr (WorkspaceSummary) summary = NULL;

  if (pack != NULL)
    summary
        = consultation_summarize_document (document, pack, app_library_get_rules (self->library),
                                           app_library_get_catalogue (self->library), today);
  if (summary != NULL)
    workspace_store_summary (app_store_get_workspace (self->store), id, document, summary);
  else
    g_hash_table_add (self->refused, g_strdup (id));
}

static gboolean
step_idle (gpointer data)
{
  AppSummaries *self = data;

  if (self->next == self->waiting->len || app_store_get_workspace (self->store) == NULL)
    {
      self->idle = 0;
      if (self->done > 0)
        app_store_refresh (self->store);
      self->done = 0;
      return G_SOURCE_REMOVE;
    }
  compute (self, self->waiting->pdata[self->next++]);
  if (++self->done % SHOW_EVERY == 0)
    app_store_refresh (self->store);
  return G_SOURCE_CONTINUE;
}

static void
app_summaries_dispose (GObject *object)
{
  AppSummaries *self = APP_SUMMARIES (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->library);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (app_summaries_parent_class)->dispose (object);
}

static void
app_summaries_finalize (GObject *object)
{
  AppSummaries *self = APP_SUMMARIES (object);

  g_ptr_array_unref (self->waiting);
  g_hash_table_unref (self->refused);
  G_OBJECT_CLASS (app_summaries_parent_class)->finalize (object);
}

static void
app_summaries_class_init (AppSummariesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = app_summaries_dispose;
  G_OBJECT_CLASS (klass)->finalize = app_summaries_finalize;
}

static void
app_summaries_init (AppSummaries *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_free);
  self->refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

AppSummaries *
app_summaries_new (AppLibrary *library, AppStore *store)
{
  AppSummaries *self = g_object_new (APP_TYPE_SUMMARIES, NULL);

  self->library = g_object_ref (library);
  self->store = g_object_ref (store);
  return self;
}

void
app_summaries_start (AppSummaries *self)
{
  g_autoptr (GPtrArray) ids = NULL;
  Workspace *workspace;

  g_return_if_fail (APP_IS_SUMMARIES (self));

  workspace = app_store_get_workspace (self->store);
  if (self->idle != 0 || workspace == NULL || !app_library_is_ready (self->library))
    return;
  ids = consultation_summary_missing (workspace, NULL);
  g_ptr_array_set_size (self->waiting, 0);
  self->next = 0;
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!g_hash_table_contains (self->refused, ids->pdata[i]))
      g_ptr_array_add (self->waiting, g_strdup (ids->pdata[i]));
  if (self->waiting->len > 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, step_idle, self, NULL);
}
