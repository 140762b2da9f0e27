/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-loader.h"

/* Decision services: what each takes, which decisions it runs, what it gives; and that no call goes
 * round in a circle. */

#define MOST_DEPTH 256

static guint
add_parameters (DmnLoader *loader,
                DmnService *service,
                const xmlNode *node,
                const char *kind,
                GArray *elements,
                guint first_slot,
                guint at)
{
  for (const xmlNode *reference = dmn_xml_child (loader, node, kind);
       reference != NULL && !loader->failed; reference = dmn_xml_next (loader, reference))
    {
      int index = dmn_loader_find (loader, reference, elements);

      if (index < 0)
        return at;
      service->slots[at] = first_slot + (guint)index;
      ((const char **)service->function.parameters)[at++]
          = dmn_loader_element (elements, (guint)index)->variable;
    }
  return at;
}

static void
load_parameters (DmnLoader *loader, DmnService *service, const xmlNode *node)
{
  FeelArena *arena = loader->model->arena;
  guint n
      = dmn_xml_count (loader, node, "inputData") + dmn_xml_count (loader, node, "inputDecision");

  service->function.parameters = feel_arena_alloc (arena, (n + 1) * sizeof (char *));
  service->slots = feel_arena_alloc (arena, (n + 1) * sizeof (guint));
  n = add_parameters (loader, service, node, "inputData", loader->inputs, 0, 0);
  service->function.n_parameters = add_parameters (loader, service, node, "inputDecision",
                                                   loader->decisions, loader->model->n_inputs, n);
}

static void
load_outputs (DmnLoader *loader, DmnService *service, const xmlNode *node)
{
  FeelArena *arena = loader->model->arena;
  guint n = dmn_xml_count (loader, node, "outputDecision");
  const char **names = feel_arena_alloc (arena, (n + 1) * sizeof (char *));

  service->function.outputs = names;
  service->outputs = feel_arena_alloc (arena, (n + 1) * sizeof (guint));
  for (const xmlNode *reference = dmn_xml_child (loader, node, "outputDecision");
       reference != NULL && !loader->failed; reference = dmn_xml_next (loader, reference))
    {
      int index = dmn_loader_find (loader, reference, loader->decisions);

      if (index < 0)
        return;
      names[service->function.n_outputs]
          = dmn_loader_element (loader->decisions, (guint)index)->variable;
      service->outputs[service->function.n_outputs++] = (guint)index;
    }
}

static gboolean
takes (const DmnService *service, guint slot)
{
  for (guint i = 0; i < service->function.n_parameters; i++)
    if (service->slots[i] == slot)
      return TRUE;
  return FALSE;
}

/* From the outputs back to what they require, as far as the parameters: those end the way. */
static void
find_runs (DmnModel *model, DmnService *service)
{
  guint n_inputs = model->n_inputs, width = n_inputs + model->n_decisions;
  g_autofree gboolean *needed = g_new0 (gboolean, width + 1);

  service->runs = feel_arena_alloc (model->arena, (model->n_decisions + 1) * sizeof (guint));
  service->missing = feel_arena_alloc (model->arena, (n_inputs + 1) * sizeof (guint));
  for (guint i = 0; i < service->function.n_outputs; i++)
    needed[n_inputs + service->outputs[i]] = TRUE;
  for (guint i = model->n_decisions; i-- > 0;)
    if (needed[n_inputs + i] && !takes (service, n_inputs + i))
      for (guint slot = 0; slot < width; slot++)
        needed[slot] |= model->requires_directly[i * width + slot];
  for (guint i = 0; i < model->n_decisions; i++)
    if (needed[n_inputs + i] && !takes (service, n_inputs + i))
      service->runs[service->n_runs++] = i;
  for (guint i = 0; i < n_inputs; i++)
    if (needed[i] && !takes (service, i))
      service->missing[service->n_missing++] = i;
}

void
dmn_load_services (DmnLoader *loader)
{
  DmnModel *model = loader->model;

  for (guint i = 0; i < model->n_services && !loader->failed; i++)
    {
      const DmnElement *source = dmn_loader_element (loader->services, i);
      DmnService *service = &model->services[i];

      service->function = (DmnFunction){ .name = source->name, .is_service = TRUE };
      load_parameters (loader, service, source->node);
      load_outputs (loader, service, source->node);
      if (!loader->failed)
        find_runs (model, service);
    }
}

/* --- Circles
 * ----------------------------------------------------------------------------------------------------
 */

typedef struct
{
  DmnLoader *loader;
  guint8 *decisions, *functions; /* 0 new, 1 being searched, 2 done */
} Search;

static void visit_function (Search *search, guint index, guint depth);

static void
visit_needed (Search *search, const xmlNode *node, guint depth)
{
  for (const xmlNode *need = dmn_xml_child (search->loader, node, "knowledgeRequirement");
       need != NULL && !search->loader->failed; need = dmn_xml_next (search->loader, need))
    {
      int function = dmn_loader_find_function (search->loader, need);

      if (function >= 0)
        visit_function (search, (guint)function, depth + 1);
    }
}

static void
fail_circle (DmnLoader *loader, const DmnElement *element, const char *kind)
{
  dmn_loader_fail (loader, element->node, DMN_ERROR_MODEL,
                   "%s “%s” requires itself in a circle, or the chain is too long", kind,
                   element->name);
}

/* What a decision requires is in its order already and runs beside it: only what it calls can lead
 * back to it. */
static void
visit_decision (Search *search, guint index, guint depth)
{
  const DmnElement *source = dmn_loader_element (search->loader->decisions, index);

  if (search->decisions[index] == 1)
    fail_circle (search->loader, source, "decision");
  if (search->decisions[index] != 0)
    return;
  search->decisions[index] = 1;
  visit_needed (search, source->node, depth);
  search->decisions[index] = 2;
}

static void
visit_function (Search *search, guint index, guint depth)
{
  DmnLoader *loader = search->loader;
  const DmnModel *model = loader->model;
  const DmnElement *source = dmn_loader_function (loader, index);

  if (search->functions[index] == 2 || loader->failed)
    return;
  if (search->functions[index] == 1 || depth > MOST_DEPTH)
    {
      fail_circle (loader, source,
                   index < model->n_knowledge ? "knowledge model" : "decision service");
      return;
    }
  search->functions[index] = 1;
  if (index < model->n_knowledge)
    visit_needed (search, source->node, depth);
  else
    {
      const DmnService *service = &model->services[index - model->n_knowledge];

      for (guint i = 0; i < service->n_runs && !loader->failed; i++)
        visit_decision (search, service->runs[i], depth);
    }
  search->functions[index] = 2;
}

void
dmn_check_calls (DmnLoader *loader)
{
  guint n_functions = dmn_model_n_functions (loader->model);
  g_autofree guint8 *decisions = g_new0 (guint8, loader->model->n_decisions + 1);
  g_autofree guint8 *functions = g_new0 (guint8, n_functions + 1);
  Search search = { loader, decisions, functions };

  for (guint i = 0; i < n_functions && !loader->failed; i++)
    visit_function (&search, i, 0);
}
