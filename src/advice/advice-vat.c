/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-vat.h"

#include "base/base-text.h"

#include <string.h>

/* VAT numbers of the 27 member states and of Northern Ireland (XI).
 *
 * Forms: the structure table of the Commission's VIES service. Check digits: only where the rule is
 * public and the same for every number of the form; Bulgaria, Cyprus, Spain, natural persons of
 * Czechia and Latvia, and the older Irish form are checked by form alone. A tax office may have
 * issued numbers outside the rule (it says so of very old ones): hence wrong digits are something
 * to look at, not a refusal. */

typedef enum
{
  CHECK_FORM,
  CHECK_WRONG,
  CHECK_RIGHT,
} Check;

static int
digit (const char *text, guint index)
{
  return text[index] - '0';
}

static Check
verdict (gboolean right)
{
  return right ? CHECK_RIGHT : CHECK_WRONG;
}

static gboolean
are_digits (const char *text, guint from, guint n)
{
  for (guint i = from; i < from + n; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

static int
weighted (const char *text, const int *weights, guint n)
{
  int sum = 0;

  for (guint i = 0; i < n; i++)
    sum += weights[i] * digit (text, i);
  return sum;
}

static int
remainder_of (const char *text, guint from, guint n, int divisor)
{
  int rest = 0;

  for (guint i = from; i < from + n; i++)
    rest = (rest * 10 + digit (text, i)) % divisor;
  return rest;
}

/* ISO/IEC 7812-1, annex B. */
static gboolean
is_luhn (const char *text, guint from, guint n)
{
  int sum = 0;

  for (guint i = 0; i < n; i++)
    {
      int value = digit (text, from + i) * ((n - i) % 2 == 0 ? 2 : 1);

      sum += value > 9 ? value - 9 : value;
    }
  return sum % 10 == 0;
}

/* ISO/IEC 7064, MOD 11,10. */
static gboolean
is_mod_11_10 (const char *text, guint n)
{
  int product = 10;

  for (guint i = 0; i + 1 < n; i++)
    {
      int sum = (digit (text, i) + product) % 10;

      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
  return (product + digit (text, n - 1)) % 10 == 1;
}

static Check
check_at (const char *text)
{
  int sum = 0;

  for (guint i = 1; i < 8; i++)
    {
      int value = digit (text, i) * (i % 2 == 0 ? 2 : 1);

      sum += value > 9 ? value - 9 : value;
    }
  return verdict ((10 - (sum + 4) % 10) % 10 == digit (text, 8));
}

static Check
check_be (const char *text)
{
  return verdict (97 - remainder_of (text, 0, 8, 97) == remainder_of (text, 8, 2, 100));
}

/* Eight digits are a legal person; a first digit of 9 is reserved. */
static Check
check_cz (const char *text)
{
  static const int weights[] = { 8, 7, 6, 5, 4, 3, 2 };

  if (strlen (text) != 8)
    return CHECK_FORM;
  return verdict ((11 - weighted (text, weights, 7) % 11) % 10 == digit (text, 7));
}

static Check
check_de (const char *text)
{
  return verdict (is_mod_11_10 (text, 9));
}

static Check
check_dk (const char *text)
{
  static const int weights[] = { 2, 7, 6, 5, 4, 3, 2, 1 };

  return verdict (weighted (text, weights, 8) % 11 == 0);
}

static Check
check_ee (const char *text)
{
  static const int weights[] = { 3, 7, 1, 3, 7, 1, 3, 7, 1 };

  return verdict (weighted (text, weights, 9) % 10 == 0);
}

static Check
check_el (const char *text)
{
  static const int weights[] = { 256, 128, 64, 32, 16, 8, 4, 2 };

  return verdict (weighted (text, weights, 8) % 11 % 10 == digit (text, 8));
}

static Check
check_fi (const char *text)
{
  static const int weights[] = { 7, 9, 10, 5, 8, 4, 2, 1 };

  return verdict (weighted (text, weights, 8) % 11 == 0);
}

/* The key before the SIREN, when both of its characters are digits. */
static Check
check_fr (const char *text)
{
  if (!are_digits (text, 0, 2))
    return CHECK_FORM;
  return verdict ((12 + 3 * remainder_of (text, 2, 9, 97)) % 97 == remainder_of (text, 0, 2, 100));
}

static Check
check_hr (const char *text)
{
  return verdict (is_mod_11_10 (text, 11));
}

static Check
check_hu (const char *text)
{
  static const int weights[] = { 9, 7, 3, 1, 9, 7, 3, 1 };

  return verdict (weighted (text, weights, 8) % 10 == 0);
}

/* Seven digits, a check letter and, since 2013, a letter that counts nine times. */
static Check
check_ie (const char *text)
{
  static const int weights[] = { 8, 7, 6, 5, 4, 3, 2 };
  static const char letters[] = "WABCDEFGHIJKLMNOPQRSTUV";
  int sum;

  if (!are_digits (text, 0, 7))
    return CHECK_FORM;
  sum = weighted (text, weights, 7);
  if (text[8] != '\0' && text[8] != 'W')
    sum += 9 * (text[8] - 'A' + 1);
  return verdict (letters[sum % 23] == text[7]);
}

static Check
check_it (const char *text)
{
  return verdict (is_luhn (text, 0, 11));
}

static Check
check_lt (const char *text)
{
  guint n = (guint)strlen (text) - 1;
  int first = 0, second = 0;

  for (guint i = 0; i < n; i++)
    {
      first += (int)(1 + i % 9) * digit (text, i);
      second += (int)(1 + (i + 2) % 9) * digit (text, i);
    }
  return verdict ((first % 11 != 10 ? first % 11 : second % 11 % 10) == digit (text, n));
}

static Check
check_lu (const char *text)
{
  return verdict (remainder_of (text, 0, 6, 89) == remainder_of (text, 6, 2, 100));
}

/* A first digit above 3 is a legal person. */
static Check
check_lv (const char *text)
{
  static const int weights[] = { 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1 };

  if (text[0] <= '3')
    return CHECK_FORM;
  return verdict (weighted (text, weights, 11) % 11 == 3);
}

static Check
check_mt (const char *text)
{
  static const int weights[] = { 3, 4, 6, 7, 8, 9, 10, 1 };

  return verdict (weighted (text, weights, 8) % 37 == 0);
}

/* Nine digits with their own check, or since 2020 (sole traders) the whole number with ISO/IEC 7064
 * MOD 97,10, letters as two digits: N 23, L 21, B 11. */
static Check
check_nl (const char *text)
{
  static const int weights[] = { 9, 8, 7, 6, 5, 4, 3, 2, -1 };
  int rest = 2321 % 97;

  if (weighted (text, weights, 9) % 11 == 0)
    return CHECK_RIGHT;
  for (guint i = 0; text[i] != '\0'; i++)
    rest = (text[i] == 'B' ? rest * 100 + 11 : rest * 10 + digit (text, i)) % 97;
  return verdict (rest == 1);
}

static Check
check_pl (const char *text)
{
  static const int weights[] = { 6, 5, 7, 2, 3, 4, 5, 6, 7, -1 };

  return verdict (weighted (text, weights, 10) % 11 == 0);
}

static Check
check_pt (const char *text)
{
  static const int weights[] = { 9, 8, 7, 6, 5, 4, 3, 2 };

  return verdict ((11 - weighted (text, weights, 8) % 11) % 11 % 10 == digit (text, 8));
}

/* Two to ten digits, weighed from the right. */
static Check
check_ro (const char *text)
{
  static const int weights[] = { 2, 3, 5, 7, 1, 2, 3, 5, 7 };
  guint n = (guint)strlen (text);
  int sum = 0;

  for (guint i = 0; i + 1 < n; i++)
    sum += weights[i] * digit (text, n - 2 - i);
  return verdict (sum * 10 % 11 % 10 == digit (text, n - 1));
}

/* The organisation number and a number from 01 on. */
static Check
check_se (const char *text)
{
  return verdict (is_luhn (text, 0, 10) && remainder_of (text, 10, 2, 100) > 0);
}

static Check
check_si (const char *text)
{
  static const int weights[] = { 8, 7, 6, 5, 4, 3, 2 };
  int check = 11 - weighted (text, weights, 7) % 11;

  return verdict (check != 11 && check % 10 == digit (text, 7));
}

static Check
check_sk (const char *text)
{
  return verdict (remainder_of (text, 0, 10, 11) == 0);
}

/* Government departments and health authorities have five characters. */
static Check
check_xi (const char *text)
{
  static const int weights[] = { 8, 7, 6, 5, 4, 3, 2, 10, 1 };
  int rest;

  if (!are_digits (text, 0, 2))
    return CHECK_FORM;
  rest = weighted (text, weights, 9) % 97;
  return verdict (rest == 0 || rest == 42);
}

static const struct
{
  const char *prefix, *pattern, *form;
  Check (*check) (const char *text);
} countries[] = {
  { "AT", "U[0-9]{8}", N_ ("U and 8 digits"), check_at },
  { "BE", "[01][0-9]{9}", N_ ("10 digits, the first of them 0 or 1"), check_be },
  { "BG", "[0-9]{9,10}", N_ ("9 or 10 digits"), NULL },
  { "CY", "[0-9]{8}[A-Z]", N_ ("8 digits and a letter"), NULL },
  { "CZ", "[0-9]{8,10}", N_ ("8 to 10 digits"), check_cz },
  { "DE", "[1-9][0-9]{8}", N_ ("9 digits"), check_de },
  { "DK", "[1-9][0-9]{7}", N_ ("8 digits"), check_dk },
  { "EE", "[0-9]{9}", N_ ("9 digits"), check_ee },
  { "EL", "[0-9]{9}", N_ ("9 digits"), check_el },
  { "ES", "[A-Z0-9][0-9]{7}[A-Z0-9]", N_ ("9 characters, the inner 7 of them digits"), NULL },
  { "FI", "[0-9]{8}", N_ ("8 digits"), check_fi },
  { "FR", "[0-9A-HJ-NP-Z]{2}[0-9]{9}", N_ ("2 characters and 9 digits"), check_fr },
  { "HR", "[0-9]{11}", N_ ("11 digits"), check_hr },
  { "HU", "[0-9]{8}", N_ ("8 digits"), check_hu },
  { "IE", "([0-9]{7}[A-W][A-IW]?|[0-9][A-Z+*][0-9]{5}[A-W])", N_ ("7 digits and 1 or 2 letters"),
    check_ie },
  { "IT", "[0-9]{11}", N_ ("11 digits"), check_it },
  { "LT", "([0-9]{9}|[0-9]{12})", N_ ("9 or 12 digits"), check_lt },
  { "LU", "[0-9]{8}", N_ ("8 digits"), check_lu },
  { "LV", "[0-9]{11}", N_ ("11 digits"), check_lv },
  { "MT", "[0-9]{8}", N_ ("8 digits"), check_mt },
  { "NL", "[0-9]{9}B[0-9]{2}", N_ ("9 digits, B and 2 digits"), check_nl },
  { "PL", "[0-9]{10}", N_ ("10 digits"), check_pl },
  { "PT", "[0-9]{9}", N_ ("9 digits"), check_pt },
  { "RO", "[1-9][0-9]{1,9}", N_ ("2 to 10 digits"), check_ro },
  { "SE", "[0-9]{12}", N_ ("12 digits"), check_se },
  { "SI", "[1-9][0-9]{7}", N_ ("8 digits"), check_si },
  { "SK", "[1-9][0-9]{9}", N_ ("10 digits"), check_sk },
  { "XI", "([0-9]{9}|[0-9]{12}|(GD|HA)[0-9]{3})", N_ ("9 or 12 digits"), check_xi },
};

static char *
plain (const char *number)
{
  GString *text = g_string_new (NULL);

  for (const char *at = number; *at != '\0'; at++)
    if (*at != ' ' && *at != '.' && *at != '-')
      g_string_append_c (text, g_ascii_toupper (*at));
  return g_string_free (text, FALSE);
}

AdviceVat
advice_vat_check (const char *number, char *prefix)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (number != NULL, ADVICE_VAT_NO_PREFIX);

  if (prefix != NULL)
    prefix[0] = '\0';
  text = plain (number);
  if (!g_ascii_isalpha (text[0]) || !g_ascii_isalpha (text[1]))
    return ADVICE_VAT_NO_PREFIX;
  if (prefix != NULL)
    g_strlcpy (prefix, text, 3);
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    if (strncmp (text, countries[i].prefix, 2) == 0)
      {
        g_autofree char *pattern = g_strdup_printf ("^%s$", countries[i].pattern);
        Check check;

        if (!g_regex_match_simple (pattern, text + 2, G_REGEX_DOLLAR_ENDONLY, 0))
          return ADVICE_VAT_WRONG_FORM;
        check = countries[i].check != NULL ? countries[i].check (text + 2) : CHECK_FORM;
        if (check == CHECK_FORM)
          return ADVICE_VAT_FORM_FITS;
        return check == CHECK_RIGHT ? ADVICE_VAT_VERIFIED : ADVICE_VAT_WRONG_DIGITS;
      }
  return ADVICE_VAT_NO_PREFIX;
}

const char *
advice_vat_form (const char *prefix)
{
  for (guint i = 0; prefix != NULL && i < G_N_ELEMENTS (countries); i++)
    if (strcmp (countries[i].prefix, prefix) == 0)
      return countries[i].form;
  return NULL;
}

const char *
advice_vat_prefix_of (const char *country)
{
  return g_strcmp0 (country, "GR") == 0 ? "EL" : country;
}
