/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"

G_BEGIN_DECLS

/* One person of the company answers alone, in place of everything else in the window: no score, no
 * one else's answers, no way to other pages but stopping or handing in.
 *
 * What was answered in an earlier sitting is kept and never shown again: whoever sits here now may
 * be somebody else. It can be answered anew.
 *
 * Signal "closed" (gboolean handed_in): the sitting is over. Property "narrow". */
#define APP_TYPE_ROUND (app_round_get_type ())
G_DECLARE_FINAL_TYPE (AppRound, app_round, APP, ROUND, AdwBin)

/* @id: of "respondents" of the session's document. NULL when there is no such person, or it has
 * handed in. */
GtkWidget *app_round_new (AppSession *session, const char *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
