/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-report-options.h"

#include "app/app-application.h"
#include "app/app-stages.h"
#include "app/app-store.h"
#include "app/widgets/app-logo-row.h"
#include "workspace/workspace-files.h"

#include <glib/gi18n.h>

/* Every row is a choice; what they come to is put together when it is asked for. */

struct _AppReportOptions
{
  AdwBin parent_instance;

  AppSession *session; /* borrowed from the page or window that holds us; NULL until shown */
  GStrv languages;     /* tags, in the order of the row */
  GPtrArray *stages;   /* ids; the row begins with "nothing" */
  char *document;      /* id of the assessment whose stages are listed */
  Advice *before;      /* of the chosen stage, or NULL */
  GPtrArray *parts;    /* the parts' switches, in the order of report_section_names() */
  char *evidence;      /* folder of the files that the register names; NULL: it names none */
  ReportProfile profile;
  gboolean quiet; /* rows are filled, nobody chooses */

  /* template */
  AdwComboRow *language, *paper, *compare;
  GtkWidget *only_answered_row, *hide_amounts_row, *hide_names_row, *copies_row;
  GtkSwitch *only_answered, *hide_amounts, *hide_names, *copies, *draft;
  GtkWidget *logos;
  AppLogoRow *logo, *hub_logo;
  AdwExpanderRow *parts_row;
  GtkWidget *parts_group;
};

G_DEFINE_FINAL_TYPE (AppReportOptions, app_report_options, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
choice_cb (AppReportOptions *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* --- parts ------------------------------------------------------------------------------------ */

static guint
switched_off (AppReportOptions *self)
{
  guint without = 0;

  for (guint i = 0; i < self->parts->len; i++)
    if (!gtk_switch_get_active (g_ptr_array_index (self->parts, i)))
      without |= 1u << i;
  return without & report_profile_sections (self->profile);
}

static guint
count_bits (guint bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;
  return n;
}

static void
show_count (AppReportOptions *self)
{
  const guint all = count_bits (report_profile_sections (self->profile));
  const guint off = count_bits (switched_off (self));
  g_autofree char *text = off == 0 ? g_strdup_printf (_ ("All (%u)"), all)
                                   : g_strdup_printf (_ ("%u of %u"), all - off, all);

  adw_expander_row_set_subtitle (self->parts_row, text);
}

static void
part_cb (AppReportOptions *self)
{
  show_count (self);
  choice_cb (self);
}

static void
add_part (AppReportOptions *self, const char *name)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();
  const char *title = gettext (report_section_title (name));

  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (part_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (self->parts_row, row);
  g_ptr_array_add (self->parts, toggle);
}

static void
show_parts (AppReportOptions *self)
{
  const guint bits = report_profile_sections (self->profile);

  for (guint i = 0; i < self->parts->len; i++)
    gtk_widget_set_visible (
        gtk_widget_get_ancestor (g_ptr_array_index (self->parts, i), ADW_TYPE_ACTION_ROW),
        (bits & (1u << i)) != 0);
  gtk_widget_set_visible (self->parts_group, bits != 0);
  show_count (self);
}

/* --- languages and stages --------------------------------------------------------------------- */

static void
list_languages (AppReportOptions *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *own = base_language_tag (app_session_get_language (self->session));
  guint chosen = 0;

  self->languages = base_language_list ();
  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      g_autoptr (BaseLanguage) language = base_language_new (self->languages[i], NULL);

      gtk_string_list_append (names, language != NULL ? base_language_endonym (language)
                                                      : self->languages[i]);
      if (g_str_equal (self->languages[i], own))
        chosen = i;
    }
  adw_combo_row_set_model (self->language, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language, chosen);
}

/* With the month: the row cuts off a whole date in some languages, and a company has no two stages
 * of one name. */
static char *
stage_title (AppReportOptions *self, const WorkspaceStage *stage)
{
  BaseLanguage *language = app_session_get_language (self->session);
  g_autofree char *date = stage->date != NULL ? base_language_month (language, stage->date) : NULL;

  return g_strdup_printf ("%s · %s", stage->stage != NULL ? stage->stage : "T0",
                          date != NULL ? date : _ ("no date"));
}

/* Latest first; the one before is chosen at first. */
static void
list_stages (AppReportOptions *self)
{
  AssessmentDocument *document = app_session_get_document (self->session);
  const char *previous = assessment_document_get_string (document, "previous");
  g_autoptr (WorkspaceCompany) company = app_stages_company (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  g_ptr_array_set_size (self->stages, 0);
  gtk_string_list_append (names, _ ("Nothing"));
  for (guint i = company != NULL ? company->n_stages : 0; i-- > 0;)
    {
      const WorkspaceStage *stage = &company->stages[i];
      g_autofree char *title = NULL;

      if (stage->superseded || g_strcmp0 (stage->id, assessment_document_id (document)) == 0)
        continue;
      title = stage_title (self, stage);
      gtk_string_list_append (names, title);
      g_ptr_array_add (self->stages, g_strdup (stage->id));
      if (g_strcmp0 (stage->id, previous) == 0)
        chosen = self->stages->len;
    }
  adw_combo_row_set_model (self->compare, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->compare, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->compare), self->stages->len > 0);
}

static void
load_before (AppReportOptions *self)
{
  const guint chosen = adw_combo_row_get_selected (self->compare);
  g_autoptr (GError) error = NULL;
  g_autofree char *escaped = NULL;

  g_clear_pointer (&self->before, advice_unref);
  if (chosen > 0 && chosen <= self->stages->len)
    self->before
        = app_stages_advise (self->session, g_ptr_array_index (self->stages, chosen - 1), &error);
  escaped = error != NULL ? g_markup_escape_text (error->message, -1) : NULL;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->compare), escaped != NULL ? escaped : "");
}

