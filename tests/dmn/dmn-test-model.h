/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-model.h"

/* Writes small models for tests as text: inputs, then decisions, each a table or an expression. */
typedef struct
{
  GString *text;
} TestModel;

static inline TestModel
test_model_begin (const char *namespace_uri)
{
  TestModel model = { g_string_new (NULL) };

  g_string_printf (model.text, "<definitions xmlns=\"%s\" name=\"test\" namespace=\"urn:test\">\n",
                   namespace_uri);
  return model;
}

#define TEST_DMN_13 "https://www.omg.org/spec/DMN/20191111/MODEL/"

static inline void test_model_add (TestModel *model, const char *format, ...) G_GNUC_PRINTF (2, 3);

static inline void
test_model_add (TestModel *model, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (model->text, format, arguments);
  va_end (arguments);
}

static inline void
test_model_input (TestModel *model, const char *name, const char *type)
{
  test_model_add (
      model,
      "<inputData id=\"i_%s\" name=\"%s\"><variable name=\"%s\" typeRef=\"%s\"/></inputData>\n",
      name, name, name, type);
}

/* @requires: names of inputs and decisions (a decision's begins with "="), NULL-terminated. */
static inline void
test_model_decision (TestModel *model, const char *name, const char *const *requires)
{
  test_model_add (model, "<decision id=\"d_%s\" name=\"%s\"><variable name=\"%s\"/>\n", name, name,
                  name);
  for (guint i = 0; requires[i] != NULL; i++)
    if (*requires[i] == '=')
      test_model_add (
          model,
          "<informationRequirement><requiredDecision href=\"#d_%s\"/></informationRequirement>\n",
          requires[i] + 1);
    else
      test_model_add (
          model,
          "<informationRequirement><requiredInput href=\"#i_%s\"/></informationRequirement>\n",
          requires[i]);
}

static inline void
test_model_end_decision (TestModel *model)
{
  test_model_add (model, "</decision>\n");
}

static inline void
test_model_begin_table (TestModel *model, const char *attributes)
{
  test_model_add (model, "<decisionTable %s>\n", attributes);
}

static inline void
test_model_column (TestModel *model, const char *expression, const char *type)
{
  test_model_add (
      model, "<input><inputExpression typeRef=\"%s\"><text>%s</text></inputExpression></input>\n",
      type, expression);
}

/* Cells and outputs, as XML text, NULL-terminated: the last @n_outputs are outputs. */
static inline void
test_model_rule (TestModel *model, const char *const *cells, guint n_outputs)
{
  guint n = g_strv_length ((char **)cells);

  test_model_add (model, "<rule>");
  for (guint i = 0; i < n; i++)
    {
      const char *kind = i + n_outputs < n ? "inputEntry" : "outputEntry";
      g_autofree char *escaped = g_markup_escape_text (cells[i], -1);

      test_model_add (model, "<%s><text>%s</text></%s>", kind, escaped, kind);
    }
  test_model_add (model, "</rule>\n");
}

static inline void
test_model_end_table (TestModel *model)
{
  test_model_add (model, "</decisionTable>\n");
}

static inline DmnModel *
test_model_finish (TestModel *model, GError **error)
{
  DmnModel *loaded;

  g_string_append (model->text, "</definitions>\n");
  loaded = dmn_model_parse (model->text->str, (gssize)model->text->len, "test.dmn", error);
  g_string_free (model->text, TRUE);
  model->text = NULL;
  return loaded;
}
