/**
 * Asks for every proof that an application can have, and decides what they come to. Asking is done outside of any
 * transaction; what was heard is written, and decided on, in one.
 */
import { sql } from 'kysely'
import type { Tx } from '#storage'
import { type Answers, writesFromDomain } from './answers.ts'
import { type Application, byId, isClosed } from './application-row.ts'
import { type Assessed, assess } from './assess.ts'
import { close } from './close.ts'
import type { ApplicationsDeps, RulesSay } from './deps.ts'
import { proveByDns, proveByWeb } from './domain-proof.ts'
import { doubtsOf } from './doubts.ts'
import { keepProofs, proofsOf } from './kept-proofs.ts'
import { type Provable, provable, proveProduct } from './product-proof.ts'
import type { Proof } from './proof.ts'
import { proveByRegister } from './registers.ts'
import { challengeToken } from './tokens.ts'
import { vouchesFor } from './vouches.ts'

/** Any number, the same for every process. */
const decideLock = 7_041_779

/** Checks one application again; undefined when it is not there or no longer open. Safe to call twice at once. */
export async function checkApplication(deps: ApplicationsDeps, id: string): Promise<Application | undefined> {
  const before = await deps.storage.asTenant({ kind: 'programme' }, (tx) => byId(tx, id))
  if (before === undefined || !isChecked(before)) return undefined
  const asked = await askOutside(deps, before)
  // After the outside, which takes its time: the rules in force decide, not those of some seconds ago.
  const [says, policy] = await Promise.all([deps.rules(before.answers.facts), deps.policy()])
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    // One after the other: two that apply for one domain must not both find it free.
    await sql`select pg_advisory_xact_lock(${sql.lit(decideLock)})`.execute(tx)
    const found = await byId(tx, id)
    if (found === undefined || !isChecked(found)) return undefined
    await keepProofs(tx, deps.clock, id, [...asked, contactProof(found), ...(await proveByRegister(tx, found.answers))])
    const proofs = await proofsOf(tx, id)
    const doubts = await doubtsOf(tx, { found, proofs, says })
    const vouches = await vouchesFor(tx, found)
    return settle(tx, deps, { found, assessed: assess({ proofs, vouches, doubts }, policy), says, doubts })
  })
}

const isChecked = ({ state }: Application): boolean => state === 'checking' || state === 'with-a-person'

async function askOutside({ outside, vault }: ApplicationsDeps, { id, answers }: Application): Promise<readonly Proof[]> {
  const { domain, facts } = answers
  if (domain === '') return []
  const token = challengeToken(vault, id)
  const product = provable.find((one): one is Provable => one === facts['product'])
  return Promise.all([
    proveByDns(outside, domain, token),
    proveByWeb(outside, domain, token),
    ...(product === undefined ? [] : [proveProduct(outside, domain, product)]),
  ])
}

const contactProof = ({ answers, isContactProven }: Application): Proof => ({
  kind: 'contact-mailbox',
  state: isContactProven && writesFromDomain(answers) ? 'proven' : 'absent',
  evidence: [{ asked: 'six digits to the contact’s mailbox', answered: mailboxSays(answers, isContactProven) }],
})

function mailboxSays(answers: Answers, isProven: boolean): string {
  if (!isProven) return 'not typed in'
  return writesFromDomain(answers) ? 'typed in; the mailbox is at the domain' : 'typed in; the mailbox is not at the domain'
}

type Settled = { readonly found: Application; readonly assessed: Assessed; readonly says: RulesSay; readonly doubts: Application['doubts'] }

async function settle(tx: Tx, deps: ApplicationsDeps, { found, assessed, says, doubts }: Settled): Promise<Application> {
  const now = deps.clock.now()
  const { outcome, points } = assessed
  const programme = { ...says.programme, rules: says.rules }
  // A person who looks at it already is not sent away by a check that finds less.
  const state = outcome === 'waits' ? found.state : outcome
  await tx
    .updateTable('application')
    .set({
      state,
      points,
      reasons: JSON.stringify(doubts),
      programme: JSON.stringify(programme),
      checked_at: now,
      changed_at: now,
      ...(isClosed(state) && { decided_at: now }),
    })
    .where('id', '=', found.id)
    .execute()
  const settled = { ...found, state, points, doubts, checkedAt: now, programme }
  if (!isClosed(state)) return settled
  return close(tx, deps, settled, { actor: { kind: 'programme' }, details: { programme: says.programme.hash, points } })
}
