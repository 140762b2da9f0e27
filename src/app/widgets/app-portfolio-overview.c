/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-portfolio-overview.h"

#include "app/app-compat.h"
#include "app/app-profile.h"
#include "app/widgets/app-chart.h"
#include "app/widgets/app-narrow.h"
#include "app/widgets/app-row.h"
#include "app/widgets/app-table.h"
#include "base/base-date.h"
#include "consultation/consultation-stage.h"

#include <glib/gi18n.h>

/* Shows what consultation/ computed; computes nothing. */

#define MOST_DUE 5
/* "n = 40" stays in one line. */
#define NO_BREAK "\u00a0"
/* More rings than these cover each other: then they are some of the companies. */
#define MOST_RINGS 80

struct _AppPortfolioOverview
{
  AdwBin parent_instance;

  AppPortfolio *portfolio;

  /* template */
  AppNarrow *room;
  GtkBox *pair;
  GtkWidget *right;
  GtkDropDown *from, *kind;
  GtkLabel *n_companies, *n_note, *median, *median_note, *change, *change_note, *due;
  GtkLabel *strips_note, *changes_note, *left_out;
  AppChart *strips;
  AppTable *dimensions, *groups, *stages, *changes;
  GtkWidget *due_box;
  GtkListBox *due_list;
};

G_DEFINE_FINAL_TYPE (AppPortfolioOverview, app_portfolio_overview, ADW_TYPE_BIN)

static void
take_label (GtkLabel *label, char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " = ", -1);
  g_autofree char *whole = g_strjoinv (NO_BREAK "=" NO_BREAK, parts);

  gtk_label_set_label (label, whole);
  g_free (words);
}

static void
take_table (AppPortfolioOverview *self, AppTable *table, ExchangeTable *sheet)
{
  app_table_set_sheet (table, sheet, app_portfolio_get_language (self->portfolio));
  exchange_table_free (sheet);
}

/* --- the four figures ------------------------------------------------------------------------- */

static void
show_change_figure (AppPortfolioOverview *self, const ConsultationPortfolio *figures)
{
  const ConsultationDistribution *change = consultation_portfolio_change (figures, 0, -1);
  g_autofree char *moved
      = app_portfolio_say_points (self->portfolio, change->n > 0, change->median);

  take_label (self->change,
              g_strdup_printf ("%s%s", change->n > 0 && change->median > 0 ? "+" : "", moved));
  take_label (self->change_note, g_strdup_printf (_ ("Median change, n = %u"), change->n));
}

static void
show_figures (AppPortfolioOverview *self, const ConsultationPortfolio *figures)
{
  const ConsultationDistribution *overall = consultation_portfolio_overall (figures);
  const guint n_left_out = consultation_portfolio_n_left_out (figures);
  g_autofree char *today = base_date_today ();
  g_autofree char *low = app_portfolio_say_points (self->portfolio, overall->n > 0, overall->low);
  g_autofree char *high = app_portfolio_say_points (self->portfolio, overall->n > 0, overall->high);

  take_label (
      self->n_companies,
      app_portfolio_say_count (self->portfolio, consultation_portfolio_n_companies (figures)));
  take_label (self->n_note, g_strdup_printf (_ ("%u with a complete score"),
                                             consultation_portfolio_n_scored (figures)));
  take_label (self->median,
              app_portfolio_say_points (self->portfolio, overall->n > 0, overall->median));
  take_label (self->median_note,
              g_strdup_printf (_ ("From %s to %s, n = %u"), low, high, overall->n));
  show_change_figure (self, figures);
  take_label (self->due, app_portfolio_say_count (self->portfolio,
                                                  consultation_portfolio_n_due (figures, today)));
  take_label (self->left_out,
              g_strdup_printf (_ ("Assessments left out because their score is not of their "
                                  "present answers, or of another questionnaire: %u"),
                               n_left_out));
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), n_left_out > 0);
}

/* --- strips ----------------------------------------------------------------------------------- */

typedef struct
{
  GArray *strips, *bands; /* of ChartStrip and ChartBand */
  GPtrArray *owned, *tips;
} Strips;

static const char *
keep (Strips *strips, char *words)
{
  g_ptr_array_add (strips->owned, words);
  return words;
}

static double
points (int hundredths)
{
  return hundredths / 100.0;
}

