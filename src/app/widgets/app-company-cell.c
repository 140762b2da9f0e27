/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-company-cell.h"

#include "app/app-company-words.h"
#include "app/widgets/app-bars.h"
#include "app/widgets/app-way-mark.h"

#include <glib/gi18n.h>

/* The menu is made when it is opened: rows come and go while the list scrolls. */

#define MARK_RADIUS 6.5
/* Of the score: the column stands still from row to row, whatever the level is called; narrow, only
 * the stage stands below the score. */
#define SCORE_WIDTH 148
#define SCORE_WIDTH_NARROW 34
#define N_STAGES 3
/* Of the whole questionnaire: what an empty company will have. */
#define N_DIMENSIONS 6

struct _AppCompanyCell
{
  AdwBin parent_instance;

  AppSession *session; /* borrowed from the page */
  AppCompany *item;
  gboolean narrow, compact;
  char *words;
  AppWayMark *marks[N_STAGES];

  /* template */
  AdwAvatar *avatar;
  GtkLabel *name, *place, *next_below, *score, *level, *stage, *next, *when;
  GtkBox *stages;
  GtkWidget *score_column;
  AppBars *bars;
  GtkMenuButton *menu;
};

G_DEFINE_FINAL_TYPE (AppCompanyCell, app_company_cell, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
narrow_cb (AppCompanyCell *self)
{
  gtk_widget_set_size_request (self->score_column, self->narrow ? SCORE_WIDTH_NARROW : SCORE_WIDTH,
                               -1);
}

/* --- the menu --------------------------------------------------------------------------------- */

static void
append (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  AppCompanyCell *self = user_data;
  const WorkspaceCompany *company = app_company_get (self->item);
  g_autoptr (GMenu) menu = g_menu_new (), remove = g_menu_new ();

  append (menu, _ ("_Contacts and meetings"), "win.company-records", company->id);
  append (menu, _ ("_Save as a package…"), "win.export-company", company->id);
  append (menu, _ ("_Show only this company"), "win.focus-company", company->id);
  append (menu, company->archived ? _ ("_Back from the archive") : _ ("_Archive"),
          company->archived ? "win.unarchive-company" : "win.archive-company", company->id);
  append (remove, _ ("_Delete"), "win.delete-company", company->id);
  append (remove, _ ("Delete for _good…"), "win.erase-company", company->id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* --- showing ---------------------------------------------------------------------------------- */

static void
show_stages (AppCompanyCell *self, const WorkspaceCompany *company)
{
  static const char *const stages[N_STAGES] = { "T0", "T1", "T2" };
  AppWayLink before = APP_WAY_LINK_NONE;

  for (guint i = 0; i < N_STAGES; i++)
    {
      const WorkspaceStage *stage = workspace_company_stage (company, stages[i]);
      const WorkspaceStage *following
          = i + 1 < N_STAGES ? workspace_company_stage (company, stages[i + 1]) : NULL;
      const gboolean done = stage != NULL && workspace_stage_is_done (stage);
      const AppWayLink after = i + 1 == N_STAGES ? APP_WAY_LINK_NONE
                               : done && following != NULL && workspace_stage_is_done (following)
                                   ? APP_WAY_LINK_WALKED
                                   : APP_WAY_LINK_AHEAD;

      app_way_mark_set (self->marks[i],
                        done            ? APP_WAY_DONE
                        : stage != NULL ? APP_WAY_BEGUN
                                        : APP_WAY_OPEN,
                        stage != NULL ? stage->completeness / 10000.0 : 0, before, after);
      before = after;
    }
}

static void
show_bars (AppCompanyCell *self, const WorkspaceStage *stage)
{
  guint n = N_DIMENSIONS;

  /* The quick scan has other dimensions, or none. */
  while (stage != NULL && n > 0 && stage->dimensions[n - 1] < 0)
    n--;
  app_bars_set (self->bars, stage != NULL ? stage->dimensions : NULL, n > 0 ? N_DIMENSIONS : n);
  gtk_widget_set_visible (GTK_WIDGET (self->bars), n > 0 || stage == NULL);
}

static void
set_words (AppCompanyCell *self, const WorkspaceCompany *company, const char *name)
{
  g_autofree char *stages = app_company_words_stages (company);
  g_autofree char *label = g_strdup_printf (_ ("More for “%s”"), name);

  g_free (self->words);
  self->words = g_strdup_printf (
      "%s, %s, %s, %s %s, %s%s%s", name, gtk_label_get_label (self->place), stages,
      gtk_label_get_label (self->score), gtk_label_get_label (self->level),
      gtk_label_get_label (self->next), *gtk_label_get_label (self->when) != '\0' ? ", " : "",
      gtk_label_get_label (self->when));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

void
app_company_cell_show (AppCompanyCell *self, AppCompany *item)
{
  const WorkspaceCompany *company = app_company_get (item);
  const WorkspaceStage *latest = workspace_company_latest (company);
  const char *name = company->name != NULL ? company->name : _ ("New company");
  g_autofree char *place = app_company_words_place (company, self->session);
  g_autofree char *score = app_company_words_score (company, self->session);
  g_autofree char *level = app_company_words_level (company, self->session);
  g_autofree char *when = NULL;
  g_autofree char *next = app_company_words_next (company, self->session, &when);
  /* The day first: a narrow window cuts the end off. */
  g_autofree char *below = when != NULL ? g_strdup_printf ("%s · %s", when, next) : g_strdup (next);

  g_set_object (&self->item, item);
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->place, place);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->place), place);
  gtk_label_set_label (self->score, score);
  gtk_label_set_label (self->level, level);
  gtk_label_set_label (self->stage, latest != NULL && latest->stage != NULL ? latest->stage : "–");
  gtk_label_set_label (self->next, next);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->next), next);
  gtk_label_set_label (self->when, when != NULL ? when : "");
  gtk_widget_set_visible (GTK_WIDGET (self->when), when != NULL);
  gtk_label_set_label (self->next_below, below);
  show_stages (self, company);
  show_bars (self, latest);
  set_words (self, company, name);
  gtk_widget_set_opacity (GTK_WIDGET (self->avatar), company->archived ? 0.5 : 1);
}

