/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/widgets/app-wrap.h"

/* Children on as many lines as they need, none wider than it wants, from either side. */

#define WIDTH 100
#define HEIGHT 20
#define SPACING 10

static GtkWidget *
new_wrap (guint n)
{
  GtkWidget *wrap = g_object_ref_sink (app_wrap_new (SPACING));

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (child, WIDTH, HEIGHT);
      app_wrap_append (APP_WRAP (wrap), child);
    }
  return wrap;
}

static int
height_at (GtkWidget *wrap, int width)
{
  int natural;

  gtk_widget_measure (wrap, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static void
test_sizes (void)
{
  GtkWidget *wrap = new_wrap (3);
  int minimum, natural;

  gtk_widget_measure (wrap, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, WIDTH);
  g_assert_cmpint (natural, ==, 3 * WIDTH + 2 * SPACING);
  g_assert_cmpint (height_at (wrap, 3 * WIDTH + 2 * SPACING), ==, HEIGHT);
  g_assert_cmpint (height_at (wrap, 3 * WIDTH + 2 * SPACING - 1), ==, 2 * HEIGHT + SPACING);
  g_assert_cmpint (height_at (wrap, WIDTH), ==, 3 * HEIGHT + 2 * SPACING);
  /* What is hidden takes no room. */
  gtk_widget_set_visible (gtk_widget_get_first_child (wrap), FALSE);
  g_assert_cmpint (height_at (wrap, 2 * WIDTH + SPACING), ==, HEIGHT);
  app_wrap_clear (APP_WRAP (wrap));
  g_assert_null (gtk_widget_get_first_child (wrap));
  g_assert_cmpint (height_at (wrap, WIDTH), ==, 0);
  g_assert_finalize_object (wrap);
}

static void
check_place (GtkWidget *wrap, guint nth, int x, int y)
{
  GtkWidget *child = gtk_widget_get_first_child (wrap);
  graphene_rect_t bounds;

  while (nth-- > 0)
    child = gtk_widget_get_next_sibling (child);
  g_assert_true (gtk_widget_compute_bounds (child, wrap, &bounds));
  g_assert_cmpint ((int)bounds.origin.x, ==, x);
  g_assert_cmpint ((int)bounds.origin.y, ==, y);
  g_assert_cmpint ((int)bounds.size.width, ==, WIDTH);
}

static void
test_places (void)
{
  GtkWidget *wrap = new_wrap (3);
  const GtkAllocation given = { 0, 0, 250, 2 * HEIGHT + SPACING };

  g_assert_cmpint (height_at (wrap, given.width), ==, given.height);
  gtk_widget_size_allocate (wrap, &given, -1);
  check_place (wrap, 0, 0, 0);
  check_place (wrap, 1, WIDTH + SPACING, 0);
  check_place (wrap, 2, 0, HEIGHT + SPACING);
  gtk_widget_set_direction (wrap, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (height_at (wrap, given.width), ==, given.height);
  gtk_widget_size_allocate (wrap, &given, -1);
  check_place (wrap, 0, 250 - WIDTH, 0);
  check_place (wrap, 1, 250 - 2 * WIDTH - SPACING, 0);
  check_place (wrap, 2, 250 - WIDTH, HEIGHT + SPACING);
  g_object_unref (wrap);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/wrap/sizes", test_sizes);
  g_test_add_func ("/app/wrap/places", test_places);
  return g_test_run ();
}
