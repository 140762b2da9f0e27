/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* JSON out: members in the order they are written, UTF-8, numbers in the shortest form that reads
 * back the same (26.56, not 26.559999999999999). Member may be NULL inside arrays and at the root.
 */
typedef struct _BaseJsonWriter BaseJsonWriter;

BaseJsonWriter *base_json_writer_new (gboolean pretty) G_GNUC_WARN_UNUSED_RESULT;
void base_json_writer_free (BaseJsonWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaseJsonWriter, base_json_writer_free)

void base_json_writer_begin_object (BaseJsonWriter *writer, const char *member);
void base_json_writer_end_object (BaseJsonWriter *writer);
void base_json_writer_begin_array (BaseJsonWriter *writer, const char *member);
void base_json_writer_end_array (BaseJsonWriter *writer);
void base_json_writer_string (BaseJsonWriter *writer,
                              const char *member,
                              const char *value); /* NULL writes null */
void base_json_writer_integer (BaseJsonWriter *writer, const char *member, gint64 value);
void base_json_writer_number (BaseJsonWriter *writer, const char *member, double value);
/* An exact decimal: @value × 10^-@places, trailing zeros dropped: (2656, 2) is 26.56. */
void
base_json_writer_decimal (BaseJsonWriter *writer, const char *member, gint64 value, guint places);
void base_json_writer_boolean (BaseJsonWriter *writer, const char *member, gboolean value);
void base_json_writer_null (BaseJsonWriter *writer, const char *member);
void
base_json_writer_strings (BaseJsonWriter *writer, const char *member, const char *const *values);

/* Frees the writer; returns the text, ended by a newline when pretty. */
char *base_json_writer_finish (BaseJsonWriter *writer) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
