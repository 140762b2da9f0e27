/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-hub-window.h"

#include "app/app-own-hub.h"
#include "app/widgets/app-choice-down.h"
#include "app/widgets/app-terms-row.h"
#include "base/base-date.h"

#include <glib/gi18n.h>

/* What is wrong is said beside the button and the row is marked. What the form does not ask for
 * (levels, links, place on the map) stays as it is in a record that is changed. */

struct _AppHubWindow
{
  AdwWindow parent_instance;

  AppSession *session; /* borrowed from the window */
  Catalogue *catalogue;
  AppRecord *record; /* that is changed, or NULL */

  /* template */
  AdwWindowTitle *title;
  GtkButton *save;
  GtkWidget *problem_box, *place_row;
  GtkLabel *problem;
  AdwEntryRow *name, *acronym, *city, *host, *website, *contact, *notes, *source;
  AdwComboRow *kind;
  GtkDropDown *country, *region;
  AppTermsRow *technologies, *sectors, *services, *pillars;
};

G_DEFINE_FINAL_TYPE (AppHubWindow, app_hub_window, ADW_TYPE_WINDOW)

static guint saved_signal;

/* --- what was typed --------------------------------------------------------------------------- */

/* To be freed; NULL for an empty row. */
static char *
text_of (AdwEntryRow *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text != '\0')
    return text;
  g_free (text);
  return NULL;
}

static const CatalogueHub *
old_hub (AppHubWindow *self)
{
  return self->record != NULL ? app_record_get (self->record)->hub : NULL;
}

/* The ticked terms; one that was there before keeps its level. */
static GArray *
tags_of (AppTermsRow *row, const CatalogueHubTag *old, guint n_old)
{
  GArray *tags = g_array_new (FALSE, TRUE, sizeof (CatalogueHubTag));
  g_autoptr (GPtrArray) ids = app_terms_row_get_ticked (row);

  for (guint i = 0; i + 1 < ids->len; i++)
    {
      CatalogueHubTag tag = { .id = ids->pdata[i] };

      for (guint j = 0; j < n_old; j++)
        if (g_str_equal (old[j].id, tag.id))
          tag = old[j];
      g_array_append_val (tags, tag);
    }
  return tags;
}

/* --- what is wrong ---------------------------------------------------------------------------- */

typedef struct
{
  const char *member; /* as errors of the catalogue begin */
  GtkWidget *widget;
} Field;

#define N_FIELDS 10

static void
get_fields (AppHubWindow *self, Field *fields)
{
  const Field all[N_FIELDS] = {
    { "name: ", GTK_WIDGET (self->name) },
    { "acronym: ", GTK_WIDGET (self->acronym) },
    { "country: ", self->place_row },
    { "region: ", self->place_row },
    { "city: ", GTK_WIDGET (self->city) },
    { "host: ", GTK_WIDGET (self->host) },
    { "website: ", GTK_WIDGET (self->website) },
    { "contact: ", GTK_WIDGET (self->contact) },
    { "notes: ", GTK_WIDGET (self->notes) },
    { "source: ", GTK_WIDGET (self->source) },
  };

  memcpy (fields, all, sizeof all);
}

static void
clear_problem (AppHubWindow *self)
{
  Field fields[N_FIELDS];

  get_fields (self, fields);
  for (guint i = 0; i < N_FIELDS; i++)
    gtk_widget_remove_css_class (fields[i].widget, "error");
  gtk_widget_set_visible (self->problem_box, FALSE);
}

/* "source: is no address" → the row of the source and what is wrong with it. */
static void
tell_error (AppHubWindow *self, const GError *error)
{
  Field fields[N_FIELDS];
  g_autofree char *text = g_strdup (error->message);

  get_fields (self, fields);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      if (!g_str_has_prefix (error->message, fields[i].member))
        continue;
      g_free (text);
      text = g_strdup_printf (
          "%s: %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (fields[i].widget)),
          error->message + strlen (fields[i].member));
      gtk_widget_add_css_class (fields[i].widget, "error");
      gtk_widget_grab_focus (fields[i].widget);
      break;
    }
  gtk_label_set_label (self->problem, text);
  gtk_widget_set_visible (self->problem_box, TRUE);
}

