/**
 * Makes a set of the operator's ready to look at mails. It is made once for a set and kept with it: a thread is given the same set for
 * every mail until the operator changes something. A rule is compiled once for its text.
 */
import type { Mail } from '../detect/mail.ts'
import { Asked } from './expression/asked.ts'
import { openCompiler } from './expression/compile-expression.ts'
import { indexIndicators } from './indicator-index.ts'
import { indexLists } from './list-index.ts'
import { look, type OwnLook, type Ready } from './look.ts'
import type { OwnSet, OwnTrouble } from './own-set.ts'
import { compileRule, type OwnRule } from './rule/compile-rule.ts'
import { ruleLimits } from './rule/rule-document.ts'

export type AskedOf = { readonly sizeBytes: number; readonly ip: string | undefined }

export type Own = { readonly look: (mail: Mail, of: AskedOf) => OwnLook }

/** One for all rules: they share the room for one mail, and mails are looked at one after another. */
export const asked = new Asked()
const compile = openCompiler(asked)
const compiled = new Map<string, ReturnType<typeof compileRule>>()

/** A rule by its text; what was compiled before is known. */
export function compileOwnRule(source: string): ReturnType<typeof compileRule> {
  const known = compiled.get(source)
  if (known !== undefined) return known
  if (compiled.size >= ruleLimits.rules * 2) compiled.clear()
  const rule = compileRule(source, compile)
  compiled.set(source, rule)
  return rule
}

/** The rules of `sources` that can be asked, and trouble for each that cannot: it was accepted by another version. */
export function compileOwnRules(sources: readonly string[]): {
  readonly rules: readonly OwnRule[]
  readonly troubles: readonly OwnTrouble[]
} {
  const troubles: OwnTrouble[] = []
  const rules = sources.slice(0, ruleLimits.rules).flatMap((source): readonly OwnRule[] => {
    const rule = compileOwnRule(source)
    if (!('problems' in rule)) return [rule]
    const id = /^id:\s*(own\.[a-z0-9-]+)/m.exec(source)?.[1] ?? 'own.unknown'
    troubles.push({ id, kind: 'error', says: rule.problems[0]?.says ?? 'It cannot be read.' })
    return []
  })
  return { rules, troubles }
}

const ready = new WeakMap<OwnSet, Own>()

export function compileOwn(set: OwnSet): Own {
  const known = ready.get(set)
  if (known !== undefined) return known
  const { rules, troubles } = compileOwnRules(set.rules)
  const made: Ready = { asked, rules, troubles, lists: indexLists(set.lists), indicators: indexIndicators(set.indicators) }
  const own: Own = { look: (mail, of) => look(made, mail, of) }
  ready.set(set, own)
  return own
}
