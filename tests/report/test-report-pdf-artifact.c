/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-pdf-artifact.h"
#include "report/report-pdf-file.h"

#include <string.h>

static const struct
{
  const char *name, *content, *expected;
} cases[] = {
  { "nothing-painted", "1 0 0 1 0 0 cm q Q", "1 0 0 1 0 0 cm q Q" },
  { "rule-alone", "0 0 m 1 1 l S", "/Artifact BMC\n0 0 m 1 1 l S\nEMC\n" },
  { "words-only", "/P <</MCID 0>> BDC (a) Tj EMC", "/P <</MCID 0>> BDC (a) Tj EMC\n" },
  { "rule-then-words", "S /P <</MCID 0>> BDC (a) Tj EMC",
    "/Artifact BMC\nS\nEMC\n /P <</MCID 0>> BDC (a) Tj EMC\n" },
  { "words-then-rule", "/P <</MCID 0>> BDC (a) Tj EMC S",
    "/P <</MCID 0>> BDC (a) Tj EMC\n/Artifact BMC\n S\nEMC\n" },
  { "nested", "/P <<>> BDC /Span <<>> BDC f EMC f EMC",
    "/P <<>> BDC /Span <<>> BDC f EMC f EMC\n" },
  { "operator-in-string", "/P <<>> BDC (EMC S \\) EMC) Tj EMC",
    "/P <<>> BDC (EMC S \\) EMC) Tj EMC\n" },
  { "operator-in-array", "[(S) 20 (f)] 0 d", "[(S) 20 (f)] 0 d" },
  { "unclosed", "/P <<>> BDC f", "/P <<>> BDC f" },
  { "unclosed-string", "(abc", "(abc" },
  { "empty", "", "" },
};

static void
test_mark (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) content = g_bytes_new_static (cases[i].content, strlen (cases[i].content));
  g_autoptr (GBytes) marked = report_pdf_mark_artifacts (content);
  gsize length;
  const char *text = g_bytes_get_data (marked, &length);
  g_autofree char *copy = g_strndup (text, length);

  g_assert_cmpstr (copy, ==, cases[i].expected);
}

/* Bytes that are no PDF of ours are refused, not misread. */
static void
test_foreign_files (void)
{
  static const char *const files[] = {
    "",
    "%PDF-1.4\n",
    "trailer\n<< /Size 3 /Root 1 0 R /Info 2 0 R >>\nstartxref\n99999\n%%EOF\n",
    "xref\n0 9\ntrailer\n<< /Size 9 /Root 1 0 R /Info 2 0 R >>\nstartxref\n0\n%%EOF\n",
    "xref\n0 2\n0000000000 65535 f \n9999999999 00000 n \ntrailer\n<< /Size 2 /Root 1 0 R /Info 1 "
    "0 R >>\nstartxref\n0\n%%EOF\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i], strlen (files[i]));
      g_assert_null (report_pdf_file_new (bytes));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/report/pdf-artifact/", cases[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_mark);
    }
  g_test_add_func ("/report/pdf-file/foreign", test_foreign_files);
  return g_test_run ();
}
