/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-records.h"

#include "app/app-choice.h"

/* The question that stands, and the catalogue's answer to it: it takes a few milliseconds. */

struct _AppRecords
{
  GObject parent_instance;

  AppSession *session;  /* borrowed */
  Catalogue *catalogue; /* that was asked */
  GPtrArray *found;     /* AppRecord */
  char *words;
  guint kinds;
  gboolean own;
  char *filters[APP_RECORDS_N_FILTERS];
};

static void app_records_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AppRecords,
                               app_records,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      app_records_list_model_init))

static GType
get_item_type (GListModel *model)
{
  return APP_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return APP_RECORDS (model)->found->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  AppRecords *self = APP_RECORDS (model);

  return position < self->found->len ? g_object_ref (self->found->pdata[position]) : NULL;
}

static void
app_records_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
app_records_finalize (GObject *object)
{
  AppRecords *self = APP_RECORDS (object);

  g_ptr_array_unref (self->found);
  g_clear_pointer (&self->catalogue, catalogue_unref);
  g_free (self->words);
  for (guint i = 0; i < APP_RECORDS_N_FILTERS; i++)
    g_free (self->filters[i]);
  G_OBJECT_CLASS (app_records_parent_class)->finalize (object);
}

static void
app_records_class_init (AppRecordsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_records_finalize;
}

static void
app_records_init (AppRecords *self)
{
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
}

/* --- asking ----------------------------------------------------------------------------------- */

typedef struct
{
  AppRecord *record;
  char *title;
} Named;

static int
compare_named (gconstpointer a, gconstpointer b, gpointer language)
{
  return base_language_collate (language, ((const Named *)a)->title, ((const Named *)b)->title);
}

/* Without words the order is that of the names, in the window's language. */
static void
sort_by_name (AppRecords *self)
{
  g_autoptr (GArray) named = g_array_sized_new (FALSE, FALSE, sizeof (Named), self->found->len);

  for (guint i = 0; i < self->found->len; i++)
    {
      const Named one
          = { self->found->pdata[i], app_record_title (self->found->pdata[i], self->session) };

      g_array_append_val (named, one);
    }
  g_array_sort_with_data (named, compare_named, app_session_get_language (self->session));
  for (guint i = 0; i < named->len; i++)
    {
      const Named *one = &g_array_index (named, Named, i);

      self->found->pdata[i] = one->record;
      g_free (one->title);
    }
}

static void
ask (AppRecords *self)
{
  const CatalogueQuery query = { .words = self->words,
                                 .language = app_session_get_language (self->session),
                                 .kinds = self->kinds,
                                 .own = self->own,
                                 .country = self->filters[APP_RECORDS_COUNTRY],
                                 .region = self->filters[APP_RECORDS_REGION],
                                 .sector = self->filters[APP_RECORDS_SECTOR],
                                 .technology = self->filters[APP_RECORDS_TECHNOLOGY],
                                 .service = self->filters[APP_RECORDS_SERVICE] };
  g_autoptr (GArray) found = catalogue_query_run (self->catalogue, &query);
  const guint n_old = self->found->len;

  g_ptr_array_set_size (self->found, 0);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (self->found,
                     app_record_new (self->catalogue, &g_array_index (found, CatalogueFound, i)));
  if (self->words == NULL)
    sort_by_name (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, self->found->len);
}

AppRecords *
app_records_new (AppSession *session)
{
  AppRecords *self = g_object_new (APP_TYPE_RECORDS, NULL);

  self->session = session;
  app_records_reload (self);
  return self;
}

void
app_records_reload (AppRecords *self)
{
  g_return_if_fail (APP_IS_RECORDS (self));

  g_clear_pointer (&self->catalogue, catalogue_unref);
  self->catalogue
      = catalogue_ref (app_library_get_catalogue (app_session_get_library (self->session)));
  ask (self);
}

void
app_records_set_words (AppRecords *self, const char *words)
{
  g_autofree char *stripped = words != NULL ? g_strstrip (g_strdup (words)) : NULL;

  g_return_if_fail (APP_IS_RECORDS (self));
  if (app_choice_take (&self->words, stripped))
    ask (self);
}

void
app_records_set_kinds (AppRecords *self, guint kinds, gboolean own)
{
  g_return_if_fail (APP_IS_RECORDS (self));

  if (self->kinds == kinds && self->own == own)
    return;
  self->kinds = kinds;
  self->own = own;
  ask (self);
}

