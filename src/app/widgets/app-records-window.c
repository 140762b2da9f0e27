/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-records-window.h"

#include "app/app-compat.h"
#include "app/app-store.h"
#include "app/widgets/app-day-button.h"
#include "app/widgets/app-row.h"
#include "app/widgets/app-toast.h"
#include "base/base-date.h"
#include "workspace/workspace-companies.h"
#include "workspace/workspace-record.h"

#include <glib/gi18n.h>

/* Meetings, contacts and notes are one thing three times: a table says which fields each has, and
 * one list and one form show them. */

typedef struct
{
  gsize offset; /* of a char * in the record */
  const char *title;
  gboolean is_day; /* with a calendar to choose it from */
} Field;

typedef GPtrArray *(*ListFunc) (Workspace *, const char *, GError **);
typedef char *(*PutFunc) (Workspace *, const char *, gconstpointer, GError **);
typedef gboolean (*RemoveFunc) (Workspace *, const char *, const char *, GError **);

#define MOST_FIELDS 6

typedef struct
{
  const char *title, *one, *add, *none, *remove, *removed; /* @one: of the form */
  gsize size;
  Field fields[MOST_FIELDS]; /* the first is the row's title, the second and third stand below */
  gsize day;                 /* offset of the day that is today at first; 0: none */
  gsize author;              /* offset of what the adviser signs with; 0: none */
  ListFunc list;
  PutFunc put;
  RemoveFunc remove_one;
  GDestroyNotify free;
} Kind;

static const Kind kinds[] = {
  { N_ ("Meetings"),
    N_ ("Meeting"),
    N_ ("Add a meeting"),
    N_ ("No meeting yet"),
    N_ ("Remove this meeting"),
    N_ ("Meeting removed"),
    sizeof (WorkspaceMeeting),
    { { G_STRUCT_OFFSET (WorkspaceMeeting, about), N_ ("About") },
      { G_STRUCT_OFFSET (WorkspaceMeeting, held_on), N_ ("Day (year-month-day)"), TRUE },
      { G_STRUCT_OFFSET (WorkspaceMeeting, held_at), N_ ("Time (14:30)") },
      { G_STRUCT_OFFSET (WorkspaceMeeting, place), N_ ("Place") },
      { G_STRUCT_OFFSET (WorkspaceMeeting, participants), N_ ("Who takes part") },
      { G_STRUCT_OFFSET (WorkspaceMeeting, outcome), N_ ("Outcome") } },
    G_STRUCT_OFFSET (WorkspaceMeeting, held_on),
    0,
    workspace_list_meetings,
    (PutFunc)workspace_put_meeting,
    workspace_remove_meeting,
    (GDestroyNotify)workspace_meeting_free },
  { N_ ("Contacts"),
    N_ ("Contact"),
    N_ ("Add a contact"),
    N_ ("No contact yet"),
    N_ ("Remove this contact"),
    N_ ("Contact removed"),
    sizeof (WorkspaceContact),
    { { G_STRUCT_OFFSET (WorkspaceContact, name), N_ ("Name") },
      { G_STRUCT_OFFSET (WorkspaceContact, role), N_ ("Role") },
      { G_STRUCT_OFFSET (WorkspaceContact, phone), N_ ("Telephone") },
      { G_STRUCT_OFFSET (WorkspaceContact, email), N_ ("E-mail") },
      { G_STRUCT_OFFSET (WorkspaceContact, note), N_ ("Note") } },
    0,
    0,
    workspace_list_contacts,
    (PutFunc)workspace_put_contact,
    workspace_remove_contact,
    (GDestroyNotify)workspace_contact_free },
  { N_ ("Notes on the company"),
    N_ ("Note"),
    N_ ("Add a note"),
    N_ ("No note yet"),
    N_ ("Remove this note"),
    N_ ("Note removed"),
    sizeof (WorkspaceNote),
    { { G_STRUCT_OFFSET (WorkspaceNote, text), N_ ("Note") },
      { G_STRUCT_OFFSET (WorkspaceNote, written_on), N_ ("Day (year-month-day)"), TRUE },
      { G_STRUCT_OFFSET (WorkspaceNote, author), N_ ("Who writes") } },
    G_STRUCT_OFFSET (WorkspaceNote, written_on),
    G_STRUCT_OFFSET (WorkspaceNote, author),
    workspace_list_notes,
    (PutFunc)workspace_put_note,
    workspace_remove_note,
    (GDestroyNotify)workspace_note_free },
};
#define MEETINGS 0
#define N_KINDS G_N_ELEMENTS (kinds)

