/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/exchange-content.h"

G_BEGIN_DECLS

/* Private to the room: -content.c collects, -writer.c writes. */

struct _ExchangeContent
{
  ExchangeLeaveOut leave_out;
  ExchangeManifest *manifest; /* without program and date */
  GPtrArray *texts;           /* of the parts that are no evidence, in the manifest's order */
  GHashTable *evidence;       /* hashes that are in the manifest */
};

G_END_DECLS
