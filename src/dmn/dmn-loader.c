/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-loader.h"

#include <string.h>

/* From a file to a model: what there is, who requires whom, in which order, and then every
 * expression in the scope of its own requirements. */

#define MOST_ELEMENTS 4096

G_DEFINE_QUARK (dmn - error - quark, dmn_error)

/* --- What there is
 * ---------------------------------------------------------------------------------------------- */

static gboolean
name_taken (GArray *elements, const char *name)
{
  for (guint i = 0; i < elements->len; i++)
    if (g_str_equal (dmn_loader_element (elements, i)->variable, name))
      return TRUE;
  return FALSE;
}

/* Functions are called with parentheses: a service may bear the name of its decision, as editors
 * name them. */
static gboolean
taken (DmnLoader *loader, GArray *elements, const char *name)
{
  if (name_taken (loader->knowledge, name) || name_taken (loader->services, name))
    return TRUE;
  return elements != loader->services
         && (name_taken (loader->inputs, name) || name_taken (loader->decisions, name));
}

static const char *
normal_name (DmnLoader *loader, const xmlNode *node)
{
  g_autofree char *name = feel_name_normalise (dmn_xml_attribute (loader, node, "name"));

  return feel_arena_intern (loader->model->arena, name, strlen (name));
}

static void
collect (DmnLoader *loader, const xmlNode *definitions, const char *kind, GArray *elements)
{
  for (const xmlNode *node = dmn_xml_child (loader, definitions, kind); node != NULL;
       node = dmn_xml_next (loader, node))
    {
      const xmlNode *variable = dmn_xml_child (loader, node, "variable");
      DmnElement found = { .node = node };

      found.name = normal_name (loader, node);
      found.id = dmn_xml_attribute (loader, node, "id");
      found.variable = variable != NULL ? normal_name (loader, variable) : "";
      if (*found.variable == '\0')
        found.variable = found.name;
      if (*found.name == '\0')
        dmn_loader_fail (loader, node, DMN_ERROR_MODEL, "a %s has no name", kind);
      if (taken (loader, elements, found.variable))
        dmn_loader_fail (loader, node, DMN_ERROR_MODEL, "the name “%s” stands twice",
                         found.variable);
      if (elements->len >= MOST_ELEMENTS)
        {
          dmn_loader_fail (loader, node, DMN_ERROR_MODEL, "more than %d of %s", MOST_ELEMENTS,
                           kind);
          return;
        }
      g_array_append_val (elements, found);
    }
}

static gboolean
is_plain_name (const char *name)
{
  static const char *const literals[] = { "true", "false", "null", NULL };

  if (g_strv_contains (literals, name) || !feel_name_character (g_utf8_get_char (name), TRUE))
    return FALSE;
  for (; *name != '\0'; name = g_utf8_next_char (name))
    if (*name != ' ' && !feel_name_character (g_utf8_get_char (name), FALSE))
      return FALSE;
  return TRUE;
}

static void
collect_columns (DmnLoader *loader, const xmlNode *table)
{
  for (const xmlNode *input = dmn_xml_child (loader, table, "input"); input != NULL;
       input = dmn_xml_next (loader, input))
    {
      const xmlNode *expression = dmn_xml_child (loader, input, "inputExpression");
      g_autofree char *name = feel_name_normalise (dmn_xml_child_text (loader, expression, "text"));
      DmnElement found = { .node = expression, .id = "", .implicit = TRUE };

      if (!is_plain_name (name) || name_taken (loader->inputs, name)
          || name_taken (loader->decisions, name) || loader->inputs->len >= MOST_ELEMENTS)
        continue;
      found.name = found.variable = feel_arena_intern (loader->model->arena, name, strlen (name));
      g_array_append_val (loader->inputs, found);
    }
}

/* Editors let one draw a lone table without its input data: where a file has none at all, the plain
 * names of its columns are the inputs, of the columns' types. */
static void
collect_implicit_inputs (DmnLoader *loader)
{
  for (guint i = 0; i < loader->decisions->len; i++)
    collect_columns (loader, dmn_xml_child (loader, dmn_loader_element (loader->decisions, i)->node,
                                            "decisionTable"));
}

static int
find_id (GArray *elements, const char *href)
{
  const char *hash = strrchr (href, '#');
  const char *id = hash != NULL ? hash + 1 : href;

  for (guint i = 0; i < elements->len; i++)
    if (*id != '\0' && g_str_equal (dmn_loader_element (elements, i)->id, id))
      return (int)i;
  return -1;
}

