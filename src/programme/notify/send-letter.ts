/** The jobs that send a letter which is not a notice: codes, invitations, answers to reporters and applicants. */
import { z } from 'zod'
import { reasonsKept } from '#alerts'
import { applicationCodeToMail, applicationDecisionToMail, comeBackCodeToMail } from '#applications'
import { type Language, setback, verdicts } from '#kernel'
import {
  aloneCodeToMail,
  codeToMail,
  digitsOf,
  invitationToken,
  invitationToMail,
  type MailedCodeLetter,
  mailedCodeLetters,
  membershipNews,
  readLanguage,
  recoveryStopCode,
  signInNews,
} from '#members'
import { blindToMail, heartbeatToMail } from '#providers'
import type { Tx } from '#storage'
import { stoppedHost } from '#webhooks'
import type { NotifyDeps } from './deps.ts'
import { blindLetter, heartbeatLetter } from './letters/heartbeat-letter.ts'
import type { NoticeWritten } from './letters/notice-letter.ts'
import { reportLetter } from './letters/report-letter.ts'
import { codeLetter, decisionLetter, invitationLetter, membershipLetter, newsLetter, stoppedLetter } from './letters/short-letters.ts'
import type { Post } from './post.ts'
import { domainOf } from './signing/compose-letter.ts'
import { readSmtpTrouble } from './smtp-answer.ts'

const newsAsked = z.object({
  letter: z.literal('sign-in-news'),
  news: z.enum(signInNews),
  accountId: z.uuid(),
  newsId: z.uuid(),
  requestId: z.uuid().exactOptional(),
})
const membershipAsked = z.object({
  letter: z.literal('membership-news'),
  news: z.enum(membershipNews),
  accountId: z.uuid(),
  organisationId: z.uuid(),
  day: z.iso.date(),
})
const asked = z.discriminatedUnion('letter', [
  z.object({ letter: z.enum(mailedCodeLetters), mailCodeId: z.uuid() }),
  newsAsked,
  membershipAsked,
  z.object({ letter: z.literal('invitation'), invitationId: z.uuid() }),
  z.object({ letter: z.literal('alone-code'), startId: z.uuid() }),
  z.object({ letter: z.literal('heartbeat'), watchAddressId: z.uuid() }),
  z.object({ letter: z.literal('watch-blind'), watchAddressId: z.uuid() }),
  z.object({ letter: z.literal('webhook-stopped'), endpointId: z.uuid(), accountId: z.uuid() }),
  z.object({ letter: z.enum(['application-code', 'application-decision']), applicationId: z.uuid() }),
  z.object({ letter: z.literal('come-back-code'), comeBackCodeId: z.uuid() }),
])
/** Answers that were asked for before an edition that tells reasons carry neither of the last two. */
const answerAsked = z.object({
  accountId: z.uuid(),
  verdict: z.enum(verdicts),
  reportId: z.uuid(),
  checked: z.array(z.string()).default([]),
  messageHash: z.hex().exactOptional(),
})

type Deps = NotifyDeps & { readonly post: Post }
type Written = NoticeWritten & { readonly to: string; readonly id: string }

/** The handler of members' `send-letter` task: a letter whose code or link is too old is not sent. */
export const sendLetter =
  (deps: Deps) =>
  async (payload: unknown): Promise<void> => {
    const letter = asked.parse(payload)
    if (letter.letter === 'watch-blind') return remind(deps, letter.watchAddressId)
    const written = await write(deps, letter)
    if (written !== undefined) await send(deps, written)
  }

/** The handler of `answer-report`. */
export const answerReport =
  (deps: Deps) =>
  async (payload: unknown): Promise<void> => {
    const { accountId, verdict, reportId, checked, messageHash } = answerAsked.parse(payload)
    const to = await deps.storage.asTenant({ kind: 'programme' }, (tx) =>
      tx
        .selectFrom('account')
        .innerJoin('person', 'person.id', 'account.person_id')
        .select(['account.address', 'person.language'])
        .where('account.id', '=', accountId)
        .where('account.removed_at', 'is', null)
        .executeTakeFirst(),
    )
    if (to === undefined) return
    const reasons = messageHash === undefined ? [] : await reasonsKept(deps, { accountId, messageHash })
    const written = reportLetter(
      { explain: deps.explain, sender: await deps.sender() },
      { language: readLanguage(to.language), verdict, reasons, checked },
    )
    await send(deps, { ...written, to: to.address, id: `report-${reportId}` })
  }

