/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-portal.h"

#include "base/base-date.h"
#include "exchange/exchange-undo-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* The portal's export of results, and which assessments its rows belong to. */

/* How far down the titles may stand. */
#define MAX_TITLE_ROW 20

typedef enum
{
  NAME,
  ID,
  STAGE,
  SCORE,
  DIMENSION_1,
  HUB = DIMENSION_1 + EXCHANGE_PORTAL_DIMENSIONS,
  ENTERED,
  N_COLUMNS,
} Column;

/* Letters and digits of a title in small letters: what it is or, for the dimensions, what it has in
 * it. Names of dimensions: dma-framework, D1 to D6. */
static const struct
{
  Column column;
  gboolean part;
  const char *title;
} titles[] = {
  { NAME, FALSE, "smename" },
  { NAME, FALSE, "companyname" },
  { ID, FALSE, "smeid" },
  { ID, FALSE, "companyid" },
  { STAGE, FALSE, "dmatiming" },
  { STAGE, FALSE, "timing" },
  { STAGE, FALSE, "stage" },
  { SCORE, FALSE, "dmascore" },
  { SCORE, FALSE, "overallscore" },
  { HUB, FALSE, "edihname" },
  { ENTERED, FALSE, "dmadate" },
  { ENTERED, FALSE, "date" },
  { ENTERED, FALSE, "submissiondate" },
  { DIMENSION_1, TRUE, "strategy" },
  { DIMENSION_1 + 1, TRUE, "readiness" },
  { DIMENSION_1 + 2, TRUE, "human" },
  { DIMENSION_1 + 3, TRUE, "data" },
  { DIMENSION_1 + 4, TRUE, "automation" },
  { DIMENSION_1 + 4, TRUE, "artificial" },
  { DIMENSION_1 + 5, TRUE, "green" },
};

typedef struct
{
  ExchangePortalRow row;
  char *name, *id, *hub, *entered, *assessment_id;
  AssessmentDocument *document;
} Row;

struct _ExchangePortal
{
  ExchangeGrid *grid;
  gssize columns[N_COLUMNS]; /* -1: not there */
  guint title_row;
  GPtrArray *rows;     /* Row */
  GPtrArray *problems; /* ExchangePortalProblem */
};

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->name);
  g_free (row->id);
  g_free (row->hub);
  g_free (row->entered);
  g_free (row->assessment_id);
  g_clear_pointer (&row->document, assessment_document_unref);
  g_free (row);
}

static void
problem_free (gpointer data)
{
  ExchangePortalProblem *problem = data;

  g_free (problem->found);
  g_free (problem->expected);
  g_free (problem);
}

void
exchange_portal_free (ExchangePortal *portal)
{
  if (portal == NULL)
    return;
  exchange_grid_free (portal->grid);
  g_ptr_array_unref (portal->rows);
  g_ptr_array_unref (portal->problems);
  g_free (portal);
}

/* --- titles ----------------------------------------------------------------------------------- */

static char *
bare (const char *title)
{
  GString *letters = g_string_new (NULL);

  for (const char *at = title; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (letters, g_ascii_tolower (*at));
  return g_string_free (letters, FALSE);
}

static gssize
column_of (const char *title)
{
  g_autofree char *letters = bare (title);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (titles[i].part ? strstr (letters, titles[i].title) != NULL
                       : g_str_equal (letters, titles[i].title))
      return titles[i].column;
  return -1;
}

static gboolean
read_titles (ExchangePortal *portal, guint row)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    portal->columns[i] = -1;
  for (guint i = 0; i < exchange_grid_n_cells (portal->grid, row); i++)
    {
      gssize column = column_of (exchange_grid_cell (portal->grid, row, i));

      if (column >= 0 && portal->columns[column] < 0)
        portal->columns[column] = i;
    }
  portal->title_row = row;
  return (portal->columns[NAME] >= 0 || portal->columns[ID] >= 0) && portal->columns[STAGE] >= 0
         && portal->columns[SCORE] >= 0;
}

/* --- cells ------------------------------------------------------------------------------------ */

