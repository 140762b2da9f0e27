/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The list FOLDER/.waymark-reports: which report a file of the folder holds. A line is written
 * after its file is whole and in its place, so that a run which was ended in any way goes on from
 * there.
 *
 * A report counts as there only when what it would be made from is the same (its key) and the file
 * has the bytes that were written then: an edited, cut or exchanged file is made anew. */
typedef struct _ReportJournal ReportJournal;

/* Makes the folder, keeps other runs out of it, removes what an ended run left aside. */
ReportJournal *report_journal_open (const char *folder,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
void report_journal_free (ReportJournal *journal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportJournal, report_journal_free)

/* The name of the file with the report of @key; NULL when it has to be made. Borrowed. */
const char *report_journal_find (ReportJournal *journal, const char *key);
/* Writes aside, reads back, renames, and enters it. A name given twice in one run gets a number. */
gboolean report_journal_put (
    ReportJournal *journal, const char *key, const char *name, GBytes *bytes, GError **error);

G_END_DECLS
