/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-facts-private.h"
#include "advice/advice-rules-private.h"
#include "advice/advice-size.h"

G_BEGIN_DECLS

/* Fills @size and the facts about size (figures, class, owners). */
void advice_size_read (AdviceReader *reader, const AdviceRules *rules, AdviceSize *size);

G_END_DECLS
