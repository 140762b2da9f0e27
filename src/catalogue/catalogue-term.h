/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef enum
{
  CATALOGUE_TERM_SECTOR, /* sectors of the hub catalogue */
  CATALOGUE_TERM_TECHNOLOGY,
  CATALOGUE_TERM_SERVICE,
  CATALOGUE_TERM_PILLAR, /* service pillars: test-before-invest, skills-and-training, … */
  CATALOGUE_TERM_OFFICIAL_SECTOR, /* the 24 sectors of the framework's Module 1 */
  CATALOGUE_TERM_DEI_PILLAR,      /* five pillars of Digitising European Industry */
  CATALOGUE_TERM_NEED, /* support needs of the project section: legal advice, incubation, funding …
                        */
  CATALOGUE_TERM_MARKET, /* target markets for going abroad: ISO country codes and "EU" */
  CATALOGUE_TERM_GROUP,  /* headings under which sectors and technologies are shown */
  CATALOGUE_N_TERM_KINDS
} CatalogueTermKind;

typedef struct
{
  const char *id;
  const char *label; /* the field's term, msgid */
  const char *plain; /* the owner's word, msgid; never NULL (falls back to label) */
  const char *group; /* id of the group it is shown under, or NULL */
  const char
      *about; /* msgid, a sentence or two; pillars of Digitising European Industry, else NULL */
  /* Lists of ids, never NULL, mostly empty. */
  const char *const *pillars;  /* services only: the pillars they belong to */
  const char *const *services; /* needs only: the hub services that answer them */
  const char *const *sectors;  /* official sectors only: the hub sectors they cover */
} CatalogueTerm;
