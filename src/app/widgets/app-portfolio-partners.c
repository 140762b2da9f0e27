/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-portfolio-partners.h"

#include "app/app-compat.h"
#include "app/widgets/app-label.h"
#include "app/widgets/app-row.h"
#include "consultation/consultation-partner.h"

#include <glib/gi18n.h>

/* Pairs are judged one by one while nothing else is to be done. */

#define MOST_SHOWN 50
#define TELL_EVERY 16

struct _AppPortfolioPartners
{
  AdwBin parent_instance;

  AppPortfolio *portfolio;
  AppPortfolioStudy *study;
  ConsultationPartners *partners; /* NULL: nothing is searched or found */
  guint idle, n_steps;
  gboolean filling;

  /* template */
  GtkDropDown *focus;
  GtkCheckButton *low_digital;
  GtkStack *stack;
  GtkLabel *busy_note, *lead, *note;
  GtkProgressBar *progress;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AppPortfolioPartners, app_portfolio_partners, ADW_TYPE_BIN)

static char *
say (AppPortfolioPartners *self, const BaseText *text)
{
  return base_language_format (app_portfolio_get_language (self->portfolio), text);
}

/* --- showing a pair --------------------------------------------------------------------------- */

static const char *
name_of (AppPortfolioPartners *self, guint candidate)
{
  const WorkspaceCompany *company = app_portfolio_study_get_company (self->study, candidate);

  return company->name != NULL ? company->name : _ ("Without a name");
}

static GtkWidget *
new_criterion (AppPortfolioPartners *self, const AdviceCriterion *criterion)
{
  static const struct
  {
    const char *icon, *word;
  } outcomes[] = {
    [ADVICE_CRITERION_MET] = { "object-select-symbolic", N_ ("Met") },
    [ADVICE_CRITERION_NOT_MET] = { "action-unavailable-symbolic", N_ ("Not met") },
    [ADVICE_CRITERION_UNKNOWN] = { "dialog-question-symbolic", N_ ("Cannot tell") },
  };
  g_autofree char *text = say (self, criterion->text);
  g_autofree char *from = criterion->from != NULL ? say (self, criterion->from) : NULL;
  g_autofree char *subtitle
      = from != NULL ? g_strdup_printf ("%s · %s", _ (outcomes[criterion->outcome].word), from)
                     : g_strdup (_ (outcomes[criterion->outcome].word));
  GtkWidget *row = app_row_new (text, subtitle);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name",
                                           outcomes[criterion->outcome].icon, "accessible-role",
                                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  return row;
}

static void
add_reasons (AppPortfolioPartners *self, AdwExpanderRow *row, const ConsultationPair *pair)
{
  g_autofree char *who
      = g_strdup_printf (_ ("What the rules say, for %s with %s as its partner:"),
                         name_of (self, pair->first), name_of (self, pair->second));

  for (guint i = 1; i < pair->n_reasons; i++) /* the first stands above */
    {
      g_autofree char *reason = say (self, pair->reasons[i]);

      adw_expander_row_add_row (row, app_row_new (reason, NULL));
    }
  adw_expander_row_add_row (row, app_row_new (who, NULL));
  for (guint i = 0; i < pair->instrument->n_criteria; i++)
    adw_expander_row_add_row (row, new_criterion (self, &pair->instrument->criteria[i]));
}

static void
add_company (AppPortfolioPartners *self, AdwExpanderRow *row, guint candidate)
{
  const WorkspaceCompany *company = app_portfolio_study_get_company (self->study, candidate);
  g_autofree char *title = g_strdup_printf (_ ("Open %s"), name_of (self, candidate));

  adw_expander_row_add_row (row, app_row_new_link (title, NULL, "win.open-company", company->id));
}

