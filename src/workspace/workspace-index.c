/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace-index.h"

#include "base/base-date.h"
#include "workspace/workspace-company-private.h"
#include "workspace/workspace-query-private.h"

#include <string.h>

/* Four queries in the order of the companies' ids run side by side, so that each row is read once
 * and nothing is looked up. */

struct _WorkspaceIndex
{
  WorkspaceHub hub;
  char *today;
  GPtrArray *companies; /* by name */
  GHashTable *by_id;    /* id of the company → itself */
};

/* --- reading ---------------------------------------------------------------------------------- */

#define COMPANY_SQL(which)                                                                         \
  "SELECT id, name, legal_name, city, region, country, sectors, staff, search, archived_at,"       \
  "       retain_until, deleted_at, created_at, changed_at"                                        \
  "  FROM companies " which " ORDER BY id"
#define STAGE_SQL(which)                                                                           \
  "SELECT a.company_id, a.id, a.stage, a.date, a.pack_id, a.revision, a.changed_at, a.deleted_at," \
  "       a.frozen_at, a.amends, s.revision, s.overall, s.band, s.completeness, s.next_step,"      \
  "       s.size, s.d1, s.d2, s.d3, s.d4, s.d5, s.d6, s.d7, s.d8"                                  \
  "  FROM assessments AS a LEFT JOIN summaries AS s ON s.assessment_id = a.id " which              \
  " ORDER BY a.company_id, a.stage, a.date, a.pack_id, a.revision, a.changed_at"
#define TAG_SQL(which) "SELECT company_id, tag FROM tags " which " ORDER BY company_id, tag"
#define MEETING_SQL(which)                                                                         \
  "SELECT company_id, held_on, about FROM meetings " which " ORDER BY company_id, held_on, "       \
  "held_at"

/* The queries for all, and for one. */
static const char *const sql[4][2] = {
  { COMPANY_SQL (""), COMPANY_SQL ("WHERE id = :id") },
  { STAGE_SQL (""), STAGE_SQL ("WHERE a.company_id = :id") },
  { TAG_SQL (""), TAG_SQL ("WHERE company_id = :id") },
  { MEETING_SQL (""), MEETING_SQL ("WHERE company_id = :id") },
};

enum
{
  COMPANY_ID,
  COMPANY_NAME,
  COMPANY_LEGAL_NAME,
  COMPANY_CITY,
  COMPANY_REGION,
  COMPANY_COUNTRY,
  COMPANY_SECTORS,
  COMPANY_STAFF,
  COMPANY_SEARCH,
  COMPANY_ARCHIVED_AT,
  COMPANY_RETAIN_UNTIL,
  COMPANY_DELETED_AT,
  COMPANY_CREATED_AT,
  COMPANY_CHANGED_AT,
};

enum
{
  STAGE_COMPANY,
  STAGE_ID,
  STAGE_STAGE,
  STAGE_DATE,
  STAGE_PACK,
  STAGE_REVISION,
  STAGE_CHANGED_AT,
  STAGE_DELETED_AT,
  STAGE_FROZEN_AT,
  STAGE_AMENDS,
  STAGE_SUMMARY_REVISION,
  STAGE_OVERALL,
  STAGE_BAND,
  STAGE_COMPLETENESS,
  STAGE_NEXT_STEP,
  STAGE_SIZE,
  STAGE_D1,
};

/* One query whose first column is the company; `id` is that of the row at hand, NULL at the end. */
typedef struct
{
  sqlite3_stmt *row;
  const char *id;
} Cursor;

enum
{
  COMPANIES,
  STAGES,
  TAGS,
  MEETINGS,
  N_CURSORS,
};

typedef struct
{
  const WorkspaceIndex *index;
  Cursor cursors[N_CURSORS];
  int result; /* the first problem */
  WorkspaceCompanyBuilder *builder;
} Reader;

