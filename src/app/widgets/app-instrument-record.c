/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-instrument-record.h"

#include "app/widgets/app-facts.h"

#include <glib/gi18n.h>

/* Facts of the catalogue, only put into lines. A closed programme is told in the past tense. */

static char *
say_when (AppSession *session, const char *date)
{
  return strlen (date) == 10 ? base_language_date (app_session_get_language (session), date)
                             : g_strdup (date);
}

static void
add_when (GtkBox *box, AppSession *session, const char *name, const char *date)
{
  g_autofree char *said = date != NULL ? say_when (session, date) : NULL;

  app_facts_add (box, name, said);
}

static void
add_money (GtkBox *box, AppSession *session, const char *name, gint64 euros)
{
  g_autofree char *said
      = euros >= 0 ? base_language_money (app_session_get_language (session), euros) : NULL;

  app_facts_add (box, name, said);
}

static void
add_amounts (GtkBox *box, AppSession *session, const CatalogueInstrument *instrument)
{
  const gboolean closed = instrument->closed_on != NULL || instrument->archetype;
  g_autofree char *rate
      = instrument->rate_percent >= 0 ? g_strdup_printf ("%d %%", instrument->rate_percent) : NULL;
  g_autofree char *months = NULL;

  add_money (box, session,
             closed ? _ ("Was paid to one firm, at most") : _ ("For one firm, at most"),
             instrument->amount_each_eur);
  add_money (box, session,
             closed ? _ ("Was paid to one project, at most") : _ ("For one project, at most"),
             instrument->amount_total_eur);
  app_facts_add (box, _ ("Share of the costs, at most"), rate);
  app_facts_add (box, _ ("About the amount"), app_session_tell (session, instrument->amount_note));
  if (instrument->months_min >= 0 && instrument->months_max > instrument->months_min)
    months
        = g_strdup_printf (_ ("%d to %d months"), instrument->months_min, instrument->months_max);
  else if (instrument->months_max >= 0)
    months = g_strdup_printf (
        ngettext ("%d month", "%d months", (unsigned long)instrument->months_max),
        instrument->months_max);
  app_facts_add (box, _ ("Duration"), months);
}

static void
add_list (GtkBox *box, const char *name, const char *const *texts)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (lines, (gpointer)texts[i]);
  app_facts_add_lines (box, name, lines, "\n");
}

static void
add_services (GtkBox *box,
              AppSession *session,
              const Catalogue *catalogue,
              const CatalogueInstrument *instrument)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; instrument->services[i] != NULL; i++)
    {
      const CatalogueTerm *term
          = catalogue_find_term (catalogue, CATALOGUE_TERM_SERVICE, instrument->services[i]);

      g_ptr_array_add (lines, (gpointer)(term != NULL ? app_session_tell (session, term->label)
                                                      : instrument->services[i]));
    }
  app_facts_add_lines (box, _ ("Services of hubs that lead there today"), lines, ", ");
}

/* Own records are in the user's words; the others are translated. */
static const char *
tell (AppSession *session, const CatalogueInstrument *instrument, const char *words)
{
  return instrument->own ? words : app_session_tell (session, words);
}

GtkWidget *
app_instrument_record_new (AppSession *session,
                           const Catalogue *catalogue,
                           const CatalogueInstrument *instrument)
{
  GtkWidget *record = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkBox *box = GTK_BOX (record);

  app_facts_add (box, _ ("What it is"), tell (session, instrument, instrument->summary));
  app_facts_add (box, instrument->own ? _ ("Who pays") : _ ("Programme"), instrument->programme);
  app_facts_add (box, _ ("Who takes part"), tell (session, instrument, instrument->partners));
  add_amounts (box, session, instrument);
  add_when (box, session, _ ("Opened"), instrument->opened_on);
  add_when (box, session, _ ("Last call closed"), instrument->closed_on);
  add_when (box, session, _ ("Deadline"), instrument->deadline);
  add_list (box, _ ("Conditions"), instrument->conditions);
  add_services (box, session, catalogue, instrument);
  app_facts_add (box, _ ("Where open calls are listed"), instrument->call_list);
  app_facts_add (box, _ ("Source of this record"), instrument->source);
  add_when (box, session, _ ("Looked up"), instrument->last_verified);
  return record;
}
