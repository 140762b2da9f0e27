/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-items-group.h"

#include "app/app-choice.h"
#include "app/app-form.h"
#include "app/app-item.h"
#include "app/widgets/app-choice-row.h"
#include "app/widgets/app-choices-row.h"
#include "app/widgets/app-number-row.h"
#include "app/widgets/app-text-row.h"
#include "app/widgets/app-toast.h"
#include "app/widgets/app-yes-no-row.h"

#include <glib/gi18n.h>

/* Which members of an item are asked is one table; rows are made anew when the number of items
 * changes. */

typedef enum
{
  ITEM_TEXT,
  ITEM_DATE,
  ITEM_NUMBER,
  ITEM_MONEY,
  ITEM_CHOICE,
  ITEM_CHOICES,
  ITEM_YES_NO,
} ItemKind;

typedef struct
{
  const char *list; /* path of the list */
  const char *member;
  ItemKind kind;
  const char *choice; /* ITEM_CHOICE, ITEM_CHOICES */
  const char *title, *hint;
} ItemField;

static const ItemField fields[] = {
  { "project.partners", "name", ITEM_TEXT, NULL, N_ ("Name") },
  { "project.partners", "kind", ITEM_CHOICE, "partner-kind", N_ ("What they are") },
  { "project.partners", "country", ITEM_CHOICE, "country", N_ ("Country") },
  { "project.partners", "sme", ITEM_YES_NO, NULL, N_ ("Is it a small or medium-sized firm?") },
  { "project.partners", "independent", ITEM_YES_NO, NULL, N_ ("Is it independent of you?"),
    N_ ("No common owners of 25 % or more") },
  { "project.partners", "size", ITEM_CHOICE, "size", N_ ("Its size"),
    N_ ("With its owners and the firms it owns") },
  { "project.partners", "overall_score", ITEM_NUMBER, NULL, N_ ("Its digital score"),
    N_ ("0 to 100, if it has done this assessment") },
  { "project.partners", "score_date", ITEM_DATE, NULL,
    N_ ("Day of that assessment (year-month-day)") },
  { "project.partners", "role", ITEM_TEXT, NULL, N_ ("What it does in the project") },
  { "project.partners", "technologies", ITEM_CHOICES, "technology", N_ ("What it is good at") },
  { "project.partners", "signed", ITEM_YES_NO, NULL, N_ ("Has it agreed in writing?") },
  { "project.partners", "signed_on", ITEM_DATE, NULL, N_ ("Signed on (year-month-day)") },
  { "project.partners", "contact.name", ITEM_TEXT, NULL, N_ ("Person to ask there") },
  { "project.partners", "contact.role", ITEM_TEXT, NULL, N_ ("Role of that person") },
  { "project.partners", "contact.email", ITEM_TEXT, NULL, N_ ("E-mail") },
  { "project.partners", "contact.phone", ITEM_TEXT, NULL, N_ ("Telephone") },
  { "project.milestones", "title", ITEM_TEXT, NULL, N_ ("What is reached") },
  { "project.milestones", "due", ITEM_DATE, NULL, N_ ("By when (year-month-day)") },
  { "company.holdings", "name", ITEM_TEXT, NULL, N_ ("Name of the owner or the firm") },
  { "company.holdings", "relation", ITEM_CHOICE, "relation", N_ ("How close") },
  { "company.holdings", "share_percent", ITEM_NUMBER, NULL, N_ ("Share in percent") },
  { "company.holdings", "accounts[0].staff", ITEM_NUMBER, NULL, N_ ("Its people"),
    N_ ("In full work years") },
  { "company.holdings", "accounts[0].turnover_eur", ITEM_MONEY, NULL, N_ ("Its turnover") },
  { "company.holdings", "accounts[0].balance_sheet_eur", ITEM_MONEY, NULL,
    N_ ("Its total assets") },
  { "company.aid", "authority", ITEM_TEXT, NULL, N_ ("Who gave it") },
  { "company.aid", "amount_eur", ITEM_MONEY, NULL, N_ ("Amount") },
  { "company.aid", "granted_on", ITEM_DATE, NULL, N_ ("Granted on (year-month-day)") },
  { "company.aid", "status", ITEM_CHOICE, "aid-status", N_ ("State") },
  { "company.aid", "regulation", ITEM_TEXT, NULL, N_ ("Rule it was given under, if you know it") },
  { "delivered", "service", ITEM_CHOICE, "service", N_ ("Kind of service") },
  { "delivered", "title", ITEM_TEXT, NULL, N_ ("What was done") },
  { "delivered", "on", ITEM_DATE, NULL, N_ ("Day (year-month-day)") },
  { "delivered", "value_eur", ITEM_MONEY, NULL, N_ ("Value") },
  { "delivered", "aid_rule", ITEM_CHOICE, "aid-rule", N_ ("Aid rule"),
    N_ ("Under which rule the service was free or cheaper") },
  { "company.other_funding", "authority", ITEM_TEXT, NULL, N_ ("Who gives it") },
  { "company.other_funding", "amount_eur", ITEM_MONEY, NULL, N_ ("Amount") },
  { "company.other_funding", "granted_on", ITEM_DATE, NULL, N_ ("Granted on (year-month-day)") },
  { "company.other_funding", "status", ITEM_CHOICE, "aid-status", N_ ("State") },
  { "company.other_funding", "regulation", ITEM_TEXT, NULL,
    N_ ("Rule it was given under, if you know it") },
  { "evidence", "title", ITEM_TEXT, NULL, N_ ("What it is") },
  { "evidence", "type", ITEM_CHOICE, "evidence-type", N_ ("Kind of document") },
  { "evidence", "date", ITEM_DATE, NULL, N_ ("Date of the document (year-month-day)") },
  { "evidence", "valid_until", ITEM_DATE, NULL, N_ ("Valid until, if it ends (year-month-day)") },
  { "evidence", "questions", ITEM_CHOICES, "question", N_ ("Which answers it proves") },
  { "evidence", "criteria", ITEM_CHOICES, "criterion", N_ ("Which facts it proves"),
    N_ ("People, owners, public aid and other facts that a kind of support asks for") },
  { "evidence", "copy", ITEM_YES_NO, NULL, N_ ("Is it a copy?"), N_ ("No: the original was seen") },
  { "evidence", "seen_by", ITEM_TEXT, NULL, N_ ("Seen by") },
  { "evidence", "seen_on", ITEM_DATE, NULL, N_ ("Seen on (year-month-day)") },
};

