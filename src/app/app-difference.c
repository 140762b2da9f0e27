/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-difference.h"

#include "base/base-date.h"
#include "base/base-json.h"

#include <glib/gi18n.h>

/* Paths and JSON of the document in a person's words. */

/* Longer values are cut: the file itself has them whole. */
#define MAX_CHARACTERS 300

static const struct
{
  const char *name, *title;
} members[] = {
  { "id", N_ ("Identifier") },
  { "pack", N_ ("Questionnaire") },
  { "version", N_ ("Version") },
  { "stage", N_ ("Stage") },
  { "date", N_ ("Date") },
  { "previous", N_ ("Assessment before this one") },
  { "company", N_ ("Company") },
  { "project", N_ ("Project") },
  { "answers", N_ ("Answers") },
  { "suggestions", N_ ("Suggested answers") },
  { "respondents", N_ ("People who answered") },
  { "agreed", N_ ("Agreed answers") },
  { "targets", N_ ("Targets") },
  { "target_plans", N_ ("Plans for targets") },
  { "plan", N_ ("Plan") },
  { "notes", N_ ("Notes") },
  { "evidence", N_ ("Evidence") },
  { "portal", N_ ("Portal of the Commission") },
  { "delivered", N_ ("Services delivered") },
  { "declarations", N_ ("Declarations") },
  { "consents", N_ ("Consents") },
  { "given", N_ ("Given") },
  /* company */
  { "name", N_ ("Name") },
  { "legal_name", N_ ("Legal name") },
  { "legal_form", N_ ("Legal form") },
  { "registration", N_ ("Registration number") },
  { "registered_on", N_ ("Registered on") },
  { "registered_by", N_ ("Registered by") },
  { "vat_number", N_ ("VAT number") },
  { "tax_number", N_ ("Tax number") },
  { "pic", N_ ("Participant code (PIC)") },
  { "pic_status", N_ ("State of the PIC") },
  { "founded", N_ ("Founded") },
  { "website", N_ ("Website") },
  { "street", N_ ("Street") },
  { "postal_code", N_ ("Postal code") },
  { "city", N_ ("Town") },
  { "country", N_ ("Country") },
  { "region", N_ ("Region") },
  { "contact", N_ ("Contact") },
  { "role", N_ ("Role") },
  { "email", N_ ("E-mail") },
  { "phone", N_ ("Telephone") },
  { "sectors", N_ ("Sectors") },
  { "secondary_sectors", N_ ("Other sectors") },
  { "nace", N_ ("Activity (NACE)") },
  { "revision", N_ ("Revision") },
  { "division", N_ ("Division") },
  { "class", N_ ("Class") },
  { "accounts", N_ ("Accounts") },
  { "year", N_ ("Year") },
  { "staff", N_ ("People") },
  { "turnover_eur", N_ ("Turnover in €") },
  { "balance_sheet_eur", N_ ("Total assets in €") },
  { "estimated", N_ ("Estimated") },
  { "holdings", N_ ("Other companies of the group") },
  { "relation", N_ ("Relation") },
  { "through", N_ ("Linked through") },
  { "share_percent", N_ ("Share of capital in %") },
  { "votes_percent", N_ ("Share of votes in %") },
  { "aid", N_ ("State aid") },
  { "aid_exclusions", N_ ("Activities without de minimis aid") },
  { "other_funding", N_ ("Other funding") },
  { "granted_on", N_ ("Granted on") },
  { "granted_to", N_ ("Granted to") },
  { "authority", N_ ("Authority") },
  { "member_state", N_ ("Member state") },
  { "regulation", N_ ("Regulation") },
  { "amount_eur", N_ ("Amount in €") },
  { "status", N_ ("State") },
  { "costs", N_ ("Costs") },
  /* project */
  { "title", N_ ("Title") },
  { "summary", N_ ("Summary") },
  { "pains", N_ ("What hurts most") },
  { "goal", N_ ("Goal") },
  { "subject", N_ ("Subject") },
  { "technologies", N_ ("Technologies") },
  { "services", N_ ("Services wanted") },
  { "cyber_physical", N_ ("Sensors, electronics and software together") },
  { "proven_concept", N_ ("Proven concept") },
  { "digital_twin", N_ ("Digital twin") },
  { "group", N_ ("Group") },
  { "partners", N_ ("Partners") },
  { "kind", N_ ("Kind") },
  { "sme", N_ ("Small or medium-sized") },
  { "size", N_ ("Size") },
  { "independent", N_ ("Independent") },
  { "overall_score", N_ ("Overall score") },
  { "score_date", N_ ("Day of the score") },
  { "signed", N_ ("Signed") },
  { "signed_on", N_ ("Signed on") },
  { "assessment", N_ ("Assessment") },
  { "challenge_owner", N_ ("Owner of the challenge") },
  { "markets", N_ ("Markets") },
  { "budget_eur", N_ ("Budget in €") },
  { "expected_result", N_ ("Expected result") },
  { "trl_start", N_ ("Technology readiness at the start") },
  { "trl_end", N_ ("Technology readiness at the end") },
  { "starts_on", N_ ("Begins on") },
  { "ends_on", N_ ("Ends on") },
  { "milestones", N_ ("Milestones") },
  { "prior_i4ms_sae_eur", N_ ("Earlier support from I4MS or SAE in €") },
  { "hub", N_ ("Hub") },
  { "call", N_ ("Call") },
  { "deadline", N_ ("Deadline") },
  { "conditions", N_ ("Conditions") },
  { "statements", N_ ("Statements on conditions") },
  { "condition", N_ ("Condition") },
  { "clause", N_ ("Clause") },
  { "state", N_ ("State") },
  { "note", N_ ("Note") },
  { "by", N_ ("By") },
  { "on", N_ ("On") },
  /* people, plan, notes, evidence */
  { "name_shown", N_ ("Name may be shown") },
  { "submitted_on", N_ ("Handed in on") },
  { "value", N_ ("Answer") },
  { "reason", N_ ("Reason") },
  { "due", N_ ("Due") },
  { "measure", N_ ("How it is measured") },
  { "owner", N_ ("Who is responsible") },
  { "actions", N_ ("Actions") },
  { "weights", N_ ("Weights") },
  { "effort", N_ ("Effort") },
  { "cost", N_ ("Cost") },
  { "after", N_ ("After") },
  { "effects", N_ ("Effect on answers") },
  { "question", N_ ("Question") },
  { "author", N_ ("Author") },
  { "text", N_ ("Text") },
  { "in_report", N_ ("In the report") },
  { "type", N_ ("Type") },
  { "file", N_ ("File") },
  { "sha256", N_ ("Check sum") },
  { "valid_until", N_ ("Valid until") },
  { "bytes", N_ ("Size of the file") },
  { "questions", N_ ("Questions") },
  { "criteria", N_ ("Criteria") },
  { "seen_by", N_ ("Seen by") },
  { "seen_on", N_ ("Seen on") },
  { "copy", N_ ("Copy") },
  { "entered_on", N_ ("Entered on") },
  { "official_score", N_ ("Official score") },
  { "service", N_ ("Service") },
  { "value_eur", N_ ("Value in €") },
  { "aid_rule", N_ ("Aid rule") },
};

