/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-facts.h"

#include "app/widgets/app-label.h"

/* A small head with its text under it. */

void
app_facts_add (GtkBox *box, const char *name, const char *text)
{
  GtkWidget *fact;

  if (text == NULL || *text == '\0')
    return;
  fact = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  app_label_append_caption (GTK_BOX (fact), name);
  app_label_append (GTK_BOX (fact), text, NULL);
  gtk_box_append (box, fact);
}

void
app_facts_add_lines (GtkBox *box, const char *name, GPtrArray *lines, const char *between)
{
  g_autofree char *text = NULL;

  if (lines->len == 0)
    return;
  g_ptr_array_add (lines, NULL);
  text = g_strjoinv (between, (char **)lines->pdata);
  app_facts_add (box, name, text);
}
