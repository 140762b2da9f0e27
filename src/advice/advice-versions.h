/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-json-writer.h"

G_BEGIN_DECLS

/* What an advice was made with, so that anybody can tell whether two were made with the same. The
 * strings belong to the advice. */
typedef struct
{
  const char *program, *pack_id, *pack_version;
  const char *pack_sha256, *rules_sha256, *catalogue_sha256, *document_sha256;
  const char *catalogue_date; /* of the hub list */
} AdviceVersions;

/* Writes each as a member of the object that is open. */
void advice_versions_write (const AdviceVersions *versions, BaseJsonWriter *writer);

G_END_DECLS
