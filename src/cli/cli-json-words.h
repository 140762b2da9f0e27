/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-json-writer.h"
#include "base/base-language.h"

G_BEGIN_DECLS

/* A sentence in the language asked for; NULL writes null. */
void cli_json_write_text (BaseJsonWriter *writer,
                          const char *member,
                          const BaseText *text,
                          const BaseLanguage *language);
/* A score in hundredths; null while it is open (below 0). */
void cli_json_write_value (BaseJsonWriter *writer, const char *member, int hundredths);

G_END_DECLS
