/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-item.h"

/* Paths into lists, put together in one place. */

char *
app_item_new_id (void)
{
  return g_uuid_string_random ();
}

char *
app_item_member (const char *list, guint index, const char *member)
{
  return g_strdup_printf ("%s[%u].%s", list, index, member);
}

const char *
app_item_get (const AssessmentDocument *document, const char *list, guint index, const char *member)
{
  g_autofree char *path = app_item_member (list, index, member);

  return assessment_document_get_string (document, path);
}

char *
app_item_find (const AssessmentDocument *document, const char *list, const char *id)
{
  const int index = assessment_document_find_item (document, list, "id", id);

  return index >= 0 ? g_strdup_printf ("%s[%d]", list, index) : NULL;
}

AssessmentDocument *
app_item_add (const AssessmentDocument *document, const char *list, const char *id)
{
  const guint index = assessment_document_count (document, list);
  g_autofree char *path = app_item_member (list, index, "id");
  g_autoptr (AssessmentDocument) longer = assessment_document_with_item (document, list);

  return assessment_document_with_string (longer, path, id, NULL);
}

AssessmentDocument *
app_item_set (AssessmentDocument *document, const char *item, const char *member, const char *value)
{
  g_autoptr (AssessmentDocument) old = document;
  g_autofree char *path = g_strconcat (item, ".", member, NULL);

  return old != NULL ? assessment_document_with_string (old, path, value, NULL) : NULL;
}
