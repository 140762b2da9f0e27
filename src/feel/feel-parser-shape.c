/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-parser.h"

#include <string.h>

/* Types after `instance of`. */

static const struct
{
  const char *name;
  FeelKind kind;
} simple[] = {
  { "number", FEEL_NUMBER },
  { "string", FEEL_STRING },
  { "boolean", FEEL_BOOLEAN },
  { "date and time", FEEL_DATE_TIME },
  { "date", FEEL_DATE },
  { "time", FEEL_TIME },
  { "days and time duration", FEEL_DAYS_DURATION },
  { "years and months duration", FEEL_YEARS_DURATION },
};

static FeelShape *
shape_new (FeelParser *parser, FeelKind kind, guint n_parts)
{
  FeelShape *shape = feel_arena_alloc (parser->arena, sizeof (FeelShape));

  shape->kind = kind;
  shape->n_parts = n_parts;
  shape->parts = feel_arena_alloc (parser->arena, (n_parts + 1) * sizeof (FeelShape *));
  shape->part_names = feel_arena_alloc (parser->arena, (n_parts + 1) * sizeof (char *));
  return shape;
}

/* `list<number>`; a list or range of anything when no type is given. */
static FeelShape *
parse_of_one (FeelParser *parser, FeelKind kind)
{
  FeelShape *shape;

  if (!feel_parser_take (parser, "<"))
    return shape_new (parser, kind, 0);
  shape = shape_new (parser, kind, 1);
  shape->parts[0] = feel_parse_shape (parser);
  feel_parser_need (parser, ">");
  return shape;
}

/* `context<name: string, age: number>` */
static FeelShape *
parse_context (FeelParser *parser)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  FeelShape *shape;

  if (!feel_parser_take (parser, "<"))
    return shape_new (parser, FEEL_CONTEXT, 0);
  do
    {
      g_ptr_array_add (names, (char *)feel_parse_entry_name (parser));
      feel_parser_need (parser, ":");
      g_ptr_array_add (parts, (FeelShape *)feel_parse_shape (parser));
    }
  while (feel_parser_take (parser, ",") && !parser->failed);
  feel_parser_need (parser, ">");
  shape = shape_new (parser, FEEL_CONTEXT, names->len);
  memcpy (shape->part_names, names->pdata, names->len * sizeof (gpointer));
  memcpy (shape->parts, parts->pdata, parts->len * sizeof (gpointer));
  return shape;
}

static FeelShape *
parse_shape (FeelParser *parser)
{
  FeelShape *shape;

  for (guint i = 0; i < G_N_ELEMENTS (simple); i++)
    if (feel_parser_take_word (parser, simple[i].name))
      return shape_new (parser, simple[i].kind, 0);
  if (feel_parser_take_word (parser, "list"))
    return parse_of_one (parser, FEEL_LIST);
  if (feel_parser_take_word (parser, "range"))
    return parse_of_one (parser, FEEL_RANGE);
  if (feel_parser_take_word (parser, "context"))
    return parse_context (parser);
  shape = shape_new (parser, FEEL_NULL, 0);
  shape->any = feel_parser_take_word (parser, "Any");
  if (shape->any || feel_parser_take_word (parser, "Null"))
    return shape;
  if (feel_parser_see_word (parser, "function"))
    feel_parser_fail (parser, FEEL_ERROR_UNSUPPORTED, "function values are not supported");
  else
    feel_parser_fail_expected (parser, "the name of a type");
  return shape;
}

const FeelShape *
feel_parse_shape (FeelParser *parser)
{
  FeelShape *shape;

  if (!feel_parser_enter (parser))
    return shape_new (parser, FEEL_NULL, 0);
  shape = parse_shape (parser);
  feel_parser_leave (parser);
  return shape;
}

/* --- Putting them to a value
 * ------------------------------------------------------------------------------------- */

static gboolean
items_hold (const FeelShape *of, const FeelList *list)
{
  for (guint i = 0; i < list->n_items; i++)
    if (!feel_shape_holds (of, list->items[i]))
      return FALSE;
  return TRUE;
}

static gboolean
end_holds (const FeelShape *of, FeelValue end)
{
  return end.kind == FEEL_NULL || feel_shape_holds (of, end);
}

static gboolean
entries_hold (const FeelShape *shape, FeelValue context)
{
  for (guint i = 0; i < shape->n_parts; i++)
    if (!feel_shape_holds (shape->parts[i], feel_value_member (context, shape->part_names[i])))
      return FALSE;
  return TRUE;
}

/* A null is of no type but Null; more entries than a context's type names do no harm. */
gboolean
feel_shape_holds (const FeelShape *shape, FeelValue value)
{
  if (shape->any || value.kind == FEEL_NULL)
    return shape->any ? value.kind != FEEL_NULL : shape->kind == FEEL_NULL;
  if (value.kind != shape->kind)
    return FALSE;
  if (shape->n_parts == 0)
    return TRUE;
  if (value.kind == FEEL_LIST)
    return items_hold (shape->parts[0], value.list);
  if (value.kind == FEEL_RANGE)
    return end_holds (shape->parts[0], value.range->low)
           && end_holds (shape->parts[0], value.range->high);
  return entries_hold (shape, value);
}
