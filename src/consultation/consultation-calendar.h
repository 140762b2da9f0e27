/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-plan.h"
#include "base/base-language.h"
#include "exchange/exchange-calendar.h"

G_BEGIN_DECLS

/* The plan's days for the user's own calendar program: each action of the plan that somebody gave a
 * day, with a reminder a week before. A day that the plan only reckons is none of them. What was
 * dropped takes its entry of an earlier file away; what is done reminds no more. @stamp as in
 * exchange_calendar_new(). */
ExchangeCalendar *consultation_calendar_new (const AdvicePlan *plan,
                                             const BaseLanguage *language,
                                             const char *stamp) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
