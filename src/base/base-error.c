/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-error.h"

/* The error domain of reading and finding files. */

G_DEFINE_QUARK (base - error - quark, base_error)
