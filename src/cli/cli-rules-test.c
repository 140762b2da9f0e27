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
  guint values, values_passed;              /* of the cases that do not expect null */
  guint errors, errors_passed, errors_told; /* of those that ask for an error */
  guint unsupported;
  gboolean all; /* tells each case, not only failures */
  GString *csv; /* the kit's own form of results; NULL: not asked for */
} Count;

static void
append_field (GString *csv, const char *text, char end)
{
  g_autoptr (GString) doubled = g_string_new (text);

  g_string_replace (doubled, "\"", "\"\"", 0);
  g_string_append_printf (csv, "\"%s\"%c", doubled->str, end);
}

/* "level/folder","test file","case id","SUCCESS|ERROR","comment" */
static void
append_case (GString *csv, const DmnKitCase *result)
{
  append_field (csv, result->folder, ',');
  append_field (csv, result->test_file, ',');
  append_field (csv, result->id, ',');
  append_field (csv, result->passed ? "SUCCESS" : "ERROR", ',');
  append_field (csv, result->message, '\n');
}

static void
count_case (const DmnKitCase *result, gpointer data)
{
  Count *count = data;

  count->values += result->expects_null ? 0 : 1;
  count->values_passed += result->passed && !result->expects_null ? 1 : 0;
  count->errors += result->expects_error ? 1 : 0;
  count->errors_passed += result->passed && result->expects_error ? 1 : 0;
  count->errors_told += result->tells_error ? 1 : 0;
  count->unsupported += result->unsupported ? 1 : 0;
  if (count->csv != NULL)
    append_case (count->csv, result);
  if (result->passed && count->all)
    g_print (result->exact ? _ ("%s/%s, case %s: passed\n")
                           : _ ("%s/%s, case %s: passed within 1e-8\n"),
             result->folder, result->test_file, result->id);
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

/* Several counts, because almost half of the kit's third level expects null, which an engine that
 * does nothing gives too. */
static void
print_counts (const Count *count)
{
  g_print (_ ("%u of the passed are exactly equal, the others within 1e-8\n"), count->exact);
  g_print (_ ("Of the %u cases that do not expect null %u passed\n"), count->values,
           count->values_passed);
  if (count->errors > 0)
    g_print (_ ("Of the %u cases that ask for an error %u passed by giving null, %u by telling the "
                "error\n"),
             count->errors, count->errors_passed, count->errors_told);
  if (count->unsupported > 0)
    g_print (_ ("%u of the failed need what is not supported, and are refused by name\n"),
             count->unsupported);
  g_print (_ ("%u passed, %u failed\n"), count->passed, count->failed);
}

int
cli_rules_test (int argc, char **argv)
{
  gboolean all = FALSE;
  g_autofree char *csv = NULL;
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("Tells each case, not only failures"), NULL },
    { "csv", 0, 0, G_OPTION_ARG_FILENAME, &csv, N_ ("Writes the results as the kit publishes them"),
      N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  Count count = { 0 };
  int status;

  if (!cli_command_parse ("rules test", entries, 1, &argc, &argv, &status))
    return status;
  count.all = all;
  count.csv = csv != NULL ? lines : NULL;
  if (!dmn_kit_run (argv[1], count_case, &count, &error))
    return cli_command_refuse (error);
  if (csv != NULL && !g_file_set_contents (csv, lines->str, (gssize)lines->len, &error))
    return cli_command_refuse (error);
  print_counts (&count);
  return count.failed > 0 ? CLI_REFUSED : CLI_DONE;
}
