/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"

G_BEGIN_DECLS

/* The entry sheet for the Commission's portal: everything that has to be typed there, in the order
 * of its form (dma-framework.md, sections 2 and 3), so that nothing is typed from memory. */
typedef struct
{
  BaseText *section; /* "Module 1 · General data", "Digital business strategy"; a new one starts
                        where it differs */
  BaseText *label;   /* "Postal code", "Q3 · Technology in use" */
  BaseText *value;   /* as it is to be entered; NULL: not answered yet */
  const char *path;  /* where to answer it: a document path */
} ConsultationPortalEntry;

typedef struct _ConsultationPortalSheet ConsultationPortalSheet;

ConsultationPortalSheet *
consultation_portal_sheet_new (const Advice *advice) G_GNUC_WARN_UNUSED_RESULT;
void consultation_portal_sheet_free (ConsultationPortalSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConsultationPortalSheet, consultation_portal_sheet_free)
guint consultation_portal_sheet_n (const ConsultationPortalSheet *sheet);
const ConsultationPortalEntry *consultation_portal_sheet_get (const ConsultationPortalSheet *sheet,
                                                              guint index);
guint consultation_portal_sheet_n_open (const ConsultationPortalSheet *sheet);

/* Our score beside the portal's: "The portal says 31.50, we compute 26.56: a difference of 4.94
 * points …"; NULL when the portal's score is not on record or ours is not complete. */
BaseText *consultation_portal_difference (const Advice *advice) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
