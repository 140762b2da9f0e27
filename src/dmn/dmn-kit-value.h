/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feel/feel-value.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/* Reading the kit's test files. First child element of that name, whatever its namespace; the next
 * of the same name. */
xmlNode *dmn_kit_child (const xmlNode *parent, const char *name);
xmlNode *dmn_kit_next (const xmlNode *node);
/* "" when there is none; g_free(). */
char *dmn_kit_attribute (const xmlNode *node, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *dmn_kit_content (const xmlNode *node) G_GNUC_WARN_UNUSED_RESULT;

/* What stands in an inputNode, expected, item or component: a value, list or components. */
FeelValue dmn_kit_read_value (const xmlNode *parent, FeelArena *arena);
/* Equal, numbers within 1e-8. */
gboolean dmn_kit_values_near (FeelValue a, FeelValue b);

G_END_DECLS
