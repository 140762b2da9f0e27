/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-time.h"

#include "base/base-data.h"
#include "exchange/exchange-content.h"
#include "exchange/exchange-package.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>

/* A package with 100 MB of evidence: written and verified, and read, beside sha256sum and cp of the
 * same files. Wall time, median of a few rounds. Run by tools/bench; not a test. */

#define FILES 20
#define FILE_SIZE (5 * 1000 * 1000)
#define ROUNDS 3
#define MEBI (1024.0 * 1024.0)

typedef struct
{
  char *folder;
  char *package;
  char *hashes[FILES];
  const char *passphrase;
} Bench;

static double
time_of (void (*work) (Bench *bench), Bench *bench)
{
  double values[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 begun = g_get_monotonic_time ();

      work (bench);
      values[i] = (double)(g_get_monotonic_time () - begun) / 1e6;
    }
  return bench_median (values, ROUNDS);
}

static void
run (const char *command)
{
  int status = 0;

  g_spawn_command_line_sync (command, NULL, NULL, &status, NULL);
  if (status != 0)
    g_error ("%s failed", command);
}

static void
shell (Bench *bench)
{
  g_autofree char *command
      = g_strdup_printf ("sh -c 'cat \"%s\"/evidence/* | sha256sum >/dev/null && cp -r "
                         "\"%s/evidence\" \"%s/copy\" && sync "
                         "-f \"%s/copy\" && rm -r \"%s/copy\"'",
                         bench->folder, bench->folder, bench->folder, bench->folder, bench->folder);

  run (command);
}

static GInputStream *
open_cb (const char *sha256, gpointer data, GError **error)
{
  g_autofree char *path = g_build_filename (((Bench *)data)->folder, "evidence", sha256, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return (GInputStream *)g_file_read (file, NULL, error);
}

static void
write_package (Bench *bench)
{
  g_autoptr (ExchangeContent) content = exchange_content_new (EXCHANGE_ALL);
  g_autoptr (GError) error = NULL;
  ExchangeWriteOptions options
      = { .passphrase = bench->passphrase, .open = open_cb, .open_data = bench };

  for (guint i = 0; i < FILES; i++)
    exchange_content_add_evidence (content, bench->hashes[i], FILE_SIZE);
  if (!exchange_content_write (content, bench->package, &options, &error))
    g_error ("%s", error->message);
}

static void
read_package (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExchangePackage) package
      = exchange_package_read (bench->package, bench->passphrase, NULL, NULL, NULL, &error);

  if (package == NULL)
    g_error ("%s", error->message);
}

static void
make_key (Bench *bench)
{
  exchange_key_free (exchange_key_new ("passphrase", &exchange_cost_moderate, NULL));
}

static void
make_files (Bench *bench)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree char *evidence = g_build_filename (bench->folder, "evidence", NULL);
  g_autofree guint32 *bytes = g_malloc (FILE_SIZE);

  g_mkdir (evidence, 0700);
  for (guint i = 0; i < FILES; i++)
    {
      g_autofree char *path = NULL;

      for (guint k = 0; k < FILE_SIZE / sizeof *bytes; k++)
        bytes[k] = g_rand_int (rand);
      bench->hashes[i] = base_data_sha256 (bytes, FILE_SIZE);
      path = g_build_filename (evidence, bench->hashes[i], NULL);
      if (!g_file_set_contents (path, (const char *)bytes, FILE_SIZE, NULL))
        g_error ("no room for 100 MB in %s", bench->folder);
    }
}

static void
print (const char *what, double seconds, double beside)
{
  g_print ("%-44s %7.3f s  %6.0f MB/s", what, seconds, FILES * (FILE_SIZE / 1e6) / seconds);
  if (beside > 0)
    g_print ("  %.2f of sha256sum and cp", seconds / beside);
  g_print ("\n");
}

int
main (void)
{
  Bench bench = { .folder = g_dir_make_tmp ("waymark-bench-XXXXXX", NULL) };
  g_autofree char *remove = g_strdup_printf ("rm -r \"%s\"", bench.folder);
  struct rusage usage;
  double beside, key;

  bench.package = g_build_filename (bench.folder, "bench.waymark", NULL);
  make_files (&bench);
  beside = time_of (shell, &bench);
  print ("sha256sum, then cp with sync, 100 MB", beside, 0);
  print ("package without passphrase: write and verify", time_of (write_package, &bench), beside);
  print ("package without passphrase: read and check", time_of (read_package, &bench), beside);
  key = time_of (make_key, &bench);
  bench.passphrase = "passphrase";
  print ("package with passphrase: write and verify", time_of (write_package, &bench), beside);
  print ("package with passphrase: read and check", time_of (read_package, &bench), beside);
  g_print ("%-44s %7.3f s  in each of the last two, on purpose\n",
           "making the key (Argon2id, 256 MiB)", key);
  getrusage (RUSAGE_SELF, &usage);
  g_print ("%-44s %7.0f MiB, 256 of them for the key\n", "memory at most",
           (double)usage.ru_maxrss * 1024 / MEBI);
  run (remove);
  for (guint i = 0; i < FILES; i++)
    g_free (bench.hashes[i]);
  g_free (bench.package);
  g_free (bench.folder);
  return 0;
}