static void
advance (Reader *reader, Cursor *cursor)
{
  int result = sqlite3_step (cursor->row);

  cursor->id = result == SQLITE_ROW ? (const char *)sqlite3_column_text (cursor->row, 0) : NULL;
  if (result != SQLITE_ROW && result != SQLITE_DONE && reader->result == SQLITE_OK)
    reader->result = result;
}

static void
begin (Reader *reader, sqlite3 *db, const char *company_id)
{
  for (guint i = 0; i < N_CURSORS && reader->result == SQLITE_OK; i++)
    {
      Cursor *cursor = &reader->cursors[i];

      reader->result = sqlite3_prepare_v2 (db, sql[i][company_id != NULL], -1, &cursor->row, NULL);
      if (reader->result == SQLITE_OK && company_id != NULL)
        reader->result = sqlite3_bind_text (cursor->row, 1, company_id, -1, SQLITE_STATIC);
      if (reader->result == SQLITE_OK)
        advance (reader, cursor);
    }
}

static void
end (Reader *reader)
{
  for (guint i = 0; i < N_CURSORS; i++)
    sqlite3_finalize (reader->cursors[i].row);
  workspace_company_builder_free (reader->builder);
}

/* TRUE while the cursor stands at a row of @company_id; rows of companies before it are skipped. */
static gboolean
is_at (Reader *reader, Cursor *cursor, const char *company_id)
{
  while (cursor->id != NULL && strcmp (cursor->id, company_id) < 0)
    advance (reader, cursor);
  return cursor->id != NULL && strcmp (cursor->id, company_id) == 0;
}

/* --- columns ---------------------------------------------------------------------------------- */

static const char *
text (const Reader *reader, const Cursor *cursor, int column)
{
  return workspace_company_builder_text (reader->builder,
                                         (const char *)sqlite3_column_text (cursor->row, column));
}

static gboolean
is_null (const Cursor *cursor, int column)
{
  return sqlite3_column_type (cursor->row, column) == SQLITE_NULL;
}

static int
number (const Cursor *cursor, int column)
{
  return is_null (cursor, column) ? -1 : sqlite3_column_int (cursor->row, column);
}

static void
read_company (Reader *reader, WorkspaceCompany *company)
{
  const Cursor *cursor = &reader->cursors[COMPANIES];

  company->id = text (reader, cursor, COMPANY_ID);
  company->name = text (reader, cursor, COMPANY_NAME);
  company->legal_name = text (reader, cursor, COMPANY_LEGAL_NAME);
  company->city = text (reader, cursor, COMPANY_CITY);
  company->region = text (reader, cursor, COMPANY_REGION);
  company->country = text (reader, cursor, COMPANY_COUNTRY);
  company->search = text (reader, cursor, COMPANY_SEARCH);
  company->retain_until = text (reader, cursor, COMPANY_RETAIN_UNTIL);
  if (!is_null (cursor, COMPANY_STAFF))
    company->staff = sqlite3_column_double (cursor->row, COMPANY_STAFF);
  company->archived = !is_null (cursor, COMPANY_ARCHIVED_AT);
  company->deleted = !is_null (cursor, COMPANY_DELETED_AT);
  company->created_at = sqlite3_column_int64 (cursor->row, COMPANY_CREATED_AT);
  company->changed_at
      = MAX (company->created_at, sqlite3_column_int64 (cursor->row, COMPANY_CHANGED_AT));
}

static void
read_summary (const Reader *reader, const Cursor *cursor, WorkspaceStage *stage)
{
  stage->overall = number (cursor, STAGE_OVERALL);
  stage->completeness = number (cursor, STAGE_COMPLETENESS);
  stage->band = text (reader, cursor, STAGE_BAND);
  stage->next_step = text (reader, cursor, STAGE_NEXT_STEP);
  stage->size = text (reader, cursor, STAGE_SIZE);
  for (int i = 0; i < WORKSPACE_MAX_DIMENSIONS; i++)
    stage->dimensions[i] = number (cursor, STAGE_D1 + i);
  stage->summary_is_current = !is_null (cursor, STAGE_SUMMARY_REVISION)
                              && (stage->frozen
                                  || sqlite3_column_int64 (cursor->row, STAGE_SUMMARY_REVISION)
                                         == sqlite3_column_int64 (cursor->row, STAGE_REVISION));
}

