/** Puts findings into words: the queue's headline, the person's sentence and the advice, in every language. */
import type { Finding, Language } from '#kernel'
import { fill } from './detect/judge.ts'
import { markInWords } from './detect/model/structure.ts'
import { otherWeightInWords } from './detect/other-weights.ts'
import { placeWords } from './detect/places.ts'
import { nameless, type Rule } from './detect/rule.ts'
import { rules } from './detect/rules/index.ts'
import { spoken } from './own/spoken.ts'

type Spoken = Pick<Rule, 'title' | 'tells' | 'advises' | 'terms'>

const byId = new Map<string, Spoken>([...rules.map((rule) => [rule.id, rule] as const), ...spoken])

/** A sentence of a rule of the operator's own: it travels with the finding. */
const ofOwn = (finding: Finding, what: 'says' | 'advises', language: Language): string | undefined => {
  const sentence = finding.facts[`${what}-${language}`] ?? finding.facts[`${what}-en`]
  return sentence && fill(sentence, finding.facts)
}

/** The queue's headline: `A mail asks for a device code`. The id itself for a rule that is gone. */
export const titleOf = (findingId: string, language: Language): string => byId.get(findingId)?.title[language] ?? findingId

/** The sentence the person reads, blanks filled. */
export function sayIn(language: Language, finding: Finding): string {
  const rule = byId.get(finding.id)
  return rule === undefined
    ? (ofOwn(finding, 'says', language) ?? finding.says)
    : fill(rule.tells[language], factsIn(language, rule, finding.facts))
}

/** The facts with our own words among them in the reader's language; what the mail said stays as it stands. */
const factsIn = (language: Language, { terms = {} }: Spoken, facts: Finding['facts']): Finding['facts'] =>
  language === 'en'
    ? facts
    : Object.fromEntries(
        Object.entries(facts).map(([blank, value]) => [
          blank,
          [...(terms[blank] ?? []), ...(value === nameless.en ? [nameless] : [])].reduce(
            (told, wording) => told.replaceAll(wording.en, wording[language]),
            value,
          ),
        ]),
      )

/** What to do about it. */
export function adviseIn(language: Language, finding: Finding): string {
  const rule = byId.get(finding.id)
  return rule === undefined
    ? (ofOwn(finding, 'advises', language) ?? '')
    : fill(rule.advises[language], factsIn(language, rule, finding.facts))
}

/** What a weight of `Inspection.weights` stands for, in plain English: for the desk's page that shows all that was weighed. */
export const weightInWords = (id: string): string => byId.get(id)?.title.en ?? markInWords(id) ?? otherWeightInWords(id)
/** The label before a quotation: `link`, `Objet`, `Anhang`. */
export const whereIn = (language: Language, where: string): string => placeWords(where)?.[language] ?? where
