/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* The files behind the register of evidence: a place to drop, paste or choose them, and one row for
 * each with its size, or that it is missing. A file that is added becomes a new document of the
 * register, through the signal
 *
 * "added" (const char *name, const char *sha256, guint64 bytes) */
#define APP_TYPE_EVIDENCE_FILES (app_evidence_files_get_type ())
G_DECLARE_FINAL_TYPE (AppEvidenceFiles, app_evidence_files, APP, EVIDENCE_FILES, GtkBox)

void app_evidence_files_show (AppEvidenceFiles *self, AppPage *page);
/* What dropping and choosing do. */
void app_evidence_files_add (AppEvidenceFiles *self, GFile *file);
/* What Ctrl+V does: takes files or a picture from the clipboard. */
void app_evidence_files_paste (AppEvidenceFiles *self);

G_END_DECLS
