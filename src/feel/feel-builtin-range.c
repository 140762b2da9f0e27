/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-builtin.h"

/* Functions on ranges, and is(). A point stands for the range from it to it. */

static FeelValue
none (void)
{
  return feel_value_null_because ("the two ranges or points cannot be compared");
}

/* A null is no point. */
static gboolean
are_known (const FeelValue *a)
{
  return a[0].kind != FEEL_NULL && a[1].kind != FEEL_NULL;
}

static FeelRange
as_range (FeelValue value)
{
  return value.kind == FEEL_RANGE ? *value.range : (FeelRange){ value, value, TRUE, TRUE };
}

/* -1, 0, 1 of two ends on the line; open ends lie a hair inside. FALSE when not comparable. */
typedef struct
{
  FeelValue value;
  int side; /* -1: low end, 1: high end */
  gboolean closed;
} End;

static End
low_end (const FeelRange *range)
{
  return (End){ range->low, -1, range->low_closed };
}

static End
high_end (const FeelRange *range)
{
  return (End){ range->high, 1, range->high_closed };
}

static gboolean
compare_ends (End a, End b, int *order)
{
  int hair_a = a.closed ? 0 : -a.side, hair_b = b.closed ? 0 : -b.side;

  if (a.value.kind == FEEL_NULL || b.value.kind == FEEL_NULL)
    {
      int far_a = a.value.kind == FEEL_NULL ? a.side : 0;
      int far_b = b.value.kind == FEEL_NULL ? b.side : 0;

      *order = (far_a > far_b) - (far_a < far_b);
      return TRUE;
    }
  if (!feel_value_compare (a.value, b.value, order))
    return FALSE;
  if (*order == 0)
    *order = (hair_a > hair_b) - (hair_a < hair_b);
  return TRUE;
}

static FeelValue
call_before (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelRange first = as_range (a[0]), second = as_range (a[1]);
  int order;

  if (!are_known (a))
    return none ();
  return compare_ends (high_end (&first), low_end (&second), &order)
             ? feel_value_boolean (order < 0)
             : none ();
}

static FeelValue
call_after (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelValue swapped[] = { a[1], a[0] };

  return call_before (swapped, n, arena);
}

static FeelValue
call_includes (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelRange outer = as_range (a[0]), inner = as_range (a[1]);
  int low, high;

  if (!are_known (a))
    return none ();
  if (!compare_ends (low_end (&outer), low_end (&inner), &low)
      || !compare_ends (high_end (&outer), high_end (&inner), &high))
    return none ();
  return feel_value_boolean (low <= 0 && high >= 0);
}

static FeelValue
call_during (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelValue swapped[] = { a[1], a[0] };

  return call_includes (swapped, n, arena);
}

static FeelValue
call_overlaps (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelRange first = as_range (a[0]), second = as_range (a[1]);
  int one, other;

  if (!are_known (a))
    return none ();
  if (!compare_ends (low_end (&first), high_end (&second), &one)
      || !compare_ends (low_end (&second), high_end (&first), &other))
    return none ();
  return feel_value_boolean (one <= 0 && other <= 0);
}

/* The first begins earlier and ends within the second. */
static FeelValue
call_overlaps_before (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelRange first = as_range (a[0]), second = as_range (a[1]);
  int start, inside, end;

  if (!are_known (a))
    return none ();
  if (!compare_ends (low_end (&first), low_end (&second), &start)
      || !compare_ends (high_end (&first), low_end (&second), &inside)
      || !compare_ends (high_end (&first), high_end (&second), &end))
    return none ();
  return feel_value_boolean (start < 0 && inside >= 0 && end <= 0);
}

static FeelValue
call_overlaps_after (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelRange first = as_range (a[0]), second = as_range (a[1]);
  int start, inside, end;

  if (!are_known (a))
    return none ();
  if (!compare_ends (low_end (&first), low_end (&second), &start)
      || !compare_ends (low_end (&first), high_end (&second), &inside)
      || !compare_ends (high_end (&first), high_end (&second), &end))
    return none ();
  return feel_value_boolean (start >= 0 && inside <= 0 && end > 0);
}