static void
compare_cb (AppReportOptions *self)
{
  if (self->quiet)
    return;
  load_before (self);
  choice_cb (self);
}

/* --- evidence --------------------------------------------------------------------------------- */

static gboolean
names_a_file (AssessmentDocument *document)
{
  for (guint i = 0; i < assessment_document_count (document, "evidence"); i++)
    {
      g_autofree char *path = g_strdup_printf ("evidence[%u].sha256", i);

      if (assessment_document_has (document, path))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_whole (AppReportOptions *self)
{
  return self->profile == REPORT_PROFILE_FULL || self->profile == REPORT_PROFILE_FUNDING;
}

/* @any: whether there may be files at all. */
static void
find_evidence (AppReportOptions *self, gboolean any)
{
  AppStore *store = app_session_get_store (self->session);
  const char *path = store != NULL ? app_store_get_path (store) : NULL;

  g_clear_pointer (&self->evidence, g_free);
  if (path != NULL && any)
    self->evidence = workspace_files_folder (path);
  gtk_widget_set_visible (self->copies_row, is_whole (self) && self->evidence != NULL);
}

/* --- what is remembered ----------------------------------------------------------------------- */

static GSettings *
get_settings (AppReportOptions *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkApplication *application
      = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;

  return APP_IS_APPLICATION (application)
             ? app_application_get_settings (APP_APPLICATION (application))
             : NULL;
}

static void
remember_cb (AppReportOptions *self)
{
  GSettings *settings = get_settings (self);
  const char *logo = app_logo_row_get_path (self->hub_logo);

  if (settings != NULL && !self->quiet)
    {
      g_settings_set_string (settings, "report-paper",
                             adw_combo_row_get_selected (self->paper) == 1 ? "letter" : "a4");
      g_settings_set_string (settings, "report-hub-logo", logo != NULL ? logo : "");
    }
  choice_cb (self);
}

/* Until somebody has chosen, the paper that the country of the locale uses. */
static gboolean
wants_letter (GSettings *settings)
{
  g_autofree char *name
      = settings != NULL ? g_settings_get_string (settings, "report-paper") : g_strdup ("");

  return *name != '\0' ? g_str_equal (name, "letter")
                       : g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER);
}

/* A picture that was moved since is no longer offered. */
static void
recall (AppReportOptions *self)
{
  GSettings *settings = get_settings (self);
  g_autofree char *logo
      = settings != NULL ? g_settings_get_string (settings, "report-hub-logo") : NULL;

  self->quiet = TRUE;
  adw_combo_row_set_selected (self->paper, wants_letter (settings) ? 1 : 0);
  if (logo != NULL && *logo != '\0' && report_check_logo (logo, NULL))
    app_logo_row_set_path (self->hub_logo, logo);
  self->quiet = FALSE;
}

static void
app_report_options_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (app_report_options_parent_class)->root (widget);
  recall (APP_REPORT_OPTIONS (widget));
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
app_report_options_dispose (GObject *object)
{
  AppReportOptions *self = APP_REPORT_OPTIONS (object);

  g_clear_pointer (&self->before, advice_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), APP_TYPE_REPORT_OPTIONS);
  G_OBJECT_CLASS (app_report_options_parent_class)->dispose (object);
}

