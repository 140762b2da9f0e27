/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-exchange.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* Passphrases of the commands that exchange files. */

#define MAX_PASSPHRASE 1024

static gboolean
fail (const char *name, const char *problem, GError **error)
{
  g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_PASSPHRASE, "%s: %s", name, problem);
  return FALSE;
}

/* Reads the first line, without the line break; a person writes the file by echo. */
static char *
read_line (int fd, const char *name, GError **error)
{
  char line[MAX_PASSPHRASE + 1];
  gsize n = 0;
  gssize part = 1;
  char *passphrase = NULL;

  while (n < MAX_PASSPHRASE && part > 0 && memchr (line, '\n', n) == NULL)
    {
      part = read (fd, line + n, MAX_PASSPHRASE - n);
      if (part < 0 && errno == EINTR)
        part = 1;
      else if (part > 0)
        n += (gsize)part;
    }
  line[n] = '\0';
  line[strcspn (line, "\r\n")] = '\0';
  if (part < 0)
    fail (name, g_strerror (errno), error);
  else if (line[0] == '\0')
    fail (name, _ ("expected a passphrase in the first line"), error);
  else if (!g_utf8_validate (line, -1, NULL))
    fail (name, _ ("expected a passphrase in UTF-8"), error);
  else if (n == MAX_PASSPHRASE)
    fail (name, _ ("the passphrase is too long"), error);
  else
    passphrase = g_strdup (line);
  explicit_bzero (line, sizeof line);
  return passphrase;
}

char *
cli_exchange_passphrase (const char *file, int fd, GError **error)
{
  g_autofree char *name = NULL;
  char *passphrase;
  int opened;

  if (file == NULL && fd < 0)
    return NULL;
  if (file == NULL)
    {
      name = g_strdup_printf (_ ("file descriptor %d"), fd);
      return read_line (fd, name, error);
    }
  opened = open (file, O_RDONLY | O_CLOEXEC);
  if (opened < 0)
    {
      fail (file, g_strerror (errno), error);
      return NULL;
    }
  passphrase = read_line (opened, file, error);
  close (opened);
  return passphrase;
}
