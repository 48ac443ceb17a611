/**
 * The condition of a rule: CEL (cel.dev) over the facts, held against the vocabulary when it is read. It can compare facts with
 * values that are written out, and combine such comparisons; there are no functions, no loops and no look into a text, so it
 * ends in as many steps as it has parts.
 */
import { celEnv, plan } from '@bufbuild/cel'
import { callOf, type Fault, type Node, offsetOf, type Parsed, parseExpression } from '#expression'
import { type FactName, type Facts, factNames, isFact, vocabulary } from './facts.ts'

const bounds = { letters: 1000, depth: 12, advice: 'make two rules of it', example: 'kind == "campaign"' }
const mostParts = 200

export type Condition = (facts: Facts) => boolean

const env = celEnv()

/** Reads a condition, or tells the one place where it is wrong. */
export function readCondition(text: string): { readonly condition: Condition } | { readonly fault: Fault } {
  const parsed = parseExpression(text, bounds)
  if ('fault' in parsed) return parsed
  const fault = faultOf(parsed)
  if (fault !== undefined) return { fault }
  const evaluate = plan(env, parsed)
  // A number of people is a whole number to CEL, a bigint to the library.
  return { condition: (facts) => evaluate({ ...facts, people: BigInt(facts.people) }) === true }
}

/** Thrown inside, caught at the door of this file. */
class Wrong extends Error {
  readonly node: Node
  constructor(node: Node, says: string) {
    super(says)
    this.node = node
  }
}

function faultOf(parsed: Parsed): Fault | undefined {
  const walk = { parts: 0 }
  try {
    checkYesNo(walk, parsed.expr)
    return undefined
  } catch (thrown) {
    if (!(thrown instanceof Wrong)) throw thrown
    return { offset: offsetOf(parsed, thrown.node), says: thrown.message }
  }
}

type Walk = { parts: number }

const joins = ['_&&_', '_||_', '!_']

function checkYesNo(walk: Walk, node: Node): void {
  count(walk, node)
  const { exprKind } = node
  if (exprKind.case === 'constExpr' && exprKind.value.constantKind.case === 'boolValue') return
  if (exprKind.case === 'identExpr')
    throw isFact(exprKind.value.name) ? new Wrong(node, `Compare ${exprKind.value.name} with a value.`) : unknown(node, exprKind.value.name)
  if (exprKind.case === 'selectExpr') throw new Wrong(node, `There is nothing behind a dot here. A rule can read ${factNames}.`)
  const call = callOf(node)
  if (call === undefined) throw new Wrong(node, 'A comparison was expected here, for example kind == "campaign".')
  const { name, target, args } = call
  if (joins.includes(name)) {
    for (const one of args) checkYesNo(walk, one)
    return
  }
  const [left, right] = args
  const check = target === undefined ? checks.get(name) : undefined
  if (check === undefined || left === undefined || right === undefined)
    throw new Wrong(node, 'A rule can only compare: ==, !=, <, <=, >, >=, in, joined by &&, || and !.')
  check(walk, left, right)
}

function count(walk: Walk, node: Node): void {
  walk.parts += 1
  if (walk.parts > mostParts) throw new Wrong(node, `The condition has more than ${mostParts} parts; make two rules of it.`)
}

/** No rule reads what is not in the vocabulary; party and opinion least of all. */
const unknown = (node: Node, name: string): Wrong =>
  new Wrong(node, `No rule can read “${name.slice(0, 40)}”. It can read ${factNames}: nothing of a party, an opinion, a name or a text.`)

function factOf(walk: Walk, node: Node): FactName {
  count(walk, node)
  const { exprKind } = node
  if (exprKind.case === 'selectExpr') throw new Wrong(node, `There is nothing behind a dot here. A rule can read ${factNames}.`)
  if (exprKind.case !== 'identExpr') throw new Wrong(node, `A fact was expected here: ${factNames}.`)
  if (!isFact(exprKind.value.name)) throw unknown(node, exprKind.value.name)
  return exprKind.value.name
}

function checkComparison(walk: Walk, left: Node, right: Node): void {
  const [fact, value] = left.exprKind.case === 'constExpr' ? [right, left] : [left, right]
  if (value.exprKind.case !== 'constExpr') throw new Wrong(left, 'Compare a fact with a value that is written out.')
  checkValue(walk, factOf(walk, fact), value)
}

function checkOrder(walk: Walk, left: Node, right: Node): void {
  const [fact, value] = left.exprKind.case === 'constExpr' ? [right, left] : [left, right]
  const name = factOf(walk, fact)
  const { is } = vocabulary[name]
  if (is !== 'number' && is !== 'day') throw new Wrong(fact, `${name} has no order; compare it with == or in.`)
  checkValue(walk, name, value)
}

function checkMembership(walk: Walk, left: Node, right: Node): void {
  const name = factOf(walk, left)
  count(walk, right)
  if (right.exprKind.case !== 'listExpr') throw new Wrong(right, 'After “in” a list is expected, for example ["US", "CA"].')
  if (right.exprKind.value.elements.length === 0) throw new Wrong(right, 'This list is empty.')
  for (const value of right.exprKind.value.elements) checkValue(walk, name, value)
}

function checkValue(walk: Walk, name: FactName, node: Node): void {
  count(walk, node)
  const constant = node.exprKind.case === 'constExpr' ? node.exprKind.value.constantKind : undefined
  const shape = vocabulary[name]
  if (shape.is === 'number') {
    if (constant?.case === 'int64Value') return
    throw new Wrong(node, `${name} is a whole number.`)
  }
  const text = constant?.case === 'stringValue' ? constant.value : undefined
  if (text === undefined) throw new Wrong(node, `${name} is compared with a text in quotation marks.`)
  if (shape.is === 'one-of' && !shape.values.includes(text))
    throw new Wrong(node, `“${text.slice(0, 40)}” is no ${name}. There are ${shape.values.join(', ')}.`)
  if (shape.is === 'code' && !shape.pattern.test(text)) throw new Wrong(node, `A ${name} is written like ${shape.like}.`)
  if (shape.is === 'day' && !/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text))
    throw new Wrong(node, 'A day is written like "2026-11-03".')
}

/** What may stand between two sides, as CEL's parser calls it. */
const checks = new Map<string, (walk: Walk, left: Node, right: Node) => void>([
  ...['_==_', '_!=_'].map((name) => [name, checkComparison] as const),
  ...['_<_', '_<=_', '_>_', '_>=_'].map((name) => [name, checkOrder] as const),
  ...['@in', '_in_', 'in'].map((name) => [name, checkMembership] as const),
])
