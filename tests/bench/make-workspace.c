/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-date.h"
#include "workspace/workspace-store-company.h"
#include "workspace/workspace-store-freeze.h"
#include "workspace/workspace-store-record.h"

#include <stdlib.h>

/* make-workspace FILE [COMPANIES]: a large workspace, through the store itself, always the same
 * one. Each company has one to three stages more or less, three on average; scores grow from stage
 * to stage; the earlier ones are finished. Run by tools/make-workspace. */

static const char *const first_words[]
    = { "Serra",  "Oliveira", "Łódzkie", "Nordsjö",  "Ήλιος",   "Müller", "Kovács",
        "Brăila", "Žižkov",   "Dvořák",  "Ångström", "Garcia",  "Rossi",  "Лозен",
        "Õnne",   "Šiauliai", "Kraków",  "Lumière",  "Øresund", "Castelo" };
static const char *const second_words[]
    = { "Têxtil", "Moldes",  "Metall", "Konserven", "Keramik", "Precisión", "Legno",  "Plastics",
        "Foods",  "Robotik", "Solar",  "Logística", "Druck",   "Optik",     "Marine", "Energía" };
static const char *const sectors[]
    = { "metalworking", "textiles",       "food-beverages", "manufacturing", "health-care",
        "construction", "travel-tourism", "energy",         "agri-bio" };
static const char *const technologies[]
    = { "cps", "robotics", "iot", "ai", "digital-twins", "sensors-vision", "simulation" };
static const struct
{
  const char *country;
  const char *region;
} places[]
    = { { "PT", "PT11" }, { "PT", "PT16" }, { "ES", "ES51" }, { "PL", "PL71" }, { "DE", "DE21" },
        { "GR", "EL52" }, { "FR", "FRK2" }, { "IT", "ITC4" }, { "SE", "SE11" }, { "RO", "RO12" } };
static const char *const bands[] = { "basic", "average", "moderately-advanced", "advanced" };
static const char *const sizes[] = { "micro", "small", "medium" };
static const char *const stages[] = { "T0", "T1", "T2" };
static const char *const tags[] = { "export", "family", "twin candidate", "priority" };

#define PICK(rand, list) ((list)[g_rand_int_range (rand, 0, G_N_ELEMENTS (list))])

typedef struct
{
  WorkspaceStore *store;
  GRand *rand;
  AssessmentDocument *sample;
  GError *error;
} Maker;

static void
must (const Maker *maker, gboolean done)
{
  if (done)
    return;
  g_printerr ("%s\n", maker->error != NULL ? maker->error->message : "failed");
  exit (1);
}

/* Takes @document. */
static AssessmentDocument *
with (Maker *maker, AssessmentDocument *document, const char *path, const char *value)
{
  AssessmentDocument *next = assessment_document_with_string (document, path, value, &maker->error);

  must (maker, next != NULL);
  assessment_document_unref (document);
  return next;
}

/* Takes @document. What each would try differs, so that pairs of partners can be found. */
static AssessmentDocument *
make_project (Maker *maker, AssessmentDocument *document)
{
  AssessmentDocument *next = assessment_document_with_strings (
      document, "project.technologies",
      (const char *const[]){ PICK (maker->rand, technologies), NULL }, &maker->error);

  must (maker, next != NULL);
  assessment_document_unref (document);
  return next;
}

/* Every company begins with a document of its own; its stages change date and answers only. */
static AssessmentDocument *
make_company_document (Maker *maker, guint number)
{
  guint place = (guint)g_rand_int_range (maker->rand, 0, G_N_ELEMENTS (places));
  g_autofree char *name = g_strdup_printf ("%s %s %u", PICK (maker->rand, first_words),
                                           PICK (maker->rand, second_words), number);
  AssessmentDocument *document = assessment_document_ref (maker->sample);
  AssessmentDocument *next;

  document = with (maker, document, "company.region", NULL);
  document = with (maker, document, "company.name", name);
  document = with (maker, document, "company.country", places[place].country);
  document = with (maker, document, "company.region", places[place].region);
  next = assessment_document_with_strings (
      document, "company.sectors", (const char *const[]){ PICK (maker->rand, sectors), NULL },
      &maker->error);
  must (maker, next != NULL);
  assessment_document_unref (document);
  return make_project (maker, next);
}

static AssessmentDocument *
answer (Maker *maker, AssessmentDocument *document, guint stage)
{
  static const char *const questions[] = { "q2", "q3", "q5", "q7", "q8", "q10" };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      guint8 options[] = { 1, 2, 3, 4, 5 };
      guint n = MIN ((guint)g_rand_int_range (maker->rand, 0, 4) + stage, G_N_ELEMENTS (options));
      AssessmentDocument *next
          = assessment_document_with_ticks (document, questions[i], NULL, options, n);

      assessment_document_unref (document);
      document = next;
    }
  return document;
}

