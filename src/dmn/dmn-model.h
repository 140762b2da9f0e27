/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A decision model read from a .dmn file. Immutable after load, reference-counted. See dmn-evaluation.h (what a decision
 * gives), dmn-outcomes.h (what is still possible when inputs are unknown), dmn-trace.h (why). */
typedef struct _DmnModel DmnModel;

#define DMN_ERROR (dmn_error_quark ())
GQuark dmn_error_quark (void);
typedef enum
{
  DMN_ERROR_FILE,        /* cannot be read, not XML, not DMN */
  DMN_ERROR_MODEL,       /* a model that cannot be right: names file, line, table, rule and column */
  DMN_ERROR_UNSUPPORTED, /* FEEL or DMN that this program does not support, named */
  DMN_ERROR_INPUT,       /* an input that the model does not know, or of the wrong type */
} DmnError;

DmnModel *dmn_model_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
DmnModel *dmn_model_parse (const char *text, gssize length, const char *source_name, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
DmnModel *dmn_model_ref (DmnModel *model);
void dmn_model_unref (DmnModel *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DmnModel, dmn_model_unref)

const char *dmn_model_name (const DmnModel *model);
const char *dmn_model_sha256 (const DmnModel *model);
const char *dmn_model_source_name (const DmnModel *model);

G_END_DECLS
