/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/catalogue.h"

G_BEGIN_DECLS

/* The bundled catalogue and an empty folder for the user's own records. */
typedef struct
{
  Catalogue *bundled;
  char *folder;
} OwnFixture;

void own_fixture_set_up (OwnFixture *fixture, gconstpointer data);
/* Fails when a file is left that is none of the records. */
void own_fixture_tear_down (OwnFixture *fixture, gconstpointer data);
/* The bundled catalogue with what is in the folder now. */
Catalogue *own_fixture_reload (OwnFixture *fixture) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
