/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report-fonts.h"

#include "base/base-data.h"
#include <fontconfig/fontconfig.h>
#include <glib/gi18n-lib.h>
#include <pango/pangofc-fontmap.h>

/* Three font maps: Inter alone, with emoji, and both before the system's for foreign scripts. */

#define FAMILY "Inter"
#define EMOJI_FAMILY "Noto Emoji"
#define MOST_LINES 2048 /* a long report has about 1300 */
#define SAMPLE_FONT "fonts/Inter-Regular.otf"
#define EMOJI_FILE "NotoEmoji-Regular.ttf"
static const char *const files[] = { "Inter-Regular.otf", "Inter-Light.otf", "Inter-Italic.otf",
                                     "Inter-Medium.otf", "Inter-SemiBold.otf" };

struct _ReportFonts
{
  char *folder;
  PangoLanguage *language;
  PangoFontDescription *description;
  FcCharSet *covered; /* by Inter Regular */
  PangoContext *own;
  /* NULL until needed. */
  FcCharSet *emoji; /* what the font of emoji has */
  PangoContext *with_emoji, *wide;
  GHashTable *lines; /* key → ChartLines */
};

static PangoContext *
context_new (FcConfig *config, PangoLanguage *language)
{
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoContext *context;

  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), config);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72.0);
  context = pango_font_map_create_context (map);
  /* Positions must not depend on a screen's pixels. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, language);
  cairo_font_options_destroy (options);
  g_object_unref (map);
  return context;
}

/* Pango forgets to give the configuration back when the map goes. */
static void
context_free (PangoContext *context)
{
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (pango_context_get_font_map (context)), NULL);
  g_object_unref (context);
}

static gboolean
add_file (FcConfig *config, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return FcConfigAppFontAddFile (config, (const FcChar8 *)path);
}

static FcConfig *
config_new (const char *folder, gboolean with_system)
{
  FcConfig *config = with_system ? FcInitLoadConfigAndFonts () : FcConfigCreate ();

  /* File by file: a folder would be looked up in, and written to, caches that this configuration
   * has not got. */
  for (guint i = 0; config != NULL && i < G_N_ELEMENTS (files); i++)
    if (!add_file (config, folder, files[i]))
      g_clear_pointer (&config, FcConfigDestroy);
  return config;
}

/* What the regular font of a family can show. */
static FcCharSet *
read_coverage (FcConfig *config, const char *family)
{
  FcFontSet *fonts = FcConfigGetFonts (config, FcSetApplication);

  for (int i = 0; fonts != NULL && i < fonts->nfont; i++)
    {
      FcCharSet *covered = NULL;
      FcChar8 *name = NULL;
      int weight = 0;

      if (FcPatternGetString (fonts->fonts[i], FC_FAMILY, 0, &name) == FcResultMatch
          && g_str_equal ((const char *)name, family)
          && FcPatternGetInteger (fonts->fonts[i], FC_WEIGHT, 0, &weight) == FcResultMatch
          && weight == FC_WEIGHT_REGULAR
          && FcPatternGetCharSet (fonts->fonts[i], FC_CHARSET, 0, &covered) == FcResultMatch)
        return FcCharSetCopy (covered);
    }
  return NULL;
}

static gboolean
load_own (ReportFonts *fonts)
{
  FcConfig *config = config_new (fonts->folder, FALSE);

  if (config == NULL)
    return FALSE;
  fonts->covered = read_coverage (config, FAMILY);
  fonts->own = context_new (config, fonts->language);
  FcConfigDestroy (config);
  return fonts->covered != NULL;
}

void
report_leave_system_fonts (void)
{
  FcConfig *nothing = FcConfigCreate ();

  if (nothing == NULL)
    return;
  FcConfigSetCurrent (nothing);
  FcConfigDestroy (nothing);
}

ReportFonts *
report_fonts_new (const char *language, GError **error)
{
  g_autofree char *sample = base_data_path (SAMPLE_FONT, error);
  g_autoptr (ReportFonts) fonts = NULL;

  if (sample == NULL)
    {
      g_prefix_error (error, "%s: ", _ ("The fonts of the report are missing"));
      if (error != NULL && *error != NULL)
        {
          (*error)->domain = REPORT_ERROR;
          (*error)->code = REPORT_ERROR_FONTS;
        }
      return NULL;
    }
  fonts = g_rc_box_new0 (ReportFonts);
  fonts->folder = g_path_get_dirname (sample);
  fonts->lines
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)chart_lines_unref);
  fonts->language = pango_language_from_string (language);
  fonts->description = pango_font_description_new ();
  pango_font_description_set_family_static (fonts->description, FAMILY);
  if (!load_own (fonts))
    {
      g_set_error (error, REPORT_ERROR, REPORT_ERROR_FONTS,
                   _ ("%s: no usable font, expected Inter in OpenType files"), fonts->folder);
      return NULL;
    }
  return g_steal_pointer (&fonts);
}

