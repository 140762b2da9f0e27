/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-about.h"
#include "app/app-compat.h"

#include <glib/gi18n.h>

/* Data sources as they stand in data/README.md, for those who only see the window. */

static char *
versions_text (AppLibrary *library)
{
  SurveyPack *full = app_library_get_pack (library, "dma-sme");
  SurveyPack *scan = app_library_get_pack (library, "quick-scan");
  GString *text = g_string_new ("Waymark " PACKAGE_VERSION "\n");

  g_string_append_printf (text, "GTK %u.%u.%u, libadwaita %u.%u.%u\n", gtk_get_major_version (),
                          gtk_get_minor_version (), gtk_get_micro_version (),
                          adw_get_major_version (), adw_get_minor_version (),
                          adw_get_micro_version ());
  if (app_library_is_ready (library))
    {
      g_string_append_printf (text, "dma-sme %s %s\n", survey_pack_version (full),
                              survey_pack_sha256 (full));
      g_string_append_printf (text, "quick-scan %s %s\n", survey_pack_version (scan),
                              survey_pack_sha256 (scan));
      g_string_append_printf (text, "rules %s\n",
                              advice_rules_sha256 (app_library_get_rules (library)));
      g_string_append_printf (text, "catalogue %s %s\n",
                              catalogue_date (app_library_get_catalogue (library)),
                              catalogue_sha256 (app_library_get_catalogue (library)));
    }
  return g_string_free (text, FALSE);
}

static char *
pack_text (AppLibrary *library, const char *id)
{
  SurveyPack *pack = app_library_get_pack (library, id);
  BaseLanguage *language = app_library_get_language (library);

  if (pack == NULL)
    return g_strdup (_ ("The questionnaire has not been read yet."));
  return g_markup_printf_escaped ("%s\n\n%s\n\n%s",
                                  base_language_gettext (language, survey_pack_source (pack)),
                                  base_language_gettext (language, survey_pack_licence (pack)),
                                  base_language_gettext (language, survey_pack_reading (pack)));
}

void
app_about_show (GtkWindow *owner, AppLibrary *library)
{
  g_autofree char *versions = versions_text (library);
  g_autofree char *full = pack_text (library, "dma-sme");
  g_autofree char *scan = pack_text (library, "quick-scan");
  const char *const legal[] = {
    _ ("The questionnaire"),
    full,
    _ ("The quick scan"),
    scan,
    _ ("Hubs"),
    _ ("European Digital Innovation Hubs Network and the former Digital Innovation Hubs catalogue "
       "of the European Commission: facts only. Reuse under Decision 2011/833/EU (CC BY 4.0), "
       "wording changed. Each hub shows its own source and date."),
    _ ("Regions"),
    _ ("NUTS 2024 and earlier: Eurostat and GISCO, © European Union, reuse with acknowledgement. "
       "Points of regions derived from GeoNames (CC BY 4.0)."),
    _ ("Outlines of countries"),
    _ ("Made with Natural Earth, public domain."),
    _ ("Economic activities"),
    _ ("NACE Rev. 2 and Rev. 2.1: Eurostat, © European Union, reuse with acknowledgement."),
    _ ("Figures of comparison"),
    _ ("Digital Intensity Index: Eurostat, table isoc_e_dii. Each figure shows its year."),
    _ ("Typefaces of the report"),
    _ ("Inter by The Inter Project Authors, Noto Emoji by Google; SIL Open Font License 1.1."),
    NULL,
  };
  const AppAbout about = {
    .comments = _ ("Where does your company stand, what fits it, who can help. Everything stays on "
                   "this computer.\n\nWaymark is not an official tool of the European Commission."),
    .debug_info = versions,
    .legal = legal,
  };

  app_compat_show_about (owner, &about);
}
