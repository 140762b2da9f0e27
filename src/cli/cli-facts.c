/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-facts.h"

#include "base/base-json-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static FeelValue read_value (const BaseJsonCursor *at, FeelKind kind, FeelArena *arena);

static FeelValue
read_text (const BaseJsonCursor *at, FeelKind kind, FeelArena *arena)
{
  FeelValue text = feel_value_string_copy (arena, base_json_string (at), -1);
  const char *words = feel_value_get_string (text);
  FeelValue value = text;

  if (words == NULL)
    return feel_value_null ();
  if (kind == FEEL_DATE)
    value = feel_value_date (words);
  else if (kind == FEEL_TIME)
    value = feel_value_time (words);
  else if (kind == FEEL_DATE_TIME)
    value = feel_value_date_time (words);
  else if (kind == FEEL_DAYS_DURATION || kind == FEEL_YEARS_DURATION)
    value = feel_value_duration (words);
  if (feel_value_is_null (value))
    base_json_fail (at, _ ("found “%s”, expected a %s"), words, feel_kind_name (kind));
  return value;
}

static FeelValue
read_list (const BaseJsonCursor *at, FeelKind kind, FeelArena *arena)
{
  guint n = base_json_length (at);
  g_autofree FeelValue *items = g_new0 (FeelValue, n + 1);

  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (at, i);

      items[i] = read_value (&item, kind, arena);
    }
  return feel_value_list (arena, items, n);
}

static FeelValue
read_context (const BaseJsonCursor *at, FeelArena *arena)
{
  const char *const *names = base_json_members (at);
  guint n = names != NULL ? g_strv_length ((char **)names) : 0;
  FeelContext *context = feel_context_new (arena, n);

  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor member = base_json_get (at, names[i]);

      context->entries[i].name = feel_arena_intern (arena, names[i], strlen (names[i]));
      context->entries[i].value = read_value (&member, FEEL_NULL, arena);
    }
  return feel_value_context (context);
}

static FeelValue
read_value (const BaseJsonCursor *at, FeelKind kind, FeelArena *arena)
{
  FeelNumber number;

  if (!base_json_present (at))
    return feel_value_null ();
  if (base_json_is_boolean (at))
    return feel_value_boolean (base_json_boolean (at));
  if (base_json_is_string (at))
    return read_text (at, kind, arena);
  if (base_json_is_array (at))
    return read_list (at, kind, arena);
  if (base_json_is_object (at))
    return read_context (at, arena);
  if (feel_number_from_double (base_json_number (at, -G_MAXDOUBLE, G_MAXDOUBLE), &number))
    return feel_value_number (number);
  base_json_fail (at, _ ("the number cannot be held exactly"));
  return feel_value_null ();
}

FeelValue
cli_facts_value (const BaseJsonCursor *at, FeelArena *arena)
{
  return read_value (at, FEEL_NULL, arena);
}

static gboolean
is_interval (const BaseJsonCursor *at, const DmnInput *input)
{
  BaseJsonCursor low, high;

  if (!base_json_is_object (at) || input->collection
      || !(input->kind == FEEL_NUMBER || input->kind == FEEL_DATE || input->kind == FEEL_DATE_TIME))
    return FALSE;
  low = base_json_get (at, "low");
  high = base_json_get (at, "high");
  return base_json_present (&low) || base_json_present (&high);
}

static DmnFact
read_interval (const BaseJsonCursor *at, const DmnInput *input, FeelArena *arena)
{
  static const char *const members[] = { "low", "high", NULL };
  BaseJsonCursor low = base_json_get (at, "low");
  BaseJsonCursor high = base_json_get (at, "high");

  base_json_only (at, members);
  return dmn_fact_interval (feel_value_range (arena, read_value (&low, input->kind, arena), TRUE,
                                              read_value (&high, input->kind, arena), TRUE));
}

DmnFact *
cli_facts_new (const DmnModel *model, const BaseJsonCursor *object, FeelArena *arena)
{
  return cli_facts_new_beside (model, NULL, object, arena);
}

