/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-record.h"

#include <glib/gi18n.h>

/* Three kinds of structs behind one face. */

struct _AppRecord
{
  GObject parent_instance;

  Catalogue *catalogue;
  CatalogueFound found;
};

G_DEFINE_FINAL_TYPE (AppRecord, app_record, G_TYPE_OBJECT)

static void
app_record_finalize (GObject *object)
{
  g_clear_pointer (&APP_RECORD (object)->catalogue, catalogue_unref);
  G_OBJECT_CLASS (app_record_parent_class)->finalize (object);
}

static void
app_record_class_init (AppRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_record_finalize;
}

static void
app_record_init (AppRecord *self)
{
}

AppRecord *
app_record_new (Catalogue *catalogue, const CatalogueFound *found)
{
  AppRecord *self = g_object_new (APP_TYPE_RECORD, NULL);

  self->catalogue = catalogue_ref (catalogue);
  self->found = *found;
  return self;
}

const CatalogueFound *
app_record_get (AppRecord *self)
{
  g_return_val_if_fail (APP_IS_RECORD (self), NULL);
  return &self->found;
}

Catalogue *
app_record_get_catalogue (AppRecord *self)
{
  g_return_val_if_fail (APP_IS_RECORD (self), NULL);
  return self->catalogue;
}

const char *
app_record_get_id (AppRecord *self)
{
  g_return_val_if_fail (APP_IS_RECORD (self), NULL);

  return self->found.kind == CATALOGUE_RECORD_HUB       ? self->found.hub->id
         : self->found.kind == CATALOGUE_RECORD_CLUSTER ? self->found.cluster->id
                                                        : self->found.instrument->id;
}

gboolean
app_record_is_own (AppRecord *self)
{
  g_return_val_if_fail (APP_IS_RECORD (self), FALSE);

  return self->found.kind == CATALOGUE_RECORD_HUB
             ? self->found.hub->own
             : self->found.kind == CATALOGUE_RECORD_INSTRUMENT && self->found.instrument->own;
}

char *
app_record_title (AppRecord *self, AppSession *session)
{
  const CatalogueFound *found = app_record_get (self);

  if (found->kind == CATALOGUE_RECORD_HUB)
    return g_strdup (found->hub->name);
  if (found->kind == CATALOGUE_RECORD_CLUSTER)
    return g_strdup (found->cluster->name);
  return g_strdup (found->instrument->own ? found->instrument->title
                                          : app_session_tell (session, found->instrument->title));
}

static const char *
hub_kind (const CatalogueHub *hub)
{
  switch (hub->kind)
    {
    case CATALOGUE_HUB_EDIH:
      return _ ("EU-funded hub");
    case CATALOGUE_HUB_SEAL:
      return _ ("Hub with Seal of Excellence");
    case CATALOGUE_HUB_DIH:
    default:
      return _ ("Hub");
    }
}

static char *
placed (
    AppRecord *self, AppSession *session, const char *kind, const char *city, const char *country)
{
  const CatalogueCountry *found = catalogue_find_country (self->catalogue, country);
  const char *name = found != NULL ? app_session_tell (session, found->name) : country;

  return city != NULL ? g_strdup_printf ("%s · %s, %s", kind, city, name)
                      : g_strdup_printf ("%s · %s", kind, name);
}

static char *
instrument_detail (const CatalogueInstrument *instrument)
{
  if (instrument->own)
    return g_strdup_printf (_ ("Your call · %s"), instrument->programme);
  if (instrument->closed_on != NULL)
    /* translators: %.4s is the year since which a programme takes no more applications */
    return g_strdup_printf (_ ("Kind of support · closed %.4s"), instrument->closed_on);
  return g_strdup (instrument->archetype ? _ ("Kind of support · closed") : _ ("Kind of support"));
}

char *
app_record_detail (AppRecord *self, AppSession *session)
{
  const CatalogueFound *found = app_record_get (self);

  if (found->kind == CATALOGUE_RECORD_HUB)
    return placed (self, session, hub_kind (found->hub), found->hub->city, found->hub->country);
  if (found->kind == CATALOGUE_RECORD_CLUSTER)
    return placed (self, session, _ ("Cluster"), found->cluster->city, found->cluster->country);
  return instrument_detail (found->instrument);
}

const char *
app_record_get_website (AppRecord *self)
{
  g_return_val_if_fail (APP_IS_RECORD (self), NULL);

  return self->found.kind == CATALOGUE_RECORD_HUB       ? self->found.hub->website
         : self->found.kind == CATALOGUE_RECORD_CLUSTER ? self->found.cluster->website
                                                        : NULL;
}

const char *
app_record_get_source (AppRecord *self)
{
  g_return_val_if_fail (APP_IS_RECORD (self), NULL);

  return self->found.kind == CATALOGUE_RECORD_HUB       ? self->found.hub->source
         : self->found.kind == CATALOGUE_RECORD_CLUSTER ? self->found.cluster->sources[0]
                                                        : self->found.instrument->source;
}
