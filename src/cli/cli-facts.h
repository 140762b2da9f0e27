/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-json.h"
#include "dmn/dmn-fact.h"
#include "dmn/dmn-model.h"

G_BEGIN_DECLS

/* The inputs of a model from JSON: an object with the inputs' names. Text becomes a date, time or
 * duration where the model says so; {"low": …, "high": …} for a number or a date is an interval. An
 * absent name is unknown. A name that the model has not, or a value of the wrong type, is kept as
 * the document's error. The values live in @arena. */
DmnFact *cli_facts_new (const DmnModel *model,
                        const BaseJsonCursor *object,
                        FeelArena *arena) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a case of two models: a name that only @beside has is passed over (NULL: none is).
 */
DmnFact *cli_facts_new_beside (const DmnModel *model,
                               const DmnModel *beside,
                               const BaseJsonCursor *object,
                               FeelArena *arena) G_GNUC_WARN_UNUSED_RESULT;
/* The values of facts, null for what is not known. FALSE for an interval: it is no value. g_free().
 */
gboolean
cli_facts_values (const DmnModel *model, const DmnFact *facts, FeelValue **values, GError **error);

/* One value from JSON, without a type; what cannot be read is kept as the document's error. */
FeelValue cli_facts_value (const BaseJsonCursor *at, FeelArena *arena);

/* Calls @function for each null with a reason in @value, also inside lists and contexts. @path: ""
 * for the value itself, else ".name" and "[1]" (from 1, as FEEL counts). */
typedef void (*CliNullFunc) (const char *path, const char *reason, gpointer data);
void cli_facts_foreach_null (FeelValue value, CliNullFunc function, gpointer data);

/* A value as a member of the open object (or, with NULL, of the open array). */
struct _BaseJsonWriter;
void cli_facts_write (struct _BaseJsonWriter *writer, const char *member, FeelValue value);

G_END_DECLS
