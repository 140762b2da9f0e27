/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Kinds of support. The bundled list may say only what a source states, so that a figure without a
 * source cannot slip in; a list of the user says what the user typed. */

#define EUROS_MAX (G_GINT64_CONSTANT (1000000000000))
#define MONTHS_MAX 240
#define PRIORITY_MAX 1000000
#define PRIORITY_OWN 1 /* own calls are open ones and come first */

static void
read_money (Catalogue *catalogue, const BaseJsonCursor *record, CatalogueInstrument *instrument)
{
  BaseJsonCursor each = base_json_get (record, "amount_each_eur");

  instrument->amount_each_eur = base_json_get_integer (record, "amount_each_eur", 1, EUROS_MAX, -1);
  instrument->amount_total_eur
      = base_json_get_integer (record, "amount_total_eur", 1, EUROS_MAX, -1);
  instrument->amount_note = catalogue_get_text (catalogue, record, "amount_note");
  instrument->rate_percent = (int)base_json_get_integer (record, "rate_percent", 1, 100, -1);
  if (instrument->amount_total_eur >= 0
      && instrument->amount_each_eur > instrument->amount_total_eur)
    base_json_fail (&each, "%s", _ ("is more than amount_total_eur"));
}

static void
read_times (Catalogue *catalogue, const BaseJsonCursor *record, CatalogueInstrument *instrument)
{
  BaseJsonCursor months_max = base_json_get (record, "months_max");
  BaseJsonCursor closed_on = base_json_get (record, "closed_on");

  instrument->months_min = (int)base_json_get_integer (record, "months_min", 1, MONTHS_MAX, -1);
  instrument->months_max = (int)base_json_get_integer (record, "months_max", 1, MONTHS_MAX, -1);
  if (instrument->months_max >= 0 && instrument->months_max < instrument->months_min)
    base_json_fail (&months_max, "%s", _ ("is less than months_min"));
  instrument->opened_on = catalogue_get_when (catalogue, record, "opened_on", FALSE);
  instrument->closed_on = catalogue_get_when (catalogue, record, "closed_on", FALSE);
  instrument->deadline = catalogue_get_day (catalogue, record, "deadline");
  instrument->last_verified = catalogue_need_day (catalogue, record, "last_verified");
  /* A month sorts before its days, so that compare what both have. */
  if (instrument->opened_on != NULL && instrument->closed_on != NULL
      && strncmp (instrument->closed_on, instrument->opened_on,
                  MIN (strlen (instrument->closed_on), strlen (instrument->opened_on)))
             < 0)
    base_json_fail (&closed_on, "%s", _ ("is before opened_on"));
}

static void
read_rule (Catalogue *catalogue, const BaseJsonCursor *record, CatalogueInstrument *instrument)
{
  BaseJsonCursor model = base_json_get (record, "rule_model");
  BaseJsonCursor decision = base_json_get (record, "rule_decision");

  instrument->rule_model = catalogue_get_text (catalogue, record, "rule_model");
  instrument->rule_decision = catalogue_get_text (catalogue, record, "rule_decision");
  if ((instrument->rule_model != NULL) != (instrument->rule_decision != NULL))
    base_json_fail (instrument->rule_model != NULL ? &decision : &model, "%s",
                    _ ("is missing: rule_model and rule_decision go together"));
  else if (instrument->rule_model != NULL && !catalogue_is_id (instrument->rule_model))
    base_json_fail (&model, _ ("“%s” is no name of a model in rules/"), instrument->rule_model);
}

/* What only one of the two lists may or must have. */
static void
check_list (const BaseJsonCursor *record, const CatalogueInstrument *instrument)
{
  static const char *const bundled_only[] = { "rule_model", "rule_decision", "archetype", NULL };
  static const char *const own_only[] = { "conditions", "deadline", NULL };
  const char *const *barred = instrument->own ? bundled_only : own_only;

  for (guint i = 0; barred[i] != NULL; i++)
    {
      BaseJsonCursor at = base_json_get (record, barred[i]);

      if (base_json_present (&at)
          && !(base_json_is_boolean (&at) && !base_json_boolean (&at))) /* archetype: false */
        base_json_fail (&at, "%s",
                        instrument->own ? _ ("is for the bundled list only")
                                        : _ ("is for own lists only"));
    }
  if (!instrument->own)
    {
      (void)base_json_need (record, "source");
      (void)base_json_need (record, "summary");
      (void)base_json_need (record, "rule_model");
    }
}

