/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-changes.h"

#include "dmn/dmn-distance.h"
#include "dmn/dmn-solver.h"

#include <string.h>

/* Sets of one, two … changeable inputs, up to all of them; for each the nearest combination of
 * pieces that does it. A set that holds a smaller one that works is not looked at, nor is one that
 * cannot give what is wanted whatever its inputs are. Stops, and says so, at a number of trials. */

#define MOST_CHANGEABLE 16 /* looked at */
#define MOST_TRIALS 20000

typedef struct
{
  guint n;
  DmnChange changes[MOST_CHANGEABLE];
} Set;

struct _DmnChanges
{
  FeelArena *arena;
  GArray *sets; /* of Set */
  gboolean already;
  gboolean truncated;
};

/* What one input could become, nearest first. */
typedef struct
{
  guint input;
  guint n;
  FeelValue *values;
  const DmnAxis *axis; /* NULL: these very values */
} Choice;

typedef struct
{
  DmnChanges *changes;
  const DmnModel *model;
  guint decision;
  const DmnFact *facts;
  const char *output;
  FeelValue wanted;
  gboolean listed; /* @wanted is to be an item of the list that the hit policy gives */
  GArray *choices; /* of Choice */
  GArray *found;   /* of guint32: sets of choices that work */
  guint trials;
} Search;

static Choice *
choice (const Search *search, guint index)
{
  return &g_array_index (search->choices, Choice, index);
}

/* --- Does it give what is wanted?
 * ------------------------------------------------------------------------------- */

static gboolean
is_wanted (const Search *search, FeelValue value)
{
  if (search->output != NULL && value.kind == FEEL_CONTEXT)
    value = feel_value_member (value, search->output);
  return feel_value_identical (value, search->wanted);
}

static gboolean
result_is_wanted (const Search *search, FeelValue result)
{
  if (is_wanted (search, result))
    return TRUE;
  if (!search->listed || result.kind != FEEL_LIST)
    return FALSE;
  for (guint i = 0; i < result.list->n_items; i++)
    if (is_wanted (search, result.list->items[i]))
      return TRUE;
  return FALSE;
}

static gboolean
gives (Search *search, const DmnFact *facts)
{
  g_autoptr (FeelArena) arena = feel_arena_new ();
  gboolean gives = FALSE;
  DmnSolver solver;

  search->trials++;
  if (dmn_solver_init (&solver, search->model, search->decision, facts, arena, NULL))
    {
      dmn_solver_run (&solver);
      gives = solver.results->len > 0;
      for (guint i = 0; i < solver.results->len; i++)
        gives &= result_is_wanted (search, g_array_index (solver.results, DmnResult, i).value);
    }
  dmn_solver_clear (&solver);
  return gives;
}

static gboolean
gives_with (Search *search, const guint *inputs, const FeelValue *values, guint n)
{
  g_autofree DmnFact *facts = g_memdup2 (search->facts, search->model->n_inputs * sizeof (DmnFact));

  for (guint i = 0; i < n; i++)
    facts[inputs[i]] = dmn_fact_value (values[i]);
  return gives (search, facts);
}

/* Whether some values of the members from @from on can give it, those before being @values: one
 * look instead of one at each combination. TRUE, too, when that cannot be told exactly. */
static gboolean
could_give (Search *search, const guint *members, guint n, const FeelValue *values, guint from)
{
  g_autofree DmnFact *facts = g_memdup2 (search->facts, search->model->n_inputs * sizeof (DmnFact));
  g_autoptr (FeelArena) arena = feel_arena_new ();
  gboolean could = TRUE;
  DmnSolver solver;

  for (guint i = 0; i < n; i++)
    facts[choice (search, members[i])->input]
        = i < from ? dmn_fact_value (values[i]) : dmn_fact_unknown ();
  search->trials++;
  if (dmn_solver_init (&solver, search->model, search->decision, facts, arena, NULL))
    {
      dmn_solver_run (&solver);
      could = !solver.exact || solver.results->len == 0;
      for (guint i = 0; !could && i < solver.results->len; i++)
        could = result_is_wanted (search, g_array_index (solver.results, DmnResult, i).value);
    }
  dmn_solver_clear (&solver);
  return could;
}

