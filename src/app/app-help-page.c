/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-help-page.h"

#include "base/base-data.h"

#include <string.h>

/* The part of Mallard that our own pages use (data/help), one pass of GLib's markup parser. */

/* Bytes of the largest page that is read. */
#define CAP (256 * 1024)

struct _AppHelpPage
{
  char *id, *title;
  GPtrArray *guides; /* "index#adviser": where it wants to be listed */
  GString *markup;

  /* while it is read */
  GString *text; /* of the block at hand */
  guint skipped; /* depth below <info> */
  guint number;  /* of the next step; 0 in a list without numbers */
  guint part;    /* of a sequence of keys or menus, a row of cells */
  gboolean numbered, titleless;
  gboolean whole; /* titles of other pages are wanted */
};

/* --- where pages are -------------------------------------------------------------------------- */

/* Beside the data in the source, beside the data's folder when installed. */
static char *
page_path (const char *data, const char *language, const char *name)
{
  g_autofree char *own = g_build_filename (data, "help", language, name, NULL);

  if (g_file_test (own, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&own);
  return g_build_filename (data, "..", "help", language, "waymark", name, NULL);
}

/* In the first of the user's languages that has the page; the last of them is "C", the original. */
static GBytes *
read_page (const char *id, char **path, GError **error)
{
  const char *const *languages = g_get_language_names ();
  g_autofree char *data = base_data_dir (error);
  g_autofree char *name = g_strconcat (id, ".page", NULL);

  if (data == NULL)
    return NULL;
  do
    {
      g_free (*path);
      *path = page_path (data, *languages, name);
    }
  while (!g_file_test (*path, G_FILE_TEST_EXISTS) && *++languages != NULL);
  return base_data_read (*path, CAP, error);
}

/* --- words ------------------------------------------------------------------------------------ */

static void
end_block (AppHelpPage *page, const char *before, const char *after)
{
  g_strstrip (page->text->str);
  page->text->len = strlen (page->text->str);
  if (page->text->len > 0)
    g_string_append_printf (page->markup, "%s%s%s%s", page->markup->len > 0 ? "\n\n" : "", before,
                            page->text->str, after);
  g_string_truncate (page->text, 0);
}

static const char *
attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

/* Elements within a sentence, and what stands for them. */
static const struct
{
  const char *element, *begin, *end, *between;
} inlines[] = {
  { "gui", "<b>", "</b>", " › " }, { "key", "<b>", "</b>", "+" },   { "em", "<i>", "</i>", "" },
  { "cmd", "<tt>", "</tt>", "" },  { "file", "<tt>", "</tt>", "" }, { "td", "", "", " – " },
};

static void
begin_inline (AppHelpPage *page, const char *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (inlines); i++)
    if (g_str_equal (inlines[i].element, element))
      {
        if (page->part > 1)
          g_string_append (page->text, inlines[i].between);
        page->part += page->part > 0;
        g_string_append (page->text, inlines[i].begin);
      }
}

static void
end_inline (AppHelpPage *page, const char *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (inlines); i++)
    if (g_str_equal (inlines[i].element, element))
      g_string_append (page->text, inlines[i].end);
}

static gboolean
is_sequence (const char *element)
{
  return g_str_equal (element, "guiseq") || g_str_equal (element, "keyseq")
         || g_str_equal (element, "tr");
}

static void
begin_link (AppHelpPage *page, const char **names, const char **values)
{
  const char *xref = attribute (names, values, "xref");
  const char *href = attribute (names, values, "href");
  g_autofree char *escaped = g_markup_escape_text (xref != NULL   ? xref
                                                   : href != NULL ? href
                                                                  : "",
                                                   -1);

  g_string_append_printf (page->text, "<a href=\"%s\">", escaped);
  page->titleless = TRUE;
}

static AppHelpPage *parse (const char *id, gboolean whole, GError **error);

/* A link without words has the title of its page. */
static void
end_link (AppHelpPage *page)
{
  if (page->titleless)
    {
      const char *at = strstr (g_strrstr (page->text->str, "<a href=\""), "\"") + 1;
      g_autofree char *id = g_strndup (at, strcspn (at, "#\""));
      g_autoptr (AppHelpPage) other = page->whole ? parse (id, FALSE, NULL) : NULL;
      g_autofree char *title = g_markup_escape_text (other != NULL ? other->title : id, -1);

      g_string_append (page->text, title);
    }
  page->titleless = FALSE;
  g_string_append (page->text, "</a>");
}

/* --- the parser ------------------------------------------------------------------------------- */

static void
start_element (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  AppHelpPage *page = data;

  if (page->skipped > 0 && g_str_equal (element, "link")
      && g_strcmp0 (attribute (names, values, "type"), "guide") == 0)
    g_ptr_array_add (page->guides, g_strdup (attribute (names, values, "xref")));
  if (page->skipped > 0 || g_str_equal (element, "info"))
    page->skipped++;
  else if (g_str_equal (element, "steps") || g_str_equal (element, "list"))
    {
      page->numbered = g_str_equal (element, "steps");
      page->number = 0;
    }
  else if (g_str_equal (element, "item") && page->numbered)
    g_string_append_printf (page->text, "%u.  ", ++page->number);
  else if (g_str_equal (element, "item"))
    g_string_append (page->text, "•  ");
  else if (g_str_equal (element, "link"))
    begin_link (page, names, values);
  else if (is_sequence (element))
    page->part = 1;
  else
    begin_inline (page, element);
}

