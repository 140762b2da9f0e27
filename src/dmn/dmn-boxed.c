/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-loader.h"

/* Boxed expressions other than tables: each says in XML what FEEL says in text (a context is {…}, a
 * relation a list of contexts, an invocation a call), so it is written as FEEL and read as such. */

#define MOST_DEPTH 32

static void write_expression (DmnLoader *loader, const xmlNode *node, GString *text, guint depth);

/* The first child element that is neither a description nor a variable and so on. */
static const xmlNode *
inner (const DmnLoader *loader, const xmlNode *node)
{
  static const char *const others[]
      = { "description", "extensionElements", "variable", "parameter", "column", NULL };

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (dmn_xml_is (loader, child, NULL) && !g_strv_contains (others, (const char *)child->name))
      return child;
  return NULL;
}

/* The expression inside child @name, in parentheses. */
static void
write_part (DmnLoader *loader, const xmlNode *node, const char *name, GString *text, guint depth)
{
  const xmlNode *part = dmn_xml_child (loader, node, name);

  if (part == NULL)
    dmn_loader_fail (loader, node, DMN_ERROR_MODEL, "found no “%s” in the boxed “%s”", name,
                     (const char *)node->name);
  else
    write_expression (loader, inner (loader, part), text, depth);
}

/* The last entry may have no name: then it is the result of the whole. */
static void
write_context (DmnLoader *loader, const xmlNode *node, GString *text, guint depth)
{
  const char *separator = "";
  gboolean result = FALSE;

  g_string_append_c (text, '{');
  for (const xmlNode *entry = dmn_xml_child (loader, node, "contextEntry");
       entry != NULL && !loader->failed; entry = dmn_xml_next (loader, entry))
    {
      const xmlNode *variable = dmn_xml_child (loader, entry, "variable");

      result = variable == NULL;
      g_string_append_printf (text, "%s%s: ", separator,
                              result ? "result" : dmn_xml_attribute (loader, variable, "name"));
      write_expression (loader, inner (loader, entry), text, depth);
      separator = ", ";
    }
  g_string_append (text, result ? "}.result" : "}");
}

static void
write_list (DmnLoader *loader, const xmlNode *node, GString *text, guint depth)
{
  const char *separator = "";

  g_string_append_c (text, '[');
  for (const xmlNode *item = inner (loader, node); item != NULL && !loader->failed;
       item = item->next)
    if (dmn_xml_is (loader, item, NULL))
      {
        g_string_append (text, separator);
        write_expression (loader, item, text, depth);
        separator = ", ";
      }
  g_string_append_c (text, ']');
}

static void
write_row (DmnLoader *loader, const xmlNode *node, const xmlNode *row, GString *text, guint depth)
{
  const xmlNode *column = dmn_xml_child (loader, node, "column");
  const char *separator = "";

  g_string_append_c (text, '{');
  for (const xmlNode *cell = inner (loader, row); cell != NULL && !loader->failed;
       cell = cell->next)
    if (dmn_xml_is (loader, cell, NULL))
      {
        if (column == NULL)
          {
            dmn_loader_fail (loader, cell, DMN_ERROR_MODEL,
                             "the row of the relation has more cells than columns");
            return;
          }
        g_string_append_printf (text, "%s%s: ", separator,
                                dmn_xml_attribute (loader, column, "name"));
        write_expression (loader, cell, text, depth);
        column = dmn_xml_next (loader, column);
        separator = ", ";
      }
  g_string_append_c (text, '}');
}

static void
write_relation (DmnLoader *loader, const xmlNode *node, GString *text, guint depth)
{
  const char *separator = "";

  g_string_append_c (text, '[');
  for (const xmlNode *row = dmn_xml_child (loader, node, "row"); row != NULL && !loader->failed;
       row = dmn_xml_next (loader, row))
    {
      g_string_append (text, separator);
      write_row (loader, node, row, text, depth);
      separator = ", ";
    }
  g_string_append_c (text, ']');
}

