/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-clips.h"

#include <clips/clips.h>

BenchClips *
bench_clips_new (void)
{
  return CreateEnvironment ();
}

void
bench_clips_free (BenchClips *clips)
{
  DestroyEnvironment (clips);
}

int
bench_clips_build (BenchClips *clips, const char *construct)
{
  return EnvBuild (clips, construct);
}

int
bench_clips_eval (BenchClips *clips, const char *expression, long long *value)
{
  DATA_OBJECT result;

  if (!EnvEval (clips, expression, &result) || GetType (result) != INTEGER)
    return 0;
  *value = DOToLong (result);
  return 1;
}
