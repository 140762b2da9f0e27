/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace-query-private.h"

#include "workspace/workspace-fold.h"

#include <stdlib.h>
#include <string.h>

/* Choosing and ordering among the companies in memory: one pass, no allocation a row. */

/* --- which ------------------------------------------------------------------------------------ */

typedef struct
{
  const WorkspaceQuery *query;
  const char *today;
  char **words; /* each with the space before it */
} Choice;

/* " tex" for each word of the text. */
static char **
fold_words (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const char *begin;

  workspace_fold_append (folded, text);
  begin = folded->str;
  while (*begin != '\0')
    {
      const char *end = strchrnul (begin + 1, ' ');

      g_ptr_array_add (words, g_strndup (begin, (gsize)(end - begin)));
      begin = end;
    }
  g_ptr_array_add (words, NULL);
  return (char **)g_ptr_array_steal (words, NULL);
}

static gboolean
has_words (const WorkspaceCompany *company, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (company->search == NULL || strstr (company->search, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
has_sector (const WorkspaceCompany *company, const char *sector)
{
  return g_strv_contains (company->sectors, sector);
}

static gboolean
has_region (const WorkspaceCompany *company, const char *prefix)
{
  return company->region != NULL && g_str_has_prefix (company->region, prefix);
}

static gboolean
has_any (const WorkspaceCompany *company,
         const char *const *ids,
         gboolean (*has) (const WorkspaceCompany *, const char *))
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (has (company, ids[i]))
      return TRUE;
  return FALSE;
}

static gboolean
matches_text (const WorkspaceCompany *company, const Choice *choice)
{
  return has_words (company, choice->words)
         || has_any (company, choice->query->text_sectors, has_sector)
         || has_any (company, choice->query->text_regions, has_region);
}

static gboolean
is_or_any (const char *found, const char *wanted)
{
  return wanted == NULL || g_strcmp0 (found, wanted) == 0;
}

static gboolean
matches_company (const WorkspaceCompany *company, const Choice *choice)
{
  const WorkspaceQuery *query = choice->query;

  return company->deleted == query->deleted
         && (query->archived == WORKSPACE_ARCHIVED_TOO
             || company->archived == (query->archived == WORKSPACE_ARCHIVED_ONLY))
         && is_or_any (company->id, query->company) && is_or_any (company->country, query->country)
         && (query->sector == NULL || has_sector (company, query->sector))
         && (query->region == NULL || has_region (company, query->region))
         && (query->tag == NULL || g_strv_contains (company->tags, query->tag));
}

static gboolean
matches_latest (const WorkspaceCompany *company, const Choice *choice)
{
  static const WorkspaceStage none = { 0 };
  const WorkspaceQuery *query = choice->query;
  const WorkspaceStage *latest = company->latest < 0 ? &none : &company->stages[company->latest];

  return is_or_any (latest->stage, query->stage) && is_or_any (latest->band, query->band)
         && is_or_any (latest->size, query->size)
         && (!query->has_next_step || latest->next_step != NULL);
}

static gboolean
matches_days (const WorkspaceCompany *company, const Choice *choice)
{
  const WorkspaceQuery *query = choice->query;

  return is_or_any (company->due_stage, query->due_stage)
         && (query->due_by == NULL
             || (company->due_stage != NULL
                 && (company->due_on == NULL || strcmp (company->due_on, query->due_by) <= 0)))
         && (!query->retention_due
             || (company->retain_until != NULL
                 && strcmp (company->retain_until, choice->today) < 0));
}

static gboolean
is_chosen (const WorkspaceCompany *company, const Choice *choice)
{
  return matches_company (company, choice) && matches_latest (company, choice)
         && matches_days (company, choice) && matches_text (company, choice);
}

/* --- in which order --------------------------------------------------------------------------- */

/* The name's words come first in what is searched, and an own pass would fold each name again. */
int
workspace_query_compare_names (const WorkspaceCompany *a, const WorkspaceCompany *b)
{
  int order = g_strcmp0 (a->search, b->search);

  return order != 0 ? order : strcmp (a->id, b->id);
}

#define UNKNOWN (-1)

static gint64
latest_number (const WorkspaceCompany *company, gsize offset)
{
  return company->latest < 0 ? UNKNOWN
                             : G_STRUCT_MEMBER (int, &company->stages[company->latest], offset);
}

/* "2026-11-20" is 20261120. */
static gint64
day_number (const char *day)
{
  gint64 number = 0;

  for (const char *p = day; p != NULL && *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      number = number * 10 + (*p - '0');
  return day == NULL ? UNKNOWN : number;
}

static gint64
number_of (const WorkspaceCompany *company, WorkspaceSort sort)
{
  switch (sort)
    {
    case WORKSPACE_SORT_CHANGED:
      return company->changed_at;
    case WORKSPACE_SORT_SCORE:
      return latest_number (company, G_STRUCT_OFFSET (WorkspaceStage, overall));
    case WORKSPACE_SORT_COMPLETENESS:
      return latest_number (company, G_STRUCT_OFFSET (WorkspaceStage, completeness));
    case WORKSPACE_SORT_MEETING:
      return day_number (company->next_meeting);
    case WORKSPACE_SORT_DUE:
      return day_number (company->due_on);
    case WORKSPACE_SORT_NAME:
    default:
      return 0;
    }
}

/* What is compared stands beside its company, so that sorting does not jump through memory; the
 * place it had keeps equal ones in the order of their names. */
typedef struct
{
  gint64 key;
  guint place;
  WorkspaceCompany *company;
} Sortable;

static int
compare (const void *left, const void *right)
{
  const Sortable *a = left, *b = right;

  if (a->key != b->key)
    return a->key < b->key ? -1 : 1;
  return a->place < b->place ? -1 : 1;
}

static void
swap (Sortable *a, Sortable *b)
{
  const Sortable kept = *a;

  *a = *b;
  *b = kept;
}

/* Brings the first @wanted to the front, in any order: a page needs no more of the others. Hoare's
 * selection; the middle one as pivot, because lists are often in order already. */
static void
select_first (Sortable *sortables, guint n, guint wanted)
{
  guint low = 0, high = n;

  while (high - low > 1 && wanted > low && wanted < high)
    {
      guint next = low;

      swap (&sortables[low + (high - low) / 2], &sortables[high - 1]);
      for (guint i = low; i + 1 < high; i++)
        if (compare (&sortables[i], &sortables[high - 1]) < 0)
          swap (&sortables[i], &sortables[next++]);
      swap (&sortables[next], &sortables[high - 1]);
      if (wanted <= next)
        high = next;
      else
        low = next + 1;
    }
}

/* @wanted: so many of the first must be in order. */
static void
sort (GPtrArray *chosen, WorkspaceSort by, gboolean descending, guint wanted)
{
  g_autofree Sortable *sortables = g_new (Sortable, chosen->len + 1);

  for (guint i = 0; i < chosen->len; i++)
    {
      gint64 number = number_of (chosen->pdata[i], by);

      sortables[i].key = number == UNKNOWN ? G_MAXINT64 : descending ? -number : number;
      sortables[i].place = i;
      sortables[i].company = chosen->pdata[i];
    }
  select_first (sortables, chosen->len, wanted);
  qsort (sortables, MIN (wanted, chosen->len), sizeof *sortables, compare);
  for (guint i = 0; i < chosen->len; i++)
    chosen->pdata[i] = sortables[i].company;
}

static void
reverse (GPtrArray *array)
{
  for (guint i = 0; i < array->len / 2; i++)
    {
      gpointer kept = array->pdata[i];

      array->pdata[i] = array->pdata[array->len - 1 - i];
      array->pdata[array->len - 1 - i] = kept;
    }
}

static void
order (GPtrArray *chosen, const WorkspaceQuery *query, guint wanted)
{
  if (query->sort != WORKSPACE_SORT_NAME)
    sort (chosen, query->sort, query->descending != (query->sort == WORKSPACE_SORT_CHANGED),
          wanted);
  else if (query->descending)
    reverse (chosen);
}

/* --- both ------------------------------------------------------------------------------------- */

static void
unref_company (void *company)
{
  workspace_company_unref (company);
}

GPtrArray *
workspace_query_run (const WorkspaceQuery *query,
                     const GPtrArray *companies,
                     const char *today,
                     guint *n_found)
{
  g_auto (GStrv) words = fold_words (query->text);
  const Choice choice = { .query = query, .today = today, .words = words };
  g_autoptr (GPtrArray) chosen = g_ptr_array_sized_new (companies->len);
  GPtrArray *page = g_ptr_array_new_with_free_func (unref_company);
  guint end;

  for (guint i = 0; i < companies->len; i++)
    if (is_chosen (companies->pdata[i], &choice))
      g_ptr_array_add (chosen, companies->pdata[i]);
  end = query->limit == 0 || query->limit > chosen->len - MIN (query->offset, chosen->len)
            ? chosen->len
            : query->offset + query->limit;
  order (chosen, query, end);
  if (n_found != NULL)
    *n_found = chosen->len;
  for (guint i = query->offset; i < end; i++)
    g_ptr_array_add (page, workspace_company_ref (chosen->pdata[i]));
  return page;
}