static void
read_instrument (Catalogue *catalogue,
                 const BaseJsonCursor *record,
                 CatalogueInstrument *instrument)
{
  base_json_only (record, CATALOGUE_MEMBERS (
                              "id", "title", "plain", "programme", "summary", "archetype",
                              "amount_each_eur", "amount_total_eur", "amount_note", "rate_percent",
                              "months_min", "months_max", "partners", "opened_on", "closed_on",
                              "deadline", "source", "last_verified", "rule_model", "rule_decision",
                              "services", "conditions", "call_list", "priority"));
  instrument->id = catalogue_need_id (catalogue, record, catalogue->instruments_by_id);
  instrument->title = catalogue_need_text (catalogue, record, "title");
  instrument->plain = catalogue_get_text (catalogue, record, "plain");
  if (instrument->plain == NULL)
    instrument->plain = instrument->title;
  instrument->programme = catalogue_need_text (catalogue, record, "programme");
  instrument->summary = catalogue_get_text (catalogue, record, "summary");
  instrument->archetype = base_json_get_boolean (record, "archetype", FALSE);
  read_money (catalogue, record, instrument);
  instrument->partners = catalogue_get_text (catalogue, record, "partners");
  read_times (catalogue, record, instrument);
  instrument->source = catalogue_get_address (catalogue, record, "source");
  read_rule (catalogue, record, instrument);
  instrument->services
      = catalogue_get_term_ids (catalogue, record, "services", CATALOGUE_TERM_SERVICE);
  instrument->conditions = catalogue_get_texts (catalogue, record, "conditions");
  instrument->call_list = catalogue_get_address (catalogue, record, "call_list");
  instrument->priority
      = (int)base_json_get_integer (record, "priority", 0, PRIORITY_MAX, PRIORITY_OWN);
  check_list (record, instrument);
}

static int
compare_instruments (gconstpointer a, gconstpointer b)
{
  const CatalogueInstrument *x = *(const CatalogueInstrument *const *)a;
  const CatalogueInstrument *y = *(const CatalogueInstrument *const *)b;

  if (x->priority != y->priority)
    return x->priority < y->priority ? -1 : 1;
  return strcmp (x->id, y->id);
}

void
catalogue_read_instruments (Catalogue *catalogue, const BaseJsonCursor *root, gboolean own)
{
  BaseJsonCursor array = base_json_need (root, "instruments");
  guint n = base_json_present (&array) ? base_json_length (&array) : 0;
  CatalogueInstrument *instruments
      = catalogue_arena_new0 (catalogue->arena, CatalogueInstrument, n);

  base_json_only (root, CATALOGUE_MEMBERS ("format", "version", "instruments"));
  for (guint i = 0; i < n && !base_json_failed (root->document); i++)
    {
      BaseJsonCursor record = base_json_item (&array, i);

      instruments[i].own = own;
      read_instrument (catalogue, &record, &instruments[i]);
      if (base_json_failed (root->document))
        return;
      g_ptr_array_add (catalogue->instruments, &instruments[i]);
      g_hash_table_insert (catalogue->instruments_by_id, (gpointer)instruments[i].id,
                           &instruments[i]);
    }
  g_ptr_array_sort (catalogue->instruments, compare_instruments);
}

guint
catalogue_n_instruments (const Catalogue *catalogue)
{
  g_return_val_if_fail (catalogue != NULL, 0);

  return catalogue->instruments->len;
}

const CatalogueInstrument *
catalogue_instrument (const Catalogue *catalogue, guint index)
{
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (index < catalogue->instruments->len, NULL);

  return g_ptr_array_index (catalogue->instruments, index);
}

const CatalogueInstrument *
catalogue_find_instrument (const Catalogue *catalogue, const char *id)
{
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (catalogue->instruments_by_id, id);
}
