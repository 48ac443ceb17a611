/**
 * Holds a parsed expression against what a mail has and what may be asked of it, so that a rule that was accepted cannot fail on a name,
 * a kind or an index when a mail comes. What is left to fail at run time is arithmetic and the bound on work.
 */
import { callOf, type Fault, type Node, offsetOf, type Parsed } from '#expression'
import { limits } from './limits.ts'
import { type FunctionType, functionTypes, inWords, isSame, mailType, methodTypes, type Type } from './types.ts'

type Names = ReadonlyMap<string, Type>
type Walk = { readonly parsed: Parsed; parts: number; loops: number }

/** Thrown inside, caught at the door of this file. */
class Wrong extends Error {
  readonly node: Node
  constructor(node: Node, says: string) {
    super(says)
    this.node = node
  }
}

/** The first fault of the expression; undefined when it may be asked of any mail. */
export function faultOf(parsed: Parsed): Fault | undefined {
  const walk: Walk = { parsed, parts: 0, loops: 0 }
  try {
    const type = typeOf(walk, parsed.expr, new Map([['message', mailType]]), { depth: 0, inside: 0 })
    if (type !== 'yes-no') throw new Wrong(parsed.expr, `“when” has to be a yes or no; this is ${inWords(type)}.`)
    return undefined
  } catch (thrown) {
    if (!(thrown instanceof Wrong)) throw thrown
    return { offset: offsetOf(parsed, thrown.node), says: thrown.message }
  }
}

type Level = { readonly depth: number; readonly inside: number }

function typeOf(walk: Walk, node: Node, names: Names, level: Level): Type {
  walk.parts += 1
  if (walk.parts > limits.parts) throw new Wrong(node, `The expression has more than ${limits.parts} parts; make two rules of it.`)
  if (level.depth > limits.depth) throw new Wrong(node, `The expression goes deeper than ${limits.depth}; make two rules of it.`)
  const down = { ...level, depth: level.depth + 1 }
  const { exprKind } = node
  switch (exprKind.case) {
    case 'constExpr':
      return constantType(node, exprKind.value.constantKind.case)
    case 'identExpr':
      return named(node, exprKind.value.name, names)
    case 'selectExpr': {
      const { operand, field } = exprKind.value
      if (operand === undefined) throw new Wrong(node, 'A name was expected before the dot.')
      return fieldOf(node, typeOf(walk, operand, names, down), field)
    }
    case 'listExpr': {
      const [first, ...rest] = exprKind.value.elements.map((element) => typeOf(walk, element, names, down))
      const odd = rest.findIndex((type) => first !== undefined && !isSame(type, first))
      if (odd >= 0)
        throw new Wrong(
          exprKind.value.elements[odd + 1] ?? node,
          `This list begins with ${inWords(first ?? 'any')}; so must all else in it.`,
        )
      return { list: first ?? 'any' }
    }
    case 'comprehensionExpr':
      return loop(walk, node, names, down)
    case 'callExpr':
      return call(walk, node, names, down)
    default:
      throw new Wrong(node, 'A map in { } cannot be used here; write the values into a list in [ ].')
  }
}

function constantType(node: Node, kind: string | undefined): Type {
  if (kind === 'stringValue') return 'text'
  if (kind === 'boolValue') return 'yes-no'
  if (kind === 'int64Value') return 'number'
  throw new Wrong(node, 'Only texts in quotation marks, whole numbers, true and false can be used here.')
}

function named(node: Node, name: string, names: Names): Type {
  const type = names.get(name)
  if (type !== undefined) return type
  const within = typeof mailType === 'object' && 'of' in mailType && mailType.fields[name] !== undefined
  throw new Wrong(node, within ? `Write message.${name}.` : `“${name}” is not known here; what can be asked begins with message.`)
}

function fieldOf(node: Node, type: Type, field: string): Type {
  if (typeof type === 'object' && 'fields' in type) {
    const found = Object.hasOwn(type.fields, field) ? type.fields[field] : undefined
    if (found !== undefined) return found
    throw new Wrong(node, `There is no “${field}” in ${type.of}; it has ${Object.keys(type.fields).join(', ')}.`)
  }
  const hint = typeof type === 'object' ? ` Ask about one of them with exists(one, one.${field} == "…").` : ''
  throw new Wrong(node, `“.${field}” was asked of ${inWords(type)}, which has no parts.${hint}`)
}

/** A macro, as the parser writes it out: start from `accuInit`, take a step for each, then `result`. */
function loop(walk: Walk, node: Node, names: Names, level: Level): Type {
  if (node.exprKind.case !== 'comprehensionExpr') throw new Wrong(node, 'A loop was expected here.')
  const { accuVar, iterVar, iterRange, accuInit, loopStep, result } = node.exprKind.value
  if (!iterRange || !accuInit || !loopStep || !result) throw new Wrong(node, 'This loop is not whole.')
  walk.loops += 1
  if (walk.loops > limits.loops) throw new Wrong(node, `More than ${limits.loops} loops (exists, all, filter …); make two rules of it.`)
  if (level.inside >= limits.loopsInside)
    throw new Wrong(node, `A loop stands within ${limits.loopsInside} others; one within another is as deep as it goes.`)
  const range = typeOf(walk, iterRange, names, level)
  if (typeof range !== 'object' || !('list' in range))
    throw new Wrong(iterRange, `A list was expected before the loop; this is ${inWords(range)}.`)
  if (names.has(iterVar)) throw new Wrong(node, `“${iterVar}” already means something here; take another name.`)
  const inside = { ...level, inside: level.inside + 1 }
  const begun = new Map([...names, [accuVar, typeOf(walk, accuInit, names, level)] as const])
  const stepped = typeOf(walk, loopStep, new Map([...begun, [iterVar, range.list] as const]), inside)
  return typeOf(walk, result, new Map([...begun, [accuVar, stepped] as const]), level)
}

