/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-signature.h"

#include "report/report-say.h"

/* Lines to sign on paper, and in their place fields in which a program signs: empty ones, so that
 * it need not ask where the signature shall stand. */

#define WIDTH 148.0
#define LINE 132.0 /* to sign on */
#define FIELD 42.0 /* height above it */

/* Nothing to be seen: the ground of the field gives it its place. */
static void
draw_field (cairo_t *cr, double x, double y, double width, double height, gpointer data)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

static void
add_field (ReportBlock *block, ReportFlow *flow, double x, const ReportSigner *signer)
{
  ReportNode *node = report_add_node (flow->report, flow->node, "Form");
  const char *whose = signer->name != NULL && *signer->name != '\0'
                          ? report_join (flow->report, ", ", signer->whose, signer->name, NULL)
                          : signer->whose;
  BaseText *text = base_text_new (N_ ("Field for an electronic signature: {whose}"));

  node->alt = g_strdup (report_take (flow->report, base_text_with_string (text, "whose", whose)));
  report_block_drawing (block, node, x, LINE - FIELD - 1.0, WIDTH, FIELD, draw_field, NULL, NULL);
}

static void
add_signer (ReportBlock *block, ReportFlow *flow, guint column, const ReportSigner *signer)
{
  Report *report = flow->report;
  const double x = REPORT_COLUMN (2 * column), width = WIDTH;
  const struct
  {
    const char *words;
    ReportStyle style;
    double y;
    gboolean field; /* it is for the field after it */
  } lines[] = {
    { signer->whose, REPORT_STYLE_BODY_STRONG, 9 },
    { signer->name, REPORT_STYLE_BODY, 21 },
    { report_tr (report, N_ ("Place and date")), REPORT_STYLE_NOTE, 45 },
    { report_tr (report, N_ ("Signature")), REPORT_STYLE_NOTE, 84, TRUE },
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
      if (lines[i].field)
        add_field (block, flow, x, signer);
    }
  report_block_rule (block, x, 72, width, 0.5, REPORT_BLACK);
  report_block_rule (block, x, LINE, width, 0.5, REPORT_BLACK);
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
