/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-enterprise-private.h"
#include "advice/advice-facts-private.h"
#include "advice/advice-rules-private.h"
#include "advice/advice-size.h"

G_BEGIN_DECLS

/* Fills @size and the facts about size (figures, class, owners); of a brief reader without the
 * calculation. */
void advice_size_read (AdviceReader *reader, const AdviceRules *rules, AdviceSize *size);
/* The calculation (advice-size-steps.c), once the facts about size are set. */
void advice_size_tell_steps (AdviceReader *reader,
                             const AdviceRules *rules,
                             const AdviceEnterprise *enterprise,
                             AdviceSize *size);

G_END_DECLS
