/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-rules.h"

#include "dmn/dmn-convert.h"

#include <glib/gi18n-lib.h>

/* waymark-cli rules convert IN -o OUT [--to 1.3]: a model for another editor. */

static int
convert (const char *path, const char *out, DmnVersion to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *result = NULL;
  g_autofree char *name = g_filename_display_name (path);
  gsize length, size;

  if (!g_file_get_contents (path, &text, &length, &error))
    return cli_command_refuse (error);
  result = dmn_convert (text, (gssize)length, name, to, &size, &error);
  if (result == NULL || !g_file_set_contents (out, result, (gssize)size, &error))
    return cli_command_refuse (error);
  return CLI_DONE;
}

int
cli_rules_convert (int argc, char **argv)
{
  g_autofree char *out = NULL;
  g_autofree char *to = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("The file to write"), N_ ("OUT") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("1.2, 1.3 (the default), 1.4 or 1.5"),
      N_ ("VERSION") },
    G_OPTION_ENTRY_NULL,
  };
  DmnVersion version = DMN_VERSION_1_3;
  int status;

  if (!cli_command_parse ("rules convert", entries, 1, &argc, &argv, &status))
    return status;
  if (out == NULL)
    return cli_command_misused ("rules convert", _ ("-o is missing: the file to write"));
  if (to != NULL && !dmn_version_from_name (to, &version))
    return cli_command_misused ("rules convert",
                                _ ("--to: found “%s”, expected 1.2, 1.3, 1.4 or 1.5"), to);
  return convert (argv[1], out, version);
}
