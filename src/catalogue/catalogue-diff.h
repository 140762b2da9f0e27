/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/catalogue-records.h"

G_BEGIN_DECLS

/* What is different between two lists of hubs, clusters and kinds of support. Immutable. */

typedef enum
{
  CATALOGUE_CHANGE_ADDED,
  CATALOGUE_CHANGE_REMOVED,
  CATALOGUE_CHANGE_CHANGED,
} CatalogueChangeKind;

typedef struct
{
  const char *member;
  const char *before, *after; /* for people; NULL: the record has no such member */
} CatalogueMemberChange;

typedef struct
{
  CatalogueRecordKind record;
  CatalogueChangeKind kind;
  const char *id;
  const char *name;               /* the newer one's, where there is one */
  CatalogueMemberChange *members; /* only of a changed record; in the order of the files */
  guint n_members;
} CatalogueChange;

typedef struct _CatalogueDiff CatalogueDiff;

/* Both must outlive the diff. A kind that only one of them has is not compared. */
CatalogueDiff *catalogue_diff_new (const CatalogueRecords *before,
                                   const CatalogueRecords *after) G_GNUC_WARN_UNUSED_RESULT;
void catalogue_diff_free (CatalogueDiff *diff);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CatalogueDiff, catalogue_diff_free)

/* Hubs, clusters, kinds of support; in each added, removed and changed records by id. */
guint catalogue_diff_length (const CatalogueDiff *diff);
const CatalogueChange *catalogue_diff_get (const CatalogueDiff *diff, guint index);
const CatalogueRecords *catalogue_diff_after (const CatalogueDiff *diff);

G_END_DECLS
