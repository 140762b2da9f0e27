/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace-company-private.h"

#include <string.h>

/* Rows of the list of companies, as plain values in one block each. */

static const gsize company_texts[] = {
  G_STRUCT_OFFSET (WorkspaceCompany, id),           G_STRUCT_OFFSET (WorkspaceCompany, name),
  G_STRUCT_OFFSET (WorkspaceCompany, legal_name),   G_STRUCT_OFFSET (WorkspaceCompany, city),
  G_STRUCT_OFFSET (WorkspaceCompany, region),       G_STRUCT_OFFSET (WorkspaceCompany, country),
  G_STRUCT_OFFSET (WorkspaceCompany, last_meeting), G_STRUCT_OFFSET (WorkspaceCompany, last_about),
  G_STRUCT_OFFSET (WorkspaceCompany, next_meeting), G_STRUCT_OFFSET (WorkspaceCompany, next_about),
  G_STRUCT_OFFSET (WorkspaceCompany, due_stage),    G_STRUCT_OFFSET (WorkspaceCompany, due_on),
  G_STRUCT_OFFSET (WorkspaceCompany, retain_until), G_STRUCT_OFFSET (WorkspaceCompany, search),
};

static const gsize stage_texts[] = {
  G_STRUCT_OFFSET (WorkspaceStage, id),     G_STRUCT_OFFSET (WorkspaceStage, stage),
  G_STRUCT_OFFSET (WorkspaceStage, date),   G_STRUCT_OFFSET (WorkspaceStage, pack_id),
  G_STRUCT_OFFSET (WorkspaceStage, amends), G_STRUCT_OFFSET (WorkspaceStage, band),
  G_STRUCT_OFFSET (WorkspaceStage, size),   G_STRUCT_OFFSET (WorkspaceStage, next_step),
};

/* --- making ----------------------------------------------------------------------------------- */

WorkspaceCompanyBuilder *
workspace_company_builder_new (void)
{
  WorkspaceCompanyBuilder *builder = g_new0 (WorkspaceCompanyBuilder, 1);

  builder->stages = g_array_new (FALSE, TRUE, sizeof (WorkspaceStage));
  builder->tags = g_ptr_array_new ();
  builder->strings = g_string_sized_new (1024);
  return builder;
}

void
workspace_company_builder_free (WorkspaceCompanyBuilder *builder)
{
  if (builder == NULL)
    return;
  g_array_unref (builder->stages);
  g_ptr_array_unref (builder->tags);
  g_string_free (builder->strings, TRUE);
  g_free (builder);
}

void
workspace_company_builder_begin (WorkspaceCompanyBuilder *builder)
{
  builder->company = (WorkspaceCompany){ .staff = -1, .latest = -1 };
  g_array_set_size (builder->stages, 0);
  g_ptr_array_set_size (builder->tags, 0);
  g_string_truncate (builder->strings, 0);
}

const char *
workspace_company_builder_text (WorkspaceCompanyBuilder *builder, const char *text)
{
  gsize offset = builder->strings->len;

  if (text == NULL)
    return NULL;
  /* A text of a damaged file may be no UTF-8. */
  if (g_utf8_validate (text, -1, NULL))
    g_string_append_len (builder->strings, text, (gssize)strlen (text) + 1);
  else
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      g_string_append_len (builder->strings, valid, (gssize)strlen (valid) + 1);
    }
  return GSIZE_TO_POINTER (offset + 1);
}

const char *
workspace_company_builder_peek (const WorkspaceCompanyBuilder *builder, const char *kept)
{
  return kept == NULL ? NULL : builder->strings->str + GPOINTER_TO_SIZE (kept) - 1;
}

/* The offsets become pointers into the strings at @base. */
static void
place_texts (void *record, const gsize *fields, guint n, const char *base)
{
  for (guint i = 0; i < n; i++)
    {
      const char **field = G_STRUCT_MEMBER_P (record, fields[i]);

      if (*field != NULL)
        *field = base + GPOINTER_TO_SIZE (*field) - 1;
    }
}

