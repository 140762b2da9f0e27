/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-xml.h"

G_BEGIN_DECLS

/* The parts of loading. Each leaves an error in the loader when something cannot be right. */

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
