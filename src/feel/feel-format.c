/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-calendar.h"

/* Values as text: as FEEL writes them, and as FEEL's string() gives them. */

static void append_feel (GString *text, FeelValue value);

static void
append_quoted (GString *text, const char *words)
{
  g_string_append_c (text, '"');
  for (; *words != '\0'; words++)
    {
      if (*words == '"' || *words == '\\')
        g_string_append_c (text, '\\');
      if (*words == '\n')
        g_string_append (text, "\\n");
      else if (*words == '\t')
        g_string_append (text, "\\t");
      else if (*words == '\r')
        g_string_append (text, "\\r");
      else
        g_string_append_c (text, *words);
    }
  g_string_append_c (text, '"');
}

static void
append_list (GString *text, const FeelList *list)
{
  g_string_append_c (text, '[');
  for (guint i = 0; i < list->n_items; i++)
    {
      if (i > 0)
        g_string_append (text, ", ");
      append_feel (text, list->items[i]);
    }
  g_string_append_c (text, ']');
}

static void
append_context (GString *text, const FeelContext *context)
{
  g_string_append_c (text, '{');
  for (guint i = 0; i < context->n_entries; i++)
    {
      g_string_append_printf (text, "%s%s: ", i > 0 ? ", " : "", context->entries[i].name);
      append_feel (text, context->entries[i].value);
    }
  g_string_append_c (text, '}');
}

static void
append_range (GString *text, const FeelRange *range)
{
  if (range->low.kind == FEEL_NULL && range->high.kind != FEEL_NULL)
    {
      g_string_append (text, range->high_closed ? "<= " : "< ");
      append_feel (text, range->high);
      return;
    }
  if (range->high.kind == FEEL_NULL && range->low.kind != FEEL_NULL)
    {
      g_string_append (text, range->low_closed ? ">= " : "> ");
      append_feel (text, range->low);
      return;
    }
  g_string_append_c (text, range->low_closed ? '[' : '(');
  append_feel (text, range->low);
  g_string_append (text, "..");
  append_feel (text, range->high);
  g_string_append_c (text, range->high_closed ? ']' : ')');
}

static void
append_call (GString *text, const char *function, FeelValue value)
{
  g_autofree char *iso = feel_calendar_format (value);

  g_string_append_printf (text, "%s(\"%s\")", function, iso);
}

static void
append_number (GString *text, FeelNumber number)
{
  g_autofree char *digits = feel_number_format (number);

  g_string_append (text, digits);
}

static void
append_feel (GString *text, FeelValue value)
{
  switch (value.kind)
    {
    case FEEL_BOOLEAN:
      g_string_append (text, value.boolean ? "true" : "false");
      break;
    case FEEL_NUMBER:
      append_number (text, value.number);
      break;
    case FEEL_STRING:
      append_quoted (text, value.string.text);
      break;
    case FEEL_DATE:
      append_call (text, "date", value);
      break;
    case FEEL_TIME:
      append_call (text, "time", value);
      break;
    case FEEL_DATE_TIME:
      append_call (text, "date and time", value);
      break;
    case FEEL_DAYS_DURATION:
    case FEEL_YEARS_DURATION:
      append_call (text, "duration", value);
      break;
    case FEEL_LIST:
      append_list (text, value.list);
      break;
    case FEEL_RANGE:
      append_range (text, value.range);
      break;
    case FEEL_CONTEXT:
      append_context (text, value.context);
      break;
    case FEEL_NULL:
    default:
      g_string_append (text, "null");
      break;
    }
}

char *
feel_value_to_feel (FeelValue value)
{
  GString *text = g_string_new (NULL);

  append_feel (text, value);
  return g_string_free (text, FALSE);
}

char *
feel_value_to_string (FeelValue value)
{
  if (value.kind == FEEL_STRING)
    return g_strdup (value.string.text);
  if (value.kind >= FEEL_DATE && value.kind <= FEEL_YEARS_DURATION)
    return feel_calendar_format (value);
  return feel_value_to_feel (value);
}

const char *
feel_kind_name (FeelKind kind)
{
  static const char *const names[] = {
    [FEEL_NULL] = "null",
    [FEEL_BOOLEAN] = "boolean",
    [FEEL_NUMBER] = "number",
    [FEEL_STRING] = "string",
    [FEEL_DATE] = "date",
    [FEEL_TIME] = "time",
    [FEEL_DATE_TIME] = "date and time",
    [FEEL_DAYS_DURATION] = "days and time duration",
    [FEEL_YEARS_DURATION] = "years and months duration",
    [FEEL_LIST] = "list",
    [FEEL_RANGE] = "range",
    [FEEL_CONTEXT] = "context",
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (names), "null");
  return names[kind];
}
