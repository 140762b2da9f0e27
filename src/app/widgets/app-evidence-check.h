/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* What rules found in the evidence register and in answers that do not go together: how serious in
 * a word, the sentence, and the way to the place. Hidden while there is nothing. */
#define APP_TYPE_EVIDENCE_CHECK (app_evidence_check_get_type ())
G_DECLARE_FINAL_TYPE (AppEvidenceCheck, app_evidence_check, APP, EVIDENCE_CHECK, GtkBox)

void app_evidence_check_show (AppEvidenceCheck *self, AppPage *page);

G_END_DECLS
