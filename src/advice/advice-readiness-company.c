/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-readiness-private.h"

#include "advice/advice-facts-private.h"
#include "advice/advice-vat.h"

#include <string.h>

/* Block A of the annex: who applies. */

#define TOPIC "company"

static const AdviceNeededField fields[] = {
  { "company.legal_name", ADVICE_SEVERITY_ERROR, N_ ("The registered name is missing."),
    ADVICE_SOURCE_PIC },
  { "company.legal_form", ADVICE_SEVERITY_ERROR, N_ ("The legal form is missing."),
    ADVICE_SOURCE_PIC },
  { "company.registration", ADVICE_SEVERITY_ERROR, N_ ("The registration number is missing."),
    ADVICE_SOURCE_PIC },
  { "company.registered_on", ADVICE_SEVERITY_WARNING, N_ ("The day of registration is missing."),
    ADVICE_SOURCE_PIC },
  { "company.registered_by", ADVICE_SEVERITY_WARNING,
    N_ ("The register, court or authority of the registration is missing."), ADVICE_SOURCE_PIC },
  { "company.street", ADVICE_SEVERITY_ERROR, N_ ("The street of the address is missing."),
    ADVICE_SOURCE_PIC },
  { "company.postal_code", ADVICE_SEVERITY_ERROR, N_ ("The postal code is missing."),
    ADVICE_SOURCE_PIC },
  { "company.city", ADVICE_SEVERITY_ERROR, N_ ("The town is missing."), ADVICE_SOURCE_PIC },
  { "company.country", ADVICE_SEVERITY_ERROR, N_ ("The country is missing."), ADVICE_SOURCE_PIC },
  { "company.region", ADVICE_SEVERITY_ERROR, N_ ("The region (NUTS) is missing."), NULL },
  { "company.contact.name", ADVICE_SEVERITY_ERROR, N_ ("The contact person is missing."),
    ADVICE_SOURCE_PIC },
  { "company.contact.role", ADVICE_SEVERITY_WARNING,
    N_ ("What the contact person is in the firm is missing."), NULL },
  { "company.contact.email", ADVICE_SEVERITY_ERROR,
    N_ ("The contact person’s e-mail address is missing."), ADVICE_SOURCE_PIC },
  { "company.website", ADVICE_SEVERITY_HINT, N_ ("The website is missing."), ADVICE_SOURCE_PIC },
};

static void
add (AdviceChecker *checker,
     AdviceSeverity severity,
     const char *path,
     BaseText *text,
     const char *source)
{
  advice_check_add (checker, severity, TOPIC, path, text, source);
}

/* The document itself takes nothing but nine digits. */
static void
check_pic (AdviceChecker *checker)
{
  const char *pic = assessment_document_get_string (checker->document, "company.pic");

  if (pic == NULL)
    add (checker, ADVICE_SEVERITY_HINT, "company.pic",
         base_text_new (N_ ("There is no participant identification code (PIC); calls of the "
                            "European Commission ask for one.")),
         ADVICE_SOURCE_PIC_GUIDE);
  else if (!assessment_document_has (checker->document, "company.pic_status"))
    add (checker, ADVICE_SEVERITY_HINT, "company.pic_status",
         base_text_new (N_ ("Say whether the participant identification code is declared or "
                            "validated; declared is enough to apply.")),
         ADVICE_SOURCE_PIC_GUIDE);
}

static BaseText *
wrong_form_text (const char *number, const char *prefix)
{
  const char *form = advice_vat_form (prefix);
  BaseText *text;

  if (form == NULL)
    return base_text_with_string (
        base_text_new (N_ ("The VAT number “{number}” does not begin with the two letters of a "
                           "member state.")),
        "number", number);
  text = base_text_new (
      N_ ("The VAT number “{number}” does not have the form of {prefix}: {form}."));
  text = base_text_with_string (text, "number", number);
  text = base_text_with_string (text, "prefix", prefix);
  return base_text_with_text (text, "form", base_text_new (form));
}

