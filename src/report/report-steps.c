/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-steps.h"

const AdviceStep *
report_steps_nth (const Report *report, guint index)
{
  const Advice *advice = report->advice;
  const guint n = advice_n_steps (advice);
  guint before = 0;

  g_return_val_if_fail (index < n, NULL);

  for (guint period = 0; period <= G_MAXUINT8; period++)
    for (guint i = 0; i < n; i++)
      if (advice_step (advice, i)->period == period && before++ == index)
        return advice_step (advice, i);
  g_assert_not_reached ();
}