function write(deps: Deps, letter: Exclude<z.infer<typeof asked>, { readonly letter: 'watch-blind' }>): Promise<Written | undefined> {
  switch (letter.letter) {
    case 'heartbeat':
      return writeHeartbeat(deps, letter.watchAddressId)
    case 'invitation':
      return writeInvitation(deps, letter.invitationId)
    case 'alone-code':
      return writeAloneCode(deps, letter.startId)
    case 'webhook-stopped':
      return writeStopped(deps, letter)
    case 'application-code':
      return writeApplicationCode(deps, letter.applicationId)
    case 'come-back-code':
      return writeComeBackCode(deps, letter.comeBackCodeId)
    case 'application-decision':
      return writeDecision(deps, letter.applicationId)
    case 'membership-news':
      return writeMembership(deps, letter)
    case 'sign-in-news':
      return writeNews(deps, letter)
    default:
      return writeCode(deps, letter)
  }
}

async function writeHeartbeat({ storage, vault, sender }: Deps, watchAddressId: string): Promise<Written | undefined> {
  const to = await storage.asTenant({ kind: 'programme' }, (tx) => heartbeatToMail(tx, vault, watchAddressId))
  if (to === undefined) return undefined
  const { name: programme } = await sender()
  return { ...heartbeatLetter({ ...to, programme }), to: to.address, id: `beat-${watchAddressId}-${to.token}` }
}

async function remind(deps: Deps, watchAddressId: string): Promise<void> {
  const to = await deps.storage.asTenant({ kind: 'programme' }, (tx) => blindToMail(tx, watchAddressId))
  if (to === undefined) return
  const { name: programme } = await deps.sender()
  const written = blindLetter({ ...to, programme })
  for (const [n, address] of to.addresses.entries()) await send(deps, { ...written, to: address, id: `blind-${watchAddressId}-${n}` })
}

async function writeApplicationCode(deps: Deps, applicationId: string): Promise<Written | undefined> {
  const to = await deps.storage.asTenant({ kind: 'programme' }, (tx) => applicationCodeToMail(tx, deps, applicationId))
  return to && writeFirstCode(deps, to, `application-code-${applicationId}-${to.n}`)
}

async function writeComeBackCode(deps: Deps, codeId: string): Promise<Written | undefined> {
  const to = await deps.storage.asTenant({ kind: 'programme' }, (tx) => comeBackCodeToMail(tx, deps, codeId))
  return to && writeFirstCode(deps, to, `come-back-code-${codeId}`)
}

async function writeAloneCode(deps: Deps, startId: string): Promise<Written | undefined> {
  const to = await deps.storage.asTenant({ kind: 'programme' }, (tx) => aloneCodeToMail(tx, deps, startId))
  return to && writeFirstCode(deps, to, `alone-code-${startId}`)
}

type DigitsTo = { readonly address: string; readonly language: Language; readonly digits: string }

/** Digits to somebody who is no person here yet. */
async function writeFirstCode({ sender }: Deps, { address, language, digits }: DigitsTo, id: string): Promise<Written> {
  const { name: programme } = await sender()
  return { ...codeLetter({ purpose: 'prove-address', language, digits, programme }), to: address, id }
}

async function writeDecision({ storage, sender }: Deps, applicationId: string): Promise<Written | undefined> {
  const to = await storage.asTenant({ kind: 'programme' }, (tx) => applicationDecisionToMail(tx, applicationId))
  if (to === undefined) return undefined
  const { name: programme } = await sender()
  return { ...decisionLetter({ ...to, programme }), to: to.address, id: `application-decision-${applicationId}` }
}

async function writeCode(
  { storage, vault, clock, sender }: Deps,
  { letter, mailCodeId }: { readonly letter: MailedCodeLetter; readonly mailCodeId: string },
): Promise<Written | undefined> {
  const to = await storage.asTenant({ kind: 'programme' }, (tx) => codeToMail(tx, clock, mailCodeId))
  if (to === undefined) return undefined
  const { name: programme } = await sender()
  const written = codeLetter({ purpose: letter, language: readLanguage(to.language), digits: digitsOf(vault, mailCodeId), programme })
  return { ...written, to: to.address, id: `code-${mailCodeId}` }
}

