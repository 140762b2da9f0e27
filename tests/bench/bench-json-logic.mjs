// SPDX-License-Identifier: GPL-3.0-or-later
// The table of bench-rules.c by json-logic-engine, from values already parsed. Arguments: the folder whose node_modules
// holds the package, and FIRST or COLLECT. Prints a line "HOW MILLIONS-A-SECOND" for the rules compiled and interpreted,
// each the best of some rounds; ends with an error when a check sum differs.
import { createRequire } from 'node:module'

const { LogicEngine } = createRequire(process.argv[2] + '/')('json-logic-engine')
const first = process.argv[3] === 'FIRST'
const contextCount = 4096
const evaluationCount = 204800
const rounds = 5
const wanted = first ? 1875850 : 3015250

let state = 12345
const draw = () => {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0
  return Math.floor(state / 256) / 16777216
}

const makeContext = () => {
  const size = Math.floor(4 * draw())
  const employees = [1, 10, 50, 250][size] + Math.floor(draw() * [9, 40, 200, 5000][size])
  const turnover = Math.floor(employees * (0.05 + 0.4 * draw()) * 100 + 0.5) / 100
  return {
    size: ['micro', 'small', 'medium', 'large'][size],
    employees,
    turnover,
    region: ['north', 'centre', 'south', 'islands'][Math.floor(4 * draw())],
    sector: ['manufacturing', 'agrifood', 'energy', 'health', 'public'][Math.floor(5 * draw())],
    maturity: Math.floor(1000 * draw()) / 10
  }
}

// A rule: the values or the bounds that each input takes.
const is = (name, ...values) =>
  values.length === 1 ? { '===': [{ var: name }, values[0]] } : { in: [{ var: name }, values] }
const bound = (operator, name, limit) => ({ [operator]: [{ var: name }, limit] })
const rules = [
  [is('size', 'micro', 'small'), bound('<', 'employees', 50), bound('<=', 'turnover', 10),
    is('region', 'north', 'centre'), is('sector', 'manufacturing'), bound('<', 'maturity', 40)],
  [is('size', 'micro', 'small'), bound('<', 'employees', 50), bound('<=', 'turnover', 10),
    is('sector', 'agrifood', 'energy'), bound('<', 'maturity', 40)],
  [is('size', 'medium'), bound('>=', 'employees', 50), bound('<', 'employees', 250), bound('>', 'turnover', 10),
    bound('<=', 'turnover', 50), is('region', 'north'), bound('>=', 'maturity', 20), bound('<', 'maturity', 60)],
  [is('size', 'medium'), bound('>=', 'employees', 50), bound('<', 'employees', 250), bound('>', 'turnover', 10),
    bound('<=', 'turnover', 50), is('region', 'centre', 'south'), is('sector', 'manufacturing', 'health'),
    bound('>=', 'maturity', 20), bound('<', 'maturity', 60)],
  [is('size', 'micro', 'small', 'medium'), bound('<', 'employees', 250), bound('<=', 'turnover', 50),
    is('region', 'islands')],
  [bound('<', 'employees', 250), bound('<=', 'turnover', 50), is('sector', 'public'), bound('>=', 'maturity', 30)],
  [is('size', 'large'), bound('>=', 'employees', 250), bound('>', 'turnover', 50), is('sector', 'manufacturing'),
    bound('>=', 'maturity', 70)],
  [is('size', 'large'), bound('>=', 'employees', 250), is('region', 'south', 'islands'),
    is('sector', 'energy', 'health'), bound('>=', 'maturity', 40), bound('<=', 'maturity', 80)],
  [is('size', 'small', 'medium'), bound('>=', 'employees', 10), bound('<', 'employees', 250),
    bound('>=', 'turnover', 2), bound('<=', 'turnover', 50), is('region', 'south'), is('sector', 'agrifood'),
    bound('>=', 'maturity', 0), bound('<=', 'maturity', 50)],
  [is('region', 'north', 'south'), is('sector', 'health'), bound('>', 'maturity', 80)],
  [is('size', 'micro'), bound('<', 'employees', 10), bound('<', 'turnover', 2), bound('<', 'maturity', 25)]
].map((conditions) => ({ and: conditions }))

// FIRST gives the first rule's number, COLLECT the sum of the numbers of all that match; the twelfth always does.
const logic = first
  ? { if: [...rules.flatMap((rule, index) => [rule, index + 1]), 12] }
  : { '+': [...rules.map((rule, index) => ({ if: [rule, index + 1, 0] })), 12] }

// The shorter of the time on the clock and that of the processor, to which the collector's threads count: in favour of
// the engine measured.
const measure = (how, decide, contexts) => {
  let best = Infinity
  for (let round = 0; round < rounds; round++) {
    const clock = process.hrtime.bigint()
    const processor = process.cpuUsage()
    let sum = 0
    for (let i = 0; i < evaluationCount; i++) sum += decide(contexts[i % contextCount])
    const { user, system } = process.cpuUsage(processor)
    best = Math.min(best, Number(process.hrtime.bigint() - clock) / 1e9, (user + system) / 1e6)
    if (sum !== wanted) throw new Error(`${how}: check sum ${sum}, expected ${wanted}`)
  }
  console.log(how, evaluationCount / best / 1e6)
}

const contexts = Array.from({ length: contextCount }, makeContext)
const engine = new LogicEngine()
measure('compiled', engine.build(logic), contexts)
measure('interpreted', (context) => engine.run(logic, context), contexts)