/* Without blanks around; NULL when there is nothing. */
static char *
cell (const ExchangePortal *portal, guint row, Column column)
{
  g_autofree char *text = NULL;

  if (portal->columns[column] < 0)
    return NULL;
  text = g_strdup (exchange_grid_cell (portal->grid, row, (guint)portal->columns[column]));
  g_strstrip (text);
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static gboolean
add_problem (
    ExchangePortal *portal, guint row, Column column, const char *found, const char *expected)
{
  ExchangePortalProblem *problem = g_new0 (ExchangePortalProblem, 1);

  problem->line = exchange_grid_line (portal->grid, row);
  problem->column = exchange_grid_cell (portal->grid, portal->title_row,
                                        (guint)MAX (portal->columns[column], 0));
  problem->found = g_strdup (found != NULL ? found : "");
  problem->expected = g_strdup (expected);
  g_ptr_array_add (portal->problems, problem);
  return FALSE;
}

/* "26.56", "26,56", "26.56 %": hundredths of 0 to 100, rounded half up; -1: none of these. */
static int
parse_score (const char *text)
{
  int whole = 0, part = 0;
  guint places = 0;
  gboolean up = FALSE;
  const char *at = text;

  if (!g_ascii_isdigit (*at))
    return -1;
  for (; g_ascii_isdigit (*at) && whole < 1000; at++)
    whole = whole * 10 + (*at - '0');
  if ((*at == '.' || *at == ',') && g_ascii_isdigit (at[1]))
    for (at++; g_ascii_isdigit (*at); at++, places++)
      {
        if (places < 2)
          part = part * 10 + (*at - '0');
        else if (places == 2)
          up = *at >= '5';
      }
  if (places == 1)
    part *= 10;
  at += strspn (at, " ");
  at += *at == '%';
  whole = whole * 100 + part + up;
  return *at == '\0' && whole <= 10000 ? whole : -1;
}

static gboolean
read_score (ExchangePortal *portal, guint at, Column column, gboolean needed, int *score)
{
  g_autofree char *text = cell (portal, at, column);

  *score = text != NULL ? parse_score (text) : -1;
  if (*score >= 0 || (text == NULL && !needed))
    return TRUE;
  return add_problem (portal, at, column, text, _ ("a score from 0 to 100"));
}

static gboolean
read_stage (ExchangePortal *portal, guint at, ExchangePortalRow *row)
{
  static const char *const stages[] = { "T0", "T1", "T2" };
  g_autofree char *text = cell (portal, at, STAGE);

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (stages); i++)
    if (g_ascii_strcasecmp (text, stages[i]) == 0)
      row->stage = stages[i];
  return row->stage != NULL || add_problem (portal, at, STAGE, text, _ ("one of T0, T1 and T2"));
}

/* "2026-11-20", as in a workbook, or "20/11/2026", as people write it. */
static gboolean
read_entered (ExchangePortal *portal, guint at, Row *row)
{
  g_autofree char *text = cell (portal, at, ENTERED);
  guint day, month, year;
  char rest;

  if (text == NULL)
    return TRUE;
  if (strlen (text) > 10 && (text[10] == ' ' || text[10] == 'T'))
    text[10] = '\0';
  if (sscanf (text, "%2u%*1[./-]%2u%*1[./-]%4u%c", &day, &month, &year, &rest) == 3)
    row->entered = g_strdup_printf ("%04u-%02u-%02u", year, month, day);
  else
    row->entered = g_strdup (text);
  row->row.entered = row->entered;
  return base_date_is_valid (row->entered)
         || add_problem (portal, at, ENTERED, text, _ ("a day such as 2026-11-20"));
}

static gboolean
read_row (ExchangePortal *portal, guint at, Row *row)
{
  gboolean good;

  row->row.line = exchange_grid_line (portal->grid, at);
  row->row.name = row->name = cell (portal, at, NAME);
  row->row.id = row->id = cell (portal, at, ID);
  row->row.hub = row->hub = cell (portal, at, HUB);
  good = read_stage (portal, at, &row->row);
  good = read_score (portal, at, SCORE, TRUE, &row->row.score) && good;
  good = read_entered (portal, at, row) && good;
  for (guint i = 0; i < EXCHANGE_PORTAL_DIMENSIONS; i++)
    good = read_score (portal, at, DIMENSION_1 + i, FALSE, &row->row.dimensions[i]) && good;
  if (row->name == NULL && row->id == NULL)
    good = add_problem (portal, at, portal->columns[ID] >= 0 ? ID : NAME, NULL,
                        _ ("the company’s name or id"));
  return good;
}

/* --- the file --------------------------------------------------------------------------------- */