/* At most MOST_RINGS, evenly over the ranks, so that their crowding is that of all. */
static const double *
ring_values (Strips *strips, const ConsultationDistribution *spread, guint *n)
{
  double *values;

  *n = MIN (spread->n, MOST_RINGS);
  values = g_new0 (double, *n + 1);
  for (guint i = 0; i < *n; i++)
    {
      const guint rank = (guint)(((guint64)2 * i + 1) * spread->n / (2 * (guint64)*n));

      values[i] = points (spread->values[rank]);
    }
  g_ptr_array_add (strips->owned, values);
  return values;
}

static void
add_strip (AppPortfolioOverview *self,
           Strips *strips,
           const char *label,
           const ConsultationDistribution *spread,
           const int *chosen)
{
  const gboolean any = spread->n > 0;
  const int of[5] = { spread->low, spread->lower_quartile, spread->median, spread->upper_quartile,
                      spread->high };
  const char *figures[G_N_ELEMENTS (of)];
  ChartStrip strip = { .label = label };

  strip.values = ring_values (strips, spread, &strip.n_values);
  strip.lower = any ? points (spread->lower_quartile) : CHART_MISSING;
  strip.median = any ? points (spread->median) : CHART_MISSING;
  strip.upper = any ? points (spread->upper_quartile) : CHART_MISSING;
  for (guint i = 0; i < G_N_ELEMENTS (of); i++)
    figures[i] = keep (strips, app_portfolio_say_points (self->portfolio, any, of[i]));
  strip.median_text = figures[2];
  g_array_append_val (strips->strips, strip);
  if (chosen != NULL && *chosen >= 0)
    {
      double *value = g_new (double, 1);

      *value = points (*chosen);
      strip.chosen = value;
      g_ptr_array_add (strips->owned, value);
    }
  keep (strips, g_strdup_printf (_ ("%s: median %s, middle half from %s to %s, all from %s to %s, "
                                    "n = %u"),
                                 label, figures[2], figures[1], figures[3], figures[0], figures[4],
                                 spread->n));
  g_ptr_array_add (strips->tips, strips->owned->pdata[strips->owned->len - 1]);
}

static void
add_bands (AppPortfolioOverview *self, Strips *strips, SurveyPack *pack)
{
  for (guint i = 0; i < survey_pack_n_bands (pack); i++)
    {
      const SurveyBand *band = survey_pack_band (pack, i);
      const ChartBand shown = {
        .title = app_session_tell (app_portfolio_get_session (self->portfolio), band->title),
        .short_title = app_profile_short_band_title (band),
        .upper = points (band->upper),
        .upper_text = keep (strips, app_portfolio_say_points (self->portfolio, TRUE, band->upper)),
      };

      g_array_append_val (strips->bands, shown);
    }
}

static void
draw_strips (AppPortfolioOverview *self, Strips *strips)
{
  const ChartStripsSpec spec = {
    .strips = (const ChartStrip *)strips->strips->data,
    .n_strips = strips->strips->len,
    .scale = { .bands = (const ChartBand *)strips->bands->data,
               .n_bands = strips->bands->len,
               .zero_text = "0" },
    .median_title = _ ("Median"),
    .selected = -1,
  };
  g_autofree char *all = NULL;

  app_chart_set_strips (self->strips, &spec);
  app_chart_set_tips (self->strips, (const char *const *)strips->tips->pdata, strips->tips->len);
  g_ptr_array_add (strips->tips, NULL);
  all = g_strjoinv ("; ", (char **)strips->tips->pdata);
  app_chart_set_words (self->strips, _ ("Where they stand"), all);
}

/* What the strips show of the company that one had open; NULL when there is none or it has no
 * score. */
static const WorkspaceStage *
chosen_stage (AppPortfolioOverview *self, const ConsultationPortfolio *figures)
{
  const WorkspaceCompany *chosen = app_portfolio_get_chosen (self->portfolio);

  return chosen != NULL ? consultation_portfolio_stage (figures, chosen) : NULL;
}

static char *
with_chosen (AppPortfolioOverview *self, const ConsultationPortfolio *figures, char *words)
{
  const WorkspaceCompany *chosen = app_portfolio_get_chosen (self->portfolio);
  g_autofree char *all = words;
  g_autofree char *who = NULL;

  if (chosen_stage (self, figures) == NULL)
    return g_steal_pointer (&all);
  /* translators: %s is the name of a company */
  who = g_strdup_printf (_ ("The disc is %s."),
                         chosen->name != NULL ? chosen->name : _ ("Without a name"));
  return g_strdup_printf ("%s %s", all, who);
}

