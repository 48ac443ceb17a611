/**
 * Whether a mail is of a registered test. Whoever learns of one must not be able
 * to hide behind it, so all of it must hold: the organisation, the time, a
 * sender who was proven to be the registered one and not by somebody's word,
 * every link on a registered host and at least one there, answers that go
 * nowhere else, nothing attached but pictures, nothing broken, nothing of ours.
 */
import type { Inspection } from '#mail'
import type { Ours } from './deps.ts'
import { saysWhatWeSay } from './imitates-us.ts'

/** A test as it was registered. */
export type Registered = {
  readonly id: string
  readonly organisationId: string
  readonly beginsAt: Date
  readonly endsAt: Date
  readonly registeredAt: Date
  readonly endedAt: Date | null
  readonly senders: readonly string[]
  readonly linkHosts: readonly string[]
  readonly subjectWords: readonly string[]
}

export type MailSeen = { readonly organisationId: string; readonly arrivedAt: Date; readonly inspection: Inspection }

/** `view` holds no more than so many links, so that a hundred may be more. */
const mostLinks = 99

/** What can be said without asking for any test: most mails end here. */
export function couldBeTest({ authentication, damage, view }: Inspection): boolean {
  const { dmarc, saidBy, vouchedBy, forwarded } = authentication
  const isProven = dmarc === 'pass' && (saidBy === 'service' || saidBy === 'own check') && vouchedBy === undefined && forwarded !== true
  return isProven && damage.length === 0 && view.links.length > 0 && view.links.length <= mostLinks
}

export function isOfTest(test: Registered, { organisationId, arrivedAt, inspection }: MailSeen, ours: Ours): boolean {
  const { view, traces } = inspection
  const from = traces.find(({ kind }) => kind === 'sender')?.value ?? ''
  const replyTo = traces.find(({ kind }) => kind === 'reply-to')?.value ?? from
  return (
    couldBeTest(inspection) &&
    test.organisationId === organisationId &&
    isWithin(test, arrivedAt) &&
    isSender(test, from) &&
    isSender(test, replyTo) &&
    view.links.every(({ innermostHost }) => test.linkHosts.includes(innermostHost.replaceAll('[.]', '.').toLowerCase())) &&
    view.attachments.every(({ type }) => type.startsWith('image/')) &&
    saysWord(test, view.subject) &&
    !saysWhatWeSay(`${view.from}\n${view.subject}\n${view.text}`, ours)
  )
}

const isWithin = ({ beginsAt, endsAt, registeredAt, endedAt }: Registered, at: Date): boolean =>
  registeredAt <= at && beginsAt <= at && at <= endsAt && (endedAt === null || at <= endedAt)

const isSender = ({ senders }: Registered, address: string): boolean =>
  senders.some((one) => address === one || (!one.includes('@') && address.endsWith(`@${one}`)))

const saysWord = ({ subjectWords }: Registered, subject: string): boolean =>
  subjectWords.length === 0 || subjectWords.some((word) => subject.toLowerCase().includes(word.toLowerCase()))
