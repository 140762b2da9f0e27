/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli-facts.h"
#include "dmn/dmn-changes.h"
#include "dmn/dmn-outcomes.h"

G_BEGIN_DECLS

/* Everything that `rules eval --explain` tells of one decision: the decision and those that it
 * requires, each with its outcomes, rules and cells; and for each result that it does not surely
 * give why not. Collected once (cli-explanation.c), then told in words (cli-explanation-text.c) or
 * as JSON (cli-explanation-json.c). */

/* Results beyond these are not explained unless one is asked for. */
#define CLI_WANTED_MAX 16

typedef struct
{
  FeelValue value;
  gboolean possible; /* still, by what is known */
  guint *rules;      /* the nearest that give it, all that are equally near */
  guint n_rules;
  DmnChanges *changes;
} CliWanted;

typedef struct
{
  guint decision;
  DmnOutcomes *outcomes;
} CliExplained;

typedef struct
{
  const DmnModel *model;
  const DmnFact *facts;
  const char *output; /* of several the one that is explained; NULL: there is but one */
  GArray *decisions;  /* of CliExplained, each after those that it requires; the asked one last */
  GArray *wanted;     /* of CliWanted */
  gboolean more;      /* there are more results than CLI_WANTED_MAX */
} CliExplanation;

/* @output: NULL for the first. @wanted: a result as text or JSON, NULL for every other result that
 * the table names. @changeable: names of inputs parted by commas, NULL for all. NULL with an error
 * when one of them is not in the model. The facts must live as long as the explanation. */
CliExplanation *cli_explanation_new (const DmnModel *model,
                                     guint decision,
                                     const DmnFact *facts,
                                     const char *output,
                                     const char *wanted,
                                     const char *changeable,
                                     FeelArena *arena,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void cli_explanation_free (CliExplanation *explanation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliExplanation, cli_explanation_free)

void cli_explanation_print_text (const CliExplanation *explanation);
void cli_explanation_print_json (const CliExplanation *explanation);

/* The decision that was asked for. */
const CliExplained *cli_explanation_asked (const CliExplanation *explanation);
/* TRUE when the decision is settled and @rule is one of those that decide it. */
gboolean cli_explained_decides (const CliExplained *explained, guint rule);

G_END_DECLS
