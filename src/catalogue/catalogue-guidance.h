/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A standard or law that may concern a firm; verified rows only. Guidance, not legal advice.
 *
 * It concerns a project that has one of the technologies AND one of the sectors AND one of the
 * goals (an empty list asks nothing), or a firm of which one of the dimensions is the weakest.
 * Lists are never NULL. Which row concerns whom is our reading, not the law's. */
typedef struct
{
  const char *id;         /* "cra" */
  const char *identifier; /* printed: "Regulation (EU) 2024/2847" */
  const char *title;      /* msgid */
  const char *note;       /* what and when, msgid */
  const char
      *applies_on; /* ISO date of the next duty, else of the last one; NULL when it has none */
  const char *const *technologies; /* concerns projects with any of these; empty = any */
  const char *const *sectors;
  const char *const
      *goals; /* "learn", "develop", "solve-challenge", "product", "process", "abroad" */
  const char *const *dimensions; /* or when one of these is the weakest */
  const char
      *min_size; /* "micro", "small", "medium", "not-sme": only from this class on; NULL any */
  const char *source;
  const char *last_verified;
} CatalogueGuidance;
