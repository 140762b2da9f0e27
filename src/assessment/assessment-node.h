/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "assessment/assessment-path.h"

#include "base/base-json-writer.h"

G_BEGIN_DECLS

/* Private to the room: the inside of a document, a tree of immutable, reference-counted nodes. An
 * edit copies the nodes on the way from the root to the change and shares all others, so that a
 * list of a thousand undo steps is small. */
typedef enum
{
  ASSESSMENT_NODE_TEXT,
  ASSESSMENT_NODE_NUMBER,
  ASSESSMENT_NODE_BOOLEAN,
  ASSESSMENT_NODE_STRINGS,
  ASSESSMENT_NODE_CHOICES, /* an answer's ticks or levels */
  ASSESSMENT_NODE_OBJECT,  /* one child a member of the schema, NULL where absent */
  ASSESSMENT_NODE_LIST,
  ASSESSMENT_NODE_MAP, /* sorted by key, numbers in keys as numbers: q2 before q10 */
} AssessmentNodeKind;

typedef struct _AssessmentNode AssessmentNode;
struct _AssessmentNode
{
  AssessmentNodeKind kind;
  guint n; /* bytes, strings, choices or children */
  union
  {
    double number;
    gboolean boolean;
    const char *text;
    char **strings; /* NULL-terminated */
    struct
    {
      gint8
          *levels; /* as they stand in the document, -1 for null; NULL when they cannot be levels */
      guint8 *ticks; /* ascending; NULL when they cannot be ticks */
      gint8 *given;
    } choices;
    struct
    {
      AssessmentNode **children;
      char **keys; /* ASSESSMENT_NODE_MAP: GRefStrings, NULL-terminated */
    };
  };
};

AssessmentNode *assessment_node_new_text (const char *text);
AssessmentNode *assessment_node_new_number (double number);
AssessmentNode *assessment_node_new_boolean (gboolean boolean);
AssessmentNode *assessment_node_new_strings (const char *const *strings);
/* @given: -1 for null. At least one reading, as ticks or as levels, must be possible. */
AssessmentNode *assessment_node_new_choices (const gint8 *given, guint n);
/* An object without members, a list without items, a map without keys. */
AssessmentNode *assessment_node_new_empty (const AssessmentField *field);

AssessmentNode *assessment_node_ref (const AssessmentNode *node);
void assessment_node_unref (AssessmentNode *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssessmentNode, assessment_node_unref)

/* Could @given be option numbers (1 to 64, no two the same), or levels (0 to 9 or null)? */
gboolean assessment_choices_are_ticks (const gint8 *given, guint n);
gboolean assessment_choices_are_levels (const gint8 *given, guint n);

/* Borrowed; NULL when absent, also when @root is NULL. */
const AssessmentNode *assessment_node_find (const AssessmentNode *root, const AssessmentPath *path);
/* The child of a map; NULL also when @node is NULL or no map. */
const AssessmentNode *assessment_node_get_key (const AssessmentNode *node, const char *key);
/* A copy of @root with @value (taken) at @path; NULL removes. Objects and maps that become empty go
 * too, and so does a list that lost its last item; an item of a list stays, even when it is empty.
 */
AssessmentNode *assessment_node_replace (const AssessmentNode *root,
                                         const AssessmentPath *path,
                                         AssessmentNode *value) G_GNUC_WARN_UNUSED_RESULT;
/* For the reader: a new node out of what was read. Takes the children; a list or map has @n, an
 * object one a member. */
AssessmentNode *assessment_node_new_parent (AssessmentNodeKind kind,
                                            AssessmentNode **children,
                                            const char *const *keys,
                                            guint n);

gboolean assessment_node_equal (const AssessmentNode *a, const AssessmentNode *b);
/* Writes @node as the value of @member. @field says the names of the members. */
void assessment_node_write (const AssessmentNode *node,
                            const AssessmentField *field,
                            BaseJsonWriter *writer,
                            const char *member);

G_END_DECLS
