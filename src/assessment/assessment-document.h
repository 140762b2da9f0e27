/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-json.h"
#include "base/base-json-writer.h"

G_BEGIN_DECLS

/* The assessment of one company at one stage: who, what they want, what they answered.
 *
 * Immutable and reference-counted; an edit (with_…) makes a new document and leaves the old one, so
 * undo is a list of documents. Fields are addressed by path, as in the JSON: "company.name",
 * "company.accounts[0].staff", "project.partners[0].country". assessment-schema.h says which paths
 * exist and what they hold: an unknown path in code is a programmer's error (g_return_if_fail), one
 * in a file is refused with its place.
 *
 * Absent is not empty: a list that is absent is unanswered, an empty list is "none". */
typedef struct _AssessmentDocument AssessmentDocument;

#define ASSESSMENT_ERROR (assessment_error_quark ())
GQuark assessment_error_quark (void);
typedef enum
{
  ASSESSMENT_ERROR_VALUE,   /* the value does not fit the field */
  ASSESSMENT_ERROR_VERSION, /* newer than this program */
} AssessmentError;

#define ASSESSMENT_FORMAT "waymark-assessment"
#define ASSESSMENT_VERSION 1

AssessmentDocument *assessment_document_new (const char *pack_id,
                                             const char *pack_version) G_GNUC_WARN_UNUSED_RESULT;
