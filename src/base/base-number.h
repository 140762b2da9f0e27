/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BASE_NUMBER_SIZE G_ASCII_DTOSTR_BUF_SIZE

/* @value in as few digits, from 15 on, as read back as the same: 26.56, not 26.559999999999999. Any
 * number that people write has at most 15. The decimal sign is a point in every locale; -0 is "0".
 * Returns @buffer. */
const char *base_number_format (char buffer[BASE_NUMBER_SIZE], double value);

G_END_DECLS
