/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A second instance for the tests: workspace-writer FILE ASSESSMENT PREFIX N gives N answers,
 * "PREFIX-1" to "PREFIX-N", one a tick, as fast as it can, and prints a number when all up to it
 * are said to be on the disk. */

typedef struct
{
  guint64 last;
  guint64 up_to;
} Writer;

static void
durable_cb (Workspace *workspace, const WorkspaceDurable *durable, gpointer data)
{
  Writer *writer = data;
  g_autofree char *line = g_strdup_printf ("%" G_GUINT64_FORMAT "\n", durable->up_to);
  gsize length = strlen (line);

  if (durable->error != NULL)
    g_error ("%s", durable->error->message);
  if (write (STDOUT_FILENO, line, length) != (gssize)length)
    exit (3);
  writer->up_to = durable->up_to;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  Writer writer = { 0 };
  Workspace *workspace = workspace_open (argv[1], &error);
  AssessmentDocument *document
      = workspace == NULL ? NULL : workspace_load (workspace, argv[2], &error);

  if (document == NULL)
    g_error ("%s", error->message);
  writer.last = g_ascii_strtoull (argv[4], NULL, 10);
  workspace_set_durable_func (workspace, durable_cb, &writer);
  for (guint64 i = 1; i <= writer.last; i++)
    {
      g_autofree char *question = g_strdup_printf ("%s-%" G_GUINT64_FORMAT, argv[3], i);
      guint8 option = (guint8)(i % 10 + 1);
      AssessmentDocument *next
          = assessment_document_with_ticks (document, question, NULL, &option, 1);

      workspace_save (workspace, argv[2], document, next, NULL, NULL);
      assessment_document_unref (document);
      document = next;
      /* Some ticks travel together, some alone. */
      if (i % 3 == 0)
        g_main_context_iteration (NULL, TRUE);
    }
  while (writer.up_to < writer.last)
    g_main_context_iteration (NULL, TRUE);
  assessment_document_unref (document);
  return workspace_close (workspace, &error) ? 0 : 1;
}
