/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-private.h"

G_BEGIN_DECLS

/* Words in the report's language. Everything returned lives as long as the report; NULL in gives
 * NULL out. */

const char *report_tr (Report *report, const char *msgid);
const char *report_say (Report *report, const BaseText *text);
/* Takes @text. */
const char *report_take (Report *report, BaseText *text);
/* A sentence about the company's own money: amounts are left out when the options say so. */
const char *report_say_private (Report *report, const BaseText *text);
const char *
report_join (Report *report, const char *separator, const char *first, ...) G_GNUC_NULL_TERMINATED;
/* "Head: words", but "Head? Words" after a sign that ends a sentence; @words "" or NULL: the head
 * alone. */
const char *report_explain (Report *report, const char *head, const char *words);
/* "about 20 km" that no line's end parts; NULL in gives NULL. */
const char *report_distance (Report *report, const BaseText *distance);
/* A clause as the beginning of a sentence. */
const char *report_capital (Report *report, const char *words);
/* Sentences in a row; a full stop is added where a part ends without one. */
const char *report_sentences (Report *report, const char *first, ...) G_GNUC_NULL_TERMINATED;
const char *report_copy (Report *report, const char *words);

/* Hundredths: "26.56"; "–" for -1. */
const char *report_score (Report *report, int hundredths);
/* Rounded half up: "27". */
const char *report_whole (Report *report, int hundredths);
/* "26.56", or while it is open "19.00–43.25". */
const char *report_value (Report *report, const SurveyValue *value, gboolean whole);
/* Ten-thousandths of a point with sign: "+1.39". */
const char *report_gain (Report *report, int ten_thousandths);
const char *report_integer (Report *report, gint64 value);
/* Whole euros; the figure is left out when the options say so. */
const char *report_euros (Report *report, double euros);
/* Cents, both ends included: "EUR 40 000", "EUR 0 to EUR 40 000", "at least …". */
const char *report_money (Report *report, const AdviceMoney *money);
/* A person's name as the options allow; NULL in gives NULL. */
const char *report_person (Report *report, const char *name);
const char *report_date (Report *report, const char *iso);
/* Day, month ("2021-03") or year. */
const char *report_day_or_month (Report *report, const char *iso);
const char *report_country (Report *report, const char *code);
/* Labels of ids of a vocabulary, joined. */
const char *report_terms (Report *report, CatalogueTermKind kind, const char *const *ids);
/* A string of the document; NULL when absent. */
const char *report_field (Report *report, const char *path);
/* A string of an item of a list: "evidence", 2, "title". */
const char *report_item (Report *report, const char *list, guint index, const char *member);
gboolean report_item_number (
    Report *report, const char *list, guint index, const char *member, double *value);
/* "" for NULL: for report_join(), which ends at NULL. */
const char *report_or_empty (const char *words);
const char *report_stage (Report *report);

G_END_DECLS