static void
read_stage (Reader *reader, const Cursor *cursor)
{
  WorkspaceStage stage = { 0 };

  stage.id = text (reader, cursor, STAGE_ID);
  stage.stage = text (reader, cursor, STAGE_STAGE);
  stage.date = text (reader, cursor, STAGE_DATE);
  stage.pack_id = text (reader, cursor, STAGE_PACK);
  stage.amends = text (reader, cursor, STAGE_AMENDS);
  stage.changed_at = sqlite3_column_int64 (cursor->row, STAGE_CHANGED_AT);
  stage.frozen = !is_null (cursor, STAGE_FROZEN_AT);
  read_summary (reader, cursor, &stage);
  g_array_append_val (reader->builder->stages, stage);
}

/* --- what follows from the rows --------------------------------------------------------------- */

static const char *
peek (const Reader *reader, const char *kept)
{
  return workspace_company_builder_peek (reader->builder, kept);
}

static WorkspaceStage *
stage_at (const Reader *reader, guint i)
{
  return &g_array_index (reader->builder->stages, WorkspaceStage, i);
}

static void
mark_superseded (const Reader *reader)
{
  for (guint i = 0; i < reader->builder->stages->len; i++)
    for (guint k = 0; stage_at (reader, i)->amends != NULL && k < reader->builder->stages->len; k++)
      if (g_strcmp0 (peek (reader, stage_at (reader, k)->id),
                     peek (reader, stage_at (reader, i)->amends))
          == 0)
        stage_at (reader, k)->superseded = TRUE;
}

/* Days such as "2026-11" cannot be counted from; no document of ours has them. */
static char *
add_months (const char *date, guint months)
{
  return months == 0 || !base_date_is_valid (date) ? NULL
                                                   : base_date_add_months (date, (int)months);
}

/* The last one by stage, and the last finished one before it for the day. */
static void
set_due (Reader *reader, WorkspaceCompany *company)
{
  static const char *const names[] = { "T0", "T1", "T2" };
  const WorkspaceStage *latest
      = company->latest < 0 ? NULL : stage_at (reader, (guint)company->latest);
  int last = latest == NULL ? -1 : workspace_stage_number (peek (reader, latest->stage));
  int due = latest == NULL || workspace_stage_is_done (latest) ? last + 1 : MAX (last, 0);
  g_autofree char *day = NULL;

  if (due >= (int)G_N_ELEMENTS (names))
    return;
  for (guint i = reader->builder->stages->len; due > 0 && day == NULL && i > 0; i--)
    if (workspace_stage_number (peek (reader, stage_at (reader, i - 1)->stage)) == due - 1
        && !stage_at (reader, i - 1)->superseded)
      day = add_months (peek (reader, stage_at (reader, i - 1)->date),
                        reader->index->hub.interval_months[due - 1]);
  company->due_stage = workspace_company_builder_text (reader->builder, names[due]);
  company->due_on = workspace_company_builder_text (reader->builder, day);
}

static void
set_retention (Reader *reader, WorkspaceCompany *company)
{
  g_autofree char *until = NULL;
  const char *last = NULL;

  if (company->retain_until != NULL || reader->index->hub.retention_months == 0)
    return;
  for (guint i = 0; i < reader->builder->stages->len; i++)
    {
      const char *date = peek (reader, stage_at (reader, i)->date);

      if (date != NULL && (last == NULL || strcmp (date, last) > 0))
        last = date;
    }
  until = add_months (last, reader->index->hub.retention_months);
  company->retain_until = workspace_company_builder_text (reader->builder, until);
  company->retain_by_setting = until != NULL;
}

static void
set_latest (Reader *reader, WorkspaceCompany *company)
{
  for (guint i = 0; i < reader->builder->stages->len; i++)
    {
      const WorkspaceStage *stage = stage_at (reader, i);

      company->changed_at = MAX (company->changed_at, stage->changed_at);
      if (!stage->superseded)
        company->latest = (int)i;
    }
}

