/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-xml.h"

G_BEGIN_DECLS

/* The parts of loading. Each leaves an error in the loader when something cannot be right. */

/* A decision, input data, knowledge model or service before its expressions are read. */
typedef struct
{
  const xmlNode *node;
  const char *name;
  const char *variable; /* the name that expressions use */
  const char *id;
  gboolean implicit; /* an input that only a column names */
  guint slot;        /* inputs and decisions: place in the model's order */
  int state;         /* of the search for circles: 0 new, 1 being searched, 2 done */
} DmnElement;

static inline DmnElement *
dmn_loader_element (GArray *elements, guint index)
{
  return &g_array_index (elements, DmnElement, index);
}
/* Index of the element that @reference (a requiredInput, outputDecision …) names by its href; -1
 * and an error when it is not among @elements. */
int dmn_loader_find (DmnLoader *loader, const xmlNode *reference, GArray *elements);
/* Index of the knowledge model or (after them) the service that @requirement needs; -1 when it
 * needs none. */
int dmn_loader_find_function (DmnLoader *loader, const xmlNode *requirement);

const DmnElement *dmn_loader_function (DmnLoader *loader, guint index);

/* Decision services (dmn-service-loader.c): what each takes, runs and gives. Decisions and their
 * requirements are known by then. */
void dmn_load_services (DmnLoader *loader);
/* No function may call itself, not even by others or by the decisions that it runs. */
void dmn_check_calls (DmnLoader *loader);

/* Item definitions (dmn-type-loader.c): fills loader->types. */
void dmn_load_types (DmnLoader *loader, const xmlNode *definitions);
/* A typeRef: attribute of @node (or child element, as DMN 1.1 has it); Any when there is none. */
const DmnType *dmn_load_type_ref (DmnLoader *loader, const xmlNode *node);
/* Unary tests under child @name (allowedValues, inputValues …): NULL when there is none. */
const FeelExpression *
dmn_load_tests (DmnLoader *loader, const xmlNode *parent, const char *name, const char **text);
/* The single values of simple tests, in order; 0 when they are something else. */
guint dmn_tests_values (const FeelExpression *tests, FeelArena *arena, FeelValue **values);

/* A decision table (dmn-table-loader.c). */
DmnTable *dmn_load_table (DmnLoader *loader,
                          const xmlNode *node,
                          const char *name,
                          const DmnType *type,
                          FeelScope *scope);
/* Parses @text; reports against @node. NULL on an error. */
const FeelExpression *
dmn_load_expression (DmnLoader *loader, const xmlNode *node, const char *text, FeelScope *scope);

/* Boxed expressions other than tables and literals (dmn-boxed.c): the one in @node, or NULL; and
 * what it says as FEEL. */
const xmlNode *dmn_boxed_find (const DmnLoader *loader, const xmlNode *node);
char *dmn_boxed_text (DmnLoader *loader, const xmlNode *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
