/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-help.h"

#include "exchange/exchange-collect.h"
#include "exchange/exchange-import.h"
#include "workspace/workspace-companies.h"
#include "workspace/workspace-files.h"

#include <string.h>

/* Whole workspaces on their way, generated: what one computer has of a company the other has too,
 * whatever it is and in whatever order it comes; and no broken package changes anything. */

typedef struct
{
  char *folder;
  Workspace *workspace;
} Desk;

static Desk
desk_open (void)
{
  g_autoptr (GError) error = NULL;
  Desk desk = { .folder = exchange_help_folder () };
  g_autofree char *path = g_build_filename (desk.folder, "workspace.db", NULL);

  desk.workspace = workspace_open (path, &error);
  g_assert_no_error (error);
  return desk;
}

static void
desk_close (Desk *desk)
{
  g_assert_true (workspace_close (desk->workspace, NULL));
  exchange_help_remove (desk->folder);
}

/* --- generated companies ---------------------------------------------------------------------- */

static char *
add_file (Workspace *workspace, GRand *rand)
{
  gsize n = (gsize)g_rand_int_range (rand, 0, 40000);
  g_autofree guint8 *bytes = g_malloc (n + 1);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  char *sha256;

  for (gsize i = 0; i < n; i++)
    bytes[i] = (guint8)g_rand_int (rand);
  stream = g_memory_input_stream_new_from_data (bytes, (gssize)n, NULL);
  sha256 = workspace_files_add (workspace_path (workspace), stream, WORKSPACE_FILE_MAX, NULL, NULL,
                                &error);
  g_assert_no_error (error);
  return sha256;
}

static AssessmentDocument *
with_evidence (const AssessmentDocument *document, Workspace *workspace, GRand *rand)
{
  g_autoptr (GString) json = g_string_new ("[");
  AssessmentDocument *with;

  for (int n = g_rand_int_range (rand, 0, 3), i = 0; i < n; i++)
    {
      g_autofree char *sha256 = add_file (workspace, rand);

      g_string_append_printf (
          json, "%s{\"id\":\"e%d\",\"title\":\"Ä invoice\\n%d\",\"sha256\":\"%s\",\"copy\":true}",
          i == 0 ? "" : ",", i, i, sha256);
    }
  g_string_append (json, "]");
  with = assessment_document_with_value_json (document, "evidence", json->str, NULL);
  g_assert_nonnull (with);
  return with;
}

/* Records whose texts are those of @rand, some fields without any. */
static void
add_records (Workspace *workspace, const char *company, GRand *rand, const char *id)
{
  static const char *const words[] = { NULL, "Rui", "Ö\n=1+1", "“x”, y;z", "line\nline" };
#define WORD ((char *)words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))])
#define TEXT ((char *)words[g_rand_int_range (rand, 1, G_N_ELEMENTS (words))])
  g_autoptr (GError) error = NULL;

  for (int n = g_rand_int_range (rand, 0, 4), i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%s%d", id, i);
      g_autofree char *day = g_strdup_printf ("2026-0%d-1%d", g_rand_int_range (rand, 1, 9), i);
      WorkspaceContact contact
          = { .id = number, .name = TEXT, .role = WORD, .email = WORD, .phone = WORD };
      WorkspaceMeeting meeting
          = { .id = number, .held_on = day, .place = WORD, .about = WORD, .outcome = WORD };
      WorkspaceNote note = { .id = number,
                             .written_on = day,
                             .author = WORD,
                             .text = TEXT,
                             .in_report = g_rand_boolean (rand) };
      g_autofree char *c = workspace_put_contact (workspace, company, &contact, &error);
      g_autofree char *m = workspace_put_meeting (workspace, company, &meeting, &error);
      g_autofree char *t = workspace_put_note (workspace, company, &note, &error);

      g_assert_no_error (error);
    }
#undef WORD
#undef TEXT
}