static const struct
{
  const char *list, *add, *remove; /* @add NULL: the page has its own way */
  const char *name;                /* the member that is the title */
} words[] = {
  { "project.partners", N_ ("Add a partner"), N_ ("Remove this partner"), "name" },
  { "project.milestones", N_ ("Add a milestone"), N_ ("Remove this milestone"), "title" },
  { "company.holdings", N_ ("Add another"), N_ ("Remove this one"), "name" },
  { "company.aid", N_ ("Add another"), N_ ("Remove this one"), "authority" },
  { "company.other_funding", N_ ("Add another"), N_ ("Remove this one"), "authority" },
  { "delivered", N_ ("Add a service"), N_ ("Remove this service"), "title" },
  { "evidence", NULL, N_ ("Remove this document"), "title" },
};

struct _AppItemsGroup
{
  AdwBin parent_instance;

  char *path;
  guint n;
  GtkListBox *box;
  GPtrArray *expanders; /* AdwExpanderRow, borrowed */
};

static void field_init (AppFieldInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AppItemsGroup,
                               app_items_group,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (APP_TYPE_FIELD, field_init))

enum
{
  PROP_0,
  PROP_PATH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static guint
words_of (AppItemsGroup *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].list, self->path))
      return i;
  g_return_val_if_reached (0);
}

