/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey/survey-pack.h"

#include <stdint.h>

/* Questionnaire packs come from third parties: whatever the bytes, a pack or a message. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SurveyPack) pack
      = survey_pack_parse ((const char *)data, (gssize)size, "fuzz", &error);

  g_assert ((pack == NULL) == (error != NULL));
  for (guint i = 0; pack != NULL && i < survey_pack_n_questions (pack); i++)
    g_assert (survey_pack_find_question (pack, survey_pack_question (pack, i)->id)
              == survey_pack_question (pack, i));
  return 0;
}
