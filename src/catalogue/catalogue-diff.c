/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-diff.h"

#include <string.h>

/* Comparing two lists record by record. */

struct _CatalogueDiff
{
  const CatalogueRecords *before, *after;
  GArray *changes; /* of CatalogueChange */
};

static void
add_member (GArray *members,
            const char *name,
            const CatalogueRecordMember *before,
            const CatalogueRecordMember *after)
{
  CatalogueMemberChange change
      = { name, before != NULL ? before->shown : NULL, after != NULL ? after->shown : NULL };

  if (before == NULL || after == NULL || !g_str_equal (before->json, after->json))
    g_array_append_val (members, change);
}

static CatalogueMemberChange *
compare_members (const CatalogueRecord *before, const CatalogueRecord *after, guint *n)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (CatalogueMemberChange));

  for (guint i = 0; i < before->members->len; i++)
    {
      const CatalogueRecordMember *member = g_ptr_array_index (before->members, i);

      add_member (members, member->member, member, catalogue_record_get (after, member->member));
    }
  for (guint i = 0; i < after->members->len; i++)
    {
      const CatalogueRecordMember *member = g_ptr_array_index (after->members, i);

      if (catalogue_record_get (before, member->member) == NULL)
        add_member (members, member->member, NULL, member);
    }
  *n = members->len;
  return (CatalogueMemberChange *)g_array_free (g_steal_pointer (&members), FALSE);
}

static void
add_change (CatalogueDiff *diff,
            CatalogueRecordKind kind,
            const CatalogueRecord *before,
            const CatalogueRecord *after)
{
  const CatalogueRecord *named = after != NULL ? after : before;
  CatalogueChange change = { .record = kind, .id = named->id, .name = named->name };

  if (before == NULL)
    change.kind = CATALOGUE_CHANGE_ADDED;
  else if (after == NULL)
    change.kind = CATALOGUE_CHANGE_REMOVED;
  else
    {
      change.kind = CATALOGUE_CHANGE_CHANGED;
      change.members = compare_members (before, after, &change.n_members);
      if (change.n_members == 0)
        {
          g_free (change.members);
          return;
        }
    }
  g_array_append_val (diff->changes, change);
}

static void
compare_kind (CatalogueDiff *diff, CatalogueRecordKind kind)
{
  const GPtrArray *before, *after;

  if (!catalogue_records_has (diff->before, kind) || !catalogue_records_has (diff->after, kind))
    return;
  before = catalogue_records_list (diff->before, kind);
  after = catalogue_records_list (diff->after, kind);
  for (guint i = 0; i < before->len; i++)
    {
      const CatalogueRecord *record = g_ptr_array_index (before, i);

      add_change (diff, kind, record, catalogue_records_find (diff->after, kind, record->id));
    }
  for (guint i = 0; i < after->len; i++)
    {
      const CatalogueRecord *record = g_ptr_array_index (after, i);

      if (catalogue_records_find (diff->before, kind, record->id) == NULL)
        add_change (diff, kind, NULL, record);
    }
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const CatalogueChange *x = a, *y = b;

  if (x->record != y->record)
    return (int)x->record - (int)y->record;
  if (x->kind != y->kind)
    return (int)x->kind - (int)y->kind;
  return strcmp (x->id, y->id);
}

static void
clear_change (gpointer data)
{
  g_free (((CatalogueChange *)data)->members);
}

CatalogueDiff *
catalogue_diff_new (const CatalogueRecords *before, const CatalogueRecords *after)
{
  CatalogueDiff *diff;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  diff = g_new0 (CatalogueDiff, 1);
  diff->before = before;
  diff->after = after;
  diff->changes = g_array_new (FALSE, FALSE, sizeof (CatalogueChange));
  g_array_set_clear_func (diff->changes, clear_change);
  for (guint i = 0; i < CATALOGUE_N_RECORD_KINDS; i++)
    compare_kind (diff, i);
  g_array_sort (diff->changes, compare_changes);
  return diff;
}

void
catalogue_diff_free (CatalogueDiff *diff)
{
  if (diff == NULL)
    return;
  g_array_unref (diff->changes);
  g_free (diff);
}

guint
catalogue_diff_length (const CatalogueDiff *diff)
{
  g_return_val_if_fail (diff != NULL, 0);

  return diff->changes->len;
}

const CatalogueChange *
catalogue_diff_get (const CatalogueDiff *diff, guint index)
{
  g_return_val_if_fail (diff != NULL && index < diff->changes->len, NULL);

  return &g_array_index (diff->changes, CatalogueChange, index);
}

const CatalogueRecords *
catalogue_diff_after (const CatalogueDiff *diff)
{
  g_return_val_if_fail (diff != NULL, NULL);

  return diff->after;
}