static void
fail_reference (DmnLoader *loader, const xmlNode *reference)
{
  dmn_loader_fail (loader, reference, DMN_ERROR_MODEL,
                   "%s refers to “%s”, which is not in the file", (const char *)reference->name,
                   dmn_xml_attribute (loader, reference, "href"));
}

int
dmn_loader_find (DmnLoader *loader, const xmlNode *reference, GArray *elements)
{
  int index = find_id (elements, dmn_xml_attribute (loader, reference, "href"));

  if (index < 0)
    fail_reference (loader, reference);
  return index;
}

/* Index of what @requirement (an informationRequirement …) names by child @kind; -1 when it has no
 * such child. */
static int
required (DmnLoader *loader, const xmlNode *requirement, const char *kind, GArray *elements)
{
  const xmlNode *reference = dmn_xml_child (loader, requirement, kind);

  return reference != NULL ? dmn_loader_find (loader, reference, elements) : -1;
}

int
dmn_loader_find_function (DmnLoader *loader, const xmlNode *requirement)
{
  const xmlNode *reference = dmn_xml_child (loader, requirement, "requiredKnowledge");
  const char *href = reference != NULL ? dmn_xml_attribute (loader, reference, "href") : "";
  int knowledge = find_id (loader->knowledge, href), service = find_id (loader->services, href);

  if (reference != NULL && knowledge < 0 && service < 0)
    fail_reference (loader, reference);
  return knowledge >= 0 || service < 0 ? knowledge : (int)loader->knowledge->len + service;
}

const DmnElement *
dmn_loader_function (DmnLoader *loader, guint index)
{
  return index < loader->knowledge->len
             ? dmn_loader_element (loader->knowledge, index)
             : dmn_loader_element (loader->services, index - loader->knowledge->len);
}

/* --- The order of decisions
 * ------------------------------------------------------------------------------------- */

static void
visit (DmnLoader *loader, guint index, GArray *order, guint depth)
{
  DmnElement *decision = dmn_loader_element (loader->decisions, index);

  if (decision->state == 2 || loader->failed)
    return;
  if (decision->state == 1 || depth > 256)
    {
      dmn_loader_fail (loader, decision->node, DMN_ERROR_MODEL,
                       "decision “%s” requires itself in a circle, or the chain is too long",
                       decision->name);
      return;
    }
  decision->state = 1;
  for (const xmlNode *node = dmn_xml_child (loader, decision->node, "informationRequirement");
       node != NULL; node = dmn_xml_next (loader, node))
    {
      int other = required (loader, node, "requiredDecision", loader->decisions);

      if (other >= 0)
        visit (loader, (guint)other, order, depth + 1);
    }
  decision->state = 2;
  decision->slot = order->len;
  g_array_append_val (order, index);
}

/* Sorts loader->decisions so that each comes after those it requires. */
static void
sort_decisions (DmnLoader *loader)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (DmnElement));

  for (guint i = 0; i < loader->decisions->len; i++)
    visit (loader, i, order, 0);
  for (guint i = 0; i < order->len; i++)
    g_array_append_val (sorted,
                        *dmn_loader_element (loader->decisions, g_array_index (order, guint, i)));
  g_array_unref (loader->decisions);
  loader->decisions = sorted;
}

static void
load_requirements (DmnLoader *loader)
{
  DmnModel *model = loader->model;
  guint width = model->n_inputs + model->n_decisions;

  model->requires
      = feel_arena_alloc (model->arena, (width * model->n_decisions + 1) * sizeof (gboolean));
  model->requires_directly
      = feel_arena_alloc (model->arena, (width * model->n_decisions + 1) * sizeof (gboolean));
  for (guint i = 0; i < model->n_decisions && !loader->failed; i++)
    {
      gboolean *row = model->requires + i * width;
      const xmlNode *node = dmn_loader_element (loader->decisions, i)->node;

      for (node = dmn_xml_child (loader, node, "informationRequirement"); node != NULL;
           node = dmn_xml_next (loader, node))
        {
          int input = required (loader, node, "requiredInput", loader->inputs);
          int other = required (loader, node, "requiredDecision", loader->decisions);

          if (input >= 0)
            row[input] = TRUE;
          if (other >= 0)
            row[model->n_inputs + other] = TRUE;
        }
      for (guint input = 0; input < model->n_inputs; input++)
        row[input] |= dmn_loader_element (loader->inputs, input)->implicit;
      memcpy (model->requires_directly + i * width, row, width * sizeof (gboolean));
      for (guint j = 0; j < i; j++)
        if (row[model->n_inputs + j])
          for (guint slot = 0; slot < width; slot++)
            row[slot] |= model->requires[j * width + slot];
    }
}

