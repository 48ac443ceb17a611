/** What makes an application one for a person: it dresses up as a member, or has what a member has. */

import { likenessOf } from '#mail'
import type { Tx } from '#storage'
import type { Application } from './application-row.ts'
import type { Doubt } from './assess.ts'
import type { RulesSay } from './deps.ts'
import type { Proof } from './proof.ts'

type Case = { readonly found: Application; readonly proofs: readonly Proof[]; readonly says: RulesSay }

/** Every doubt there is. Names of members stand in the facts, for the staff alone: an applicant is told the kind only. */
export async function doubtsOf(tx: Tx, { found, proofs, says }: Case): Promise<readonly Doubt[]> {
  const { name, domain, asks } = found.answers
  const members = await tx.selectFrom('organisation').select(['name', 'domains']).where('closed_at', 'is', null).execute()
  const doubts: Doubt[] = []
  const taken =
    domain !== '' && members.find(({ domains }) => domains.some((theirs) => isWithin(domain, theirs) || isWithin(theirs, domain)))
  if (taken) doubts.push({ kind: 'domain-taken', facts: { of: taken.name } })
  if (domain !== '' && !taken) {
    const likeness = likenessOf(
      domain,
      members.flatMap(({ domains }) => domains),
      { endings: true },
    )
    const of = likeness && members.find(({ domains }) => domains.includes(likeness.of))
    if (likeness) doubts.push({ kind: 'lookalike', facts: { domain: likeness.of, of: of?.name ?? '' } })
  }
  const namesake = members.find((one) => folded(one.name) === folded(name))
  if (namesake && namesake !== taken) doubts.push({ kind: 'name-taken', facts: { of: namesake.name } })
  if (proofs.some(({ state }) => state === 'disputed')) doubts.push({ kind: 'disputed', facts: {} })
  if (says.restsOnProduct && !proofs.some(({ kind, state }) => kind === 'base-product' && state === 'proven'))
    doubts.push({ kind: 'product-unseen', facts: {} })
  if (says.outcome === 'not-eligible') doubts.push({ kind: 'not-eligible', facts: {} })
  if (says.outcome === 'unsure') doubts.push({ kind: 'rules-unsure', facts: {} })
  if (says.mostOrganisations !== undefined && members.length >= says.mostOrganisations)
    doubts.push({ kind: 'full', facts: { most: String(says.mostOrganisations) } })
  if (asks !== '') doubts.push({ kind: 'asked-for', facts: {} })
  return doubts
}

/** The same domain, or one below it. */
const isWithin = (one: string, other: string): boolean => one === other || one.endsWith(`.${other}`)

const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
