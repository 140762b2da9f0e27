/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Folders for one test. */

char *test_folder_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* With everything in it. */
void test_folder_remove (const char *folder);
/* How many entries it has. */
guint test_folder_count (const char *folder);
/* Files of this process cannot grow beyond @bytes any more; writing more fails, as on a full disk.
 */
void test_folder_limit_file_size (gsize bytes);
