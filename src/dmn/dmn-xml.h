/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-internal.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* Reading the XML of a model: elements of the file's own MODEL namespace by their local names, and
 * the place of an error. The first error is kept; after it the loader runs on over nothing. */
typedef struct
{
  DmnModel *model;
  GError **error;
  gboolean failed;
  const xmlNs *ns;   /* MODEL namespace of the file */
  const char *where; /* "table “Band”, rule 3, column “overall”", or NULL */
  GHashTable *types; /* name → DmnType, of this file */
  GArray *decisions; /* of DmnElement: what is known before expressions are read */
  GArray *inputs;
  GArray *knowledge;
  GArray *services;
  GPtrArray *members; /* names of components */
  gsize index_room;   /* for compiling tables, see dmn-index.h */
} DmnLoader;

void
dmn_loader_fail (DmnLoader *loader, const xmlNode *node, DmnError code, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
/* Takes a FEEL error over, with its place. */
void dmn_loader_fail_feel (DmnLoader *loader, const xmlNode *node, const char *text, GError *error);

/* First child element of that name, the next of the same name, how many there are. */
xmlNode *dmn_xml_child (const DmnLoader *loader, const xmlNode *parent, const char *name);
xmlNode *dmn_xml_next (const DmnLoader *loader, const xmlNode *node);
guint dmn_xml_count (const DmnLoader *loader, const xmlNode *parent, const char *name);
gboolean dmn_xml_is (const DmnLoader *loader, const xmlNode *node, const char *name);
/* In the model's arena; "" when there is none. */
const char *dmn_xml_attribute (DmnLoader *loader, const xmlNode *node, const char *name);
const char *dmn_xml_content (DmnLoader *loader, const xmlNode *node);
/* Content of child @name, trimmed; "" when there is none. */
const char *dmn_xml_child_text (DmnLoader *loader, const xmlNode *parent, const char *name);

/* The document of a text: no DTD, no entities, no network. NULL and an error. Free with
 * xmlFreeDoc(). */
xmlDoc *dmn_xml_read (DmnLoader *loader, const char *text, gsize length);
/* The same for writing it again: CDATA sections stay what they are. */
xmlDoc *dmn_xml_read_whole (DmnLoader *loader, const char *text, gsize length);
/* TRUE for the MODEL namespaces of DMN 1.1 to 1.5. */
gboolean dmn_xml_is_model_namespace (const char *uri);

G_END_DECLS