/* --- one company after the other -------------------------------------------------------------- */

static gboolean
read_stages (Reader *reader, const char *id)
{
  Cursor *cursor = &reader->cursors[STAGES];
  guint hidden = 0;

  for (; is_at (reader, cursor, id); advance (reader, cursor))
    if (is_null (cursor, STAGE_DELETED_AT))
      read_stage (reader, cursor);
    else
      hidden++;
  return reader->builder->stages->len > 0 || hidden == 0;
}

static void
read_tags (Reader *reader, const char *id)
{
  Cursor *cursor = &reader->cursors[TAGS];

  for (; is_at (reader, cursor, id); advance (reader, cursor))
    g_ptr_array_add (reader->builder->tags, (gpointer)text (reader, cursor, 1));
}

static void
read_meetings (Reader *reader, WorkspaceCompany *company, const char *id)
{
  Cursor *cursor = &reader->cursors[MEETINGS];

  for (; is_at (reader, cursor, id); advance (reader, cursor))
    {
      const char *day = (const char *)sqlite3_column_text (cursor->row, 1);

      if (g_strcmp0 (day, reader->index->today) <= 0)
        {
          company->last_meeting = text (reader, cursor, 1);
          company->last_about = text (reader, cursor, 2);
        }
      else if (company->next_meeting == NULL)
        {
          company->next_meeting = text (reader, cursor, 1);
          company->next_about = text (reader, cursor, 2);
        }
    }
}

/* NULL for a company all of whose assessments are hidden. */
static WorkspaceCompany *
read_one (Reader *reader)
{
  Cursor *cursor = &reader->cursors[COMPANIES];
  WorkspaceCompany *company = &reader->builder->company;
  gboolean listed;

  workspace_company_builder_begin (reader->builder);
  read_company (reader, company);
  listed = read_stages (reader, cursor->id);
  read_tags (reader, cursor->id);
  read_meetings (reader, company, cursor->id);
  if (!listed)
    return NULL;
  mark_superseded (reader);
  set_latest (reader, company);
  set_due (reader, company);
  set_retention (reader, company);
  return workspace_company_builder_finish (
      reader->builder, (const char *)sqlite3_column_text (cursor->row, COMPANY_SECTORS));
}

static int
read_all (const WorkspaceIndex *index, sqlite3 *db, const char *company_id, GPtrArray *companies)
{
  Reader reader = { .index = index, .builder = workspace_company_builder_new () };

  begin (&reader, db, company_id);
  while (reader.result == SQLITE_OK && reader.cursors[COMPANIES].id != NULL)
    {
      WorkspaceCompany *company = read_one (&reader);

      if (company != NULL)
        g_ptr_array_add (companies, company);
      advance (&reader, &reader.cursors[COMPANIES]);
    }
  end (&reader);
  return reader.result;
}

/* --- the index -------------------------------------------------------------------------------- */

static void
unref_company (void *company)
{
  workspace_company_unref (company);
}

static int
compare_names (const void *a, const void *b)
{
  return workspace_query_compare_names (*(WorkspaceCompany *const *)a,
                                        *(WorkspaceCompany *const *)b);
}

WorkspaceIndex *
workspace_index_load (sqlite3 *db, const WorkspaceHub *hub, const char *today, int *result)
{
  WorkspaceIndex *index = g_new0 (WorkspaceIndex, 1);

  index->hub = *hub;
  index->today = g_strdup (today);
  index->companies = g_ptr_array_new_with_free_func (unref_company);
  index->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  *result = read_all (index, db, NULL, index->companies);
  if (*result != SQLITE_OK)
    {
      workspace_index_free (index);
      return NULL;
    }
  g_ptr_array_sort (index->companies, compare_names);
  for (guint i = 0; i < index->companies->len; i++)
    {
      WorkspaceCompany *company = index->companies->pdata[i];

      g_hash_table_insert (index->by_id, (gpointer)company->id, company);
    }
  return index;
}

