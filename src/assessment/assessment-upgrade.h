/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-json.h"

G_BEGIN_DECLS

/* Private to the room: documents of earlier versions. Each version that changes the form brings one
 * upgrader, a function from the JSON of version N to the JSON of version N + 1; the reader only
 * knows the newest form. */
typedef char *(*AssessmentUpgrader) (BaseJson *old);

/* Reads @text of version 1 to @newest through as many upgraders as it needs; @upgraders[N - 1] goes
 * from N to N + 1. A version above @newest is ASSESSMENT_ERROR_VERSION, any other text than an
 * assessment BASE_ERROR_VALUE. */
BaseJson *
assessment_upgrade (BaseJson *json, int newest, const AssessmentUpgrader *upgraders, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* takes @json; NULL on error */

G_END_DECLS
