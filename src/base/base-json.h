/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-error.h"

G_BEGIN_DECLS

/* Strict JSON in. A #BaseJson is one parsed document; a #BaseJsonCursor is a place in it that knows
 * its path.
 *
 * The text is read by a strict scanner of our own (base-json-scan.h): RFC 8259, UTF-8, depth at
 * most 64, no duplicate members, no NUL, no comments, integers inside ±2^53, numbers finite.
 *
 * Reading never branches on errors: a reader that meets a wrong thing returns an empty value and
 * the document keeps the FIRST error ("FILE: $.company.name: found a number, expected a string"). A
 * loader reads everything, then calls base_json_finish() once. */
typedef struct _BaseJson BaseJson;

typedef struct _BaseJsonCursor BaseJsonCursor;
struct _BaseJsonCursor
{
  /*< private >*/
  BaseJson *document;
  gpointer node; /* NULL: absent */
  const BaseJsonCursor
      *parent; /* must outlive this cursor: cursors live on the stack, inner ones deeper */
  const char *member;
  guint index;
};

#define BASE_JSON_DEFAULT_CAP ((gsize)64 * 1024 * 1024)

/* One line of a string-to-enum table, ended by { NULL, 0 }. */
typedef struct
{
  const char *name;
  int value;
} BaseJsonName;

BaseJson *base_json_parse (const char *text, gssize length, const char *source_name, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
BaseJson *base_json_load (const char *path, gsize cap, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* For a GResource or a stream line: as parse, but the bytes count against @cap too. */
void base_json_free (BaseJson *json);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaseJson, base_json_free)

const char *base_json_source_name (const BaseJson *json);
/* Hex SHA-256 of the bytes that were parsed. Borrowed. */
const char *base_json_sha256 (const BaseJson *json);

BaseJsonCursor base_json_root (BaseJson *json);

/* TRUE when nothing went wrong so far; otherwise sets @error to the first problem. */
gboolean base_json_finish (BaseJson *json, GError **error);
gboolean base_json_failed (const BaseJson *json);

/* Records a problem at @at (only the first is kept). For checks of meaning: ranges, unknown ids,
 * duplicates. */
void base_json_fail (const BaseJsonCursor *at, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* "$.company.accounts[0].staff" */
char *base_json_path (const BaseJsonCursor *at) G_GNUC_WARN_UNUSED_RESULT;

gboolean base_json_present (const BaseJsonCursor *at); /* a JSON null is not present */
gboolean base_json_is_null (const BaseJsonCursor *at); /* the member is there and is null */
gboolean base_json_is_object (const BaseJsonCursor *at);
gboolean base_json_is_array (const BaseJsonCursor *at);
gboolean base_json_is_string (const BaseJsonCursor *at);
gboolean base_json_is_number (const BaseJsonCursor *at);
gboolean base_json_is_boolean (const BaseJsonCursor *at);

/* Cursors to parts. need = the member must be there. @object must be an object, else an error is
 * kept. */
BaseJsonCursor base_json_get (const BaseJsonCursor *object, const char *member);
BaseJsonCursor base_json_need (const BaseJsonCursor *object, const char *member);
guint
base_json_length (const BaseJsonCursor *array); /* 0 for absent; error if present and no array */
BaseJsonCursor base_json_item (const BaseJsonCursor *array, guint index);
/* Names of an object's members in file order, NULL-terminated; borrowed from the document. */
const char *const *base_json_members (const BaseJsonCursor *object);
/* Error at the first member that is not in @allowed (NULL-terminated). */
void base_json_only (const BaseJsonCursor *object, const char *const *allowed);

/* Typed values. For a _get_ form an absent (or null) member gives the fallback; the wrong type is
 * an error. Strings are borrowed from the document. */
const char *base_json_string (const BaseJsonCursor *at); /* must be a non-empty string */
const char *
base_json_get_string (const BaseJsonCursor *object, const char *member, const char *fallback);
const char *base_json_need_string (const BaseJsonCursor *object, const char *member);
gint64 base_json_integer (const BaseJsonCursor *at, gint64 low, gint64 high);
gint64 base_json_get_integer (
    const BaseJsonCursor *object, const char *member, gint64 low, gint64 high, gint64 fallback);
gint64
base_json_need_integer (const BaseJsonCursor *object, const char *member, gint64 low, gint64 high);
double base_json_number (const BaseJsonCursor *at, double low, double high);
double base_json_get_number (
    const BaseJsonCursor *object, const char *member, double low, double high, double fallback);
double
base_json_need_number (const BaseJsonCursor *object, const char *member, double low, double high);
gboolean base_json_boolean (const BaseJsonCursor *at);
gboolean
base_json_get_boolean (const BaseJsonCursor *object, const char *member, gboolean fallback);
int
base_json_need_name (const BaseJsonCursor *object, const char *member, const BaseJsonName *names);
int base_json_get_name (const BaseJsonCursor *object,
                        const char *member,
                        const BaseJsonName *names,
                        int fallback);
/* ISO date YYYY-MM-DD that exists in the calendar; NULL when absent. Borrowed. */
const char *base_json_get_date (const BaseJsonCursor *object, const char *member);
/* A list of non-empty strings as a new strv (never NULL; empty when absent). */
char **base_json_get_strings (const BaseJsonCursor *object,
                              const char *member) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
