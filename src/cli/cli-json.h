/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"
#include "base/base-json-writer.h"
#include "base/base-language.h"

G_BEGIN_DECLS

/* An advice as JSON, with the members of design section 10 (README, "The command"). The object must
 * be open. */
void
cli_json_write_advice (BaseJsonWriter *writer, const Advice *advice, const BaseLanguage *language);
/* One hub or cluster as an object of an open array. */
void cli_json_write_match (BaseJsonWriter *writer,
                           const AdviceMatch *match,
                           const BaseLanguage *language);

G_END_DECLS
