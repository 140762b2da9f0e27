/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <poppler.h>

/* Pages as pictures, and how far two of them are from each other. */

/* The page in grey on white, @scale dots a point (CAIRO_FORMAT_A8: 255 is white). */
cairo_surface_t *report_picture_new (PopplerPage *page, double scale);
/* The same of a picture in colour (CAIRO_FORMAT_RGB24). */
cairo_surface_t *report_picture_grey (cairo_surface_t *colour);
/* 0 to 255: the largest difference of the mean grey of squares of @square dots, which a letter that
 * falls on the next dot, another rasteriser or another hinting hardly moves, and a line that is
 * missing or stands elsewhere does. 255 for pictures of different sizes. */
double report_picture_distance (cairo_surface_t *a, cairo_surface_t *b, int square);
