/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/catalogue-records.h"

G_BEGIN_DECLS

/* The export of the Commission's hub catalogue ("export-edihs"), as CSV. Its columns, by their
 * titles: "EDIH Name" (short name), "EDIH Title", "Country", "EDIH/SoE" (EDIH, Seal of Excellence,
 * DIH), "Website", "Formatted sectors", "Formatted services", "Formatted technologies" (labels with
 * a level, "Robotics - 5, …"); more columns are not read, contact persons among them. The portal
 * hands it out as a workbook named .xls: that one is refused with the advice to save it as CSV.
 *
 * Source of the titles: programs of others that read the export of 5 May 2025 (repository
 * amanuelgthn/EDIH_MASTER_THESIS) and one saved as CSV; the workbook itself was not seen. */

/* The list @used as it would be after the export: hubs it names are changed in the members that the
 * export has, new ones are added, and those that came from the portal and are gone from it are left
 * out. Empty cells say nothing. @date: the day of the export. @notes: of new texts, rows and terms
 * that were not understood. */
CatalogueRecords *catalogue_portal_export_read (const char *path,
                                                const Catalogue *catalogue,
                                                const CatalogueRecords *used,
                                                const char *date,
                                                GPtrArray *notes,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same of a text; @name is what messages call it. */
CatalogueRecords *catalogue_portal_export_parse (const char *text,
                                                 gsize length,
                                                 const char *name,
                                                 const Catalogue *catalogue,
                                                 const CatalogueRecords *used,
                                                 const char *date,
                                                 GPtrArray *notes,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