static guint
count_words (const char *words)
{
  guint n = words != NULL && *words != '\0';

  for (const char *p = words; p != NULL && *p != '\0'; p++)
    n += *p == ' ';
  return n;
}

/* Parts @words, which lie in the block, at their spaces. */
static void
place_words (char *words, const char **list, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      char *end = strchr (words, ' ');

      list[i] = words;
      if (end == NULL)
        continue;
      *end = '\0';
      words = end + 1;
    }
}

WorkspaceCompany *
workspace_company_builder_finish (WorkspaceCompanyBuilder *builder, const char *sectors)
{
  const char *kept_sectors = workspace_company_builder_text (builder, sectors);
  guint n_sectors = count_words (workspace_company_builder_peek (builder, kept_sectors));
  guint n_stages = builder->stages->len;
  gsize lists_size = (n_sectors + builder->tags->len + 2) * sizeof (char *);
  gsize stages_size = n_stages * sizeof (WorkspaceStage);
  WorkspaceCompany *company
      = g_atomic_rc_box_alloc (sizeof *company + stages_size + lists_size + builder->strings->len);
  WorkspaceStage *stages = (WorkspaceStage *)(company + 1);
  const char **lists = (const char **)(stages + n_stages);
  char *base = (char *)lists + lists_size;

  memcpy (base, builder->strings->str, builder->strings->len);
  *company = builder->company;
  place_texts (company, company_texts, G_N_ELEMENTS (company_texts), base);
  if (n_stages > 0)
    memcpy (stages, builder->stages->data, stages_size);
  for (guint i = 0; i < n_stages; i++)
    place_texts (&stages[i], stage_texts, G_N_ELEMENTS (stage_texts), base);
  company->stages = stages;
  company->n_stages = n_stages;

  if (n_sectors > 0)
    place_words (base + GPOINTER_TO_SIZE (kept_sectors) - 1, lists, n_sectors);
  lists[n_sectors] = NULL;
  company->sectors = lists;
  lists += n_sectors + 1;
  for (guint i = 0; i < builder->tags->len; i++)
    lists[i] = base + GPOINTER_TO_SIZE (builder->tags->pdata[i]) - 1;
  lists[builder->tags->len] = NULL;
  company->tags = lists;
  return company;
}

/* --- using ------------------------------------------------------------------------------------ */

WorkspaceCompany *
workspace_company_ref (WorkspaceCompany *company)
{
  g_return_val_if_fail (company != NULL, NULL);

  return g_atomic_rc_box_acquire (company);
}

void
workspace_company_unref (WorkspaceCompany *company)
{
  if (company != NULL)
    g_atomic_rc_box_release (company);
}

const WorkspaceStage *
workspace_company_stage (const WorkspaceCompany *company, const char *stage)
{
  g_return_val_if_fail (company != NULL && stage != NULL, NULL);

  for (guint i = company->n_stages; i > 0; i--)
    if (!company->stages[i - 1].superseded && g_strcmp0 (company->stages[i - 1].stage, stage) == 0)
      return &company->stages[i - 1];
  return NULL;
}

const WorkspaceStage *
workspace_company_latest (const WorkspaceCompany *company)
{
  g_return_val_if_fail (company != NULL, NULL);

  return company->latest < 0 ? NULL : &company->stages[company->latest];
}

int
workspace_stage_number (const char *word)
{
  return word != NULL && word[0] == 'T' && word[1] >= '0' && word[1] <= '2' && word[2] == '\0'
             ? word[1] - '0'
             : -1;
}

gboolean
workspace_stage_is_done (const WorkspaceStage *stage)
{
  g_return_val_if_fail (stage != NULL, FALSE);

  return stage->frozen || stage->completeness == 10000;
}
