/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-own.h"

#include "catalogue/catalogue-own-check.h"
#include "catalogue/catalogue-own-file.h"

/* The user's own kinds of support: checking and writing records. */

#define EUROS_MAX (G_GINT64_CONSTANT (1000000000000))

static const CatalogueOwnFile instruments_file
    = { "catalogue/instruments.json", "waymark-instruments", "instruments" };

gboolean
catalogue_own_check_instrument (const CatalogueOwnInstrument *instrument, GError **error)
{
  g_return_val_if_fail (instrument != NULL, FALSE);

  return catalogue_own_check_text ("title", instrument->title, TRUE, error)
         && catalogue_own_check_text ("programme", instrument->payer, TRUE, error)
         && catalogue_own_check_text ("summary", instrument->summary, FALSE, error)
         && catalogue_own_check_range ("amount_each_eur", instrument->amount_eur, EUROS_MAX, error)
         && catalogue_own_check_range ("rate_percent", instrument->rate_percent, 100, error)
         && catalogue_own_check_texts ("conditions", instrument->conditions, error)
         && catalogue_own_check_day ("deadline", instrument->deadline, FALSE, error)
         && catalogue_own_check_address ("source", instrument->source, FALSE, error)
         && catalogue_own_check_day ("last_verified", instrument->last_verified, TRUE, error);
}

static void
write_instrument (BaseJsonWriter *writer, const char *id, gconstpointer record)
{
  const CatalogueOwnInstrument *instrument = record;

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "id", id);
  base_json_writer_string (writer, "title", instrument->title);
  base_json_writer_string (writer, "programme", instrument->payer);
  catalogue_own_write_text (writer, "summary", instrument->summary);
  if (instrument->amount_eur >= 0)
    base_json_writer_integer (writer, "amount_each_eur", instrument->amount_eur);
  if (instrument->rate_percent >= 0)
    base_json_writer_integer (writer, "rate_percent", instrument->rate_percent);
  catalogue_own_write_texts (writer, "conditions", instrument->conditions);
  catalogue_own_write_text (writer, "deadline", instrument->deadline);
  catalogue_own_write_text (writer, "source", instrument->source);
  base_json_writer_string (writer, "last_verified", instrument->last_verified);
  base_json_writer_end_object (writer);
}

gboolean
catalogue_own_add_instrument (const char *folder,
                              const Catalogue *catalogue,
                              const CatalogueOwnInstrument *instrument,
                              char **id,
                              GError **error)
{
  CatalogueOwnRecord record = { .write = write_instrument, .record = instrument };

  g_return_val_if_fail (folder != NULL && catalogue != NULL, FALSE);
  g_return_val_if_fail (instrument != NULL, FALSE);

  if (!catalogue_own_check_instrument (instrument, error))
    return FALSE;
  record.stem = instrument->title;
  return catalogue_own_file_add (folder, &instruments_file, catalogue->instruments_by_id, &record,
                                 id, error);
}

gboolean
catalogue_own_change_instrument (const char *folder,
                                 const char *id,
                                 const CatalogueOwnInstrument *instrument,
                                 GError **error)
{
  CatalogueOwnRecord record = { .write = write_instrument, .record = instrument };

  g_return_val_if_fail (folder != NULL && id != NULL, FALSE);
  g_return_val_if_fail (instrument != NULL, FALSE);

  return catalogue_own_check_instrument (instrument, error)
         && catalogue_own_file_change (folder, &instruments_file, id, &record, error);
}

gboolean
catalogue_own_remove_instrument (const char *folder, const char *id, GError **error)
{
  g_return_val_if_fail (folder != NULL && id != NULL, FALSE);

  return catalogue_own_file_remove (folder, &instruments_file, id, error);
}