ExchangePortal *
exchange_portal_new (ExchangeGrid *grid, const char *name, GError **error)
{
  g_autoptr (ExchangePortal) portal = g_new0 (ExchangePortal, 1);
  guint n = exchange_grid_n_rows (grid), titled = 0;

  portal->grid = grid;
  portal->rows = g_ptr_array_new_with_free_func (row_free);
  portal->problems = g_ptr_array_new_with_free_func (problem_free);
  while (titled < MIN (n, MAX_TITLE_ROW) && !read_titles (portal, titled))
    titled++;
  if (titled == MIN (n, MAX_TITLE_ROW))
    {
      g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_KIND,
                   _ ("%s: no line has the titles “SME name” or “SME ID”, “DMA Timing” and “DMA "
                      "Score”: this is no export of the portal’s results"),
                   name);
      return NULL;
    }
  for (guint i = titled + 1; i < n; i++)
    {
      Row *row = g_new0 (Row, 1);

      if (read_row (portal, i, row))
        g_ptr_array_add (portal->rows, row);
      else
        row_free (row);
    }
  return g_steal_pointer (&portal);
}

ExchangePortal *
exchange_portal_load (const char *path, GError **error)
{
  ExchangeGrid *grid = exchange_grid_load (path, EXCHANGE_PORTAL_SHEET, error);

  return grid != NULL ? exchange_portal_new (grid, path, error) : NULL;
}

const ExchangeGrid *
exchange_portal_grid (const ExchangePortal *portal)
{
  return portal->grid;
}

guint
exchange_portal_n_rows (const ExchangePortal *portal)
{
  return portal->rows->len;
}

const ExchangePortalRow *
exchange_portal_row (const ExchangePortal *portal, guint i)
{
  g_return_val_if_fail (i < portal->rows->len, NULL);

  return &((Row *)portal->rows->pdata[i])->row;
}

guint
exchange_portal_n_problems (const ExchangePortal *portal)
{
  return portal->problems->len;
}

const ExchangePortalProblem *
exchange_portal_problem (const ExchangePortal *portal, guint i)
{
  g_return_val_if_fail (i < portal->problems->len, NULL);

  return portal->problems->pdata[i];
}

void
exchange_portal_take (ExchangePortal *portal, guint i, gboolean taken)
{
  Row *row;

  g_return_if_fail (i < portal->rows->len);

  row = portal->rows->pdata[i];
  row->row.taken = taken && row->assessment_id != NULL;
}

/* --- matching --------------------------------------------------------------------------------- */

static char *
key_of (const char *name, const char *stage)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *composed = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_strconcat (stage, " ", composed != NULL ? composed : folded, NULL);
}

static void
index_entries (GPtrArray *list, GHashTable *by_name, GHashTable *ambiguous)
{
  for (guint i = 0; i < list->len; i++)
    {
      WorkspaceEntry *entry = list->pdata[i];
      char *key;

      if (entry->company_name == NULL || entry->stage == NULL)
        continue;
      key = key_of (entry->company_name, entry->stage);
      if (g_hash_table_contains (by_name, key))
        g_hash_table_add (ambiguous, g_strdup (key));
      g_hash_table_replace (by_name, key, entry->id);
    }
}

/* "stage id" of every assessment that knows its id of the portal. Reads the documents of the stages
 * that the file has. */
static gboolean
index_ids (ExchangePortal *portal,
           Workspace *workspace,
           GPtrArray *list,
           GHashTable *by_id,
           GError **error)
{
  gboolean wanted[3] = { FALSE };

  for (guint i = 0; i < portal->rows->len; i++)
    {
      const Row *row = portal->rows->pdata[i];

      if (row->id != NULL)
        wanted[row->row.stage[1] - '0'] = TRUE;
    }
  for (guint i = 0; i < list->len; i++)
    {
      WorkspaceEntry *entry = list->pdata[i];
      g_autoptr (AssessmentDocument) document = NULL;
      const char *id;

      if (entry->stage == NULL || !wanted[CLAMP (entry->stage[1] - '0', 0, 2)])
        continue;
      document = workspace_load (workspace, entry->id, error);
      if (document == NULL)
        return FALSE;
      id = assessment_document_get_string (document, "portal.id");
      if (id != NULL)
        g_hash_table_replace (by_id, g_strconcat (entry->stage, " ", id, NULL), entry->id);
    }
  return TRUE;
}