struct _AppRecordsWindow
{
  AdwWindow parent_instance;

  AppSession *session;
  char *company_id;
  AdwPreferencesGroup *shown[N_KINDS];
  GtkWidget *add[N_KINDS];
  GPtrArray *rows[N_KINDS]; /* of the group; borrowed */

  /* the form */
  const Kind *kind; /* NULL while no form is open */
  gpointer record;  /* what is changed; zeroes for a new one */
  GtkWidget *fields_group;
  GtkEditable *fields[MOST_FIELDS];
  gboolean told; /* that a day is none */

  /* template */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwWindowTitle *title, *form_title;
  GtkBox *groups, *form;
  GtkLabel *problem, *form_problem;
  AdwEntryRow *tags, *retention;
  AdwPreferencesGroup *retention_group;
};

G_DEFINE_FINAL_TYPE (AppRecordsWindow, app_records_window, ADW_TYPE_WINDOW)

static char **
field_of (gpointer record, gsize offset)
{
  return (char **)((char *)record + offset);
}

/* Every record begins with its id. */
static const char *
id_of (gpointer record)
{
  return *field_of (record, 0);
}

static Workspace *
workspace_of (AppRecordsWindow *self)
{
  return app_store_get_workspace (app_session_get_store (self->session));
}

static void
tell (GtkLabel *label, const GError *error)
{
  gtk_label_set_label (label, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (label), error != NULL);
}

static void show (AppRecordsWindow *self);

/* The lists of all windows show it too. */
static void
changed (AppRecordsWindow *self)
{
  app_store_refresh (app_session_get_store (self->session));
  show (self);
}

/* --- the form --------------------------------------------------------------------------------- */

static void
close_form (AppRecordsWindow *self)
{
  const Kind *kind = self->kind;

  if (kind == NULL)
    return;
  gtk_box_remove (self->form, self->fields_group);
  g_clear_pointer (&self->record, kind->free);
  self->kind = NULL;
  gtk_stack_set_visible_child_name (self->stack, "records");
  gtk_widget_grab_focus (self->add[kind - kinds]);
}

static void save_cb (AppRecordsWindow *self);

static void
open_form (AppRecordsWindow *self, const Kind *kind, gpointer record)
{
  GtkWidget *group = adw_preferences_group_new ();

  close_form (self);
  self->kind = kind;
  self->record = record;
  self->fields_group = group;
  for (guint i = 0; i < MOST_FIELDS && kind->fields[i].title != NULL; i++)
    {
      GtkWidget *row = adw_entry_row_new ();
      const char *value = *field_of (record, kind->fields[i].offset);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gettext (kind->fields[i].title));
      gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
      g_signal_connect_object (row, "entry-activated", G_CALLBACK (save_cb), self,
                               G_CONNECT_SWAPPED);
      if (kind->fields[i].is_day)
        adw_entry_row_add_suffix (ADW_ENTRY_ROW (row),
                                  app_day_button_new (GTK_EDITABLE (row), NULL));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      self->fields[i] = GTK_EDITABLE (row);
    }
  gtk_box_append (self->form, group);
  adw_window_title_set_title (self->form_title, gettext (kind->one));
  tell (self->form_problem, NULL);
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_widget_grab_focus (GTK_WIDGET (self->fields[0]));
}

static void
save_cb (AppRecordsWindow *self)
{
  const Kind *kind = self->kind;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  for (guint i = 0; i < MOST_FIELDS && kind->fields[i].title != NULL; i++)
    {
      char **field = field_of (self->record, kind->fields[i].offset);
      char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->fields[i])));

      g_free (*field);
      *field = text;
      if (*text == '\0')
        g_clear_pointer (field, g_free);
    }
  id = kind->put (workspace_of (self), self->company_id, self->record, &error);
  tell (self->form_problem, error);
  if (id == NULL)
    return;
  close_form (self);
  changed (self);
}

