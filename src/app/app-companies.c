/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-companies.h"

#include "app/app-choice.h"
#include "app/app-company.h"
#include "app/app-store.h"
#include "base/base-date.h"
#include "workspace/workspace-companies.h"

/* The question that stands, and the store's answer to it. */

/* More than a window shows; as much as is scrolled in one go. */
#define FIRST_PAGE 50
#define PAGE 200

struct _AppCompanies
{
  GObject parent_instance;

  AppSession *session; /* borrowed: whoever shows the list keeps it */
  GPtrArray *found;    /* WorkspaceCompany: the first page, or all */
  guint n_found;
  guint idle;

  /* whatever is asked for; read anew when the workspace changed */
  guint total;
  WorkspaceCompany *latest;
  gboolean stale;

  char *text;
  char *filters[APP_COMPANIES_N_FILTERS];
  WorkspaceArchived archived;
  gboolean open_step;
  WorkspaceSort sort;
  gboolean descending;

  /* AppChoice of all sectors and regions: words that the store does not know */
  GListModel *sectors;
  GListStore *regions;
};

static void app_companies_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AppCompanies,
                               app_companies,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      app_companies_list_model_init))

enum
{
  LISTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- the list model --------------------------------------------------------------------------- */

static GType
get_item_type (GListModel *model)
{
  return APP_TYPE_COMPANY;
}

static guint
get_n_items (GListModel *model)
{
  return APP_COMPANIES (model)->n_found;
}

static void complete (AppCompanies *self);

static gpointer
get_item (GListModel *model, guint position)
{
  AppCompanies *self = APP_COMPANIES (model);

  if (position >= self->found->len && position < self->n_found)
    complete (self);
  return position < self->found->len ? app_company_new (g_ptr_array_index (self->found, position))
                                     : NULL;
}

static void
app_companies_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* --- words that the store does not know ------------------------------------------------------- */

static void
ensure_words (AppCompanies *self)
{
  Catalogue *catalogue = app_session_get_catalogue (self->session);

  if (self->sectors != NULL || catalogue == NULL)
    return;
  self->sectors = app_choices_new (self->session, "sector");
  self->regions = g_list_store_new (APP_TYPE_CHOICE);
  for (guint i = 0; i < catalogue_n_regions (catalogue); i++)
    {
      const CatalogueRegion *region = catalogue_region (catalogue, i);
      g_autoptr (AppChoice) choice = app_choice_new (
          region->code, region->native != NULL ? region->native : region->name, region->name, NULL);

      g_list_store_append (self->regions, choice);
    }
}

/* Ids of the choices that begin with what was typed, as a new strv. */
static char **
ids_of (GListModel *choices, const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, NULL, NULL);

  for (guint i = 0; choices != NULL && i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (AppChoice) choice = g_list_model_get_item (choices, i);

      if (app_choice_matches_words (choice, (const char *const *)words))
        g_strv_builder_add (builder, app_choice_get_id (choice));
    }
  return g_strv_builder_end (builder);
}

/* --- asking ----------------------------------------------------------------------------------- */

static const char *
focus_of (AppCompanies *self)
{
  return app_adviser_get_focus (app_session_get_adviser (self->session));
}

static GPtrArray *
ask (AppCompanies *self, Workspace *workspace, guint limit, guint *n_found, GError **error)
{
  g_autofree char *today = base_date_today ();
  g_auto (GStrv) sectors = NULL, regions = NULL;
  WorkspaceQuery query = {
    .text = self->text,
    .company = focus_of (self),
    .stage = self->filters[APP_COMPANIES_STAGE],
    .sector = self->filters[APP_COMPANIES_SECTOR],
    .region = self->filters[APP_COMPANIES_REGION],
    .band = self->filters[APP_COMPANIES_BAND],
    .tag = self->filters[APP_COMPANIES_TAG],
    .due_stage = self->filters[APP_COMPANIES_DUE],
    .due_by = self->filters[APP_COMPANIES_DUE] != NULL ? today : NULL,
    .has_next_step = self->open_step,
    .archived = self->archived,
    .sort = self->sort,
    .descending = self->descending,
    .limit = limit,
    .today = today,
  };

  if (query.company != NULL)
    query.archived = WORKSPACE_ARCHIVED_TOO;
  if (self->text != NULL)
    {
      ensure_words (self);
      sectors = ids_of (self->sectors, self->text);
      regions = ids_of (G_LIST_MODEL (self->regions), self->text);
      query.text_sectors = (const char *const *)sectors;
      query.text_regions = (const char *const *)regions;
    }
  return workspace_list_companies (workspace, &query, n_found, error);
}

