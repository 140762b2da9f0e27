/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-instrument.h"

G_BEGIN_DECLS

/* Public aid: what counts towards the ceiling of small public aid (de minimis, Regulation (EU)
 * 2023/2831), how much room is left in each Member State on the day a grant is expected, when more
 * frees up, and which share of costs aid may pay under the block exemption (Regulation (EU) No
 * 651/2014). Limits and reasons are from data/rules/de-minimis.dmn and block-exemption.dmn.
 * Guidance, not a decision of the authority. All strings and texts live as long as the advice. */

/* Euro cents; both ends included. What nothing bounds ends at ADVICE_MONEY_OPEN. */
typedef struct
{
  gint64 low, high;
} AdviceMoney;
#define ADVICE_MONEY_OPEN G_MAXINT64

typedef enum
{
  ADVICE_AID_COUNTED,
  ADVICE_AID_NOT_COUNTED,
  ADVICE_AID_PERHAPS, /* something that decides it is not known */
} AdviceAidCount;

/* One line of the ledger: aid received or applied for, other public money, a service delivered. */
typedef struct
{
  const char *path;         /* in the document: "company.aid[0]", "delivered[1]" */
  const char *granted_on;   /* ISO day, NULL when not said */
  const char *granted_to;   /* member of the group, NULL: the company itself */
  const char *authority;    /* as typed, NULL */
  const char *member_state; /* code of the catalogue; NULL when not known */
  const char *regulation;   /* as typed, NULL */
  AdviceMoney amount;
  gboolean pending; /* applied for, not granted */
  AdviceAidCount count;
  BaseText *reason;         /* why it counts or not */
  const char *counts_until; /* ISO, the last day on which it counts; NULL when that is not known or
                               it never does */
  AdviceBasis basis;
  const char *source;
} AdviceAidRow;

/* Room that comes back when aid is older than the window. */
typedef struct
{
  const char *date; /* ISO, the first day of it */
  gint64 amount;    /* cents that no longer count from then on */
  AdviceMoney left; /* room from that day on */
} AdviceAidRelease;

/* What is left under one ceiling. */
typedef struct
{
  const char *member_state; /* code of the catalogue */
  BaseText *country;
  gboolean known;         /* FALSE: no rule for this date, country or activity; text says why */
  const char *regulation; /* "2023/2831", "1408/2013", "651/2014 Article 28" */
  gint64 ceiling;         /* cents */
  AdviceMoney used;       /* granted and still counting on the day */
  AdviceMoney pending;    /* applied for: taken off as if granted */
  AdviceMoney left;
  BaseText *text;      /* "EUR 275 000 of EUR 300 000 are free in Greece on 1 March 2027." */
  BaseText *rule;      /* the ceiling's own words */
  BaseText *condition; /* what it still rests on; NULL when nothing is open */
  const AdviceAidRelease *releases; /* by date */
  guint n_releases;
  AdviceBasis basis;
  const char *source;
} AdviceAidRoom;

/* An activity named in company.aid_exclusions, or read off the main activity. */
typedef struct
{
  const char *id; /* "export", "primary-agriculture" … */
  gboolean known; /* FALSE: no rule of ours names it */
  BaseText *text;
  AdviceBasis basis;
  const char *source;
} AdviceAidExclusion;

/* One step of a share of costs. */
typedef struct
{
  BaseText *text; /* "20 points more for a small firm." */
  int points;     /* percentage points */
  AdviceOutcome outcome;
  gboolean alternative; /* of the alternatives only the largest counts */
  BaseText *from;       /* the fact behind it, or NULL */
  AdviceBasis basis;
  const char *source;
} AdviceAidStep;

/* The highest share of costs that aid may pay for one kind of cost. */
typedef struct
{
  const char *id; /* "experimental-development" … */
  const char *article;
  BaseText *title;
  AdviceOutcome fits; /* whether the project is about it: our own reading */
  gboolean known;     /* FALSE: no rule for this date */
  int low, high;      /* percent: sure, and at most if everything open turns out well */
  int limit;          /* percent no increase may pass */
  BaseText *text;     /* "45 % of the costs, up to 60 % if …" */
  const AdviceAidStep *steps;
  guint n_steps;
} AdviceAidShare;

typedef struct
{
  const char *date; /* the day a grant is expected: start of the project, else day of the advice */
  BaseText *date_reason;
  gboolean declared; /* company.aid has been answered, "none" included */
  const AdviceAidRow *rows;
  guint n_rows;
  const AdviceAidRoom *rooms; /* the company's own country first */
  guint n_rooms;
  const AdviceAidRoom *services; /* room for advice and support paid in full (Article 28(4)) */
  BaseText *overshoot;           /* what happens to a grant above the room (Article 3(7)) */
  const AdviceAidExclusion *exclusions;
  guint n_exclusions;
  const AdviceAidShare *shares; /* those that fit the project first */
  guint n_shares;
} AdviceAid;

const char *advice_aid_count_name (AdviceAidCount count); /* "counted" "not-counted" "perhaps" */

G_END_DECLS