static void
cancel_cb (AppRecordsWindow *self)
{
  close_form (self);
}

static void
add_cb (AppRecordsWindow *self, GtkButton *button)
{
  const Kind *kind = &kinds[GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "kind"))];
  const char *author = app_adviser_get_author (app_session_get_adviser (self->session));
  gpointer record = g_malloc0 (kind->size);

  if (kind->day != 0)
    *field_of (record, kind->day) = base_date_today ();
  if (kind->author != 0 && *author != '\0')
    *field_of (record, kind->author) = g_strdup (author);
  open_form (self, kind, record);
}

/* --- the lists -------------------------------------------------------------------------------- */

static gpointer
find_record (AppRecordsWindow *self, const Kind *kind, const char *id)
{
  g_autoptr (GPtrArray) list = kind->list (workspace_of (self), self->company_id, NULL);

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (g_strcmp0 (id_of (g_ptr_array_index (list, i)), id) == 0)
      return g_ptr_array_steal_index (list, i);
  return NULL;
}

static const Kind *
kind_of_row (gpointer row)
{
  return &kinds[GPOINTER_TO_UINT (g_object_get_data (row, "kind"))];
}

static void
row_cb (AppRecordsWindow *self, AdwActionRow *row)
{
  gpointer record = find_record (self, kind_of_row (row), g_object_get_data (G_OBJECT (row), "id"));

  if (record != NULL)
    open_form (self, kind_of_row (row), record);
  else
    show (self);
}

static void
mark (gpointer object, guint kind, const char *id)
{
  g_object_set_data (object, "kind", GUINT_TO_POINTER (kind));
  g_object_set_data_full (object, "id", g_strdup (id), g_free);
}

/* What was there comes back under its id. */
static void
undo_cb (AppRecordsWindow *self, AdwToast *toast)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id
      = kind_of_row (toast)->put (workspace_of (self), self->company_id,
                                  g_object_get_data (G_OBJECT (toast), "record"), &error);

  tell (self->problem, error);
  if (id != NULL)
    changed (self);
}

/* Takes @record. */
static void
offer_undo (AppRecordsWindow *self, const Kind *kind, gpointer record)
{
  AdwToast *toast = app_toast_new (gettext (kind->removed), _ ("_Undo"));

  mark (toast, (guint)(kind - kinds), NULL);
  g_object_set_data_full (G_OBJECT (toast), "record", record, kind->free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
remove_cb (AppRecordsWindow *self, GtkButton *button)
{
  const Kind *kind = kind_of_row (button);
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "id"));
  gpointer record = find_record (self, kind, id);
  g_autoptr (GError) error = NULL;

  if (record == NULL)
    {
      show (self); /* another instance was faster */
      return;
    }
  if (kind->remove_one (workspace_of (self), self->company_id, id, &error))
    {
      offer_undo (self, kind, record);
      changed (self);
    }
  else
    {
      kind->free (record);
    }
  tell (self->problem, error);
}

static char *
below (AppRecordsWindow *self, const Kind *kind, gpointer record)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 1; i < 3 && kind->fields[i].title != NULL; i++)
    {
      const char *value = *field_of (record, kind->fields[i].offset);

      if (value != NULL && base_date_is_valid (value))
        g_ptr_array_add (parts,
                         base_language_date (app_session_get_language (self->session), value));
      else if (value != NULL)
        g_ptr_array_add (parts, g_strdup (value));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **)parts->pdata);
}

