/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-function.h"

#include "dmn/dmn-internal.h"

/* Calling a knowledge model or a decision service. Each runs on slots of its own; steps and depth
 * go on counting, so that calls of calls stay bounded. */

static FeelValue
call_knowledge (const DmnKnowledge *knowledge, FeelFrame *frame, const FeelValue *arguments)
{
  FeelFrame inner = *frame;
  FeelValue result;

  inner.slots = feel_arena_alloc (frame->arena, (knowledge->n_slots + 1) * sizeof (FeelValue));
  for (guint i = 0; i < knowledge->function.n_parameters; i++)
    inner.slots[i] = dmn_type_coerce (knowledge->parameter_types[i], arguments[i], frame->arena);
  result = dmn_logic_evaluate (&knowledge->logic, &inner);
  frame->steps = inner.steps;
  return result;
}

static FeelValue
service_result (const DmnService *service, const FeelValue *decisions, FeelArena *arena)
{
  guint n = service->function.n_outputs;
  FeelContext *context;

  if (n == 0)
    return feel_value_null_because (feel_arena_printf (
        arena, "decision service “%s” has no output decision", service->function.name));
  if (n == 1)
    return decisions[service->outputs[0]];
  context = feel_context_new (arena, n);
  for (guint i = 0; i < n; i++)
    {
      context->entries[i].name = service->function.outputs[i];
      context->entries[i].value = decisions[service->outputs[i]];
    }
  return feel_value_context (context);
}

static void
bind_service (const DmnModel *model,
              const DmnService *service,
              const FeelValue *arguments,
              FeelArena *arena,
              FeelValue *slots)
{
  for (guint i = 0; i < service->function.n_parameters; i++)
    {
      guint slot = service->slots[i];
      const DmnType *type = slot < model->n_inputs ? model->input_types[slot]
                                                   : model->logics[slot - model->n_inputs].type;

      slots[slot] = dmn_type_coerce (type, arguments[i], arena);
    }
  for (guint i = 0; i < service->n_missing; i++)
    slots[service->missing[i]] = feel_value_null_because (
        feel_arena_printf (arena, "decision service “%s” does not take input “%s”",
                           service->function.name, model->inputs[service->missing[i]].name));
}

static FeelValue
call_service (const DmnModel *model,
              const DmnService *service,
              FeelFrame *frame,
              const FeelValue *arguments)
{
  FeelFrame inner = *frame;
  FeelValue *decisions;

  inner.slots = feel_arena_alloc (frame->arena, (model->n_slots + 1) * sizeof (FeelValue));
  bind_service (model, service, arguments, frame->arena, inner.slots);
  decisions = inner.slots + model->n_inputs;
  /* each decision is a step, so that a service called in a loop ends in time */
  for (guint i = 0; i < service->n_runs && inner.steps < FEEL_STEPS_CAP; i++, inner.steps++)
    decisions[service->runs[i]] = dmn_logic_evaluate (&model->logics[service->runs[i]], &inner);
  frame->steps = inner.steps;
  if (inner.steps >= FEEL_STEPS_CAP)
    return feel_value_null_because ("stopped: too many steps");
  return service_result (service, decisions, frame->arena);
}

FeelValue
dmn_function_call (FeelFrame *frame, guint id, const FeelValue *arguments, guint n_arguments)
{
  const DmnModel *model = frame->data;

  g_assert (n_arguments == dmn_model_function (model, id)->n_parameters);
  return id < model->n_knowledge
             ? call_knowledge (&model->knowledge[id], frame, arguments)
             : call_service (model, &model->services[id - model->n_knowledge], frame, arguments);
}

guint
dmn_model_n_functions (const DmnModel *model)
{
  return model->n_knowledge + model->n_services;
}

const DmnFunction *
dmn_model_function (const DmnModel *model, guint index)
{
  g_return_val_if_fail (index < dmn_model_n_functions (model), NULL);
  return index < model->n_knowledge ? &model->knowledge[index].function
                                    : &model->services[index - model->n_knowledge].function;
}

int
dmn_model_find_function (const DmnModel *model, const char *name)
{
  for (guint i = 0; i < dmn_model_n_functions (model); i++)
    if (g_str_equal (dmn_model_function (model, i)->name, name))
      return (int)i;
  return -1;
}

FeelValue
dmn_model_call (const DmnModel *model, guint function, const FeelValue *arguments, FeelArena *arena)
{
  FeelFrame frame;
  const DmnFunction *called = dmn_model_function (model, function);

  g_return_val_if_fail (called != NULL, FEEL_NULL_VALUE);
  g_return_val_if_fail (arguments != NULL || called->n_parameters == 0, FEEL_NULL_VALUE);
  dmn_frame_init (&frame, model, arena);
  return dmn_function_call (&frame, function, arguments, called->n_parameters);
}
