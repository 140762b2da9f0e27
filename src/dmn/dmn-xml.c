/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-xml.h"

#include <libxml/xmlerror.h>
#include <string.h>

#define XML_CAP ((gsize)16 * 1024 * 1024)

void
dmn_loader_fail (DmnLoader *loader, const xmlNode *node, DmnError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *line = NULL;
  va_list arguments;

  if (loader->failed)
    return;
  loader->failed = TRUE;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  line = node != NULL ? g_strdup_printf (":%ld", xmlGetLineNo ((xmlNode *)node)) : g_strdup ("");
  g_set_error (loader->error, DMN_ERROR, code, "%s%s: %s%s%s", loader->model->source_name, line,
               loader->where != NULL ? loader->where : "", loader->where != NULL ? ": " : "",
               message);
}

void
dmn_loader_fail_feel (DmnLoader *loader, const xmlNode *node, const char *text, GError *error)
{
  dmn_loader_fail (loader, node,
                   g_error_matches (error, FEEL_ERROR, FEEL_ERROR_UNSUPPORTED)
                       ? DMN_ERROR_UNSUPPORTED
                       : DMN_ERROR_MODEL,
                   "“%.80s”: %s", text, error->message);
  g_error_free (error);
}

gboolean
dmn_xml_is (const DmnLoader *loader, const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL
         && xmlStrEqual (node->ns->href, loader->ns->href)
         && (name == NULL || xmlStrEqual (node->name, (const xmlChar *)name));
}

static xmlNode *
from (const DmnLoader *loader, xmlNode *node, const char *name)
{
  while (node != NULL && !dmn_xml_is (loader, node, name))
    node = node->next;
  return node;
}

xmlNode *
dmn_xml_child (const DmnLoader *loader, const xmlNode *parent, const char *name)
{
  return parent != NULL ? from (loader, parent->children, name) : NULL;
}

xmlNode *
dmn_xml_next (const DmnLoader *loader, const xmlNode *node)
{
  return from (loader, node->next, (const char *)node->name);
}

guint
dmn_xml_count (const DmnLoader *loader, const xmlNode *parent, const char *name)
{
  guint count = 0;

  for (xmlNode *node = dmn_xml_child (loader, parent, name); node != NULL;
       node = dmn_xml_next (loader, node))
    count++;
  return count;
}

const char *
dmn_xml_attribute (DmnLoader *loader, const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp ((xmlNode *)node, (const xmlChar *)name);
  const char *copy;

  if (value == NULL)
    return "";
  copy
      = feel_arena_intern (loader->model->arena, (const char *)value, strlen ((const char *)value));
  xmlFree (value);
  return copy;
}

const char *
dmn_xml_content (DmnLoader *loader, const xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent ((xmlNode *)node);
  const char *copy;

  if (content == NULL)
    return "";
  g_strstrip ((char *)content);
  copy = feel_arena_intern (loader->model->arena, (const char *)content,
                            strlen ((const char *)content));
  xmlFree (content);
  return copy;
}

const char *
dmn_xml_child_text (DmnLoader *loader, const xmlNode *parent, const char *name)
{
  const xmlNode *child = dmn_xml_child (loader, parent, name);

  return child != NULL ? dmn_xml_content (loader, child) : "";
}

gboolean
dmn_xml_is_model_namespace (const char *uri)
{
  static const char *const known[] = {
    "http://www.omg.org/spec/DMN/20151101/dmn.xsd", /* 1.1 */
    "http://www.omg.org/spec/DMN/20180521/MODEL/",  /* 1.2 */
    "https://www.omg.org/spec/DMN/20191111/MODEL/", /* 1.3 */
    "https://www.omg.org/spec/DMN/20211108/MODEL/", /* 1.4 */
    "https://www.omg.org/spec/DMN/20230324/MODEL/", /* 1.5 */
    NULL,
  };

  return g_strv_contains (known, uri);
}

/* libxml2's own words end in a newline. */
static void
fail_xml (DmnLoader *loader, xmlParserCtxt *context)
{
  const xmlError *problem = xmlCtxtGetLastError (context);
  g_autofree char *message = g_strdup (
      problem != NULL && problem->message != NULL ? problem->message : "cannot be read");
  g_autofree char *valid = NULL;
  int line = problem != NULL ? problem->line : 0;

  g_strdelimit (g_strchomp (message), "\n", ' ');
  valid = g_utf8_make_valid (message, -1);
  if (loader->failed)
    return;
  loader->failed = TRUE;
  g_set_error (loader->error, DMN_ERROR, DMN_ERROR_FILE, "%s:%d: not XML: %s",
               loader->model->source_name, line, valid);
}

static xmlDoc *
read_with (DmnLoader *loader, const char *text, gsize length, int options)
{
  xmlParserCtxt *context;
  xmlDoc *document;

  if (length > XML_CAP)
    {
      dmn_loader_fail (loader, NULL, DMN_ERROR_FILE, "larger than %" G_GSIZE_FORMAT " bytes",
                       XML_CAP);
      return NULL;
    }
  context = xmlNewParserCtxt ();
  document
      = xmlCtxtReadMemory (context, text, (int)length, NULL, NULL,
                           XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | options);
  if (document == NULL)
    fail_xml (loader, context);
  xmlFreeParserCtxt (context);
  if (document != NULL && document->intSubset != NULL)
    {
      dmn_loader_fail (loader, NULL, DMN_ERROR_FILE, "a document type (DTD) is not allowed");
      g_clear_pointer (&document, xmlFreeDoc);
    }
  return document;
}

xmlDoc *
dmn_xml_read (DmnLoader *loader, const char *text, gsize length)
{
  return read_with (loader, text, length, XML_PARSE_NOCDATA);
}

xmlDoc *
dmn_xml_read_whole (DmnLoader *loader, const char *text, gsize length)
{
  return read_with (loader, text, length, 0);
}
