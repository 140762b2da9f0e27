/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A JPEG's pixels as an RGB24 surface, which also carries the file itself where a PDF can take it
 * as it is (grey and colour, not the four inks of print shops). NULL for what is no JPEG, is
 * damaged or has more than 40 million pixels. */
cairo_surface_t *report_jpeg_read (const void *data, gsize length) G_GNUC_WARN_UNUSED_RESULT;

/* How many quarter turns clockwise a camera asks for so that its picture stands upright: 0 to 3
 * (Exif 2.3, tag 0x0112). 0 too for what says nothing, is mirrored or no JPEG. */
guint report_jpeg_turns (const void *data, gsize length);

G_END_DECLS
