/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-rules.h"

#include <glib/gi18n-lib.h>

/* The parts of `rules`: what can be done with a decision model. */

const CliCommand cli_rules_parts[CLI_RULES_N_PARTS] = {
  { "rules eval", N_ ("MODEL --decision NAME"), N_ ("Evaluates a decision of a .dmn model"),
    cli_rules_eval },
  { "rules check", N_ ("MODEL"), N_ ("Finds gaps, overlaps and rules that never decide"),
    cli_rules_check },
  { "rules cover", N_ ("MODEL --inputs FILE"), N_ ("Counts which rules and cells cases exercise"),
    cli_rules_cover },
  { "rules diff", N_ ("OLD NEW --inputs FILE"), N_ ("Lists the cases whose outcome changes"),
    cli_rules_diff },
  { "rules convert", N_ ("IN -o OUT"), N_ ("Writes a .dmn model in another version of DMN"),
    cli_rules_convert },
  { "rules test", N_ ("DIR"), N_ ("Runs the DMN test kit"), cli_rules_test },
};
