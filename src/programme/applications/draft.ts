/** An application while it is written: begun, saved at each step, its contact proven, sent in, taken back. */
import { record } from '#audit'
import type { Language } from '#kernel'
import { hashOfToken, type MembersDeps, readAddress } from '#members'
import { type Tx, uuid } from '#storage'
import { type Answers, answered, missing, noAnswers, type Step, type StepGiven } from './answers.ts'
import { type Application, byToken, openStates } from './application-row.ts'
import { sendContactCode, tryContactCode } from './contact-code.ts'
import type { ApplicationsDeps } from './deps.ts'
import { applicationClosed, applicationNotReady, codesUsedUp, contactCodeWrong } from './refusals.ts'
import { applicationToken, hashOfVouchCode, vouchCode } from './tokens.ts'

const mostCodes = 8

/** Begins an application and answers with its token, which the browser keeps. */
export async function beginApplication({ storage, vault, clock }: MembersDeps, language: Language): Promise<{ readonly token: string }> {
  const id = uuid()
  const token = applicationToken(vault, id)
  const now = clock.now()
  await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .insertInto('application')
      .values({
        id,
        token_hash: hashOfToken(token),
        language,
        state: 'draft',
        answers: JSON.stringify(noAnswers),
        code_hash: null,
        code_expires_at: null,
        contact_proven_at: null,
        vouch_hash: hashOfVouchCode(vault, vouchCode(vault, id)),
        programme: null,
        begun_at: now,
        changed_at: now,
        submitted_at: null,
        checked_at: null,
        decided_at: null,
        organisation_id: null,
      })
      .execute(),
  )
  return { token }
}

/** What the holder of a link has written so far; undefined when there is no such application. */
export const application = ({ storage }: ApplicationsDeps, token: string): Promise<Application | undefined> =>
  storage.asTenant({ kind: 'programme' }, (tx) => byToken(tx, token))

/** Keeps the answers of one step. Refusals of `answered`, and `application-closed`; undefined when there is no such application. */
export async function saveStep(deps: ApplicationsDeps, token: string, step: Step, given: StepGiven): Promise<Application | undefined> {
  return inDraft(deps, token, async (tx, found) => {
    const answers = answered(found.answers, step, given)
    const isSameContact = answers.contact.address === found.answers.contact.address
    await tx
      .updateTable('application')
      .set({
        answers: JSON.stringify(answers),
        domain: answers.domain,
        contact_folded: foldedOf(answers.contact),
        second_folded: foldedOf(answers.second),
        changed_at: deps.clock.now(),
        ...(!isSameContact && { contact_proven_at: null, code_hash: null, code_tries: 0 }),
      })
      .where('id', '=', found.id)
      .execute()
    if (!isSameContact) await sendCode(tx, deps, found.id)
    return { ...found, answers, isContactProven: isSameContact && found.isContactProven }
  })
}

const foldedOf = ({ address }: Answers['contact']): string => (address === '' ? '' : readAddress(address).folded)

/** Sends the contact another code. Refusal `codes-used-up`. */
export const sendCodeAgain = (deps: ApplicationsDeps, token: string): Promise<Application | undefined> =>
  inDraft(deps, token, async (tx, found) => {
    if (!found.isContactProven && found.answers.contact.address !== '') await sendCode(tx, deps, found.id)
    return found
  })

async function sendCode(tx: Tx, deps: ApplicationsDeps, id: string): Promise<void> {
  if (!(await sendContactCode(tx, deps, id, mostCodes))) throw codesUsedUp()
}

/** The six digits. A wrong try counts, so the transaction commits before the refusal `wrong-code`. */
export async function proveContact(deps: ApplicationsDeps, token: string, typed: string): Promise<Application | undefined> {
  const tried = await inDraft(deps, token, async (tx, found) => {
    if (found.isContactProven) return { found, isRight: true }
    const isRight = await tryContactCode(tx, deps, found.id, typed)
    if (isRight) await tx.updateTable('application').set({ contact_proven_at: deps.clock.now() }).where('id', '=', found.id).execute()
    return { found: { ...found, isContactProven: isRight }, isRight }
  })
  if (tried && !tried.isRight) throw contactCodeWrong()
  return tried?.found
}

/** Sends it in. Refusal `application-not-ready` when something is missing; asking for a person says why. */
export async function submitApplication(deps: ApplicationsDeps, token: string): Promise<Application | undefined> {
  return inDraft(deps, token, async (tx, found) => {
    if (missing(found.answers, found).length > 0) throw applicationNotReady()
    const now = deps.clock.now()
    await tx.updateTable('application').set({ state: 'checking', submitted_at: now, changed_at: now }).where('id', '=', found.id).execute()
    await record(tx, deps.clock, { actor: { kind: 'programme' }, action: 'application.submit', subject: `application/${found.id}` })
    return { ...found, state: 'checking' as const, submittedAt: now }
  })
}

/** Takes it back; what was written is deleted by the retention job. False when it is decided already. */
export async function withdrawApplication({ storage, clock }: ApplicationsDeps, token: string): Promise<boolean> {
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const row = await tx
      .updateTable('application')
      .set({ state: 'withdrawn', decided_at: clock.now(), changed_at: clock.now() })
      .where('token_hash', '=', hashOfToken(token))
      .where('state', 'in', openStates)
      .returning('id')
      .executeTakeFirst()
    if (row) await record(tx, clock, { actor: { kind: 'programme' }, action: 'application.withdraw', subject: `application/${row.id}` })
    return row !== undefined
  })
}

async function inDraft<Result>(
  { storage }: ApplicationsDeps,
  token: string,
  work: (tx: Tx, found: Application) => Promise<Result>,
): Promise<Result | undefined> {
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const found = await byToken(tx, token)
    if (found === undefined) return undefined
    if (found.state !== 'draft') throw applicationClosed()
    return work(tx, found)
  })
}
