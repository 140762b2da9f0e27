/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-brief.h"

G_BEGIN_DECLS

/* What a hub's clients need, counted over all of them by the same rules as everything else: which
 * kinds of support their projects are of, which services the rules say to ask a hub for, and which
 * services they asked for themselves. They are added one by one and not kept, so that the clients may
 * be many. */
typedef struct _ConsultationDemand ConsultationDemand;

typedef struct
{
  const CatalogueInstrument *instrument; /* of the catalogue of the first company that had it */
  AdviceCall call;
  guint n_eligible, n_unknown, n_not_eligible; /* companies */
} ConsultationInstrumentDemand;

typedef struct
{
  const char *id;
  BaseText *title;
  guint n; /* companies */
} ConsultationServiceDemand;

ConsultationDemand *consultation_demand_new (void) G_GNUC_WARN_UNUSED_RESULT;
void consultation_demand_free (ConsultationDemand *demand);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConsultationDemand, consultation_demand_free)
/* One more company. */
void consultation_demand_add (ConsultationDemand *demand, const AdviceBrief *brief);

guint consultation_demand_n_companies (const ConsultationDemand *demand);
/* Kinds of support, most eligible companies first, then most that are not yet told, then in the
 * catalogue's order. Sorted at the first reading; nothing is to be added after it. */
guint consultation_demand_n_instruments (const ConsultationDemand *demand);
const ConsultationInstrumentDemand *consultation_demand_instrument (ConsultationDemand *demand,
                                                                    guint index);
/* ConsultationServiceDemand: services that the rules advise to ask for, most companies first, then
 * by id. */
const GPtrArray *consultation_demand_services (ConsultationDemand *demand);
/* Services and technologies that the companies named in their projects, likewise. */
const GPtrArray *consultation_demand_wishes (ConsultationDemand *demand);

G_END_DECLS
