/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The table of bench-rules in CLIPS, as functions that CLIPS has read beforehand. Apart from
 * bench-rules.c because the names of CLIPS' headers and GLib's do not go together. */
typedef struct BenchClips BenchClips;

BenchClips *bench_clips_new (void);
void bench_clips_free (BenchClips *clips);
/* Reads a construct; 0 when CLIPS refuses it. */
int bench_clips_build (BenchClips *clips, const char *construct);
/* Evaluates an expression that gives a whole number; 0 when it does not. */
int bench_clips_eval (BenchClips *clips, const char *expression, long long *value);
