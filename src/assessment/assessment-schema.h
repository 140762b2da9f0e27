/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an assessment document can hold: one table of all members, which drives the reader, the
 * writer and the checks of every edit. Other rooms ask it what a path holds: to limit an entry, to
 * fill a choice, to check their own tables of paths. */

typedef enum
{
  ASSESSMENT_TEXT,    /* what somebody typed: at most max characters, line breaks allowed, no other
                         control characters */
  ASSESSMENT_WORD,    /* an id: ASCII letters, digits, - _ . : / and at most max of them */
  ASSESSMENT_NAME,    /* one of names */
  ASSESSMENT_DATE,    /* YYYY-MM-DD that exists, years low to high */
  ASSESSMENT_COUNTRY, /* two capital letters */
  ASSESSMENT_REGION,  /* NUTS code of level 1 to 3; must lie in the country beside it */
  ASSESSMENT_DIGITS,  /* exactly max digits */
  ASSESSMENT_HASH,    /* SHA-256, 64 lower-case hexadecimal digits */
  ASSESSMENT_NUMBER,  /* low to high */
  ASSESSMENT_INTEGER, /* low to high, whole */
  ASSESSMENT_BOOLEAN,
  ASSESSMENT_WORDS,  /* a list of different words, at most max of them */
  ASSESSMENT_TEXTS,  /* a list of different texts, at most max of them */
  ASSESSMENT_OBJECT, /* fields */
  ASSESSMENT_LIST,   /* objects like item, at most max of them */
  ASSESSMENT_MAP,    /* ids, each with a value like item; at most max of them */
  ASSESSMENT_ANSWER, /* ticks, levels, or columns of ticks */
} AssessmentKind;

typedef struct _AssessmentField AssessmentField;
struct _AssessmentField
{
  const char *name; /* NULL for the item of a list or map */
  AssessmentKind kind;
  const char *const *names; /* ASSESSMENT_NAME: NULL-terminated */
  double low, high;         /* numbers; years of dates */
  guint max;                /* characters, digits or items */
  gboolean required;        /* cannot be removed */
  const char *key;          /* ASSESSMENT_LIST: the member that no two items share, or NULL */

  const AssessmentField *item;   /* ASSESSMENT_LIST, ASSESSMENT_MAP */
  const AssessmentField *fields; /* ASSESSMENT_OBJECT, in the order in which they are written */
  guint n_fields;
};

/* Characters of a text, items of a list. */
#define ASSESSMENT_MAX_TEXT 10000
#define ASSESSMENT_MAX_ITEMS 1000
/* Members below each other: "company.holdings[0].holdings[0].name" has four. */
#define ASSESSMENT_MAX_DEPTH 24
/* Rows or options of a question; levels of a row. */
#define ASSESSMENT_MAX_OPTION 64
#define ASSESSMENT_MAX_LEVEL 9

/* The whole document. */
const AssessmentField *assessment_schema_root (void);
/* What @path holds: "company.name", "project.partners", "project.partners[0].country" (any index),
 * "targets.strategy" (any id); NULL for a path that no document has. */
const AssessmentField *assessment_schema_find (const char *path);

G_END_DECLS
