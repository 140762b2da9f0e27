/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "assessment/assessment-upgrade.h"

#include "assessment/assessment-document.h"

#include <glib/gi18n-lib.h>

/* Checks format and version, then goes one version up at a time. */

static int
read_version (BaseJson *json, int newest, GError **error)
{
  BaseJsonCursor root = base_json_root (json);
  BaseJsonCursor format = base_json_need (&root, "format");
  BaseJsonCursor at;
  const char *name = base_json_string (&format);
  gint64 version;

  if (name != NULL && !g_str_equal (name, ASSESSMENT_FORMAT))
    base_json_fail (&format, _ ("found “%.60s”, expected “%s”"), name, ASSESSMENT_FORMAT);
  at = base_json_need (&root, "version");
  version = base_json_integer (&at, 1, G_MAXINT32);
  if (!base_json_finish (json, error))
    return 0;
  if (version <= newest)
    return (int)version;
  g_set_error (
      error, ASSESSMENT_ERROR, ASSESSMENT_ERROR_VERSION,
      _ ("%s: $.version: found %d, expected at most %d: it was written by a newer Waymark"),
      base_json_source_name (json), (int)version, newest);
  return 0;
}

BaseJson *
assessment_upgrade (BaseJson *json, int newest, const AssessmentUpgrader *upgraders, GError **error)
{
  g_autoptr (BaseJson) current = json;

  while (TRUE)
    {
      int version = read_version (current, newest, error);
      g_autofree char *text = NULL;
      BaseJson *next;

      if (version == 0)
        return NULL;
      if (version == newest)
        return g_steal_pointer (&current);
      text = upgraders[version - 1](current);
      next = base_json_parse (text, -1, base_json_source_name (current), error);
      if (next == NULL)
        return NULL;
      base_json_free (current);
      current = next;
    }
}
