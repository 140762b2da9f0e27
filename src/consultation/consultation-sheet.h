/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-language.h"
#include "consultation/consultation-aggregate.h"
#include "consultation/consultation-demand.h"
#include "exchange/exchange-table.h"

G_BEGIN_DECLS

/* The portfolio as tables in a language: what the window shows is what is written. New tables, to
 * be freed. */

/* What a group is called; "Not known" for the unknown one. To be freed. */
char *consultation_sheet_group_name (ConsultationGroupKind kind,
                                     const char *id,
                                     const Catalogue *catalogue,
                                     SurveyPack *pack,
                                     const BaseLanguage *language) G_GNUC_WARN_UNUSED_RESULT;

/* Each company with the assessment that stands for it. */
ExchangeTable *
consultation_sheet_companies (const ConsultationPortfolio *portfolio,
                              const Catalogue *catalogue,
                              const BaseLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
/* Overall and each area: n, lowest, lower quarter, median, upper quarter, highest. */
ExchangeTable *
consultation_sheet_dimensions (const ConsultationPortfolio *portfolio,
                               const BaseLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
/* The same of what changed; @from 0: T0 to T1, 1: T1 to T2. */
ExchangeTable *consultation_sheet_changes (const ConsultationPortfolio *portfolio,
                                           guint from,
                                           const BaseLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
ExchangeTable *consultation_sheet_groups (const ConsultationPortfolio *portfolio,
                                          ConsultationGroupKind kind,
                                          const Catalogue *catalogue,
                                          const BaseLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
/* T0, T1, T2: companies with a complete one, beside what the hub planned and the share of it. */
ExchangeTable *consultation_sheet_stages (const ConsultationPortfolio *portfolio,
                                          const WorkspaceHub *hub,
                                          const BaseLanguage *language) G_GNUC_WARN_UNUSED_RESULT;

ExchangeTable *
consultation_sheet_instruments (ConsultationDemand *demand,
                                const BaseLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
ExchangeTable *consultation_sheet_services (ConsultationDemand *demand,
                                            const BaseLanguage *language) G_GNUC_WARN_UNUSED_RESULT;
ExchangeTable *consultation_sheet_wishes (ConsultationDemand *demand,
                                          const BaseLanguage *language) G_GNUC_WARN_UNUSED_RESULT;

/* All that leaves with an anonymous export, and nothing else. @rows and @columns as the aggregate
 * was made with. */
ExchangeTable *
consultation_sheet_aggregate (const ConsultationAggregate *aggregate,
                              ConsultationGroupKind rows,
                              ConsultationGroupKind columns,
                              const Catalogue *catalogue,
                              SurveyPack *pack,
                              const BaseLanguage *language) G_GNUC_WARN_UNUSED_RESULT;

/* The figures as JSON with members that do not depend on the language. @demand may be NULL. */
char *consultation_sheet_json (const ConsultationPortfolio *portfolio,
                               const WorkspaceHub *hub,
                               ConsultationDemand *demand) G_GNUC_WARN_UNUSED_RESULT;
char *consultation_sheet_aggregate_json (const ConsultationAggregate *aggregate,
                                         ConsultationGroupKind rows,
                                         ConsultationGroupKind columns) G_GNUC_WARN_UNUSED_RESULT;

/* Writes by the name's end: ".ods" each table as a sheet, ".csv" the first one (semicolons and a
 * byte order mark, as spreadsheets take it), ".json" @json. CONSULTATION_ERROR_FILE: another end.
 */
gboolean consultation_sheet_write (const ExchangeTable *const *tables,
                                   guint n,
                                   const char *json,
                                   const char *path,
                                   GError **error);

G_END_DECLS
