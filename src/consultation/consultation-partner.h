/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"

G_BEGIN_DECLS

/* Partner finder: pairs of a hub's clients that could apply as a Twin. Each pair is judged by the
 * same rules as everything else: the second company is put into the first one's project as its
 * partner, and the kind of support is asked. Nothing is said to either company. */
typedef struct _ConsultationPartners ConsultationPartners;

/* A client: borrowed while the pairs are made. */
typedef struct
{
  const char *id; /* of the company */
  Advice *advice; /* of its newest assessment */
} ConsultationCandidate;

typedef struct
{
  guint first, second;                /* indexes into the candidates, first < second */
  Advice *advice;                     /* of @first with @second as its partner */
  const AdviceInstrument *instrument; /* of it: with each criterion and why */
  guint n_complementary;              /* technologies that only one of the two has or wants */
  BaseText *const *reasons;           /* why these two, most important first */
  guint n_reasons;
} ConsultationPair;

/* Its country is known and its project names a technology: whatever else is not so can be left out
 * before the pairs are made. */
gboolean consultation_partners_considers (const AssessmentDocument *document);

/* At most this many pairs are judged by the rules, the most complementary first. */
#define CONSULTATION_PARTNERS_JUDGED 2000
/* Of all pairs at most those of this many candidates are looked at, the first ones. */
#define CONSULTATION_PARTNERS_COMPARED 1000

/* @focus: index of the candidate whose partners are wanted, -1 for all pairs. @low_digital: for the
 * Twin with one company of low digital maturity. Pairs that the rules exclude are left out; what is
 * unknown does not exclude. The rest: fits before cannot tell, then more complementary
 * technologies, fewer unknown criteria, ids. At most @max pairs. */
ConsultationPartners *consultation_partners_new (const ConsultationCandidate *candidates,
                                                 guint n,
                                                 int focus,
                                                 gboolean low_digital,
                                                 guint max) G_GNUC_WARN_UNUSED_RESULT;
/* The same, but the pairs are judged one by one by consultation_partners_step(), each within
 * milliseconds, so that a window does not stand still. Until it is done @candidates must stay, and
 * nothing is to be read. */
ConsultationPartners *consultation_partners_begin (const ConsultationCandidate *candidates,
                                                   guint n,
                                                   int focus,
                                                   gboolean low_digital,
                                                   guint max) G_GNUC_WARN_UNUSED_RESULT;
/* Judges the next pair; FALSE once all are. */
gboolean consultation_partners_step (ConsultationPartners *partners);
/* From 0 to 1. */
double consultation_partners_progress (const ConsultationPartners *partners);
void consultation_partners_free (ConsultationPartners *partners);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConsultationPartners, consultation_partners_free)

guint consultation_partners_n (const ConsultationPartners *partners);
const ConsultationPair *consultation_partners_get (const ConsultationPartners *partners,
                                                   guint index);
/* Companies left out because their project names no technology, or their country is not known. */
guint consultation_partners_n_without_project (const ConsultationPartners *partners);
/* More came into question than were compared or judged. */
gboolean consultation_partners_truncated (const ConsultationPartners *partners);

G_END_DECLS
