/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-evaluation.h"
#include "dmn/dmn-function.h"
#include "dmn/dmn-index.h"
#include "feel/feel-expression.h"

G_BEGIN_DECLS

/* How a model lies in memory: private to the room. Everything is in the model's arena and never
 * changes after load.
 *
 * Slots: values of one evaluation stand in one array: first the inputs, then the decisions, then
 * locals. */

/* A type by name: built in, or an item definition of the file. */
typedef struct _DmnType DmnType;
struct _DmnType
{
  const char *name;
  FeelKind kind; /* FEEL_NULL: anything */
  gboolean collection;
  const FeelExpression
      *allowed;      /* unary tests for a value (for an item, when it is a collection); or NULL */
  FeelValue *values; /* the same as single values, or NULL */
  guint n_values;
  guint n_components; /* of a structure */
  const char **component_names;
  const DmnType **components;
};

typedef struct
{
  const char *text;
  const char *description;
  const FeelExpression *tests;
} DmnCell;

typedef struct
{
  const char *text;
  const char *description;
  const FeelExpression *expression;
} DmnEntry;

typedef struct
{
  const char *id;
  const char *description;
  guint line;
  DmnCell *cells;    /* one a column */
  DmnEntry *entries; /* one an output */
  const char **annotations;
} DmnRule;

struct _DmnTable
{
  const char *name; /* of the decision or knowledge model */
  const char *label;
  const char *description;
  guint line;
  DmnHitPolicy policy;
  DmnAggregation aggregation;
  guint n_columns;
  DmnColumn *columns;
  const FeelExpression **expressions; /* of the columns */
  const DmnType **column_types;
  const FeelExpression **column_allowed; /* input values, or NULL */
  DmnIndex **indexes;                    /* one a column; NULL: cells are evaluated one by one */
  guint n_outputs;
  DmnOutput *outputs;
  const DmnType **output_types;
  const FeelValue **priorities; /* output values in falling priority, for each output; or NULL */
  guint *n_priorities;
  const FeelExpression **defaults; /* for each output; or NULL */
  guint n_rules;
  DmnRule *rules;
  guint n_annotations;
  const char **annotation_names;
  guint n_words; /* of a set of rules: 64 to a word */
};

/* What a decision or knowledge model computes. */
typedef struct
{
  DmnTable *table;                  /* or */
  const FeelExpression *expression; /* or neither: an element that no one asks for */
  const DmnType *type;
} DmnLogic;

/* A business knowledge model. */
typedef struct
{
  DmnFunction function;
  const DmnType **parameter_types;
  DmnLogic logic;
  guint n_slots;
} DmnKnowledge;

/* A decision service: on slots of the whole model. */
typedef struct
{
  DmnFunction function;
  guint *slots; /* of the parameters */
  guint n_missing;
  guint *missing; /* inputs that its decisions require and it does not take */
  guint n_runs;
  guint *runs; /* decisions to evaluate, each after those that it requires */
  guint *outputs;
} DmnService;

struct _DmnModel
{
  FeelArena *arena;
  const char *name;
  const char *description;
  const char *source_name;
  const char *sha256;
  guint n_inputs;
  DmnInput *inputs;
  const DmnType **input_types;
  guint n_decisions;
  DmnDecision *decisions;
  DmnLogic *logics;
  guint n_knowledge;
  DmnKnowledge *knowledge;
  guint n_services; /* called by n_knowledge + their index */
  DmnService *services;
  guint n_slots;
  gboolean *requires; /* [decision * (n_inputs + n_decisions) + slot]: needed, directly or not */
  gboolean *requires_directly;
};

/* Loading (dmn-loader.c, dmn-table-loader.c). */
gboolean dmn_model_requires_slot (const DmnModel *model, guint decision, guint slot);

/* Types (dmn-type.c). */
const DmnType *dmn_type_builtin (const char *name);
/* TRUE when @value may stand where the type is wanted; null always may. */
gboolean dmn_type_accepts (const DmnType *type, FeelValue value);
/* The standard's implicit conversions: a list of one and its item. Null with a reason when @value
 * does not fit. */
FeelValue dmn_type_coerce (const DmnType *type, FeelValue value, FeelArena *arena);

/* Tables (dmn-table-evaluate.c, dmn-hit.c). @matched: n_words words. */
void dmn_table_values (const DmnTable *table, FeelFrame *frame, FeelValue *values);
void dmn_table_match (const DmnTable *table,
                      FeelFrame *frame,
                      const FeelValue *values,
                      guint64 *matched);
/* The rules whose cell in @column is true for @value, of those in @among. */
void dmn_table_column_bits (
    const DmnTable *table, guint column, FeelValue value, FeelFrame *frame, guint64 *bits);
FeelValue dmn_table_hit (const DmnTable *table, FeelFrame *frame, const guint64 *matched);
/* By the priority of their outputs, from left to right: below 0 when rule @a goes before @b, 0 when
 * they are equal. */
int dmn_table_compare_rules (const DmnTable *table, FeelFrame *frame, guint a, guint b);
/* The rules that decide the result among those that matched: under FIRST the first, under PRIORITY
 * the best. */
void dmn_table_deciding (const DmnTable *table,
                         FeelFrame *frame,
                         const guint64 *matched,
                         guint64 *deciding);

/* Evaluation (dmn-evaluation.c). */
void dmn_frame_init (FeelFrame *frame, const DmnModel *model, FeelArena *arena);
FeelValue dmn_logic_evaluate (const DmnLogic *logic, FeelFrame *frame);
/* Knowledge models and services (dmn-function.c): the frame's call, whose data is the model. */
FeelValue
dmn_function_call (FeelFrame *frame, guint id, const FeelValue *arguments, guint n_arguments);

/* Sets of rules. */
static inline gboolean
dmn_bit (const guint64 *bits, guint index)
{
  return (bits[index / 64] >> (index % 64)) & 1;
}
static inline void
dmn_bit_set (guint64 *bits, guint index)
{
  bits[index / 64] |= G_GUINT64_CONSTANT (1) << (index % 64);
}
/* The lowest member from @from on, -1 when there is none. */
int dmn_bit_next (const guint64 *bits, guint n_words, guint from);
guint dmn_bit_count (const guint64 *bits, guint n_words);
/* All of 0 … @n - 1. */
void dmn_bits_fill (guint64 *bits, guint n_words, guint n);

G_END_DECLS
