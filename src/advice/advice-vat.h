/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The form of a VAT identification number. Whether it is in use is known only to the member state:
 * VIES answers that, and Waymark asks nobody. */
typedef enum
{
  ADVICE_VAT_VERIFIED,     /* form and check digits fit */
  ADVICE_VAT_FORM_FITS,    /* the form fits; its check digits are not checked here */
  ADVICE_VAT_NO_PREFIX,    /* begins with no prefix of a member state or XI */
  ADVICE_VAT_WRONG_FORM,   /* length or characters do not fit the country */
  ADVICE_VAT_WRONG_DIGITS, /* a digit is wrong: the check digits do not fit */
} AdviceVat;

/* @number: with its prefix; blanks, points and hyphens are overlooked, small letters taken as
 * capitals. @prefix (3 bytes, may be NULL): the two letters it begins with, empty when it has
 * none. */
AdviceVat advice_vat_check (const char *number, char *prefix);
/* How a number of this country is written, for messages ("9 digits"); NULL for no member state. */
const char *advice_vat_form (const char *prefix);
/* The prefix of a country: EL for Greece, the code itself else. */
const char *advice_vat_prefix_of (const char *country);

G_END_DECLS
