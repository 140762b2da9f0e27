/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-form.h"

#include "base/base-data.h"
#include "report/report-csv.h"
#include "report/report-json.h"
#include "report/report-markdown.h"
#include "report/report-odt.h"
#include "report/report-private.h"
#include <string.h>

static const char *const form_names[] = { "pdf", "odt", "markdown", "csv", "json", NULL };
static const char *const endings[] = { ".pdf", ".odt", ".md", ".csv", ".json" };

gboolean
report_form_from_name (const char *name, ReportForm *form)
{
  g_return_val_if_fail (name != NULL && form != NULL, FALSE);

  for (guint i = 0; form_names[i] != NULL; i++)
    if (g_str_equal (name, form_names[i]))
      {
        *form = (ReportForm)i;
        return TRUE;
      }
  return FALSE;
}

const char *const *
report_form_names (void)
{
  return form_names;
}

gboolean
report_form_from_path (const char *path, ReportForm *form)
{
  g_return_val_if_fail (path != NULL && form != NULL, FALSE);

  const char *ending = strrchr (path, '.');
  for (guint i = 0; ending != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strcasecmp (ending, endings[i]) == 0)
      {
        *form = (ReportForm)i;
        return TRUE;
      }
  return ending != NULL && g_ascii_strcasecmp (ending, ".markdown") == 0
         && report_form_from_name ("markdown", form);
}

const char *
report_form_ending (ReportForm form)
{
  g_return_val_if_fail (form < REPORT_N_FORMS, NULL);

  return endings[form];
}

static GBytes *
text_bytes (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

GBytes *
report_to_form (Report *report, ReportForm form, GError **error)
{
  g_return_val_if_fail (report != NULL, NULL);

  switch (form)
    {
    case REPORT_FORM_ODT:
      return report_to_odt (report);
    case REPORT_FORM_MARKDOWN:
      return text_bytes (report_to_markdown (report));
    case REPORT_FORM_CSV:
      return text_bytes (report_to_csv (report));
    case REPORT_FORM_JSON:
      return text_bytes (report_to_json (report));
    case REPORT_FORM_PDF:
    default:
      return report_to_pdf (report, error);
    }
}

gboolean
report_write_form (Report *report, ReportForm form, const char *path, GError **error)
{
  g_return_val_if_fail (report != NULL && path != NULL, FALSE);

  g_autoptr (GError) cause = NULL;
  gsize length;
  g_autoptr (GBytes) bytes = report_to_form (report, form, error);
  if (bytes == NULL)
    return FALSE;
  if (!report_step (report, 1.0))
    {
      report_set_stopped (error);
      return FALSE;
    }
  const char *data = g_bytes_get_data (bytes, &length);
  if (base_data_write (path, data, length, &cause))
    return TRUE;
  g_set_error_literal (error, REPORT_ERROR, REPORT_ERROR_WRITE, cause->message);
  return FALSE;
}

char *
report_suggest_form_name (const Report *report, ReportForm form)
{
  g_return_val_if_fail (report != NULL, NULL);

  g_autofree char *name = report_suggest_name (report);
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (endings[REPORT_FORM_PDF]));
  return g_strconcat (stem, endings[form], NULL);
}
