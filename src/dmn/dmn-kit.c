/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-kit.h"

#include "dmn/dmn-evaluation.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#define MOST_NESTED 16

typedef struct
{
  DmnModel *model;
  const char *folder;
  const char *file;
  DmnKitFunc function;
  gpointer data;
  guint n_files;
} Run;

/* --- XML of the test files
 * -------------------------------------------------------------------------------------- */

static xmlNode *
child (const xmlNode *parent, const char *name)
{
  xmlNode *node = parent != NULL ? parent->children : NULL;

  while (node != NULL
         && (node->type != XML_ELEMENT_NODE || !xmlStrEqual (node->name, (const xmlChar *)name)))
    node = node->next;
  return node;
}

static xmlNode *
next (const xmlNode *node)
{
  const xmlNode *at = node->next;

  while (at != NULL && (at->type != XML_ELEMENT_NODE || !xmlStrEqual (at->name, node->name)))
    at = at->next;
  return (xmlNode *)at;
}

static char *
attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp ((xmlNode *)node, (const xmlChar *)name);
  char *copy = g_strdup (value != NULL ? (const char *)value : "");

  xmlFree (value);
  return copy;
}

static char *
content (const xmlNode *node)
{
  xmlChar *text = xmlNodeGetContent ((xmlNode *)node);
  char *copy = g_strdup (text != NULL ? (const char *)text : "");

  xmlFree (text);
  return copy;
}

/* --- Values
 * -----------------------------------------------------------------------------------------------------
 */

static FeelValue
simple_value (const xmlNode *node, FeelArena *arena)
{
  g_autofree char *type = attribute (node, "type");
  g_autofree char *nil = attribute (node, "nil");
  g_autofree char *text = content (node);
  const char *colon = strchr (type, ':');
  const char *kind = colon != NULL ? colon + 1 : type;
  FeelNumber number;

  if (g_str_equal (nil, "true"))
    return FEEL_NULL_VALUE;
  if (g_str_equal (kind, "boolean"))
    return feel_value_boolean (g_str_equal (g_strstrip (text), "true"));
  if (g_str_equal (kind, "decimal") || g_str_equal (kind, "double")
      || g_str_equal (kind, "integer"))
    return feel_number_parse (g_strstrip (text), -1, &number)
               ? feel_value_number (number)
               : feel_value_null_because ("no number");
  if (g_str_equal (kind, "date"))
    return feel_value_date (g_strstrip (text));
  if (g_str_equal (kind, "time"))
    return feel_value_time (g_strstrip (text));
  if (g_str_equal (kind, "dateTime"))
    return feel_value_date_time (g_strstrip (text));
  if (g_str_equal (kind, "duration"))
    return feel_value_duration (g_strstrip (text));
  return feel_value_string_copy (arena, text, -1);
}

static FeelValue read_value (const xmlNode *parent, FeelArena *arena, guint depth);

static FeelValue
read_components (const xmlNode *parent, FeelArena *arena, guint depth)
{
  FeelContext *context;
  guint n = 0;

  for (const xmlNode *node = child (parent, "component"); node != NULL; node = next (node))
    n++;
  context = feel_context_new (arena, n);
  n = 0;
  for (const xmlNode *node = child (parent, "component"); node != NULL; node = next (node), n++)
    {
      g_autofree char *name = attribute (node, "name");

      context->entries[n].name = feel_arena_copy (arena, name, strlen (name));
      context->entries[n].value = read_value (node, arena, depth + 1);
    }
  return feel_value_context (context);
}

/* What stands in an inputNode, expected, item or component. */
static FeelValue
read_value (const xmlNode *parent, FeelArena *arena, guint depth)
{
  const xmlNode *list = child (parent, "list"), *value = child (parent, "value");

  if (depth > MOST_NESTED)
    return feel_value_null_because ("nested too deep");
  if (child (parent, "component") != NULL)
    return read_components (parent, arena, depth);
  if (list != NULL)
    {
      g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (FeelValue));

      for (const xmlNode *node = child (list, "item"); node != NULL; node = next (node))
        {
          FeelValue item = read_value (node, arena, depth + 1);

          g_array_append_val (items, item);
        }
      return feel_value_list (arena, (const FeelValue *)(gpointer)items->data, items->len);
    }
  return value != NULL ? simple_value (value, arena) : FEEL_NULL_VALUE;
}

static gboolean
near (FeelNumber a, FeelNumber b)
{
  FeelNumber apart, limit;

  feel_number_parse ("1e-8", -1, &limit);
  return feel_number_subtract (a, b, &apart)
         && feel_number_compare (feel_number_abs (apart), limit) < 0;
}

static gboolean values_near (FeelValue a, FeelValue b);

static gboolean
contexts_near (FeelValue a, FeelValue b)
{
  if (a.context->n_entries != b.context->n_entries)
    return FALSE;
  for (guint i = 0; i < a.context->n_entries; i++)
    if (!values_near (a.context->entries[i].value,
                      feel_value_member (b, a.context->entries[i].name)))
      return FALSE;
  return TRUE;
}

static gboolean
values_near (FeelValue a, FeelValue b)
{
  if (a.kind != b.kind)
    return FALSE;
  if (a.kind == FEEL_NUMBER)
    return near (a.number, b.number);
  if (a.kind == FEEL_CONTEXT)
    return contexts_near (a, b);
  if (a.kind != FEEL_LIST)
    return feel_value_identical (a, b);
  if (a.list->n_items != b.list->n_items)
    return FALSE;
  for (guint i = 0; i < a.list->n_items; i++)
    if (!values_near (a.list->items[i], b.list->items[i]))
      return FALSE;
  return TRUE;
}

