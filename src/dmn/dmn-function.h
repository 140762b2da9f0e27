/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-model.h"

G_BEGIN_DECLS

/* What can be called by name with arguments: business knowledge models and decision services.
 * Expressions of the model call them; so may a program, by these functions. */
typedef struct
{
  const char *name;
  gboolean is_service;
  guint n_parameters;
  const char *const *parameters; /* of a service: its input data, then its input decisions */
  guint n_outputs;               /* of a service: its output decisions; else 0 */
  const char *const *outputs;    /* their names */
} DmnFunction;

guint dmn_model_n_functions (const DmnModel *model);
/* All strings borrowed from the model. */
const DmnFunction *dmn_model_function (const DmnModel *model, guint index);
/* -1 when the model has no such function. */
int dmn_model_find_function (const DmnModel *model, const char *name);

/* Calls @function (an index) with one argument for each of its parameters, in their order. An
 * argument that is not of its parameter's type is null inside, as the standard has it. The result
 * lives in @arena: of a service with one output decision its value, with several a context by their
 * names. Its input decisions are not evaluated but taken from the arguments. */
FeelValue dmn_model_call (const DmnModel *model,
                          guint function,
                          const FeelValue *arguments,
                          FeelArena *arena);

G_END_DECLS
