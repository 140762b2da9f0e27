/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart-land.h"
#include "chart/chart-map-view.h"
#include "chart/chart-style.h"
#include <cairo.h>

G_BEGIN_DECLS

/* Hubs around a company on an outline of Europe. Ranked hubs are discs with their number (print:
 * square, ring or triangle by kind with the number beside it); those that would cover each other
 * are moved apart and tied to their place by a line. */
typedef enum
{
  CHART_HUB_EDIH,
  CHART_HUB_SEAL,
  CHART_HUB_OTHER,
} ChartHubKind;

typedef struct
{
  double lon, lat; /* not finite: unlocated, not drawn */
  guint rank;      /* 1… shown with its number; 0 a dot */
  ChartHubKind kind;
} ChartHub;

typedef struct
{
  double km;
  const char *text; /* "100 km" */
} ChartDistance;

typedef struct
{
  double lon, lat;
  const char *text; /* a country's name */
} ChartPlaceName;

typedef struct
{
  const ChartLand *land;     /* may be NULL */
  const ChartLand *far_land; /* what the overview shows of it; NULL: @land */
  guint home;                /* country of the company for a stronger fill; G_MAXUINT none */
  const ChartHub *hubs;
  guint n_hubs;
  gboolean has_company;
  double company_lon, company_lat;
  const char *company_label;      /* print: written beside the cross; or NULL */
  const ChartDistance *distances; /* rings around the company */
  guint n_distances;
  const ChartPlaceName *names;
  guint n_names;
  ChartMapView view;
  gboolean overview; /* Europe with a frame of the view in the top right corner */
  int selected;      /* index of a hub; -1 none */
} ChartMapSpec;

/* A map takes any size; the smallest that is useful. */
void chart_map_measure (const ChartMapSpec *spec,
                        const ChartStyle *style,
                        double *min_width,
                        double *min_height);
void chart_map_draw (const ChartMapSpec *spec,
                     const ChartStyle *style,
                     cairo_t *cr,
                     double x,
                     double y,
                     double width,
                     double height);
/* The hub at a point (ranked ones first, 24 units of target at least); -1 none. */
int chart_map_hit (const ChartMapSpec *spec,
                   const ChartStyle *style,
                   double width,
                   double height,
                   double px,
                   double py);
/* The box of a hub's mark, moved apart or not; FALSE when it is outside the view or unlocated. */
gboolean chart_map_item_rect (const ChartMapSpec *spec,
                              const ChartStyle *style,
                              double width,
                              double height,
                              guint index,
                              ChartRect *rect);
/* The overview alone (print: beside the map): all hubs as dots, the view's frame for a map of that
 * size. */
void chart_map_draw_overview (const ChartMapSpec *spec,
                              const ChartStyle *style,
                              cairo_t *cr,
                              double x,
                              double y,
                              double width,
                              double height,
                              double map_width,
                              double map_height);

G_END_DECLS
