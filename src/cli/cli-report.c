/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-command.h"
#include "cli/cli-place.h"
#include "cli/cli-report-all.h"
#include "cli/cli-world.h"
#include "report/report-form.h"

#include <glib/gi18n-lib.h>

/* waymark-cli report FILE -o OUT: the printed report, or another form of it. */

static gboolean
read_profile (const char *name, ReportProfile *profile)
{
  g_autofree char *names = NULL;

  if (name == NULL || report_profile_from_name (name, profile))
    return TRUE;
  names = g_strjoinv (", ", (char **)report_profile_names ());
  cli_command_misused ("report", _ ("--profile: found “%s”, expected one of %s"), name, names);
  return FALSE;
}

static gboolean
read_paper (const char *name, ReportPaper *paper)
{
  if (name == NULL)
    return TRUE;
  *paper = g_ascii_strcasecmp (name, "letter") == 0 ? REPORT_PAPER_LETTER : REPORT_PAPER_A4;
  if (*paper == REPORT_PAPER_LETTER || g_ascii_strcasecmp (name, "a4") == 0)
    return TRUE;
  cli_command_misused ("report", _ ("--paper: found “%s”, expected A4 or letter"), name);
  return FALSE;
}

/* @name, else by the ending of @output, else the printed one. */
static gboolean
read_form (const char *name, const char *output, ReportForm *form)
{
  g_autofree char *names = NULL;

  *form = REPORT_FORM_PDF;
  if (name == NULL && output != NULL)
    report_form_from_path (output, form);
  if (name == NULL || report_form_from_name (name, form))
    return TRUE;
  names = g_strjoinv (", ", (char **)report_form_names ());
  cli_command_misused ("report", _ ("--form: found “%s”, expected one of %s"), name, names);
  return FALSE;
}

static gboolean
read_sections (char **names, guint *without)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      const guint bit = report_section_bit (names[i]);

      if (bit == 0)
        {
          g_autofree char *known = g_strjoinv (", ", (char **)report_section_names ());
          cli_command_misused ("report", _ ("--without: found “%s”, expected one of %s"), names[i],
                               known);
          return FALSE;
        }
      *without |= bit;
    }
  return TRUE;
}

/* What the command line asks for: its words, and what read_asked() makes of them. */
typedef struct
{
  char *output, *form_name, *profile, *paper, *date, *language, *workspace, *before, *copies, *logo,
      *hub_logo;
  char **without;
  gboolean all;
  ReportOptions options;
  ReportForm form;
} Asked;

static void
asked_clear (Asked *asked)
{
  g_free (asked->output);
  g_free (asked->form_name);
  g_free (asked->profile);
  g_free (asked->paper);
  g_free (asked->date);
  g_free (asked->language);
  g_free (asked->workspace);
  g_free (asked->before);
  g_free (asked->copies);
  g_free (asked->logo);
  g_free (asked->hub_logo);
  g_strfreev (asked->without);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

/* The words, and what goes together with @file (NULL: none). FALSE: it was told what does not. */
static gboolean
read_asked (Asked *asked, const char *file)
{
  ReportOptions *options = &asked->options;

  if (file == NULL && !asked->all)
    cli_command_misused ("report", _ ("expected %s"), "report FILE -o OUT.pdf");
  else if (asked->workspace != NULL && (!asked->all || file != NULL))
    cli_command_misused ("report", _ ("--workspace goes with --all and without a file"));
  else if (asked->before != NULL && asked->all)
    cli_command_misused ("report", _ ("--before goes with one document"));
  else if (asked->output == NULL)
    cli_command_misused ("report", _ ("-o OUT.pdf is missing"));
  else
    {
      options->copies = asked->copies;
      options->logo = asked->logo;
      options->hub_logo = asked->hub_logo;
      return cli_command_check_date ("report", asked->date)
             && read_profile (asked->profile, &options->profile)
             && read_paper (asked->paper, &options->paper)
             && read_form (asked->form_name, asked->all ? NULL : asked->output, &asked->form)
             && read_sections (asked->without, &options->without);
    }
  return FALSE;
}

static int
report_all (Asked *asked, CliWorld *world, const char *source)
{
  const CliReportChoice choice = { world, &asked->options, asked->form, asked->date };

  return cli_report_all (&choice, source, asked->workspace, asked->output);
}

void
cli_report_tell_untranslated (const CliWorld *world, const ReportOptions *options, guint n)
{
  if (n == 0 || options->draft)
    return;
  g_printerr (ngettext ("waymark-cli: %u sentence has no translation into “%s” and stands in "
                        "English; --draft marks it\n",
                        "waymark-cli: %u sentences have no translation into “%s” and stand in "
                        "English; --draft marks them\n",
                        n),
              n, base_language_tag (cli_world_language (world)));
}

static int
report_one (Asked *asked, CliWorld *world, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Advice) advice = cli_world_advise_file (world, path, asked->date, &error);
  g_autoptr (Advice) before = NULL;
  g_autoptr (Report) report = NULL;

  if (advice == NULL)
    return cli_command_refuse (error);
  if (asked->before != NULL)
    {
      before = cli_world_advise_file (world, asked->before, asked->date, &error);
      if (before == NULL)
        return cli_command_refuse (error);
    }
  asked->options.before = before;
  report = report_new (advice, (BaseLanguage *)cli_world_language (world), &asked->options, &error);
  if (report == NULL || !report_write_form (report, asked->form, asked->output, &error))
    return cli_command_refuse (error);
  cli_report_tell_untranslated (world, &asked->options, report_n_untranslated (report));
  return CLI_DONE;
}