static WorkspaceSummary
summarize (Maker *maker, guint stage, gboolean open)
{
  WorkspaceSummary summary = { .completeness = open ? 4500 : 10000,
                               .next_step = (char *)(open ? "finish" : "plan"),
                               .size = (char *)PICK (maker->rand, sizes),
                               .versions = (char *)"p r c",
                               .n_dimensions = 6 };
  int sum = 0;

  for (guint i = 0; i < summary.n_dimensions; i++)
    {
      summary.dimensions[i] = g_rand_int_range (maker->rand, 500, 6000) + (int)stage * 1200;
      sum += summary.dimensions[i];
    }
  summary.overall = open ? -1 : sum / 6;
  summary.band = open ? NULL : (char *)bands[MIN (summary.overall / 2500, 3)];
  return summary;
}

static void
make_stage (
    Maker *maker, const char *company_id, AssessmentDocument **document, guint stage, gboolean last)
{
  g_autofree char *id = g_strdup_printf ("%s-%u", company_id, stage);
  g_autofree char *day = base_date_from_days (
      base_date_to_days ("2024-01-01") + g_rand_int_range (maker->rand, 0, 300) + (int)stage * 365);
  gboolean open = last && g_rand_int_range (maker->rand, 0, 4) == 0;
  WorkspaceSummary summary = summarize (maker, stage, open);

  *document = with (maker, *document, "id", id);
  *document = with (maker, *document, "stage", stages[stage]);
  *document = with (maker, *document, "date", day);
  *document = answer (maker, *document, stage);
  must (maker, workspace_store_create (maker->store, *document, company_id, &maker->error));
  if (last)
    must (maker, workspace_store_summarize (maker->store, id, *document, &summary, &maker->error));
  else
    must (maker, workspace_store_freeze (maker->store, id, *document, &summary, "{}", NULL, 0,
                                         base_date_to_days (day) * G_TIME_SPAN_DAY, &maker->error));
}

static void
make_records (Maker *maker, const char *company_id)
{
  g_autofree char *day = base_date_from_days (base_date_to_days ("2026-01-01")
                                              + g_rand_int_range (maker->rand, 0, 700));
  const WorkspaceContact contact = { .name = (char *)PICK (maker->rand, first_words) };
  const WorkspaceMeeting meeting = { .held_on = day, .about = (char *)"Plan" };
  g_autofree char *contact_id = workspace_store_put_record (maker->store, WORKSPACE_RECORD_CONTACT,
                                                            company_id, &contact, &maker->error);
  g_autofree char *meeting_id = workspace_store_put_record (maker->store, WORKSPACE_RECORD_MEETING,
                                                            company_id, &meeting, &maker->error);

  must (maker, contact_id != NULL && meeting_id != NULL);
  if (g_rand_int_range (maker->rand, 0, 3) == 0)
    must (maker, workspace_store_set_tags (maker->store, company_id,
                                           (const char *const[]){ PICK (maker->rand, tags), NULL },
                                           &maker->error));
}

static void
make_company (Maker *maker, guint number)
{
  /* Ids spread as random ones do. */
  g_autofree char *text = g_strdup_printf ("company %u", number);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autofree char *company_id = g_strndup (hash, 32);
  AssessmentDocument *document = make_company_document (maker, number);

  for (guint stage = 0; stage < G_N_ELEMENTS (stages); stage++)
    make_stage (maker, company_id, &document, stage, stage + 1 == G_N_ELEMENTS (stages));
  make_records (maker, company_id);
  assessment_document_unref (document);
}

int
main (int argc, char **argv)
{
  Maker maker = { .rand = g_rand_new_with_seed (20261120) };
  guint n = argc > 2 ? (guint)g_ascii_strtoull (argv[2], NULL, 10) : 20000;

  if (argc < 3 && argc != 2)
    {
      g_printerr ("make-workspace FILE [COMPANIES]\n");
      return 2;
    }
  maker.sample = assessment_document_load ("data/samples/sample-metalworks.json", &maker.error);
  must (&maker, maker.sample != NULL);
  maker.store = workspace_store_open (argv[1], &maker.error);
  must (&maker, maker.store != NULL);
  for (guint i = 0; i < n;)
    {
      must (&maker, workspace_store_begin (maker.store, &maker.error));
      for (guint end = MIN (i + 500, n); i < end; i++)
        make_company (&maker, i + 1);
      must (&maker, workspace_store_commit (maker.store, &maker.error));
    }
  workspace_store_close (maker.store);
  assessment_document_unref (maker.sample);
  g_rand_free (maker.rand);
  return 0;
}