static void
end_element (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  AppHelpPage *page = data;

  if (page->skipped > 0)
    page->skipped--;
  else if (g_str_equal (element, "title") && page->title == NULL)
    {
      page->title = g_strstrip (g_strdup (page->text->str));
      g_string_truncate (page->text, 0);
    }
  else if (g_str_equal (element, "title"))
    end_block (page, "<span weight=\"bold\" size=\"large\">", "</span>");
  else if (g_str_equal (element, "p"))
    {
      if (page->part == 0)
        end_block (page, "", "");
    }
  else if (g_str_equal (element, "link"))
    end_link (page);
  else if (is_sequence (element))
    {
      page->part = 0;
      if (g_str_equal (element, "tr"))
        end_block (page, "", "");
    }
  else
    end_inline (page, element);
}

/* Line breaks of the file are spaces. */
static void
text (GMarkupParseContext *context, const char *words, gsize length, gpointer data, GError **error)
{
  AppHelpPage *page = data;
  g_autofree char *escaped = g_markup_escape_text (words, (gssize)length);
  gboolean space = page->text->len > 0 && g_str_has_suffix (page->text->str, " ");

  if (page->skipped > 0)
    return;
  for (const char *p = escaped; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      {
        g_string_append_c (page->text, *p);
        space = FALSE;
        page->titleless = FALSE;
      }
    else if (!space && page->text->len > 0 && page->part == 0)
      {
        g_string_append_c (page->text, ' ');
        space = TRUE;
      }
    else if (page->part > 0 && !space && g_ascii_isgraph (p[1]) && p > escaped)
      {
        g_string_append_c (page->text, ' ');
        space = TRUE;
      }
}

/* @whole: with the titles of pages it leads to; they are read for it, but not what they lead to. */
static AppHelpPage *
parse (const char *id, gboolean whole, GError **error)
{
  static const GMarkupParser parser = { start_element, end_element, text, NULL, NULL };
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = read_page (id, &path, error);
  g_autoptr (AppHelpPage) page = NULL;
  g_autoptr (GMarkupParseContext) context = NULL;

  if (bytes == NULL)
    return NULL;
  page = g_new0 (AppHelpPage, 1);
  page->id = g_strdup (id);
  page->whole = whole;
  page->guides = g_ptr_array_new_with_free_func (g_free);
  page->markup = g_string_new (NULL);
  page->text = g_string_new (NULL);
  context = g_markup_parse_context_new (&parser, 0, page, NULL);
  if (!g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL),
                                     (gssize)g_bytes_get_size (bytes), error)
      || !g_markup_parse_context_end_parse (context, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  if (page->title == NULL)
    page->title = g_strdup (id);
  return g_steal_pointer (&page);
}

/* --- guides ----------------------------------------------------------------------------------- */

static gboolean
names_guide (const AppHelpPage *page, const char *guide)
{
  const gsize length = strlen (guide);

  for (guint i = 0; i < page->guides->len; i++)
    {
      const char *wanted = page->guides->pdata[i];

      if (wanted != NULL && strncmp (wanted, guide, length) == 0
          && (wanted[length] == '\0' || wanted[length] == '#'))
        return TRUE;
    }
  return FALSE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The folder of the original, which has every page. */
static GDir *
open_original (void)
{
  g_autofree char *data = base_data_dir (NULL);
  g_autofree char *index = data != NULL ? page_path (data, "C", "index.page") : NULL;
  g_autofree char *folder = index != NULL ? g_path_get_dirname (index) : NULL;

  return folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
}

static void
list_pages (AppHelpPage *guide)
{
  g_autoptr (GDir) dir = open_original ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".page"))
      g_ptr_array_add (ids, g_strndup (name, strlen (name) - strlen (".page")));
  g_ptr_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (AppHelpPage) page
          = g_str_equal (ids->pdata[i], guide->id) ? NULL : parse (ids->pdata[i], FALSE, NULL);

      if (page != NULL && names_guide (page, guide->id))
        g_string_append_printf (guide->markup, "\n\n<a href=\"%s\">%s</a>", page->id, page->title);
    }
}

AppHelpPage *
app_help_page_load (const char *id, GError **error)
{
  AppHelpPage *page;

  g_return_val_if_fail (id != NULL && strchr (id, G_DIR_SEPARATOR) == NULL, NULL);

  page = parse (id, TRUE, error);
  if (page != NULL && g_str_equal (id, "index"))
    list_pages (page);
  return page;
}

void
app_help_page_free (AppHelpPage *page)
{
  if (page == NULL)
    return;
  g_free (page->id);
  g_free (page->title);
  g_ptr_array_unref (page->guides);
  g_string_free (page->markup, TRUE);
  g_string_free (page->text, TRUE);
  g_free (page);
}

const char *
app_help_page_title (const AppHelpPage *page)
{
  g_return_val_if_fail (page != NULL, NULL);
  return page->title;
}

const char *
app_help_page_markup (const AppHelpPage *page)
{
  g_return_val_if_fail (page != NULL, NULL);
  return page->markup->str;
}
