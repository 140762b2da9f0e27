/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-company.h"

G_BEGIN_DECLS

/* Private to the room: making companies. A company is one block of memory: struct, stages, lists
 * and strings; tens of thousands are made when a workspace is opened. While it is being made, a
 * string is its offset into the builder's text, plus one. */
typedef struct
{
  WorkspaceCompany company;
  GArray *stages;   /* WorkspaceStage */
  GPtrArray *tags;  /* offsets */
  GString *strings; /* each with its NUL */
} WorkspaceCompanyBuilder;

WorkspaceCompanyBuilder *workspace_company_builder_new (void) G_GNUC_WARN_UNUSED_RESULT;
void workspace_company_builder_free (WorkspaceCompanyBuilder *builder);
/* Empty again, for the next company. */
void workspace_company_builder_begin (WorkspaceCompanyBuilder *builder);
/* Keeps @text (may be NULL); the value is for a field of company or stage. */
const char *workspace_company_builder_text (WorkspaceCompanyBuilder *builder, const char *text);
/* The text kept before; only until the next one is. */
const char *workspace_company_builder_peek (const WorkspaceCompanyBuilder *builder,
                                            const char *kept);
/* @sectors: ids parted by spaces, or NULL. */
WorkspaceCompany *workspace_company_builder_finish (WorkspaceCompanyBuilder *builder,
                                                    const char *sectors) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
