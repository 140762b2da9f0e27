/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-calendar.h"

#include <glib/gi18n-lib.h>

#define REMIND_DAYS 7

/* Who does it, and by what one will see that it is done. */
static char *
describe (const AdviceAction *action, const BaseLanguage *language)
{
  GString *text = g_string_new (NULL);

  if (action->owner != NULL)
    g_string_append_printf (text, "%s: %s\n", base_language_gettext (language, N_ ("Who")),
                            action->owner);
  if (action->measure != NULL)
    g_string_append_printf (text, "%s: %s\n",
                            base_language_gettext (language, N_ ("How one will see it")),
                            action->measure);
  return g_string_free (text, FALSE);
}

static void
add (ExchangeCalendar *calendar,
     const AdviceAction *action,
     const AssessmentDocument *document,
     const BaseLanguage *language)
{
  g_autofree char *title = base_language_format (language, action->title);
  g_autofree char *description = describe (action, language);
  const char *id = assessment_document_id (document);
  const ExchangeEvent event = {
    .kind = "action",
    .owner_id = id != NULL ? id : "", /* a document that no workspace keeps */
    .id = action->id,
    .date = action->due,
    .summary = title,
    .description = *description != '\0' ? description : NULL,
    .remind_days = g_strcmp0 (action->status, "done") == 0 ? -1 : REMIND_DAYS,
    .cancelled = g_strcmp0 (action->status, "dropped") == 0,
  };

  exchange_calendar_add (calendar, &event);
}

ExchangeCalendar *
consultation_calendar_new (const AdvicePlan *plan, const BaseLanguage *language, const char *stamp)
{
  AssessmentDocument *document;
  const char *company;
  ExchangeCalendar *calendar;

  g_return_val_if_fail (plan != NULL && language != NULL, NULL);

  document = advice_document (advice_plan_advice (plan));
  company = assessment_document_get_string (document, "company.name");
  calendar = exchange_calendar_new (company != NULL ? company : "Waymark", stamp);
  for (guint i = 0; i < advice_plan_n_actions (plan); i++)
    {
      const AdviceAction *action = advice_plan_action (plan, i);

      if (action->status != NULL && action->due != NULL)
        add (calendar, action, document, language);
    }
  return calendar;
}