/* A company of one to three stages with evidence and records. */
static char *
fill (Workspace *workspace, guint32 seed)
{
  const char *const tags[] = { "pilot", seed % 2 ? "a, b" : "Ünder", NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  char *company = NULL;

  for (guint i = 0; i < 1 + seed % 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u-%u", seed, i);
      g_autoptr (AssessmentDocument) plain = exchange_help_document (seed * 11 + i, id);
      g_autoptr (AssessmentDocument) document = with_evidence (plain, workspace, rand);
      g_autoptr (AssessmentDocument) kept
          = workspace_create_assessment (workspace, document, company, NULL);
      g_autoptr (GPtrArray) list = workspace_list (workspace, FALSE, NULL);

      g_assert_nonnull (kept);
      if (company == NULL)
        company = g_strdup (((const WorkspaceEntry *)list->pdata[0])->company_id);
    }
  add_records (workspace, company, rand, "r");
  g_assert_true (workspace_set_tags (workspace, company, tags, NULL));
  return company;
}

/* --- on the way ------------------------------------------------------------------------------- */

static char *
send (const Desk *desk, const char *company, const char *name)
{
  char *package = g_build_filename (desk->folder, name, NULL);
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (ExchangeContent) content
      = exchange_collect_company (desk->workspace, company, NULL, EXCHANGE_ALL, missing, &error);
  const ExchangeWriteOptions options = { .open = exchange_collect_open,
                                         .open_data = (gpointer)workspace_path (desk->workspace) };

  g_assert_no_error (error);
  g_assert_cmpuint (missing->len, ==, 0);
  g_assert_true (exchange_content_write (content, package, &options, &error));
  g_assert_no_error (error);
  return package;
}

/* TRUE: it changed something. */
static gboolean
receive (const Desk *desk, const char *package)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExchangeParcel) parcel = exchange_parcel_read (package, NULL, NULL, &error);
  g_autoptr (ExchangeImport) import = NULL;

  g_assert_no_error (error);
  import = exchange_import_new_parcel (desk->workspace, parcel, NULL, &error);
  g_assert_no_error (error);
  if (!exchange_import_has_changes (import))
    return FALSE;
  g_assert_true (
      exchange_import_keep_evidence (import, desk->workspace, parcel->shelf, NULL, &error));
  g_assert_true (exchange_import_apply (import, desk->workspace, &error));
  g_assert_no_error (error);
  return TRUE;
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const WorkspaceNote *const *first = a, *const *second = b;

  return strcmp ((*first)->id, (*second)->id);
}

static void
tell_evidence (GString *text, Workspace *workspace, const AssessmentDocument *document)
{
  for (guint i = 0; i < assessment_document_count (document, "evidence"); i++)
    {
      g_autofree char *path = g_strdup_printf ("evidence[%u].sha256", i);
      const char *sha256 = assessment_document_get_string (document, path);

      g_string_append_printf (text, "%s %d\n", sha256,
                              workspace_files_read (workspace_path (workspace), sha256, NULL, NULL,
                                                    NULL));
    }
}

/* Notes of one day stand in the order in which they came: that alone is not promised. */
static char *
tell_company (Workspace *workspace, const char *company_id)
{
  g_autoptr (ExchangeCompany) company = exchange_company_load (workspace, company_id, NULL);

  g_ptr_array_sort (company->notes, compare_notes);
  return exchange_company_write (company);
}

/* All that the workspace has, byte for byte: documents by id with what each file's hash says of its
 * content, then the records of each company. */
static char *
tell (const Desk *desk)
{
  g_autoptr (GPtrArray) list = workspace_list (desk->workspace, FALSE, NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const WorkspaceEntry *entry = list->pdata[i];
      g_autoptr (AssessmentDocument) document = workspace_load (desk->workspace, entry->id, NULL);
      g_autofree char *json = assessment_document_serialize (document, FALSE);
      GString *text = g_string_new (json);

      tell_evidence (text, desk->workspace, document);
      g_ptr_array_add (texts, g_string_free (text, FALSE));
      if (g_hash_table_add (told, g_strdup (entry->company_id)))
        g_ptr_array_add (texts, tell_company (desk->workspace, entry->company_id));
    }
  g_ptr_array_sort (texts, exchange_help_compare);
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("\n", (char **)texts->pdata);
}

/* Nothing is lost, byte for byte, there and back; and a second time changes nothing. */
static void
test_round_trip (void)
{
  for (guint32 seed = 1; seed <= 30; seed++)
    {
      Desk hub = desk_open (), firm = desk_open ();
      g_autofree char *company = fill (hub.workspace, seed);
      g_autofree char *there = send (&hub, company, "there.waymark");
      g_autofree char *had = tell (&hub), *got = NULL, *after = NULL;
      g_autofree char *back = NULL;

      g_assert_true (receive (&firm, there));
      got = tell (&firm);
      g_assert_cmpstr (got, ==, had);
      g_assert_false (receive (&firm, there));

      back = send (&firm, company, "back.waymark");
      g_assert_false (receive (&hub, back));
      after = tell (&hub);
      g_assert_cmpstr (after, ==, had);
      desk_close (&hub);
      desk_close (&firm);
    }
}

