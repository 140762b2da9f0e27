/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-aid.h"
#include "base/base-json-writer.h"
#include "base/base-language.h"

G_BEGIN_DECLS

/* The member "aid" of an open object. */
void
cli_json_write_aid (BaseJsonWriter *writer, const AdviceAid *aid, const BaseLanguage *language);

G_END_DECLS
