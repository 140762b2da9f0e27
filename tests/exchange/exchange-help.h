/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "assessment/assessment-document.h"
#include "exchange/exchange-content.h"

G_BEGIN_DECLS

/* What the tests of the room share. */

/* The cheapest cost that the library allows: tests try many passphrases. */
extern const ExchangeCost exchange_help_cost;

/* A folder of its own for this test, removed with all that is in it. */
char *exchange_help_folder (void) G_GNUC_WARN_UNUSED_RESULT;
void exchange_help_remove (char *folder); /* frees */

/* A document of one of many shapes: the same for the same @seed. @id may be NULL. */
AssessmentDocument *exchange_help_document (guint32 seed, const char *id) G_GNUC_WARN_UNUSED_RESULT;
AssessmentDocument *exchange_help_parse (const char *json) G_GNUC_WARN_UNUSED_RESULT;

/* Evidence in memory: a hash table of GBytes by their SHA-256, and its ExchangeOpenFunc. */
GHashTable *exchange_help_evidence_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Returns the hash, borrowed. */
const char *exchange_help_evidence_add (GHashTable *evidence, const void *bytes, gsize n);
GInputStream *exchange_help_evidence_open (const char *sha256, gpointer data, GError **error);

char *exchange_help_read (const char *path, gsize *n) G_GNUC_WARN_UNUSED_RESULT;
/* For sorting an array of strings. */
int exchange_help_compare (gconstpointer a, gconstpointer b);
/* Names of all files in a folder, sorted, parted by spaces. */
char *exchange_help_list (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
