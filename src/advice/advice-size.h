/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-instrument.h"

G_BEGIN_DECLS

/* What is known of a figure: it lies between low and high, the ends included; high is INFINITY when
 * nothing bounds it. */
typedef struct
{
  double low, high;
} AdviceRange;

typedef enum
{
  ADVICE_FIGURE_STAFF,         /* annual work units */
  ADVICE_FIGURE_TURNOVER,      /* euro */
  ADVICE_FIGURE_BALANCE_SHEET, /* euro */
  ADVICE_N_FIGURES
} AdviceFigure;

/* One enterprise of the calculation, as it was entered. */
typedef struct
{
  const char *path;    /* "company", "company.holdings[0].holdings[1]" */
  BaseText *name;      /* as typed; "your firm", "a firm without a name" */
  guint depth;         /* 0 your firm, 1 its holdings, 2 theirs … */
  BaseText *relation;  /* "linked", "partner", "public body", "not counted", "partner or linked" */
  AdviceRange share;   /* percent: the higher of capital and votes; 100 for your firm */
  AdviceRange counted; /* percent of its figures that are added, through the chain */
  int year;            /* of the accounts taken; 0: none */
  gboolean estimated;
  AdviceRange figures[ADVICE_N_FIGURES]; /* its own, before the share */
  BaseText *rule;                        /* why it counts so */
  AdviceBasis basis;
  const char *source;
} AdviceSizeEnterprise;

/* One accounting period, oldest first. */
typedef struct
{
  int year; /* 0: not said */
  gboolean estimated;
  AdviceRange together[ADVICE_N_FIGURES]; /* with partner and linked firms */
  const char *const *classes;             /* ids that these figures alone can give */
  const char *const *status;              /* ids after the rule of two periods (Article 4(2)) */
  BaseText *rule; /* what the rule of two periods did: "Small for the first time: the class of the
                     year before still holds." */
} AdviceSizePeriod;

/* One of the definitions of a mid-cap, which must not be mixed. */
typedef struct
{
  const char *id; /* "state-aid" "recommendation" "proposal" "horizon-2020" */
  BaseText *title;
  AdviceOutcome outcome; /* met: it is one */
  BaseText *text;        /* the definition's words, or why it cannot be told */
  AdviceBasis basis;
  const char *source;
} AdviceSizeDefinition;

/* Enterprise size by Recommendation 2003/361/EC. */
typedef struct
{
  const char *id;   /* "micro" "small" "medium" "not-sme"; NULL while more than one is possible */
  BaseText *title;  /* "Small enterprise", "Micro or small: …" */
  BaseText *reason; /* "24 people (fewer than 50) and EUR 2 100 000 turnover (at most EUR 10 000
                       000), 2025" */
  BaseText *condition; /* what it still rests on: "if no other firm owns 25 % or more of it"; NULL
                          when settled */
  const char *const *possible; /* ids still possible */
  gboolean is_sme_settled, is_sme;

  /* The calculation. */
  const AdviceSizeEnterprise *enterprises; /* your firm first, each before its own holdings */
  guint n_enterprises;
  const AdviceSizePeriod *periods;
  guint n_periods;
  AdviceRange public_share; /* percent held by public bodies, directly or through firms that they
                               control; 25 or more bars an SME (Article 3(4)) */
  const AdviceSizeDefinition *definitions;
  guint n_definitions;
} AdviceSize;

/* The place of a size class in their order, 0 "micro" to 3 "not-sme"; -1: no such class. */
int advice_size_order (const char *id);

G_END_DECLS