static GtkWidget *
new_row (AppRecordsWindow *self, guint kind, gpointer record)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  const char *title = *field_of (record, kinds[kind].fields[0].offset);
  g_autofree char *subtitle = below (self, &kinds[kind], record);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "–");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, gettext (kinds[kind].remove));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gettext (kinds[kind].remove), -1);
  mark (row, kind, id_of (record));
  mark (button, kind, id_of (record));
  g_signal_connect_object (row, "activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
add_row (AppRecordsWindow *self, guint kind, GtkWidget *row)
{
  adw_preferences_group_add (self->shown[kind], row);
  g_ptr_array_add (self->rows[kind], row);
}

static void
show_kind (AppRecordsWindow *self, guint kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = kinds[kind].list (workspace_of (self), self->company_id, &error);
  AdwPreferencesGroup *group = self->shown[kind];

  for (guint i = 0; i < self->rows[kind]->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (self->rows[kind], i));
  g_ptr_array_set_size (self->rows[kind], 0);
  if (error != NULL)
    tell (self->problem, error);
  /* Latest first: a list of meetings grows for years. */
  for (guint i = list != NULL ? list->len : 0; i-- > 0;)
    add_row (self, kind, new_row (self, kind, g_ptr_array_index (list, i)));
  if (list == NULL || list->len == 0)
    {
      GtkWidget *none = app_row_new (gettext (kinds[kind].none), NULL);

      gtk_widget_add_css_class (none, "none");
      add_row (self, kind, none);
    }
}

/* "Last: 3 November 2026 · Next: 9 December 2026". */
static char *
meeting_words (AppRecordsWindow *self, const WorkspaceCompany *company)
{
  const BaseLanguage *language = app_session_get_language (self->session);
  g_autofree char *last = company->last_meeting != NULL
                              ? base_language_date (language, company->last_meeting)
                              : g_strdup (_ ("none"));
  g_autofree char *next = company->next_meeting != NULL
                              ? base_language_date (language, company->next_meeting)
                              : g_strdup (_ ("none"));

  return g_strdup_printf (_ ("Last meeting: %s · Next: %s"), last, next);
}

/* What is set here is not to be applied: the row takes any change for one that was typed. What is
 * being typed stays when another thing was kept. */
static void
set_text (AdwEntryRow *row, const char *text)
{
  if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "kept"), text) == 0)
    return;
  adw_entry_row_set_show_apply_button (row, FALSE);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), text))
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_show_apply_button (row, TRUE);
  g_object_set_data_full (G_OBJECT (row), "kept", g_strdup (text), g_free);
}

static gboolean
is_typed (AdwEntryRow *row)
{
  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)),
                    g_object_get_data (G_OBJECT (row), "kept"))
         != 0;
}

static void
show_company (AppRecordsWindow *self, const WorkspaceCompany *company)
{
  g_autofree char *meetings = meeting_words (self, company);
  g_autofree char *tags = g_strjoinv (", ", (char **)company->tags);
  const gboolean own = company->retain_until != NULL && !company->retain_by_setting;
  g_autofree char *day
      = company->retain_until != NULL && company->retain_by_setting
            ? base_language_date (app_session_get_language (self->session), company->retain_until)
            : NULL;
  g_autofree char *by_setting
      = day != NULL ? g_strdup_printf (_ ("By the hub’s setting: until %s"), day) : NULL;

  adw_window_title_set_title (self->title,
                              company->name != NULL ? company->name : _ ("New company"));
  adw_preferences_group_set_description (self->shown[MEETINGS], meetings);
  set_text (self->tags, tags);
  set_text (self->retention, own ? company->retain_until : "");
  adw_preferences_group_set_description (self->retention_group, by_setting);
}

static void
show (AppRecordsWindow *self)
{
  g_autoptr (WorkspaceCompany) company
      = workspace_get_company (workspace_of (self), self->company_id, NULL);

  if (company == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  show_company (self, company);
  for (guint i = 0; i < N_KINDS; i++)
    show_kind (self, i);
}

static void
tags_cb (AppRecordsWindow *self)
{
  g_auto (GStrv) tags = g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self->tags)), ",", -1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; tags[i] != NULL; i++)
    g_strstrip (tags[i]);
  if (workspace_set_tags (workspace_of (self), self->company_id, (const char *const *)tags, &error))
    changed (self);
  tell (self->problem, error);
}

static void
retention_cb (AppRecordsWindow *self)
{
  g_autofree char *day
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->retention))));
  g_autoptr (GError) error = NULL;

  if (workspace_set_retention (workspace_of (self), self->company_id, *day != '\0' ? day : NULL,
                               &error))
    changed (self);
  tell (self->problem, error);
}

/* --- the object ------------------------------------------------------------------------------- */

