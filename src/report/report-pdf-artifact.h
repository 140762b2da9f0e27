/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A page's content with everything painted outside the structure (rules, heads, feet) marked as
 * artifact, which cairo cannot write: readers then leave it out. */
GBytes *report_pdf_mark_artifacts (GBytes *content) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