const char *
app_difference_member (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (members[i].name, name))
      return gettext (members[i].title);
  return NULL;
}

/* --- titles ----------------------------------------------------------------------------------- */

/* The question that a path is about: "answers.q4", "agreed.q4", "respondents[a].answers.q4". */
static const SurveyQuestion *
question_of (const SurveyPack *pack, const char *path)
{
  static const char *const maps[] = { "answers.", "suggestions.", "agreed." };

  for (guint i = 0; pack != NULL && i < G_N_ELEMENTS (maps); i++)
    {
      const char *at = strstr (path, maps[i]);
      g_autofree char *id = NULL;

      if (at == NULL)
        continue;
      at += strlen (maps[i]);
      id = g_strndup (at, strcspn (at, ".["));
      return survey_pack_find_question (pack, id);
    }
  return NULL;
}

/* "accounts[2025]": "Accounts 2025"; ids that people never see stay away. */
static void
add_segment (GString *words, const char *segment)
{
  const char *bracket = strchr (segment, '[');
  g_autofree char *name = g_strndup (segment, strcspn (segment, "["));
  const char *title = app_difference_member (name);

  g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", title != NULL ? title : name);
  if (bracket != NULL && strspn (bracket + 1, "0123456789") == strcspn (bracket + 1, "]")
      && bracket[1] != ']')
    g_string_append_printf (words, " %.*s", (int)strcspn (bracket + 1, "]"), bracket + 1);
}

