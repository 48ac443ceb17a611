/** What the holder of an application's link sees of it once it is sent in: what is proven, what is open, and nothing of other members. */
import { cut } from '#kernel'
import type { Application } from './application-row.ts'
import { byToken } from './application-row.ts'
import type { DoubtKind } from './assess.ts'
import type { ApplicationsDeps } from './deps.ts'
import { challengeLine, challengeName, challengeUrl } from './domain-proof.ts'
import { type KeptProof, proofsOf } from './kept-proofs.ts'
import { challengeToken, shownVouchCode, vouchCode } from './tokens.ts'
import { vouchesFor } from './vouches.ts'

export type ApplicationStatus = Omit<Application, 'doubts'> & {
  readonly proofs: readonly KeptProof[]
  readonly vouches: number
  readonly threshold: number
  /** Those of their own making. That a name or domain is like a member's is not an applicant's to know: it would tell who takes part. */
  readonly doubts: readonly DoubtKind[]
  readonly vouchCode: string
  /** What to write where; nothing for those without a domain. */
  readonly challenge?: { readonly name: string; readonly url: string; readonly line: string }
}

const told: readonly DoubtKind[] = ['disputed', 'product-unseen', 'not-eligible', 'rules-unsure', 'full', 'asked-for']

/** Undefined when there is no such application. */
export async function applicationStatus(
  { storage, vault, policy }: ApplicationsDeps,
  token: string,
): Promise<ApplicationStatus | undefined> {
  const { threshold } = await policy()
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const found = await byToken(tx, token)
    if (found === undefined) return undefined
    const { domain } = found.answers
    return {
      ...found,
      doubts: found.doubts.map(({ kind }) => kind).filter((kind) => told.includes(kind)),
      proofs: await proofsOf(tx, found.id),
      vouches: await vouchesFor(tx, found),
      threshold,
      vouchCode: shownVouchCode(vouchCode(vault, found.id)),
      ...(domain !== '' && {
        challenge: { name: challengeName(domain), url: challengeUrl(domain), line: challengeLine(challengeToken(vault, found.id)) },
      }),
    }
  })
}

/** Asks for a person to look, with what they should know. False when it is not being checked. */
export async function askForPerson({ storage, clock }: ApplicationsDeps, token: string, asks: string): Promise<boolean> {
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const found = await byToken(tx, token)
    if (found === undefined || found.state !== 'checking') return false
    const told = cut(asks.normalize('NFC').trim(), 2000)
    const answers = { ...found.answers, asks: told === '' ? '–' : told }
    const doubts = [...found.doubts.filter(({ kind }) => kind !== 'asked-for'), { kind: 'asked-for', facts: {} }]
    await tx
      .updateTable('application')
      .set({ state: 'with-a-person', answers: JSON.stringify(answers), reasons: JSON.stringify(doubts), changed_at: clock.now() })
      .where('id', '=', found.id)
      .execute()
    return true
  })
}
