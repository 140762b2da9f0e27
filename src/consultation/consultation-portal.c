/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-portal.h"

#include <math.h>
#include <string.h>

/* The portal's form, module by module: general data, sector, then the eleven questions with the
 * numbers of their options as printed there. */

struct _ConsultationPortalSheet
{
  GPtrArray *entries; /* ConsultationPortalEntry */
  guint n_open;
};

static void
free_entry (gpointer data)
{
  ConsultationPortalEntry *entry = data;

  base_text_unref (entry->section);
  base_text_unref (entry->label);
  g_clear_pointer (&entry->value, base_text_unref);
  g_free ((gpointer)entry->path);
  g_free (entry);
}

/* Takes all but @path. */
static void
add (ConsultationPortalSheet *sheet,
     BaseText *section,
     BaseText *label,
     BaseText *value,
     const char *path)
{
  ConsultationPortalEntry *entry = g_new0 (ConsultationPortalEntry, 1);

  entry->section = section;
  entry->label = label;
  entry->value = value;
  entry->path = g_strdup (path);
  sheet->n_open += value == NULL;
  g_ptr_array_add (sheet->entries, entry);
}

/* --- general data ----------------------------------------------------------------------------- */

typedef BaseText *(*SayFunc) (const Advice *advice, const char *path);

static BaseText *
say_string (const Advice *advice, const char *path)
{
  const char *value = assessment_document_get_string (advice_document (advice), path);

  return value == NULL ? NULL : base_text_new_verbatim (value);
}

static BaseText *
say_date (const Advice *advice, const char *path)
{
  const char *value = assessment_document_get_string (advice_document (advice), path);

  return value == NULL ? NULL : base_text_with_date (base_text_new (N_ ("{date}")), "date", value);
}

static BaseText *
say_number (const Advice *advice, const char *path)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  double value;

  if (!assessment_document_get_number (advice_document (advice), path, &value))
    return NULL;
  g_ascii_formatd (digits, sizeof digits, "%.0f", value);
  return base_text_new_verbatim (digits);
}

/* The portal asks for one of four classes of staff. */
static BaseText *
say_staff (const Advice *advice, const char *path)
{
  double staff;

  if (!assessment_document_get_number (advice_document (advice), path, &staff))
    return NULL;
  if (staff < 10)
    return base_text_new (N_ ("Micro, 1–9"));
  if (staff < 50)
    return base_text_new (N_ ("Small, 10–49"));
  return staff < 250 ? base_text_new (N_ ("Medium, 50–249"))
                     : base_text_new (N_ ("Large, 250 or more"));
}

static BaseText *
say_country (const Advice *advice, const char *path)
{
  const char *code = assessment_document_get_string (advice_document (advice), path);
  const CatalogueCountry *country
      = code == NULL ? NULL : catalogue_find_country (advice_catalogue (advice), code);

  return country != NULL ? base_text_new (country->name) : say_string (advice, path);
}

static BaseText *
say_region (const Advice *advice, const char *path)
{
  const char *code = assessment_document_get_string (advice_document (advice), path);
  const CatalogueRegion *region
      = code == NULL ? NULL : catalogue_find_region (advice_catalogue (advice), code);

  if (region == NULL)
    return say_string (advice, path);
  return base_text_with_string (
      base_text_with_string (base_text_new (N_ ("{name} ({code})")), "name", region->name), "code",
      region->code);
}

static BaseText *
say_sectors (const Advice *advice, const char *path)
{
  const char *const *ids = assessment_document_get_strings (advice_document (advice), path);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  if (ids == NULL)
    return NULL;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const CatalogueTerm *term
          = catalogue_find_term (advice_catalogue (advice), CATALOGUE_TERM_OFFICIAL_SECTOR, ids[i]);

      /* One that is not of the official list is said in our words, never as an id. */
      if (term == NULL)
        term = catalogue_find_term (advice_catalogue (advice), CATALOGUE_TERM_SECTOR, ids[i]);
      g_ptr_array_add (items, term != NULL ? base_text_new (term->label)
                                           : base_text_new_verbatim (ids[i]));
    }
  return base_text_with_list (base_text_new (N_ ("{sectors}")), "sectors",
                              (BaseText **)items->pdata, items->len);
}