/* The dots between members, not those within brackets. */
static char **
split_path (const char *path)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *from = path;
  gboolean inside = FALSE;

  for (const char *at = path;; at++)
    {
      inside = *at == '[' || (inside && *at != ']');
      if (*at != '\0' && (*at != '.' || inside))
        continue;
      if (at > from)
        {
          g_autofree char *segment = g_strndup (from, (gsize)(at - from));

          g_strv_builder_add (builder, segment);
        }
      if (*at == '\0')
        break;
      from = at + 1;
    }
  return g_strv_builder_end (builder);
}

char *
app_difference_title (AppSession *session, const SurveyPack *pack, const char *path)
{
  const SurveyQuestion *question = question_of (pack, path);
  g_auto (GStrv) segments = split_path (path);
  GString *words = g_string_new (NULL);

  for (guint i = 0; segments[i] != NULL; i++)
    {
      if (question != NULL && g_str_equal (segments[i], question->id))
        g_string_append_printf (words, " · %s", app_session_tell (session, question->title));
      else
        add_segment (words, segments[i]);
    }
  if (words->len == 0)
    g_string_append (words, _ ("Questionnaire"));
  return g_string_free (words, FALSE);
}

/* --- values ----------------------------------------------------------------------------------- */

typedef struct
{
  AppSession *session;
  const SurveyQuestion *question; /* or NULL */
} Speaker;

static void append_value (const Speaker *speaker, GString *words, const BaseJsonCursor *at);

static void
append_separator (GString *words, gsize from, const char *separator)
{
  if (words->len > from)
    g_string_append (words, separator);
}

static void
append_string (const Speaker *speaker, GString *words, const char *text)
{
  g_autofree char *date
      = base_date_is_valid (text)
            ? base_language_date (app_session_get_language (speaker->session), text)
            : NULL;

  g_string_append (words, date != NULL ? date : text);
}

static void
append_number (const Speaker *speaker, GString *words, double value)
{
  BaseLanguage *language = app_session_get_language (speaker->session);
  const gint64 hundredths = (gint64)(value * 100 + (value < 0 ? -0.5 : 0.5));
  g_autofree char *figure = hundredths % 100 == 0
                                ? base_language_integer (language, hundredths / 100)
                                : base_language_decimal (language, hundredths, 2);

  g_string_append (words, figure);
}

/* Ticks: titles of the options. */
static void
append_ticks (const Speaker *speaker, GString *words, const BaseJsonCursor *list)
{
  const guint n = base_json_length (list);
  const gsize from = words->len;

  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor at = base_json_item (list, i);
      const gint64 number = base_json_integer (&at, 0, 1000);

      append_separator (words, from, "; ");
      if (number >= 1 && number <= (gint64)speaker->question->n_options)
        g_string_append (words, app_session_tell (speaker->session,
                                                  speaker->question->options[number - 1].title));
    }
  if (n == 0)
    g_string_append (words, _ ("none of these"));
}