static void
fonts_clear (gpointer data)
{
  ReportFonts *fonts = data;

  g_free (fonts->folder);
  g_clear_pointer (&fonts->lines, g_hash_table_unref);
  g_clear_pointer (&fonts->description, pango_font_description_free);
  g_clear_pointer (&fonts->covered, FcCharSetDestroy);
  g_clear_pointer (&fonts->emoji, FcCharSetDestroy);
  g_clear_pointer (&fonts->own, context_free);
  g_clear_pointer (&fonts->with_emoji, context_free);
  g_clear_pointer (&fonts->wide, context_free);
}

ReportFonts *
report_fonts_ref (ReportFonts *fonts)
{
  return g_rc_box_acquire (fonts);
}

void
report_fonts_unref (ReportFonts *fonts)
{
  g_rc_box_release_full (fonts, fonts_clear);
}

/* Signs that are nothing by themselves: they join emoji or choose their form. */
static gboolean
is_unseen (gunichar c)
{
  return g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT
         || (c >= 0xfe00 && c <= 0xfe0f);
}

/* @more: what else there is, or NULL. */
static gboolean
is_covered (const ReportFonts *fonts, const FcCharSet *more, const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c >= 0x20 && c < 0x250) || is_unseen (c) || FcCharSetHasChar (fonts->covered, c))
        continue;
      if (more == NULL || !FcCharSetHasChar (more, c))
        return FALSE;
    }
  return TRUE;
}

/* Pango asks for emoji by this name; digits with a frame are in both fonts. */
static const char emoji_alias[]
    = "<fontconfig><alias binding=\"same\"><family>emoji</family>"
      "<prefer><family>" EMOJI_FAMILY "</family></prefer></alias></fontconfig>";

/* NULL when there is no such configuration. */
static PangoContext *
context_with_emoji (ReportFonts *fonts, gboolean with_system)
{
  FcConfig *config = config_new (fonts->folder, with_system);
  PangoContext *context;

  if (config == NULL)
    return NULL;
  if (!FcConfigParseAndLoadFromMemory (config, (const FcChar8 *)emoji_alias, FcTrue)
      || !add_file (config, fonts->folder, EMOJI_FILE))
    g_info ("%s: no font with emoji", fonts->folder);
  if (fonts->emoji == NULL)
    fonts->emoji = read_coverage (config, EMOJI_FAMILY);
  context = context_new (config, fonts->language);
  FcConfigDestroy (config);
  return context;
}

PangoContext *
report_fonts_context (ReportFonts *fonts, const char *words)
{
  g_return_val_if_fail (fonts != NULL && words != NULL, NULL);

  if (is_covered (fonts, NULL, words))
    return fonts->own;
  if (fonts->with_emoji == NULL)
    fonts->with_emoji = context_with_emoji (fonts, FALSE);
  if (fonts->with_emoji != NULL && is_covered (fonts, fonts->emoji, words))
    return fonts->with_emoji;
  if (fonts->wide == NULL)
    fonts->wide = context_with_emoji (fonts, TRUE);
  return fonts->wide != NULL ? fonts->wide : fonts->own;
}

ChartLines *
report_fonts_find_lines (ReportFonts *fonts, const char *key)
{
  ChartLines *lines = g_hash_table_lookup (fonts->lines, key);

  return lines != NULL ? chart_lines_ref (lines) : NULL;
}

void
report_fonts_keep_lines (ReportFonts *fonts, const char *key, ChartLines *lines)
{
  /* Reports without end may share the fonts; memory has one. */
  if (g_hash_table_size (fonts->lines) >= MOST_LINES)
    g_hash_table_remove_all (fonts->lines);
  g_hash_table_insert (fonts->lines, g_strdup (key), chart_lines_ref (lines));
}

const PangoFontDescription *
report_fonts_description (const ReportFonts *fonts)
{
  return fonts->description;
}

cairo_scaled_font_t *
report_fonts_load_scaled (const ReportFonts *fonts)
{
  PangoFontDescription *description = pango_font_description_copy (fonts->description);
  g_autoptr (PangoFont) font = NULL;

  pango_font_description_set_absolute_size (description, 10 * PANGO_SCALE);
  font = pango_context_load_font (fonts->own, description);
  pango_font_description_free (description);
  return cairo_scaled_font_reference (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)));
}
