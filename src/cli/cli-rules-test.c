/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-rules.h"

#include "dmn/dmn-kit.h"

#include <glib/gi18n-lib.h>

/* waymark-cli rules test DIR: the standard's public test kit. Failures one by one, then the closing
 * line. */

typedef struct
{
  guint passed, exact, failed;
  guint values, values_passed; /* of the cases that do not expect null */
} Count;

static void
count_case (const DmnKitCase *result, gpointer data)
{
  Count *count = data;

  count->values += result->expects_null ? 0 : 1;
  count->values_passed += result->passed && !result->expects_null ? 1 : 0;
  if (result->passed)
    {
      count->passed++;
      count->exact += result->exact ? 1 : 0;
      return;
    }
  count->failed++;
  g_print (_ ("%s/%s, case %s: %s\n"), result->folder, result->test_file, result->id,
           result->message);
}

int
cli_rules_test (int argc, char **argv)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  Count count = { 0 };
  int status;

  if (!cli_command_parse ("rules test", entries, 1, &argc, &argv, &status))
    return status;
  if (!dmn_kit_run (argv[1], count_case, &count, &error))
    return cli_command_refuse (error);
  g_print (_ ("%u of the passed are exactly equal, the others within 1e-8\n"), count.exact);
  g_print (_ ("Of the %u cases that do not expect null %u passed\n"), count.values,
           count.values_passed);
  g_print (_ ("%u passed, %u failed\n"), count.passed, count.failed);
  return count.failed > 0 ? CLI_REFUSED : CLI_DONE;
}
