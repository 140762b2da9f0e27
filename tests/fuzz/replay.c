/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <stdint.h>

/* Feeds every file of a seed folder to a fuzz target once, as TAP: the targets stay built and their
 * seeds stay green without a fuzzer. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
main (int argc, char **argv)
{
  g_autoptr (GDir) dir = argc > 1 ? g_dir_open (argv[1], 0, NULL) : NULL;
  const char *name;
  int n = 0;

  if (dir == NULL)
    {
      g_print ("Bail out! no seed folder %s\n", argc > 1 ? argv[1] : "given");
      return 1;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (!g_file_get_contents (path, &bytes, &length, NULL))
        continue;
      LLVMFuzzerTestOneInput ((const uint8_t *)bytes, length);
      g_print ("ok %d - %s\n", ++n, name);
    }
  g_print ("1..%d\n", n);
  return n > 0 ? 0 : 1;
}
