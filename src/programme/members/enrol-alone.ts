/**
 * Enrolling without an organisation: an address, six digits sent there, a name. Nobody is written down as a person before the digits came back. An address
 * that somebody here has proven is answered the same, and its digits sign that person in.
 */
import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { record } from '#audit'
import { hoursMs, type Language, minutesMs } from '#kernel'
import type { Vault } from '#secrets'
import { type Tx, uuid } from '#storage'
import { type Address, readAddress } from './address.ts'
import type { MembersDeps } from './deps.ts'
import { keepConsent } from './keep-consent.ts'
import { readLanguage } from './language.ts'
import { askForLetter } from './letters.ts'
import { orWrongCode } from './mail-codes.ts'
import { readName } from './name.ts'
import { tooManyTries } from './refusals.ts'
import { beginSession, type NewSession } from './sessions.ts'
import { letInWhoProved, mailSignInCode, type SignedIn, signInByCode } from './sign-in-by-code.ts'
import { sixDigits, typedDigits } from './six-digits.ts'
import { houseOf, type Limit } from './slow-down.ts'
import { hashOfToken, newToken } from './token.ts'

const livesMs = minutesMs(10)
const mostTries = 5
/** To one address: of those who ask from one place, and of all together. */
const mostAnHour = 5
const mostOfAllAnHour = 15

type Asked = { readonly address: string; readonly language: Language; readonly remote: string }

const digitsOf = (vault: Vault, startId: string): string => sixDigits(vault.mac('alone-code', startId))
const hashOf = (vault: Vault, digits: string): Buffer => vault.mac('alone-code-hash', digits)

/** Mails six digits and answers with what the form for them must bring back. Refusals `address-not-valid`, `too-many-tries` by remote address. */
export async function sendAloneCode(
  deps: MembersDeps,
  limit: Limit,
  { address, language, remote }: Asked,
): Promise<{ readonly challenge: string }> {
  if ((await limit.count(remote)) > 0) throw tooManyTries()
  const read = readAddress(address)
  const token = newToken(deps.chance)
  await deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const isSomebodys = await mailSignInCode(tx, deps, { folded: read.folded, challenge: { token, remote } })
    if (!isSomebodys) await begin(tx, deps, { read, language, remote, token })
  })
  return { challenge: token }
}

type Beginning = { readonly read: Address; readonly language: Language; readonly remote: string; readonly token: string }

async function begin(tx: Tx, { vault, clock }: MembersDeps, { read, language, remote, token }: Beginning): Promise<void> {
  const now = clock.now()
  const askedFrom = vault.mac('mail-code-asked-from', houseOf(remote))
  const recent = await tx
    .selectFrom('alone_start')
    .select('asked_from')
    .where('address_folded', '=', read.folded)
    .where('created_at', '>', new Date(now.getTime() - hoursMs(1)))
    .execute()
  const fromHere = recent.filter(({ asked_from }) => asked_from.equals(askedFrom))
  if (fromHere.length >= mostAnHour || recent.length >= mostOfAllAnHour) return
  const id = uuid()
  await tx
    .insertInto('alone_start')
    .values({
      id,
      token_hash: hashOfToken(token),
      address: read.written,
      address_folded: read.folded,
      language,
      code_hash: hashOf(vault, digitsOf(vault, id)),
      asked_from: askedFrom,
      created_at: now,
      expires_at: new Date(now.getTime() + livesMs),
      used_at: null,
    })
    .execute()
  await askForLetter(tx, { letter: 'alone-code', startId: id })
}

/** For the letter; undefined when the code is used or too old. */
export async function aloneCodeToMail(
  tx: Tx,
  { vault, clock }: Pick<MembersDeps, 'vault' | 'clock'>,
  startId: string,
): Promise<{ readonly address: string; readonly language: Language; readonly digits: string } | undefined> {
  const started = await tx
    .selectFrom('alone_start')
    .select(['address', 'language'])
    .where('id', '=', startId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', clock.now())
    .executeTakeFirst()
  return started && { address: started.address, language: readLanguage(started.language), digits: digitsOf(vault, startId) }
}

type Typed = Asked & {
  readonly code: string
  readonly challenge: string
  readonly name: string
  readonly consentVersion: string
  readonly userAgent?: string
}

/** Makes the person for the right digits and signs them in. Refusals `name-missing`, `wrong-code`, `too-many-tries`. */
export async function enrolAlone(deps: MembersDeps, limit: Limit, typed: Typed): Promise<SignedIn> {
  const { address, code, challenge, remote, userAgent } = typed
  const name = readName(typed.name)
  const { folded } = readAddress(address)
  const began = await deps.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .selectFrom('alone_start')
      .select('id')
      .where('token_hash', '=', hashOfToken(challenge))
      .where('address_folded', '=', folded)
      .executeTakeFirst(),
  )
  if (began === undefined)
    return signInByCode(deps, limit, { address, code, challenge, remote, ...(userAgent !== undefined && { userAgent }) })
  if ((await limit.count(remote)) > 0) throw tooManyTries()
  const signedIn = await deps.storage.asTenant({ kind: 'programme' }, async (tx): Promise<SignedIn | undefined> => {
    const started = await rightStart(tx, deps, began.id, code)
    if (started === undefined) return undefined
    // Two letters, two codes, one mailbox: the first makes the person, the second signs them in.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`alone/${folded}`}, 0))`.execute(tx)
    const somebody = await letInWhoProved(tx, deps, { folded, userAgent })
    return somebody ?? { kind: 'signed-in', session: await makePerson(tx, deps, { ...typed, name, started }) }
  })
  return orWrongCode(signedIn)
}

type Started = { readonly address: string; readonly folded: string }

/** Each try counts and the right one is used up: the transaction must commit also when the answer is none. */
async function rightStart(tx: Tx, { vault, clock }: MembersDeps, id: string, typed: string): Promise<Started | undefined> {
  const now = clock.now()
  const live = await tx
    .updateTable('alone_start')
    .set((columns) => ({ tries: columns('tries', '+', 1) }))
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('tries', '<', mostTries)
    .returning(['address', 'address_folded', 'code_hash'])
    .executeTakeFirst()
  if (live === undefined || !timingSafeEqual(live.code_hash, hashOf(vault, typedDigits(typed)))) return undefined
  await tx.updateTable('alone_start').set({ used_at: now }).where('id', '=', id).execute()
  return { address: live.address, folded: live.address_folded }
}

type Enrolled = Typed & { readonly started: Started }

async function makePerson(
  tx: Tx,
  deps: MembersDeps,
  { name, language, consentVersion, userAgent, started }: Enrolled,
): Promise<NewSession> {
  const now = deps.clock.now()
  const personId = uuid()
  await tx.insertInto('person').values({ id: personId, name, language, created_at: now, erased_at: null }).execute()
  await tx
    .insertInto('account')
    .values({
      id: uuid(),
      person_id: personId,
      organisation_id: null,
      kind: 'personal',
      address: started.address,
      address_folded: started.folded,
      proven_at: now,
      bouncing_since: null,
      created_at: now,
      removed_at: null,
    })
    .execute()
  await keepConsent(tx, deps.clock, { personId, purpose: 'take-part', version: consentVersion })
  await record(tx, deps.clock, {
    actor: { kind: 'person', personId },
    action: 'person.enrol-alone',
    subject: `person/${personId}`,
    owner: { kind: 'person', id: personId },
  })
  return beginSession(tx, deps, { personId, method: 'mail-code', userAgent })
}
