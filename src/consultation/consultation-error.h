/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CONSULTATION_ERROR (consultation_error_quark ())
GQuark consultation_error_quark (void);
typedef enum
{
  CONSULTATION_ERROR_STAGE,      /* no such stage follows, or not on this day */
  CONSULTATION_ERROR_RESPONDENT, /* unknown, or has handed in already */
  CONSULTATION_ERROR_ANSWER,     /* the value does not fit the question */
  CONSULTATION_ERROR_FILE,       /* no form of a table is called so */
} ConsultationError;

G_END_DECLS