/* For the companies of a workspace the hubs and contacts of its user are known, as in the window.
 */
static CliWorld *
make_world (const Asked *asked, const char *file, GError **error)
{
  g_autofree char *path = NULL, *own = NULL;

  if (asked->all && file == NULL)
    {
      path = cli_place_path (asked->workspace);
      own = cli_place_own_folder_of (path);
    }
  return cli_world_new_own (asked->language, own, error);
}

int
cli_report (int argc, char **argv)
{
  g_auto (Asked) asked
      = { .options = { .profile = REPORT_PROFILE_FULL, .paper = REPORT_PAPER_A4 } };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &asked.output, N_ ("The file to write"),
      N_ ("OUT.pdf") },
    { "form", 0, 0, G_OPTION_ARG_STRING, &asked.form_name,
      N_ ("pdf, odt, markdown, csv or json (default: by the ending of OUT)"), N_ ("FORM") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &asked.all,
      N_ ("A report for each document of a folder, of a file with one a line, or of the workspace,"
          " into the folder OUT"),
      NULL },
    { "workspace", 0, 0, G_OPTION_ARG_FILENAME, &asked.workspace,
      N_ ("With --all: the folder of the workspace (default: your own)"), N_ ("FOLDER") },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &asked.profile, N_ ("For which reader (default: full)"),
      N_ ("NAME") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &asked.paper, N_ ("A4 or letter"), N_ ("SIZE") },
    { "without", 0, 0, G_OPTION_ARG_STRING_ARRAY, &asked.without,
      N_ ("Leaves a part out, such as hubs or answers; may be repeated"), N_ ("SECTION") },
    { "only-answered", 0, 0, G_OPTION_ARG_NONE, &asked.options.only_answered,
      N_ ("Leaves unanswered questions out"), NULL },
    { "hide-amounts", 0, 0, G_OPTION_ARG_NONE, &asked.options.hide_amounts,
      N_ ("Leaves the company’s euro amounts out"), NULL },
    { "without-amounts", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &asked.options.hide_amounts,
      NULL, NULL },
    { "hide-names", 0, 0, G_OPTION_ARG_NONE, &asked.options.hide_names,
      N_ ("Leaves the names of people out"), NULL },
    { "before", 0, 0, G_OPTION_ARG_FILENAME, &asked.before,
      N_ ("The assessment of the stage before, to compare with"), N_ ("FILE") },
    { "copies", 0, 0, G_OPTION_ARG_FILENAME, &asked.copies,
      N_ ("Appends copies of the evidence: the files that lie in this folder"), N_ ("FOLDER") },
    { "logo", 0, 0, G_OPTION_ARG_FILENAME, &asked.logo,
      N_ ("PNG or JPEG of the company for the cover"), N_ ("FILE") },
    { "hub-logo", 0, 0, G_OPTION_ARG_FILENAME, &asked.hub_logo, N_ ("PNG or JPEG of the hub"),
      N_ ("FILE") },
    { "draft", 0, 0, G_OPTION_ARG_NONE, &asked.options.draft,
      N_ ("Says so on each page and marks texts that are not translated"), NULL },
    CLI_ENTRY_DATE (&asked.date),
    { "language", 0, 0, G_OPTION_ARG_STRING, &asked.language,
      N_ ("Language of the report (default: en)"), N_ ("TAG") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (CliWorld) world = NULL;
  g_autoptr (GError) error = NULL;
  const char *file;
  int status;

  if (!cli_command_parse ("report", entries, -2, &argc, &argv, &status))
    return status;
  file = argc == 2 ? argv[1] : NULL;
  if (!read_asked (&asked, file))
    return CLI_USAGE;
  /* A copy may be set in fonts that it does not carry. */
  if (asked.copies == NULL)
    report_leave_system_fonts ();
  report_compress_once ();
  world = make_world (&asked, file, &error);
  if (world == NULL)
    return cli_command_refuse (error);
  if (asked.options.draft)
    base_language_set_mark_missing ((BaseLanguage *)cli_world_language (world), TRUE);
  return asked.all ? report_all (&asked, world, file) : report_one (&asked, world, file);
}
