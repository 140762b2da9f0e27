/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-internal.h"

/* Asking a model what it holds. */

static void
model_clear (gpointer data)
{
  DmnModel *model = data;

  feel_arena_free (model->arena);
}

DmnModel *
dmn_model_ref (DmnModel *model)
{
  return g_atomic_rc_box_acquire (model);
}

void
dmn_model_unref (DmnModel *model)
{
  g_atomic_rc_box_release_full (model, model_clear);
}

const char *
dmn_model_name (const DmnModel *model)
{
  return model->name;
}

const char *
dmn_model_sha256 (const DmnModel *model)
{
  return model->sha256;
}

const char *
dmn_model_source_name (const DmnModel *model)
{
  return model->source_name;
}

const char *
dmn_model_description (const DmnModel *model)
{
  return model->description;
}

guint
dmn_model_n_inputs (const DmnModel *model)
{
  return model->n_inputs;
}

const DmnInput *
dmn_model_input (const DmnModel *model, guint index)
{
  g_return_val_if_fail (index < model->n_inputs, NULL);
  return &model->inputs[index];
}

int
dmn_model_find_input (const DmnModel *model, const char *name)
{
  for (guint i = 0; i < model->n_inputs; i++)
    if (g_str_equal (model->inputs[i].name, name))
      return (int)i;
  return -1;
}

guint
dmn_model_n_decisions (const DmnModel *model)
{
  return model->n_decisions;
}

const DmnDecision *
dmn_model_decision (const DmnModel *model, guint index)
{
  g_return_val_if_fail (index < model->n_decisions, NULL);
  return &model->decisions[index];
}

int
dmn_model_find_decision (const DmnModel *model, const char *name)
{
  for (guint i = 0; i < model->n_decisions; i++)
    if (g_str_equal (model->decisions[i].name, name))
      return (int)i;
  return -1;
}

gboolean
dmn_model_requires_slot (const DmnModel *model, guint decision, guint slot)
{
  return model->requires[decision * (model->n_inputs + model->n_decisions) + slot];
}

gboolean
dmn_model_requires_input (const DmnModel *model, guint decision, guint input)
{
  g_return_val_if_fail (decision < model->n_decisions && input < model->n_inputs, FALSE);
  return dmn_model_requires_slot (model, decision, input);
}

gboolean
dmn_model_requires_decision (const DmnModel *model, guint decision, guint other)
{
  g_return_val_if_fail (decision < model->n_decisions && other < model->n_decisions, FALSE);
  return dmn_model_requires_slot (model, decision, model->n_inputs + other);
}

gboolean
dmn_model_check_input (const DmnModel *model, guint index, FeelValue value, GError **error)
{
  const DmnType *type = model->input_types[index];
  g_autofree char *text = NULL;

  if (dmn_type_accepts (type, value))
    return TRUE;
  text = feel_value_to_feel (value);
  g_set_error (error, DMN_ERROR, DMN_ERROR_INPUT, "%s: input “%s” is %s, expected %s%s",
               model->source_name, model->inputs[index].name, text, type->name,
               type->allowed != NULL ? " (one of its allowed values)" : "");
  return FALSE;
}
