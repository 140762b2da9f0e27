/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assessment/assessment-document.h"

#include <stdint.h>
#include <stdlib.h>

/* Any bytes: either refused with a message, or a document that is written and read back equal. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) document
      = assessment_document_parse ((const char *)data, (gssize)size, "fuzz", &error);
  g_autofree char *text = NULL;
  g_autoptr (AssessmentDocument) again = NULL;

  if (document == NULL)
    {
      if (error == NULL || !g_utf8_validate (error->message, -1, NULL))
        abort ();
      return 0;
    }
  text = assessment_document_serialize (document, FALSE);
  again = assessment_document_parse (text, -1, "again", NULL);
  if (again == NULL || !assessment_document_equal (document, again))
    abort ();
  return 0;
}
