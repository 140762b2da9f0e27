/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feel/feel-arena.h"
#include "feel/feel-number.h"

G_BEGIN_DECLS

/* A value of FEEL: plain, 24 bytes, passed and stored by value. Strings, lists, ranges and contexts
 * point into the arena in which they were made (or to memory that the caller promises to keep). A
 * zeroed value is null. */

typedef enum
{
  FEEL_NULL = 0, /* with the reason, see feel_value_reason() */
  FEEL_BOOLEAN,
  FEEL_NUMBER,
  FEEL_STRING,
  FEEL_DATE,
  FEEL_TIME,
  FEEL_DATE_TIME,
  FEEL_DAYS_DURATION,  /* days and time duration: seconds and nanoseconds */
  FEEL_YEARS_DURATION, /* years and months duration: months */
  FEEL_LIST,
  FEEL_RANGE,
  FEEL_CONTEXT,
} FeelKind;

typedef struct _FeelList FeelList;
typedef struct _FeelRange FeelRange;
typedef struct _FeelContext FeelContext;

#define FEEL_NO_OFFSET G_MININT32

typedef struct
{
  FeelKind kind : 8;
  gint32 extra; /* string: bytes; time, date and time: offset from UTC in seconds or FEEL_NO_OFFSET;
                 * days duration: nanoseconds, with the sign of the seconds */
  union
  {
    gboolean boolean;
    FeelNumber number;
    struct
    {
      const char *text; /* UTF-8, NUL-terminated */
      guint64 hash;
    } string;
    struct
    {
      gint64 days;        /* since 1970-01-01, proleptic Gregorian */
      gint64 nanoseconds; /* since midnight */
    } moment; /* date: days; time: nanoseconds; date and time: both, as written in its offset */
    gint64 seconds; /* days duration */
    gint64 months;  /* years duration */
    const FeelList *list;
    const FeelRange *range;
    const FeelContext *context;
    const char *reason; /* null: why, or NULL for a null that was given as such */
  };
} FeelValue;
G_STATIC_ASSERT (sizeof (FeelValue) <= 24);

struct _FeelList
{
  guint n_items;
  FeelValue items[];
};

/* An end that is null is open to infinity: `< 10` is (null..10). */
struct _FeelRange
{
  FeelValue low;
  FeelValue high;
  gboolean low_closed;
  gboolean high_closed;
};

typedef struct
{
  const char *name;
  FeelValue value;
} FeelEntry;

struct _FeelContext
{
  guint n_entries;
  FeelEntry entries[]; /* in the order they were written */
};

/* Making values. "borrowed": the text must live as long as the value. */
#define FEEL_NULL_VALUE ((FeelValue){ .kind = FEEL_NULL })
FeelValue feel_value_null (void);
FeelValue feel_value_null_because (const char *reason); /* borrowed: a literal or arena text */
FeelValue feel_value_boolean (gboolean boolean);
FeelValue feel_value_number (FeelNumber number);
FeelValue feel_value_number_from_int64 (gint64 value);
/* @value × 10^-@places: (2656, 2) is 26.56. */
FeelValue feel_value_number_from_scaled (gint64 value, guint places);
/* Borrowed; hashed here once, so that tables find it fast. NULL gives null. */
FeelValue feel_value_string (const char *text);
FeelValue feel_value_string_copy (FeelArena *arena, const char *text, gssize length);
/* ISO 8601 as FEEL and XML Schema write it: "2026-11-20", "10:30:00Z", "2026-11-20T10:30:00+01:00",
 * "P1Y2M", "P3DT4H". Text that is none gives a null with its reason. Zones are offsets only. */
FeelValue feel_value_date (const char *iso);
FeelValue feel_value_time (const char *iso);
FeelValue feel_value_date_time (const char *iso);
FeelValue feel_value_duration (const char *iso); /* either kind of duration */
FeelValue feel_value_date_from_days (gint64 days_since_1970);
/* Copies the @n_items values (not what they point to). */
FeelValue feel_value_list (FeelArena *arena, const FeelValue *items, guint n_items);
/* Null for an end that is open to infinity. */
FeelValue feel_value_range (
    FeelArena *arena, FeelValue low, gboolean low_closed, FeelValue high, gboolean high_closed);
/* @n_entries null values; fill entries[] before the value is shared. */
FeelContext *feel_context_new (FeelArena *arena, guint n_entries);
FeelValue feel_value_context (const FeelContext *context);

/* Looking in. */
static inline gboolean
feel_value_is_null (FeelValue value)
{
  return value.kind == FEEL_NULL;
}
static inline gboolean
feel_value_is_true (FeelValue value)
{
  return value.kind == FEEL_BOOLEAN && value.boolean;
}
static inline gboolean
feel_value_is_string (FeelValue value, const char *text)
{
  return value.kind == FEEL_STRING && g_str_equal (value.string.text, text);
}
/* The text of a string, else NULL. Borrowed. */
const char *feel_value_get_string (FeelValue value);
/* Why a null is null: "no rule of table X matched"; NULL for a null that was meant, or no null.
 * Borrowed. */
const char *feel_value_reason (FeelValue value);
/* The member of a context; null with its reason when it is none or has none. */
FeelValue feel_value_member (FeelValue context, const char *name);
/* Counted from 0; null beyond the end. A value that is no list is a list of itself. */
FeelValue feel_value_item (FeelValue list, guint index);
guint feel_value_n_items (FeelValue list);

/* As FEEL's `=`: TRUE and the result, FALSE when the two cannot be compared (result null). */
gboolean feel_value_equal (FeelValue a, FeelValue b, gboolean *equal);
/* As two values of C: kind and content are the same; null equals null whatever its reason. */
gboolean feel_value_identical (FeelValue a, FeelValue b);
/* As FEEL's `<`: numbers, strings by code point, dates and times, durations of one kind. FALSE when
 * not comparable. */
gboolean feel_value_compare (FeelValue a, FeelValue b, int *order);
guint feel_value_hash (FeelValue value);
/* Three-valued: 1 inside, 0 outside, -1 not comparable. */
int feel_range_contains (const FeelRange *range, FeelValue value);

/* The value as FEEL writes it: 26.56, "text", date("2026-11-20"), [1, 2], [1..5), {a: 1}. g_free().
 */
char *feel_value_to_feel (FeelValue value) G_GNUC_WARN_UNUSED_RESULT;
/* As FEEL's string(): a string without its quotes, a date as ISO text. g_free(). */
char *feel_value_to_string (FeelValue value) G_GNUC_WARN_UNUSED_RESULT;
/* "number", "string", "date and time", "days and time duration" … */
const char *feel_kind_name (FeelKind kind);
/* Values share their parts, so that a short text can name one that would take years to write down:
 * `for i in 1..99 return partial`. FALSE when @value has more than FEEL_PARTS_CAP parts (64 bytes
 * of a string are one) or is nested deeper than FEEL_NESTING_CAP; @n_parts (optional): the parts
 * counted. The evaluator gives null in place of such a value. */
#define FEEL_PARTS_CAP 100000
#define FEEL_NESTING_CAP 128
gboolean feel_value_is_bounded (FeelValue value, guint *n_parts);
/* A deep copy into another arena. */
FeelValue feel_value_copy (FeelArena *arena, FeelValue value);

G_END_DECLS
