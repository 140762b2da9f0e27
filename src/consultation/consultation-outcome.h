/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"

G_BEGIN_DECLS

/* The result of a finished assessment as JSON: versions with hashes, scores down to each question,
 * kinds of support and hubs by id. What programs read; people are shown the Advice itself. */
char *consultation_outcome_write (const Advice *advice) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
