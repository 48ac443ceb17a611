/** A programme's rules as they were read: who may join, in data. */
import type { Language } from '#kernel'
import type { Condition } from './condition.ts'

/** A sentence in English and, where somebody wrote it, in others. */
export type Said = { readonly en: string } & Readonly<Partial<Record<Language, string>>>

/** refuses: not for this programme · asks: a person has to look · admits: may join, where nothing refuses or asks. */
export const effects = ['refuses', 'asks', 'admits'] as const
export type Effect = (typeof effects)[number]

export type Rule = {
  readonly id: string
  readonly says: Said
  readonly effect: Effect
  /** As it was written. */
  readonly when: string
  readonly condition: Condition
}

export type Outcome = 'eligible' | 'not-eligible' | 'unsure'

/** open: its rules decide · closed: not here · unknown: no source says, so a person has to find out. */
export type CountryStatus = 'open' | 'closed' | 'unknown'

/** open: without an organisation too · invited: whom an organisation, or somebody of their household, invites. */
export const individuals = ['open', 'invited'] as const

export type Country = {
  readonly code: string
  readonly status: CountryStatus
  /** Who says so: a title and a date, or an address. */
  readonly source: string
  readonly since?: string
  /** Its states or regions by code, where rules or forms name them. */
  readonly regions: Readonly<Record<string, string>>
  readonly rules: readonly Rule[]
}

export type Programme = {
  readonly id: string
  readonly version: string
  readonly title: Said
  readonly about: Said
  readonly sources: readonly string[]
  readonly languages: readonly Language[]
  readonly from?: string
  readonly until?: string
  readonly individuals: (typeof individuals)[number]
  readonly limits: { readonly organisations?: number; readonly people?: number }
  readonly terms: { readonly version: string; readonly says: Said }
  readonly rules: readonly Rule[]
  readonly countries: readonly Country[]
  /** What holds for a country without a file. */
  readonly otherCountries: CountryStatus
  readonly examples: number
  /** SHA-256 over all its files, in hex: what a decision names. */
  readonly hash: string
}
