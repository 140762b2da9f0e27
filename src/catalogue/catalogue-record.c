/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-records-private.h"

#include "base/base-json-writer.h"
#include "catalogue/catalogue-own-file.h"

#include <string.h>

/* One record. Values are kept as JSON text, so that a record travels from one list into another
 * without this room knowing its members. */

/* {{{ Values */

static void write_sorted (BaseJsonWriter *writer, const char *member, const BaseJsonCursor *from);

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
write_sorted_object (BaseJsonWriter *writer, const char *member, const BaseJsonCursor *from)
{
  const char *const *members = base_json_members (from);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; members[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer)members[i]);
  g_ptr_array_sort (names, compare_names);
  base_json_writer_begin_object (writer, member);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      BaseJsonCursor part = base_json_get (from, name);

      write_sorted (writer, name, &part);
    }
  base_json_writer_end_object (writer);
}

static void
write_sorted (BaseJsonWriter *writer, const char *member, const BaseJsonCursor *from)
{
  guint n;

  if (base_json_is_object (from))
    {
      write_sorted_object (writer, member, from);
      return;
    }
  if (!base_json_is_array (from))
    {
      catalogue_own_copy (writer, member, from);
      return;
    }
  n = base_json_length (from);
  base_json_writer_begin_array (writer, member);
  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (from, i);

      write_sorted (writer, NULL, &item);
    }
  base_json_writer_end_array (writer);
}

char *
catalogue_record_json (const BaseJsonCursor *at)
{
  BaseJsonWriter *writer = base_json_writer_new (FALSE);

  write_sorted (writer, NULL, at);
  return base_json_writer_finish (writer);
}

static void append_shown (GString *text, const BaseJsonCursor *at);

static void
append_shown_parts (GString *text, const BaseJsonCursor *at)
{
  const char *const *members = base_json_is_object (at) ? base_json_members (at) : NULL;
  guint n = members != NULL ? g_strv_length ((char **)members) : base_json_length (at);

  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor part
          = members != NULL ? base_json_get (at, members[i]) : base_json_item (at, i);

      if (i > 0)
        g_string_append (text, ", ");
      if (members != NULL)
        g_string_append_printf (text, "%s ", members[i]);
      append_shown (text, &part);
    }
}

static void
append_shown (GString *text, const BaseJsonCursor *at)
{
  g_autofree char *json = NULL;

  if (base_json_is_object (at) || base_json_is_array (at))
    append_shown_parts (text, at);
  else if (base_json_is_string (at))
    g_string_append (text, base_json_string (at));
  else
    {
      json = catalogue_record_json (at);
      g_string_append (text, json);
    }
}

/* What people read of a JSON value; the text itself when it is none. */
static char *
show_json (const char *json)
{
  g_autofree char *wrapped = g_strdup_printf ("[%s]", json);
  g_autoptr (BaseJson) parsed = base_json_parse (wrapped, -1, "", NULL);
  GString *text = g_string_new (NULL);

  if (parsed != NULL)
    {
      BaseJsonCursor root = base_json_root (parsed);

      append_shown (text, &root);
    }
  return g_string_free (text, FALSE);
}

/* }}} */
/* {{{ One record */

static void
member_free (CatalogueRecordMember *member)
{
  g_free (member->member);
  g_free (member->json);
  g_free (member->shown);
  g_free (member);
}

CatalogueRecord *
catalogue_record_new (const char *id, const char *name)
{
  CatalogueRecord *record = g_new0 (CatalogueRecord, 1);

  record->id = g_strdup (id);
  record->name = g_strdup (name);
  record->members = g_ptr_array_new_with_free_func ((GDestroyNotify)member_free);
  return record;
}

static CatalogueRecordMember *
find_member (const CatalogueRecord *record, const char *name)
{
  for (guint i = 0; i < record->members->len; i++)
    {
      CatalogueRecordMember *member = g_ptr_array_index (record->members, i);

      if (g_str_equal (member->member, name))
        return member;
    }
  return NULL;
}

const CatalogueRecordMember *
catalogue_record_get (const CatalogueRecord *record, const char *member)
{
  g_return_val_if_fail (record != NULL && member != NULL, NULL);

  return find_member (record, member);
}

void
catalogue_record_set (CatalogueRecord *record, const char *name, const char *json)
{
  CatalogueRecordMember *member;

  g_return_if_fail (record != NULL && name != NULL);

  member = find_member (record, name);
  if (json == NULL)
    {
      if (member != NULL)
        g_ptr_array_remove (record->members, member);
      return;
    }
  if (member == NULL)
    {
      member = g_new0 (CatalogueRecordMember, 1);
      member->member = g_strdup (name);
      g_ptr_array_add (record->members, member);
    }
  g_free (member->json);
  g_free (member->shown);
  member->json = g_strdup (json);
  member->shown = show_json (json);
}

void
catalogue_record_set_text (CatalogueRecord *record, const char *member, const char *text)
{
  BaseJsonWriter *writer = base_json_writer_new (FALSE);
  g_autofree char *json = NULL;

  base_json_writer_string (writer, NULL, text);
  json = base_json_writer_finish (writer);
  catalogue_record_set (record, member, json);
}

CatalogueRecord *
catalogue_record_copy (const CatalogueRecord *record)
{
  CatalogueRecord *copy = catalogue_record_new (record->id, record->name);

  for (guint i = 0; i < record->members->len; i++)
    {
      const CatalogueRecordMember *member = g_ptr_array_index (record->members, i);

      catalogue_record_set (copy, member->member, member->json);
    }
  return copy;
}

void
catalogue_record_free (CatalogueRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->id);
  g_free (record->name);
  g_ptr_array_unref (record->members);
  g_free (record);
}

/* }}} */
