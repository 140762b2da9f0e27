/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-json.h"

G_BEGIN_DECLS

/* One hub, cluster or kind of support as it stands in its file, member by member. */

typedef struct
{
  char *member;
  char *json;  /* its value, members of objects sorted */
  char *shown; /* for people: texts without quotes, lists with commas */
} CatalogueRecordMember;

typedef struct
{
  char *id;
  char *name;         /* the member "name" or "title" */
  GPtrArray *members; /* of CatalogueRecordMember, as in the file; "source" of a hub is the whole
                         source, not its name in the file */
} CatalogueRecord;

CatalogueRecord *catalogue_record_new (const char *id, const char *name) G_GNUC_WARN_UNUSED_RESULT;
CatalogueRecord *catalogue_record_copy (const CatalogueRecord *record) G_GNUC_WARN_UNUSED_RESULT;
void catalogue_record_free (CatalogueRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CatalogueRecord, catalogue_record_free)
/* NULL: the record has no such member. */
const CatalogueRecordMember *catalogue_record_get (const CatalogueRecord *record,
                                                   const char *member);
/* @json: a JSON value; NULL takes the member out. */
void catalogue_record_set (CatalogueRecord *record, const char *member, const char *json);
void catalogue_record_set_text (CatalogueRecord *record, const char *member, const char *text);

G_END_DECLS
