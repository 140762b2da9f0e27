/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-rules.h"

#include "cli/cli-command.h"
#include "dmn/dmn-kit.h"

#include <glib/gi18n-lib.h>

/* waymark-cli rules test DIR: the standard's public test kit. Failures one by one, then the closing
 * line. */

typedef struct
{
  guint passed, exact, failed;
} Count;

static void
count_case (const DmnKitCase *result, gpointer data)
{
  Count *count = data;

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
cli_rules_test (const char *directory)
{
  g_autoptr (GError) error = NULL;
  Count count = { 0 };

  if (!dmn_kit_run (directory, count_case, &count, &error))
    return cli_command_refuse (error);
  g_print (_ ("%u of the passed are exactly equal, the others within 1e-8\n"), count.exact);
  g_print (_ ("%u passed, %u failed\n"), count.passed, count.failed);
  return count.failed > 0 ? CLI_REFUSED : CLI_DONE;
}