async function writeNews(
  { storage, vault, sender }: Deps,
  { news, accountId, newsId, requestId }: z.infer<typeof newsAsked>,
): Promise<Written | undefined> {
  const to = await storage.asTenant({ kind: 'programme' }, (tx) => readerOf(tx, accountId))
  if (to === undefined) return undefined
  const { name: programme } = await sender()
  const stop = requestId !== undefined && { stopCode: recoveryStopCode(vault, requestId) }
  const written = newsLetter({ news, language: readLanguage(to.language), name: to.name, programme, ...stop })
  return { ...written, to: to.address, id: `news-${newsId}` }
}

const readerOf = (tx: Tx, accountId: string) =>
  tx
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.address', 'person.name', 'person.language'])
    .where('account.id', '=', accountId)
    .where('account.removed_at', 'is', null)
    .executeTakeFirst()

/** The address may have ended with the membership it is about: it is written to all the same. */
async function writeMembership(
  { storage, sender }: Deps,
  { news, accountId, organisationId, day }: z.infer<typeof membershipAsked>,
): Promise<Written | undefined> {
  const to = await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .selectFrom('account')
      .innerJoin('person', 'person.id', 'account.person_id')
      .innerJoin('organisation', (join) => join.on('organisation.id', '=', organisationId))
      .select(['account.address', 'person.name', 'person.language', 'organisation.name as organisation'])
      .where('account.id', '=', accountId)
      .where('account.address', '!=', 'removed')
      .where('person.erased_at', 'is', null)
      .executeTakeFirst(),
  )
  if (to === undefined) return undefined
  const { name: programme } = await sender()
  const written = membershipLetter({ ...to, news, language: readLanguage(to.language), day: new Date(`${day}T00:00:00Z`), programme })
  return { ...written, to: to.address, id: `membership-${news}-${organisationId}-${accountId}-${day}` }
}

type StoppedAsked = { readonly endpointId: string; readonly accountId: string }

async function writeStopped({ storage, sender }: Deps, { endpointId, accountId }: StoppedAsked): Promise<Written | undefined> {
  const [to, host] = await storage.asTenant({ kind: 'programme' }, async (tx) => [
    await readerOf(tx, accountId),
    await stoppedHost(tx, endpointId),
  ])
  if (to === undefined || host === undefined) return undefined
  const { name: programme } = await sender()
  const written = stoppedLetter({ language: readLanguage(to.language), name: to.name, host, programme })
  return { ...written, to: to.address, id: `webhook-stopped-${endpointId}-${accountId}` }
}

async function writeInvitation({ storage, vault, clock, sender }: Deps, invitationId: string): Promise<Written | undefined> {
  const seen = await storage.asTenant({ kind: 'programme' }, (tx) => invitationToMail(tx, { clock, vault }, invitationId))
  if (seen === undefined || seen.address === '') return undefined
  const { organisation, invitedBy: inviter, personName: name, language, phrase } = seen
  const written = invitationLetter({
    language,
    name,
    organisation,
    inviter,
    token: invitationToken(vault, invitationId),
    phrase,
    sender: await sender(),
  })
  return { ...written, to: seen.address, id: `invitation-${invitationId}` }
}

async function send({ post, sender: read, clock }: Deps, { to, subject, text, id }: Written): Promise<void> {
  const sender = await read()
  if (sender.relay === null) throw setback('mail-not-set-up', `sending ${id}: no mail relay is set up`)
  try {
    await post.send(sender.relay, sender, { to, subject, text, messageId: `<${id}@${domainOf(sender.fromAddress)}>`, date: clock.now() })
  } catch (thrown) {
    const trouble = readSmtpTrouble(thrown)
    // Nobody waits for a letter that the address refuses; the person asks again with another one.
    if (trouble.kind === 'bounced' || trouble.kind === 'refused') return
    throw setback('mail-relay', `sending ${id}: ${trouble.answer}`)
  }
}