void
workspace_index_free (WorkspaceIndex *index)
{
  if (index == NULL)
    return;
  g_hash_table_unref (index->by_id);
  g_ptr_array_unref (index->companies);
  g_free (index->today);
  g_free (index);
}

/* --- a page of it ----------------------------------------------------------------------------- */

/* As read_one() leaves out companies all of whose assessments are hidden. The index of hidden ones
 * is empty as a rule, so that no company is looked up for it. */
#define LISTED_SQL                                                                                 \
  " FROM companies AS c WHERE deleted_at IS NULL AND archived_at IS NULL"                          \
  "   AND id NOT IN (SELECT h.company_id FROM assessments AS h WHERE h.deleted_at IS NOT NULL"     \
  "                     AND NOT EXISTS (SELECT 1 FROM assessments AS o"                            \
  "                                      WHERE o.company_id = h.company_id"                        \
  "                                        AND o.deleted_at IS NULL))"

static guint
count_listed (sqlite3 *db, int *result)
{
  sqlite3_stmt *row = NULL;
  guint n = 0;

  *result = sqlite3_prepare_v2 (db, "SELECT count (*)" LISTED_SQL, -1, &row, NULL);
  if (*result == SQLITE_OK && sqlite3_step (row) == SQLITE_ROW)
    n = (guint)sqlite3_column_int (row, 0);
  *result = sqlite3_finalize (row);
  return n;
}

GPtrArray *
workspace_index_read_page (sqlite3 *db,
                           const WorkspaceHub *hub,
                           const char *today,
                           guint limit,
                           guint *n_found,
                           int *result)
{
  const WorkspaceIndex index = { .hub = *hub, .today = (char *)today };
  g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func (unref_company);
  sqlite3_stmt *row = NULL;

  *n_found = count_listed (db, result);
  if (*result == SQLITE_OK)
    *result = sqlite3_prepare_v2 (db, "SELECT id" LISTED_SQL " ORDER BY search, id LIMIT ?1", -1,
                                  &row, NULL);
  if (*result == SQLITE_OK)
    *result = sqlite3_bind_int64 (row, 1, limit);
  while (*result == SQLITE_OK && (*result = sqlite3_step (row)) == SQLITE_ROW)
    *result = read_all (&index, db, (const char *)sqlite3_column_text (row, 0), page);
  sqlite3_finalize (row);
  if (*result != SQLITE_DONE)
    return NULL;
  *result = SQLITE_OK;
  return g_steal_pointer (&page);
}

/* --- changes ---------------------------------------------------------------------------------- */

/* Where @company stands or belongs. */
static guint
place_of (const WorkspaceIndex *index, const WorkspaceCompany *company)
{
  guint low = 0, high = index->companies->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (workspace_query_compare_names (index->companies->pdata[middle], company) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

int
workspace_index_refresh (WorkspaceIndex *index, sqlite3 *db, const char *company_id)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (unref_company);
  int result = read_all (index, db, company_id, found);
  WorkspaceCompany *old = workspace_index_find (index, company_id);

  if (result != SQLITE_OK)
    return result;
  if (old != NULL)
    {
      g_hash_table_remove (index->by_id, old->id);
      g_ptr_array_remove_index (index->companies, place_of (index, old));
    }
  if (found->len > 0)
    {
      WorkspaceCompany *company = workspace_company_ref (found->pdata[0]);

      g_ptr_array_insert (index->companies, (int)place_of (index, company), company);
      g_hash_table_insert (index->by_id, (gpointer)company->id, company);
    }
  return SQLITE_OK;
}

const GPtrArray *
workspace_index_companies (const WorkspaceIndex *index)
{
  return index->companies;
}

WorkspaceCompany *
workspace_index_find (const WorkspaceIndex *index, const char *company_id)
{
  return g_hash_table_lookup (index->by_id, company_id);
}

const char *
workspace_index_today (const WorkspaceIndex *index)
{
  return index->today;
}
