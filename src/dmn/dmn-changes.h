/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-fact.h"
#include "dmn/dmn-model.h"

G_BEGIN_DECLS

/* What would have to change for a decision to give a wanted result: the inclusion-minimal sets of
 * inputs, fewest first, each input moved to the nearest bound. Exact over the cells, the hit policy
 * and required decisions (under FIRST the earlier rules must not match either). Inputs that are
 * unknown stay unknown: the result must hold whatever they are. */
typedef struct _DmnChanges DmnChanges;

#define DMN_CHANGES_MAX 8

/* @facts: as for dmn_model_outcomes(). @output: name of the output that must become @wanted, NULL
 * for the whole result. Where the hit policy gives a list (RULE ORDER, OUTPUT ORDER, COLLECT) a
 * @wanted that is no list must be one of its items; a list must be the whole.
 * @changeable: one gboolean for each input of the model. */
DmnChanges *dmn_model_changes (const DmnModel *model,
                               guint decision,
                               const DmnFact *facts,
                               const char *output,
                               FeelValue wanted,
                               const gboolean *changeable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void dmn_changes_free (DmnChanges *changes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DmnChanges, dmn_changes_free)

/* One input's change. For a number or date: bring it to @target (included: the bound itself will
 * do; otherwise beyond it, see @below). Other kinds: any value of @target, a list when several will
 * do. */
typedef struct
{
  guint input;
  FeelValue target;
  gboolean included; /* the bound itself is enough */
  gboolean
      below; /* the value has to come down (else up); meaningful with a known number or date only */
  gboolean bound; /* @target is the bound of an interval (number, date), not a single value */
} DmnChange;

/* TRUE when the decision gives the wanted result already: there are no changes then. */
gboolean dmn_changes_already (const DmnChanges *changes);
guint dmn_changes_n_sets (const DmnChanges *changes); /* at most DMN_CHANGES_MAX */
guint dmn_changes_n (const DmnChanges *changes, guint set);
const DmnChange *dmn_changes_get (const DmnChanges *changes, guint set, guint index);
/* There may be more sets than are told: more than DMN_CHANGES_MAX were found, the search was
 * stopped at its cap before it had seen all sets, or an input could not be tried. */
gboolean dmn_changes_truncated (const DmnChanges *changes);

G_END_DECLS
