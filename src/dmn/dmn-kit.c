/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-kit.h"

#include "dmn/dmn-evaluation.h"
#include "dmn/dmn-function.h"
#include "dmn/dmn-kit-value.h"

#include <libxml/parser.h>
#include <string.h>

typedef struct
{
  DmnModel *model;
  const char *folder;
  const char *file;
  DmnKitFunc function;
  gpointer data;
  guint n_files;
} Run;

/* --- Cases
 * ------------------------------------------------------------------------------------------------------
 */

/* What a case asks of the model: the values that it gives by name, and the function that it calls,
 * if it does not ask for decisions. */
typedef struct
{
  const Run *run;
  const xmlNode *node;
  const char *type;
  const char *invocable;
  FeelArena *arena;
} Case;

static FeelValue
given (const Case *asked, const char *name)
{
  for (const xmlNode *input = dmn_kit_child (asked->node, "inputNode"); input != NULL;
       input = dmn_kit_next (input))
    {
      g_autofree char *input_name = dmn_kit_attribute (input, "name");

      if (g_str_equal (input_name, name))
        return dmn_kit_read_value (input, asked->arena);
    }
  return FEEL_NULL_VALUE;
}

static char *
evaluate_decision (const Case *asked, const char *name, FeelValue *found)
{
  const DmnModel *model = asked->run->model;
  g_autofree FeelValue *inputs = g_new0 (FeelValue, dmn_model_n_inputs (model) + 1);
  g_autoptr (GError) error = NULL;
  int decision = dmn_model_find_decision (model, name);

  if (decision < 0)
    return g_strdup_printf ("the model has no decision “%s”", name);
  for (guint i = 0; i < dmn_model_n_inputs (model); i++)
    inputs[i] = given (asked, dmn_model_input (model, i)->name);
  if (!dmn_model_evaluate (model, (guint)decision, inputs, asked->arena, found, NULL, &error))
    return g_strdup (error->message);
  return NULL;
}

/* @output: of a service with several, the one that the case looks at by its name. */
static char *
call_function (const Case *asked, const char *name, const char *output, FeelValue *found)
{
  const DmnModel *model = asked->run->model;
  int index = dmn_model_find_function (model, name);
  const DmnFunction *function = index >= 0 ? dmn_model_function (model, (guint)index) : NULL;
  g_autofree FeelValue *arguments = NULL;

  if (function == NULL)
    return g_strdup_printf ("the model has no knowledge model or decision service “%s”", name);
  arguments = g_new0 (FeelValue, function->n_parameters + 1);
  for (guint i = 0; i < function->n_parameters; i++)
    arguments[i] = given (asked, function->parameters[i]);
  *found = dmn_model_call (model, (guint)index, arguments, asked->arena);
  for (guint i = 0; i < function->n_outputs && function->n_outputs > 1; i++)
    if (g_str_equal (function->outputs[i], output))
      *found = feel_value_member (*found, output);
  return NULL;
}

static gboolean
is_function_type (const char *type)
{
  return g_str_equal (type, "bkm") || g_str_equal (type, "decisionService");
}

/* The kit names a function at the case, or (in its older files) at the result. */
static char *
evaluate_node (const Case *asked, const xmlNode *node, FeelValue *found)
{
  g_autofree char *name = dmn_kit_attribute (node, "name");
  g_autofree char *type = dmn_kit_attribute (node, "type");

  *found = FEEL_NULL_VALUE;
  if (is_function_type (asked->type))
    return call_function (asked, *asked->invocable != '\0' ? asked->invocable : name, name, found);
  if (is_function_type (type))
    return call_function (asked, name, name, found);
  return evaluate_decision (asked, name, found);
}

