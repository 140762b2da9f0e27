/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../advice/advice-fixture.h"
#include "../exchange/exchange-help.h"
#include "base/base-data.h"
#include "base/base-date.h"
#include "catalogue/catalogue-contacts.h"
#include "catalogue/catalogue-own.h"
#include "consultation/consultation-arrived.h"
#include "consultation/consultation-finish.h"
#include "consultation/consultation-frozen.h"
#include "consultation/consultation-outcome.h"
#include "exchange/exchange-collect.h"
#include "workspace/workspace-freeze.h"

/* What one computer finished is finished on another only where the same result can be made. */

typedef struct
{
  char *folder, *own, *id;
  Workspace *workspace;
} Desk;

static void
desk_open (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  desk->folder = exchange_help_folder ();
  desk->own = g_build_filename (desk->folder, "own", NULL);
  path = g_build_filename (desk->folder, "workspace.db", NULL);
  desk->workspace = workspace_open (path, &error);
  g_assert_no_error (error);
}

static void
desk_close (Desk *desk)
{
  g_assert_true (workspace_close (desk->workspace, NULL));
  exchange_help_remove (desk->folder);
  g_free (desk->own);
  g_free (desk->id);
}

typedef struct
{
  Desk sender, receiver;
  char *package;
} Pair;

static void
set_up (Pair *pair, gconstpointer data)
{
  g_autoptr (AssessmentDocument) sample = fixture_sample ("sample-metalworks");
  g_autoptr (AssessmentDocument) kept = NULL;

  desk_open (&pair->sender);
  desk_open (&pair->receiver);
  pair->package = g_build_filename (pair->sender.folder, "sent.waymark", NULL);
  kept = workspace_create_assessment (pair->sender.workspace, sample, NULL, NULL);
  pair->sender.id = g_strdup (assessment_document_id (kept));
}

static void
tear_down (Pair *pair, gconstpointer data)
{
  desk_close (&pair->sender);
  desk_close (&pair->receiver);
  g_free (pair->package);
}

static Catalogue *
catalogue_of (const Desk *desk)
{
  g_autofree char *bundled = base_data_dir (NULL);
  const gboolean own = g_file_test (desk->own, G_FILE_TEST_IS_DIR);
  g_autoptr (GError) error = NULL;
  Catalogue *catalogue
      = catalogue_new ((const char *const[]){ bundled, own ? desk->own : NULL, NULL }, &error);

  g_assert_no_error (error);
  return catalogue;
}

/* A kind of support of the user's own: the catalogue is another from then on. */
static void
add_own (const Desk *desk)
{
  const CatalogueOwnInstrument own = { .title = "Regional voucher",
                                       .payer = "Region",
                                       .amount_eur = -1,
                                       .rate_percent = -1,
                                       .last_verified = "2026-11-20" };
  g_autoptr (GError) error = NULL;

  g_assert_true (
      catalogue_own_add_instrument (desk->own, fixture_catalogue (), &own, NULL, &error));
  g_assert_no_error (error);
}

/* An advice of @days ago that is finished now. */
static gboolean
finish_of (const Desk *desk, Catalogue *catalogue, int days, GError **error)
{
  g_autofree char *today = base_date_today ();
  g_autofree char *day = base_date_from_days (base_date_to_days (today) - days);
  g_autoptr (AssessmentDocument) document = workspace_load (desk->workspace, desk->id, NULL);
  g_autoptr (Advice) advice
      = advice_new (document, fixture_pack (), fixture_rules (), catalogue, day);

  return consultation_finish (desk->workspace, advice, desk->own, error);
}

static gboolean
finish (const Desk *desk, Catalogue *catalogue, GError **error)
{
  return finish_of (desk, catalogue, 0, error);
}

static void
send_package (Pair *pair)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WorkspaceCompany) company = NULL;
  g_autoptr (ExchangeContent) content = NULL;
  g_autoptr (GPtrArray) list = workspace_list (pair->sender.workspace, FALSE, NULL);

  content = exchange_collect_company (pair->sender.workspace,
                                      ((const WorkspaceEntry *)list->pdata[0])->company_id, NULL,
                                      EXCHANGE_ALL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (
      exchange_content_write (content, pair->package, &(ExchangeWriteOptions){ 0 }, &error));
  g_assert_no_error (error);
}

static void
finish_and_send (Pair *pair)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Catalogue) catalogue = catalogue_of (&pair->sender);

  g_assert_true (finish (&pair->sender, catalogue, &error));
  g_assert_no_error (error);
  send_package (pair);
}

