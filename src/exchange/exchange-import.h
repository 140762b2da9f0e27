/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "assessment/assessment-unite.h"
#include "exchange/exchange-company.h"
#include "exchange/exchange-parcel.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

/* What documents from elsewhere would change in a workspace: shown first, decided item by item,
 * then done in one transaction, and undone as a whole when it was a mistake. The rules of merging
 * are those of assessment-unite.h. */
typedef struct _ExchangeImport ExchangeImport;

typedef enum
{
  EXCHANGE_IMPORT_NEW,     /* not here yet */
  EXCHANGE_IMPORT_SAME,    /* here, and nothing to add */
  EXCHANGE_IMPORT_CHANGED, /* here, and theirs says more or something else */
} ExchangeImportState;

typedef struct
{
  const char *id;
  const char *company_name; /* as theirs has it; NULL when it says nothing */
  const char *stage;
  const char *date;
  ExchangeImportState state;
  gboolean hidden;        /* here, but deleted: taking it brings it back */
  gboolean frozen;        /* finished here: only "portal" and "delivered" can be taken */
  gboolean taken;         /* new and changed ones: TRUE until decided otherwise */
  GPtrArray *differences; /* AssessmentDifference; empty unless changed */
  guint n_conflicts;
} ExchangeImportItem;

/* Compares @documents (AssessmentDocument, which have ids) with what is in @workspace now.
 * @company_id: to whom new ones belong; NULL: to the company of any of them that is here, of its
 * "previous" one, else to a new company, the same for all. */
ExchangeImport *exchange_import_new (Workspace *workspace,
                                     GPtrArray *documents,
                                     const char *company_id,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The documents of a package, and its company's contacts, meetings, notes and tags; without
 * @company_id, the company that has the package's id, when it is here. */
ExchangeImport *exchange_import_new_package (Workspace *workspace,
                                             const ExchangePackage *package,
                                             const char *company_id,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Either of them. */
ExchangeImport *exchange_import_new_parcel (Workspace *workspace,
                                            const ExchangeParcel *parcel,
                                            const char *company_id,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
void exchange_import_free (ExchangeImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExchangeImport, exchange_import_free)

guint exchange_import_n_items (const ExchangeImport *import);
const ExchangeImportItem *exchange_import_item (const ExchangeImport *import, guint i);
/* Takes or leaves a whole assessment, or one difference of it. */
void exchange_import_take (ExchangeImport *import, guint item, gboolean taken);
void exchange_import_take_difference (ExchangeImport *import,
                                      guint item,
                                      guint difference,
                                      gboolean taken);
/* FALSE: the assessment is finished here, and this is not what may still be added. */
gboolean exchange_import_may_take (const ExchangeImport *import, guint item, guint difference);
/* Records of the company that would be added; NULL when the import has none. @n_other: those that
 * are here too and say something else; what is here stays. Borrowed. */
const ExchangeCompany *exchange_import_company (const ExchangeImport *import, guint *n_other);
void exchange_import_take_company (ExchangeImport *import, gboolean taken);
/* The company that new assessments will belong to. */
const char *exchange_import_company_id (const ExchangeImport *import);

/* TRUE when applying would change something. */
gboolean exchange_import_has_changes (const ExchangeImport *import);
/* What the assessment will be. */
AssessmentDocument *exchange_import_outcome (const ExchangeImport *import,
                                             guint item) G_GNUC_WARN_UNUSED_RESULT;

/* Puts evidence files of a package into the workspace, before applying: a file under its hash that
 * nothing names yet changes nothing, so that a break here does no harm. Those of assessments that
 * are not taken are left. */
gboolean exchange_import_keep_evidence (const ExchangeImport *import,
                                        Workspace *workspace,
                                        ExchangeShelf *shelf,
                                        GCancellable *cancellable,
                                        GError **error);
/* Does what was chosen, all or nothing; what it replaced is kept in the workspace for undoing,
 * until the next import. */
gboolean exchange_import_apply (ExchangeImport *import, Workspace *workspace, GError **error);

/* --- undoing ---------------------------------------------------------------------------------- */

gboolean exchange_import_can_undo (Workspace *workspace);
/* Takes the last import back, of documents or of the portal's results: new assessments are hidden,
 * changed ones are what they were; what was changed after the import stays. EXCHANGE_ERROR_KIND:
 * there is none. */
gboolean exchange_import_undo (Workspace *workspace, GError **error);

G_END_DECLS
