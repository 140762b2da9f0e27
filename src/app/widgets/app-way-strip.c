/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-way-strip.h"

#include "app/app-way-step.h"
#include "app/widgets/app-way-mark.h"

/* The narrow way: one flat button a step. The steps never change, only their states. */

#define N_STEPS 6

struct _AppWayStrip
{
  AdwBin parent_instance;

  GtkWidget *buttons[N_STEPS];
  AppWayMark *marks[N_STEPS];
  GtkLabel *titles[N_STEPS];
};

G_DEFINE_FINAL_TYPE (AppWayStrip, app_way_strip, ADW_TYPE_BIN)

static GtkWidget *
new_button (AppWayStrip *self, guint index)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *mark = app_way_mark_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *title = gtk_label_new (app_way_step_title (index));

  gtk_widget_set_size_request (mark, -1, 30);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "caption");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), title);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  /* The target first: GTK warns about an action without its parameter. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", app_way_step_id (index));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.go");
  self->buttons[index] = button;
  self->marks[index] = APP_WAY_MARK (mark);
  self->titles[index] = GTK_LABEL (title);
  return button;
}

static void
fill (AppWayStrip *self, guint index, const AppWayStep *step, AppWayLink before, AppWayLink after)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->buttons[index]), "s", step->target);
  app_way_mark_set (self->marks[index], step->state, step->fraction, before, after);
  if (step->state == APP_WAY_HERE)
    gtk_widget_add_css_class (GTK_WIDGET (self->titles[index]), "here");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->titles[index]), "here");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[index]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, step->accessible, -1);
}

static void
app_way_strip_class_init (AppWayStripClass *klass)
{
}

static void
app_way_strip_init (AppWayStrip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  g_assert (app_way_n_steps () == N_STEPS);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "way-strip");
  for (guint i = 0; i < N_STEPS; i++)
    gtk_box_append (GTK_BOX (box), new_button (self, i));
  adw_bin_set_child (ADW_BIN (self), box);
}

void
app_way_strip_set_steps (AppWayStrip *self, GPtrArray *steps)
{
  guint n = 0;
  AppWayLink before = APP_WAY_LINK_NONE;
  gboolean dimension_here = FALSE;

  g_return_if_fail (APP_IS_WAY_STRIP (self));

  /* A dimension's arrow is its step's arrow here, where dimensions are not shown. */
  for (guint i = 0; i < steps->len; i++)
    {
      const AppWayStep *step = g_ptr_array_index (steps, i);

      if (step->dimension != NULL && step->state == APP_WAY_HERE)
        dimension_here = TRUE;
    }
  for (guint i = 0; i < steps->len && n < N_STEPS; i++)
    {
      AppWayStep step = *(AppWayStep *)g_ptr_array_index (steps, i);
      AppWayLink after;

      if (step.dimension != NULL)
        continue;
      if (dimension_here && g_str_equal (step.step, "questions"))
        step.state = APP_WAY_HERE;
      after = n + 1 == N_STEPS ? APP_WAY_LINK_NONE
              : step.walked    ? APP_WAY_LINK_WALKED
                               : APP_WAY_LINK_AHEAD;
      fill (self, n, &step, before, after);
      before = after;
      n++;
    }
}