static gboolean
says_already (const Row *row)
{
  double score = -1;
  const char *id = assessment_document_get_string (row->document, "portal.id");
  const char *entered = assessment_document_get_string (row->document, "portal.entered_on");

  assessment_document_get_number (row->document, "portal.official_score", &score);
  return (int)(score * 100 + 0.5) == row->row.score
         && (row->id == NULL || g_strcmp0 (id, row->id) == 0)
         && (row->entered == NULL || g_strcmp0 (entered, row->entered) == 0);
}

static gboolean
match_row (Row *row,
           Workspace *workspace,
           GHashTable *by_id,
           GHashTable *by_name,
           GHashTable *ambiguous,
           GError **error)
{
  g_autofree char *id_key
      = row->id != NULL ? g_strconcat (row->row.stage, " ", row->id, NULL) : NULL;
  g_autofree char *name_key = row->name != NULL ? key_of (row->name, row->row.stage) : NULL;
  const char *found = id_key != NULL ? g_hash_table_lookup (by_id, id_key) : NULL;

  row->row.by_id = found != NULL;
  row->row.ambiguous
      = found == NULL && name_key != NULL && g_hash_table_contains (ambiguous, name_key);
  if (found == NULL && name_key != NULL && !row->row.ambiguous)
    found = g_hash_table_lookup (by_name, name_key);
  g_free (row->assessment_id);
  row->row.assessment_id = row->assessment_id = g_strdup (found);
  g_clear_pointer (&row->document, assessment_document_unref);
  row->row.is_new = row->row.taken = FALSE;
  if (found == NULL)
    return TRUE;
  row->document = workspace_load (workspace, found, error);
  if (row->document == NULL)
    return FALSE;
  row->row.is_new = row->row.taken = !says_already (row);
  return TRUE;
}

gboolean
exchange_portal_match (ExchangePortal *portal, Workspace *workspace, GError **error)
{
  g_autoptr (GPtrArray) list = workspace_list (workspace, FALSE, error);
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) ambiguous = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (list == NULL || !index_ids (portal, workspace, list, by_id, error))
    return FALSE;
  index_entries (list, by_name, ambiguous);
  for (guint i = 0; i < portal->rows->len; i++)
    if (!match_row (portal->rows->pdata[i], workspace, by_id, by_name, ambiguous, error))
      return FALSE;
  return TRUE;
}

/* --- taking in -------------------------------------------------------------------------------- */

/* Takes @document; NULL with an error. */
static AssessmentDocument *
with_text (AssessmentDocument *document, const char *path, const char *text, GError **error)
{
  AssessmentDocument *next;

  if (document == NULL || text == NULL)
    return document;
  next = assessment_document_with_string (document, path, text, error);
  assessment_document_unref (document);
  return next;
}

static AssessmentDocument *
fill_in (const Row *row, GError **error)
{
  AssessmentDocument *document = assessment_document_with_number (
      row->document, "portal.official_score", row->row.score / 100.0, error);

  document = with_text (document, "portal.id", row->id, error);
  return with_text (document, "portal.entered_on", row->entered, error);
}

gboolean
exchange_portal_apply (ExchangePortal *portal, Workspace *workspace, GError **error)
{
  g_autofree WorkspaceWrite *writes = g_new0 (WorkspaceWrite, portal->rows->len + 1);
  g_autoptr (GPtrArray) documents
      = g_ptr_array_new_with_free_func ((GDestroyNotify)assessment_document_unref);
  WorkspaceBatch batch = { .writes = writes, .key = EXCHANGE_UNDO_KEY };
  g_autofree char *undo_text = NULL;
  ExchangeUndo *undo;

  for (guint i = 0; i < portal->rows->len; i++)
    {
      const Row *row = portal->rows->pdata[i];
      AssessmentDocument *document;

      if (!row->row.taken || row->document == NULL)
        continue;
      document = fill_in (row, error);
      if (document == NULL)
        {
          g_prefix_error (error, _ ("Line %u: "), row->row.line);
          return FALSE;
        }
      g_ptr_array_add (documents, document);
      writes[batch.n_writes].document = document;
      writes[batch.n_writes++].base = row->document;
    }
  if (batch.n_writes == 0)
    return TRUE;
  undo = _exchange_undo_new ();
  for (guint i = 0; i < batch.n_writes; i++)
    _exchange_undo_add (undo, writes[i].base, writes[i].document, FALSE);
  batch.value = undo_text = _exchange_undo_finish (undo, NULL);
  return workspace_write_batch (workspace, &batch, error);
}