/* --- What each input could become
 * ------------------------------------------------------------------------------- */

typedef struct
{
  FeelValue from;
  const DmnAxis *axis; /* NULL: the values are what they are, no samples of pieces */
  guint here;          /* the piece of @from */
} Nearness;

/* How far it is to where the sample's piece begins, seen from the old value. */
static FeelNumber
gap_to (const Nearness *nearness, FeelValue sample, guint piece)
{
  if (nearness->axis == NULL)
    return dmn_gap (nearness->from, sample);
  if (piece == nearness->here)
    return feel_number_from_int64 (0);
  return dmn_gap (nearness->from,
                  nearness->axis->points[piece > nearness->here ? (piece - 1) / 2 : piece / 2]);
}

/* A point goes before the open piece behind it. */
static int
compare_nearness (gconstpointer a, gconstpointer b, gpointer data)
{
  const Nearness *nearness = data;
  const FeelValue *left = a, *right = b;
  guint piece_left = nearness->axis != NULL ? dmn_axis_find (nearness->axis, *left) : 0;
  guint piece_right = nearness->axis != NULL ? dmn_axis_find (nearness->axis, *right) : 0;
  int order = feel_number_compare (gap_to (nearness, *left, piece_left),
                                   gap_to (nearness, *right, piece_right));

  return order != 0 ? order : (int)(piece_right % 2) - (int)(piece_left % 2);
}

static void
sort_by_nearness (Choice *choice, const DmnFact *fact)
{
  g_autoptr (GArray) values = NULL;
  Nearness nearness = { .from = fact->value };

  if (fact->kind != DMN_FACT_VALUE || choice->n == 0 || choice->values[0].kind != fact->value.kind)
    return;
  if (choice->axis != NULL && choice->axis->kind == fact->value.kind)
    {
      nearness.axis = choice->axis;
      nearness.here = dmn_axis_find (choice->axis, fact->value);
    }
  values = g_array_sized_new (FALSE, FALSE, sizeof (FeelValue), choice->n);
  g_array_append_vals (values, choice->values, choice->n);
  g_array_sort_with_data (values, compare_nearness, &nearness);
  memcpy (choice->values, values->data, choice->n * sizeof (FeelValue));
}

static gboolean
load_choices (Search *search, const gboolean *changeable, GError **error)
{
  g_autofree DmnFact *facts = g_memdup2 (search->facts, search->model->n_inputs * sizeof (DmnFact));
  DmnSolver solver;
  gboolean done;

  for (guint i = 0; i < search->model->n_inputs; i++)
    if (changeable[i])
      facts[i] = dmn_fact_unknown ();
  done = dmn_solver_init (&solver, search->model, search->decision, facts, search->changes->arena,
                          error);
  for (guint i = 0; done && i < search->model->n_inputs; i++)
    {
      const DmnDomain *domain = &solver.domains[i];
      Choice found = { i, domain->n, domain->values, domain->axis };

      if (!changeable[i] || !dmn_model_requires_slot (search->model, search->decision, i))
        continue;
      if (domain->opaque || (solver.crooked[i] && !domain->finite)
          || search->choices->len == MOST_CHANGEABLE)
        {
          search->changes->truncated = TRUE;
          continue;
        }
      sort_by_nearness (&found, &search->facts[i]);
      g_array_append_val (search->choices, found);
    }
  dmn_solver_clear (&solver);
  return done;
}

/* --- Telling a change
 * ------------------------------------------------------------------------------------------- */

/* The values of an input that do it, with the others of the set as they were found. */
static FeelValue
list_values (
    Search *search, const Choice *choice, const guint *inputs, FeelValue *values, guint n, guint at)
{
  g_autoptr (GArray) works = g_array_new (FALSE, FALSE, sizeof (FeelValue));
  FeelValue kept = values[at];

  for (guint i = 0; i < choice->n; i++)
    {
      guint piece = choice->axis != NULL ? dmn_axis_find (choice->axis, choice->values[i]) : 1;

      values[at] = choice->values[i];
      if (piece % 2 == 1 && gives_with (search, inputs, values, n))
        g_array_append_val (works, choice->values[i]);
    }
  values[at] = kept;
  if (works->len == 0)
    return feel_value_null_because ("a value that the model does not name");
  return works->len == 1 ? g_array_index (works, FeelValue, 0)
                         : feel_value_list (search->changes->arena,
                                            (FeelValue *)(gpointer)works->data, works->len);
}

