/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-json-scan.h"
#include "base/base-json-writer.h"
#include "base/base-json.h"

#include <float.h>
#include <stdint.h>
#include <string.h>

/* Any bytes as JSON. Beyond not crashing: what is read can be written, and what we
 * write of it must be JSON again. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void copy_value (const BaseJsonCursor *at, const char *member, BaseJsonWriter *writer);

static void
copy_object (const BaseJsonCursor *at, const char *member, BaseJsonWriter *writer)
{
  const char *const *names = base_json_members (at);

  base_json_writer_begin_object (writer, member);
  for (guint i = 0; names[i] != NULL; i++)
    {
      BaseJsonCursor value = base_json_get (at, names[i]);

      copy_value (&value, names[i], writer);
    }
  base_json_writer_end_object (writer);
}

static void
copy_array (const BaseJsonCursor *at, const char *member, BaseJsonWriter *writer)
{
  guint length = base_json_length (at);

  base_json_writer_begin_array (writer, member);
  for (guint i = 0; i < length; i++)
    {
      BaseJsonCursor value = base_json_item (at, i);

      copy_value (&value, NULL, writer);
    }
  base_json_writer_end_array (writer);
}

static void
copy_value (const BaseJsonCursor *at, const char *member, BaseJsonWriter *writer)
{
  if (base_json_is_object (at))
    copy_object (at, member, writer);
  else if (base_json_is_array (at))
    copy_array (at, member, writer);
  else if (base_json_is_string (at))
    base_json_writer_string (writer, member, base_json_string (at));
  else if (base_json_is_number (at))
    base_json_writer_number (writer, member, base_json_number (at, -DBL_MAX, DBL_MAX));
  else if (base_json_is_boolean (at))
    base_json_writer_boolean (writer, member, base_json_boolean (at));
  else
    base_json_writer_null (writer, member);
}

/* Readers of every type, each of which finds the wrong one most of the time. */
static void
read_wrongly (const BaseJsonCursor *at)
{
  static const BaseJsonName names[] = { { "one", 1 }, { NULL, 0 } };
  static const char *const allowed[] = { "a", NULL };
  g_auto (GStrv) strings = base_json_get_strings (at, "a");
  g_autofree char *path = base_json_path (at);

  base_json_need_string (at, "a");
  base_json_need_integer (at, "b", -5, 5);
  base_json_need_number (at, "c", -5, 5);
  base_json_get_boolean (at, "d", TRUE);
  base_json_need_name (at, "e", names);
  base_json_get_date (at, "f");
  base_json_only (at, allowed);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *)data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BaseJson) json = base_json_parse (text, (gssize)size, "FUZZ", &error);
  g_autofree char *copy = NULL;
  BaseJsonWriter *writer;
  BaseJsonCursor root;

  if (json == NULL)
    {
      g_assert_true (error != NULL && g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  root = base_json_root (json);
  writer = base_json_writer_new (size % 2 == 0);
  copy_value (&root, NULL, writer);
  copy = base_json_writer_finish (writer);
  g_autoptr (BaseJsonTree) again = base_json_scan (copy, strlen (copy), "COPY", NULL);
  g_assert_nonnull (again);
  read_wrongly (&root);
  return 0;
}
