/** What can be proved of an applicant, and what was asked and answered when it was tried. */
import { cut } from '#kernel'

export const proofKinds = ['contact-mailbox', 'domain-dns', 'domain-web', 'base-product', 'register'] as const
export type ProofKind = (typeof proofKinds)[number]

/**
 * proven: shown beyond doubt · absent: asked, and it is not there · disputed: those asked say different things ·
 * failed: nobody could be asked, so nothing is known.
 */
export type ProofState = 'proven' | 'absent' | 'disputed' | 'failed'

export type Evidence = {
  /** `TXT _bellwether-challenge.riverton.example`, `https://…`. */
  readonly asked: string
  /** What came, cut; or why nothing came. */
  readonly answered: string
  /** Which resolver, where several were asked. */
  readonly from?: string
}

export type Proof = {
  readonly kind: ProofKind
  readonly state: ProofState
  readonly evidence: readonly Evidence[]
}

const longest = 300

/** A value from outside, as it may stand in evidence: one line, cut. */
export function quoted(values: readonly string[]): string {
  if (values.length === 0) return 'nothing'
  const text = values.join(' · ').replace(/\p{Cc}/gu, ' ')
  return text.length > longest ? `${cut(text, longest)}…` : text.toWellFormed()
}