static void
app_report_options_finalize (GObject *object)
{
  AppReportOptions *self = APP_REPORT_OPTIONS (object);

  g_strfreev (self->languages);
  g_free (self->document);
  g_free (self->evidence);
  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->parts);
  G_OBJECT_CLASS (app_report_options_parent_class)->finalize (object);
}

static void
app_report_options_class_init (AppReportOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_report_options_dispose;
  G_OBJECT_CLASS (klass)->finalize = app_report_options_finalize;
  widget_class->root = app_report_options_root;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (APP_TYPE_LOGO_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-report-options.ui");
  gtk_widget_class_bind_template_child (widget_class, AppReportOptions, language);
  gtk_widget_class_bind_template_child (widget_class, AppReportOptions, paper);
  gtk_widget_class_bind_template_child (widget_class, AppReportOptions, compare);
  gtk_widget_class_bind_template_child (widget_class, AppReportOptions, only_answered_row);
  gtk_widget_class_bind_template_child (widget_class, AppReportOptions, hide_amounts_row);
  gtk_widget_class_bind_template_child (widget_class, AppReportOptions, hide_names_row);
  gtk_widget_class_bind_template_child (widget_class, AppReportOptions, only_answered);
  gtk_widget_class_bind_template_child (widget_class, AppReportOptions, hide_amounts);
  gtk_widget_class_bind_template_child (widget_class, AppReportOptions, hide_names);
  gtk_widget_class_bind_template_child (widget_class, AppReportOptions, copies_row);
  gtk_widget_class_bind_template_child (widget_class, AppReportOptions, copies);
  gtk_widget_class_bind_template_child (widget_class, AppReportOptions, draft);
  gtk_widget_class_bind_template_child (widget_class, AppReportOptions, logos);
  gtk_widget_class_bind_template_child (widget_class, AppReportOptions, logo);
  gtk_widget_class_bind_template_child (widget_class, AppReportOptions, hub_logo);
  gtk_widget_class_bind_template_child (widget_class, AppReportOptions, parts_row);
  gtk_widget_class_bind_template_child (widget_class, AppReportOptions, parts_group);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
  gtk_widget_class_bind_template_callback (widget_class, remember_cb);
}

static void
app_report_options_init (AppReportOptions *self)
{
  self->stages = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_ptr_array_new ();
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; report_section_names ()[i] != NULL; i++)
    add_part (self, report_section_names ()[i]);
  app_report_options_set_profile (self, REPORT_PROFILE_FULL);
  self->quiet = FALSE;
}

static void
take_session (AppReportOptions *self, AppSession *session)
{
  self->session = session;
  if (self->languages == NULL)
    list_languages (self);
}

void
app_report_options_show_many (AppReportOptions *self, AppSession *session)
{
  g_return_if_fail (APP_IS_REPORT_OPTIONS (self));
  g_return_if_fail (APP_IS_SESSION (session));

  self->quiet = TRUE;
  take_session (self, session);
  gtk_widget_set_visible (GTK_WIDGET (self->logo), FALSE);
  find_evidence (self, TRUE);
  self->quiet = FALSE;
}

