/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-pdf-field.h"

#include "report/report-pdf-finish.h"
#include <string.h>

/* A link has all that a field needs: its place on the page, and the way from and to its element. */

struct _ReportPdfFields
{
  ReportPdfFile *file;
  GHashTable *links;   /* number of the annotation → Link */
  GPtrArray *elements; /* Element */
};

typedef struct
{
  char *object, *words;
} Link;

typedef struct
{
  guint number;
  char *object;
} Element;

static void
link_free (gpointer data)
{
  Link *link = data;

  g_free (link->object);
  g_free (link->words);
  g_free (link);
}

static void
element_free (gpointer data)
{
  Element *element = data;

  g_free (element->object);
  g_free (element);
}

ReportPdfFields *
report_pdf_fields_new (ReportPdfFile *file)
{
  ReportPdfFields *fields = g_new0 (ReportPdfFields, 1);

  fields->file = file;
  fields->links = g_hash_table_new_full (NULL, NULL, NULL, link_free);
  fields->elements = g_ptr_array_new_with_free_func (element_free);
  return fields;
}

void
report_pdf_fields_free (ReportPdfFields *fields)
{
  if (fields == NULL)
    return;
  g_hash_table_unref (fields->links);
  g_ptr_array_unref (fields->elements);
  g_free (fields);
}

gboolean
report_pdf_fields_take_link (ReportPdfFields *fields,
                             guint number,
                             const char *object,
                             const char *words)
{
  Link *link;

  if (strstr (object, "(" REPORT_FIELD_ADDRESS ")") == NULL)
    return FALSE;
  link = g_new0 (Link, 1);
  link->object = g_strdup (object);
  link->words = g_strdup (words);
  g_hash_table_insert (fields->links, GUINT_TO_POINTER (number), link);
  return TRUE;
}

void
report_pdf_fields_take_element (ReportPdfFields *fields, guint number, const char *object)
{
  Element *element = g_new0 (Element, 1);

  element->number = number;
  element->object = g_strdup (object);
  g_ptr_array_add (fields->elements, element);
}

/* The number after @key, 0 when it is not there. */
static guint
number_of (const char *object, const char *key)
{
  const char *found = strstr (object, key);

  return found != NULL ? (guint)g_ascii_strtoull (found + strlen (key), NULL, 10) : 0;
}

/* "[ 70 100 218 142 ]"; four zeros, a field that is not seen, when it is not there. */
static char *
rectangle_of (const char *object)
{
  const char *start = strstr (object, "/Rect ");
  const char *end = start != NULL ? strchr (start, ']') : NULL;

  start = end != NULL ? strchr (start, '[') : NULL;
  return start != NULL ? g_strndup (start, (gsize)(end - start) + 1) : g_strdup ("[ 0 0 0 0 ]");
}

/* Nothing is to be seen of it before it is signed. */
static guint
put_appearance (ReportPdfFields *fields)
{
  const guint number = report_pdf_file_size (fields->file);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  report_pdf_file_put_stream (fields->file, number,
                              "<< /Type /XObject /Subtype /Form /BBox [ 0 0 1 1 ]", nothing);
  return number;
}

/* @index: from 1, in the order of the structure. The flag (4): it is printed too. */
static void
put_field (ReportPdfFields *fields, guint number, const Link *link, guint page, guint index)
{
  g_autofree char *rectangle = rectangle_of (link->object);
  g_autofree char *object = g_strdup_printf (
      "<< /Type /Annot /Subtype /Widget /FT /Sig /T (signature-%u) /TU %s /Contents %s /F 4 "
      "/Rect %s /P %u 0 R /StructParent %u /MK << >> /AP << /N %u 0 R >> >>",
      index, link->words, link->words, rectangle, page, number_of (link->object, "/StructParent "),
      put_appearance (fields));

  report_pdf_file_put (fields->file, number, object);
}

static void
put_element (ReportPdfFields *fields, const Element *element)
{
  const char *key = strstr (element->object, "/S /Link");
  g_autofree char *head = g_strndup (element->object, (gsize)(key - element->object));
  g_autofree char *object = g_strconcat (head, "/S /Form", key + strlen ("/S /Link"), NULL);

  report_pdf_file_put (fields->file, element->number, object);
}

char *
report_pdf_fields_finish (ReportPdfFields *fields)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  guint index = 0;

  for (guint i = 0; i < fields->elements->len; i++)
    {
      const Element *element = g_ptr_array_index (fields->elements, i);
      const guint number = number_of (element->object, "/Obj ");
      const Link *link = g_hash_table_lookup (fields->links, GUINT_TO_POINTER (number));

      if (link == NULL)
        continue;
      put_field (fields, number, link, number_of (element->object, "/Pg "), ++index);
      put_element (fields, element);
      g_string_append_printf (numbers, "%u 0 R ", number);
    }
  return index > 0 ? g_strdup_printf ("/AcroForm << /Fields [ %s] >>", numbers->str)
                   : g_strdup ("");
}
