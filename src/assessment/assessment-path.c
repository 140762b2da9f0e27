/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assessment/assessment-path.h"

#include <string.h>

/* Paths along the schema. Found by comparing names: the longest object has some twenty members. */

int
assessment_field_index (const AssessmentField *object, const char *name, gsize length)
{
  for (guint i = 0; i < object->n_fields; i++)
    if (object->fields[i].name[0] == *name /* tells most of them apart */
        && strncmp (object->fields[i].name, name, length) == 0
        && object->fields[i].name[length] == '\0')
      return (int)i;
  return -1;
}

gboolean
assessment_key_is_valid (const char *key, gsize length)
{
  if (length == 0 || length > 64)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (key[i]) && key[i] != '-' && key[i] != '_')
      return FALSE;
  return TRUE;
}

const AssessmentField *
assessment_path_field (const AssessmentPath *path)
{
  return path->n_steps == 0 ? assessment_schema_root () : path->steps[path->n_steps - 1].field;
}

static AssessmentStep *
add_step (AssessmentPath *path, AssessmentStepKind kind, const AssessmentField *field)
{
  AssessmentStep *step = &path->steps[path->n_steps];

  g_assert (path->n_steps < G_N_ELEMENTS (path->steps));
  *step = (AssessmentStep){ .kind = kind, .parent = assessment_path_field (path), .field = field };
  path->n_steps++;
  return step;
}

static void
add_key (AssessmentPath *path, const char *key, gsize length)
{
  const AssessmentField *parent = assessment_path_field (path);
  AssessmentStep *step;

  /* A column of an answer holds ticks, which is what an answer without columns holds. */
  step = add_step (path, ASSESSMENT_STEP_KEY,
                   parent->kind == ASSESSMENT_MAP ? parent->item : parent);
  step->key = key;
  step->key_length = length;
}

void
assessment_path_enter_key (AssessmentPath *path, const char *key)
{
  g_assert (assessment_key_is_valid (key, strlen (key)));
  add_key (path, key, strlen (key));
}

/* An answer has columns, a column has none. */
static gboolean
is_whole_answer (const AssessmentPath *path, const AssessmentField *field)
{
  return field->kind == ASSESSMENT_ANSWER && path->steps[path->n_steps - 1].parent != field;
}

static gboolean
enter_name (AssessmentPath *path, const char *name, gsize length)
{
  const AssessmentField *parent = assessment_path_field (path);

  if (++path->n_names > ASSESSMENT_MAX_DEPTH)
    return FALSE;
  if ((parent->kind == ASSESSMENT_MAP || is_whole_answer (path, parent))
      && assessment_key_is_valid (name, length))
    {
      add_key (path, name, length);
      return TRUE;
    }
  if (parent->kind == ASSESSMENT_OBJECT)
    {
      int index = assessment_field_index (parent, name, length);

      if (index < 0)
        return FALSE;
      add_step (path, ASSESSMENT_STEP_MEMBER, &parent->fields[index])->index = (guint)index;
      return TRUE;
    }
  return FALSE;
}

/* "[12]" at @text; returns what follows it, NULL when it is something else. */
static const char *
enter_item (AssessmentPath *path, const char *text)
{
  const AssessmentField *parent = assessment_path_field (path);
  guint64 index = 0;
  const char *at = text + 1;

  if (parent->kind != ASSESSMENT_LIST || !g_ascii_isdigit (*at))
    return NULL;
  for (; g_ascii_isdigit (*at); at++)
    index = MIN (index * 10 + (guint64)(*at - '0'), ASSESSMENT_MAX_ITEMS);
  if (*at != ']' || index >= ASSESSMENT_MAX_ITEMS)
    return NULL;
  add_step (path, ASSESSMENT_STEP_ITEM, parent->item)->index = (guint)index;
  return at + 1;
}

gboolean
assessment_path_parse (AssessmentPath *path, const char *text)
{
  const char *at = text;

  path->n_steps = 0;
  path->n_names = 0;
  while (TRUE)
    {
      gsize length = strcspn (at, ".[");

      if (length == 0 || !enter_name (path, at, length))
        return FALSE;
      at += length;
      if (*at == '[' && (at = enter_item (path, at)) == NULL)
        return FALSE;
      if (*at == '\0')
        return TRUE;
      if (*at++ != '.')
        return FALSE;
    }
}
