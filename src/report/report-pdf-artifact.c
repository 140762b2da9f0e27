/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-pdf-artifact.h"

#include <string.h>

/* Goes through the operators of a content stream. A stretch outside marked content that paints
 * something is wrapped as a whole; cairo ends its text objects before marked content begins, so a
 * wrapped stretch never cuts one. */

typedef struct
{
  const char *data;
  gsize length, at;
} Scanner;

typedef struct
{
  gsize start, end;
  gboolean is_operator;
} Token;

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_delimiter (char c)
{
  return strchr ("()<>[]{}/%", c) != NULL && c != '\0';
}

static void
skip_string (Scanner *scanner)
{
  int depth = 0;

  for (; scanner->at < scanner->length; scanner->at++)
    {
      char c = scanner->data[scanner->at];
      if (c == '\\')
        scanner->at++;
      else if (c == '(')
        depth++;
      else if (c == ')' && --depth == 0)
        {
          scanner->at++;
          return;
        }
    }
  scanner->at = MIN (scanner->at, scanner->length);
}

static gboolean
next_token (Scanner *scanner, Token *token)
{
  while (scanner->at < scanner->length && is_space (scanner->data[scanner->at]))
    scanner->at++;
  if (scanner->at >= scanner->length)
    return FALSE;
  char c = scanner->data[scanner->at];
  token->start = scanner->at;
  token->is_operator = FALSE;
  if (c == '(')
    skip_string (scanner);
  else if (is_delimiter (c))
    {
      scanner->at++;
      if (c == '/') /* a name */
        while (scanner->at < scanner->length && !is_space (scanner->data[scanner->at])
               && !is_delimiter (scanner->data[scanner->at]))
          scanner->at++;
    }
  else
    {
      while (scanner->at < scanner->length && !is_space (scanner->data[scanner->at])
             && !is_delimiter (scanner->data[scanner->at]))
        scanner->at++;
      token->is_operator = g_ascii_isalpha (c) || c == '\'' || c == '"';
    }
  token->end = scanner->at;
  return TRUE;
}

static gboolean
token_is (const Scanner *scanner, const Token *token, const char *const *names)
{
  gsize length = token->end - token->start;

  for (guint i = 0; token->is_operator && names[i] != NULL; i++)
    if (strlen (names[i]) == length && memcmp (scanner->data + token->start, names[i], length) == 0)
      return TRUE;
  return FALSE;
}

static void
append (GByteArray *out, const char *data, gsize length)
{
  g_byte_array_append (out, (const guint8 *)data, (guint)length);
}

static void
append_outside (GByteArray *out, const Scanner *scanner, gsize from, gsize to, gboolean paints)
{
  if (paints)
    append (out, "/Artifact BMC\n", strlen ("/Artifact BMC\n"));
  append (out, scanner->data + from, to - from);
  if (paints)
    append (out, "\nEMC\n", strlen ("\nEMC\n"));
}

GBytes *
report_pdf_mark_artifacts (GBytes *content)
{
  static const char *const painting[]
      = { "Tj", "TJ", "'", "\"", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", NULL };
  static const char *const begins[] = { "BDC", "BMC", NULL };
  static const char *const ends[] = { "EMC", NULL };
  Scanner scanner = { 0 };
  scanner.data = g_bytes_get_data (content, &scanner.length);
  GByteArray *out = g_byte_array_sized_new ((guint)scanner.length + 256);
  gsize done = 0, operands = 0; /* where the current operator's operands begin */
  gboolean paints = FALSE;
  int depth = 0;
  Token token;

  while (next_token (&scanner, &token))
    {
      if (!token.is_operator)
        continue;
      if (token_is (&scanner, &token, begins) && depth++ == 0)
        {
          append_outside (out, &scanner, done, operands, paints);
          done = operands;
          paints = FALSE;
        }
      else if (token_is (&scanner, &token, ends) && depth > 0 && --depth == 0)
        {
          append (out, scanner.data + done, token.end - done);
          append (out, "\n", 1);
          done = token.end;
        }
      else if (depth == 0 && token_is (&scanner, &token, painting))
        paints = TRUE;
      operands = token.end;
    }
  append_outside (out, &scanner, done, scanner.length, paints && depth == 0);
  return g_byte_array_free_to_bytes (out);
}