/* Two who grew apart from one copy without contradicting: whichever package comes first, and
 * however often, the third has the same. */
static void
test_order (void)
{
  for (guint32 seed = 1; seed <= 15; seed++)
    {
      Desk one = desk_open (), other = desk_open (), left = desk_open (), right = desk_open ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed * 31);
      g_autofree char *company = fill (one.workspace, seed);
      g_autofree char *base = send (&one, company, "base.waymark");
      g_autofree char *first = NULL, *second = NULL, *there = NULL, *here = NULL;

      g_assert_true (receive (&other, base));
      add_records (one.workspace, company, rand, "one");
      add_records (other.workspace, company, rand, "other");
      first = send (&one, company, "one.waymark");
      second = send (&other, company, "other.waymark");
      receive (&left, first);
      receive (&left, second);
      receive (&left, first);
      receive (&right, second);
      receive (&right, first);
      here = tell (&left);
      there = tell (&right);
      g_assert_cmpstr (here, ==, there);
      g_assert_false (receive (&left, second));
      g_assert_false (receive (&right, second));
      desk_close (&one);
      desk_close (&other);
      desk_close (&left);
      desk_close (&right);
    }
}

/* --- broken on the way ------------------------------------------------------------------------ */

static gsize
break_it (char *bytes, gsize n, GRand *rand)
{
  gsize length = n;

  for (int k = g_rand_int_range (rand, 1, 6); k > 0; k--)
    switch (g_rand_int_range (rand, 0, 4))
      {
      case 0:
        length = (gsize)g_rand_int_range (rand, (gint32)length / 2, (gint32)length + 1);
        break;
      case 1:
        bytes[g_rand_int_range (rand, 0, MIN ((gint32)n, 3000))] = (char)g_rand_int (rand);
        break;
      case 2:
        memset (bytes + g_rand_int_range (rand, 0, (gint32)n - 16), 0xff, 16);
        break;
      default:
        bytes[g_rand_int_range (rand, 0, (gint32)n)] ^= (char)(1 << g_rand_int_range (rand, 0, 7));
      }
  return length;
}

/* A thousand broken packages: refused with words, or (only bytes that mean nothing changed) without
 * anything to take in; the workspace has what it had, and nothing lies beside it. */
static void
test_broken (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261127);
  Desk sender = desk_open (), hub = desk_open ();
  g_autofree char *company = fill (sender.workspace, 5);
  g_autofree char *package = send (&sender, company, "whole.waymark");
  g_autofree char *broken = g_build_filename (sender.folder, "broken.waymark", NULL);
  g_autofree char *had = NULL, *has = NULL, *names = NULL, *names_after = NULL, *bytes = NULL;
  gsize n = 0;
  guint refused = 0;

  receive (&hub, package);
  had = tell (&hub);
  names = exchange_help_list (hub.folder);
  bytes = exchange_help_read (package, &n);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *changed = g_memdup2 (bytes, n);
      gsize length = break_it (changed, n, rand);
      g_autoptr (GError) error = NULL;
      g_autoptr (ExchangeParcel) parcel = NULL;
      g_autoptr (ExchangeImport) import = NULL;

      g_assert_true (g_file_set_contents (broken, changed, (gssize)length, NULL));
      parcel = exchange_parcel_read (broken, NULL, NULL, &error);
      g_assert_true ((parcel == NULL) == (error != NULL));
      if (parcel != NULL)
        import = exchange_import_new_parcel (hub.workspace, parcel, NULL, &error);
      if (import != NULL)
        g_assert_false (exchange_import_has_changes (import));
      else
        refused++;
    }
  has = tell (&hub);
  names_after = exchange_help_list (hub.folder);
  g_assert_cmpstr (has, ==, had);
  g_assert_cmpstr (names_after, ==, names);
  g_test_message ("%u of 1000 refused", refused);
  g_assert_cmpuint (refused, >, 800);
  desk_close (&sender);
  desk_close (&hub);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/workspaces/round-trip", test_round_trip);
  g_test_add_func ("/exchange/workspaces/order", test_order);
  g_test_add_func ("/exchange/workspaces/broken", test_broken);
  return g_test_run ();
}