/* --- saving ----------------------------------------------------------------------------------- */

/* A place that was typed anew is no longer that on the map. */
static void
keep_place (CatalogueHub *hub, const CatalogueHub *old)
{
  if (g_strcmp0 (hub->country, old->country) == 0 && g_strcmp0 (hub->nuts2, old->nuts2) == 0
      && g_strcmp0 (hub->city, old->city) == 0)
    return;
  hub->located = FALSE;
  hub->region_name = NULL;
}

static void
save_cb (AppHubWindow *self)
{
  static const CatalogueHub blank = { 0 };
  const CatalogueHub *old = old_hub (self) != NULL ? old_hub (self) : &blank;
  g_autofree char *name = text_of (self->name), *acronym = text_of (self->acronym);
  g_autofree char *city = text_of (self->city), *host = text_of (self->host);
  g_autofree char *website = text_of (self->website), *contact = text_of (self->contact);
  g_autofree char *notes = text_of (self->notes);
  g_autofree char *source = text_of (self->source), *today = base_date_today (), *new_id = NULL;
  g_autoptr (GArray) technologies
      = tags_of (self->technologies, old->technologies, old->n_technologies);
  g_autoptr (GArray) sectors = tags_of (self->sectors, old->sectors, old->n_sectors);
  g_autoptr (GArray) services = tags_of (self->services, old->services, old->n_services);
  g_autoptr (GPtrArray) pillars = app_terms_row_get_ticked (self->pillars);
  g_autoptr (GError) error = NULL;
  CatalogueHub hub = *old;

  hub.name = name;
  hub.acronym = acronym;
  hub.kind = (CatalogueHubKind)adw_combo_row_get_selected (self->kind);
  hub.country = app_choice_down_get_id (self->country);
  hub.nuts2 = app_choice_down_get_id (self->region);
  hub.city = city;
  hub.host = host;
  hub.website = website;
  hub.contact = contact;
  hub.notes = notes;
  hub.source = source;
  hub.source_date = today;
  hub.technologies = (const CatalogueHubTag *)technologies->data;
  hub.n_technologies = technologies->len;
  hub.sectors = (const CatalogueHubTag *)sectors->data;
  hub.n_sectors = sectors->len;
  hub.services = (const CatalogueHubTag *)services->data;
  hub.n_services = services->len;
  hub.pillars = (const char *const *)pillars->pdata;
  if (self->record != NULL)
    keep_place (&hub, old);
  clear_problem (self);
  if (!app_own_hub_save (app_session_get_library (self->session), old->id, &hub, &new_id, &error))
    {
      tell_error (self, error);
      return;
    }
  g_signal_emit (self, saved_signal, 0, old->id != NULL ? old->id : new_id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
cancel_cb (AppHubWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* --- choices ---------------------------------------------------------------------------------- */

/* Takes @choices; first the way to choose nothing. */
static void
fill (AppHubWindow *self, GtkDropDown *down, GListStore *choices)
{
  app_choice_sort (choices, app_session_get_language (self->session), _ ("Not chosen"));
  app_choice_down_fill (down, G_LIST_MODEL (choices), NULL);
  g_object_unref (choices);
}

static void
fill_countries (AppHubWindow *self)
{
  GListStore *choices = g_list_store_new (APP_TYPE_CHOICE);

  for (guint i = 0; i < catalogue_n_countries (self->catalogue); i++)
    {
      const CatalogueCountry *country = catalogue_country (self->catalogue, i);
      g_autoptr (AppChoice) choice = app_choice_new (
          country->nuts, app_session_tell (self->session, country->name), NULL, NULL);

      g_list_store_append (choices, choice);
    }
  fill (self, self->country, choices);
}

/* Regions of level 2 of the country that is chosen. */
static void
country_cb (AppHubWindow *self)
{
  const char *country = app_choice_down_get_id (self->country);
  GListStore *choices = g_list_store_new (APP_TYPE_CHOICE);

  for (guint i = 0; country != NULL && i < catalogue_n_regions (self->catalogue); i++)
    {
      const CatalogueRegion *region = catalogue_region (self->catalogue, i);
      g_autoptr (AppChoice) choice = NULL;

      if (region->level != 2 || !g_str_equal (region->country, country))
        continue;
      choice = app_choice_new (region->code, region->native != NULL ? region->native : region->name,
                               NULL, NULL);
      g_list_store_append (choices, choice);
    }
  fill (self, self->region, choices);
  gtk_widget_set_sensitive (GTK_WIDGET (self->region), country != NULL);
}

/* --- the object ------------------------------------------------------------------------------- */

static void
app_hub_window_dispose (GObject *object)
{
  AppHubWindow *self = APP_HUB_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), APP_TYPE_HUB_WINDOW);
  g_clear_pointer (&self->catalogue, catalogue_unref);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (app_hub_window_parent_class)->dispose (object);
}

static void
app_hub_window_class_init (AppHubWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_hub_window_dispose;
  saved_signal = g_signal_new ("saved", APP_TYPE_HUB_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (APP_TYPE_TERMS_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-hub-window.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, AppHubWindow, child)
  BIND (title);
  BIND (save);
  BIND (problem_box);
  BIND (problem);
  BIND (place_row);
  BIND (name);
  BIND (acronym);
  BIND (kind);
  BIND (country);
  BIND (region);
  BIND (city);
  BIND (host);
  BIND (website);
  BIND (contact);
  BIND (notes);
  BIND (source);
  BIND (technologies);
  BIND (sectors);
  BIND (services);
  BIND (pillars);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
app_hub_window_init (AppHubWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
tick_all (AppTermsRow *row, const CatalogueHubTag *tags, guint n)
{
  for (guint i = 0; i < n; i++)
    app_terms_row_tick (row, tags[i].id);
}

static void
show (AppHubWindow *self, const CatalogueHub *hub)
{
  adw_window_title_set_title (self->title, _ ("Your hub"));
  gtk_button_set_label (self->save, _ ("_Save"));
  set_text (self->name, hub->name);
  set_text (self->acronym, hub->acronym);
  adw_combo_row_set_selected (self->kind, hub->kind);
  app_choice_down_select (self->country, hub->country);
  app_choice_down_select (self->region, hub->nuts2);
  set_text (self->city, hub->city);
  set_text (self->host, hub->host);
  set_text (self->website, hub->website);
  set_text (self->contact, hub->contact);
  set_text (self->notes, hub->notes);
  set_text (self->source, hub->source);
  tick_all (self->technologies, hub->technologies, hub->n_technologies);
  tick_all (self->sectors, hub->sectors, hub->n_sectors);
  tick_all (self->services, hub->services, hub->n_services);
  for (guint i = 0; hub->pillars[i] != NULL; i++)
    app_terms_row_tick (self->pillars, hub->pillars[i]);
}

static void
offer (AppHubWindow *self)
{
  app_terms_row_offer (self->technologies, self->session, self->catalogue,
                       CATALOGUE_TERM_TECHNOLOGY);
  app_terms_row_offer (self->sectors, self->session, self->catalogue, CATALOGUE_TERM_SECTOR);
  app_terms_row_offer (self->services, self->session, self->catalogue, CATALOGUE_TERM_SERVICE);
  app_terms_row_offer (self->pillars, self->session, self->catalogue, CATALOGUE_TERM_PILLAR);
  fill_countries (self);
  g_signal_connect_object (self->country, "notify::selected", G_CALLBACK (country_cb), self,
                           G_CONNECT_SWAPPED);
  country_cb (self);
}

GtkWidget *
app_hub_window_new (GtkWindow *owner, AppSession *session, AppRecord *record)
{
  AppHubWindow *self = g_object_new (APP_TYPE_HUB_WINDOW, "transient-for", owner, NULL);

  g_return_val_if_fail (APP_IS_SESSION (session), NULL);

  self->session = session;
  self->catalogue = catalogue_ref (app_library_get_catalogue (app_session_get_library (session)));
  offer (self);
  if (record != NULL)
    {
      self->record = g_object_ref (record);
      show (self, app_record_get (record)->hub);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GTK_WIDGET (self);
}
