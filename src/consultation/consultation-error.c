/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-error.h"

/* The room's error domain. */

G_DEFINE_QUARK (waymark - consultation - error - quark, consultation_error)