/* What was typed is kept without the tick too; what cannot be is said once before it goes. */
static gboolean
app_records_window_close_request (GtkWindow *window)
{
  AppRecordsWindow *self = APP_RECORDS_WINDOW (window);

  if (is_typed (self->tags))
    tags_cb (self);
  if (is_typed (self->retention))
    retention_cb (self);
  if (is_typed (self->retention) && !self->told)
    {
      self->told = TRUE;
      gtk_widget_grab_focus (GTK_WIDGET (self->retention));
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (app_records_window_parent_class)->close_request (window);
}

static gboolean
escape_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  AppRecordsWindow *self = APP_RECORDS_WINDOW (widget);

  if (self->kind != NULL)
    close_form (self);
  else
    gtk_window_close (GTK_WINDOW (self));
  return GDK_EVENT_STOP;
}

static void
app_records_window_dispose (GObject *object)
{
  AppRecordsWindow *self = APP_RECORDS_WINDOW (object);

  if (self->kind != NULL)
    g_clear_pointer (&self->record, self->kind->free);
  self->kind = NULL;
  for (guint i = 0; i < N_KINDS; i++)
    g_clear_pointer (&self->rows[i], g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), APP_TYPE_RECORDS_WINDOW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->company_id, g_free);
  G_OBJECT_CLASS (app_records_window_parent_class)->dispose (object);
}

static void
app_records_window_class_init (AppRecordsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_records_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = app_records_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-records-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AppRecordsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AppRecordsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AppRecordsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AppRecordsWindow, form_title);
  gtk_widget_class_bind_template_child (widget_class, AppRecordsWindow, groups);
  gtk_widget_class_bind_template_child (widget_class, AppRecordsWindow, form);
  gtk_widget_class_bind_template_child (widget_class, AppRecordsWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, AppRecordsWindow, form_problem);
  gtk_widget_class_bind_template_child (widget_class, AppRecordsWindow, tags);
  gtk_widget_class_bind_template_child (widget_class, AppRecordsWindow, retention);
  gtk_widget_class_bind_template_child (widget_class, AppRecordsWindow, retention_group);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, tags_cb);
  gtk_widget_class_bind_template_callback (widget_class, retention_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_binding, NULL);
}

static GtkWidget *
new_add_button (AppRecordsWindow *self, guint kind)
{
  GtkWidget *button = gtk_button_new_with_label (gettext (kinds[kind].add));

  gtk_widget_add_css_class (button, "flat");
  mark (button, kind, NULL);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
app_records_window_init (AppRecordsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_entry_row_add_suffix (self->retention,
                            app_day_button_new (GTK_EDITABLE (self->retention), NULL));
  for (guint i = 0; i < N_KINDS; i++)
    {
      GtkWidget *group = adw_preferences_group_new ();

      self->shown[i] = ADW_PREFERENCES_GROUP (group);
      self->rows[i] = g_ptr_array_new ();
      adw_preferences_group_set_title (self->shown[i], gettext (kinds[i].title));
      self->add[i] = new_add_button (self, i);
      adw_preferences_group_set_header_suffix (self->shown[i], self->add[i]);
      gtk_box_append (self->groups, group);
    }
  app_compat_wrap_headings (GTK_WIDGET (self));
}

/* Nothing of another company stays on a shared screen. */
static void
focus_cb (AppRecordsWindow *self)
{
  const char *focus = app_adviser_get_focus (app_session_get_adviser (self->session));

  if (focus != NULL && g_strcmp0 (focus, self->company_id) != 0)
    gtk_window_destroy (GTK_WINDOW (self));
}

GtkWidget *
app_records_window_new (GtkWindow *owner, AppSession *session, const char *company_id)
{
  AppStore *store = app_session_get_store (session);
  g_autoptr (WorkspaceCompany) company
      = workspace_get_company (app_store_get_workspace (store), company_id, NULL);
  AppRecordsWindow *self;

  if (company == NULL)
    return NULL;
  self = g_object_new (APP_TYPE_RECORDS_WINDOW, "transient-for", owner, NULL);
  self->session = g_object_ref (session);
  self->company_id = g_strdup (company_id);
  g_signal_connect_object (app_session_get_adviser (session), "notify::focus",
                           G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