static void
check_prefix (AdviceChecker *checker, const char *number, const char *prefix)
{
  const char *country
      = advice_country_code (advice_catalogue (checker->advice),
                             assessment_document_get_string (checker->document, "company.country"));
  BaseText *text;

  if (country == NULL || *prefix == '\0' || strcmp (advice_vat_prefix_of (country), prefix) == 0)
    return;
  text = base_text_new (N_ ("The VAT number “{number}” is of another country than the firm."));
  add (checker, ADVICE_SEVERITY_WARNING, "company.vat_number",
       base_text_with_string (text, "number", number), NULL);
}

static void
check_vat (AdviceChecker *checker)
{
  const char *number = assessment_document_get_string (checker->document, "company.vat_number");
  char prefix[3];

  if (number == NULL)
    {
      if (!assessment_document_has (checker->document, "company.tax_number"))
        add (checker, ADVICE_SEVERITY_ERROR, "company.vat_number",
             base_text_new (N_ ("The VAT number is missing; a firm without one gives its tax "
                                "number.")),
             ADVICE_SOURCE_PIC);
      return;
    }
  switch (advice_vat_check (number, prefix))
    {
    case ADVICE_VAT_NO_PREFIX:
    case ADVICE_VAT_WRONG_FORM:
      add (checker, ADVICE_SEVERITY_ERROR, "company.vat_number", wrong_form_text (number, prefix),
           NULL);
      break;
    case ADVICE_VAT_WRONG_DIGITS:
      add (
          checker, ADVICE_SEVERITY_WARNING, "company.vat_number",
          base_text_with_string (base_text_new (N_ ("A digit of the VAT number “{number}” seems to "
                                                    "be wrong: its check digits do not fit.")),
                                 "number", number),
          NULL);
      check_prefix (checker, number, prefix);
      break;
    case ADVICE_VAT_VERIFIED:
    case ADVICE_VAT_FORM_FITS:
    default:
      check_prefix (checker, number, prefix);
      break;
    }
}

static void
check_nace (AdviceChecker *checker)
{
  const char *division
      = assessment_document_get_string (checker->document, "company.nace.division");
  const char *class = assessment_document_get_string (checker->document, "company.nace.class");

  if (class == NULL && division == NULL)
    add (checker, ADVICE_SEVERITY_ERROR, "company.nace.class",
         base_text_new (N_ ("The main activity (NACE) is missing.")), ADVICE_SOURCE_PIC);
  else if (class == NULL || strlen (class) != 4)
    add (checker, ADVICE_SEVERITY_WARNING, "company.nace.class",
         base_text_new (N_ ("Registers ask for the class of the main activity: four digits of "
                            "NACE.")),
         ADVICE_SOURCE_PIC);
  else if (division != NULL && strncmp (class, division, 2) != 0)
    add (checker, ADVICE_SEVERITY_ERROR, "company.nace.class",
         base_text_with_string (
             base_text_with_string (base_text_new (N_ ("The NACE class {class} does not belong to "
                                                       "the division {division}.")),
                                    "class", class),
             "division", division),
         NULL);
  if ((class != NULL || division != NULL)
      && !assessment_document_has (checker->document, "company.nace.revision"))
    add (checker, ADVICE_SEVERITY_ERROR, "company.nace.revision",
         base_text_new (N_ ("The revision of NACE (2 or 2.1) is missing.")), NULL);
}

void
advice_check_company (AdviceChecker *checker)
{
  const char *region = assessment_document_get_string (checker->document, "company.region");

  advice_check_fields (checker, TOPIC, fields, G_N_ELEMENTS (fields));
  check_pic (checker);
  check_vat (checker);
  check_nace (checker);
  if (region != NULL && strlen (region) < 4)
    add (checker, ADVICE_SEVERITY_WARNING, "company.region",
         base_text_new (N_ ("Hubs and programmes work by smaller regions: choose one of NUTS 2 or "
                            "3.")),
         NULL);
}
