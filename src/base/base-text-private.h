/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-text.h"

G_BEGIN_DECLS

/* What base_language_format() has to know of a text. */

typedef enum
{
  BASE_TEXT_STRING,
  BASE_TEXT_DECIMAL, /* an integer is one with 0 places */
  BASE_TEXT_DATE,
  BASE_TEXT_MONEY,
  BASE_TEXT_LIST,
} BaseTextKind;

typedef struct
{
  char *place;
  BaseTextKind kind;
  char *string;     /* STRING, DATE */
  gint64 value;     /* DECIMAL, MONEY */
  guint places;     /* DECIMAL */
  GPtrArray *texts; /* LIST, of BaseText; a text inside a text is a list of one */
} BaseTextArgument;

struct _BaseText
{
  gatomicrefcount references;
  char *context; /* may be NULL */
  char *msgid;
  char *plural; /* NULL: no plural */
  gint64 n;
  gboolean is_verbatim;
  GPtrArray *arguments; /* of BaseTextArgument; NULL while there are none */
};

/* NULL when there is no such argument. @place need not end with NUL. */
const BaseTextArgument *
base_text_find_argument (const BaseText *text, const char *place, gsize length);

G_END_DECLS