void
app_records_set_filter (AppRecords *self, AppRecordsFilter filter, const char *id)
{
  g_return_if_fail (APP_IS_RECORDS (self));
  g_return_if_fail (filter < APP_RECORDS_N_FILTERS);

  if (!app_choice_take (&self->filters[filter], id))
    return;
  if (filter == APP_RECORDS_COUNTRY)
    g_clear_pointer (&self->filters[APP_RECORDS_REGION], g_free);
  ask (self);
}

const char *
app_records_get_filter (AppRecords *self, AppRecordsFilter filter)
{
  g_return_val_if_fail (APP_IS_RECORDS (self), NULL);
  g_return_val_if_fail (filter < APP_RECORDS_N_FILTERS, NULL);
  return self->filters[filter];
}

guint
app_records_n_filters (AppRecords *self)
{
  guint n = 0;

  g_return_val_if_fail (APP_IS_RECORDS (self), 0);

  for (guint i = 0; i < APP_RECORDS_N_FILTERS; i++)
    n += self->filters[i] != NULL;
  return n;
}

void
app_records_clear (AppRecords *self)
{
  g_return_if_fail (APP_IS_RECORDS (self));

  for (guint i = 0; i < APP_RECORDS_N_FILTERS; i++)
    g_clear_pointer (&self->filters[i], g_free);
  g_clear_pointer (&self->words, g_free);
  self->kinds = 0;
  self->own = FALSE;
  ask (self);
}

guint
app_records_find (AppRecords *self, CatalogueRecordKind kind, const char *id)
{
  g_return_val_if_fail (APP_IS_RECORDS (self), G_MAXUINT);

  for (guint i = 0; i < self->found->len; i++)
    if (app_record_get (self->found->pdata[i])->kind == kind
        && g_str_equal (app_record_get_id (self->found->pdata[i]), id))
      return i;
  return G_MAXUINT;
}

/* --- choices ---------------------------------------------------------------------------------- */

static void
collect_tags (GHashTable *ids, const CatalogueHubTag *tags, guint n)
{
  for (guint i = 0; i < n; i++)
    g_hash_table_add (ids, (gpointer)tags[i].id);
}

static void
collect_place (AppRecords *self,
               AppRecordsFilter filter,
               const char *country,
               const char *region,
               GHashTable *ids)
{
  const char *chosen = self->filters[APP_RECORDS_COUNTRY];

  if (filter == APP_RECORDS_COUNTRY)
    g_hash_table_add (ids, (gpointer)country);
  else if (filter == APP_RECORDS_REGION && region != NULL && g_strcmp0 (country, chosen) == 0)
    g_hash_table_add (ids, (gpointer)region);
}

static void
collect_hub (AppRecords *self, AppRecordsFilter filter, const CatalogueHub *hub, GHashTable *ids)
{
  collect_place (self, filter, hub->country, hub->nuts2, ids);
  if (filter == APP_RECORDS_SECTOR)
    collect_tags (ids, hub->sectors, hub->n_sectors);
  else if (filter == APP_RECORDS_TECHNOLOGY)
    collect_tags (ids, hub->technologies, hub->n_technologies);
  else if (filter == APP_RECORDS_SERVICE)
    collect_tags (ids, hub->services, hub->n_services);
}

static void
collect_cluster (AppRecords *self,
                 AppRecordsFilter filter,
                 const CatalogueCluster *cluster,
                 GHashTable *ids)
{
  collect_place (self, filter, cluster->country, cluster->nuts2, ids);
  if (filter == APP_RECORDS_SECTOR)
    collect_tags (ids, cluster->sectors, cluster->n_sectors);
  else if (filter == APP_RECORDS_TECHNOLOGY)
    collect_tags (ids, cluster->technologies, cluster->n_technologies);
}

static char *
title_of (gpointer self, guint filter, const char *id)
{
  static const char *const kinds[] = {
    [APP_RECORDS_COUNTRY] = "country", [APP_RECORDS_REGION] = "place",
    [APP_RECORDS_SECTOR] = "sector",   [APP_RECORDS_TECHNOLOGY] = "technology",
    [APP_RECORDS_SERVICE] = "service",
  };

  return app_choices_title (APP_RECORDS (self)->session, kinds[filter], id);
}

GListModel *
app_records_choices (AppRecords *self, AppRecordsFilter filter, const char *any)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (APP_IS_RECORDS (self), NULL);

  for (guint i = 0; i < catalogue_n_hubs (self->catalogue); i++)
    collect_hub (self, filter, catalogue_hub (self->catalogue, i), ids);
  for (guint i = 0; i < catalogue_n_clusters (self->catalogue); i++)
    collect_cluster (self, filter, catalogue_cluster (self->catalogue, i), ids);
  return app_choice_list_ids (ids, title_of, self, filter, app_session_get_language (self->session),
                              any);
}
