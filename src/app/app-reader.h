/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report.h"

G_BEGIN_DECLS

/* Who a report can be for, in the words of the window and in the order they are offered. */
typedef struct
{
  ReportProfile profile;
  const char *title, *subtitle; /* msgids */
} AppReader;

#define APP_READER_N 5u

/* @index below APP_READER_N. The last is the blank form, which is of no company. */
const AppReader *app_reader (guint index);

G_END_DECLS