static GtkWidget *
new_field (const ItemField *field, const char *item)
{
  g_autofree char *path = g_strconcat (item, ".", field->member, NULL);
  const char *title = gettext (field->title);
  const char *hint = field->hint != NULL ? gettext (field->hint) : NULL;

  switch (field->kind)
    {
    case ITEM_TEXT:
      return app_text_row_new (title, path);
    case ITEM_DATE:
      return app_text_row_new_date (title, path);
    case ITEM_NUMBER:
      return app_number_row_new (title, hint, path, NULL, FALSE);
    case ITEM_MONEY:
      return app_number_row_new (title, hint, path, "€", TRUE);
    case ITEM_CHOICE:
      return app_choice_row_new (title, path, field->choice);
    case ITEM_CHOICES:
      return app_choices_row_new (title, hint, path, field->choice);
    case ITEM_YES_NO:
      return app_yes_no_row_new (title, hint, path, FALSE);
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
remove_cb (AppItemsGroup *self, GtkButton *button)
{
  g_autofree char *item = g_strdup (g_object_get_data (G_OBJECT (button), "item"));
  AssessmentDocument *before = app_page_get_document (app_form_page (GTK_WIDGET (self)));

  app_form_remove (GTK_WIDGET (self), item);
  if (app_page_get_document (app_form_page (GTK_WIDGET (self))) != before)
    app_toast_offer_undo (GTK_WIDGET (self), _ ("Removed"));
}

void
app_items_group_open_last (AppItemsGroup *self)
{
  GtkWidget *last;

  g_return_if_fail (APP_IS_ITEMS_GROUP (self));

  if (self->expanders->len == 0)
    return;
  last = g_ptr_array_index (self->expanders, self->expanders->len - 1);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (last), TRUE);
  gtk_widget_grab_focus (last);
}

static void
add_cb (AppItemsGroup *self)
{
  AppPage *page = app_form_page (GTK_WIDGET (self));

  app_page_edit (page, assessment_document_with_item (app_page_get_document (page), self->path),
                 NULL);
  app_items_group_open_last (self);
}

static GtkWidget *
new_remove_row (AppItemsGroup *self, const char *item)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *button = gtk_button_new_with_label (gettext (words[words_of (self)].remove));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_margin_bottom (button, 6);
  gtk_widget_set_margin_end (button, 6);
  g_object_set_data_full (G_OBJECT (button), "item", g_strdup (item), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
add_expander (AppItemsGroup *self, guint index)
{
  GtkWidget *expander = adw_expander_row_new ();
  g_autofree char *item = g_strdup_printf ("%s[%u]", self->path, index);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].list, self->path))
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), new_field (&fields[i], item));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), new_remove_row (self, item));
  gtk_list_box_append (self->box, expander);
  g_ptr_array_add (self->expanders, expander);
}

static void
add_button_row (AppItemsGroup *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *button = gtk_button_new_with_label (gettext (words[words_of (self)].add));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_margin_bottom (button, 6);
  gtk_widget_set_margin_start (button, 6);
  gtk_widget_set_margin_end (button, 6);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->box, row);
}

static void
rebuild (AppItemsGroup *self, guint n)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->expanders, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_list_box_remove (self->box, child);
  for (guint i = 0; i < n; i++)
    add_expander (self, i);
  if (words[words_of (self)].add != NULL)
    add_button_row (self);
  gtk_widget_set_visible (GTK_WIDGET (self->box), n > 0 || words[words_of (self)].add != NULL);
  self->n = n;
}

static char *
numbered_title (AppItemsGroup *self, guint number)
{
  if (g_str_equal (self->path, "project.partners"))
    return g_strdup_printf (_ ("Partner %u"), number);
  if (g_str_equal (self->path, "company.holdings"))
    return g_strdup_printf (_ ("Owner or holding %u"), number);
  if (g_str_equal (self->path, "evidence"))
    return g_strdup_printf (_ ("Document %u"), number);
  if (g_str_equal (self->path, "delivered"))
    return g_strdup_printf (_ ("Service %u"), number);
  if (g_str_equal (self->path, "project.milestones"))
    return g_strdup_printf (_ ("Milestone %u"), number);
  if (g_str_equal (self->path, "company.other_funding"))
    return g_strdup_printf (_ ("Other funding %u"), number);
  return g_strdup_printf (_ ("Public aid %u"), number);
}

