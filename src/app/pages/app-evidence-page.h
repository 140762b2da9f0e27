/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* The register of documents that prove the answers. A place is a question's id (new documents prove
 * it) or a document path. */
#define APP_TYPE_EVIDENCE_PAGE (app_evidence_page_get_type ())
G_DECLARE_FINAL_TYPE (AppEvidencePage, app_evidence_page, APP, EVIDENCE_PAGE, AppPage)

G_END_DECLS
