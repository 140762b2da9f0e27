/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-hub-record.h"

#include "app/widgets/app-facts.h"

#include <glib/gi18n.h>

/* Facts of the catalogue, only put into lines. */

typedef struct
{
  AppSession *session;
  const Catalogue *catalogue;
} Words;

static const char *
label_of (const Words *words, CatalogueTermKind kind, const char *id)
{
  const CatalogueTerm *term = catalogue_find_term (words->catalogue, kind, id);

  return app_session_tell (words->session, term != NULL ? term->label : id);
}

/* "Level 5 of 5: Robotics, Photonics"; what is concluded from texts says so. */
static char *
tags_text (const char *labels, const CatalogueHubTag *tag)
{
  if (tag->level > 0)
    return g_strdup_printf (_ ("Level %d of 5: %s"), tag->level, labels);
  return tag->derived ? g_strdup_printf (_ ("%s (concluded from its texts)"), labels)
                      : g_strdup (labels);
}

/* 0: said in one line. */
static int
compare_tags (const CatalogueHubTag *first, const CatalogueHubTag *second)
{
  if (first->level != second->level)
    return (int)second->level - (int)first->level;
  return (int)first->derived - (int)second->derived;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return compare_tags (*(const CatalogueHubTag *const *)a, *(const CatalogueHubTag *const *)b);
}

static void
add_tags (GtkBox *box,
          const Words *words,
          const char *name,
          CatalogueTermKind kind,
          const CatalogueHubTag *tags,
          guint n)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sorted, (gpointer)&tags[i]);
  g_ptr_array_sort (sorted, compare_items);
  for (guint i = 0; i < n;)
    {
      const CatalogueHubTag *first = sorted->pdata[i];
      g_autoptr (GString) labels = g_string_new (NULL);

      for (; i < n && compare_tags (first, sorted->pdata[i]) == 0; i++)
        g_string_append_printf (
            labels, "%s%s", labels->len > 0 ? ", " : "",
            label_of (words, kind, ((const CatalogueHubTag *)sorted->pdata[i])->id));
      g_ptr_array_add (lines, tags_text (labels->str, first));
    }
  app_facts_add_lines (box, name, lines, "\n");
}

static void
add_ids (GtkBox *box,
         const Words *words,
         const char *name,
         CatalogueTermKind kind,
         const char *const *ids)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (lines, g_strdup (label_of (words, kind, ids[i])));
  app_facts_add_lines (box, name, lines, ", ");
}

static const char *
kind_text (const CatalogueHub *hub)
{
  switch (hub->kind)
    {
    case CATALOGUE_HUB_EDIH:
      return _ ("EU-funded hub (European Digital Innovation Hub, EDIH)");
    case CATALOGUE_HUB_SEAL:
      return _ ("Approved hub without EU money (Seal of Excellence)");
    case CATALOGUE_HUB_DIH:
    default:
      return hub->own ? _ ("Other hub")
                      : _ ("Digital Innovation Hub of the Commission’s catalogue");
    }
}

/* --- links ------------------------------------------------------------------------------------ */

static gboolean
is_member (const CatalogueHubLink *link)
{
  return g_str_equal (link->kind, "member");
}

static void
add_links (GtkBox *box, const CatalogueHub *hub)
{
  static const struct
  {
    const char *kind, *name;
  } kinds[] = {
    { "hub", N_ ("Linked hubs") },        { "cluster", N_ ("Clusters") },
    { "initiative", N_ ("Initiatives") }, { "region", N_ ("Regions it works for") },
    { "committee", N_ ("Committees") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

      for (guint j = 0; j < hub->n_links; j++)
        if (g_str_equal (hub->links[j].kind, kinds[i].kind))
          g_ptr_array_add (lines, g_strdup (hub->links[j].name));
      app_facts_add_lines (box, _ (kinds[i].name), lines, "\n");
    }
}

/* Members that pass the word on, by the trade they reach. */
static void
add_members (GtkBox *box, const Words *words, const CatalogueHub *hub)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < hub->n_links; i++)
    {
      const CatalogueHubLink *link = &hub->links[i];
      g_autoptr (GPtrArray) sectors = g_ptr_array_new ();
      g_autofree char *reached = NULL;

      if (!is_member (link))
        continue;
      for (guint j = 0; link->sectors[j] != NULL; j++)
        g_ptr_array_add (sectors,
                         (gpointer)label_of (words, CATALOGUE_TERM_SECTOR, link->sectors[j]));
      g_ptr_array_add (sectors, NULL);
      reached = g_strjoinv (", ", (char **)sectors->pdata);
      g_ptr_array_add (lines, *reached != '\0' ? g_strdup_printf ("%s: %s", reached, link->name)
                                               : g_strdup (link->name));
    }
  app_facts_add_lines (box, _ ("Members that reach firms, by trade"), lines, "\n");
}