/* "Invoice · 3 March 2025 · 2 answers", so that a closed row says what it is. */
static void
show_evidence (AppItemsGroup *self, AppPage *page, guint index)
{
  AppSession *session = app_page_get_session (page);
  AssessmentDocument *document = app_page_get_document (page);
  const char *type = app_item_get (document, "evidence", index, "type");
  const char *date = app_item_get (document, "evidence", index, "date");
  const char *seen = app_item_get (document, "evidence", index, "seen_by");
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *subtitle = NULL;

  if (type != NULL)
    g_ptr_array_add (parts, app_choices_title (session, "evidence-type", type));
  if (date != NULL)
    g_ptr_array_add (parts, base_language_date (app_session_get_language (session), date));
  if (seen != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("seen by %s"), seen));
  g_ptr_array_remove (parts, NULL);
  g_ptr_array_add (parts, NULL);
  subtitle = g_strjoinv (" · ", (char **)parts->pdata);
  adw_expander_row_set_subtitle (g_ptr_array_index (self->expanders, index), subtitle);
}

/* "Test before invest · 3 March 2026 · 2 500 €". */
static void
show_delivered (AppItemsGroup *self, AppPage *page, guint index)
{
  AppSession *session = app_page_get_session (page);
  AssessmentDocument *document = app_page_get_document (page);
  const char *service = app_item_get (document, "delivered", index, "service");
  const char *on = app_item_get (document, "delivered", index, "on");
  g_autofree char *path = app_item_member ("delivered", index, "value_eur");
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *subtitle = NULL;
  double value = 0;

  if (service != NULL)
    g_ptr_array_add (parts, app_choices_title (session, "service", service));
  if (on != NULL)
    g_ptr_array_add (parts, base_language_date (app_session_get_language (session), on));
  if (assessment_document_get_number (document, path, &value))
    {
      g_autofree char *figure
          = base_language_integer (app_session_get_language (session), (gint64)(value + 0.5));

      g_ptr_array_add (parts, g_strdup_printf (_ ("%s €"), figure));
    }
  g_ptr_array_remove (parts, NULL);
  g_ptr_array_add (parts, NULL);
  subtitle = g_strjoinv (" · ", (char **)parts->pdata);
  adw_expander_row_set_subtitle (g_ptr_array_index (self->expanders, index), subtitle);
}

static void
show_field (AppField *field, AppPage *page)
{
  AppItemsGroup *self = APP_ITEMS_GROUP (field);
  AssessmentDocument *document = app_page_get_document (page);
  const guint n = assessment_document_count (document, self->path);

  if (n != self->n)
    rebuild (self, n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name_path = app_item_member (self->path, i, words[words_of (self)].name);
      g_autofree char *numbered = numbered_title (self, i + 1);
      const char *name = assessment_document_get_string (document, name_path);

      adw_preferences_row_set_use_markup (g_ptr_array_index (self->expanders, i), FALSE);
      adw_preferences_row_set_title (g_ptr_array_index (self->expanders, i),
                                     name != NULL ? name : numbered);
      if (g_str_equal (self->path, "evidence"))
        show_evidence (self, page, i);
      else if (g_str_equal (self->path, "delivered"))
        show_delivered (self, page, i);
    }
}

static const char *
get_path (AppField *field)
{
  return APP_ITEMS_GROUP (field)->path;
}

static void
field_init (AppFieldInterface *iface)
{
  iface->get_path = get_path;
  iface->show = show_field;
}

static void
app_items_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PATH)
    APP_ITEMS_GROUP (object)->path = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
app_items_group_constructed (GObject *object)
{
  G_OBJECT_CLASS (app_items_group_parent_class)->constructed (object);
  rebuild (APP_ITEMS_GROUP (object), 0);
}

static void
app_items_group_finalize (GObject *object)
{
  AppItemsGroup *self = APP_ITEMS_GROUP (object);

  g_free (self->path);
  g_ptr_array_unref (self->expanders);
  G_OBJECT_CLASS (app_items_group_parent_class)->finalize (object);
}

static void
app_items_group_class_init (AppItemsGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = app_items_group_constructed;
  object_class->finalize = app_items_group_finalize;
  object_class->set_property = app_items_group_set_property;
  properties[PROP_PATH] = g_param_spec_string (
      "path", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
app_items_group_init (AppItemsGroup *self)
{
  self->expanders = g_ptr_array_new ();
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}
