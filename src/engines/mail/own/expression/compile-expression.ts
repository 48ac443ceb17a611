/** From the text of an expression to a question that can be put to any mail, or to the one place where it is wrong. */
import { celEnv, celError, isCelError, plan } from '@bufbuild/cel'
import { below, type Fault, type Node, type Parsed, parse, parseExpression } from '#expression'
import type { Evidence } from '#kernel'
import type { Asked } from './asked.ts'
import { faultOf } from './check-expression.ts'
import { functionsFor, turnName } from './functions.ts'
import { limits } from './limits.ts'
import type { MailValue } from './mail-value.ts'

export type Answer =
  | { readonly kind: 'yes'; readonly found: readonly Evidence[] }
  | { readonly kind: 'no' }
  | { readonly kind: 'value' | 'too-long'; readonly says: string }

const bounds = {
  letters: limits.letters,
  depth: limits.depth,
  advice: 'make two rules of it',
  example: 'message.subject.says("invoice")',
}

export type Question = (mail: MailValue) => Answer

export type Compiled = { readonly question: Question } | { readonly fault: Fault }

/** One environment for all rules of a set: it knows the mail that is being asked about through `asked`. */
export function openCompiler(asked: Asked): (text: string) => Compiled {
  const env = celEnv({ funcs: functionsFor(asked) })
  return (text) => {
    const parsed = parseExpression(text, bounds)
    if ('fault' in parsed) return parsed
    const fault = faultOf(parsed) ?? wrongPattern(parsed, env)
    if (fault !== undefined) return { fault }
    countTurns(parsed.expr)
    const evaluate = plan(env, parsed)
    return {
      question: (mail) => {
        asked.beginRule()
        const answer = answerOf(() => evaluate({ message: mail }))
        if (asked.isSpent()) return { kind: 'too-long', says: `It took more than ${limits.stepsPerRule} steps.` }
        if (isCelError(answer)) return { kind: 'value', says: `${answer.message.slice(0, 200)}.` }
        if (typeof answer !== 'boolean') return { kind: 'value', says: 'The answer was neither yes nor no.' }
        return answer ? { kind: 'yes', found: asked.found } : { kind: 'no' }
      },
    }
  }
}

/** The library answers with an error of its own; what it throws all the same must not take the mail with it. */
function answerOf(ask: () => unknown): unknown {
  try {
    return ask()
  } catch (thrown) {
    return celError(thrown instanceof Error ? thrown.message : 'it could not be worked out')
  }
}

/** Each pattern is compiled once when the rule is accepted: a wrong one is told then, and not at a mail. */
function wrongPattern(parsed: Parsed, env: ReturnType<typeof celEnv>): Fault | undefined {
  for (const node of everyNode(parsed.expr)) {
    if (node.exprKind.case !== 'callExpr' || node.exprKind.value.function !== 'matches') continue
    const [pattern] = node.exprKind.value.args
    const constant = pattern?.exprKind.case === 'constExpr' ? pattern.exprKind.value.constantKind : undefined
    if (constant?.case !== 'stringValue') continue
    const tried = plan(celEnv({ namespace: env.namespace }), parse('"".matches(pattern)'))({ pattern: constant.value })
    if (!isCelError(tried)) continue
    const why = tried.message.replace(/^error parsing regexp: /, '')
    return { offset: parsed.sourceInfo?.positions[String(pattern?.id)] ?? 0, says: `This pattern cannot be read (RE2): ${why}.` }
  }
  return undefined
}

function everyNode(node: Node): readonly Node[] {
  return [node, ...below(node).flatMap(everyNode)]
}

/** Puts the count before each loop's own condition. */
function countTurns(node: Node): void {
  const { exprKind } = node
  if (exprKind.case === 'comprehensionExpr') {
    const condition = exprKind.value.loopCondition
    if (condition !== undefined) {
      const made = parse(`${turnName}() && true`).expr
      if (made.exprKind.case === 'callExpr') made.exprKind.value.args[1] = condition
      exprKind.value.loopCondition = made
    }
  }
  for (const one of below(node)) countTurns(one)
}