static void
write_invocation (DmnLoader *loader, const xmlNode *node, GString *text, guint depth)
{
  const xmlNode *function = inner (loader, node);
  const char *separator = "";

  g_string_append_printf (text, "%s(", dmn_xml_child_text (loader, function, "text"));
  for (const xmlNode *binding = dmn_xml_child (loader, node, "binding");
       binding != NULL && !loader->failed; binding = dmn_xml_next (loader, binding))
    {
      const xmlNode *parameter = dmn_xml_child (loader, binding, "parameter");

      g_string_append_printf (text, "%s%s: ", separator,
                              parameter != NULL ? dmn_xml_attribute (loader, parameter, "name")
                                                : "");
      write_expression (loader, inner (loader, binding), text, depth);
      separator = ", ";
    }
  g_string_append_c (text, ')');
}

static void
write_conditional (DmnLoader *loader, const xmlNode *node, GString *text, guint depth)
{
  g_string_append (text, "if ");
  write_part (loader, node, "if", text, depth);
  g_string_append (text, " then ");
  write_part (loader, node, "then", text, depth);
  g_string_append (text, " else ");
  write_part (loader, node, "else", text, depth);
}

static void
write_filter (DmnLoader *loader, const xmlNode *node, GString *text, guint depth)
{
  write_part (loader, node, "in", text, depth);
  g_string_append_c (text, '[');
  write_part (loader, node, "match", text, depth);
  g_string_append_c (text, ']');
}

/* for, some, every */
static void
write_iterator (DmnLoader *loader, const xmlNode *node, GString *text, guint depth)
{
  const char *word = (const char *)node->name;
  const char *body = g_str_equal (word, "for") ? "return" : "satisfies";

  g_string_append_printf (text, "%s %s in ", word,
                          dmn_xml_attribute (loader, node, "iteratorVariable"));
  write_part (loader, node, "in", text, depth);
  g_string_append_printf (text, " %s ", body);
  write_part (loader, node, body, text, depth);
}

static const struct
{
  const char *name;
  void (*write) (DmnLoader *loader, const xmlNode *node, GString *text, guint depth);
} forms[] = {
  { "context", write_context },
  { "list", write_list },
  { "relation", write_relation },
  { "invocation", write_invocation },
  { "conditional", write_conditional },
  { "filter", write_filter },
  { "for", write_iterator },
  { "some", write_iterator },
  { "every", write_iterator },
};

static void
write_literal (DmnLoader *loader, const xmlNode *node, GString *text)
{
  const char *content = dmn_xml_child_text (loader, node, "text");

  /* a comment at the end must not swallow the parenthesis */
  g_string_append (text, *content != '\0' ? content : "null");
  g_string_append_c (text, '\n');
}

/* In parentheses, so that what stands around cannot tear it apart. */
static void
write_expression (DmnLoader *loader, const xmlNode *node, GString *text, guint depth)
{
  if (node == NULL || loader->failed)
    {
      g_string_append (text, "null");
      return;
    }
  if (depth >= MOST_DEPTH || text->len > FEEL_TEXT_CAP)
    {
      dmn_loader_fail (loader, node, DMN_ERROR_MODEL, "boxed too deep, or too large");
      return;
    }
  g_string_append_c (text, '(');
  if (dmn_xml_is (loader, node, "literalExpression"))
    write_literal (loader, node, text);
  else
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (forms) && !dmn_xml_is (loader, node, forms[i].name))
        i++;
      if (i < G_N_ELEMENTS (forms))
        forms[i].write (loader, node, text, depth + 1);
      else
        dmn_loader_fail (loader, node, DMN_ERROR_UNSUPPORTED,
                         "a boxed “%s” in this place is not supported", (const char *)node->name);
    }
  g_string_append_c (text, ')');
}

const xmlNode *
dmn_boxed_find (const DmnLoader *loader, const xmlNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const xmlNode *found = dmn_xml_child (loader, node, forms[i].name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

char *
dmn_boxed_text (DmnLoader *loader, const xmlNode *node)
{
  GString *text = g_string_new (NULL);

  write_expression (loader, node, text, 0);
  return g_string_free (text, FALSE);
}
