/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/workspace-place.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

char *
workspace_place_in (const char *folder)
{
  return folder != NULL
             ? g_build_filename (folder, "workspace.db", NULL)
             : g_build_filename (g_get_user_data_dir (), "waymark", "workspace.db", NULL);
}

/* --- network ---------------------------------------------------------------------------------- */

static const char *const network_types[]
    = { "nfs",  "nfs4", "cifs",   "smb3",  "smbfs",     "ncpfs",  "afs", "coda",
        "ceph", "9p",   "vboxsf", "davfs", "glusterfs", "lustre", NULL };

/* File systems of user space that keep their data on this machine; all others (sshfs, rclone, gvfs,
 * cloud drives) are taken for remote. */
static const char *const local_fuse[] = { "fuseblk",
                                          "fuse.ntfs-3g",
                                          "fuse.encfs",
                                          "fuse.gocryptfs",
                                          "fuse.cryfs",
                                          "fuse.veracrypt",
                                          "fuse.fuse-overlayfs",
                                          "fuse.bindfs",
                                          "fuse.mergerfs",
                                          "fuse.portal",
                                          "fuse.exfat",
                                          "fuse.lxcfs",
                                          "fuse.unionfs-fuse",
                                          NULL };

static gboolean
is_remote (const char *type)
{
  return g_strv_contains (network_types, type)
         || (g_str_has_prefix (type, "fuse") && !g_strv_contains (local_fuse, type));
}

static gboolean
is_below (const char *folder, const char *mount_point)
{
  gsize length = strlen (mount_point);

  return g_str_equal (mount_point, "/")
         || (g_str_has_prefix (folder, mount_point)
             && (folder[length] == '/' || folder[length] == '\0'));
}

/* "36 35 98:0 /root /mount/point options - TYPE source options"; spaces in names are \040. The
 * deepest mount counts, and of two at one place the later. */
gboolean
workspace_place_check_mounts (const char *folder, const char *mountinfo, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (mountinfo, "\n", -1);
  g_autofree char *type = NULL;
  gsize deepest = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      const char *dash = strstr (lines[i], " - ");
      g_autofree char *mount_point = NULL;

      if (g_strv_length (words) < 6 || dash == NULL)
        continue;
      mount_point = g_strcompress (words[4]);
      if (!is_below (folder, mount_point) || strlen (mount_point) < deepest)
        continue;
      deepest = strlen (mount_point);
      g_free (type);
      type = g_strndup (dash + 3, strcspn (dash + 3, " "));
    }
  if (type == NULL || !is_remote (type))
    return TRUE;
  g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_PLACE,
               _ ("%s is on a network or cloud drive (%s), where a database can be damaged. Choose "
                  "a folder on this computer; to share or carry data, export a package."),
               folder, type);
  return FALSE;
}

/* --- synchronised ----------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *program;
} Mark;

/* What the programs leave in the top folder that they synchronise. */
static const Mark marks[] = {
  { ".stfolder", "Syncthing" },           { ".nextcloudsync.log", "Nextcloud" },
  { ".owncloudsync.log", "ownCloud" },    { ".dropbox", "Dropbox" },
  { ".dropbox.cache", "Dropbox" },        { ".tmp.drivedownload", "Google Drive" },
  { ".tmp.driveupload", "Google Drive" }, { ".megaignore", "MEGA" },
  { ".seafile-data", "Seafile" },
};

/* The journal of Nextcloud and ownCloud has a part in its name that differs. */
static const Mark journals[] = {
  { "._sync_", "Nextcloud" },
  { ".sync_", "Nextcloud" },
};

/* What they call that folder at first. */
static const Mark names[] = {
  { "Nextcloud", "Nextcloud" },
  { "ownCloud", "ownCloud" },
  { "Dropbox", "Dropbox" },
  { "OneDrive", "OneDrive" },
  { "Google Drive", "Google Drive" },
  { "GoogleDrive", "Google Drive" },
  { "My Drive", "Google Drive" },
  { "Insync", "Insync" },
  { "MEGA", "MEGA" },
  { "MEGAsync", "MEGA" },
  { "pCloudDrive", "pCloud" },
  { "pCloud Drive", "pCloud" },
  { "iCloudDrive", "iCloud" },
  { "iCloud Drive", "iCloud" },
};

static const char *
find_journal (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (journals); i++)
      if (g_str_has_prefix (name, journals[i].name) && g_str_has_suffix (name, ".db"))
        return journals[i].program;
  return NULL;
}

/* The program that synchronises just this folder, or NULL. */
static const char *
find_program (const char *folder)
{
  g_autofree char *name = g_path_get_basename (folder);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *mark = g_build_filename (folder, marks[i].name, NULL);

      if (g_file_test (mark, G_FILE_TEST_EXISTS))
        return marks[i].program;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i].name))
      return names[i].program;
  /* "OneDrive - Name of the firm" */
  return g_str_has_prefix (name, "OneDrive - ") ? "OneDrive" : find_journal (folder);
}

static gboolean
check_synchronised (const char *folder, GError **error)
{
  g_autofree char *at = g_strdup (folder);

  while (!g_str_equal (at, "/") && !g_str_equal (at, "."))
    {
      const char *program = find_program (at);
      char *up;

      if (program != NULL)
        {
          g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_PLACE,
                       _ ("%s is synchronised by %s, which can damage a database and bring back "
                          "old states. Choose a folder outside; to share or carry data, export a "
                          "package."),
                       at, program);
          return FALSE;
        }
      up = g_path_get_dirname (at);
      g_free (at);
      at = up;
    }
  return TRUE;
}

/* --- both ------------------------------------------------------------------------------------- */

/* The folder of @path, or the nearest one above it that is there, without links. */
static char *
real_folder (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  char *folder = g_path_get_dirname (absolute);
  char *real;

  while ((real = realpath (folder, NULL)) == NULL && !g_str_equal (folder, "/"))
    {
      char *up = g_path_get_dirname (folder);

      g_free (folder);
      folder = up;
    }
  if (real == NULL)
    return folder;
  g_free (folder);
  folder = g_strdup (real);
  free (real);
  return folder;
}

gboolean
workspace_place_check (const char *path, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *mountinfo = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  folder = real_folder (path);
  /* Where there is no such file there is no such list either. */
  if (g_file_get_contents ("/proc/self/mountinfo", &mountinfo, NULL, NULL)
      && !workspace_place_check_mounts (folder, mountinfo, error))
    return FALSE;
  return check_synchronised (folder, error);
}
