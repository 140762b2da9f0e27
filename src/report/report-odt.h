/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report.h"

G_BEGIN_DECLS

/* The report as an OpenDocument text (ODF 1.2) to go on writing in: headings, lists, tables with
 * header rows, figures as pictures with alternative text, links, language and paper set. */
GBytes *report_to_odt (Report *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
