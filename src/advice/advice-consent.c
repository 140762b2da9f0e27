/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-consent.h"

#include <glib/gi18n-lib.h>

static const AdviceConsentUse uses[] = {
  { "hub-keeps", N_ ("The hub may keep this report to advise the company.") },
  { "network-tool",
    N_ ("The hub may enter answers and scores, with the company’s name and identifiers, into the "
        "network’s assessment tool, which the European Commission runs.") },
  { "other-hub",
    N_ ("The hub may pass the report to another hub that the company has agreed to.") },
  { "example", N_ ("The hub may name the company as an example.") },
};

guint
advice_consent_n_uses (void)
{
  return G_N_ELEMENTS (uses);
}

const AdviceConsentUse *
advice_consent_use (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (uses), NULL);

  return &uses[index];
}

static const char *
member (const AssessmentDocument *document, guint index, const char *name)
{
  g_autofree char *path = g_strdup_printf ("consents[%u].%s", index, name);

  return assessment_document_get_string (document, path);
}

AdviceConsent
advice_consent_find (const AssessmentDocument *document, const char *id)
{
  AdviceConsent consent = { ADVICE_CONSENT_OPEN, NULL, NULL };

  g_return_val_if_fail (document != NULL && id != NULL, consent);

  for (guint i = 0; i < assessment_document_count (document, "consents"); i++)
    {
      g_autofree char *path = g_strdup_printf ("consents[%u].given", i);
      gboolean given;

      if (g_strcmp0 (member (document, i, "id"), id) != 0
          || !assessment_document_get_boolean (document, path, &given))
        continue;
      consent.state = given ? ADVICE_CONSENT_GIVEN : ADVICE_CONSENT_REFUSED;
      consent.by = member (document, i, "by");
      consent.on = member (document, i, "on");
    }
  return consent;
}