/* How many there are, and the one at which somebody worked last. */
static void
look_around (AppCompanies *self, Workspace *workspace)
{
  const WorkspaceQuery query
      = { .company = focus_of (self), .sort = WORKSPACE_SORT_CHANGED, .limit = 1 };
  g_autoptr (GPtrArray) one = workspace_list_companies (workspace, &query, &self->total, NULL);

  g_clear_pointer (&self->latest, workspace_company_unref);
  if (one == NULL)
    self->total = 0;
  else if (one->len > 0)
    self->latest = workspace_company_ref (one->pdata[0]);
  self->stale = FALSE;
}

/* The store can answer at once. */
static gboolean
can_ask (AppCompanies *self)
{
  return app_store_is_listed (app_session_get_store (self->session))
         || (app_companies_is_all (self) && self->sort == WORKSPACE_SORT_NAME && !self->descending
             && focus_of (self) == NULL);
}

static GPtrArray *
new_array (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)workspace_company_unref);
}

/* What lies behind the first page. Rows that are shown keep what they show: the question is the
 * same, and a change of the workspace is told by itself. */
static void
complete (AppCompanies *self)
{
  Workspace *workspace = app_store_get_workspace (app_session_get_store (self->session));
  g_autoptr (GPtrArray) all = workspace != NULL ? ask (self, workspace, 0, NULL, NULL) : NULL;

  if (all == NULL)
    return;
  g_ptr_array_unref (self->found);
  self->found = g_steal_pointer (&all);
}

/* Companies are immutable and shared with the store: the same pointer is the same row. What lies
 * behind the first page is not compared. */
static void
tell_change (AppCompanies *self, const GPtrArray *old, guint n_old)
{
  const guint least = MIN (old->len, self->found->len);
  const gboolean whole = old->len == n_old && self->found->len == self->n_found;
  guint first = 0, last = 0;

  while (first < least && old->pdata[first] == self->found->pdata[first])
    first++;
  while (whole && last < least - first
         && old->pdata[old->len - 1 - last] == self->found->pdata[self->found->len - 1 - last])
    last++;
  if (first + last < MAX (n_old, self->n_found))
    g_list_model_items_changed (G_LIST_MODEL (self), first, n_old - first - last,
                                self->n_found - first - last);
}

/* @anew: the words of the rows are others now, even where the companies are the same. */
static void
list (AppCompanies *self, gboolean anew)
{
  AppStore *store = app_session_get_store (self->session);
  Workspace *workspace = app_store_get_workspace (store);
  const gboolean listed = app_store_is_listed (store);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) old = self->found;
  const guint n_old = self->n_found;
  guint n_found = 0;

  self->found = workspace != NULL
                    ? ask (self, workspace, listed ? PAGE : FIRST_PAGE, &n_found, &error)
                    : new_array ();
  if (self->found == NULL)
    {
      g_message ("%s", error->message);
      self->found = new_array ();
    }
  self->n_found = listed && self->found->len > 0 ? n_found : self->found->len;
  if (!listed)
    self->total = n_found;
  else if (self->stale && workspace != NULL)
    look_around (self, workspace);
  if (anew)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, self->n_found);
  else
    tell_change (self, old, n_old);
  g_signal_emit (self, signals[LISTED], 0);
}

void
app_companies_list_now (AppCompanies *self)
{
  g_return_if_fail (APP_IS_COMPANIES (self));
  g_clear_handle_id (&self->idle, g_source_remove);
  self->stale = TRUE;
  list (self, TRUE);
}

/* Else the store's "listed" comes. */
static gboolean
list_idle (gpointer data)
{
  AppCompanies *self = data;

  self->idle = 0;
  if (can_ask (self))
    list (self, FALSE);
  return G_SOURCE_REMOVE;
}

/* Before the next frame, however much changes until then. */
static void
queue (AppCompanies *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, list_idle, self, NULL);
}

static void
changed_cb (AppCompanies *self)
{
  self->stale = TRUE;
  queue (self);
}

static void
app_companies_dispose (GObject *object)
{
  AppCompanies *self = APP_COMPANIES (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->latest, workspace_company_unref);
  g_clear_object (&self->sectors);
  g_clear_object (&self->regions);
  G_OBJECT_CLASS (app_companies_parent_class)->dispose (object);
}

