/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-check.h"

#include <glib/gi18n-lib.h>

/* Activities: the divisions of NACE in both revisions. Section letters mean different things in the
 * two, so that a division is only known together with its revision. */

typedef struct
{
  const char *name;
  const char *member;
  const char *sections;
} Revision;

static const Revision revisions[] = {
  { "2", "rev_2", "rev_2_sections" },
  { "2.1", "rev_2.1", "rev_2.1_sections" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (revisions) == CATALOGUE_N_REVISIONS);

/* Letter → title. */
static GHashTable *
read_sections (Catalogue *catalogue, const BaseJsonCursor *root, const char *member)
{
  GHashTable *sections = g_hash_table_new (g_str_hash, g_str_equal);
  BaseJsonCursor array = base_json_need (root, member);
  guint n = base_json_present (&array) ? base_json_length (&array) : 0;

  for (guint i = 0; i < n && !base_json_failed (root->document); i++)
    {
      BaseJsonCursor row = base_json_item (&array, i);
      BaseJsonCursor letter = base_json_item (&row, 0);
      BaseJsonCursor title = base_json_item (&row, 1);
      const char *code = catalogue_arena_string (catalogue->arena, base_json_string (&letter));
      const char *text = catalogue_arena_string (catalogue->arena, base_json_string (&title));

      if (base_json_failed (root->document))
        break;
      if (!g_ascii_isupper (code[0]) || code[1] != '\0')
        base_json_fail (&letter, _ ("“%s” is no section, expected one capital letter"), code);
      else if (!g_hash_table_insert (sections, (gpointer)code, (gpointer)text))
        base_json_fail (&letter, _ ("“%s” is there twice"), code);
    }
  return sections;
}

static gboolean
is_division_code (const char *code)
{
  return g_ascii_isdigit (code[0]) && g_ascii_isdigit (code[1]) && code[2] == '\0';
}

static void
read_division (Catalogue *catalogue,
               const BaseJsonCursor *row,
               GHashTable *sections,
               GHashTable *taken,
               CatalogueDivision *division)
{
  BaseJsonCursor code = base_json_item (row, 0);
  BaseJsonCursor section = base_json_item (row, 1);
  BaseJsonCursor title = base_json_item (row, 2);
  const char *letter = base_json_string (&section);

  division->code = catalogue_arena_string (catalogue->arena, base_json_string (&code));
  division->title = catalogue_arena_string (catalogue->arena, base_json_string (&title));
  if (base_json_failed (row->document))
    return;
  if (!is_division_code (division->code))
    base_json_fail (&code, _ ("“%s” is no division, expected two digits"), division->code);
  else if (g_hash_table_contains (taken, division->code))
    base_json_fail (&code, _ ("“%s” is there twice"), division->code);
  else if (!g_hash_table_lookup_extended (sections, letter, (gpointer *)&division->section,
                                          (gpointer *)&division->section_title))
    base_json_fail (&section, _ ("“%s” is no section of this revision"), letter);
}

static void
read_revision (Catalogue *catalogue,
               const BaseJsonCursor *root,
               const Revision *revision,
               CatalogueDivisions *divisions)
{
  g_autoptr (GHashTable) sections = read_sections (catalogue, root, revision->sections);
  BaseJsonCursor array = base_json_need (root, revision->member);
  guint n = base_json_present (&array) ? base_json_length (&array) : 0;

  divisions->divisions = catalogue_arena_new0 (catalogue->arena, CatalogueDivision, n);
  divisions->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n && !base_json_failed (root->document); i++)
    {
      BaseJsonCursor row = base_json_item (&array, i);
      CatalogueDivision *division = &divisions->divisions[i];

      read_division (catalogue, &row, sections, divisions->by_code, division);
      if (!base_json_failed (root->document))
        g_hash_table_insert (divisions->by_code, (gpointer)division->code, division);
      divisions->n = i + 1;
    }
}

void
catalogue_read_divisions (Catalogue *catalogue, const BaseJsonCursor *root, gboolean own)
{
  base_json_only (root,
                  CATALOGUE_MEMBERS ("format", "version", "source", "columns", "rev_2_sections",
                                     "rev_2", "rev_2.1_sections", "rev_2.1"));
  (void)base_json_need_string (root, "source");
  for (guint i = 0; i < G_N_ELEMENTS (revisions); i++)
    read_revision (catalogue, root, &revisions[i], &catalogue->divisions[i]);
}

void
catalogue_divisions_clear (Catalogue *catalogue)
{
  for (guint i = 0; i < CATALOGUE_N_REVISIONS; i++)
    g_clear_pointer (&catalogue->divisions[i].by_code, g_hash_table_unref);
}

/* NULL for a revision that there is not. */
static const CatalogueDivisions *
find_revision (const Catalogue *catalogue, const char *revision)
{
  for (guint i = 0; i < G_N_ELEMENTS (revisions); i++)
    if (g_str_equal (revisions[i].name, revision))
      return &catalogue->divisions[i];
  return NULL;
}

guint
catalogue_n_divisions (const Catalogue *catalogue, const char *revision)
{
  const CatalogueDivisions *divisions;

  g_return_val_if_fail (catalogue != NULL, 0);
  g_return_val_if_fail (revision != NULL, 0);

  divisions = find_revision (catalogue, revision);
  return divisions != NULL ? divisions->n : 0;
}

const CatalogueDivision *
catalogue_division (const Catalogue *catalogue, const char *revision, guint index)
{
  g_return_val_if_fail (index < catalogue_n_divisions (catalogue, revision), NULL);

  return &find_revision (catalogue, revision)->divisions[index];
}

const CatalogueDivision *
catalogue_find_division (const Catalogue *catalogue, const char *revision, const char *code)
{
  const CatalogueDivisions *divisions;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (revision != NULL && code != NULL, NULL);

  divisions = find_revision (catalogue, revision);
  return divisions != NULL ? g_hash_table_lookup (divisions->by_code, code) : NULL;
}