/* The bound of the piece that the old value reaches first. */
static void
tell_bound (Search *search,
            const Choice *choice,
            const guint *inputs,
            FeelValue *values,
            guint n,
            guint at,
            DmnChange *change)
{
  const DmnAxis *axis = choice->axis;
  const DmnFact *fact = &search->facts[choice->input];
  guint piece = dmn_axis_find (axis, values[at]);
  gboolean known = fact->kind == DMN_FACT_VALUE && fact->value.kind == axis->kind;
  FeelValue sample, kept = values[at];

  change->below = known ? dmn_axis_compare (values[at], fact->value) < 0 : piece == 0;
  change->included = piece % 2 == 1;
  if (!change->included)
    {
      change->target = axis->points[change->below ? piece / 2 : piece / 2 - 1];
      change->bound = TRUE;
      return;
    }
  change->target = values[at];
  if (dmn_axis_sample (axis, change->below ? piece - 1 : piece + 1, search->changes->arena,
                       &sample))
    {
      values[at] = sample;
      change->bound = gives_with (search, inputs, values, n);
      values[at] = kept;
    }
}

static gboolean
is_measured (const Choice *choice)
{
  return choice->axis != NULL && choice->axis->n_points > 0 && choice->axis->kind != FEEL_STRING
         && choice->axis->kind != FEEL_BOOLEAN;
}

static void
add_set (Search *search, const guint *members, FeelValue *values, guint n)
{
  guint inputs[MOST_CHANGEABLE];
  Set set = { .n = n };

  if (search->changes->sets->len == DMN_CHANGES_MAX)
    {
      search->changes->truncated = TRUE;
      return;
    }
  for (guint i = 0; i < n; i++)
    inputs[i] = choice (search, members[i])->input;
  for (guint i = 0; i < n; i++)
    {
      const Choice *one = choice (search, members[i]);

      set.changes[i].input = one->input;
      set.changes[i].included = TRUE;
      if (is_measured (one))
        tell_bound (search, one, inputs, values, n, i, &set.changes[i]);
      else
        set.changes[i].target = list_values (search, one, inputs, values, n, i);
      set.changes[i].target = feel_value_copy (search->changes->arena, set.changes[i].target);
    }
  g_array_append_val (search->changes->sets, set);
}

/* --- The search
 * -------------------------------------------------------------------------------------------------
 */

typedef struct
{
  const guint *members;
  guint n;
  guint inputs[MOST_CHANGEABLE];
  FeelValue values[MOST_CHANGEABLE];
  guint least; /* ranks of nearness of the best, added up */
  FeelValue *best;
} Walk;

/* Member by member, nearest first; leaves a branch that cannot give it or cannot be nearer than the
 * best so far. */
static void
walk_members (Search *search, Walk *walk, guint depth, guint sum)
{
  const Choice *one = choice (search, walk->members[depth]);
  gboolean last = depth + 1 == walk->n;

  for (guint turn = 0; turn < one->n && sum + turn < walk->least; turn++)
    {
      if (search->trials >= MOST_TRIALS)
        {
          search->changes->truncated = TRUE;
          return;
        }
      walk->values[depth] = one->values[turn];
      if (!last && could_give (search, walk->members, walk->n, walk->values, depth + 1))
        walk_members (search, walk, depth + 1, sum + turn);
      if (last && gives_with (search, walk->inputs, walk->values, walk->n))
        {
          walk->least = sum + turn;
          memcpy (walk->best, walk->values, walk->n * sizeof (FeelValue));
        }
    }
}

/* The combination of the members' values that gives it and whose ranks of nearness add up to the
 * least. */
static gboolean
try_members (Search *search, const guint *members, guint n, FeelValue *best)
{
  Walk walk = { .members = members, .n = n, .least = G_MAXUINT, .best = best };

  for (guint i = 0; i < n; i++)
    walk.inputs[i] = choice (search, members[i])->input;
  walk_members (search, &walk, 0, 0);
  return walk.least != G_MAXUINT;
}

