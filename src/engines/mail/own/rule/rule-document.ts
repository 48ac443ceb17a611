/** What one rule of an operator says, after its YAML was read (`read-rule.ts`); before its expression is compiled. */
import type { Language, Severity } from '#kernel'

export type Wordings = { readonly en: string } & Partial<Readonly<Record<Language, string>>>

/** A mail as an example: written out, or the name of a file beside the rule. */
export type Example = { readonly kind: 'fires' | 'quiet'; readonly line: number } & ({ readonly text: string } | { readonly file: string })

export type RuleDocument = {
  readonly id: string
  readonly title: Wordings
  readonly severity: Severity
  readonly attack: readonly string[]
  readonly says: Wordings
  readonly advises: Wordings
  readonly points: number
  readonly clearable: boolean
  readonly when: string
  readonly examples: readonly Example[]
  /** Lists as the examples need them; the programme's own are not asked while examples run. */
  readonly lists: Readonly<Record<string, readonly string[]>>
}

export const ruleLimits = { letters: 100_000, sentence: 300, title: 120, examples: 20, rules: 200 } as const

/** Ids that the engine speaks under itself. */
export const reservedIds: readonly string[] = ['own.blocked', 'own.indicator', 'own.allowed']
