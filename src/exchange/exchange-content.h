/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "assessment/assessment-document.h"
#include "exchange/exchange-cipher.h"
#include "exchange/exchange-manifest.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a package is to hold, before it is written. */
typedef struct _ExchangeContent ExchangeContent;

/* What the sender may leave out. */
typedef enum
{
  EXCHANGE_ALL = 0,
  EXCHANGE_WITHOUT_EVIDENCE = 1 << 0, /* the files; the register stays */
  EXCHANGE_WITHOUT_NOTES = 1 << 1,
  EXCHANGE_WITHOUT_NAMES = 1 << 2,    /* of people; the company's own name stays */
  EXCHANGE_WITHOUT_CONTACTS = 1 << 3, /* company.json: contacts, meetings, tags */
  EXCHANGE_WITHOUT_RESULTS = 1 << 4,
} ExchangeLeaveOut;

/* Opens an evidence file for reading, from its beginning; NULL with an error when it is not there.
 */
typedef GInputStream *(*ExchangeOpenFunc) (const char *sha256, gpointer data, GError **error);

ExchangeContent *exchange_content_new (ExchangeLeaveOut leave_out) G_GNUC_WARN_UNUSED_RESULT;
void exchange_content_free (ExchangeContent *content);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExchangeContent, exchange_content_free)

/* @document has an id. Notes and names go where they are left out. */
void exchange_content_add_document (ExchangeContent *content, const AssessmentDocument *document);
/* The frozen result of an assessment, as JSON, and what it was made with (each may be NULL). */
void exchange_content_add_result (ExchangeContent *content,
                                  const char *assessment_id,
                                  const char *json,
                                  const char *pack_sha256,
                                  const char *rules_sha256,
                                  const char *catalogue_sha256);
/* company.json. */
void exchange_content_set_company (ExchangeContent *content, const char *json);
/* A file that is in some document's register. Twice is once. */
void exchange_content_add_evidence (ExchangeContent *content, const char *sha256, guint64 size);
/* Says in the manifest that more was left out, "stages" for example. */
void exchange_content_note_left_out (ExchangeContent *content, const char *what);

/* @document without the notes, without the names of people. */
AssessmentDocument *exchange_content_reduce (const AssessmentDocument *document,
                                             ExchangeLeaveOut leave_out) G_GNUC_WARN_UNUSED_RESULT;
/* The members that hold people's names or how to reach them; "[]" is any item of a list, ".*" any
 * key of a map. NULL-terminated. */
const char *const *exchange_content_name_paths (void);

/* --- writing ---------------------------------------------------------------------------------- */

/* @done of @total bytes; the writing and the reading again both count. */
typedef void (*ExchangeProgressFunc) (guint64 done, guint64 total, gpointer data);

typedef struct
{
  const char *passphrase;   /* NULL: anybody can read it */
  const ExchangeCost *cost; /* NULL: exchange_cost_moderate */
  const char *created;      /* UTC, "2026-11-27T09:30:00Z"; NULL: now */
  ExchangeOpenFunc open;    /* NULL only without evidence */
  gpointer open_data;
  ExchangeProgressFunc progress; /* may be NULL; called in the thread that writes */
  gpointer progress_data;
  GCancellable *cancellable; /* may be NULL */
} ExchangeWriteOptions;

/* Writes the package aside, reads it again from the disk, compares all counts and hashes, and only
 * then gives it its name. On an error nothing is left and an older file of this name stands as it
 * was. Memory does not grow with the evidence. */
gboolean exchange_content_write (const ExchangeContent *content,
                                 const char *path,
                                 const ExchangeWriteOptions *options,
                                 GError **error);

G_END_DECLS
