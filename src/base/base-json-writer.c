/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-json-writer.h"

#include "base/base-number.h"

#include <math.h>
#include <string.h>

/* JSON out: 26.56 is written as 26.56, not as 26.559999999999999. */

/* A begun object or array. When pretty, plain values of an array share a line, everything else has
 * its own. */
typedef struct
{
  gboolean is_array;
  gboolean has_items;
  gboolean is_broken; /* an item began a new line: so does the end */
} Frame;

struct _BaseJsonWriter
{
  GString *text;
  GArray *frames;
  gboolean pretty;
  gboolean has_root;
};

BaseJsonWriter *
base_json_writer_new (gboolean pretty)
{
  BaseJsonWriter *writer = g_new0 (BaseJsonWriter, 1);

  writer->text = g_string_new (NULL);
  writer->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  writer->pretty = pretty;
  return writer;
}

void
base_json_writer_free (BaseJsonWriter *writer)
{
  if (writer == NULL)
    return;
  if (writer->text != NULL)
    g_string_free (writer->text, TRUE);
  g_array_unref (writer->frames);
  g_free (writer);
}

static Frame *
top_frame (const BaseJsonWriter *writer)
{
  return writer->frames->len > 0 ? &g_array_index (writer->frames, Frame, writer->frames->len - 1)
                                 : NULL;
}

static void
break_line (BaseJsonWriter *writer)
{
  if (!writer->pretty)
    return;
  g_string_append_c (writer->text, '\n');
  for (guint i = 0; i < writer->frames->len; i++)
    g_string_append (writer->text, "  ");
}

static void
append_quoted (GString *text, const char *value)
{
  g_autofree char *repaired
      = g_utf8_validate (value, -1, NULL) ? NULL : g_utf8_make_valid (value, -1);

  g_string_append_c (text, '"');
  for (const char *p = repaired != NULL ? repaired : value; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
      case '\\':
        g_string_append_c (text, '\\');
        g_string_append_c (text, *p);
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      case '\t':
        g_string_append (text, "\\t");
        break;
      default:
        if ((guchar)*p < 0x20 || *p == 0x7F)
          g_string_append_printf (text, "\\u%04x", (guint)*p);
        else
          g_string_append_c (text, *p);
      }
  g_string_append_c (text, '"');
}

/* What stands before a value: the comma, the line and the name. */
static void
begin_value (BaseJsonWriter *writer, const char *member, gboolean is_plain)
{
  Frame *frame = top_frame (writer);

  g_assert (writer->text != NULL);
  if (frame == NULL)
    {
      g_assert (!writer->has_root && member == NULL);
      writer->has_root = TRUE;
      return;
    }
  g_assert (frame->is_array == (member == NULL));
  if (frame->has_items)
    g_string_append_c (writer->text, ',');
  if (!frame->is_array || !is_plain)
    {
      frame->is_broken = TRUE;
      break_line (writer);
    }
  else if (frame->has_items && writer->pretty)
    g_string_append_c (writer->text, ' ');
  frame->has_items = TRUE;
  if (member == NULL)
    return;
  append_quoted (writer->text, member);
  g_string_append (writer->text, writer->pretty ? ": " : ":");
}

static void
begin_frame (BaseJsonWriter *writer, const char *member, gboolean is_array)
{
  Frame frame = { .is_array = is_array };

  g_return_if_fail (writer != NULL);

  begin_value (writer, member, FALSE);
  g_string_append_c (writer->text, is_array ? '[' : '{');
  g_array_append_val (writer->frames, frame);
}

static void
end_frame (BaseJsonWriter *writer, gboolean is_array)
{
  gboolean is_broken;

  g_return_if_fail (writer != NULL);

  g_assert (top_frame (writer) != NULL && top_frame (writer)->is_array == is_array);
  is_broken = top_frame (writer)->is_broken;
  g_array_set_size (writer->frames, writer->frames->len - 1);
  if (is_broken)
    break_line (writer);
  g_string_append_c (writer->text, is_array ? ']' : '}');
}

void
base_json_writer_begin_object (BaseJsonWriter *writer, const char *member)
{
  begin_frame (writer, member, FALSE);
}

void
base_json_writer_end_object (BaseJsonWriter *writer)
{
  end_frame (writer, FALSE);
}

void
base_json_writer_begin_array (BaseJsonWriter *writer, const char *member)
{
  begin_frame (writer, member, TRUE);
}

void
base_json_writer_end_array (BaseJsonWriter *writer)
{
  end_frame (writer, TRUE);
}

void
base_json_writer_string (BaseJsonWriter *writer, const char *member, const char *value)
{
  g_return_if_fail (writer != NULL);

  if (value == NULL)
    {
      base_json_writer_null (writer, member);
      return;
    }
  begin_value (writer, member, TRUE);
  append_quoted (writer->text, value);
}

void
base_json_writer_integer (BaseJsonWriter *writer, const char *member, gint64 value)
{
  g_return_if_fail (writer != NULL);

  begin_value (writer, member, TRUE);
  g_string_append_printf (writer->text, "%" G_GINT64_FORMAT, value);
}

void
base_json_writer_number (BaseJsonWriter *writer, const char *member, double value)
{
  char digits[BASE_NUMBER_SIZE];

  g_return_if_fail (writer != NULL);
  g_return_if_fail (isfinite (value));

  base_number_format (digits, value);
  begin_value (writer, member, TRUE);
  g_string_append (writer->text, digits);
  /* Without a sign that it is no integer, our reader would refuse one beyond 2^53. */
  if (fabs (value) > 9007199254740992.0 && strpbrk (digits, ".e") == NULL)
    g_string_append (writer->text, "e0");
}

void
base_json_writer_decimal (BaseJsonWriter *writer, const char *member, gint64 value, guint places)
{
  guint64 size = value < 0 ? -(guint64)value : (guint64)value;
  char digits[32];

  g_return_if_fail (writer != NULL);
  g_return_if_fail (places <= 18);

  for (; places > 0 && size % 10 == 0; places--)
    size /= 10;
  begin_value (writer, member, TRUE);
  if (value < 0)
    g_string_append_c (writer->text, '-');
  /* Padded so that there is a digit before the point: 5 with 2 places is 005, then 0.05. */
  g_snprintf (digits, sizeof digits, "%0*" G_GUINT64_FORMAT, (int)places + 1, size);
  g_string_append (writer->text, digits);
  if (places > 0)
    g_string_insert_c (writer->text, (gssize)(writer->text->len - places), '.');
}

void
base_json_writer_boolean (BaseJsonWriter *writer, const char *member, gboolean value)
{
  g_return_if_fail (writer != NULL);

  begin_value (writer, member, TRUE);
  g_string_append (writer->text, value ? "true" : "false");
}

void
base_json_writer_null (BaseJsonWriter *writer, const char *member)
{
  g_return_if_fail (writer != NULL);

  begin_value (writer, member, TRUE);
  g_string_append (writer->text, "null");
}

void
base_json_writer_strings (BaseJsonWriter *writer, const char *member, const char *const *values)
{
  base_json_writer_begin_array (writer, member);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    base_json_writer_string (writer, NULL, values[i]);
  base_json_writer_end_array (writer);
}

char *
base_json_writer_finish (BaseJsonWriter *writer)
{
  char *text;

  g_return_val_if_fail (writer != NULL, NULL);

  g_assert (writer->frames->len == 0 && writer->has_root);
  if (writer->pretty)
    g_string_append_c (writer->text, '\n');
  text = g_string_free (g_steal_pointer (&writer->text), FALSE);
  base_json_writer_free (writer);
  return text;
}
