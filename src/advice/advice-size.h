/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-text.h"

G_BEGIN_DECLS

/* Enterprise size by Recommendation 2003/361/EC. */
typedef struct
{
  const char *id;   /* "micro" "small" "medium" "not-sme"; NULL while more than one is possible */
  BaseText *title;  /* "Small enterprise", "Micro or small: …" */
  BaseText *reason; /* "24 people (fewer than 50) and EUR 2 100 000 turnover (at most EUR 10 000
                       000), 2025" */
  BaseText *condition; /* what it still rests on: "if no other firm owns 25 % or more of it"; NULL
                          when settled */
  const char *const *possible; /* ids still possible */
  gboolean is_sme_settled, is_sme;
} AdviceSize;

G_END_DECLS
