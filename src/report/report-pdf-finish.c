/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-pdf-finish.h"

#include "report/report-pdf-artifact.h"
#include "report/report-pdf-field.h"
#include "report/report-pdf-file.h"
#include "report/report-pdf-writer.h"
#include <string.h>

/* One walk over the objects: each that needs more gets it before its closing ">>". */

typedef struct
{
  ReportPdfFile *file;
  const ReportPdfExtras *extras;
  ReportPdfFields *fields;
  guint figure, link; /* seen so far */
} Finish;

/* Signs of ASCII stand for themselves, but for three. */
static char *
plain_string (const char *words)
{
  GString *text = g_string_new ("(");

  for (const char *p = words; *p != '\0'; p++)
    {
      if (strchr ("()\\", *p) != NULL)
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, ')');
  return g_string_free (text, FALSE);
}

static gboolean
is_plain (const char *words)
{
  for (const char *p = words; *p != '\0'; p++)
    if (!g_ascii_isprint (*p))
      return FALSE;
  return TRUE;
}

/* Text as a PDF string; beyond ASCII as UTF-16 with its mark, in hexadecimal. */
static char *
pdf_string (const char *words)
{
  glong length = 0;
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_autofree gunichar2 *wide = NULL;
  GString *text;

  if (is_plain (valid))
    return plain_string (valid);
  wide = g_utf8_to_utf16 (valid, -1, NULL, &length, NULL);
  text = g_string_new ("<FEFF");
  for (glong i = 0; i < length; i++)
    for (int shift = 12; shift >= 0; shift -= 4)
      g_string_append_c (text, "0123456789ABCDEF"[(wide[i] >> shift) & 15]);
  g_string_append_c (text, '>');
  return g_string_free (text, FALSE);
}

static char *
xmp_packet (const ReportPdfExtras *extras)
{
  g_autofree char *title = g_markup_escape_text (extras->title, -1);
  g_autofree char *author = g_markup_escape_text (extras->author, -1);
  g_autofree char *language = g_markup_escape_text (extras->language, -1);

  return g_strdup_printf (
      "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
      "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
      "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
      "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
      "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n"
      "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n"
      "<xmp:CreateDate>%s</xmp:CreateDate>\n"
      "<pdfuaid:part>1</pdfuaid:part>\n"
      "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>",
      title, author, language, extras->date);
}

/* @object ends with ">>"; @more goes inside. */
static void
put_extended (Finish *finish, guint number, const char *object, const char *more)
{
  const char *end = g_strrstr (object, ">>");

  if (end == NULL)
    return;
  g_autofree char *head = g_strndup (object, (gsize)(end - object));
  g_autofree char *text = g_strdup_printf ("%s %s >>", head, more);
  report_pdf_file_put (finish->file, number, text);
}

/* Not deflated: programs that know nothing of PDF look for it in the bytes. */
static guint
put_metadata (Finish *finish)
{
  char *packet = xmp_packet (finish->extras);
  g_autoptr (GBytes) data = g_bytes_new_take (packet, strlen (packet));
  guint number = report_pdf_file_size (finish->file);

  report_pdf_file_put_stream (finish->file, number, "<< /Type /Metadata /Subtype /XML", data);
  return number;
}

static void
finish_root (Finish *finish)
{
  guint root = report_pdf_file_root (finish->file), metadata = put_metadata (finish);
  g_autofree char *object = report_pdf_file_object (finish->file, root);
  g_autofree char *language = pdf_string (finish->extras->language);
  g_autofree char *fields = report_pdf_fields_finish (finish->fields);
  g_autofree char *more = g_strdup_printf (
      "/Lang %s /ViewerPreferences << /DisplayDocTitle true >> /Metadata %u 0 R %s", language,
      metadata, fields);

  if (object != NULL)
    put_extended (finish, root, object, more);
}

static const char *
nth (const GPtrArray *words, guint index)
{
  return words != NULL && index < words->len ? g_ptr_array_index (words, index) : "";
}

static void
finish_page (Finish *finish, guint number, const char *object)
{
  const char *key = strstr (object, "/Contents ");
  guint content = key != NULL ? (guint)g_ascii_strtoull (key + strlen ("/Contents "), NULL, 10) : 0;
  g_autoptr (GBytes) stream = content > 0 ? report_pdf_file_stream (finish->file, content) : NULL;

  put_extended (finish, number, object, "/Tabs /S");
  if (stream == NULL)
    return;
  g_autoptr (GBytes) marked = report_pdf_mark_artifacts (stream);
  g_autoptr (GBytes) packed = report_pdf_deflate (g_bytes_get_data (marked, NULL),
                                                  g_bytes_get_size (marked), REPORT_PDF_LEVEL);
  report_pdf_file_put_stream (finish->file, content, "<< /Filter /FlateDecode", packed);
}

/* @pair: key and name, such as "/S /TH". */
static gboolean
has_type (const char *object, const char *pair)
{
  const char *found = strstr (object, pair);

  return found != NULL && !g_ascii_isalnum (found[strlen (pair)]);
}

static void
finish_link (Finish *finish, guint number, const char *object)
{
  g_autofree char *words = pdf_string (nth (finish->extras->links, finish->link++));
  g_autofree char *more = g_strconcat ("/Contents ", words, NULL);

  if (!report_pdf_fields_take_link (finish->fields, number, object, words))
    put_extended (finish, number, object, more);
}

static void
finish_object (Finish *finish, guint number)
{
  g_autofree char *object = report_pdf_file_object (finish->file, number);
  const ReportPdfExtras *extras = finish->extras;

  if (object == NULL || !g_str_has_prefix (object, "<<"))
    return;
  if (has_type (object, "/S /Figure"))
    {
      g_autofree char *words = pdf_string (nth (extras->figures, finish->figure++));
      g_autofree char *more = g_strconcat ("/Alt ", words, NULL);
      put_extended (finish, number, object, more);
    }
  else if (has_type (object, "/S /TH"))
    put_extended (finish, number, object, "/A << /O /Table /Scope /Column >>");
  else if (has_type (object, "/Type /Page"))
    finish_page (finish, number, object);
  else if (has_type (object, "/Subtype /Link"))
    finish_link (finish, number, object);
  else if (has_type (object, "/S /Link"))
    report_pdf_fields_take_element (finish->fields, number, object);
}

GBytes *
report_pdf_finish (GBytes *pdf, const ReportPdfExtras *extras)
{
  g_return_val_if_fail (pdf != NULL && extras != NULL, NULL);

  g_autoptr (ReportPdfFile) file = report_pdf_file_new (pdf);
  if (file == NULL)
    return g_bytes_ref (pdf);
  g_autoptr (ReportPdfFields) fields = report_pdf_fields_new (file);
  Finish finish = { .file = file, .extras = extras, .fields = fields };
  guint size = report_pdf_file_size (file);
  for (guint number = 1; number < size; number++)
    finish_object (&finish, number);
  finish_root (&finish);
  return report_pdf_file_finish (file);
}