static FeelValue
call_meets (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelRange first = as_range (a[0]), second = as_range (a[1]);
  int order;

  if (!are_known (a))
    return none ();
  if (!feel_value_compare (first.high, second.low, &order))
    return none ();
  return feel_value_boolean (order == 0 && first.high_closed && second.low_closed);
}

static FeelValue
call_met_by (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelValue swapped[] = { a[1], a[0] };

  return call_meets (swapped, n, arena);
}

static FeelValue
call_coincides (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelRange first = as_range (a[0]), second = as_range (a[1]);
  int low, high;

  if (!are_known (a))
    return none ();
  if (!compare_ends (low_end (&first), low_end (&second), &low)
      || !compare_ends (high_end (&first), high_end (&second), &high))
    return none ();
  return feel_value_boolean (low == 0 && high == 0);
}

static FeelValue
call_starts (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelRange first = as_range (a[0]), second = as_range (a[1]);
  int low, high;

  if (!are_known (a))
    return none ();
  if (!compare_ends (low_end (&first), low_end (&second), &low)
      || !compare_ends (high_end (&first), high_end (&second), &high))
    return none ();
  return feel_value_boolean (low == 0 && high <= 0);
}

static FeelValue
call_started_by (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelValue swapped[] = { a[1], a[0] };

  return call_starts (swapped, n, arena);
}

static FeelValue
call_finishes (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelRange first = as_range (a[0]), second = as_range (a[1]);
  int low, high;

  if (!are_known (a))
    return none ();
  if (!compare_ends (low_end (&first), low_end (&second), &low)
      || !compare_ends (high_end (&first), high_end (&second), &high))
    return none ();
  return feel_value_boolean (low >= 0 && high == 0);
}

static FeelValue
call_finished_by (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelValue swapped[] = { a[1], a[0] };

  return call_finishes (swapped, n, arena);
}

static FeelValue
call_is (const FeelValue *a, guint n, FeelArena *arena)
{
  return feel_value_boolean (feel_value_identical (a[0], a[1]));
}

/* range("[1..5)"): the text of a range whose ends are constants. */
static FeelValue
call_range (const FeelValue *a, guint n, FeelArena *arena)
{
  g_autoptr (FeelScope) empty = feel_scope_new ();
  const char *text = feel_value_get_string (a[0]);
  FeelExpression *expression
      = text != NULL ? feel_expression_parse (text, empty, arena, NULL) : NULL;
  FeelValue value;

  if (expression == NULL || !feel_expression_constant (expression, &value)
      || value.kind != FEEL_RANGE)
    return feel_value_null_because ("range() takes the text of a range with constant ends");
  return value;
}

#define TWO_WAYS "point1,point2|point,range|range,point|range1,range2"
#define POINT_IN "point,range|range1,range2"

const FeelBuiltin feel_range_builtins[] = {
  { "before", TWO_WAYS, 2, 2, call_before },
  { "after", TWO_WAYS, 2, 2, call_after },
  { "includes", "range,point|range1,range2", 2, 2, call_includes },
  { "during", POINT_IN, 2, 2, call_during },
  { "overlaps", "range1,range2", 2, 2, call_overlaps },
  { "overlaps before", "range1,range2", 2, 2, call_overlaps_before },
  { "overlaps after", "range1,range2", 2, 2, call_overlaps_after },
  { "meets", "range1,range2", 2, 2, call_meets },
  { "met by", "range1,range2", 2, 2, call_met_by },
  { "coincides", "point1,point2|range1,range2", 2, 2, call_coincides },
  { "starts", POINT_IN, 2, 2, call_starts },
  { "started by", "range,point|range1,range2", 2, 2, call_started_by },
  { "finishes", POINT_IN, 2, 2, call_finishes },
  { "finished by", "range,point|range1,range2", 2, 2, call_finished_by },
  { "is", "value1,value2", 2, 2, call_is },
  { "range", "from", 1, 1, call_range },
  { NULL },
};
