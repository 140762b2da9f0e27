/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A standard or law that may concern a firm; verified rows only. Guidance, not legal advice. */
typedef struct
{
  const char *id;            /* "cra" */
  const char *identifier;    /* printed: "Regulation (EU) 2024/2847" */
  const char *title;         /* msgid */
  const char *note;          /* what and when, msgid */
  const char *applies_on;    /* ISO date of the next duty, or NULL */
  const char *const *technologies; /* concerns projects with any of these; empty = any */
  const char *const *sectors;
  const char *const *goals;  /* "develop", "product", "process", "abroad" … */
  const char *const *dimensions;   /* or when one of these is the weakest */
  const char *min_size;      /* "medium": only from this class on; NULL any */
  const char *source;
  const char *last_verified;
} CatalogueGuidance;
