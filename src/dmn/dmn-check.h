/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-table.h"

G_BEGIN_DECLS

/* What an author should look at before others rely on a model. Only data, no words.
 *
 * Tables are checked over the break points of their cells: the values of each column are cut where
 * a cell begins or ends, and the sets of rules that match are followed through the columns. So gaps
 * and overlaps are found exactly, not by trying cases, as long as no column has more than
 * DMN_CHECK_SETS different sets of rules behind it. Values that the type or the column does not
 * allow are left out. */
typedef struct _DmnCheck DmnCheck;

#define DMN_CHECK_SETS 65536
/* At most so many findings of one kind for one table; then DmnCheck says that there are more. */
#define DMN_CHECK_MOST 64

typedef enum
{
  DMN_FINDING_GAP,      /* values that no rule covers: `region`, `example` */
  DMN_FINDING_OVERLAP,  /* UNIQUE: `rule` and `other` both match in `region` */
  DMN_FINDING_CONFLICT, /* ANY, PRIORITY: they both match, give different results, and the hit
                           policy does not say which holds */
  DMN_FINDING_DEAD,     /* no allowed value matches `rule` */
  DMN_FINDING_SHADOWED, /* FIRST, PRIORITY: wherever `rule` matches another decides, as `other` */
  DMN_FINDING_UNREACHABLE, /* no rule that can decide gives `value`, which `output` lists */
  DMN_FINDING_UNUSED,      /* `input` is read by nothing; or all cells of `column` are any */
  DMN_FINDING_TYPE,        /* `column` or the output of `rule` is of another type than its source */
  DMN_FINDING_UNCHECKED,   /* the table is beyond the cap; `column`: the one that cannot be cut */
} DmnFindingKind;

typedef struct
{
  DmnFindingKind kind;
  int decision;                           /* an index of the model, -1 for an input */
  int rule, other, column, output, input; /* -1 where it does not apply */
  const char *const *region;              /* a unary test of FEEL for each column, or NULL */
  const FeelValue *example; /* a value for each column inside the region, or NULL; null where any
                               value will do */
  FeelValue value;
  gboolean certain;     /* FALSE: columns depend on each other or on expressions, the region may be
                           impossible */
  const char *accepted; /* the author's reason why this is meant, else NULL */
} DmnFinding;

/* An author accepts a finding by a line in the description of the table, the decision or the input:
 * “Accepted gap: no rule holds before 2021.”, with the name of the kind. */
#define DMN_CHECK_ACCEPTED "Accepted "

/* The result lives at most as long as the model. */
DmnCheck *dmn_check_new (const DmnModel *model) G_GNUC_WARN_UNUSED_RESULT;
void dmn_check_free (DmnCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DmnCheck, dmn_check_free)

guint dmn_check_n (const DmnCheck *check);
const DmnFinding *dmn_check_finding (const DmnCheck *check, guint index);
/* TRUE when nothing was found that the author has not accepted. */
gboolean dmn_check_passed (const DmnCheck *check);
/* TRUE when DMN_CHECK_MOST cut a list short. */
gboolean dmn_check_is_truncated (const DmnCheck *check);
/* "gap", "overlap", "conflict", "dead", "shadowed", "unreachable", "unused", "type", "unchecked".
 */
const char *dmn_finding_kind_name (DmnFindingKind kind);

G_END_DECLS
