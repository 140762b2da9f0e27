/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WORKSPACE_ERROR (workspace_error_quark ())
GQuark workspace_error_quark (void);

/* Messages name the file and say what a person can do. */
typedef enum
{
  WORKSPACE_ERROR_NEWER,     /* written by a newer Waymark; left untouched */
  WORKSPACE_ERROR_DAMAGED,   /* no workspace, or a broken one; left untouched */
  WORKSPACE_ERROR_READ_ONLY, /* file or folder cannot be written or opened */
  WORKSPACE_ERROR_FULL,      /* no room on the disk; what was not stored is kept and tried again */
  WORKSPACE_ERROR_BUSY,      /* another window or program held the file too long; tried again too */
  WORKSPACE_ERROR_MISSING,   /* no such assessment, or it was deleted */
  WORKSPACE_ERROR_EXISTS,    /* an assessment of this id is there */
  WORKSPACE_ERROR_FROZEN,    /* a finished stage: nobody changes it */
  WORKSPACE_ERROR_CHANGED,   /* it is not (any more) what the caller takes it for */
  WORKSPACE_ERROR_VALUE,     /* a value that cannot be stored: no day, too long */
  WORKSPACE_ERROR_SIZE,      /* larger than what is kept */
  WORKSPACE_ERROR_PLACE,     /* a folder that no workspace may be in: network, synchronised */
  WORKSPACE_ERROR_FAILED,    /* anything else that SQLite says */
} WorkspaceError;

G_END_DECLS
