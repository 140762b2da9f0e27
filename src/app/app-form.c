/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-form.h"
#include "base/base-date.h"

#include <string.h>

/* From rows to the document and back; pages of rows need no code of their own for it. */

G_DEFINE_INTERFACE (AppField, app_field, GTK_TYPE_WIDGET)

static void
app_field_default_init (AppFieldInterface *iface)
{
}

const char *
app_field_get_path (AppField *self)
{
  g_return_val_if_fail (APP_IS_FIELD (self), NULL);
  return APP_FIELD_GET_IFACE (self)->get_path (self);
}

void
app_form_show (GtkWidget *root, AppPage *page)
{
  if (APP_IS_FIELD (root))
    APP_FIELD_GET_IFACE (root)->show (APP_FIELD (root), page);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    app_form_show (child, page);
}

void
app_form_forget (GtkWidget *root)
{
  if (APP_IS_FIELD (root))
    gtk_widget_remove_css_class (root, "error");
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    app_form_forget (child);
}

/* How many characters of two paths agree, 0 unless they part at a member's end. */
static gsize
agreement (const char *path, const char *wanted)
{
  gsize n = 0;

  while (path[n] != '\0' && path[n] == wanted[n])
    n++;
  if ((path[n] == '\0' || strchr (".[", path[n]))
      && (wanted[n] == '\0' || strchr (".[", wanted[n])))
    return n;
  while (n > 0 && !strchr (".[", path[n]))
    n--;
  return n;
}

static void
find_nearest (GtkWidget *root, const char *path, GtkWidget **nearest, gsize *best)
{
  if (APP_IS_FIELD (root))
    {
      const char *own = app_field_get_path (APP_FIELD (root));
      const gsize n = own != NULL ? agreement (own, path) : 0;

      if (n > *best)
        {
          *best = n;
          *nearest = root;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_nearest (child, path, nearest, best);
}

gboolean
app_form_focus (GtkWidget *root, const char *path)
{
  GtkWidget *nearest = NULL;
  /* More than the first member must agree, where there are more. */
  gsize best = strcspn (path, ".");

  if (path[best] == '\0')
    best = 0;

  find_nearest (root, path, &nearest, &best);
  if (nearest == NULL)
    return FALSE;
  for (GtkWidget *parent = nearest; parent != NULL; parent = gtk_widget_get_parent (parent))
    if (ADW_IS_EXPANDER_ROW (parent))
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (parent), TRUE);
  return gtk_widget_child_focus (nearest, GTK_DIR_TAB_FORWARD) || gtk_widget_grab_focus (nearest);
}

AppPage *
app_form_page (GtkWidget *row)
{
  GtkWidget *page = gtk_widget_get_ancestor (row, APP_TYPE_PAGE);

  return page != NULL ? APP_PAGE (page) : NULL;
}

/* The accounts one asks for are those of the last closed year. */
static AssessmentDocument *
with_year (AssessmentDocument *document, const char *item)
{
  g_autofree char *today = base_date_today ();
  g_autofree char *path = g_strconcat (item, ".year", NULL);
  AssessmentDocument *dated = assessment_document_with_number (
      document, path, (double)(g_ascii_strtoll (today, NULL, 10) - 1), NULL);

  return dated != NULL ? dated : assessment_document_ref (document);
}

/* The document with the list items that @path goes through. */
static AssessmentDocument *
with_items (AssessmentDocument *document, const char *path)
{
  g_autoptr (AssessmentDocument) current = assessment_document_ref (document);

  for (const char *at = strchr (path, '['); at != NULL; at = strchr (at + 1, '['))
    {
      g_autofree char *list = g_strndup (path, (gsize)(at - path));
      const guint64 index = g_ascii_strtoull (at + 1, NULL, 10);

      while (assessment_document_count (current, list) <= index)
        {
          g_autofree char *item
              = g_strdup_printf ("%s[%u]", list, assessment_document_count (current, list));
          g_autoptr (AssessmentDocument) longer = assessment_document_with_item (current, list);

          assessment_document_unref (current);
          current = g_str_has_suffix (list, "accounts") ? with_year (longer, item)
                                                        : assessment_document_ref (longer);
        }
    }
  return g_steal_pointer (&current);
}

/* @document is NULL when the value did not fit. */
static gboolean
take (AppPage *page, const char *path, AssessmentDocument *document)
{
  if (document == NULL)
    return FALSE;
  app_page_edit (page, document, path);
  return TRUE;
}

gboolean
app_form_set_string (GtkWidget *row, const char *path, const char *value, GError **error)
{
  AppPage *page = app_form_page (row);
  g_autoptr (AssessmentDocument) ready = with_items (app_page_get_document (page), path);

  return take (page, path, assessment_document_with_string (ready, path, value, error));
}

gboolean
app_form_set_number (GtkWidget *row, const char *path, const double *value, GError **error)
{
  AppPage *page = app_form_page (row);
  g_autoptr (AssessmentDocument) ready = NULL;

  if (value == NULL)
    {
      app_form_remove (row, path);
      return TRUE;
    }
  ready = with_items (app_page_get_document (page), path);
  return take (page, path, assessment_document_with_number (ready, path, *value, error));
}

gboolean
app_form_set_boolean (GtkWidget *row, const char *path, gboolean value)
{
  AppPage *page = app_form_page (row);
  g_autoptr (AssessmentDocument) ready = with_items (app_page_get_document (page), path);

  return take (page, NULL, assessment_document_with_boolean (ready, path, value, NULL));
}

gboolean
app_form_set_strings (GtkWidget *row, const char *path, const char *const *values, GError **error)
{
  AppPage *page = app_form_page (row);
  g_autoptr (AssessmentDocument) ready = with_items (app_page_get_document (page), path);

  return take (page, NULL, assessment_document_with_strings (ready, path, values, error));
}

void
app_form_remove (GtkWidget *row, const char *path)
{
  AppPage *page = app_form_page (row);

  if (assessment_document_has (app_page_get_document (page), path))
    app_page_edit (page, assessment_document_without (app_page_get_document (page), path), path);
}

const char *
app_form_reason (const GError *error)
{
  const char *colon = strstr (error->message, ": ");

  return colon != NULL ? colon + 2 : error->message;
}

/* Digits, one sign, separators. Spaces of all kinds part thousands. */
static char *
without_spaces (const char *text)
{
  GString *kept = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != 0x202f && c != '\'' && c != 0x20ac)
        g_string_append_unichar (kept, c);
    }
  return g_string_free (kept, FALSE);
}

