/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-portfolio.h"

#include "base/base-json-writer.h"
#include "consultation/consultation-partner.h"

#include <glib/gi18n-lib.h>

/* waymark-cli portfolio partners: who could apply with whom, judged by the decision tables. */

#define MOST 50

typedef struct
{
  CliPortfolio portfolio;
  const char *wanted; /* a company, or NULL for all pairs */
  gboolean low_digital, json;

  GArray *candidates; /* ConsultationCandidate; the advice is ours */
  GPtrArray *names;   /* borrowed from the companies, in their order */
  char *focus_id;
  int focus;
} Partners;

static gboolean
add (const WorkspaceCompany *company, AssessmentDocument *document, gpointer data, GError **error)
{
  Partners *self = data;
  const gboolean is_focus = g_strcmp0 (company->id, self->focus_id) == 0;
  ConsultationCandidate candidate = { company->id, NULL };

  if (!is_focus && !consultation_partners_considers (document))
    return TRUE;
  candidate.advice = cli_world_advise (self->portfolio.world, document, NULL, error);
  if (candidate.advice == NULL)
    return FALSE;
  if (is_focus)
    self->focus = (int)self->candidates->len;
  g_array_append_val (self->candidates, candidate);
  g_ptr_array_add (self->names, (gpointer)(company->name != NULL ? company->name : company->id));
  return TRUE;
}

static void
clear_candidate (gpointer data)
{
  advice_unref (((ConsultationCandidate *)data)->advice);
}

static const char *
name_at (const Partners *self, guint index)
{
  return self->names->pdata[index];
}

static char *
say (const Partners *self, const BaseText *text)
{
  return base_language_format (cli_world_language (self->portfolio.world), text);
}

static void
print_pair (const Partners *self, const ConsultationPair *pair)
{
  g_autofree char *verdict = say (self, pair->instrument->verdict);

  g_print ("%s + %s: %s\n", name_at (self, pair->first), name_at (self, pair->second), verdict);
  for (guint i = 0; i < pair->n_reasons; i++)
    {
      g_autofree char *reason = say (self, pair->reasons[i]);

      g_print ("    %s\n", reason);
    }
  for (guint i = 0; i < pair->instrument->n_criteria; i++)
    {
      const AdviceCriterion *criterion = &pair->instrument->criteria[i];
      g_autofree char *text = say (self, criterion->text);

      g_print ("    [%s] %s\n", advice_outcome_name (criterion->outcome), text);
    }
}

static void
write_company (BaseJsonWriter *writer, const Partners *self, const char *member, guint index)
{
  base_json_writer_begin_object (writer, member);
  base_json_writer_string (writer, "id",
                           g_array_index (self->candidates, ConsultationCandidate, index).id);
  base_json_writer_string (writer, "name", name_at (self, index));
  base_json_writer_end_object (writer);
}

static void
write_pair (BaseJsonWriter *writer, const Partners *self, const ConsultationPair *pair)
{
  const AdviceInstrument *instrument = pair->instrument;

  base_json_writer_begin_object (writer, NULL);
  write_company (writer, self, "first", pair->first);
  write_company (writer, self, "second", pair->second);
  base_json_writer_string (writer, "instrument", instrument->instrument->id);
  base_json_writer_string (writer, "status", advice_status_name (instrument->status));
  base_json_writer_string (writer, "call", advice_call_name (instrument->call));
  base_json_writer_integer (writer, "complementary", pair->n_complementary);
  base_json_writer_begin_array (writer, "reasons");
  for (guint i = 0; i < pair->n_reasons; i++)
    {
      g_autofree char *reason = say (self, pair->reasons[i]);

      base_json_writer_string (writer, NULL, reason);
    }
  base_json_writer_end_array (writer);
  base_json_writer_begin_array (writer, "criteria");
  for (guint i = 0; i < instrument->n_criteria; i++)
    {
      g_autofree char *text = say (self, instrument->criteria[i].text);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "text", text);
      base_json_writer_string (writer, "outcome",
                               advice_outcome_name (instrument->criteria[i].outcome));
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
}

static void
print_json (const Partners *self, const ConsultationPartners *partners)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_boolean (writer, "truncated", consultation_partners_truncated (partners));
  base_json_writer_begin_array (writer, "pairs");
  for (guint i = 0; i < consultation_partners_n (partners); i++)
    write_pair (writer, self, consultation_partners_get (partners, i));
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
  cli_command_print_json (writer);
}

static void
print_pairs (const Partners *self, const ConsultationPartners *partners)
{
  for (guint i = 0; i < consultation_partners_n (partners); i++)
    print_pair (self, consultation_partners_get (partners, i));
  g_print (_ ("Pairs: %u\n"), consultation_partners_n (partners));
  if (consultation_partners_truncated (partners))
    g_print (_ ("More pairs came into question; the %d that complete each other most were "
                "judged.\n"),
             CONSULTATION_PARTNERS_JUDGED);
}

static gboolean
find_pairs (Workspace *workspace, gpointer data, GError **error)
{
  Partners *self = data;
  g_autoptr (WorkspaceCompany) focus = NULL;
  g_autoptr (ConsultationPartners) partners = NULL;

  if (self->wanted != NULL
      && (focus = cli_filter_find (workspace, self->wanted, FALSE, error)) == NULL)
    return FALSE;
  self->focus_id = focus != NULL ? g_strdup (focus->id) : NULL;
  if (!cli_portfolio_load (&self->portfolio, workspace, error)
      || !cli_portfolio_each (&self->portfolio, workspace, add, self, error))
    return FALSE;
  if (focus != NULL && self->focus < 0)
    {
      g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING,
                   _ ("“%s” has no assessment that counts, or is not among the companies chosen"),
                   self->wanted);
      return FALSE;
    }
  partners
      = consultation_partners_new ((const ConsultationCandidate *)self->candidates->data,
                                   self->candidates->len, self->focus, self->low_digital, MOST);
  if (self->json)
    print_json (self, partners);
  else
    print_pairs (self, partners);
  return TRUE;
}

int
cli_portfolio_partners (int argc, char **argv)
{
  Partners self = { .focus = -1 };
  const GOptionEntry entries[] = {
    CLI_PORTFOLIO_ENTRIES (&self.portfolio),
    { "low-digital", 0, 0, G_OPTION_ARG_NONE, &self.low_digital,
      N_ ("One of the two is of low digital maturity"), NULL },
    CLI_ENTRY_JSON (&self.json),
    G_OPTION_ENTRY_NULL,
  };
  int status = CLI_USAGE;

  self.candidates = g_array_new (FALSE, FALSE, sizeof (ConsultationCandidate));
  g_array_set_clear_func (self.candidates, clear_candidate);
  self.names = g_ptr_array_new ();
  if (cli_command_parse ("portfolio partners", entries, -2, &argc, &argv, &status))
    {
      self.wanted = argc > 1 ? argv[1] : NULL;
      status = cli_portfolio_check ("portfolio partners", &self.portfolio)
                   ? cli_filter_run (self.portfolio.filter.workspace, find_pairs, &self)
                   : CLI_USAGE;
    }
  g_array_unref (self.candidates);
  g_ptr_array_unref (self.names);
  g_free (self.focus_id);
  cli_portfolio_clear (&self.portfolio);
  return status;
}
