/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A kind of support: a scheme as its source describes it. Rules of eligibility stand in
 * data/rules/, not here. */
typedef struct
{
  const char *id;        /* "twin-ae-low-digital" */
  const char *title;     /* field's term, msgid */
  const char *plain;     /* owner's words, msgid */
  const char *programme; /* "DigiFed (H2020, 872088)" */
  const char *summary;   /* one or two sentences, msgid */
  gboolean archetype;    /* the programme is closed: an example of its kind */
  /* Money. -1 = not stated by a source. */
  gint64 amount_each_eur;     /* at most, per company */
  gint64 amount_total_eur;    /* at most, per project or solution */
  const char *amount_note;    /* msgid, or NULL */
  int rate_percent;           /* share of costs paid, at most; -1 not stated */
  int months_min, months_max; /* duration; -1 not stated */
  const char *partners;       /* who takes part, msgid */
  const char *opened_on;      /* ISO date, month "2021-03" or NULL */
  const char *closed_on;      /* ISO date, month or NULL: of the last call */
  const char *deadline;       /* own calls: ISO date of the next deadline; NULL */
  const char *source;         /* address */
  const char *last_verified;  /* ISO date */
  const char *rule_model;     /* file under data/rules/ without .dmn, NULL for own instruments */
  const char *rule_decision;
  const char *const *services; /* hub services that lead there today */
  const char *const
      *conditions; /* own instruments: the conditions as typed; they are unknown until ticked */
  const char *call_list; /* where open calls of this kind are listed, or NULL */
  int priority;          /* smaller first among equals */
  gboolean own;
} CatalogueInstrument;
