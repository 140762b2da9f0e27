/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "assessment/assessment-document.h"
#include "exchange/exchange-company.h"
#include "workspace/workspace-batch.h"

G_BEGIN_DECLS

/* Private to the room: remembers what an import replaced; exchange_import_undo() takes it back. */

/* The setting that holds it, of the last import. */
#define EXCHANGE_UNDO_KEY "exchange.undo"

typedef struct _ExchangeUndo ExchangeUndo;

ExchangeUndo *_exchange_undo_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* One assessment: @before NULL: it is new. @hidden: it was deleted and came back. */
void _exchange_undo_add (ExchangeUndo *undo,
                         const AssessmentDocument *before,
                         const AssessmentDocument *after,
                         gboolean hidden);

typedef struct
{
  const char *id;
  gboolean is_new;              /* was made by the import */
  gboolean was_hidden;          /* was deleted and came back */
  const ExchangeCompany *added; /* records that it got, or NULL */
  const char *const *tags_before;
} ExchangeUndoCompany;

/* The setting's value; frees @undo. @company NULL: nothing was done to one. */
char *_exchange_undo_finish (ExchangeUndo *undo,
                             const ExchangeUndoCompany *company) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