static void
app_companies_finalize (GObject *object)
{
  AppCompanies *self = APP_COMPANIES (object);

  g_ptr_array_unref (self->found);
  g_free (self->text);
  for (guint i = 0; i < APP_COMPANIES_N_FILTERS; i++)
    g_free (self->filters[i]);
  G_OBJECT_CLASS (app_companies_parent_class)->finalize (object);
}

static void
app_companies_class_init (AppCompaniesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = app_companies_dispose;
  object_class->finalize = app_companies_finalize;
  signals[LISTED] = g_signal_new ("listed", APP_TYPE_COMPANIES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
app_companies_init (AppCompanies *self)
{
  self->found = new_array ();
}

AppCompanies *
app_companies_new (AppSession *session)
{
  AppCompanies *self = g_object_new (APP_TYPE_COMPANIES, NULL);
  AppStore *store = app_session_get_store (session);

  g_return_val_if_fail (store != NULL, self);

  self->session = session;
  g_signal_connect_object (store, "listed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (app_session_get_adviser (session), "notify::focus",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return self;
}

/* --- the question ----------------------------------------------------------------------------- */

void
app_companies_set_text (AppCompanies *self, const char *text)
{
  g_return_if_fail (APP_IS_COMPANIES (self));
  if (app_choice_take (&self->text, text))
    queue (self);
}

void
app_companies_set_filter (AppCompanies *self, AppCompaniesFilter filter, const char *id)
{
  g_return_if_fail (APP_IS_COMPANIES (self));
  g_return_if_fail (filter < APP_COMPANIES_N_FILTERS);
  if (app_choice_take (&self->filters[filter], id))
    queue (self);
}

const char *
app_companies_get_filter (AppCompanies *self, AppCompaniesFilter filter)
{
  g_return_val_if_fail (APP_IS_COMPANIES (self), NULL);
  g_return_val_if_fail (filter < APP_COMPANIES_N_FILTERS, NULL);
  return self->filters[filter];
}

void
app_companies_set_archived (AppCompanies *self, WorkspaceArchived archived)
{
  g_return_if_fail (APP_IS_COMPANIES (self));
  self->archived = archived;
  queue (self);
}

WorkspaceArchived
app_companies_get_archived (AppCompanies *self)
{
  g_return_val_if_fail (APP_IS_COMPANIES (self), WORKSPACE_ARCHIVED_NO);
  return self->archived;
}

void
app_companies_set_open_step (AppCompanies *self, gboolean open_step)
{
  g_return_if_fail (APP_IS_COMPANIES (self));
  self->open_step = open_step;
  queue (self);
}

gboolean
app_companies_get_open_step (AppCompanies *self)
{
  g_return_val_if_fail (APP_IS_COMPANIES (self), FALSE);
  return self->open_step;
}

gboolean
app_companies_is_all (AppCompanies *self)
{
  g_return_val_if_fail (APP_IS_COMPANIES (self), TRUE);

  for (guint i = 0; i < APP_COMPANIES_N_FILTERS; i++)
    if (self->filters[i] != NULL)
      return FALSE;
  return self->text == NULL && !self->open_step && self->archived == WORKSPACE_ARCHIVED_NO;
}

void
app_companies_clear (AppCompanies *self)
{
  g_return_if_fail (APP_IS_COMPANIES (self));

  for (guint i = 0; i < APP_COMPANIES_N_FILTERS; i++)
    g_clear_pointer (&self->filters[i], g_free);
  g_clear_pointer (&self->text, g_free);
  self->open_step = FALSE;
  self->archived = WORKSPACE_ARCHIVED_NO;
  queue (self);
}

void
app_companies_set_sort (AppCompanies *self, WorkspaceSort sort, gboolean descending)
{
  g_return_if_fail (APP_IS_COMPANIES (self));
  self->sort = sort;
  self->descending = descending;
  queue (self);
}

WorkspaceSort
app_companies_get_sort (AppCompanies *self)
{
  g_return_val_if_fail (APP_IS_COMPANIES (self), WORKSPACE_SORT_NAME);
  return self->sort;
}

gboolean
app_companies_get_descending (AppCompanies *self)
{
  g_return_val_if_fail (APP_IS_COMPANIES (self), FALSE);
  return self->descending;
}

guint
app_companies_get_total (AppCompanies *self)
{
  g_return_val_if_fail (APP_IS_COMPANIES (self), 0);
  return self->total;
}

const WorkspaceCompany *
app_companies_get_latest (AppCompanies *self)
{
  g_return_val_if_fail (APP_IS_COMPANIES (self), NULL);
  return self->latest;
}
