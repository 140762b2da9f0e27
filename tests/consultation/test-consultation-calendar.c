/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../advice/advice-fixture.h"
#include "consultation/consultation-calendar.h"

#include <string.h>

/* Only days that somebody set; what was dropped goes from the calendar, and what is done reminds no
 * more. */

#define STAMP "20261127T093000Z"

static char *
calendar_text (const char *actions, guint *n_events)
{
  g_autoptr (AssessmentDocument) sample = fixture_sample ("sample-metalworks");
  g_autoptr (AssessmentDocument) document
      = assessment_document_with_value_json (sample, "plan.actions", actions, NULL);
  g_autoptr (Advice) advice = NULL;
  g_autoptr (AdvicePlan) plan = NULL;
  g_autoptr (BaseLanguage) language = base_language_new ("en", NULL);
  g_autoptr (ExchangeCalendar) calendar = NULL;

  g_assert_nonnull (document);
  advice = fixture_whole (document, TODAY);
  plan = advice_plan_new (advice);
  calendar = consultation_calendar_new (plan, language, STAMP);
  *n_events = exchange_calendar_n_events (calendar);
  return exchange_calendar_to_text (calendar);
}

static void
test_days (void)
{
  guint n;
  g_autofree char *text
      = calendar_text ("[{\"id\":\"q8.3\",\"status\":\"planned\",\"due\":\"2027-03-01\",\"owner\":"
                       "\"Ana\",\"measure\":\"a list on the wall\"},"
                       "{\"id\":\"q8.6\",\"status\":\"planned\"}]",
                       &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20270301\r\n"));
  g_assert_nonnull (strstr (text, "Who: Ana"));
  g_assert_nonnull (strstr (text, "How one will see it: a list on the wall"));
  g_assert_nonnull (strstr (text, "BEGIN:VALARM"));
}

static void
test_ended (void)
{
  guint n;
  g_autofree char *text = calendar_text (
      "[{\"id\":\"q8.3\",\"status\":\"dropped\",\"due\":\"2027-03-01\"},"
      "{\"id\":\"own-1\",\"title\":\"Old machine out\",\"kind\":\"measure\",\"status\":\"done\","
      "\"due\":\"2026-10-01\"}]",
      &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_nonnull (strstr (text, "STATUS:CANCELLED"));
  g_assert_nonnull (strstr (text, "SUMMARY:Old machine out"));
  g_assert_null (strstr (text, "BEGIN:VALARM"));
}

/* An entry keeps its id, so that a calendar changes it. */
static void
test_same_entry (void)
{
  guint n;
  g_autofree char *first
      = calendar_text ("[{\"id\":\"q8.3\",\"status\":\"planned\",\"due\":\"2027-03-01\"}]", &n);
  g_autofree char *second
      = calendar_text ("[{\"id\":\"q8.3\",\"status\":\"planned\",\"due\":\"2027-04-01\"}]", &n);
  const char *uid = strstr (first, "UID:");
  g_autofree char *line = NULL;

  g_assert_nonnull (uid);
  line = g_strndup (uid, strcspn (uid, "\r"));
  g_assert_nonnull (strstr (second, line));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture_open ();
  g_test_add_func ("/consultation/calendar/days", test_days);
  g_test_add_func ("/consultation/calendar/ended", test_ended);
  g_test_add_func ("/consultation/calendar/same-entry", test_same_entry);
  status = g_test_run ();
  fixture_close ();
  return status;
}