static char *
strips_words (const ConsultationPortfolio *figures)
{
  const guint n = consultation_portfolio_n_scored (figures);

  if (n <= MOST_RINGS)
    return g_strdup (
        _ ("One ring is one company; the tick is the median, the tint the middle half."));
  return g_strdup_printf (
      _ ("The rings are %d of the %u companies, evenly by rank; the tick is the "
         "median of all, the tint their middle half."),
      MOST_RINGS, n);
}

static void
show_strips (AppPortfolioOverview *self, const ConsultationPortfolio *figures)
{
  SurveyPack *pack = consultation_portfolio_pack (figures);
  Strips strips = { g_array_new (FALSE, FALSE, sizeof (ChartStrip)),
                    g_array_new (FALSE, FALSE, sizeof (ChartBand)),
                    g_ptr_array_new_with_free_func (g_free), g_ptr_array_new () };
  const WorkspaceStage *chosen = chosen_stage (self, figures);

  for (guint i = 0; i < survey_pack_n_dimensions (pack); i++)
    add_strip (self, &strips,
               app_session_tell (app_portfolio_get_session (self->portfolio),
                                 survey_pack_dimension (pack, i)->plain),
               consultation_portfolio_dimension (figures, i),
               chosen != NULL ? &chosen->dimensions[i] : NULL);
  add_bands (self, &strips, pack);
  draw_strips (self, &strips);
  take_label (self->strips_note, with_chosen (self, figures, strips_words (figures)));
  take_table (
      self, self->dimensions,
      consultation_sheet_dimensions (figures, app_portfolio_get_language (self->portfolio)));
  g_array_unref (strips.strips);
  g_array_unref (strips.bands);
  g_ptr_array_unref (strips.tips);
  g_ptr_array_unref (strips.owned);
}

/* --- what is due ------------------------------------------------------------------------------ */

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const WorkspaceCompany *x = *(const WorkspaceCompany *const *)a;
  const WorkspaceCompany *y = *(const WorkspaceCompany *const *)b;

  return g_strcmp0 (x->due_on, y->due_on);
}

/* "T1 due 20 November 2026", and how late that is by now. */
static char *
due_words (AppPortfolioOverview *self, const WorkspaceCompany *company)
{
  g_autofree char *today = base_date_today ();
  g_autofree char *day
      = base_language_date (app_portfolio_get_language (self->portfolio), company->due_on);
  const int late = consultation_stage_days_late (company->due_on, today);

  if (late <= 0)
    return g_strdup_printf (_ ("%s due %s"), company->due_stage, day);
  return g_strdup_printf (
      /* translators: a stage, a day: "T1 due 20 November 2026, 3 days late" */
      ngettext ("%s due %s, %d day late", "%s due %s, %d days late", (gulong)late),
      company->due_stage, day, late);
}

static void
add_due (AppPortfolioOverview *self, const WorkspaceCompany *company)
{
  g_autofree char *when = due_words (self, company);

  gtk_list_box_append (
      self->due_list,
      app_row_new_link (company->name != NULL ? company->name : _ ("Without a name"), when,
                        "win.open-entry", workspace_company_latest (company)->id));
}

/* The list of all companies says and finds what is due. */
static void
add_more (AppPortfolioOverview *self, guint n)
{
  g_autofree char *words = g_strdup_printf (_ ("and %u more with a later day"), n);

  gtk_list_box_append (self->due_list, app_row_new_link (words, NULL, "win.home", NULL));
}

/* The next days first; those that have passed are the very first. */
static void
show_due (AppPortfolioOverview *self, const ConsultationPortfolio *figures)
{
  const GPtrArray *companies = consultation_portfolio_companies (figures);
  g_autoptr (GPtrArray) due = g_ptr_array_new ();
  guint n_shown;

  app_row_clear (self->due_list);
  for (guint i = 0; i < companies->len; i++)
    {
      WorkspaceCompany *company = companies->pdata[i];

      if (company->due_stage != NULL && company->due_on != NULL
          && workspace_company_latest (company) != NULL)
        g_ptr_array_add (due, company);
    }
  g_ptr_array_sort (due, compare_due);
  n_shown = MIN (due->len, MOST_DUE);
  for (guint i = 0; i < n_shown; i++)
    add_due (self, due->pdata[i]);
  gtk_widget_set_visible (self->due_box, due->len > 0);
  if (due->len > n_shown)
    add_more (self, due->len - n_shown);
}

