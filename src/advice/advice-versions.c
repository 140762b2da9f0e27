/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-versions.h"

void
advice_versions_write (const AdviceVersions *versions, BaseJsonWriter *writer)
{
  base_json_writer_string (writer, "program", versions->program);
  base_json_writer_string (writer, "pack", versions->pack_id);
  base_json_writer_string (writer, "pack_version", versions->pack_version);
  base_json_writer_string (writer, "pack_sha256", versions->pack_sha256);
  base_json_writer_string (writer, "rules_sha256", versions->rules_sha256);
  base_json_writer_string (writer, "catalogue_sha256", versions->catalogue_sha256);
  base_json_writer_string (writer, "document_sha256", versions->document_sha256);
  base_json_writer_string (writer, "catalogue_date", versions->catalogue_date);
}
