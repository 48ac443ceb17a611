/** What a page is given: the request, read; the visitor, known; the wording, chosen. */
import type { Administrator, Auditor, Helper, Staff, Trainer, Who } from '#kernel'
import type { Assets } from '../assets/make-assets.ts'
import type { Visitor } from '../deps/door.ts'
import type { Helped } from '../deps/helping.ts'
import type { ProgrammeFacts, WebDeps } from '../deps.ts'
import type { Words } from '../wording/words.ts'

export type Fields = {
  /** Trimmed; empty when it was not sent. */
  readonly text: (name: string) => string
  /** Trimmed, as long as a form may be: for lists and files that were pasted. */
  readonly long: (name: string) => string
  /** As typed: for passwords, where a space counts. */
  readonly secret: (name: string) => string
  readonly has: (name: string) => boolean
  /** Every field as typed, in order. */
  readonly all: () => readonly (readonly [name: string, value: string])[]
}

export type Ask = {
  readonly deps: WebDeps
  readonly assets: Assets
  readonly programme: ProgrammeFacts
  readonly now: Date
  readonly request: Request
  /** The pattern of the path, for the log: a path may hold a token. */
  readonly route: string
  /** Path and query, for `next` and the current place in the navigation. */
  readonly path: string
  /** The page that a visitor stands on: `path`, or after a refused form the nearest page that can be asked for again. */
  readonly standsOn: string
  readonly remote: string
  /** What the browser says of itself. */
  readonly userAgent: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** A page for staff may take more than the usual 64 KB. */
  readonly form: (limitBytes?: number) => Promise<Fields>
  readonly words: Words
  readonly visitor: Visitor | undefined
  readonly session: string | undefined
}

export type PersonAsk = Ask & { readonly visitor: Visitor; readonly who: Who }
export type AdministratorAsk = PersonAsk & { readonly organisation: { readonly id: string; readonly name: string } }

export type AuditorAsk = PersonAsk & { readonly who: Auditor }
export type TrainerAsk = PersonAsk & { readonly who: Trainer }
export type HelperAsk = PersonAsk & { readonly who: Helper; readonly help: Helped }

export const param = (ask: Ask, name: string): string => ask.params[name] ?? ''
export const pageNumber = (ask: Ask): number => Math.max(1, Math.min(1_000_000, Number.parseInt(ask.query.get('page') ?? '1', 10) || 1))
export const search = (ask: Ask): string =>
  (ask.query.get('search') ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 100)

/** The visitor as the person they are, whatever parts they hold. */
export const asPerson = (ask: Ask, visitor: Visitor): PersonAsk => ({
  ...ask,
  visitor,
  who: { kind: 'person', personId: visitor.personId },
})

/** The visitor in their part at the desk; the route has seen that they hold it. */
export const asStaff = ({ visitor }: PersonAsk): Staff => ({ kind: 'analyst', personId: visitor.personId })

/** The visitor in their part in the organisation that the route found. */
export const asAdministrator = ({ visitor, organisation }: AdministratorAsk): Administrator => ({
  kind: 'administrator',
  personId: visitor.personId,
  organisationId: organisation.id,
})
