/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/exchange-portal.h"

#include <stdint.h>
#include <stdlib.h>

/* Any bytes: refused with a message, or a table of valid texts, which may be the portal's. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  ExchangeGrid *grid = exchange_grid_parse_xlsx ((const char *)data, size, "fuzz", NULL, &error);
  g_autoptr (ExchangePortal) portal = NULL;

  if (grid == NULL)
    {
      if (error == NULL || !g_utf8_validate (error->message, -1, NULL))
        abort ();
      return 0;
    }
  for (guint row = 0; row < exchange_grid_n_rows (grid); row++)
    for (guint i = 0; i < exchange_grid_n_cells (grid, row); i++)
      if (!g_utf8_validate (exchange_grid_cell (grid, row, i), -1, NULL))
        abort ();
  portal = exchange_portal_new (grid, "fuzz", NULL);
  return 0;
}
