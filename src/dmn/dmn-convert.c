/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-convert.h"

#include "dmn/dmn-xml.h"

#include <string.h>

/* The tree as it was read, with the namespaces of one version put in the place of another's. */

/* What the standard calls by a URI of its own in each version; NULL: the version has no such thing.
 * DI and DC are the same in all. */
typedef struct
{
  const char *name;
  const char *model;
  const char *feel;
  const char *diagram;
} Names;

static const Names versions[] = {
  [DMN_VERSION_1_1] = { "1.1", "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
                        "http://www.omg.org/spec/FEEL/20140401", NULL },
  [DMN_VERSION_1_2]
  = { "1.2", "http://www.omg.org/spec/DMN/20180521/MODEL/",
      "http://www.omg.org/spec/DMN/20180521/FEEL/", "http://www.omg.org/spec/DMN/20180521/DMNDI/" },
  [DMN_VERSION_1_3] = { "1.3", "https://www.omg.org/spec/DMN/20191111/MODEL/",
                        "https://www.omg.org/spec/DMN/20191111/FEEL/",
                        "https://www.omg.org/spec/DMN/20191111/DMNDI/" },
  [DMN_VERSION_1_4] = { "1.4", "https://www.omg.org/spec/DMN/20211108/MODEL/",
                        "https://www.omg.org/spec/DMN/20211108/FEEL/",
                        "https://www.omg.org/spec/DMN/20191111/DMNDI/" },
  [DMN_VERSION_1_5] = { "1.5", "https://www.omg.org/spec/DMN/20230324/MODEL/",
                        "https://www.omg.org/spec/DMN/20230324/FEEL/",
                        "https://www.omg.org/spec/DMN/20230324/DMNDI/" },
};

/* Elements of the MODEL namespace that came later than 1.1. */
static const struct
{
  const char *element;
  DmnVersion since;
} newer[] = {
  { "annotation", DMN_VERSION_1_2 },   { "annotationEntry", DMN_VERSION_1_2 },
  { "functionItem", DMN_VERSION_1_3 }, { "group", DMN_VERSION_1_3 },
  { "conditional", DMN_VERSION_1_4 },  { "filter", DMN_VERSION_1_4 },
  { "for", DMN_VERSION_1_4 },          { "every", DMN_VERSION_1_4 },
  { "some", DMN_VERSION_1_4 },         { "typeConstraint", DMN_VERSION_1_5 },
};

gboolean
dmn_version_from_name (const char *name, DmnVersion *version)
{
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    if (g_str_equal (versions[i].name, name))
      {
        *version = (DmnVersion)i;
        return TRUE;
      }
  return FALSE;
}

/* --- Reading
 * ------------------------------------------------------------------------------------------------------
 */

static gboolean
find_version (const char *uri, DmnVersion *version)
{
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    if (g_str_equal (versions[i].model, uri))
      {
        *version = (DmnVersion)i;
        return TRUE;
      }
  return FALSE;
}

/* The document and its version; NULL and an error in the loader. */
static xmlDoc *
read_document (DmnLoader *loader, const char *text, gsize length, DmnVersion *version)
{
  xmlDoc *document = dmn_xml_read_whole (loader, text, length);
  const xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  if (document == NULL)
    return NULL;
  if (root == NULL || root->ns == NULL || !xmlStrEqual (root->name, (const xmlChar *)"definitions")
      || !find_version ((const char *)root->ns->href, version))
    {
      dmn_loader_fail (loader, root, DMN_ERROR_FILE,
                       "not a DMN file: found no “definitions” of DMN 1.1 to 1.5");
      xmlFreeDoc (document);
      return NULL;
    }
  loader->ns = root->ns;
  return document;
}

gboolean
dmn_convert_version (
    const char *text, gssize length, const char *source_name, DmnVersion *version, GError **error)
{
  DmnModel model = { .source_name = source_name };
  DmnLoader loader = { .model = &model, .error = error };
  xmlDoc *document;

  g_return_val_if_fail (text != NULL && source_name != NULL && version != NULL, FALSE);
  document = read_document (&loader, text, length < 0 ? strlen (text) : (gsize)length, version);
  g_clear_pointer (&document, xmlFreeDoc);
  return !loader.failed;
}

/* --- Rewriting
 * ----------------------------------------------------------------------------------------------------
 */

typedef struct
{
  DmnLoader *loader;
  DmnVersion from;
  DmnVersion to;
} Conversion;

/* FEEL of any version, with either scheme: editors write the language's URI of one version into
 * files of another. */
static gboolean
is_feel_uri (const char *uri)
{
  const char *place = strstr (uri, "://");

  for (guint i = 0; i < G_N_ELEMENTS (versions) && place != NULL; i++)
    if (g_str_equal (place, strstr (versions[i].feel, "://")))
      return TRUE;
  return FALSE;
}

/* The new URI in the place of one of the old version's; NULL when it is none of them. */
static const char *
new_uri (const Conversion *conversion, const char *uri)
{
  const Names *from = &versions[conversion->from], *to = &versions[conversion->to];

  if (g_str_equal (uri, from->model))
    return to->model;
  if (is_feel_uri (uri))
    return to->feel;
  if (from->diagram != NULL && g_str_equal (uri, from->diagram))
    return to->diagram;
  return NULL;
}

