/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-reader.h"

#include <glib/gi18n.h>

static const AppReader readers[] = {
  { REPORT_PROFILE_FULL, N_ ("Full record"), N_ ("Every score, answer and source") },
  { REPORT_PROFILE_FUNDING, N_ ("Annex to an application"),
    N_ ("For a funding body: one call, its conditions, evidence, declarations") },
  { REPORT_PROFILE_MANAGEMENT, N_ ("Two pages for the management"),
    N_ ("The result, the gaps, the first steps") },
  { REPORT_PROFILE_HUB_SHEET, N_ ("One page for your hub"),
    N_ ("The problem, the result, three questions") },
  { REPORT_PROFILE_BLANK, N_ ("Blank questionnaire"), N_ ("With guidance, to fill in by hand") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (readers) == APP_READER_N);

const AppReader *
app_reader (guint index)
{
  g_return_val_if_fail (index < APP_READER_N, NULL);

  return &readers[index];
}