/* --- source ----------------------------------------------------------------------------------- */

static char *
said_date (const Words *words, const char *date)
{
  BaseLanguage *language = app_session_get_language (words->session);

  return strlen (date) == 10 ? base_language_date (language, date) : g_strdup (date);
}

static void
add_source (GtkBox *box, const Words *words, const CatalogueHub *hub)
{
  g_autofree char *date = hub->source_date != NULL ? said_date (words, hub->source_date) : NULL;
  g_autofree char *text
      = date != NULL ? g_strdup_printf (_ ("%s, as of %s"), hub->source, date)
                     : g_strdup_printf (_ ("%s, undated: ask whether it still holds"), hub->source);

  app_facts_add (box, _ ("Source of this record"), text);
}

static char *
place_text (const Words *words, const char *city, const char *region, const char *country)
{
  const CatalogueCountry *found = catalogue_find_country (words->catalogue, country);
  const char *parts[4] = { NULL };
  guint n = 0;

  if (city != NULL)
    parts[n++] = city;
  if (region != NULL && g_strcmp0 (region, city) != 0)
    parts[n++] = region;
  parts[n++] = found != NULL ? app_session_tell (words->session, found->name) : country;
  return g_strjoinv (", ", (char **)parts);
}

GtkWidget *
app_hub_record_new (AppSession *session, const Catalogue *catalogue, const CatalogueHub *hub)
{
  const Words said = { session, catalogue }, *words = &said;
  GtkWidget *record = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkBox *box = GTK_BOX (record);
  g_autofree char *place = place_text (words, hub->city, hub->region_name, hub->country);

  app_facts_add (box, _ ("Kind"), kind_text (hub));
  app_facts_add (box, _ ("Place"), place);
  app_facts_add (box, _ ("Host"), hub->host);
  app_facts_add (box, _ ("State"), app_session_tell (words->session, hub->stage));
  add_tags (box, words, _ ("Technologies"), CATALOGUE_TERM_TECHNOLOGY, hub->technologies,
            hub->n_technologies);
  add_tags (box, words, _ ("Trades"), CATALOGUE_TERM_SECTOR, hub->sectors, hub->n_sectors);
  add_tags (box, words, _ ("Services"), CATALOGUE_TERM_SERVICE, hub->services, hub->n_services);
  add_ids (box, words, _ ("Areas of service"), CATALOGUE_TERM_PILLAR, hub->pillars);
  add_links (box, hub);
  add_members (box, words, hub);
  app_facts_add (box, _ ("Notes"), app_session_tell (words->session, hub->notes));
  app_facts_add (box, _ ("Website"), app_session_tell (words->session, hub->website_note));
  app_facts_add (box, _ ("Contact"), hub->contact);
  add_source (box, words, hub);
  return record;
}

static void
add_figure (GtkBox *box, const Words *words, const char *name, int figure)
{
  g_autofree char *text
      = figure >= 0 ? base_language_integer (app_session_get_language (words->session), figure)
                    : NULL;

  app_facts_add (box, name, text);
}

GtkWidget *
app_cluster_record_new (AppSession *session,
                        const Catalogue *catalogue,
                        const CatalogueCluster *cluster)
{
  const Words said = { session, catalogue }, *words = &said;
  GtkWidget *record = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkBox *box = GTK_BOX (record);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *place
      = place_text (words, cluster->city, cluster->region_name, cluster->country);

  app_facts_add (box, _ ("Place"), place);
  app_facts_add (box, _ ("Partnership"), cluster->partnership);
  app_facts_add (box, _ ("Role"), app_session_tell (words->session, cluster->role));
  add_figure (box, words, _ ("Members"), cluster->members);
  add_figure (box, words, _ ("Small and medium-sized firms among them"), cluster->smes);
  add_tags (box, words, _ ("Technologies"), CATALOGUE_TERM_TECHNOLOGY, cluster->technologies,
            cluster->n_technologies);
  add_tags (box, words, _ ("Trades"), CATALOGUE_TERM_SECTOR, cluster->sectors, cluster->n_sectors);
  add_ids (box, words, _ ("Markets of its partnership"), CATALOGUE_TERM_MARKET, cluster->markets);
  for (guint i = 0; cluster->facts[i] != NULL; i++)
    g_ptr_array_add (facts, g_strdup (app_session_tell (words->session, cluster->facts[i])));
  for (guint i = 0; cluster->sources[i] != NULL; i++)
    g_ptr_array_add (sources, g_strdup (cluster->sources[i]));
  app_facts_add_lines (box, _ ("Notes"), facts, "\n");
  app_facts_add_lines (box, _ ("Sources of this record"), sources, "\n");
  return record;
}