/* Where the decimals begin: the last separator, unless it parts thousands. NULL for a whole figure.
 */
static char *
find_decimals (char *text, gboolean whole)
{
  char *comma = strrchr (text, ','), *point = strrchr (text, '.');
  char *last = comma > point ? comma : point;
  const gboolean both = comma != NULL && point != NULL;

  if (last == NULL)
    return NULL;
  if (!both && strchr (text, *last) != last)
    return NULL; /* the same one twice: 2.100.000 */
  if (!both && whole && strlen (last + 1) == 3)
    return NULL; /* 2.100 */
  return last;
}

gboolean
app_form_parse_number (const char *text, gboolean whole, double *value)
{
  g_autofree char *typed = NULL;
  g_autofree char *plain = NULL;
  char *decimals, *end;
  GString *figure;

  g_return_val_if_fail (text != NULL, FALSE);

  typed = without_spaces (text);
  decimals = find_decimals (typed, whole);
  figure = g_string_new (NULL);
  for (char *p = typed; *p != '\0'; p++)
    {
      if (p == decimals)
        g_string_append_c (figure, '.');
      else if (*p != '.' && *p != ',')
        g_string_append_c (figure, *p);
    }
  plain = g_string_free (figure, FALSE);
  if (plain[strspn (plain, "0123456789.")] != '\0' || strpbrk (plain, "0123456789") == NULL)
    return FALSE;
  *value = g_ascii_strtod (plain, &end);
  return *end == '\0';
}