static void
check_node (const Case *asked, const xmlNode *node, DmnKitCase *result)
{
  FeelValue expected = dmn_kit_read_value (dmn_kit_child (node, "expected"), asked->arena), found;
  g_autofree char *flag = dmn_kit_attribute (node, "errorResult");
  g_autofree char *problem = evaluate_node (asked, node, &found);
  g_autofree char *wanted = feel_value_to_feel (expected);
  g_autofree char *got = feel_value_to_feel (found);
  const char *reason = feel_value_reason (found);

  if (!feel_value_is_null (expected))
    result->expects_null = FALSE;
  if (!feel_value_identical (expected, found))
    result->exact = FALSE;
  if (g_str_equal (flag, "true"))
    {
      result->expects_error = TRUE;
      result->tells_error &= problem != NULL || reason != NULL;
    }
  if (problem == NULL && dmn_kit_values_near (expected, found))
    return;
  /* A model that refuses its input gives nothing, which is what such a case expects. */
  if (problem != NULL && feel_value_is_null (expected))
    return;
  result->passed = FALSE;
  result->message = feel_arena_printf (asked->arena, "expected %s, found %s%s%s", wanted,
                                       problem != NULL ? problem : got, reason != NULL ? ": " : "",
                                       reason != NULL ? reason : "");
}

/* What a case that cannot be run would have asked for: it is counted all the same. */
static void
note_wanted (const xmlNode *node, FeelArena *arena, DmnKitCase *result)
{
  g_autofree char *flag = dmn_kit_attribute (node, "errorResult");

  result->expects_error |= g_str_equal (flag, "true");
  result->expects_null
      &= feel_value_is_null (dmn_kit_read_value (dmn_kit_child (node, "expected"), arena));
}

/* Why no case of that type can be run, in @arena; NULL when it can. */
static const char *
refused_type (const char *type, FeelArena *arena)
{
  if (*type == '\0' || g_str_equal (type, "decision") || is_function_type (type))
    return NULL;
  return feel_arena_printf (arena, "cases of type “%s” are not supported", type);
}

/* @problem: the model could not be loaded. */
static void
run_case (Run *run, const xmlNode *node, const GError *problem)
{
  g_autoptr (FeelArena) arena = feel_arena_new ();
  g_autofree char *id = dmn_kit_attribute (node, "id");
  g_autofree char *type = dmn_kit_attribute (node, "type");
  g_autofree char *invocable = dmn_kit_attribute (node, "invocableName");
  const char *refused = problem != NULL ? problem->message : refused_type (type, arena);
  Case asked = { run, node, type, invocable, arena };
  DmnKitCase result = { .folder = run->folder, .test_file = run->file, .id = id };

  result.unsupported = problem != NULL ? g_error_matches (problem, DMN_ERROR, DMN_ERROR_UNSUPPORTED)
                                       : refused != NULL;
  result.passed = result.exact = result.tells_error = refused == NULL;
  result.expects_null = TRUE;
  result.message = refused != NULL ? refused : "";
  for (const xmlNode *check = dmn_kit_child (node, "resultNode"); check != NULL;
       check = dmn_kit_next (check))
    {
      if (refused == NULL)
        check_node (&asked, check, &result);
      else
        note_wanted (check, arena, &result);
    }
  result.exact &= result.passed;
  result.tells_error &= result.expects_error;
  run->function (&result, run->data);
}

static void
run_file (Run *run, const char *directory)
{
  g_autofree char *path = g_build_filename (directory, run->file, NULL);
  xmlDoc *document
      = xmlReadFile (path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  const xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  g_autofree char *name = root != NULL && dmn_kit_child (root, "modelName") != NULL
                              ? dmn_kit_content (dmn_kit_child (root, "modelName"))
                              : g_strdup ("");
  g_autofree char *model_path = g_build_filename (directory, g_strstrip (name), NULL);
  g_autoptr (GError) error = NULL;

  run->n_files++;
  run->model = dmn_model_load (model_path, &error);
  for (const xmlNode *node = dmn_kit_child (root, "testCase"); node != NULL;
       node = dmn_kit_next (node))
    run_case (run, node, error);
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
