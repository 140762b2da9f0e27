/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-vat.h"

#include <string.h>

/* One number of each form whose check digits are known to be right, and what happens to it when a
 * digit changes. */

static const struct
{
  const char *number;
  AdviceVat expected;
} numbers[] = {
  { "ATU13585627", ADVICE_VAT_VERIFIED },
  { "BE0428759497", ADVICE_VAT_VERIFIED },
  { "BG175074752", ADVICE_VAT_FORM_FITS },
  { "CY10259033P", ADVICE_VAT_FORM_FITS },
  { "CZ25123891", ADVICE_VAT_VERIFIED },
  { "CZ7103192745", ADVICE_VAT_FORM_FITS },
  { "DE136695976", ADVICE_VAT_VERIFIED },
  { "DK13585628", ADVICE_VAT_VERIFIED },
  { "EE100931558", ADVICE_VAT_VERIFIED },
  { "EL094259216", ADVICE_VAT_VERIFIED },
  { "ESB58378431", ADVICE_VAT_FORM_FITS },
  { "FI20774740", ADVICE_VAT_VERIFIED },
  { "FR40303265045", ADVICE_VAT_VERIFIED },
  { "FR83404833048", ADVICE_VAT_VERIFIED },
  { "FRK7399859412", ADVICE_VAT_FORM_FITS },
  { "HR33392005961", ADVICE_VAT_VERIFIED },
  { "HU12892312", ADVICE_VAT_VERIFIED },
  { "IE6433435F", ADVICE_VAT_VERIFIED },
  { "IE6433435OA", ADVICE_VAT_VERIFIED },
  { "IE8D79739I", ADVICE_VAT_FORM_FITS },
  { "IT00743110157", ADVICE_VAT_VERIFIED },
  { "LT119511515", ADVICE_VAT_VERIFIED },
  { "LT100001919017", ADVICE_VAT_VERIFIED },
  { "LU15027442", ADVICE_VAT_VERIFIED },
  { "LV40003521600", ADVICE_VAT_VERIFIED },
  { "MT11679112", ADVICE_VAT_VERIFIED },
  { "NL004495445B01", ADVICE_VAT_VERIFIED },
  { "NL123456789B13", ADVICE_VAT_VERIFIED },
  { "PL8567346215", ADVICE_VAT_VERIFIED },
  { "PT501964843", ADVICE_VAT_VERIFIED },
  { "RO18547290", ADVICE_VAT_VERIFIED },
  { "SE123456789701", ADVICE_VAT_VERIFIED },
  { "SI50223054", ADVICE_VAT_VERIFIED },
  { "SK2022749619", ADVICE_VAT_VERIFIED },
  { "XI980780684", ADVICE_VAT_VERIFIED },
  { "XIGD001", ADVICE_VAT_FORM_FITS },
  { "pt 501.964.843", ADVICE_VAT_VERIFIED },
  { "501964843", ADVICE_VAT_NO_PREFIX },
  { "GR094259216", ADVICE_VAT_NO_PREFIX },
  { "US123", ADVICE_VAT_NO_PREFIX },
  { "", ADVICE_VAT_NO_PREFIX },
  { "P", ADVICE_VAT_NO_PREFIX },
  { "PT", ADVICE_VAT_WRONG_FORM },
  { "PT50196484", ADVICE_VAT_WRONG_FORM },
  { "PT5019648433", ADVICE_VAT_WRONG_FORM },
  { "PT50196484X", ADVICE_VAT_WRONG_FORM },
  { "PT501964843\n", ADVICE_VAT_WRONG_FORM },
  { "PT501964842", ADVICE_VAT_WRONG_DIGITS },
};

static void
test_known (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      char prefix[3];

      g_test_message ("%s", numbers[i].number);
      g_assert_cmpint (advice_vat_check (numbers[i].number, prefix), ==, numbers[i].expected);
      if (numbers[i].expected <= ADVICE_VAT_FORM_FITS)
        g_assert_nonnull (advice_vat_form (prefix));
    }
}

/* A verified number with its last digit changed is never verified. */
static void
test_one_digit (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *changed = g_strdup (numbers[i].number);
      gsize last = strlen (changed);

      /* The last two of a Swedish and a Dutch number are free. */
      if (numbers[i].expected != ADVICE_VAT_VERIFIED || g_str_has_prefix (changed, "SE")
          || g_str_has_prefix (changed, "NL"))
        continue;
      while (last > 0 && !g_ascii_isdigit (changed[last - 1]))
        last--;
      for (char other = '0'; other <= '9'; other++)
        if (other != numbers[i].number[last - 1])
          {
            changed[last - 1] = other;
            g_test_message ("%s", changed);
            g_assert_cmpint (advice_vat_check (changed, NULL), !=, ADVICE_VAT_VERIFIED);
          }
    }
}

/* Whatever is typed. */
static void
test_anything (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 20000; i++)
    {
      char text[16];
      guint n = (guint)g_rand_int_range (rand, 0, sizeof (text));
      const char *start = numbers[g_rand_int_range (rand, 0, G_N_ELEMENTS (numbers))].number;

      for (guint c = 0; c < n; c++)
        text[c] = (char)g_rand_int_range (rand, 32, 127);
      text[n] = '\0';
      if (n >= 2 && strlen (start) >= 2)
        memcpy (text, start, 2);
      g_assert_cmpint (advice_vat_check (text, NULL), <=, ADVICE_VAT_WRONG_DIGITS);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/advice/vat/known", test_known);
  g_test_add_func ("/advice/vat/one-digit", test_one_digit);
  g_test_add_func ("/advice/vat/anything", test_anything);
  return g_test_run ();
}
