/**
 * What a rule may know of an applicant, and nothing else. There is no party, no opinion, no name, no domain and no free text here:
 * a rule that names one of these does not read, so it cannot be written (FEC AO 2018-12: pre-determined, objective criteria).
 */
import { organisationKinds } from '#kernel'

export const offices = ['none', 'local', 'state', 'national', 'supranational'] as const
export const products = ['office-365', 'google-workspace', 'other'] as const

export type Facts = {
  readonly kind: string
  /** Of the office that is stood for, held or served. */
  readonly office: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** The part after the dash of ISO 3166-2; empty where a country has none, or it was not asked. */
  readonly region: string
  /** What the organisation's mail runs on. */
  readonly product: string
  /** How many people take part. */
  readonly people: number
  /** The day of the application, `2026-11-26`. */
  readonly date: string
}
export type FactName = keyof Facts

type Shape =
  | { readonly is: 'one-of'; readonly values: readonly string[] }
  | { readonly is: 'code'; readonly pattern: RegExp; readonly like: string }
  | { readonly is: 'number' }
  | { readonly is: 'day' }

/** The vocabulary: the name of each fact and what it can be compared with. */
export const vocabulary: Readonly<Record<FactName, Shape>> = {
  kind: { is: 'one-of', values: organisationKinds },
  office: { is: 'one-of', values: offices },
  country: { is: 'code', pattern: /^[A-Z]{2}$/, like: '"US"' },
  region: { is: 'code', pattern: /^(?:[A-Z0-9]{1,3})?$/, like: '"CA"' },
  product: { is: 'one-of', values: products },
  people: { is: 'number' },
  date: { is: 'day' },
}

const names: readonly string[] = Object.keys(vocabulary)
export const isFact = (name: string): name is FactName => names.includes(name)
export const factNames = names.join(', ')
