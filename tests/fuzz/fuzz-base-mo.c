/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-mo.h"
#include "base/base-plural.h"

#include <stdint.h>

/* Any bytes as a compiled catalogue, and as a plural rule. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const guint64 numbers[] = { 0, 1, 2, 5, 11, 21, 100, G_MAXUINT64 };
  static const char *const msgids[] = { "", "hub", "May", "{n} hub" };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autofree char *rule = g_strndup ((const char *)data, size);
  g_autoptr (BasePlural) plural = base_plural_parse (rule);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaseMo) mo = base_mo_parse (bytes, "FUZZ", &error);

  g_assert_true ((mo == NULL) == (error != NULL));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (plural != NULL)
        g_assert_cmpuint (base_plural_form (plural, numbers[i]), <, 16);
      for (guint j = 0; mo != NULL && j < G_N_ELEMENTS (msgids); j++)
        {
          const char *form = base_mo_lookup_plural (mo, NULL, msgids[j], numbers[i]);
          const char *single = base_mo_lookup (mo, "month", msgids[j]);

          g_assert_true (form == NULL || g_utf8_validate (form, -1, NULL));
          g_assert_true (single == NULL || g_utf8_validate (single, -1, NULL));
        }
    }
  return 0;
}
