/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/exchange-error.h"

/* The error domain of files that come from elsewhere or go there. */

G_DEFINE_QUARK (exchange - error - quark, exchange_error)
