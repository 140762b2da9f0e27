/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-odt.h"

#include "report/report-odt-private.h"
#include <string.h>

/* The package: a zip archive whose first part says what it is. */

#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"

static char *
make_meta (Report *report)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<office:document-meta" REPORT_ODT_NAMESPACES "><office:meta>"
                               "<meta:generator>Waymark ");

  report_odt_append (xml, advice_versions (report->advice)->program, -1, FALSE);
  g_string_append (xml, "</meta:generator><dc:title>");
  report_odt_append (xml, report_title (report), -1, FALSE);
  g_string_append (xml, "</dc:title><dc:creator>");
  report_odt_append (xml, report_company (report), -1, FALSE);
  g_string_append (xml, "</dc:creator><dc:language>");
  report_odt_append (xml, base_language_tag (report->language), -1, FALSE);
  g_string_append (xml, "</dc:language><dc:date>");
  report_odt_append (xml, report_day (report), -1, FALSE);
  g_string_append (xml, "T00:00:00</dc:date></office:meta></office:document-meta>\n");
  return g_string_free (xml, FALSE);
}

static void
append_entry (GString *xml, const char *path, const char *type)
{
  g_string_append_printf (
      xml, "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"%s\"/>\n", path,
      type);
}

static char *
make_manifest (const GPtrArray *pictures)
{
  GString *xml
      = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest "
                      "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
                      "manifest:version=\"1.2\">\n"
                      "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\" "
                      "manifest:media-type=\"" MEDIA_TYPE "\"/>\n");

  append_entry (xml, "content.xml", "text/xml");
  append_entry (xml, "styles.xml", "text/xml");
  append_entry (xml, "meta.xml", "text/xml");
  for (guint i = 0; i < pictures->len; i++)
    append_entry (xml, g_ptr_array_index (pictures, i), "image/png");
  g_string_append (xml, "</manifest:manifest>\n");
  return g_string_free (xml, FALSE);
}

/* Takes @text. */
static void
add_text (ReportOdtZip *zip, const char *name, char *text)
{
  report_odt_zip_add (zip, name, text, strlen (text));
  g_free (text);
}

GBytes *
report_to_odt (Report *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  ReportOdtZip *zip = report_odt_zip_new (report_day (report));
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ReportPart) root = report_part_new (report);

  report_odt_zip_add (zip, "mimetype", MEDIA_TYPE, strlen (MEDIA_TYPE));
  add_text (zip, "content.xml", report_odt_content (report, root, zip, pictures));
  add_text (zip, "styles.xml", report_odt_styles (report));
  add_text (zip, "meta.xml", make_meta (report));
  add_text (zip, "META-INF/manifest.xml", make_manifest (pictures));
  return report_odt_zip_finish (zip);
}
