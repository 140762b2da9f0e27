/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../advice/advice-fixture.h"
#include "consultation/consultation-partner.h"

/* Who could apply with whom. */

#define TWIN_PROJECT(technologies)                                                                 \
  "\"goal\":\"develop\",\"cyber_physical\":true,\"technologies\":[" technologies "]"

typedef struct
{
  GArray *candidates; /* ConsultationCandidate */
} Clients;

static void
add (
    Clients *clients, const char *id, const char *company, const char *project, const char *answers)
{
  g_autoptr (AssessmentDocument) document = fixture_document (company, project, answers);
  ConsultationCandidate candidate = { id, fixture_whole (document, TODAY) };

  g_array_append_val (clients->candidates, candidate);
}

static void
clear_candidate (gpointer data)
{
  ConsultationCandidate *candidate = data;

  advice_unref (candidate->advice);
}

static Clients
clients_new (void)
{
  Clients clients = { g_array_new (FALSE, FALSE, sizeof (ConsultationCandidate)) };

  g_array_set_clear_func (clients.candidates, clear_candidate);
  return clients;
}

#define SPANISH                                                                                    \
  "\"country\":\"ES\",\"sectors\":[\"metalworking\"],\"holdings\":[],\"accounts\":[{\"year\":"     \
  "2025,\"staff\":12,\"turnover_eur\":900000,\"balance_sheet_eur\":500000}]"
#define LARGE                                                                                      \
  "\"country\":\"FR\",\"holdings\":[],\"accounts\":[{\"year\":2025,\"staff\":9000,\"turnover_eur"  \
  "\":900000000,\"balance_sheet_eur\":900000000}]"

static ConsultationPartners *
find (const Clients *clients, int focus, gboolean low_digital, guint max)
{
  return consultation_partners_new ((const ConsultationCandidate *)clients->candidates->data,
                                    clients->candidates->len, focus, low_digital, max);
}

/* Another country and something the other lacks; a large firm never, the same country never. */
static void
test_twin (void)
{
  Clients clients = clients_new ();
  g_autoptr (ConsultationPartners) partners = NULL;
  const ConsultationPair *pair;

  add (&clients, "a", SMALL_FIRM, TWIN_PROJECT ("\"robotics\""), SAMPLE_ANSWERS);
  add (&clients, "b", SPANISH, TWIN_PROJECT ("\"iot\""), SAMPLE_ANSWERS);
  add (&clients, "c", SMALL_FIRM, TWIN_PROJECT ("\"iot\""), SAMPLE_ANSWERS);
  add (&clients, "d", LARGE, TWIN_PROJECT ("\"cps\""), SAMPLE_ANSWERS);
  add (&clients, "e", SPANISH, TWIN_PROJECT ("\"robotics\""), SAMPLE_ANSWERS);
  add (&clients, "f", SPANISH, "\"goal\":\"develop\"", SAMPLE_ANSWERS);
  partners = find (&clients, -1, FALSE, 100);
  g_assert_cmpuint (consultation_partners_n (partners), ==, 2);
  pair = consultation_partners_get (partners, 0);
  g_assert_cmpuint (pair->first, ==, 0); /* a robotics, b iot */
  g_assert_cmpuint (pair->second, ==, 1);
  g_assert_cmpuint (pair->n_complementary, ==, 2);
  pair = consultation_partners_get (partners, 1);
  g_assert_cmpuint (pair->first, ==, 2); /* c iot, e robotics */
  g_assert_cmpuint (pair->second, ==, 4);
  g_assert_cmpuint (consultation_partners_n_without_project (partners), ==, 1);
  g_assert_false (consultation_partners_truncated (partners));
  g_array_unref (clients.candidates);
}

/* Step by step the same is found. */
static void
test_steps (void)
{
  Clients clients = clients_new ();
  g_autoptr (ConsultationPartners) whole = NULL;
  g_autoptr (ConsultationPartners) steps = NULL;
  guint n = 0;

  add (&clients, "a", SMALL_FIRM, TWIN_PROJECT ("\"robotics\""), SAMPLE_ANSWERS);
  add (&clients, "b", SPANISH, TWIN_PROJECT ("\"iot\""), SAMPLE_ANSWERS);
  add (&clients, "c", SMALL_FIRM, TWIN_PROJECT ("\"cps\""), SAMPLE_ANSWERS);
  whole = find (&clients, -1, FALSE, 100);
  steps = consultation_partners_begin ((const ConsultationCandidate *)clients.candidates->data,
                                       clients.candidates->len, -1, FALSE, 100);
  while (consultation_partners_step (steps))
    {
      n++;
      g_assert_cmpfloat (consultation_partners_progress (steps), <=, 1);
    }
  g_assert_cmpuint (n, ==, 2); /* a with b, c with b */
  g_assert_cmpfloat (consultation_partners_progress (steps), >=, 1);
  g_assert_cmpuint (consultation_partners_n (steps), ==, consultation_partners_n (whole));
  for (guint i = 0; i < consultation_partners_n (whole); i++)
    {
      g_assert_cmpuint (consultation_partners_get (steps, i)->first, ==,
                        consultation_partners_get (whole, i)->first);
      g_assert_cmpuint (consultation_partners_get (steps, i)->second, ==,
                        consultation_partners_get (whole, i)->second);
    }
  g_assert_false (consultation_partners_step (steps));
  g_array_unref (clients.candidates);
}

