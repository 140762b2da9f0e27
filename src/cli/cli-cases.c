/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-cases.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define LINE_CAP ((gsize)4 * 1024 * 1024)

static gboolean
read_case (const char *text,
           gsize length,
           const char *name,
           CliCaseFunc function,
           gpointer data,
           GError **error)
{
  g_autoptr (BaseJson) json = base_json_parse (text, (gssize)length, name, error);
  g_autoptr (GError) problem = NULL;
  BaseJsonCursor root;

  if (json == NULL)
    return FALSE;
  root = base_json_root (json);
  if (function (&root, data, &problem))
    return base_json_finish (json, error);
  if (base_json_finish (json, error))
    g_propagate_prefixed_error (error, g_steal_pointer (&problem), "%s: ", name);
  return FALSE;
}

static gboolean
read_lines (FILE *file, const char *path, CliCaseFunc function, gpointer data, GError **error)
{
  char *line = NULL;
  size_t room = 0;
  gssize length;
  gboolean fine = TRUE;

  for (guint number = 1; fine && (length = getline (&line, &room, file)) >= 0; number++)
    {
      g_autofree char *name = g_strdup_printf ("%s:%u", path, number);

      if ((gsize)length > LINE_CAP)
        {
          g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                       _ ("%s: the line is longer than %lu bytes"), name, (gulong)LINE_CAP);
          fine = FALSE;
        }
      else if (strspn (line, " \t\r\n") < (gsize)length)
        fine = read_case (line, (gsize)length, name, function, data, error);
    }
  free (line);
  return fine;
}

gboolean
cli_cases_read (const char *path, CliCaseFunc function, gpointer data, GError **error)
{
  gboolean from_stdin = strcmp (path, "-") == 0;
  FILE *file = from_stdin ? stdin : fopen (path, "r");
  gboolean fine;

  if (file == NULL)
    {
      g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (errno), "%s: %s", path,
                   g_strerror (errno));
      return FALSE;
    }
  fine = read_lines (file, path, function, data, error);
  if (!from_stdin)
    fclose (file);
  return fine;
}