AssessmentDocument *assessment_document_parse (const char *text,
                                               gssize length,
                                               const char *source_name,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
AssessmentDocument *assessment_document_load (const char *path,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Canonical JSON: the order of the schema, no member that was never set. Reads back equal. */
char *assessment_document_serialize (const AssessmentDocument *document,
                                     gboolean pretty) G_GNUC_WARN_UNUSED_RESULT;
/* Hex SHA-256 of the canonical compact form: the document's hash in reports and versions. Borrowed.
 */
const char *assessment_document_sha256 (const AssessmentDocument *document);
gboolean assessment_document_equal (const AssessmentDocument *a, const AssessmentDocument *b);

AssessmentDocument *assessment_document_ref (AssessmentDocument *document);
void assessment_document_unref (AssessmentDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssessmentDocument, assessment_document_unref)

/* The head: "id", "pack.id", "pack.version", "stage", "date", "previous" are ordinary string paths
 * too. */
const char *assessment_document_id (const AssessmentDocument *document);
const char *assessment_document_pack_id (const AssessmentDocument *document);

/* --- fields by path --------------------------------------------------------------------------- */

gboolean assessment_document_has (const AssessmentDocument *document, const char *path);
/* Borrowed; NULL when absent. For text, ids, dates and names of enumerations. */
const char *assessment_document_get_string (const AssessmentDocument *document, const char *path);
/* FALSE when absent. Euro amounts, staff (annual work units may be fractions), years, shares,
 * scores. */
gboolean assessment_document_get_number (const AssessmentDocument *document,
                                         const char *path,
                                         double *value);
gboolean assessment_document_get_boolean (const AssessmentDocument *document,
                                          const char *path,
                                          gboolean *value);
/* A list of ids or words: borrowed, NULL-terminated; NULL when absent (unanswered), empty when
 * "none". */
const char *const *assessment_document_get_strings (const AssessmentDocument *document,
                                                    const char *path);
/* Items of a list of objects, 0 when absent. */
guint assessment_document_count (const AssessmentDocument *document, const char *path);
/* Index of the first item of a list of objects whose string @member is @value; -1 when none is. */
int assessment_document_find_item (const AssessmentDocument *document,
                                   const char *path,
                                   const char *member,
                                   const char *value);

/* Ids of a map ("targets", "plan.weights", "agreed"): borrowed, NULL-terminated, sorted, q2 before
 * q10; NULL when absent. */
const char *const *assessment_document_get_keys (const AssessmentDocument *document,
                                                 const char *path);

/* New documents. A NULL or blank string, like assessment_document_without(), removes the field (and
 * objects that become empty, and a list that lost its last item). Text is kept as typed, but must
 * be valid UTF-8 without control characters other than line breaks. Setting company.country to a
 * country where company.region is not removes the region. Errors are ASSESSMENT_ERROR_VALUE,
 * "company.region: found “ES51”, expected a region of the country PT". A list item that is not
 * there is a programmer's error. */
AssessmentDocument *assessment_document_with_string (const AssessmentDocument *document,
                                                     const char *path,
                                                     const char *value,
                                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
AssessmentDocument *assessment_document_with_number (const AssessmentDocument *document,
                                                     const char *path,
                                                     double value,
                                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
AssessmentDocument *assessment_document_with_boolean (const AssessmentDocument *document,
                                                      const char *path,
                                                      gboolean value,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
AssessmentDocument *assessment_document_with_strings (const AssessmentDocument *document,
                                                      const char *path,
                                                      const char *const *values,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Any path from the JSON of its value, as assessment_document_value_to_json() gives it: copies a
 * part of one document into another. "null" removes. ASSESSMENT_ERROR_VALUE or BASE_ERROR_VALUE
 * when the value does not fit its field, or the document with it breaks the schema. */
AssessmentDocument *assessment_document_with_value_json (const AssessmentDocument *document,
                                                         const char *path,
                                                         const char *json,
                                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Removes a field, a whole object, a list, or one item "project.partners[1]" (later items move up).
 */
AssessmentDocument *assessment_document_without (const AssessmentDocument *document,
                                                 const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* Appends an empty object to a list: the new item is at index count. */
AssessmentDocument *assessment_document_with_item (const AssessmentDocument *document,
                                                   const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* An empty list: the user says that there is none ("company.aid"), which is not the same as saying
 * nothing. */
AssessmentDocument *assessment_document_with_none (const AssessmentDocument *document,
                                                   const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* --- answers ---------------------------------------------------------------------------------- */

/* Option numbers count from 1 in the official order. Columns exist where the question has them
 * ("invested", "planned" of q1); NULL otherwise. The document does not know the pack:
 * survey_pack_check() compares the two. */

/* TRUE when the question (any column, any row) has been answered at all. */
gboolean assessment_document_is_answered (const AssessmentDocument *document, const char *question);
/* Ticked options, ascending, borrowed; NULL when unanswered (n = 0), non-NULL with n = 0 for "none
 * of these". */
const guint8 *assessment_document_get_ticks (const AssessmentDocument *document,
                                             const char *question,
                                             const char *column,
                                             guint *n);
/* A list like [1, 3] may be ticks or levels, and both functions give it; one that can be only one
 * of them, such as [0, 2, 2], gives NULL with the other although the question is answered. All rows
 * null is unanswered. */
/* One level a row, -1 for an unanswered row; NULL when the question is unanswered. */
const gint8 *
assessment_document_get_levels (const AssessmentDocument *document, const char *question, guint *n);
/* Columns that have an answer, borrowed, NULL-terminated; NULL when unanswered or answered without
 * columns. */
const char *const *assessment_document_get_columns (const AssessmentDocument *document,
                                                    const char *question);
/* Ids of the answered questions, sorted, q2 before q10; borrowed, NULL-terminated. */
const char *const *assessment_document_answered (const AssessmentDocument *document);

AssessmentDocument *assessment_document_with_ticks (const AssessmentDocument *document,
                                                    const char *question,
                                                    const char *column,
                                                    const guint8 *options,
                                                    guint n) G_GNUC_WARN_UNUSED_RESULT;
AssessmentDocument *assessment_document_with_levels (const AssessmentDocument *document,
                                                     const char *question,
                                                     const gint8 *levels,
                                                     guint n) G_GNUC_WARN_UNUSED_RESULT;
AssessmentDocument *
assessment_document_without_answer (const AssessmentDocument *document,
                                    const char *question) G_GNUC_WARN_UNUSED_RESULT;

/* The JSON of one answer ("[1,3]", "{\"invested\":[6]}", "[0,null,2]"), and back: the store keeps
 * answers as rows. */
char *assessment_document_answer_to_json (const AssessmentDocument *document, const char *question)
    G_GNUC_WARN_UNUSED_RESULT; /* NULL when unanswered */
AssessmentDocument *assessment_document_with_answer_json (const AssessmentDocument *document,
                                                          const char *question,
                                                          const char *json,
                                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Can @question be the id of a question: 1 to 64 ASCII letters, digits, - and _? */
gboolean assessment_document_is_question (const char *question);
/* The JSON of anything, for showing two versions of it; NULL when absent. The path may lead into an
 * answer's columns: "answers.q1.invested". */
char *assessment_document_value_to_json (const AssessmentDocument *document,
                                         const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* Suggested answers (from a quick scan or an earlier stage): same shape, kept apart, never counted.
 */
const guint8 *assessment_document_get_suggested_ticks (const AssessmentDocument *document,
                                                       const char *question,
                                                       const char *column,
                                                       guint *n);
const gint8 *assessment_document_get_suggested_levels (const AssessmentDocument *document,
                                                       const char *question,
                                                       guint *n);
AssessmentDocument *assessment_document_with_suggested_ticks (const AssessmentDocument *document,
                                                              const char *question,
                                                              const char *column,
                                                              const guint8 *options,
                                                              guint n) G_GNUC_WARN_UNUSED_RESULT;
AssessmentDocument *assessment_document_with_suggested_levels (const AssessmentDocument *document,
                                                               const char *question,
                                                               const gint8 *levels,
                                                               guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