/* What is inside is made when it is opened. */
static void
expanded_cb (AdwExpanderRow *row, GParamSpec *pspec, AppPortfolioPartners *self)
{
  const guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "pair"));
  const ConsultationPair *pair;

  if (!adw_expander_row_get_expanded (row) || self->partners == NULL
      || g_object_get_data (G_OBJECT (row), "made") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "made", row);
  pair = consultation_partners_get (self->partners, index);
  add_reasons (self, row, pair);
  add_company (self, row, pair->first);
  add_company (self, row, pair->second);
}

static GtkWidget *
new_pair_row (AppPortfolioPartners *self, guint index)
{
  const ConsultationPair *pair = consultation_partners_get (self->partners, index);
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = g_strdup_printf (_ ("%s and %s"), name_of (self, pair->first),
                                            name_of (self, pair->second));
  g_autofree char *verdict = say (self, pair->instrument->verdict);
  g_autofree char *reason = say (self, pair->reasons[0]);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", reason, verdict);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  g_object_set_data (G_OBJECT (row), "pair", GUINT_TO_POINTER (index));
  /* The arrow is a toggle of the row; it needs a closed row to begin with. */
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), TRUE);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, 0);
  return row;
}

/* --- showing all ------------------------------------------------------------------------------ */

static char *
lead_words (AppPortfolioPartners *self)
{
  const guint n = consultation_partners_n (self->partners);
  guint n_candidates;

  app_portfolio_study_get_candidates (self->study, &n_candidates);
  if (n_candidates < 2)
    return g_strdup (
        _ ("Fewer than two companies name a country and a technology in their project: "
           "that is what partners are found by."));
  if (n == 0)
    return g_strdup (_ ("No pair comes into question. Partners need another country and a "
                        "technology that the other lacks."));
  return g_strdup_printf (ngettext ("%u pair, the most complementary first",
                                    "%u pairs, the most complementary first", n),
                          n);
}

static char *
note_words (AppPortfolioPartners *self)
{
  const gboolean truncated = consultation_partners_truncated (self->partners)
                             || app_portfolio_study_left_candidates (self->study);

  if (truncated)
    return g_strdup_printf (
        _ ("More companies or pairs came into question: of the first %d companies that name a "
           "technology, the %d pairs that complete each other most were judged. A filter chooses "
           "others."),
        CONSULTATION_PARTNERS_COMPARED, CONSULTATION_PARTNERS_JUDGED);
  return consultation_partners_n (self->partners) == MOST_SHOWN
             ? g_strdup_printf (_ ("Only the first %d are shown."), MOST_SHOWN)
             : g_strdup ("");
}

