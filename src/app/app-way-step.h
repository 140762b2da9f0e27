/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"
#include "app/app-session.h"
#include "app/widgets/app-way-mark.h"

G_BEGIN_DECLS

/* The way as data: six steps, the dimensions under "Questions". One list for the sidebar and for
 * the strip. */
typedef struct
{
  char *target;    /* "company", "questions:q7" */
  char *step;      /* "questions" for itself and its dimensions */
  char *dimension; /* id, or NULL for a step */
  char *title;
  char *detail;     /* "7 of 11", "2/2", "27"; or NULL */
  char *accessible; /* "Data and security, 1 of 2 answered, current step" */
  AppWayState state;
  double fraction;
  gboolean walked; /* the way from here to the next mark */
} AppWayStep;

void app_way_step_free (AppWayStep *step);

/* @here: id of the step one is on; @dimension: the dimension when a question is open, or NULL.
 * AppWayStep items. */
GPtrArray *app_way_steps_new (AppSession *session,
                              const char *here,
                              const char *dimension) G_GNUC_WARN_UNUSED_RESULT;

/* The six steps with what each is for, for the promise on Home: title and subtitle pairs,
 * translated. */
guint app_way_n_steps (void);
const char *app_way_step_id (guint index);
const char *app_way_step_title (guint index);
const char *app_way_step_purpose (guint index);

G_END_DECLS