DmnFact *
cli_facts_new_beside (const DmnModel *model,
                      const DmnModel *beside,
                      const BaseJsonCursor *object,
                      FeelArena *arena)
{
  DmnFact *facts = g_new0 (DmnFact, dmn_model_n_inputs (model) + 1);
  const char *const *names = base_json_members (object);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      BaseJsonCursor member = base_json_get (object, names[i]);
      int index = dmn_model_find_input (model, names[i]);
      const DmnInput *input;
      g_autoptr (GError) error = NULL;

      if (index < 0 && beside != NULL && dmn_model_find_input (beside, names[i]) >= 0)
        continue;
      if (index < 0)
        {
          base_json_fail (&member, _ ("the model “%s” has no such input"), dmn_model_name (model));
          continue;
        }
      input = dmn_model_input (model, (guint)index);
      if (is_interval (&member, input))
        {
          facts[index] = read_interval (&member, input, arena);
          continue;
        }
      facts[index] = dmn_fact_value (read_value (&member, input->kind, arena));
      if (!base_json_failed (member.document)
          && !dmn_model_check_input (model, (guint)index, facts[index].value, &error))
        base_json_fail (&member, "%s", error->message);
    }
  return facts;
}

gboolean
cli_facts_values (const DmnModel *model, const DmnFact *facts, FeelValue **values, GError **error)
{
  guint n = dmn_model_n_inputs (model);

  *values = g_new0 (FeelValue, n + 1);
  for (guint i = 0; i < n; i++)
    {
      if (facts[i].kind == DMN_FACT_INTERVAL)
        {
          g_set_error (error, DMN_ERROR, DMN_ERROR_INPUT,
                       _ ("input “%s”: found an interval, expected a value"),
                       dmn_model_input (model, i)->name);
          g_clear_pointer (values, g_free);
          return FALSE;
        }
      (*values)[i] = facts[i].kind == DMN_FACT_VALUE ? facts[i].value : feel_value_null ();
    }
  return TRUE;
}

static void
visit_nulls (FeelValue value, GString *path, CliNullFunc function, gpointer data)
{
  gsize length = path->len;

  if (value.kind == FEEL_NULL && feel_value_reason (value) != NULL)
    function (path->str, feel_value_reason (value), data);
  for (guint i = 0; value.kind == FEEL_LIST && i < value.list->n_items; i++)
    {
      g_string_append_printf (path, "[%u]", i + 1);
      visit_nulls (value.list->items[i], path, function, data);
      g_string_truncate (path, length);
    }
  for (guint i = 0; value.kind == FEEL_CONTEXT && i < value.context->n_entries; i++)
    {
      g_string_append_printf (path, ".%s", value.context->entries[i].name);
      visit_nulls (value.context->entries[i].value, path, function, data);
      g_string_truncate (path, length);
    }
}

void
cli_facts_foreach_null (FeelValue value, CliNullFunc function, gpointer data)
{
  g_autoptr (GString) path = g_string_new (NULL);

  visit_nulls (value, path, function, data);
}

static void
write_list (BaseJsonWriter *writer, const char *member, const FeelList *list)
{
  base_json_writer_begin_array (writer, member);
  for (guint i = 0; i < list->n_items; i++)
    cli_facts_write (writer, NULL, list->items[i]);
  base_json_writer_end_array (writer);
}

static void
write_context (BaseJsonWriter *writer, const char *member, const FeelContext *context)
{
  base_json_writer_begin_object (writer, member);
  for (guint i = 0; i < context->n_entries; i++)
    cli_facts_write (writer, context->entries[i].name, context->entries[i].value);
  base_json_writer_end_object (writer);
}

void
cli_facts_write (BaseJsonWriter *writer, const char *member, FeelValue value)
{
  g_autofree char *text = NULL;

  switch (value.kind)
    {
    case FEEL_NULL:
      base_json_writer_null (writer, member);
      break;
    case FEEL_BOOLEAN:
      base_json_writer_boolean (writer, member, value.boolean);
      break;
    case FEEL_LIST:
      write_list (writer, member, value.list);
      break;
    case FEEL_CONTEXT:
      write_context (writer, member, value.context);
      break;
    case FEEL_NUMBER:
      text = feel_value_to_string (value);
      base_json_writer_number (writer, member, g_ascii_strtod (text, NULL));
      break;
    case FEEL_STRING:
    case FEEL_DATE:
    case FEEL_TIME:
    case FEEL_DATE_TIME:
    case FEEL_DAYS_DURATION:
    case FEEL_YEARS_DURATION:
    case FEEL_RANGE:
    default:
      text = feel_value_to_string (value);
      base_json_writer_string (writer, member, text);
      break;
    }
}