/* Levels: "Robots: 2", one number a row. */
static void
append_levels (const Speaker *speaker, GString *words, const BaseJsonCursor *list)
{
  const guint n = MIN (base_json_length (list), speaker->question->n_options);
  const gsize from = words->len;

  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor at = base_json_item (list, i);

      append_separator (words, from, "; ");
      g_string_append_printf (
          words, "%s: ", app_session_tell (speaker->session, speaker->question->options[i].title));
      if (base_json_is_number (&at))
        g_string_append_printf (words, "%d", (int)base_json_integer (&at, 0, 100));
      else
        g_string_append (words, "–");
    }
}

static void
append_list (const Speaker *speaker, GString *words, const BaseJsonCursor *list)
{
  const guint n = base_json_length (list);
  const gsize from = words->len;

  if (speaker->question != NULL && speaker->question->kind == SURVEY_QUESTION_LEVELS)
    append_levels (speaker, words, list);
  else if (speaker->question != NULL)
    append_ticks (speaker, words, list);
  else
    for (guint i = 0; i < n; i++)
      {
        BaseJsonCursor at = base_json_item (list, i);

        append_separator (words, from, ", ");
        append_value (speaker, words, &at);
      }
}

/* The title of a column of ticks, or the word of a member. */
static const char *
member_title (const Speaker *speaker, const char *name)
{
  const char *title = app_difference_member (name);

  for (guint i = 0; speaker->question != NULL && i < speaker->question->n_columns; i++)
    if (g_str_equal (speaker->question->columns[i].id, name))
      return app_session_tell (speaker->session, speaker->question->columns[i].title);
  return title != NULL ? title : name;
}

static void
append_object (const Speaker *speaker, GString *words, const BaseJsonCursor *object)
{
  const char *const *names = base_json_members (object);
  const gsize from = words->len;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      BaseJsonCursor at = base_json_get (object, names[i]);

      /* Nobody reads an identifier or a check sum. */
      if (g_str_equal (names[i], "id") || g_str_equal (names[i], "sha256"))
        continue;
      append_separator (words, from, "\n");
      g_string_append_printf (words, "%s: ", member_title (speaker, names[i]));
      append_value (speaker, words, &at);
    }
}

static void
append_value (const Speaker *speaker, GString *words, const BaseJsonCursor *at)
{
  if (base_json_is_object (at))
    append_object (speaker, words, at);
  else if (base_json_is_array (at))
    append_list (speaker, words, at);
  else if (base_json_is_string (at))
    append_string (speaker, words, base_json_string (at));
  else if (base_json_is_number (at))
    append_number (speaker, words, base_json_number (at, -1e15, 1e15));
  else if (base_json_is_boolean (at))
    g_string_append (words, base_json_boolean (at) ? _ ("yes") : _ ("no"));
  else
    g_string_append (words, "–");
}

static void
shorten (GString *words)
{
  if (g_utf8_strlen (words->str, -1) <= MAX_CHARACTERS)
    return;
  g_string_truncate (words,
                     (gsize)(g_utf8_offset_to_pointer (words->str, MAX_CHARACTERS) - words->str));
  g_string_append (words, "…");
}

char *
app_difference_value (AppSession *session,
                      const SurveyPack *pack,
                      const char *path,
                      const char *json)
{
  const Speaker speaker = { session, question_of (pack, path) };
  /* A value alone is no JSON text of ours: it stands in an object. */
  g_autofree char *wrapped = json != NULL ? g_strdup_printf ("{\"value\":%s}", json) : NULL;
  g_autoptr (BaseJson) parsed
      = wrapped != NULL ? base_json_parse (wrapped, -1, "difference", NULL) : NULL;
  GString *words = g_string_new (NULL);

  if (parsed == NULL)
    {
      g_string_append (words, json != NULL ? json : _ ("nothing"));
    }
  else
    {
      BaseJsonCursor root = base_json_root (parsed);
      BaseJsonCursor at = base_json_get (&root, "value");

      append_value (&speaker, words, &at);
    }
  shorten (words);
  return g_string_free (words, FALSE);
}