/* Nobody has said that the two are independent: it cannot be told yet, and the rules say what else
 * is met. */
static void
test_same_rules (void)
{
  Clients clients = clients_new ();
  g_autoptr (ConsultationPartners) partners = NULL;
  const ConsultationPair *pair;
  guint unknown = 0;

  add (&clients, "a", SMALL_FIRM, TWIN_PROJECT ("\"robotics\""), SAMPLE_ANSWERS);
  add (&clients, "b", SPANISH, TWIN_PROJECT ("\"iot\""), SAMPLE_ANSWERS);
  partners = find (&clients, 1, FALSE, 100);
  g_assert_cmpuint (consultation_partners_n (partners), ==, 1);
  pair = consultation_partners_get (partners, 0);
  g_assert_cmpstr (pair->instrument->instrument->id, ==, "twin-ae");
  g_assert_cmpint (pair->instrument->status, ==, ADVICE_STATUS_UNKNOWN);
  for (guint i = 0; i < pair->instrument->n_criteria; i++)
    {
      const AdviceCriterion *criterion = &pair->instrument->criteria[i];

      if (g_strcmp0 (criterion->fact, "partners independent") == 0)
        g_assert_cmpint (criterion->outcome, ==, ADVICE_CRITERION_UNKNOWN);
      if (g_strcmp0 (criterion->fact, "country count") == 0)
        g_assert_cmpint (criterion->outcome, ==, ADVICE_CRITERION_MET);
      unknown += criterion->outcome == ADVICE_CRITERION_UNKNOWN;
    }
  g_assert_cmpuint (unknown, ==, 1);
  g_assert_cmpuint (pair->n_reasons, ==, 3);
  g_assert_true (fixture_says (pair->reasons[0], "brings Robotics"));
  g_assert_true (fixture_says (pair->reasons[1], "Portugal"));
  g_array_unref (clients.candidates);
}

/* Two firms that are both well advanced are no pair for the low-digital Twin. */
static void
test_low_digital (void)
{
  static const char advanced[]
      = "\"q1\":{\"invested\":[1,2,3,4,5,6,7,8,9,10],\"planned\":[1,2,3,4,5,6,7,8,9,10]},"
        "\"q2\":[1,2,3,4,5,6,7,8,9,10],\"q3\":[1,2,3,4,5,6,7,8,9,10],\"q4\":[5,5,5,5,5,5,5],"
        "\"q5\":[1,2,3,4,5,6,7],\"q6\":[1,2,3,4,5,6,7,8],\"q7\":[1,3,4,5,6,7,8],"
        "\"q8\":[1,2,3,4,5,6],\"q9\":[5,5,5,5,5],\"q10\":[1,2,3,4,5,6,7,8,9,10],"
        "\"q11\":[2,2,2,2,2]";
  Clients clients = clients_new ();
  g_autoptr (ConsultationPartners) low = NULL;
  g_autoptr (ConsultationPartners) plain = NULL;

  add (&clients, "a", SMALL_FIRM, TWIN_PROJECT ("\"robotics\""), advanced);
  add (&clients, "b", SPANISH, TWIN_PROJECT ("\"iot\""), advanced);
  add (&clients, "c", SPANISH, TWIN_PROJECT ("\"iot\""), NO_ANSWERS);
  low = find (&clients, 0, TRUE, 100);
  plain = find (&clients, 0, FALSE, 100);
  g_assert_cmpuint (consultation_partners_n (low), ==, 1);
  g_assert_cmpuint (consultation_partners_get (low, 0)->second, ==, 2);
  g_assert_true (fixture_says (consultation_partners_get (low, 0)->reasons[2], "0"));
  g_assert_cmpuint (consultation_partners_n (plain), ==, 2);
  g_array_unref (clients.candidates);
}

/* The more they complete each other the earlier; at most as many as asked for. */
static void
test_order (void)
{
  Clients clients = clients_new ();
  g_autoptr (ConsultationPartners) partners = NULL;

  add (&clients, "a", SMALL_FIRM, TWIN_PROJECT ("\"robotics\",\"cps\""), SAMPLE_ANSWERS);
  add (&clients, "b", SPANISH, TWIN_PROJECT ("\"iot\",\"cps\""), SAMPLE_ANSWERS);
  add (&clients, "c", SPANISH, TWIN_PROJECT ("\"iot\",\"digital-twins\""), SAMPLE_ANSWERS);
  partners = find (&clients, 0, FALSE, 1);
  g_assert_cmpuint (consultation_partners_n (partners), ==, 1);
  g_assert_cmpuint (consultation_partners_get (partners, 0)->second, ==, 2);
  g_array_unref (clients.candidates);
}

static void
test_nobody (void)
{
  g_autoptr (ConsultationPartners) partners = consultation_partners_new (NULL, 0, -1, FALSE, 10);

  g_assert_cmpuint (consultation_partners_n (partners), ==, 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture_open ();
  g_test_add_func ("/consultation/partner/twin", test_twin);
  g_test_add_func ("/consultation/partner/steps", test_steps);
  g_test_add_func ("/consultation/partner/same-rules", test_same_rules);
  g_test_add_func ("/consultation/partner/low-digital", test_low_digital);
  g_test_add_func ("/consultation/partner/order", test_order);
  g_test_add_func ("/consultation/partner/nobody", test_nobody);
  status = g_test_run ();
  fixture_close ();
  return status;
}
