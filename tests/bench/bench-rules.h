/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

/* What every engine of the comparison is given and has to come to. */

#define BENCH_N_CONTEXTS 4096
#define BENCH_N_EVALUATIONS 204800
#define BENCH_ROUNDS 5
#define BENCH_SUM_FIRST 1875850
#define BENCH_SUM_COLLECT 3015250

typedef struct
{
  const char *size, *region, *sector;
  gint64 employees, turnover_cents, maturity_tenths;
} BenchContext;

/* What the table gives for a context. */
typedef guint64 (*BenchRunFunc) (gpointer data, guint context);

/* The best of some rounds, in millions of evaluations a second; printed, beside @aim unless that is
 * 0. Ends the program when the sum of the results is not @wanted. */
double
bench_rules_measure (const char *what, BenchRunFunc run, gpointer data, guint64 wanted, double aim);

/* The script that runs json-logic-engine, and the folder that it finds it in; NULL: not compared.
 */
typedef struct
{
  const char *script;
  const char *packages;
} BenchJsonLogic;

/* The speeds of the others, likewise. 0 for who is not there: CLIPS says so, of json-logic-engine
 * tools/bench has said it. The latter's is that of its compiled rules. */
double bench_rules_measure_sqlite (sqlite3 *database, const BenchContext *contexts, gboolean first);
double bench_rules_measure_clips (const BenchContext *contexts, gboolean first);
double bench_rules_measure_json_logic (const BenchJsonLogic *engine, gboolean first);