const comparing = new Set(['_<_', '_<=_', '_>_', '_>=_'])
const joining = new Set(['_&&_', '_||_', '!_', '@not_strictly_false'])
const counting = new Set(['_-_', '_*_', '-_'])

function call(walk: Walk, node: Node, names: Names, level: Level): Type {
  const it = callOf(node)
  if (it === undefined) throw new Wrong(node, 'A call was expected here.')
  const all = [...(it.target === undefined ? [] : [it.target]), ...it.args]
  const types = all.map((one) => typeOf(walk, one, names, level))
  const [left = 'any', right = 'any'] = types
  const wants = (type: Type, what: string): void => {
    const odd = types.findIndex((one) => !isSame(one, type))
    if (odd >= 0) throw new Wrong(all[odd] ?? node, `${what}; this is ${inWords(types[odd] ?? 'any')}.`)
  }
  if (joining.has(it.name)) {
    wants('yes-no', 'A yes or no was expected here')
    return 'yes-no'
  }
  if (it.name === '_==_' || it.name === '_!=_') {
    if (!isSame(left, right)) throw new Wrong(node, `${inWords(left)} is compared with ${inWords(right)}.`.replace(/^a/, 'A'))
    return 'yes-no'
  }
  if (comparing.has(it.name)) {
    wants('number', 'Two numbers were expected here')
    return 'yes-no'
  }
  if (counting.has(it.name)) {
    wants('number', 'A number was expected here')
    return 'number'
  }
  if (it.name === '_+_') return plus(node, it.args[0], left, right)
  if (it.name === '@in') {
    if (typeof right !== 'object' || !('list' in right)) throw new Wrong(all[1] ?? node, 'A list was expected after “in”.')
    if (!isSame(left, right.list)) throw new Wrong(node, `${inWords(left)} is looked for among others.`.replace(/^a/, 'A'))
    return 'yes-no'
  }
  if (it.name === '_?_:_') {
    if (left !== 'yes-no') throw new Wrong(all[0] ?? node, `A yes or no was expected before “?”; this is ${inWords(left)}.`)
    if (!isSame(right, types[2] ?? 'any')) throw new Wrong(node, 'Both sides of “:” have to be of one kind.')
    return isSame(right, 'any') ? (types[2] ?? right) : right
  }
  if (it.name === '_[_]') throw new Wrong(node, 'A place in a list may not be there in the next mail; ask with exists(one, …) instead.')
  return taken(node, all, types, it.target === undefined ? functionTypes : methodTypes, it.name)
}

/** Numbers add up; a loop's own result grows by one. Texts and lists do not grow, or a rule could grow without end. */
function plus(node: Node, first: Node | undefined, left: Type, right: Type): Type {
  if (left === 'number' && right === 'number') return 'number'
  const grows = first?.exprKind.case === 'identExpr' && first.exprKind.value.name === '@result'
  if (grows && typeof left === 'object' && 'list' in left && typeof right === 'object' && 'list' in right) return right
  throw new Wrong(node, 'Only numbers can be added; write two conditions with && or || instead.')
}

function taken(
  node: Node,
  all: readonly Node[],
  types: readonly Type[],
  known: Readonly<Record<string, FunctionType>>,
  name: string,
): Type {
  const found = Object.hasOwn(known, name) ? known[name] : undefined
  if (found === undefined) {
    const loops = known === methodTypes ? ', exists, all, exists_one, filter, map' : ''
    throw new Wrong(node, `“${name}” is not known here; there are ${Object.keys(known).join(', ')}${loops}.`)
  }
  const odd = found.takes.findIndex((type, place) => types[place] === undefined || !isSame(types[place], type))
  if (odd >= 0 || types.length !== found.takes.length) {
    const there = types[odd]
    const what =
      odd < 0 || there === undefined
        ? `takes ${found.takes.length}`
        : `takes ${inWords(found.takes[odd] ?? 'any')} here, not ${inWords(there)}`
    throw new Wrong(all[odd] ?? node, `“${name}” ${what}: ${found.example}.`)
  }
  if (name === 'size' && types[0] !== 'text' && !(typeof types[0] === 'object' && 'list' in types[0]))
    throw new Wrong(node, `“size” counts the letters of a text or what is in a list, not ${inWords(types[0] ?? 'any')}.`)
  if (name === 'matches') mustBePattern(all[1] ?? node)
  return found.gives
}

/** A pattern stands in the rule itself, so that it is known to be one. */
function mustBePattern(node: Node): void {
  const text = node.exprKind.case === 'constExpr' ? node.exprKind.value.constantKind : undefined
  if (text?.case !== 'stringValue') throw new Wrong(node, 'The pattern of “matches” has to stand here in quotation marks.')
  if (text.value.length > limits.pattern) throw new Wrong(node, `A pattern may be ${limits.pattern} letters long.`)
}
