/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-demand.h"

#include <string.h>

/* Three lists of counts, each found by id. */

typedef struct
{
  GPtrArray *rows;   /* ConsultationServiceDemand */
  GHashTable *by_id; /* → row */
} Counts;

struct _ConsultationDemand
{
  guint n;
  gboolean sorted;
  GPtrArray *catalogues; /* whose records the rows borrow */
  GPtrArray *instruments;
  GHashTable *by_id; /* → ConsultationInstrumentDemand */
  Counts services, wishes;
};

static void
free_service (gpointer data)
{
  ConsultationServiceDemand *row = data;

  base_text_unref (row->title);
  g_free ((char *)row->id);
  g_free (row);
}

static Counts
counts_new (void)
{
  return (Counts){ g_ptr_array_new_with_free_func (free_service),
                   g_hash_table_new (g_str_hash, g_str_equal) };
}

static void
counts_clear (Counts *counts)
{
  g_ptr_array_unref (counts->rows);
  g_hash_table_unref (counts->by_id);
}

/* Takes @title. */
static void
count (Counts *counts, const char *id, BaseText *title)
{
  ConsultationServiceDemand *row = g_hash_table_lookup (counts->by_id, id);

  if (row == NULL)
    {
      row = g_new0 (ConsultationServiceDemand, 1);
      row->id = g_strdup (id);
      row->title = base_text_ref (title);
      g_ptr_array_add (counts->rows, row);
      g_hash_table_insert (counts->by_id, (gpointer)row->id, row);
    }
  row->n++;
  base_text_unref (title);
}

ConsultationDemand *
consultation_demand_new (void)
{
  ConsultationDemand *demand = g_new0 (ConsultationDemand, 1);

  demand->catalogues = g_ptr_array_new_with_free_func ((GDestroyNotify)catalogue_unref);
  demand->instruments = g_ptr_array_new_with_free_func (g_free);
  demand->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  demand->services = counts_new ();
  demand->wishes = counts_new ();
  return demand;
}

void
consultation_demand_free (ConsultationDemand *demand)
{
  if (demand == NULL)
    return;
  g_ptr_array_unref (demand->instruments);
  g_hash_table_unref (demand->by_id);
  counts_clear (&demand->services);
  counts_clear (&demand->wishes);
  g_ptr_array_unref (demand->catalogues);
  g_free (demand);
}

/* --- counting --------------------------------------------------------------------------------- */

static void
count_instrument (ConsultationDemand *demand, const AdviceStanding *instrument)
{
  ConsultationInstrumentDemand *row
      = g_hash_table_lookup (demand->by_id, instrument->instrument->id);

  if (row == NULL)
    {
      row = g_new0 (ConsultationInstrumentDemand, 1);
      row->instrument = instrument->instrument;
      row->call = instrument->call;
      g_ptr_array_add (demand->instruments, row);
      g_hash_table_insert (demand->by_id, (gpointer)row->instrument->id, row);
    }
  row->n_eligible += instrument->status == ADVICE_STATUS_ELIGIBLE;
  row->n_unknown += instrument->status == ADVICE_STATUS_UNKNOWN;
  row->n_not_eligible += instrument->status == ADVICE_STATUS_NOT_ELIGIBLE;
}

static void
count_wishes (ConsultationDemand *demand, const AdviceBrief *brief, const char *path)
{
  static const CatalogueTermKind kinds[]
      = { CATALOGUE_TERM_TECHNOLOGY, CATALOGUE_TERM_NEED, CATALOGUE_TERM_SERVICE };
  const char *const *ids = assessment_document_get_strings (advice_brief_document (brief), path);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const CatalogueTerm *term = NULL;

      for (guint k = 0; term == NULL && k < G_N_ELEMENTS (kinds); k++)
        term = catalogue_find_term (advice_brief_catalogue (brief), kinds[k], ids[i]);
      count (&demand->wishes, ids[i],
             term != NULL ? base_text_new (term->label) : base_text_new_verbatim (ids[i]));
    }
}

void
consultation_demand_add (ConsultationDemand *demand, const AdviceBrief *brief)
{
  g_autoptr (GHashTable) seen = NULL;

  g_return_if_fail (demand != NULL && brief != NULL);

  demand->n++;
  demand->sorted = FALSE;
  if (!g_ptr_array_find (demand->catalogues, advice_brief_catalogue (brief), NULL))
    g_ptr_array_add (demand->catalogues, catalogue_ref (advice_brief_catalogue (brief)));
  for (guint i = 0; i < advice_brief_n_instruments (brief); i++)
    count_instrument (demand, advice_brief_instrument (brief, i));
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < advice_brief_n_services (brief); i++)
    {
      const AdviceService *service = advice_brief_service (brief, i);

      if (g_hash_table_add (seen, (gpointer)service->id)) /* a company counts once */
        count (&demand->services, service->id, base_text_ref (service->title));
    }
  count_wishes (demand, brief, "project.services");
  count_wishes (demand, brief, "project.technologies");
}

/* --- reading ---------------------------------------------------------------------------------- */

static int
compare_instruments (gconstpointer a, gconstpointer b)
{
  const ConsultationInstrumentDemand *x = *(const ConsultationInstrumentDemand *const *)a;
  const ConsultationInstrumentDemand *y = *(const ConsultationInstrumentDemand *const *)b;

  if (x->n_eligible != y->n_eligible)
    return x->n_eligible > y->n_eligible ? -1 : 1;
  if (x->n_unknown != y->n_unknown)
    return x->n_unknown > y->n_unknown ? -1 : 1;
  if (x->instrument->priority != y->instrument->priority)
    return x->instrument->priority < y->instrument->priority ? -1 : 1;
  return strcmp (x->instrument->id, y->instrument->id);
}

static int
compare_services (gconstpointer a, gconstpointer b)
{
  const ConsultationServiceDemand *x = *(const ConsultationServiceDemand *const *)a;
  const ConsultationServiceDemand *y = *(const ConsultationServiceDemand *const *)b;

  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  return strcmp (x->id, y->id);
}

static void
sort (ConsultationDemand *demand)
{
  if (demand->sorted)
    return;
  g_ptr_array_sort (demand->instruments, compare_instruments);
  g_ptr_array_sort (demand->services.rows, compare_services);
  g_ptr_array_sort (demand->wishes.rows, compare_services);
  demand->sorted = TRUE;
}

guint
consultation_demand_n_companies (const ConsultationDemand *demand)
{
  g_return_val_if_fail (demand != NULL, 0);
  return demand->n;
}

guint
consultation_demand_n_instruments (const ConsultationDemand *demand)
{
  g_return_val_if_fail (demand != NULL, 0);
  return demand->instruments->len;
}

const ConsultationInstrumentDemand *
consultation_demand_instrument (ConsultationDemand *demand, guint index)
{
  g_return_val_if_fail (demand != NULL && index < demand->instruments->len, NULL);
  sort (demand);
  return demand->instruments->pdata[index];
}

const GPtrArray *
consultation_demand_services (ConsultationDemand *demand)
{
  g_return_val_if_fail (demand != NULL, NULL);
  sort (demand);
  return demand->services.rows;
}

const GPtrArray *
consultation_demand_wishes (ConsultationDemand *demand)
{
  g_return_val_if_fail (demand != NULL, NULL);
  sort (demand);
  return demand->wishes.rows;
}
