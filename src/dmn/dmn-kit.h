/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Runs the standard's public test kit (https://github.com/dmn-tck/tck): folders with one model and
 * files of test cases each. A case passes when every result node equals what is expected; numbers
 * may differ by less than 1e-8, as in the published runners. Cases ask for decisions, or call a
 * knowledge model or decision service by name with the case's input. */

typedef struct
{
  const char
      *folder; /* "compliance-level-2/0004-simpletable-U", from the folder above the one given */
  const char *test_file; /* "0004-simpletable-U-test-01.xml" */
  const char *id;
  gboolean passed;
  gboolean exact;         /* passed with equal numbers, not merely near ones */
  gboolean expects_null;  /* every expected value is null */
  gboolean expects_error; /* asks for an error (errorResult), which passes as null */
  gboolean tells_error;   /* and that null has its reason, or the input was refused */
  gboolean unsupported;   /* failed by name: the model or case needs what is not supported */
  const char *message;    /* what was expected and found; "" when it passed */
} DmnKitCase;

typedef void (*DmnKitFunc) (const DmnKitCase *result, gpointer data);

/* Runs all test files under @directory, folder by folder in the order of their names. FALSE when
 * the folder cannot be read or holds no test file. */
gboolean dmn_kit_run (const char *directory, DmnKitFunc function, gpointer data, GError **error);

G_END_DECLS