static gboolean
holds_found (const Search *search, guint32 mask)
{
  for (guint i = 0; i < search->found->len; i++)
    {
      guint32 smaller = g_array_index (search->found, guint32, i);

      if ((smaller & mask) == smaller)
        return TRUE;
    }
  return FALSE;
}

static void
look_at (Search *search, guint32 mask)
{
  guint members[MOST_CHANGEABLE], n = 0;
  FeelValue values[MOST_CHANGEABLE];

  for (guint i = 0; i < search->choices->len; i++)
    if (mask & (1u << i))
      members[n++] = i;
  if (!could_give (search, members, n, NULL, 0) || !try_members (search, members, n, values))
    return;
  g_array_append_val (search->found, mask);
  add_set (search, members, values, n);
}

static gboolean
all_could_give (Search *search)
{
  guint members[MOST_CHANGEABLE];

  for (guint i = 0; i < search->choices->len; i++)
    members[i] = i;
  return could_give (search, members, search->choices->len, NULL, 0);
}

static void
look_at_all (Search *search)
{
  guint32 end = 1u << search->choices->len;

  if (!all_could_give (search))
    return;
  for (guint size = 1; size <= search->choices->len; size++)
    for (guint32 mask = 1; mask < end; mask++)
      {
        if ((guint)__builtin_popcount (mask) != size || holds_found (search, mask))
          continue;
        if (search->trials >= MOST_TRIALS)
          {
            search->changes->truncated = TRUE;
            return;
          }
        look_at (search, mask);
      }
}

static gboolean
gives_list (const DmnTable *table)
{
  return table != NULL
         && (table->policy == DMN_HIT_RULE_ORDER || table->policy == DMN_HIT_OUTPUT_ORDER
             || (table->policy == DMN_HIT_COLLECT && table->aggregation == DMN_AGGREGATION_NONE));
}

DmnChanges *
dmn_model_changes (const DmnModel *model,
                   guint decision,
                   const DmnFact *facts,
                   const char *output,
                   FeelValue wanted,
                   const gboolean *changeable,
                   GError **error)
{
  g_autoptr (DmnChanges) changes = NULL;
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  Search search = { .model = model, .decision = decision, .facts = facts };

  g_return_val_if_fail (model != NULL && decision < model->n_decisions, NULL);
  g_return_val_if_fail (model->n_inputs == 0 || (facts != NULL && changeable != NULL), NULL);
  changes = g_new0 (DmnChanges, 1);
  changes->arena = feel_arena_new ();
  changes->sets = g_array_new (FALSE, FALSE, sizeof (Set));
  search.changes = changes;
  search.output = output;
  search.wanted = wanted;
  search.listed = wanted.kind != FEEL_LIST && gives_list (model->logics[decision].table);
  search.choices = choices;
  search.found = found;
  if (!load_choices (&search, changeable, error))
    return NULL;
  changes->already = gives (&search, facts);
  if (!changes->already)
    look_at_all (&search);
  return g_steal_pointer (&changes);
}

void
dmn_changes_free (DmnChanges *changes)
{
  if (changes == NULL)
    return;
  g_array_unref (changes->sets);
  feel_arena_free (changes->arena);
  g_free (changes);
}

gboolean
dmn_changes_already (const DmnChanges *changes)
{
  return changes->already;
}

guint
dmn_changes_n_sets (const DmnChanges *changes)
{
  return changes->sets->len;
}

guint
dmn_changes_n (const DmnChanges *changes, guint set)
{
  g_return_val_if_fail (set < changes->sets->len, 0);
  return g_array_index (changes->sets, Set, set).n;
}

const DmnChange *
dmn_changes_get (const DmnChanges *changes, guint set, guint index)
{
  g_return_val_if_fail (set < changes->sets->len, NULL);
  g_return_val_if_fail (index < dmn_changes_n (changes, set), NULL);
  return &g_array_index (changes->sets, Set, set).changes[index];
}

gboolean
dmn_changes_truncated (const DmnChanges *changes)
{
  return changes->truncated;
}