static void
show_found (AppPortfolioPartners *self)
{
  g_autofree char *lead = lead_words (self);
  g_autofree char *note = note_words (self);
  const guint n = consultation_partners_n (self->partners);

  app_row_clear (self->list);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, new_pair_row (self, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_label_set_label (self->lead, lead);
  gtk_label_set_label (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
  gtk_stack_set_visible_child_name (self->stack, "done");
}

static void
show_progress (AppPortfolioPartners *self, const char *format, double progress)
{
  g_autofree char *words = g_strdup_printf ("%s %d %%", format, (int)(progress * 100));

  gtk_label_set_label (self->busy_note, words);
  gtk_progress_bar_set_fraction (self->progress, progress);
  gtk_stack_set_visible_child_name (self->stack, "busy");
}

/* --- searching -------------------------------------------------------------------------------- */

static gboolean
step_idle (gpointer data)
{
  AppPortfolioPartners *self = data;

  if (consultation_partners_step (self->partners))
    {
      if (++self->n_steps % TELL_EVERY == 0)
        show_progress (self, _ ("Judging pairs:"), consultation_partners_progress (self->partners));
      return G_SOURCE_CONTINUE;
    }
  self->idle = 0;
  show_found (self);
  return G_SOURCE_REMOVE;
}

static void
forget (AppPortfolioPartners *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  app_row_clear (self->list);
  g_clear_pointer (&self->partners, consultation_partners_free);
}

static void
search (AppPortfolioPartners *self)
{
  const guint chosen = gtk_drop_down_get_selected (self->focus);
  const ConsultationCandidate *candidates;
  guint n;

  forget (self);
  candidates = app_portfolio_study_get_candidates (self->study, &n);
  if (candidates == NULL)
    return;
  self->partners = consultation_partners_begin (
      candidates, n, chosen == 0 || chosen > n ? -1 : (int)chosen - 1,
      gtk_check_button_get_active (self->low_digital), MOST_SHOWN);
  self->n_steps = 0;
  show_progress (self, _ ("Judging pairs:"), 0);
  self->idle = g_idle_add_full (G_PRIORITY_LOW, step_idle, self, NULL);
}

static void
search_cb (AppPortfolioPartners *self)
{
  if (!self->filling && self->study != NULL)
    search (self);
}

/* All, then each candidate in the order of the study. */
static void
fill_focus (AppPortfolioPartners *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n;

  app_portfolio_study_get_candidates (self->study, &n);
  gtk_string_list_append (names, _ ("All companies"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, name_of (self, i));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->focus, G_LIST_MODEL (names));
  self->filling = FALSE;
}

static void
changed_cb (AppPortfolioPartners *self)
{
  if (app_portfolio_study_is_done (self->study))
    {
      fill_focus (self);
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        search (self);
      return;
    }
  forget (self);
  if (app_portfolio_study_is_busy (self->study))
    show_progress (self, _ ("Going through the companies:"),
                   app_portfolio_study_progress (self->study));
  else
    gtk_stack_set_visible_child_name (self->stack, "again");
}

static void
start_cb (AppPortfolioPartners *self)
{
  if (app_portfolio_study_is_done (self->study))
    search (self);
  else
    app_portfolio_study_start (self->study);
}

static void
stop_cb (AppPortfolioPartners *self)
{
  forget (self);
  app_portfolio_study_stop (self->study);
  gtk_stack_set_visible_child_name (self->stack, "again");
}

static void
counted_cb (AppPortfolioPartners *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    app_portfolio_study_start (self->study);
}

static void
app_portfolio_partners_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (app_portfolio_partners_parent_class)->map (widget);
  if (APP_PORTFOLIO_PARTNERS (widget)->partners == NULL)
    start_cb (APP_PORTFOLIO_PARTNERS (widget));
}

static void
app_portfolio_partners_dispose (GObject *object)
{
  AppPortfolioPartners *self = APP_PORTFOLIO_PARTNERS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->partners, consultation_partners_free);
  g_clear_object (&self->portfolio);
  g_clear_object (&self->study);
  app_compat_dispose_bin (ADW_BIN (self), APP_TYPE_PORTFOLIO_PARTNERS);
  G_OBJECT_CLASS (app_portfolio_partners_parent_class)->dispose (object);
}

static void
app_portfolio_partners_class_init (AppPortfolioPartnersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_portfolio_partners_dispose;
  widget_class->map = app_portfolio_partners_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-portfolio-partners.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, AppPortfolioPartners, child)
  BIND (focus);
  BIND (low_digital);
  BIND (stack);
  BIND (busy_note);
  BIND (lead);
  BIND (note);
  BIND (progress);
  BIND (list);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
app_portfolio_partners_init (AppPortfolioPartners *self)
{
  g_autoptr (GtkExpression) name
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_expression (self->focus, name);
  self->filling = FALSE;
}

void
app_portfolio_partners_set_study (AppPortfolioPartners *self,
                                  AppPortfolio *portfolio,
                                  AppPortfolioStudy *study)
{
  g_return_if_fail (APP_IS_PORTFOLIO_PARTNERS (self));
  g_return_if_fail (self->study == NULL);

  self->portfolio = g_object_ref (portfolio);
  self->study = g_object_ref (study);
  g_signal_connect_object (study, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (portfolio, "counted", G_CALLBACK (counted_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}
