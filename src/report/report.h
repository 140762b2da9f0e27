/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"
#include "base/base-language.h"
#include <cairo.h>

G_BEGIN_DECLS

/* A printed report made from an Advice: laid out once, drawn page by page (screen preview, PDF,
 * tests), written as a tagged PDF. Same input and libraries, same bytes. Not shared between threads
 * while drawing. */
typedef struct _Report Report;

/* The fonts of reports in one language and the words that were set with them. Several reports of
 * one thread can share it: each after the first costs a fifth less. */
typedef struct _ReportFonts ReportFonts;

#define REPORT_ERROR (report_error_quark ())
GQuark report_error_quark (void);
typedef enum
{
  REPORT_ERROR_WRITE,   /* the file cannot be written; names it */
  REPORT_ERROR_FONTS,   /* the report's fonts are missing */
  REPORT_ERROR_LOGO,    /* a picture cannot be read; names it */
  REPORT_ERROR_EVIDENCE, /* a copy of evidence cannot be shown */
  REPORT_ERROR_STOPPED, /* its ReportStepFunc did not want to go on */
} ReportError;

typedef enum
{
  REPORT_PROFILE_FULL,      /* the complete record */
  REPORT_PROFILE_HUB_SHEET, /* one page: the problem, the result, three questions */
  /* The annex to an application: one call only, no other kinds of support, no ranking of hubs. */
  REPORT_PROFILE_FUNDING,
  REPORT_PROFILE_MANAGEMENT, /* two pages */
  REPORT_PROFILE_BLANK,      /* the questionnaire with guidance, to fill in by hand */
} ReportProfile;

typedef enum
{
  REPORT_PAPER_A4,
  REPORT_PAPER_LETTER,
} ReportPaper;

/* How much of a long report is made, from 0 to 1: laid out at a half, drawn at 1. Called many
 * times, in the thread that makes it. FALSE stops it. */
typedef gboolean (*ReportStepFunc) (double done, gpointer data);

typedef struct
{
  ReportProfile profile;
  ReportPaper paper;
  /* What is added here is added to report_describe_making() too. */
  gboolean hide_amounts; /* leave euro amounts of the company out */
  /* Leave out the names of people: contacts, authors, owners, signers. Free text is printed as it
   * was typed. */
  gboolean hide_names;
  gboolean only_answered; /* leave questions out that nobody answered */
  /* "Draft" in the foot. Texts that are not translated are marked when @language does so:
   * base_language_set_mark_missing() on one that nobody else holds yet. */
  gboolean draft;
  guint without; /* bits of report_section_bit(): parts left out */
  /* The stage before, to compare with; NULL for none. Kept by the report. */
  Advice *before;
  /* PNG or JPEG files for the cover, NULL for none. */
  const char *logo, *hub_logo;
  /* A folder with the files of the evidence register, under their SHA-256 as the workspace keeps
   * them or under the names it gives; those that are there and can be shown are appended. NULL:
   * none. Only where the register is a part. */
  const char *copies;
  /* NULL: nobody watches. Changes no byte. */
  ReportStepFunc step;
  gpointer step_data;
  /* Shared with other reports; NULL: the report's own. Kept by the report. Changes no byte. */
  ReportFonts *fonts;
} ReportOptions;

/* @language: a tag, "en". */
ReportFonts *report_fonts_new (const char *language, GError **error) G_GNUC_WARN_UNUSED_RESULT;
ReportFonts *report_fonts_ref (ReportFonts *fonts);
void report_fonts_unref (ReportFonts *fonts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportFonts, report_fonts_unref)

/* Whether a file can be a logo: the error says why not. */
gboolean report_check_logo (const char *path, GError **error);

/* A part of the report that can be left out, "support" → its bit; 0 for an unknown name.
 * report_section_names() is the list for --help, NULL-terminated. */
guint report_section_bit (const char *name);
const char *const *report_section_names (void);
/* Its heading, a msgid ("Support"); NULL for an unknown name. */
const char *report_section_title (const char *name);
/* The bits of the parts that a profile has; 0 for those of few pages, which have no parts. */
guint report_profile_sections (ReportProfile profile);

/* "full" → the profile; FALSE for an unknown name. report_profile_names() is the list for --help.
 */
gboolean report_profile_from_name (const char *name, ReportProfile *profile);
const char *const *report_profile_names (void);

/* Appends all choices and the versions of the libraries that draw: where they differ, the bytes of
 * a report may. */
void report_describe_making (const ReportOptions *options, GString *text);
/* Appends which files of the evidence of @document lie in @folder, and what is in them: they decide
 * about the copies that are appended. */
void report_describe_copies (const AssessmentDocument *document, const char *folder, GString *text);

/* For a program that shows nothing else, before its first report: Pango has Fontconfig read the
 * system's configuration whatever fonts are used; with this only a report in a foreign script
 * does. */
void report_leave_system_fonts (void);
/* For a program that has no threads yet and starts no others: it is said in the environment. Cairo
 * then leaves the pages as they are, and only the finishing pass compresses them; the bytes of a
 * report are the same. */
void report_compress_once (void);

Report *report_new (Advice *advice,
                    BaseLanguage *language,
                    const ReportOptions *options,
                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void report_free (Report *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Report, report_free)

guint report_n_pages (const Report *report);
/* Who watches from now on, in place of the one in its options; NULL for nobody. */
void report_set_watcher (Report *report, ReportStepFunc step, gpointer data);
/* Points; a page with a wide table is turned. */
void report_page_size (const Report *report, guint page, double *width, double *height);
/* The page's heading for thumbnails and screen readers. Borrowed. */
const char *report_page_title (const Report *report, guint page);
/* Draws page @page (from 0) at the origin in points: what will be printed. */
void report_draw_page (Report *report, guint page, cairo_t *cr);
/* The PDF as bytes; report-form.h writes it. Safe to run in a worker thread of its own. */
GBytes *report_to_pdf (Report *report, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* How many sentences stand in English because the report's language lacks them; a draft marks them
 * ⟦like this⟧. Never silent: whoever writes it says so. */
guint report_n_untranslated (const Report *report);
/* Everything on the pages as plain text in reading order: for tests and screen readers. */
char *report_to_text (Report *report) G_GNUC_WARN_UNUSED_RESULT;
/* The same for one page: what a screen reader says of it. */
char *report_page_text (Report *report, guint page) G_GNUC_WARN_UNUSED_RESULT;
/* A file name to offer: "Sample Metalworks – digital maturity 2026-11-20.pdf". */
char *report_suggest_name (const Report *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
