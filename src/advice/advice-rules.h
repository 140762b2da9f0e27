/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-error.h"
#include <glib.h>

G_BEGIN_DECLS

/* The decision models of data/rules/ and the weights of matching (data/rules/match-weights.json),
 * loaded and checked against the table of facts: an input without a fact is an error. Immutable,
 * reference-counted. */
typedef struct _AdviceRules AdviceRules;

AdviceRules *advice_rules_load (const char *folder, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AdviceRules *advice_rules_load_bundled (GError **error) G_GNUC_WARN_UNUSED_RESULT;
AdviceRules *advice_rules_ref (AdviceRules *rules);
void advice_rules_unref (AdviceRules *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AdviceRules, advice_rules_unref)
const char *advice_rules_sha256 (const AdviceRules *rules);
const char *advice_rules_date (const AdviceRules *rules); /* newest "last verified" of the models */

G_END_DECLS
