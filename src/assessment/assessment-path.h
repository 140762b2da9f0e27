/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "assessment/assessment-schema.h"

G_BEGIN_DECLS

/* Private to the room: a path taken apart along the schema, "project.partners[1].country" into four
 * steps. Lives on the stack and borrows from the text it was parsed from. */
typedef enum
{
  ASSESSMENT_STEP_MEMBER, /* of an object */
  ASSESSMENT_STEP_ITEM,   /* of a list */
  ASSESSMENT_STEP_KEY,    /* of a map, or the column of an answer */
} AssessmentStepKind;

typedef struct
{
  AssessmentStepKind kind;
  const AssessmentField *parent; /* what holds it */
  const AssessmentField *field;  /* what it leads to */
  guint index;                   /* of the member or item */
  const char *key;               /* key_length bytes, not terminated */
  gsize key_length;
} AssessmentStep;

typedef struct
{
  AssessmentStep steps[2 * ASSESSMENT_MAX_DEPTH];
  guint n_steps;
  guint n_names;
} AssessmentPath;

/* FALSE when no document has such a path. */
gboolean assessment_path_parse (AssessmentPath *path, const char *text);
const AssessmentField *assessment_path_field (const AssessmentPath *path);
/* Goes one key further down, for answers and their columns. The key must be valid. */
void assessment_path_enter_key (AssessmentPath *path, const char *key);

/* Index of the member @name of an object, -1 when it has none. */
int assessment_field_index (const AssessmentField *object, const char *name, gsize length);
/* What an id of a map may look like: 1 to 64 ASCII letters, digits, - and _. */
gboolean assessment_key_is_valid (const char *key, gsize length);

G_END_DECLS
