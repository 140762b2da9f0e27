/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-size.h"
#include "base/base-json-writer.h"
#include "base/base-language.h"

G_BEGIN_DECLS

/* The member "size" of an open object. */
void
cli_json_write_size (BaseJsonWriter *writer, const AdviceSize *size, const BaseLanguage *language);

G_END_DECLS
