/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/base-settings.h"

#include "base/base-data.h"

GSettings *
base_settings_new (void)
{
  g_autofree char *folder = base_data_schema_dir ();
  GSettingsSchemaSource *system = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) source = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (folder != NULL)
    source = g_settings_schema_source_new_from_directory (folder, system, TRUE, NULL);
  if (source == NULL && system != NULL)
    source = g_settings_schema_source_ref (system);
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APP_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
