/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-json.h"

G_BEGIN_DECLS

/* One case: the inputs of a model as a JSON object. FALSE and an error end the reading. */
typedef gboolean (*CliCaseFunc) (const BaseJsonCursor *inputs, gpointer data, GError **error);

/* Reads JSON lines, one case each; empty lines are passed over. Memory does not grow with the file.
 * FALSE and an error that names the file and the line. "-" is standard input. */
gboolean cli_cases_read (const char *path, CliCaseFunc function, gpointer data, GError **error);

G_END_DECLS
