/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-text.h"
#include "feel/feel-arena.h"

G_BEGIN_DECLS

/* What one advice is made of, kept until the advice goes: texts and plain memory. */
typedef struct _AdvicePool AdvicePool;

AdvicePool *advice_pool_new (void) G_GNUC_WARN_UNUSED_RESULT;
void advice_pool_free (AdvicePool *pool);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AdvicePool, advice_pool_free)

/* Takes @text and hands it back, borrowed. NULL stays NULL. */
BaseText *advice_pool_keep (AdvicePool *pool, BaseText *text);
/* Zeroed, never NULL. */
gpointer advice_pool_alloc (AdvicePool *pool, gsize size);
#define advice_pool_new_array(pool, Type, n)                                                       \
  ((Type *)advice_pool_alloc ((pool), sizeof (Type) * MAX ((n), 1)))
const char *advice_pool_string (AdvicePool *pool, const char *text);
FeelArena *advice_pool_arena (AdvicePool *pool);

G_END_DECLS