static ConsultationArrived
receive (Pair *pair)
{
  Workspace *workspace = pair->receiver.workspace;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExchangeParcel) parcel = exchange_parcel_read (pair->package, NULL, NULL, &error);
  g_autoptr (ExchangeImport) import = NULL;

  g_assert_no_error (error);
  import = exchange_import_new_parcel (workspace, parcel, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (exchange_import_apply (import, workspace, &error));
  g_assert_no_error (error);
  return consultation_arrived_finish (workspace, parcel->package, import, pair->receiver.own);
}

static WorkspaceFrozen *
frozen_of (const Desk *desk, const char *id)
{
  g_autoptr (GError) error = NULL;
  WorkspaceFrozen *frozen = workspace_load_frozen (desk->workspace, id, &error);

  g_assert_no_error (error);
  return frozen;
}

static void
test_finished (Pair *pair, gconstpointer data)
{
  g_autoptr (WorkspaceFrozen) sent = NULL, here = NULL;
  ConsultationArrived arrived;

  finish_and_send (pair);
  arrived = receive (pair);
  g_assert_cmpuint (arrived.finished, ==, 1);
  g_assert_cmpuint (arrived.open, ==, 0);
  sent = frozen_of (&pair->sender, pair->sender.id);
  here = frozen_of (&pair->receiver, pair->sender.id);
  g_assert_cmpstr (here->result, ==, sent->result);
  g_assert_cmpstr (here->versions, ==, sent->versions);
  g_assert_cmpuint (here->parts->len, ==, sent->parts->len);
  g_assert_cmpint (here->frozen_at / G_USEC_PER_SEC, ==, sent->frozen_at / G_USEC_PER_SEC);

  /* It was here before: nothing to finish. */
  arrived = receive (pair);
  g_assert_cmpuint (arrived.finished + arrived.open, ==, 0);
}

/* What was looked at before midnight and finished after it says the day before, here and there; so
 * does what arrives where the clock shows another day. */
static void
test_across_midnight (Pair *pair, gconstpointer data)
{
  g_autofree char *today = base_date_today ();
  g_autofree char *yesterday = base_date_from_days (base_date_to_days (today) - 1);
  g_autoptr (Catalogue) catalogue = catalogue_of (&pair->sender);
  g_autoptr (GError) error = NULL;

  g_assert_true (finish_of (&pair->sender, catalogue, 1, &error));
  g_assert_no_error (error);
  send_package (pair);
  g_assert_cmpuint (receive (pair).finished, ==, 1);
  for (guint i = 0; i < 2; i++)
    {
      const Desk *desk = i == 0 ? &pair->sender : &pair->receiver;
      g_autoptr (WorkspaceFrozen) kept = frozen_of (desk, pair->sender.id);
      g_autoptr (ConsultationFrozen) frozen
          = consultation_frozen_load (desk->workspace, pair->sender.id, NULL, &error);
      g_autoptr (Advice) advice = consultation_frozen_advise (frozen, kept->document);
      g_autofree char *again = consultation_outcome_write (advice);

      g_assert_cmpstr (consultation_frozen_day (frozen), ==, yesterday);
      g_assert_cmpstr (again, ==, kept->result);
    }
}

/* Whom somebody knows at a hub is no part of what was finished: it arrives finished where nobody
 * knows anybody, and a result of before shows who is known today. */
static void
test_contacts_apart (Pair *pair, gconstpointer data)
{
  const char *hub = catalogue_hub (fixture_catalogue (), 0)->id;
  g_autoptr (ConsultationFrozen) with = NULL, without = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (
      catalogue_contacts_set (pair->sender.own, fixture_catalogue (), hub, "Ana", &error));
  g_assert_no_error (error);
  finish_and_send (pair);
  g_assert_cmpuint (receive (pair).finished, ==, 1);
  with = consultation_frozen_load (pair->sender.workspace, pair->sender.id, pair->sender.own,
                                   &error);
  g_assert_no_error (error);
  without = consultation_frozen_load (pair->receiver.workspace, pair->sender.id,
                                      pair->receiver.own, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (catalogue_find_hub (consultation_frozen_catalogue (with), hub)->contact, ==,
                   "Ana");
  g_assert_null (catalogue_find_hub (consultation_frozen_catalogue (without), hub)->contact);
}

/* A result that says no day is of the day it was finished on. */
static void
test_day_unsaid (void)
{
  g_autoptr (GDateTime) noon = g_date_time_new_local (2026, 3, 29, 12, 0, 0);
  const gint64 at = g_date_time_to_unix (noon) * G_USEC_PER_SEC;
  static const char *const results[]
      = { "{}", "[]", "", "{\"date\":3}", "{\"date\":\"2026-02-30\"}", "{\"date\":null}" };

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *day = consultation_frozen_day_of (results[i], at);

      g_assert_cmpstr (day, ==, "2026-03-29");
    }
}

