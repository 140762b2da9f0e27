/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-steps.h"

const AdviceStep *
report_steps_nth (const Report *report, guint index)
{
  const Advice *advice = report->advice;
  const guint n = advice_n_steps (advice);

  g_return_val_if_fail (index < n, NULL);

  /* The one that has @index others before it. */
  for (guint i = 0; i < n; i++)
    {
      const AdviceStep *step = advice_step (advice, i);
      guint before = 0;

      for (guint k = 0; k < n; k++)
        {
          const guint8 period = advice_step (advice, k)->period;

          before += period < step->period || (period == step->period && k < i);
        }
      if (before == index)
        return step;
    }
  g_return_val_if_reached (NULL);
}