static void
convert_namespaces (const Conversion *conversion, xmlNode *node)
{
  for (xmlNs *ns = node->nsDef; ns != NULL; ns = ns->next)
    {
      const char *uri = ns->href != NULL ? new_uri (conversion, (const char *)ns->href) : NULL;

      if (uri == NULL)
        continue;
      xmlFree ((xmlChar *)ns->href);
      ns->href = xmlStrdup ((const xmlChar *)uri);
    }
}

static void
convert_language (const Conversion *conversion, xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *)name);
  const char *uri = value != NULL ? new_uri (conversion, (const char *)value) : NULL;

  if (uri != NULL)
    xmlSetProp (node, (const xmlChar *)name, (const xmlChar *)uri);
  xmlFree (value);
}

/* 1.1 has QNames for types (“feel:string”, “tns:tBand”), later versions plain names. Another
 * prefix belongs to an import and stays. NULL when there is nothing to change. */
static const char *
plain_type (const Conversion *conversion, xmlNode *node, const char *type)
{
  const char *colon = strchr (type, ':');
  g_autofree char *prefix = colon != NULL ? g_strndup (type, (gsize)(colon - type)) : NULL;
  const xmlNs *ns = prefix != NULL ? xmlSearchNs (node->doc, node, (const xmlChar *)prefix) : NULL;
  xmlChar *own;
  gboolean is_own;

  if (ns == NULL)
    return NULL;
  own = xmlGetNoNsProp (xmlDocGetRootElement (node->doc), (const xmlChar *)"namespace");
  is_own = own != NULL && xmlStrEqual (own, ns->href);
  xmlFree (own);
  /* namespaces of the elements around are converted already */
  return is_own || g_str_equal ((const char *)ns->href, versions[conversion->to].feel) ? colon + 1
                                                                                       : NULL;
}

static void
convert_type (const Conversion *conversion, xmlNode *node)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *)"typeRef");
  const char *plain = value != NULL ? plain_type (conversion, node, (const char *)value) : NULL;

  if (plain != NULL)
    xmlSetProp (node, (const xmlChar *)"typeRef", (const xmlChar *)plain);
  xmlFree (value);
  if (!dmn_xml_is (conversion->loader, node, "typeRef"))
    return;
  value = xmlNodeGetContent (node);
  plain = plain_type (conversion, node, g_strstrip ((char *)value));
  if (plain != NULL)
    xmlNodeSetContent (node, (const xmlChar *)plain);
  xmlFree (value);
}

static void
refuse_newer (const Conversion *conversion, const xmlNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (newer); i++)
    if (newer[i].since > conversion->to
        && xmlStrEqual (node->name, (const xmlChar *)newer[i].element))
      dmn_loader_fail (conversion->loader, node, DMN_ERROR_UNSUPPORTED,
                       "found “%s”, which DMN has since %s: the file cannot be written as %s",
                       newer[i].element, versions[newer[i].since].name,
                       versions[conversion->to].name);
}

static void
convert_element (const Conversion *conversion, xmlNode *node)
{
  gboolean own;

  convert_namespaces (conversion, node);
  own = dmn_xml_is (conversion->loader, node, NULL);
  if (!own)
    return;
  refuse_newer (conversion, node);
  convert_language (conversion, node, "expressionLanguage");
  convert_language (conversion, node, "typeLanguage");
  if (conversion->from == DMN_VERSION_1_1)
    convert_type (conversion, node);
}

/* Every element, in the order of the file. */
static void
convert_tree (const Conversion *conversion, xmlNode *root)
{
  for (xmlNode *node = root; node != NULL;)
    {
      if (node->type == XML_ELEMENT_NODE)
        convert_element (conversion, node);
      if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      while (node != root && node->next == NULL)
        node = node->parent;
      node = node == root ? NULL : node->next;
    }
}

static char *
write_document (xmlDoc *document, gsize *length_out)
{
  xmlChar *bytes = NULL;
  int size = 0;
  char *text;

  xmlDocDumpMemory (document, &bytes, &size);
  text = g_strndup ((const char *)bytes, (gsize)size);
  xmlFree (bytes);
  if (length_out != NULL)
    *length_out = (gsize)size;
  return text;
}

static char *
copy_bytes (const char *text, gsize length, gsize *length_out)
{
  char *copy = g_malloc (length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  if (length_out != NULL)
    *length_out = length;
  return copy;
}

char *
dmn_convert (const char *text,
             gssize length,
             const char *source_name,
             DmnVersion to,
             gsize *length_out,
             GError **error)
{
  DmnModel model = { .source_name = source_name };
  DmnLoader loader = { .model = &model, .error = error };
  Conversion conversion = { .loader = &loader, .to = to };
  gsize size;
  xmlDoc *document;
  char *result = NULL;

  g_return_val_if_fail (text != NULL && source_name != NULL, NULL);
  g_return_val_if_fail (to >= DMN_VERSION_1_1 && to < G_N_ELEMENTS (versions), NULL);
  size = length < 0 ? strlen (text) : (gsize)length;
  document = read_document (&loader, text, size, &conversion.from);
  if (document == NULL)
    return NULL;
  if (conversion.from == to)
    result = copy_bytes (text, size, length_out);
  else if (to == DMN_VERSION_1_1)
    dmn_loader_fail (&loader, NULL, DMN_ERROR_UNSUPPORTED, "DMN 1.1 is read, not written");
  else
    {
      convert_tree (&conversion, xmlDocGetRootElement (document));
      if (!loader.failed)
        result = write_document (document, length_out);
    }
  xmlFreeDoc (document);
  return result;
}