const char *
app_company_cell_get_words (AppCompanyCell *self)
{
  g_return_val_if_fail (APP_IS_COMPANY_CELL (self), NULL);
  return self->words;
}

static void
app_company_cell_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AppCompanyCell *self = APP_COMPANY_CELL (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_company_cell_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AppCompanyCell *self = APP_COMPANY_CELL (object);
  gboolean *field = id == PROP_NARROW ? &self->narrow : &self->compact;

  switch (id)
    {
    case PROP_NARROW:
    case PROP_COMPACT:
      if (*field == g_value_get_boolean (value))
        return;
      *field = g_value_get_boolean (value);
      narrow_cb (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_company_cell_dispose (GObject *object)
{
  AppCompanyCell *self = APP_COMPANY_CELL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), APP_TYPE_COMPANY_CELL);
  g_clear_object (&self->item);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (app_company_cell_parent_class)->dispose (object);
}

static void
app_company_cell_class_init (AppCompanyCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = app_company_cell_dispose;
  object_class->get_property = app_company_cell_get_property;
  object_class->set_property = app_company_cell_set_property;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (APP_TYPE_BARS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-company-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, AppCompanyCell, avatar);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyCell, name);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyCell, place);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyCell, next_below);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyCell, score);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyCell, level);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyCell, stage);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyCell, next);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyCell, when);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyCell, stages);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyCell, score_column);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyCell, bars);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyCell, menu);
}

static void
app_company_cell_init (AppCompanyCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_STAGES; i++)
    {
      GtkWidget *mark = app_way_mark_new (GTK_ORIENTATION_HORIZONTAL, MARK_RADIUS);

      self->marks[i] = APP_WAY_MARK (mark);
      gtk_box_append (self->stages, mark);
    }
  gtk_menu_button_set_create_popup_func (self->menu, create_menu_cb, self, NULL);
  narrow_cb (self);
}

GtkWidget *
app_company_cell_new (AppSession *session)
{
  AppCompanyCell *self = g_object_new (APP_TYPE_COMPANY_CELL, NULL);

  self->session = session;
  return GTK_WIDGET (self);
}