/* An import is taken back as a whole, with what it finished. */
static void
test_undone (Pair *pair, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  finish_and_send (pair);
  g_assert_cmpuint (receive (pair).finished, ==, 1);
  g_assert_true (exchange_import_undo (pair->receiver.workspace, &error));
  g_assert_no_error (error);
  list = workspace_list (pair->receiver.workspace, FALSE, NULL);
  g_assert_cmpuint (list->len, ==, 0);
}

/* The sender had a kind of support that is not here; where it is, the same package is finished. */
static void
test_other_catalogue (Pair *pair, gconstpointer data)
{
  g_autoptr (WorkspaceFrozen) here = NULL;
  ConsultationArrived arrived;

  add_own (&pair->sender);
  finish_and_send (pair);
  arrived = receive (pair);
  g_assert_cmpuint (arrived.finished, ==, 0);
  g_assert_cmpuint (arrived.open, ==, 1);
  g_assert_null (here = frozen_of (&pair->receiver, pair->sender.id));

  desk_close (&pair->receiver);
  pair->receiver = (Desk){ 0 };
  desk_open (&pair->receiver);
  add_own (&pair->receiver);
  arrived = receive (pair);
  g_assert_cmpuint (arrived.finished, ==, 1);
  g_assert_cmpuint (arrived.open, ==, 0);
}

/* Writes the package again with other words in the result. */
static void
replace_in_result (Pair *pair, const char *old, const char *new)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExchangeParcel) parcel = exchange_parcel_read (pair->package, NULL, NULL, &error);
  const ExchangeManifest *manifest = exchange_package_manifest (parcel->package);
  g_autoptr (ExchangeContent) content = exchange_content_new (EXCHANGE_ALL);

  g_assert_no_error (error);
  exchange_content_add_document (content, exchange_package_document (parcel->package, 0));
  for (guint i = 0; i < manifest->parts->len; i++)
    {
      const ExchangePart *part = manifest->parts->pdata[i];
      g_autoptr (GString) text = NULL;

      if (part->kind != EXCHANGE_PART_RESULT)
        continue;
      text = g_string_new (exchange_package_text (parcel->package, part->name));
      g_assert_cmpuint (g_string_replace (text, old, new, 0), >, 0);
      exchange_content_add_result (content, part->id, text->str, NULL, NULL, NULL);
    }
  g_assert_true (
      exchange_content_write (content, pair->package, &(ExchangeWriteOptions){ 0 }, &error));
  g_assert_no_error (error);
}

/* A sender's word alone is not believed. */
static void
test_other_result (Pair *pair, gconstpointer data)
{
  static const struct
  {
    const char *old, *new;
  } changes[] = { { "\\\"overall\\\":26.56", "\\\"overall\\\":76.56" },
                  { "\"frozen_at\"", "\"frozen\"" },
                  { "\"parts\"", "\"pieces\"" } };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      ConsultationArrived arrived;
      g_autoptr (WorkspaceFrozen) here = NULL;

      finish_and_send (pair);
      replace_in_result (pair, changes[i].old, changes[i].new);
      arrived = receive (pair);
      g_assert_cmpuint (arrived.finished, ==, 0);
      g_assert_cmpuint (arrived.open, ==, 1);
      g_assert_null (here = frozen_of (&pair->receiver, pair->sender.id));
      tear_down (pair, NULL);
      *pair = (Pair){ 0 };
      set_up (pair, NULL);
    }
}

/* The files on the disk are newer than those that the advice was made with. */
static void
test_replaced_meanwhile (Pair *pair, gconstpointer data)
{
  g_autoptr (Catalogue) catalogue = catalogue_of (&pair->sender);
  g_autoptr (WorkspaceFrozen) none = NULL;
  g_autoptr (GError) error = NULL;

  add_own (&pair->sender);
  g_assert_false (finish (&pair->sender, catalogue, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_CHANGED);
  g_assert_null (none = frozen_of (&pair->sender, pair->sender.id));
}

#define ADD(path, function)                                                                        \
  g_test_add ("/consultation/arrived/" path, Pair, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture_open ();
  ADD ("finished", test_finished);
  ADD ("across-midnight", test_across_midnight);
  g_test_add_func ("/consultation/arrived/day-unsaid", test_day_unsaid);
  ADD ("contacts-apart", test_contacts_apart);
  ADD ("undone", test_undone);
  ADD ("other-catalogue", test_other_catalogue);
  ADD ("other-result", test_other_result);
  ADD ("replaced-meanwhile", test_replaced_meanwhile);
  status = g_test_run ();
  fixture_close ();
  return status;
}