/* --- change and groups ------------------------------------------------------------------------ */

static void
show_changes (AppPortfolioOverview *self, const ConsultationPortfolio *figures)
{
  const guint from = gtk_drop_down_get_selected (self->from);
  const gboolean any = consultation_portfolio_change (figures, from, -1)->n > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->changes), any);
  gtk_label_set_label (self->changes_note,
                       any ? _ ("In points, of the companies that have both stages complete; a "
                                "minus is down.")
                           : _ ("No company has both stages complete yet."));
  if (any)
    take_table (
        self, self->changes,
        consultation_sheet_changes (figures, from, app_portfolio_get_language (self->portfolio)));
}

static void
show_groups (AppPortfolioOverview *self, const ConsultationPortfolio *figures)
{
  take_table (self, self->groups,
              consultation_sheet_groups (
                  figures, (ConsultationGroupKind)gtk_drop_down_get_selected (self->kind),
                  app_portfolio_get_catalogue (self->portfolio),
                  app_portfolio_get_language (self->portfolio)));
}

static void
from_cb (AppPortfolioOverview *self)
{
  const ConsultationPortfolio *figures
      = self->portfolio != NULL ? app_portfolio_get_figures (self->portfolio) : NULL;

  if (figures != NULL)
    show_changes (self, figures);
}

static void
kind_cb (AppPortfolioOverview *self)
{
  const ConsultationPortfolio *figures
      = self->portfolio != NULL ? app_portfolio_get_figures (self->portfolio) : NULL;

  if (figures != NULL)
    show_groups (self, figures);
}

/* --- the object ------------------------------------------------------------------------------- */

static void
counted_cb (AppPortfolioOverview *self)
{
  const ConsultationPortfolio *figures = app_portfolio_get_figures (self->portfolio);
  const WorkspaceHub hub = app_portfolio_get_hub (self->portfolio);

  show_figures (self, figures);
  show_strips (self, figures);
  take_table (
      self, self->stages,
      consultation_sheet_stages (figures, &hub, app_portfolio_get_language (self->portfolio)));
  show_due (self, figures);
  show_changes (self, figures);
  show_groups (self, figures);
}

/* Beside each other where there is room. */
static void
room_cb (AppPortfolioOverview *self)
{
  const gboolean narrow = app_narrow_get_narrow (self->room);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->pair),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->right, narrow ? -1 : 380, -1);
}

static void
app_portfolio_overview_dispose (GObject *object)
{
  AppPortfolioOverview *self = APP_PORTFOLIO_OVERVIEW (object);

  g_clear_object (&self->portfolio);
  app_compat_dispose_bin (ADW_BIN (self), APP_TYPE_PORTFOLIO_OVERVIEW);
  G_OBJECT_CLASS (app_portfolio_overview_parent_class)->dispose (object);
}

static void
app_portfolio_overview_class_init (AppPortfolioOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_portfolio_overview_dispose;
  g_type_ensure (APP_TYPE_CHART);
  g_type_ensure (APP_TYPE_NARROW);
  g_type_ensure (APP_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-portfolio-overview.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, AppPortfolioOverview, child)
  BIND (room);
  BIND (pair);
  BIND (right);
  BIND (from);
  BIND (kind);
  BIND (n_companies);
  BIND (n_note);
  BIND (median);
  BIND (median_note);
  BIND (change);
  BIND (change_note);
  BIND (due);
  BIND (strips_note);
  BIND (changes_note);
  BIND (left_out);
  BIND (strips);
  BIND (dimensions);
  BIND (groups);
  BIND (stages);
  BIND (changes);
  BIND (due_box);
  BIND (due_list);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, from_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, room_cb);
}

static void
app_portfolio_overview_init (AppPortfolioOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  room_cb (self);
}

void
app_portfolio_overview_set_portfolio (AppPortfolioOverview *self, AppPortfolio *portfolio)
{
  g_return_if_fail (APP_IS_PORTFOLIO_OVERVIEW (self));
  g_return_if_fail (self->portfolio == NULL);

  self->portfolio = g_object_ref (portfolio);
  g_signal_connect_object (portfolio, "counted", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
}
