/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-number.h"

/* Numbers as text for files and messages, apart from any language. */

const char *
base_number_format (char buffer[BASE_NUMBER_SIZE], double value)
{
  /* 17 digits are enough for every double. */
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      double back = g_ascii_strtod (
          g_ascii_formatd (buffer, BASE_NUMBER_SIZE, formats[i], value + 0.0), NULL);

      if (!(back < value) && !(back > value))
        break;
    }
  return buffer;
}
