/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The parts of the command `rules`; each returns the exit status. */
int cli_rules_test (const char *directory);

G_END_DECLS