static void
add_general (ConsultationPortalSheet *sheet, const Advice *advice)
{
  static const struct
  {
    const char *label, *path;
    SayFunc say;
  } rows[] = {
    { N_ ("Stage"), "stage", say_string },
    { N_ ("Date of the assessment"), "date", say_date },
    { N_ ("Name of the enterprise"), "company.name", say_string },
    { N_ ("VAT number or other identification"), "company.vat_number", say_string },
    { N_ ("PIC (participant identification code)"), "company.pic", say_string },
    { N_ ("Website"), "company.website", say_string },
    { N_ ("Founded"), "company.founded", say_number },
    { N_ ("Contact person"), "company.contact.name", say_string },
    { N_ ("Role of the contact person"), "company.contact.role", say_string },
    { N_ ("E-mail"), "company.contact.email", say_string },
    { N_ ("Telephone"), "company.contact.phone", say_string },
    { N_ ("Staff size"), "company.accounts[0].staff", say_staff },
    { N_ ("Street"), "company.street", say_string },
    { N_ ("Postal code"), "company.postal_code", say_string },
    { N_ ("City"), "company.city", say_string },
    { N_ ("Country"), "company.country", say_country },
    { N_ ("Region"), "company.region", say_region },
    { N_ ("Primary sector"), "company.sectors", say_sectors },
    { N_ ("Secondary sector"), "company.secondary_sectors", say_sectors },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add (sheet, base_text_new (N_ ("Module 1: general data")), base_text_new (rows[i].label),
         rows[i].say (advice, rows[i].path), rows[i].path);
}

/* --- answers ---------------------------------------------------------------------------------- */

static BaseText *
option_text (const SurveyOption *option)
{
  return base_text_with_text (
      base_text_with_integer (base_text_new (N_ ("({number}) {option}")), "number", option->number),
      "option", base_text_new (option->title));
}

static BaseText *
say_ticks (const SurveyQuestionScore *score)
{
  g_autoptr (GPtrArray) ticked = g_ptr_array_new ();

  if (!score->answered)
    return NULL;
  for (guint i = 0; i < score->n_parts; i++)
    if (score->parts[i].level > 0)
      g_ptr_array_add (ticked, option_text (score->parts[i].option));
  if (ticked->len == 0)
    return base_text_new (N_ ("None of these"));
  return base_text_with_list (base_text_new (N_ ("Tick {options}")), "options",
                              (BaseText **)ticked->pdata, ticked->len);
}

static BaseText *
question_label (const SurveyQuestionScore *score, guint number)
{
  BaseText *label = base_text_with_text (
      base_text_with_integer (base_text_new (N_ ("Q{number} {question}")), "number", number),
      "question", base_text_new (score->question->title));

  if (score->column == NULL)
    return label;
  return base_text_with_text (
      base_text_with_text (base_text_new (N_ ("{question}: {column}")), "question", label),
      "column", base_text_new (score->column->title));
}

static void
add_levels (ConsultationPortalSheet *sheet,
            const SurveyDimensionScore *dimension,
            const SurveyQuestionScore *score,
            guint number,
            const char *path)
{
  for (guint i = 0; i < score->n_parts; i++)
    {
      const SurveyPart *part = &score->parts[i];
      BaseText *label
          = base_text_with_text (base_text_with_text (base_text_new (N_ ("{question}: {row}")),
                                                      "question", question_label (score, number)),
                                 "row", option_text (part->option));

      add (sheet, base_text_new (dimension->dimension->title), label,
           part->level < 0 ? NULL : base_text_new (score->question->levels[part->level].title),
           path);
    }
}

static guint
number_of (const SurveyPack *pack, const SurveyQuestion *question)
{
  for (guint i = 0; i < survey_pack_n_questions (pack); i++)
    if (survey_pack_question (pack, i) == question)
      return i + 1;
  g_assert_not_reached ();
}

static void
add_dimension (ConsultationPortalSheet *sheet, const Advice *advice, guint index)
{
  const SurveyDimensionScore *dimension = survey_score_dimension (advice_score (advice), index);

  for (guint i = dimension->first; i < dimension->first + dimension->n; i++)
    {
      const SurveyQuestionScore *score = survey_score_question (advice_score (advice), i);
      guint number = number_of (advice_pack (advice), score->question);
      g_autofree char *path = g_strdup_printf ("answers.%s", score->question->id);

      if (score->question->kind == SURVEY_QUESTION_LEVELS)
        add_levels (sheet, dimension, score, number, path);
      else
        add (sheet, base_text_new (dimension->dimension->title), question_label (score, number),
             say_ticks (score), path);
    }
}

/* --- public ----------------------------------------------------------------------------------- */

ConsultationPortalSheet *
consultation_portal_sheet_new (const Advice *advice)
{
  ConsultationPortalSheet *sheet;

  g_return_val_if_fail (advice != NULL, NULL);

  sheet = g_new0 (ConsultationPortalSheet, 1);
  sheet->entries = g_ptr_array_new_with_free_func (free_entry);
  add_general (sheet, advice);
  for (guint i = 0; i < survey_score_n_dimensions (advice_score (advice)); i++)
    add_dimension (sheet, advice, i);
  return sheet;
}

void
consultation_portal_sheet_free (ConsultationPortalSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_ptr_array_unref (sheet->entries);
  g_free (sheet);
}

guint
consultation_portal_sheet_n (const ConsultationPortalSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, 0);
  return sheet->entries->len;
}

const ConsultationPortalEntry *
consultation_portal_sheet_get (const ConsultationPortalSheet *sheet, guint index)
{
  g_return_val_if_fail (sheet != NULL && index < sheet->entries->len, NULL);
  return sheet->entries->pdata[index];
}

guint
consultation_portal_sheet_n_open (const ConsultationPortalSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, 0);
  return sheet->n_open;
}

BaseText *
consultation_portal_difference (const Advice *advice)
{
  double official;
  int theirs, ours;
  BaseText *text;

  g_return_val_if_fail (advice != NULL, NULL);

  ours = survey_score_overall (advice_score (advice)).value;
  if (ours < 0
      || !assessment_document_get_number (advice_document (advice), "portal.official_score",
                                          &official))
    return NULL;
  theirs = (int)lround (official * 100);
  if (theirs == ours)
    return base_text_with_decimal (
        base_text_new (N_ ("The portal’s score is the same as ours: {score}")), "score", ours, 2);
  text = base_text_new (N_ ("The portal says {theirs}, we compute {ours}: {difference} points "
                            "apart. Compare the entry with this sheet; the official scoring may "
                            "also differ from our reading of it."));
  text = base_text_with_decimal (text, "theirs", theirs, 2);
  text = base_text_with_decimal (text, "ours", ours, 2);
  return base_text_with_decimal (text, "difference", ABS (theirs - ours), 2);
}
