/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-section-list.h"

#include "report/report-section.h"

/* One table says which parts a profile has and in which order they stand. */

#define FULL (1u << REPORT_PROFILE_FULL)
#define FUNDING (1u << REPORT_PROFILE_FUNDING)
#define FULL_AND_FUNDING (FULL | FUNDING)

typedef struct
{
  const char *name; /* as in --without */
  void (*write) (ReportFlow *flow, const char *number);
  guint profiles;
  gboolean annex;
  enum
  {
    OWN_PAGE,
    SHARES,  /* follows on a page that another part has begun when the whole of it fits there */
    FOLLOWS, /* follows on a page that holds but the last lines of the part before */
  } place;
} Part;

static void
write_colophon (ReportFlow *flow, const char *number)
{
  report_section_colophon (flow);
}

/* The sheet on consent stays with the company and the hub: never in what a funder gets. */
static const Part parts[] = {
  { "summary", report_section_summary, FULL_AND_FUNDING, FALSE, OWN_PAGE },
  { "method", report_section_method, FULL_AND_FUNDING, FALSE, OWN_PAGE },
  { "profile", report_section_profile, FULL_AND_FUNDING, FALSE, OWN_PAGE },
  { "change", report_section_change, FULL_AND_FUNDING, FALSE, OWN_PAGE },
  { "dimensions", report_section_dimensions, FULL, FALSE, OWN_PAGE },
  { "swot", report_section_swot, FULL, FALSE, FOLLOWS },
  { "plan", report_section_plan, FULL_AND_FUNDING, FALSE, FOLLOWS },
  { "call", report_section_call, FULL_AND_FUNDING, FALSE, SHARES },
  { "support", report_section_support, FULL, FALSE, FOLLOWS },
  { "hubs", report_section_hubs, FULL, FALSE, FOLLOWS },
  { "guidance", report_section_guidance, FULL, FALSE, SHARES },
  { "applicant", report_section_applicant, FULL_AND_FUNDING, TRUE, FOLLOWS },
  { "size", report_section_size, FULL_AND_FUNDING, TRUE, SHARES },
  { "aid", report_section_aid, FULL_AND_FUNDING, TRUE, SHARES },
  { "partners", report_section_partners, FULL_AND_FUNDING, TRUE, OWN_PAGE },
  { "facts", report_section_facts, FULL, TRUE, SHARES },
  { "evidence", report_section_evidence, FULL_AND_FUNDING, TRUE, OWN_PAGE },
  { "answers", report_section_answers, FULL_AND_FUNDING, TRUE, FOLLOWS },
  { "remarks", report_section_remarks, FULL_AND_FUNDING, TRUE, SHARES },
  { "change", report_section_moves, FUNDING, TRUE, SHARES },
  { "declaration", report_section_declaration, FULL_AND_FUNDING, TRUE, OWN_PAGE },
  { "consent", report_section_consent, FULL, TRUE, OWN_PAGE },
  { "colophon", write_colophon, FULL_AND_FUNDING, TRUE, OWN_PAGE },
};

static const char *const names[] = {
  "summary",  "method",  "profile",  "change",      "dimensions", "swot",     "plan",     "call",
  "support",  "hubs",    "guidance", "applicant",   "size",       "aid",      "partners", "facts",
  "evidence", "answers", "remarks",  "declaration", "consent",    "colophon", NULL,
};
G_STATIC_ASSERT (G_N_ELEMENTS (names) - 1 <= 32);
/* The change stands at two places. */
G_STATIC_ASSERT (G_N_ELEMENTS (names) == G_N_ELEMENTS (parts));

/* In the order of the names: the heading, or what several have in common. */
static const char *const titles[] = {
  N_ ("Summary"),
  N_ ("How to read this report"),
  N_ ("Profile"),
  N_ ("Change since the last stage"),
  N_ ("The six areas"),
  N_ ("Strengths, weaknesses, opportunities, threats"),
  N_ ("Next steps"),
  N_ ("The call and its conditions"),
  N_ ("Support"),
  N_ ("Digital Innovation Hubs"),
  N_ ("Standards and law"),
  N_ ("The applicant"),
  N_ ("Size of the enterprise"),
  N_ ("Public support"),
  N_ ("Partners"),
  N_ ("Facts"),
  N_ ("Evidence register"),
  N_ ("Answers"),
  N_ ("Remarks"),
  N_ ("Open points and signatures"),
  N_ ("Consent to the use of data"),
  N_ ("About this document"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (titles) + 1 == G_N_ELEMENTS (names));

const char *const *
report_section_names (void)
{
  return names;
}

guint
report_section_bit (const char *name)
{
  g_return_val_if_fail (name != NULL, 0);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return 1u << i;
  return 0;
}

const char *
report_section_title (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return titles[i];
  return NULL;
}

guint
report_profile_sections (ReportProfile profile)
{
  guint bits = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if ((parts[i].profiles & (1u << profile)) != 0)
      bits |= report_section_bit (parts[i].name);
  return bits;
}

static gboolean
is_wanted (const Report *report, guint index)
{
  return (parts[index].profiles & (1u << report->options.profile)) != 0
         && (report->options.without & report_section_bit (parts[index].name)) == 0;
}

gboolean
report_section_list_wants (const Report *report, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].name, name))
      return is_wanted (report, i);
  return FALSE;
}

/* Parts without content write nothing and take no number. */
gboolean
report_section_list_write (ReportFlow *flow)
{
  guint number = 1, letter = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *digits = parts[i].annex ? g_strdup_printf ("%c", (char)('A' + letter))
                                               : g_strdup_printf ("%u", number);
      guint before = flow->blocks->len;

      if (!is_wanted (flow->report, i))
        continue;
      if (!report_step (flow->report, REPORT_LAID_OUT * i / G_N_ELEMENTS (parts)))
        return FALSE;
      parts[i].write (flow, digits);
      if (flow->blocks->len == before)
        continue;
      if (parts[i].place == SHARES)
        report_flow_share (flow, before);
      if (parts[i].place == FOLLOWS)
        report_flow_follow (flow, before);
      number += parts[i].annex ? 0 : 1;
      letter += parts[i].annex ? 1 : 0;
    }
  /* Not in the table: it is no part that is there unless it is left out. */
  if (report_section_list_wants (flow->report, "evidence"))
    {
      g_autofree char *digits = g_strdup_printf ("%c", (char)('A' + letter));
      report_section_copies (flow, digits);
    }
  return TRUE;
}
