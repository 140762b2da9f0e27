/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/exchange-company.h"
#include "exchange/exchange-package.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* Any bytes as a file: refused with a message, or a package whose parts are what its manifest says.
 */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
read_company (const ExchangePackage *package)
{
  const char *text = exchange_package_text (package, "company.json");
  g_autoptr (ExchangeCompany) company
      = text != NULL ? exchange_company_read (text, "company.json", NULL) : NULL;

  if (company != NULL)
    g_free (exchange_company_write (company));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  int file = memfd_create ("fuzz", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  g_autoptr (GError) error = NULL;
  g_autoptr (ExchangePackage) package = NULL;
  g_autoptr (ExchangePeek) peek = NULL;

  if (file < 0 || write (file, data, size) != (ssize_t)size)
    abort ();
  /* Without a passphrase: a key takes longer to make than a thousand other inputs. */
  package = exchange_package_read (path, NULL, NULL, NULL, NULL, &error);
  if ((package == NULL) != (error != NULL))
    abort ();
  if (error != NULL && !g_utf8_validate (error->message, -1, NULL))
    abort ();
  if (package != NULL)
    read_company (package);
  peek = exchange_package_peek (path, NULL);
  close (file);
  return 0;
}