void
app_report_options_show (AppReportOptions *self, AppPage *page)
{
  AssessmentDocument *document;

  g_return_if_fail (APP_IS_REPORT_OPTIONS (self));
  g_return_if_fail (APP_IS_PAGE (page));

  document = app_page_get_document (page);
  self->quiet = TRUE;
  take_session (self, app_page_get_session (page));
  if (document != NULL && g_strcmp0 (self->document, assessment_document_id (document)) != 0)
    {
      g_free (self->document);
      self->document = g_strdup (assessment_document_id (document));
      list_stages (self);
      load_before (self);
    }
  find_evidence (self, document != NULL && names_a_file (document));
  self->quiet = FALSE;
}

void
app_report_options_reset (AppReportOptions *self)
{
  g_return_if_fail (APP_IS_REPORT_OPTIONS (self));

  self->quiet = TRUE;
  g_clear_pointer (&self->document, g_free);
  g_clear_pointer (&self->before, advice_unref);
  gtk_switch_set_active (self->only_answered, FALSE);
  gtk_switch_set_active (self->hide_amounts, FALSE);
  gtk_switch_set_active (self->hide_names, FALSE);
  gtk_switch_set_active (self->copies, FALSE);
  gtk_switch_set_active (self->draft, FALSE);
  app_logo_row_set_path (self->logo, NULL);
  for (guint i = 0; i < self->parts->len; i++)
    gtk_switch_set_active (g_ptr_array_index (self->parts, i), TRUE);
  self->quiet = FALSE;
}

void
app_report_options_set_profile (AppReportOptions *self, ReportProfile profile)
{
  const gboolean blank = profile == REPORT_PROFILE_BLANK;
  gboolean whole;

  g_return_if_fail (APP_IS_REPORT_OPTIONS (self));

  self->profile = profile;
  whole = is_whole (self);
  gtk_widget_set_visible (self->only_answered_row, whole);
  gtk_widget_set_visible (self->hide_amounts_row, !blank);
  gtk_widget_set_visible (self->hide_names_row, !blank);
  gtk_widget_set_visible (self->copies_row, whole && self->evidence != NULL);
  gtk_widget_set_visible (self->logos, whole);
  gtk_widget_set_visible (GTK_WIDGET (self->compare), !blank && self->stages->len > 0);
  show_parts (self);
}

ReportOptions
app_report_options_get (AppReportOptions *self)
{
  g_return_val_if_fail (APP_IS_REPORT_OPTIONS (self), (ReportOptions){ 0 });

  return (ReportOptions){
    .profile = self->profile,
    .paper = adw_combo_row_get_selected (self->paper) == 1 ? REPORT_PAPER_LETTER : REPORT_PAPER_A4,
    .only_answered = gtk_switch_get_active (self->only_answered),
    .hide_amounts = gtk_switch_get_active (self->hide_amounts),
    .hide_names = gtk_switch_get_active (self->hide_names),
    .draft = gtk_switch_get_active (self->draft),
    .without = switched_off (self),
    .before = self->before,
    .copies = gtk_switch_get_active (self->copies) ? self->evidence : NULL,
    .logo = app_logo_row_get_path (self->logo),
    .hub_logo = app_logo_row_get_path (self->hub_logo),
  };
}

BaseLanguage *
app_report_options_new_language (AppReportOptions *self)
{
  const char *tag;
  BaseLanguage *language;
  guint chosen;

  g_return_val_if_fail (APP_IS_REPORT_OPTIONS (self), NULL);

  chosen = adw_combo_row_get_selected (self->language);
  tag = self->languages != NULL && chosen < g_strv_length (self->languages)
            ? self->languages[chosen]
            : "en";
  language = base_language_new (tag, NULL);
  if (language == NULL)
    return base_language_ref (app_session_get_language (self->session));
  base_language_set_mark_missing (language, gtk_switch_get_active (self->draft));
  return language;
}

char *
app_report_options_untranslated_words (guint n)
{
  return g_strdup_printf (ngettext ("%u sentence is not translated yet and stands in English",
                                    "%u sentences are not translated yet and stand in English", n),
                          n);
}

void
app_report_options_show_untranslated (AppReportOptions *self, guint n)
{
  g_autofree char *words = app_report_options_untranslated_words (n);

  g_return_if_fail (APP_IS_REPORT_OPTIONS (self));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->language), n > 0 ? words : "");
}
