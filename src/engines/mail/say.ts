/** Puts findings into words: the queue's headline, the person's sentence and the advice, in every language. */
import type { Finding, Language } from '#kernel'
import { fill } from './detect/judge.ts'
import type { Rule } from './detect/rule.ts'
import { rules } from './detect/rules/index.ts'

const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]))

/** The queue's headline: `A mail asks for a device code`. The id itself for a rule that is gone. */
export const titleOf = (findingId: string, language: Language): string => byId.get(findingId)?.title[language] ?? findingId

/** The sentence the person reads, blanks filled. */
export function sayIn(language: Language, finding: Finding): string {
  const rule = byId.get(finding.id)
  return rule === undefined ? finding.says : fill(rule.tells[language], factsIn(language, rule, finding.facts))
}

/** What to do about it. */
export function adviseIn(language: Language, finding: Finding): string {
  const rule = byId.get(finding.id)
  return rule === undefined ? '' : fill(rule.advises[language], factsIn(language, rule, finding.facts))
}

/** What we say ourselves within a fact, in the reader's language; what was quoted stays as it stands. */
function factsIn(language: Language, rule: Rule, facts: Finding['facts']): Finding['facts'] {
  const phrases = Object.entries(rule.phrases ?? {})
  if (phrases.length === 0 || language === 'en') return facts
  return Object.fromEntries(
    Object.entries(facts).map(([name, text]) => [name, phrases.reduce((told, [english, wording]) => told.replaceAll(english, wording[language]), text)]),
  )
}
