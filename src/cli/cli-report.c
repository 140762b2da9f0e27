/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-command.h"
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

int
cli_report (int argc, char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *form_name = NULL;
  g_autofree char *profile = NULL;
  g_autofree char *paper = NULL;
  g_autofree char *date = NULL;
  g_autofree char *language = NULL;
  g_autofree char *workspace = NULL;
  gboolean all = FALSE;
  ReportForm form;
  g_autofree char *before_path = NULL;
  g_autofree char *logo = NULL;
  g_autofree char *hub_logo = NULL;
  g_auto (GStrv) without = NULL;
  ReportOptions options = { .profile = REPORT_PROFILE_FULL, .paper = REPORT_PAPER_A4 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"), N_ ("OUT.pdf") },
    { "form", 0, 0, G_OPTION_ARG_STRING, &form_name,
      N_ ("pdf, odt, markdown, csv or json (default: by the ending of OUT)"), N_ ("FORM") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all,
      N_ ("A report for each document of a folder, of a file with one a line, or of the workspace,"
          " into the folder OUT"),
      NULL },
    { "workspace", 0, 0, G_OPTION_ARG_FILENAME, &workspace,
      N_ ("With --all: the folder of the workspace (default: your own)"), N_ ("FOLDER") },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &profile, N_ ("For which reader (default: full)"),
      N_ ("NAME") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper, N_ ("A4 or letter"), N_ ("SIZE") },
    { "without", 0, 0, G_OPTION_ARG_STRING_ARRAY, &without,
      N_ ("Leaves a part out, such as hubs or answers; may be repeated"), N_ ("SECTION") },
    { "only-answered", 0, 0, G_OPTION_ARG_NONE, &options.only_answered,
      N_ ("Leaves unanswered questions out"), NULL },
    { "hide-amounts", 0, 0, G_OPTION_ARG_NONE, &options.hide_amounts,
      N_ ("Leaves the company’s euro amounts out"), NULL },
    { "without-amounts", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &options.hide_amounts, NULL,
      NULL },
    { "hide-names", 0, 0, G_OPTION_ARG_NONE, &options.hide_names,
      N_ ("Leaves the names of people out"), NULL },
    { "before", 0, 0, G_OPTION_ARG_FILENAME, &before_path,
      N_ ("The assessment of the stage before, to compare with"), N_ ("FILE") },
    { "logo", 0, 0, G_OPTION_ARG_FILENAME, &logo, N_ ("PNG or JPEG of the company for the cover"),
      N_ ("FILE") },
    { "hub-logo", 0, 0, G_OPTION_ARG_FILENAME, &hub_logo, N_ ("PNG or JPEG of the hub"),
      N_ ("FILE") },
    { "draft", 0, 0, G_OPTION_ARG_NONE, &options.draft,
      N_ ("Says so on each page and marks texts that are not translated"), NULL },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("The day the advice is for (default: today)"),
      N_ ("YYYY-MM-DD") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("Language of the report (default: en)"),
      N_ ("TAG") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (CliWorld) world = NULL;
  g_autoptr (ReportFonts) fonts = NULL;
  g_autoptr (Advice) advice = NULL;
  g_autoptr (Advice) before = NULL;
  g_autoptr (Report) report = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!cli_command_parse ("report", entries, -2, &argc, &argv, &status))
    return status;
  if (argc < 2 && !all)
    return cli_command_misused ("report", _ ("expected %s"), "report FILE -o OUT.pdf");
  if (workspace != NULL && (!all || argc == 2))
    return cli_command_misused ("report", _ ("--workspace goes with --all and without a file"));
  if (before_path != NULL && all)
    return cli_command_misused ("report", _ ("--before goes with one document"));
  if (output == NULL)
    return cli_command_misused ("report", _ ("-o OUT.pdf is missing"));
  if (!cli_command_check_date ("report", date) || !read_profile (profile, &options.profile)
      || !read_paper (paper, &options.paper) || !read_form (form_name, all ? NULL : output, &form)
      || !read_sections (without, &options.without))
    return CLI_USAGE;
  report_leave_system_fonts ();
  world = cli_world_new (language, &error);
  if (world == NULL)
    return cli_command_refuse (error);
  options.logo = logo;
  options.hub_logo = hub_logo;
  if (all)
    {
      const CliReportChoice choice = { world, &options, form, date };

      fonts = report_fonts_new (base_language_tag (cli_world_language (world)), &error);
      if (fonts == NULL)
        return cli_command_refuse (error);
      options.fonts = fonts;
      return cli_report_all (&choice, argc == 2 ? argv[1] : NULL, workspace, output);
    }
  advice = cli_world_advise_file (world, argv[1], date, &error);
  if (advice == NULL)
    return cli_command_refuse (error);
  if (options.draft)
    base_language_set_mark_missing ((BaseLanguage *)cli_world_language (world), TRUE);
  if (before_path != NULL)
    {
      before = cli_world_advise_file (world, before_path, date, &error);
      if (before == NULL)
        return cli_command_refuse (error);
    }
  options.before = before;
  report = report_new (advice, (BaseLanguage *)cli_world_language (world), &options, &error);
  if (report == NULL || !report_write_form (report, form, output, &error))
    return cli_command_refuse (error);
  return CLI_DONE;
}
