/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How scores are spread over companies: never only a mean. Values are hundredths; quartiles
 * interpolate between the sorted values (method 7 of Hyndman and Fan, 1996), rounded half up. */
typedef struct
{
  guint n;
  int low, lower_quartile, median, upper_quartile, high; /* -1 when n is 0 */
  int *values;                                           /* ascending; n of them */

  /*< private >*/
  guint room;
} ConsultationDistribution;

ConsultationDistribution *consultation_distribution_new (void) G_GNUC_WARN_UNUSED_RESULT;
void consultation_distribution_free (ConsultationDistribution *distribution);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConsultationDistribution, consultation_distribution_free)
void consultation_distribution_add (ConsultationDistribution *distribution, int value);
/* Sorts and computes; after it nothing may be added. */
void consultation_distribution_close (ConsultationDistribution *distribution);

G_END_DECLS
