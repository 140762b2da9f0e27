/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-record-change.h"

#include <glib/gi18n.h>

/* The members of the file in words. */

struct _AppRecordChange
{
  GObject parent_instance;

  const CatalogueChange *change; /* borrowed from the diff */
  gboolean accepted;
};

G_DEFINE_FINAL_TYPE (AppRecordChange, app_record_change, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACCEPTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
app_record_change_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACCEPTED:
      g_value_set_boolean (value, APP_RECORD_CHANGE (object)->accepted);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_record_change_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACCEPTED:
      app_record_change_set_accepted (APP_RECORD_CHANGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_record_change_class_init (AppRecordChangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = app_record_change_get_property;
  object_class->set_property = app_record_change_set_property;
  properties[PROP_ACCEPTED]
      = g_param_spec_boolean ("accepted", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
app_record_change_init (AppRecordChange *self)
{
}

AppRecordChange *
app_record_change_new (const CatalogueChange *change)
{
  AppRecordChange *self = g_object_new (APP_TYPE_RECORD_CHANGE, NULL);

  self->change = change;
  return self;
}

const CatalogueChange *
app_record_change_get (AppRecordChange *self)
{
  g_return_val_if_fail (APP_IS_RECORD_CHANGE (self), NULL);
  return self->change;
}

gboolean
app_record_change_get_accepted (AppRecordChange *self)
{
  g_return_val_if_fail (APP_IS_RECORD_CHANGE (self), FALSE);
  return self->accepted;
}

void
app_record_change_set_accepted (AppRecordChange *self, gboolean accepted)
{
  g_return_if_fail (APP_IS_RECORD_CHANGE (self));

  if (self->accepted == accepted)
    return;
  self->accepted = accepted;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCEPTED]);
}

/* --- words ------------------------------------------------------------------------------------ */

static const struct
{
  const char *member, *name;
} members[] = {
  { "name", N_ ("Name") },
  { "title", N_ ("Name") },
  { "plain", N_ ("Plain name") },
  { "acronym", N_ ("Short name") },
  { "aliases", N_ ("Other names") },
  { "country", N_ ("Country") },
  { "region", N_ ("Region") },
  { "region_name", N_ ("Name of the region") },
  { "city", N_ ("Town") },
  { "lat", N_ ("Latitude") },
  { "lon", N_ ("Longitude") },
  { "kind", N_ ("Kind") },
  { "stage", N_ ("State") },
  { "contact", N_ ("Contact") },
  { "host", N_ ("Host") },
  { "website", N_ ("Website") },
  { "sectors", N_ ("Trades") },
  { "technologies", N_ ("Technologies") },
  { "services", N_ ("Services") },
  { "pillars", N_ ("Areas of service") },
  { "links", N_ ("Links") },
  { "notes", N_ ("Notes") },
  { "source", N_ ("Source") },
  { "summary", N_ ("Summary") },
  { "deadline", N_ ("Deadline") },
  { "closed_on", N_ ("Last call closed") },
  { "last_verified", N_ ("Looked up") },
};

/* The file's own word where there is no other. */
static const char *
member_name (const char *member)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (members[i].member, member))
      return _ (members[i].name);
  return member;
}

char *
app_record_change_title (AppRecordChange *self)
{
  static const char *const titles[CATALOGUE_N_RECORD_KINDS][3] = {
    { N_ ("New hub"), N_ ("Hub no longer in the list"), N_ ("Hub changed") },
    { N_ ("New cluster"), N_ ("Cluster no longer in the list"), N_ ("Cluster changed") },
    { N_ ("New kind of support"), N_ ("Kind of support no longer in the list"),
      N_ ("Kind of support changed") },
  };

  g_return_val_if_fail (APP_IS_RECORD_CHANGE (self), NULL);
  return g_strdup (_ (titles[self->change->record][self->change->kind]));
}

/* Lists are shown as items parted by ", "; those of terms have their level behind them. */
static gboolean
term_kind_of (const char *member, CatalogueTermKind *kind)
{
  static const struct
  {
    const char *member;
    CatalogueTermKind kind;
  } lists[] = { { "sectors", CATALOGUE_TERM_SECTOR },
                { "technologies", CATALOGUE_TERM_TECHNOLOGY },
                { "services", CATALOGUE_TERM_SERVICE },
                { "pillars", CATALOGUE_TERM_PILLAR } };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].member, member))
      {
        *kind = lists[i].kind;
        return TRUE;
      }
  return FALSE;
}

/* "robotics 5" → "Robotics (level 5 of 5)" */
static char *
say_tag (AppSession *session, const Catalogue *catalogue, CatalogueTermKind kind, const char *tag)
{
  g_auto (GStrv) parts = g_strsplit (tag, " ", 2);
  const CatalogueTerm *term
      = parts[0] != NULL ? catalogue_find_term (catalogue, kind, parts[0]) : NULL;
  const char *label = term != NULL ? app_session_tell (session, term->label) : parts[0];

  if (label == NULL)
    return g_strdup (tag);
  return parts[1] != NULL && !g_str_equal (parts[1], "0")
             ? g_strdup_printf (_ ("%s (level %s of 5)"), label, parts[1])
             : g_strdup (label);
}

/* The items of @a that @b has not, in words. */
static char *
say_only_in (AppSession *session,
             const Catalogue *catalogue,
             CatalogueTermKind kind,
             const char *a,
             const char *b)
{
  g_auto (GStrv) first = g_strsplit (a != NULL ? a : "", ", ", -1);
  g_auto (GStrv) second = g_strsplit (b != NULL ? b : "", ", ", -1);
  g_autoptr (GPtrArray) only = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; first[i] != NULL; i++)
    if (*first[i] != '\0' && !g_strv_contains ((const char *const *)second, first[i]))
      g_ptr_array_add (only, say_tag (session, catalogue, kind, first[i]));
  g_ptr_array_add (only, NULL);
  return g_strjoinv (", ", (char **)only->pdata);
}

static void
add_list (GString *text,
          AppSession *session,
          const Catalogue *catalogue,
          CatalogueTermKind kind,
          const CatalogueMemberChange *member)
{
  g_autofree char *come = say_only_in (session, catalogue, kind, member->after, member->before);
  g_autofree char *gone = say_only_in (session, catalogue, kind, member->before, member->after);

  g_string_append_printf (text, "%s:", member_name (member->member));
  if (*come != '\0')
    g_string_append_printf (text, _ (" now %s."), come);
  if (*gone != '\0')
    g_string_append_printf (text, _ (" No longer %s."), gone);
}

static void
add_member (GString *text,
            AppSession *session,
            const Catalogue *catalogue,
            const CatalogueMemberChange *member)
{
  CatalogueTermKind kind;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (term_kind_of (member->member, &kind))
    add_list (text, session, catalogue, kind, member);
  else
    g_string_append_printf (text, "%s: %s → %s", member_name (member->member),
                            member->before != NULL ? member->before : "–",
                            member->after != NULL ? member->after : "–");
}

char *
app_record_change_details (AppRecordChange *self, AppSession *session, const Catalogue *catalogue)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (APP_IS_RECORD_CHANGE (self), NULL);

  for (guint i = 0; i < self->change->n_members; i++)
    add_member (text, session, catalogue, &self->change->members[i]);
  return g_string_free (text, FALSE);
}
