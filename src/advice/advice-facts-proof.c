/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-facts-private.h"

#include <string.h>

/* A claim is not a proof. Evidence covers a fact when one of its criteria names it: by its path in
 * the document
 * ("company.accounts", "project.partners[0].sme") or by its FEEL name with hyphens
 * ("company-size"). Evidence that somebody has seen, on a day, confirms. */

static gboolean
is_path_within (const char *path, const char *part)
{
  gsize length = strlen (path);

  return strncmp (part, path, length) == 0
         && (part[length] == '\0' || part[length] == '.' || part[length] == '[');
}

static gboolean
is_slug_of (const char *name, const char *slug)
{
  for (; *name != '\0'; name++, slug++)
    if (g_ascii_tolower (*name == ' ' ? '-' : *name) != g_ascii_tolower (*slug))
      return FALSE;
  return *slug == '\0';
}

static gboolean
covers (const char *criterion, const AdviceFactRow *row)
{
  return is_slug_of (row->name, criterion)
         || (row->path != NULL && strchr (row->path, '.') != NULL
             && is_path_within (row->path, criterion));
}

static const char *
evidence_string (AdviceReader *reader, guint index, const char *member)
{
  g_autofree char *path = g_strdup_printf ("evidence[%u].%s", index, member);

  return assessment_document_get_string (reader->document, path);
}

static void
apply (AdviceReader *reader, const char *criterion, AdviceProof proof)
{
  for (guint i = 0; i < ADVICE_N_FACTS; i++)
    {
      const AdviceFact *fact = advice_facts_get (reader->facts, i);

      if (fact->state != ADVICE_FACT_UNKNOWN && fact->proof >= ADVICE_PROOF_DECLARED
          && fact->proof < proof && covers (criterion, fact->row))
        advice_facts_set_proof (reader->facts, i, proof);
    }
}

void
advice_facts_read_proof (AdviceReader *reader)
{
  for (guint i = 0; i < assessment_document_count (reader->document, "evidence"); i++)
    {
      g_autofree char *path = g_strdup_printf ("evidence[%u].criteria", i);
      const char *const *criteria = assessment_document_get_strings (reader->document, path);
      const char *until = evidence_string (reader, i, "valid_until");
      gboolean seen = evidence_string (reader, i, "seen_by") != NULL
                      && evidence_string (reader, i, "seen_on") != NULL;

      if (until != NULL && strcmp (until, reader->date) < 0)
        continue;
      for (guint j = 0; criteria != NULL && criteria[j] != NULL; j++)
        apply (reader, criteria[j], seen ? ADVICE_PROOF_CONFIRMED : ADVICE_PROOF_DOCUMENTED);
    }
}
