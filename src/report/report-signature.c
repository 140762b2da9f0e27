/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-signature.h"

#include "report/report-say.h"

/* Drawn fields: a signature field of the file itself would have to be part of a signed revision,
 * which the program that signs adds by itself. */

static void
add_signer (ReportBlock *block, ReportFlow *flow, guint column, const ReportSigner *signer)
{
  Report *report = flow->report;
  double x = REPORT_COLUMN (2 * column), width = 148.0;
  const struct
  {
    const char *words;
    ReportStyle style;
    double y;
  } lines[] = {
    { signer->whose, REPORT_STYLE_BODY_STRONG, 9 },
    { signer->name, REPORT_STYLE_BODY, 21 },
    { report_tr (report, N_ ("Place and date")), REPORT_STYLE_NOTE, 45 },
    { report_tr (report, N_ ("Signature")), REPORT_STYLE_NOTE, 84 },
    { signer->person, REPORT_STYLE_NOTE_STRONG, 144 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      ReportNode *node = NULL;
      if (lines[i].words == NULL || *lines[i].words == '\0')
        continue;
      node = report_add_node (report, flow->node, "P");
      ReportWords words
          = report_words_new_line (report->fonts, lines[i].style, lines[i].words, width);
      report_block_words (block, node, &words, x, lines[i].y, width, REPORT_ALIGN_START,
                          REPORT_BLACK);
      report_words_clear (&words);
    }
  report_block_rule (block, x, 72, width, 0.5, REPORT_BLACK);
  report_block_rule (block, x, 132, width, 0.5, REPORT_BLACK);
}

void
report_signature_add (ReportFlow *flow, const ReportSigner *signers, guint n)
{
  ReportBlock *block = report_block_new (156.0);

  report_flow_heading (flow, report_tr (flow->report, N_ ("Signatures")), NULL, NULL);
  for (guint i = 0; i < MIN (n, 3u); i++)
    add_signer (block, flow, i, &signers[i]);
  report_flow_add (flow, block);
}