/* --- Cases
 * ------------------------------------------------------------------------------------------------------
 */

static char *
evaluate_node (const Run *run,
               const xmlNode *node,
               const FeelValue *inputs,
               FeelArena *arena,
               FeelValue *found)
{
  g_autofree char *name = attribute (node, "name");
  g_autoptr (GError) error = NULL;
  int decision = dmn_model_find_decision (run->model, name);

  *found = FEEL_NULL_VALUE;
  if (decision < 0)
    return g_strdup_printf ("the model has no decision “%s”", name);
  if (!dmn_model_evaluate (run->model, (guint)decision, inputs, arena, found, NULL, &error))
    return g_strdup (error->message);
  return NULL;
}

static void
check_node (const Run *run,
            const xmlNode *node,
            const FeelValue *inputs,
            FeelArena *arena,
            DmnKitCase *result)
{
  FeelValue expected = read_value (child (node, "expected"), arena, 0), found;
  g_autofree char *problem = evaluate_node (run, node, inputs, arena, &found);
  g_autofree char *wanted = feel_value_to_feel (expected);
  g_autofree char *got = feel_value_to_feel (found);
  const char *reason = feel_value_reason (found);

  if (!feel_value_is_null (expected))
    result->expects_null = FALSE;
  if (!feel_value_identical (expected, found))
    result->exact = FALSE;
  if (problem == NULL && values_near (expected, found))
    return;
  /* A model that refuses its input gives nothing, which is what such a case expects. */
  if (problem != NULL && feel_value_is_null (expected))
    return;
  result->passed = FALSE;
  result->message = feel_arena_printf (arena, "expected %s, found %s%s%s", wanted,
                                       problem != NULL ? problem : got, reason != NULL ? ": " : "",
                                       reason != NULL ? reason : "");
}

static void
run_case (Run *run, const xmlNode *node, const char *refused)
{
  g_autoptr (FeelArena) arena = feel_arena_new ();
  g_autofree char *id = attribute (node, "id");
  g_autofree char *type = attribute (node, "type");
  g_autofree FeelValue *inputs = NULL;
  DmnKitCase result = { .folder = run->folder, .test_file = run->file, .id = id };

  /* Only decisions are evaluated: the others fail by name, even where null is expected. */
  if (refused == NULL && *type != '\0' && !g_str_equal (type, "decision"))
    refused = feel_arena_printf (arena, "cases of type “%s” are not supported", type);
  result.passed = result.exact = refused == NULL;
  result.expects_null = TRUE;
  result.message = refused != NULL ? refused : "";
  if (refused == NULL)
    {
      inputs = g_new0 (FeelValue, dmn_model_n_inputs (run->model) + 1);
      for (const xmlNode *input = child (node, "inputNode"); input != NULL; input = next (input))
        {
          g_autofree char *name = attribute (input, "name");
          int index = dmn_model_find_input (run->model, name);

          if (index >= 0)
            inputs[index] = read_value (input, arena, 0);
        }
      for (const xmlNode *check = child (node, "resultNode"); check != NULL; check = next (check))
        check_node (run, check, inputs, arena, &result);
    }
  result.exact &= result.passed;
  run->function (&result, run->data);
}

static void
run_file (Run *run, const char *directory)
{
  g_autofree char *path = g_build_filename (directory, run->file, NULL);
  xmlDoc *document
      = xmlReadFile (path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  const xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  g_autofree char *name = root != NULL && child (root, "modelName") != NULL
                              ? content (child (root, "modelName"))
                              : g_strdup ("");
  g_autofree char *model_path = g_build_filename (directory, g_strstrip (name), NULL);
  g_autoptr (GError) error = NULL;

  run->n_files++;
  run->model = dmn_model_load (model_path, &error);
  for (const xmlNode *node = child (root, "testCase"); node != NULL; node = next (node))
    run_case (run, node, run->model == NULL ? error->message : NULL);
  g_clear_pointer (&run->model, dmn_model_unref);
  g_clear_pointer (&document, xmlFreeDoc);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static gboolean
run_directory (Run *run, const char *directory, const char *folder, guint depth, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = NULL;
      g_autofree char *inner = NULL;

      name = g_ptr_array_index (names, i);
      path = g_build_filename (directory, name, NULL);
      inner = g_strdup_printf ("%s/%s", folder, name);
      if (depth < 4 && g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          if (!run_directory (run, path, inner, depth + 1, error))
            return FALSE;
        }
      else if (g_str_has_suffix (name, ".xml") && strstr (name, "-test-") != NULL)
        {
          run->folder = folder;
          run->file = name;
          run_file (run, directory);
        }
    }
  return TRUE;
}

gboolean
dmn_kit_run (const char *directory, DmnKitFunc function, gpointer data, GError **error)
{
  Run run = { .function = function, .data = data };
  g_autofree char *folder = g_path_get_basename (directory);

  g_return_val_if_fail (directory != NULL && function != NULL, FALSE);
  if (!run_directory (&run, directory, folder, 0, error))
    return FALSE;
  if (run.n_files == 0)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "%s holds no test files", directory);
      return FALSE;
    }
  return TRUE;
}