/* --- Scopes
 * -----------------------------------------------------------------------------------------------------
 */

static void
add_members (DmnLoader *loader, FeelScope *scope)
{
  for (guint i = 0; i < loader->members->len; i++)
    feel_scope_add_member (scope, g_ptr_array_index (loader->members, i));
}

static void
add_functions (DmnLoader *loader, const xmlNode *node, FeelScope *scope)
{
  for (const xmlNode *need = dmn_xml_child (loader, node, "knowledgeRequirement"); need != NULL;
       need = dmn_xml_next (loader, need))
    {
      int index = dmn_loader_find_function (loader, need);

      if (index >= 0)
        feel_scope_add_function (scope, dmn_loader_function (loader, (guint)index)->variable,
                                 (guint)index,
                                 dmn_model_function (loader->model, (guint)index)->parameters);
    }
}

/* All slots of the model, but only the names that the decision requires. */
static FeelScope *
decision_scope (DmnLoader *loader, guint index)
{
  DmnModel *model = loader->model;
  FeelScope *scope = feel_scope_new ();
  const gboolean *row = model->requires_directly + index * (model->n_inputs + model->n_decisions);

  for (guint i = 0; i < model->n_inputs; i++)
    feel_scope_add (scope, row[i] ? dmn_loader_element (loader->inputs, i)->variable : "");
  for (guint i = 0; i < model->n_decisions; i++)
    feel_scope_add (
        scope, row[model->n_inputs + i] ? dmn_loader_element (loader->decisions, i)->variable : "");
  add_functions (loader, dmn_loader_element (loader->decisions, index)->node, scope);
  add_members (loader, scope);
  return scope;
}

/* --- Logic
 * ------------------------------------------------------------------------------------------------------
 */

static gboolean
is_feel (const char *language)
{
  return *language == '\0' || strstr (language, "FEEL") != NULL
         || strstr (language, "feel") != NULL;
}

static void
load_logic (DmnLoader *loader,
            const xmlNode *node,
            const char *name,
            FeelScope *scope,
            const char **text,
            DmnLogic *logic)
{
  const xmlNode *table = dmn_xml_child (loader, node, "decisionTable");
  const xmlNode *literal = dmn_xml_child (loader, node, "literalExpression");
  const xmlNode *boxed = dmn_boxed_find (loader, node);
  const xmlNode *function = dmn_xml_child (loader, node, "functionDefinition");

  *text = NULL;
  if (table != NULL)
    logic->table = dmn_load_table (loader, table, name, logic->type, scope);
  else if (literal != NULL)
    {
      g_autofree char *where = g_strdup_printf ("“%s”", name);

      if (!is_feel (dmn_xml_attribute (loader, literal, "expressionLanguage")))
        dmn_loader_fail (loader, literal, DMN_ERROR_UNSUPPORTED, "an expression that is not FEEL");
      loader->where = where;
      *text = dmn_xml_child_text (loader, literal, "text");
      logic->expression = dmn_load_expression (loader, literal, *text, scope);
      loader->where = NULL;
    }
  else if (boxed != NULL)
    {
      g_autofree char *where = g_strdup_printf ("“%s”", name);
      g_autofree char *feel = NULL;

      loader->where = where;
      feel = dmn_boxed_text (loader, boxed);
      *text = feel_arena_intern (loader->model->arena, feel, strlen (feel));
      logic->expression = dmn_load_expression (loader, boxed, *text, scope);
      loader->where = NULL;
    }
  else if (function != NULL)
    dmn_loader_fail (loader, function, DMN_ERROR_UNSUPPORTED,
                     "“%s” is a boxed function, which is not supported", name);
}

