/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feel/feel-value.h"

G_BEGIN_DECLS

/* A decision model read from a .dmn file. Immutable after load, reference-counted. See dmn-table.h
 * (a table's columns, rules and texts), dmn-evaluation.h (what a decision gives, and why),
 * dmn-outcomes.h (what is still possible when inputs are unknown), dmn-changes.h (what would have
 * to change).
 *
 * Files of DMN 1.1 to 1.5. A model that cannot be right is refused at load: unknown names, cells of
 * another type than their column, values outside the allowed ones, cycles, rules with missing
 * cells. */
typedef struct _DmnModel DmnModel;
typedef struct _DmnTable DmnTable;

#define DMN_ERROR (dmn_error_quark ())
GQuark dmn_error_quark (void);
typedef enum
{
  DMN_ERROR_FILE,  /* cannot be read, not XML, not DMN */
  DMN_ERROR_MODEL, /* a model that cannot be right: names file, line, table, rule and column */
  DMN_ERROR_UNSUPPORTED, /* FEEL or DMN that this program does not support, named */
  DMN_ERROR_INPUT,       /* an input that the model does not know, or of the wrong type */
} DmnError;

DmnModel *dmn_model_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @source_name stands in the messages in place of a path. */
DmnModel *dmn_model_parse (const char *text, gssize length, const char *source_name, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
DmnModel *dmn_model_ref (DmnModel *model);
void dmn_model_unref (DmnModel *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DmnModel, dmn_model_unref)

const char *dmn_model_name (const DmnModel *model);
const char *dmn_model_sha256 (const DmnModel *model); /* of the file's bytes, lower-case hex */
const char *dmn_model_source_name (const DmnModel *model);
const char *dmn_model_description (const DmnModel *model); /* "" when there is none */

/* One input data of the model. All strings borrowed from the model. */
typedef struct
{
  const char *name;
  const char *label;       /* "" when there is none */
  const char *description; /* "" when there is none */
  const char
      *type; /* "number", "string", "date", "boolean" … or the name of an item definition; "Any" */
  FeelKind kind;       /* the kind behind the type; FEEL_NULL for Any */
  gboolean collection; /* a list of that type */
  const FeelValue
      *allowed; /* the allowed values when they are a list of single values, else NULL */
  guint n_allowed;
} DmnInput;

/* Inputs in file order: this order is that of the arrays that evaluation takes. */
guint dmn_model_n_inputs (const DmnModel *model);
const DmnInput *dmn_model_input (const DmnModel *model, guint index);
/* -1 when the model has no such input. */
int dmn_model_find_input (const DmnModel *model, const char *name);

/* One decision. */
typedef struct
{
  const char *name;
  const char *id;          /* "" when there is none */
  const char *label;       /* "" … */
  const char *question;    /* "" … */
  const char *description; /* "" … */
  const char *type;
  const DmnTable *table;  /* NULL when the decision is a literal expression */
  const char *expression; /* the expression in FEEL (a boxed one rewritten), NULL for a table */
  guint line;
} DmnDecision;

/* Decisions in an order in which each comes after those that it requires; otherwise file order. */
guint dmn_model_n_decisions (const DmnModel *model);
const DmnDecision *dmn_model_decision (const DmnModel *model, guint index);
/* -1 when the model has no such decision. */
int dmn_model_find_decision (const DmnModel *model, const char *name);
/* TRUE when @input (an index) is needed by @decision, directly or through other decisions. */
gboolean dmn_model_requires_input (const DmnModel *model, guint decision, guint input);
/* TRUE when @other (an index of a decision) is needed by @decision, directly or through others. */
gboolean dmn_model_requires_decision (const DmnModel *model, guint decision, guint other);

/* FALSE and DMN_ERROR_INPUT when @value is not of the type of input @index or not among its allowed
 * values. Null passes: it is FEEL's own "no value". */
gboolean
dmn_model_check_input (const DmnModel *model, guint index, FeelValue value, GError **error);

G_END_DECLS
