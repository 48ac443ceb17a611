/** What a rule is. One file a rule, named after the trick as the victim would tell it. */
import type { Evidence, Severity } from '#kernel'
import type { InspectContext } from '../context.ts'
import type { Link } from '../message.ts'
import type { Mail } from './mail.ts'
import type { Place } from './places.ts'
import type { Wording } from './wording.ts'

export type Clue = {
  /** Fills the blanks of the sentence. */
  readonly facts: Readonly<Record<string, string>>
  readonly evidence: readonly Evidence[]
  /** How telling this is: 68 make a mail dangerous, 45 worth care; what is made like honest mail takes a few off. */
  readonly points: number
  /** Whether honest people do the same and only the story tells: one that reads like honest mail then takes from this. What quotes the text or the sender's name is a tale, unless it says otherwise here. */
  readonly aTale?: boolean
}

export type Rule = {
  /** `mail.` and the file's name. */
  readonly id: string
  readonly severity: Severity
  /** ATT&CK techniques. */
  readonly attack: readonly string[]
  /** The headline in the operator's queue. */
  readonly title: Wording
  /** The sentence the person reads; `{blank}` is filled from the facts. */
  readonly tells: Wording
  readonly advises: Wording
  /** By blank: pieces of its values that are our own words and not the mail's, so that no English stands in a French sentence. */
  readonly terms?: Readonly<Record<string, readonly Wording[]>>
  /** A good sender (verified, known) lowers what this rule says. False for tricks that are played from a known person's stolen mailbox. */
  readonly clearable: boolean
  readonly look: (mail: Mail) => Clue | undefined
  /** Files under fixtures/mail, without the ending: the trick, and the honest mail that resembles it most. `given`: what the programme knew of both. */
  readonly examples: { readonly fires: string; readonly quiet: string; readonly given?: Pick<InspectContext, 'knownCampaign'> }
}

const cut = (text: string, length = 300): string => text.replace(/\s+/g, ' ').trim().slice(0, length)

export const quote = (where: Place, text: string, mark?: string): Evidence => ({
  where,
  quote: cut(text),
  ...(mark === undefined ? {} : { mark: cut(mark, 120) }),
})
export const quoteWords = (said: string): Evidence => quote('text', said)
export const quoteFrom = (mail: Mail): Evidence =>
  quote('From', `${mail.message.from.name} <${mail.message.from.address}>`, mail.message.from.domain)
/** The checks of the sender that failed, as a mail service writes it. */
export function quoteCheck({ message: { authentication } }: Mail): Evidence {
  const failed = (['dmarc', 'spf', 'dkim'] as const).filter((check) => authentication[check] === 'fail')
  return quote('check', failed.map((check) => `${check}=fail`).join(' '))
}
/** What the link says, where it leads, and where it ends when the way there hides that. */
export function quoteLink({ text, target, host }: Link): Evidence {
  const way = [...(text === '' || text === target ? [] : [cut(text, 100)]), cut(target, 160)]
  return quote('link', (way.at(-1)?.includes(host) ? way : [...way, host]).join(' → '), host)
}

/** Adds up what counts. */
export const sum = (...parts: readonly (readonly [counts: boolean, points: number])[]): number =>
  parts.reduce((total, [counts, points]) => total + (counts ? points : 0), 0)

/** A fact as it fits into a sentence: short, cut where a word ends, and never an address one can follow. */
export function fact(text: string): string {
  const whole = cut(text)
  if (whole.length <= mostOfFact) return whole.replace(/[.,;:]+$/, '')
  const head = whole.slice(0, mostOfFact)
  const space = head.lastIndexOf(' ')
  return `${(space > mostOfFact / 2 ? head.slice(0, space) : head).replace(/[\s.,;:]+$/, '')}…`
}
const mostOfFact = 80

/** A file's name as it fits behind the word for it: “The attachment …”. */
export const fileFact = (name: string): string => fact(name) || nameless.en
export const nameless: Wording = { en: 'without a name', es: 'sin nombre', fr: 'sans nom', de: 'ohne Namen' }