static void
load_decision (DmnLoader *loader, guint index)
{
  DmnModel *model = loader->model;
  const DmnElement *source = dmn_loader_element (loader->decisions, index);
  DmnDecision *decision = &model->decisions[index];
  DmnLogic *logic = &model->logics[index];
  g_autoptr (FeelScope) scope = decision_scope (loader, index);
  const xmlNode *variable = dmn_xml_child (loader, source->node, "variable");

  decision->name = source->name;
  decision->id = source->id;
  decision->label = dmn_xml_attribute (loader, source->node, "label");
  decision->question = dmn_xml_child_text (loader, source->node, "question");
  decision->description = dmn_xml_child_text (loader, source->node, "description");
  decision->line = (guint)xmlGetLineNo (source->node);
  logic->type = dmn_load_type_ref (loader, variable);
  decision->type = logic->type->name;
  load_logic (loader, source->node, source->name, scope, &decision->expression, logic);
  decision->table = logic->table;
  model->n_slots = MAX (model->n_slots, feel_scope_most_slots (scope));
}

static void
load_parameters (DmnLoader *loader, guint index)
{
  DmnKnowledge *knowledge = &loader->model->knowledge[index];
  const DmnElement *source = dmn_loader_element (loader->knowledge, index);
  const xmlNode *logic = dmn_xml_child (loader, source->node, "encapsulatedLogic");
  FeelArena *arena = loader->model->arena;
  guint n = dmn_xml_count (loader, logic, "formalParameter"), i = 0;
  const char **names = feel_arena_alloc (arena, (n + 1) * sizeof (char *));

  knowledge->function
      = (DmnFunction){ .name = source->name, .n_parameters = n, .parameters = names };
  knowledge->parameter_types = feel_arena_alloc (arena, (n + 1) * sizeof (DmnType *));
  for (const xmlNode *node = dmn_xml_child (loader, logic, "formalParameter"); node != NULL;
       node = dmn_xml_next (loader, node), i++)
    {
      names[i] = normal_name (loader, node);
      knowledge->parameter_types[i] = dmn_load_type_ref (loader, node);
    }
}

static void
load_knowledge (DmnLoader *loader, guint index)
{
  DmnKnowledge *knowledge = &loader->model->knowledge[index];
  const DmnElement *source = dmn_loader_element (loader->knowledge, index);
  const xmlNode *node = dmn_xml_child (loader, source->node, "encapsulatedLogic");
  g_autoptr (FeelScope) scope = feel_scope_new ();
  const char *text;

  knowledge->logic.type
      = dmn_load_type_ref (loader, dmn_xml_child (loader, source->node, "variable"));
  if (node == NULL)
    return;
  for (guint i = 0; i < knowledge->function.n_parameters; i++)
    feel_scope_add (scope, knowledge->function.parameters[i]);
  add_functions (loader, source->node, scope);
  add_members (loader, scope);
  load_logic (loader, node, source->name, scope, &text, &knowledge->logic);
  knowledge->n_slots = feel_scope_most_slots (scope);
}

static void
load_input (DmnLoader *loader, guint index)
{
  DmnModel *model = loader->model;
  const DmnElement *source = dmn_loader_element (loader->inputs, index);
  const xmlNode *variable = dmn_xml_child (loader, source->node, "variable");
  const DmnType *type = dmn_load_type_ref (loader, source->implicit ? source->node : variable);
  DmnInput *input = &model->inputs[index];

  model->input_types[index] = type;
  input->name = source->name;
  input->label = dmn_xml_attribute (loader, source->node, "label");
  input->description = dmn_xml_child_text (loader, source->node, "description");
  input->type = type->name;
  input->kind = type->kind;
  input->collection = type->collection;
  input->allowed = type->n_values > 0 ? type->values : NULL;
  input->n_allowed = type->n_values;
}

static void
allocate (DmnLoader *loader)
{
  DmnModel *model = loader->model;

  model->n_inputs = loader->inputs->len;
  model->n_decisions = loader->decisions->len;
  model->n_knowledge = loader->knowledge->len;
  model->n_services = loader->services->len;
  model->n_slots = model->n_inputs + model->n_decisions;
  model->inputs = feel_arena_alloc (model->arena, (model->n_inputs + 1) * sizeof (DmnInput));
  model->input_types = feel_arena_alloc (model->arena, (model->n_inputs + 1) * sizeof (gpointer));
  model->decisions
      = feel_arena_alloc (model->arena, (model->n_decisions + 1) * sizeof (DmnDecision));
  model->logics = feel_arena_alloc (model->arena, (model->n_decisions + 1) * sizeof (DmnLogic));
  model->knowledge
      = feel_arena_alloc (model->arena, (model->n_knowledge + 1) * sizeof (DmnKnowledge));
  model->services = feel_arena_alloc (model->arena, (model->n_services + 1) * sizeof (DmnService));
}

