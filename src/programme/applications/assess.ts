/** What proofs and doubts of an application come to, by the operator's points: pure, so that it can be shown and tried. */
import type { Proof, ProofKind } from './proof.ts'

export type Points = Readonly<Record<ProofKind | 'vouch', number>>

export type AdmissionPolicy = {
  readonly points: Points
  /** From this sum on an application without doubts is accepted by itself. */
  readonly threshold: number
  /** Vouches that count at most. */
  readonly vouches: number
}

export const doubtKinds = [
  'lookalike',
  'domain-taken',
  'name-taken',
  'disputed',
  'product-unseen',
  'not-eligible',
  'rules-unsure',
  'full',
  'asked-for',
] as const
export type DoubtKind = (typeof doubtKinds)[number]
export type Doubt = { readonly kind: DoubtKind; readonly facts: Readonly<Record<string, string>> }

/** Those that may be an attack: two members of the staff must agree. */
const grave: readonly DoubtKind[] = ['lookalike', 'domain-taken', 'disputed']

export const opinionsNeeded = (doubts: readonly Doubt[]): 1 | 2 => (doubts.some(({ kind }) => grave.includes(kind)) ? 2 : 1)

export type Assessed = {
  readonly outcome: 'accepted' | 'refused' | 'with-a-person' | 'waits'
  readonly points: number
  readonly counted: readonly { readonly what: ProofKind | 'vouch'; readonly points: number }[]
}

/** Two ways to prove one thing count once, the better one. */
const same: readonly (readonly ProofKind[])[] = [['domain-dns', 'domain-web'], ['contact-mailbox'], ['base-product'], ['register']]

type Case = { readonly proofs: readonly Proof[]; readonly vouches: number; readonly doubts: readonly Doubt[] }

/** Not for this programme: refused. Enough points and no doubt: accepted. Enough with a doubt, or a person asked for: a human looks. Else it waits for more. */
export function assess({ proofs, vouches, doubts }: Case, policy: AdmissionPolicy): Assessed {
  const proven = new Set(proofs.filter(({ state }) => state === 'proven').map(({ kind }) => kind))
  const best = same.flatMap((kinds) =>
    kinds
      .filter((kind) => proven.has(kind))
      .map((what) => ({ what, points: policy.points[what] }))
      .sort((left, right) => right.points - left.points)
      .slice(0, 1),
  )
  const friends = Math.min(vouches, policy.vouches)
  const counted = [...best, ...Array.from({ length: friends }, () => ({ what: 'vouch' as const, points: policy.points.vouch }))]
  const points = counted.reduce((sum, one) => sum + one.points, 0)
  const isEnough = points >= policy.threshold
  const wantsPerson = doubts.some(({ kind }) => kind === 'asked-for')
  if (doubts.some(({ kind }) => kind === 'not-eligible')) return { outcome: wantsPerson ? 'with-a-person' : 'refused', points, counted }
  const outcome = isEnough && doubts.length === 0 ? 'accepted' : isEnough || wantsPerson ? 'with-a-person' : 'waits'
  return { outcome, points, counted }
}
