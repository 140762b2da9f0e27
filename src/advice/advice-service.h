/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-text.h"

G_BEGIN_DECLS

/* A service to ask a hub for today, from the tables by band and weakest dimension
 * (data/rules/services.dmn). */
typedef struct
{
  const char *id;                  /* "test-before-invest-pilot" */
  BaseText *title;                 /* owner's words */
  BaseText *reason;                /* which score or wish asks for it */
  BaseText *question;              /* to copy into a letter to a hub */
  const char *pillar;              /* service pillar id */
  const char *const *hub_services; /* ids of the vocabulary */
  const char *dimension;           /* id of the dimension that asks for it, or NULL */
  gboolean inferred;
  const char *table;
  guint rule;
  guint best_hub; /* index of the nearest fitting hub among advice_hub(), G_MAXUINT for none */
} AdviceService;

G_END_DECLS
