/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-json-aid.h"

#include "cli/cli-json-words.h"

/* Member "aid" of the JSON of `assess`: ledger, room under each ceiling, shares of costs. Amounts
 * are euro with cents; an end that nothing bounds is null. */

static void
write_cents (BaseJsonWriter *writer, const char *member, gint64 cents)
{
  if (cents == ADVICE_MONEY_OPEN)
    base_json_writer_null (writer, member);
  else
    base_json_writer_decimal (writer, member, cents, 2);
}

static void
write_money (BaseJsonWriter *writer, const char *member, AdviceMoney money)
{
  base_json_writer_begin_object (writer, member);
  write_cents (writer, "low", money.low);
  write_cents (writer, "high", money.high);
  base_json_writer_end_object (writer);
}

static void
write_row (BaseJsonWriter *writer, const AdviceAidRow *row, const BaseLanguage *language)
{
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "path", row->path);
  base_json_writer_string (writer, "granted_on", row->granted_on);
  base_json_writer_string (writer, "granted_to", row->granted_to);
  base_json_writer_string (writer, "authority", row->authority);
  base_json_writer_string (writer, "member_state", row->member_state);
  base_json_writer_string (writer, "regulation", row->regulation);
  write_money (writer, "amount_eur", row->amount);
  base_json_writer_boolean (writer, "pending", row->pending);
  base_json_writer_string (writer, "count", advice_aid_count_name (row->count));
  base_json_writer_string (writer, "counts_until", row->counts_until);
  cli_json_write_text (writer, "reason", row->reason, language);
  base_json_writer_string (writer, "basis", advice_basis_name (row->basis));
  base_json_writer_string (writer, "source", row->source);
  base_json_writer_end_object (writer);
}

static void
write_room (BaseJsonWriter *writer,
            const char *member,
            const AdviceAidRoom *room,
            const BaseLanguage *language)
{
  base_json_writer_begin_object (writer, member);
  base_json_writer_string (writer, "member_state", room->member_state);
  base_json_writer_boolean (writer, "known", room->known);
  base_json_writer_string (writer, "regulation", room->regulation);
  if (room->known)
    {
      write_cents (writer, "ceiling_eur", room->ceiling);
      write_money (writer, "used_eur", room->used);
      write_money (writer, "pending_eur", room->pending);
      write_money (writer, "left_eur", room->left);
    }
  cli_json_write_text (writer, "text", room->text, language);
  cli_json_write_text (writer, "rule", room->rule, language);
  cli_json_write_text (writer, "condition", room->condition, language);
  base_json_writer_begin_array (writer, "releases");
  for (guint i = 0; i < room->n_releases; i++)
    {
      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "date", room->releases[i].date);
      write_cents (writer, "amount_eur", room->releases[i].amount);
      write_money (writer, "left_eur", room->releases[i].left);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  base_json_writer_string (writer, "basis", advice_basis_name (room->basis));
  base_json_writer_string (writer, "source", room->source);
  base_json_writer_end_object (writer);
}

static void
write_steps (BaseJsonWriter *writer, const AdviceAidShare *share, const BaseLanguage *language)
{
  base_json_writer_begin_array (writer, "steps");
  for (guint i = 0; i < share->n_steps; i++)
    {
      const AdviceAidStep *step = &share->steps[i];

      base_json_writer_begin_object (writer, NULL);
      cli_json_write_text (writer, "text", step->text, language);
      base_json_writer_integer (writer, "points", step->points);
      base_json_writer_string (writer, "outcome", advice_outcome_name (step->outcome));
      base_json_writer_boolean (writer, "alternative", step->alternative);
      cli_json_write_text (writer, "from", step->from, language);
      base_json_writer_string (writer, "basis", advice_basis_name (step->basis));
      base_json_writer_string (writer, "source", step->source);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

static void
write_share (BaseJsonWriter *writer, const AdviceAidShare *share, const BaseLanguage *language)
{
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "id", share->id);
  base_json_writer_string (writer, "article", share->article);
  cli_json_write_text (writer, "title", share->title, language);
  base_json_writer_string (writer, "fits", advice_outcome_name (share->fits));
  base_json_writer_boolean (writer, "known", share->known);
  if (share->known)
    {
      base_json_writer_integer (writer, "low_percent", share->low);
      base_json_writer_integer (writer, "high_percent", share->high);
      base_json_writer_integer (writer, "limit_percent", share->limit);
    }
  cli_json_write_text (writer, "text", share->text, language);
  write_steps (writer, share, language);
  base_json_writer_end_object (writer);
}

static void
write_exclusions (BaseJsonWriter *writer, const AdviceAid *aid, const BaseLanguage *language)
{
  base_json_writer_begin_array (writer, "exclusions");
  for (guint i = 0; i < aid->n_exclusions; i++)
    {
      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "id", aid->exclusions[i].id);
      base_json_writer_boolean (writer, "known", aid->exclusions[i].known);
      cli_json_write_text (writer, "text", aid->exclusions[i].text, language);
      base_json_writer_string (writer, "basis", advice_basis_name (aid->exclusions[i].basis));
      base_json_writer_string (writer, "source", aid->exclusions[i].source);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

void
cli_json_write_aid (BaseJsonWriter *writer, const AdviceAid *aid, const BaseLanguage *language)
{
  base_json_writer_begin_object (writer, "aid");
  base_json_writer_string (writer, "date", aid->date);
  cli_json_write_text (writer, "date_reason", aid->date_reason, language);
  base_json_writer_boolean (writer, "declared", aid->declared);
  base_json_writer_begin_array (writer, "headroom");
  for (guint i = 0; i < aid->n_rooms; i++)
    write_room (writer, NULL, &aid->rooms[i], language);
  base_json_writer_end_array (writer);
  if (aid->services != NULL)
    write_room (writer, "services", aid->services, language);
  cli_json_write_text (writer, "overshoot", aid->overshoot, language);
  base_json_writer_begin_array (writer, "ledger");
  for (guint i = 0; i < aid->n_rows; i++)
    write_row (writer, &aid->rows[i], language);
  base_json_writer_end_array (writer);
  write_exclusions (writer, aid, language);
  base_json_writer_begin_array (writer, "intensities");
  for (guint i = 0; i < aid->n_shares; i++)
    write_share (writer, &aid->shares[i], language);
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
}
