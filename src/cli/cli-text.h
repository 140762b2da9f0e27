/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"
#include "base/base-language.h"

G_BEGIN_DECLS

/* An advice, or a list of matches, printed for people on standard output. */
void cli_text_print_advice (const Advice *advice, const BaseLanguage *language);
void cli_text_print_match (guint rank, const AdviceMatch *match, const BaseLanguage *language);

G_END_DECLS
