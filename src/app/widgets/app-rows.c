/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-rows.h"

#include "app/widgets/app-choice-row.h"
#include "app/widgets/app-choices-row.h"
#include "app/widgets/app-items-group.h"
#include "app/widgets/app-number-row.h"
#include "app/widgets/app-text-row.h"
#include "app/widgets/app-texts-row.h"
#include "app/widgets/app-yes-no-row.h"

void
app_rows_ensure_types (void)
{
  g_type_ensure (APP_TYPE_CHOICE_ROW);
  g_type_ensure (APP_TYPE_CHOICES_ROW);
  g_type_ensure (APP_TYPE_ITEMS_GROUP);
  g_type_ensure (APP_TYPE_NUMBER_ROW);
  g_type_ensure (APP_TYPE_TEXT_ROW);
  g_type_ensure (APP_TYPE_TEXTS_ROW);
  g_type_ensure (APP_TYPE_YES_NO_ROW);
}
