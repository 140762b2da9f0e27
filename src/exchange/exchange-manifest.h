/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/exchange-error.h"

G_BEGIN_DECLS

/* The first part of a package, manifest.json: what the package says it holds. Everything that
 * follows is compared with it.
 *
 *   { "format": "waymark-package", "version": 1, "program": "0.1.0",
 *     "created": "2026-11-27T09:30:00Z", "left_out": ["evidence"],
 *     "counts": { "assessments": 2, "answers": 22, "notes": 3, "evidence": 0, "results": 1 },
 *     "parts": [ { "kind": "assessment", "name": "assessments/1.json", "id": "a1", "size": 812,
 *                  "sha256": "…" }, … ] } */

#define EXCHANGE_PACKAGE_FORMAT "waymark-package"
#define EXCHANGE_PACKAGE_VERSION 1

/* What no honest package is larger than. */
#define EXCHANGE_MAX_MANIFEST ((gsize)4 * 1024 * 1024)
#define EXCHANGE_MAX_PARTS 10000
#define EXCHANGE_MAX_TEXT_PART ((guint64)64 * 1024 * 1024)
#define EXCHANGE_MAX_TEXT ((guint64)256 * 1024 * 1024)
#define EXCHANGE_MAX_EVIDENCE ((guint64)512 * 1024 * 1024)
#define EXCHANGE_MAX_SIZE ((guint64)4 * 1024 * 1024 * 1024)

typedef enum
{
  EXCHANGE_PART_COMPANY,    /* company.json: contacts, tags, meetings */
  EXCHANGE_PART_ASSESSMENT, /* assessments/N.json: a document */
  EXCHANGE_PART_RESULT,     /* results/N.json: what a finished stage came to */
  EXCHANGE_PART_EVIDENCE,   /* evidence/SHA256: a file */
} ExchangePartKind;

typedef struct
{
  ExchangePartKind kind;
  char *name;
  char *id; /* of the assessment that a document or result belongs to, else NULL */
  guint64 size;
  char *sha256;
  /* Results: what they were made with; NULL where it is not known. */
  char *pack_sha256;
  char *rules_sha256;
  char *catalogue_sha256;
} ExchangePart;

/* For the person who sends and the one who receives; and checked. */
typedef struct
{
  guint assessments;
  guint answers; /* answered questions of all assessments */
  guint notes;
  guint evidence; /* files */
  guint results;
} ExchangeCounts;

typedef struct
{
  int version;
  char *program;
  char *created;   /* UTC, "2026-11-27T09:30:00Z" */
  char **left_out; /* "evidence", "notes", "names", "contacts", "results", "stages" */
  ExchangeCounts counts;
  GPtrArray *parts; /* ExchangePart */
} ExchangeManifest;

ExchangeManifest *exchange_manifest_new (void) G_GNUC_WARN_UNUSED_RESULT;
void exchange_manifest_free (ExchangeManifest *manifest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExchangeManifest, exchange_manifest_free)

/* Takes nothing; @id may be NULL. Borrowed from the manifest. */
ExchangePart *exchange_manifest_add (ExchangeManifest *manifest,
                                     ExchangePartKind kind,
                                     const char *name,
                                     const char *id,
                                     guint64 size,
                                     const char *sha256);
/* NULL when there is none of this name. */
const ExchangePart *exchange_manifest_find (const ExchangeManifest *manifest, const char *name);

char *exchange_manifest_write (const ExchangeManifest *manifest) G_GNUC_WARN_UNUSED_RESULT;
/* @source_name for messages. Names, sizes and numbers of parts are checked against the limits
 * above; each name fits its kind and is there once. */
ExchangeManifest *exchange_manifest_read (const char *text,
                                          gsize length,
                                          const char *source_name,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
