/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-internal.h"

/* Types: those of FEEL, and what the file's item definitions make of them. */

static const DmnType builtins[] = {
  { .name = "Any" },
  { .name = "<Undefined>" }, /* the KIE editor's name for no type */
  { .name = "number", .kind = FEEL_NUMBER },
  { .name = "string", .kind = FEEL_STRING },
  { .name = "boolean", .kind = FEEL_BOOLEAN },
  { .name = "date", .kind = FEEL_DATE },
  { .name = "time", .kind = FEEL_TIME },
  { .name = "dateTime", .kind = FEEL_DATE_TIME },
  { .name = "date and time", .kind = FEEL_DATE_TIME },
  { .name = "dayTimeDuration", .kind = FEEL_DAYS_DURATION },
  { .name = "days and time duration", .kind = FEEL_DAYS_DURATION },
  { .name = "yearMonthDuration", .kind = FEEL_YEARS_DURATION },
  { .name = "years and months duration", .kind = FEEL_YEARS_DURATION },
  { .name = "context", .kind = FEEL_CONTEXT },
  { .name = "list", .collection = TRUE },
  /* names that editors write for numbers */
  { .name = "integer", .kind = FEEL_NUMBER },
  { .name = "long", .kind = FEEL_NUMBER },
  { .name = "double", .kind = FEEL_NUMBER },
};

const DmnType *
dmn_type_builtin (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (builtins); i++)
    if (g_str_equal (builtins[i].name, name))
      return &builtins[i];
  return NULL;
}

static gboolean
component_accepts (const DmnType *type, FeelValue value)
{
  for (guint i = 0; i < type->n_components; i++)
    {
      FeelValue part = feel_value_member (value, type->component_names[i]);

      if (!dmn_type_accepts (type->components[i], part))
        return FALSE;
    }
  return TRUE;
}

static gboolean
item_accepts (const DmnType *type, FeelValue value)
{
  FeelFrame frame = { 0 };

  if (value.kind == FEEL_NULL)
    return TRUE;
  if (type->kind != FEEL_NULL && value.kind != type->kind)
    return FALSE;
  if (type->n_components > 0 && !component_accepts (type, value))
    return FALSE;
  return type->allowed == NULL || feel_tests_evaluate (type->allowed, value, &frame) == 1;
}

gboolean
dmn_type_accepts (const DmnType *type, FeelValue value)
{
  if (value.kind == FEEL_NULL)
    return TRUE;
  if (value.kind == type->kind && type->allowed == NULL && type->n_components == 0
      && !type->collection)
    return TRUE;
  if (!type->collection)
    return item_accepts (type, value);
  if (value.kind != FEEL_LIST)
    return FALSE;
  for (guint i = 0; i < value.list->n_items; i++)
    if (!item_accepts (type, value.list->items[i]))
      return FALSE;
  return TRUE;
}

FeelValue
dmn_type_coerce (const DmnType *type, FeelValue value, FeelArena *arena)
{
  if (dmn_type_accepts (type, value))
    return value;
  if (type->collection && value.kind != FEEL_LIST && item_accepts (type, value))
    return feel_value_list (arena, &value, 1);
  if (!type->collection && value.kind == FEEL_LIST && value.list->n_items == 1
      && item_accepts (type, value.list->items[0]))
    return value.list->items[0];
  return feel_value_null_because (
      feel_arena_printf (arena, "the result is not of type %s", type->name));
}