static void
load_definitions (DmnLoader *loader, const xmlNode *root)
{
  DmnModel *model = loader->model;
  const xmlNode *import = dmn_xml_child (loader, root, "import");

  model->name = dmn_xml_attribute (loader, root, "name");
  model->description = dmn_xml_child_text (loader, root, "description");
  if (import != NULL)
    dmn_loader_fail (loader, import, DMN_ERROR_UNSUPPORTED, "imports are not supported");
  dmn_load_types (loader, root);
  collect (loader, root, "inputData", loader->inputs);
  collect (loader, root, "decision", loader->decisions);
  collect (loader, root, "businessKnowledgeModel", loader->knowledge);
  collect (loader, root, "decisionService", loader->services);
  if (loader->inputs->len == 0 && !loader->failed)
    collect_implicit_inputs (loader);
  if (!loader->failed)
    sort_decisions (loader);
  if (loader->failed)
    return;
  allocate (loader);
  load_requirements (loader);
  for (guint i = 0; i < model->n_inputs && !loader->failed; i++)
    load_input (loader, i);
  for (guint i = 0; i < model->n_knowledge && !loader->failed; i++)
    load_parameters (loader, i);
  dmn_load_services (loader);
  dmn_check_calls (loader);
  for (guint i = 0; i < model->n_knowledge && !loader->failed; i++)
    load_knowledge (loader, i);
  for (guint i = 0; i < model->n_decisions && !loader->failed; i++)
    load_decision (loader, i);
}

static void
load_document (DmnLoader *loader, xmlDoc *document)
{
  const xmlNode *root = xmlDocGetRootElement (document);

  if (root == NULL || !xmlStrEqual (root->name, (const xmlChar *)"definitions") || root->ns == NULL)
    {
      dmn_loader_fail (loader, root, DMN_ERROR_FILE, "not a DMN file: found no “definitions”");
      return;
    }
  if (!dmn_xml_is_model_namespace ((const char *)root->ns->href))
    {
      dmn_loader_fail (loader, root, DMN_ERROR_FILE, "the namespace “%s” is none of DMN 1.1 to 1.5",
                       (const char *)root->ns->href);
      return;
    }
  loader->ns = root->ns;
  load_definitions (loader, root);
}

static DmnModel *
model_new (const char *text, gsize length, const char *source_name)
{
  DmnModel *model = g_atomic_rc_box_new0 (DmnModel);
  g_autofree char *hash
      = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)text, length);

  model->arena = feel_arena_new ();
  model->source_name = feel_arena_copy (model->arena, source_name, strlen (source_name));
  model->sha256 = feel_arena_copy (model->arena, hash, strlen (hash));
  model->name = model->description = "";
  return model;
}

DmnModel *
dmn_model_parse (const char *text, gssize length, const char *source_name, GError **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize)length;
  g_autoptr (DmnModel) model = NULL;
  DmnLoader loader = { .error = error, .index_room = DMN_INDEX_ROOM };
  xmlDoc *document;

  g_return_val_if_fail (text != NULL && source_name != NULL, NULL);
  loader.model = model = model_new (text, size, source_name);
  document = dmn_xml_read (&loader, text, size);
  if (document == NULL)
    return NULL;
  loader.types = g_hash_table_new (g_str_hash, g_str_equal);
  loader.inputs = g_array_new (FALSE, FALSE, sizeof (DmnElement));
  loader.decisions = g_array_new (FALSE, FALSE, sizeof (DmnElement));
  loader.knowledge = g_array_new (FALSE, FALSE, sizeof (DmnElement));
  loader.services = g_array_new (FALSE, FALSE, sizeof (DmnElement));
  loader.members = g_ptr_array_new ();
  load_document (&loader, document);
  g_hash_table_unref (loader.types);
  g_array_unref (loader.inputs);
  g_array_unref (loader.decisions);
  g_array_unref (loader.knowledge);
  g_array_unref (loader.services);
  g_ptr_array_unref (loader.members);
  xmlFreeDoc (document);
  return loader.failed ? NULL : g_steal_pointer (&model);
}

DmnModel *
dmn_model_load (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  gsize length;
  GError *problem = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  name = g_filename_display_name (path);
  if (!g_file_get_contents (path, &text, &length, &problem))
    {
      g_set_error (error, DMN_ERROR, DMN_ERROR_FILE, "%s: %s", name, problem->message);
      g_error_free (problem);
      return NULL;
    }
  return dmn_model_parse (text, (gssize)length, name, error);
}
