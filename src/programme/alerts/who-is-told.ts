/**
 * Who hears of a mail that reached somebody: the mailbox's own person, always.
 * An organisation's administrators hear of a personal matter only while its
 * person's consent lives; work matters stand on their page and interrupt
 * nobody else. Nobody else is ever told.
 */

export type Matter = {
  /** Whose mailbox was reached. */
  readonly reached: string
  /** The organisation of a work account; null for a personal one. */
  readonly organisationId: string | null
  /** Organisations that a live grant of this person lets know. */
  readonly grantedTo: readonly string[]
  readonly administrators: readonly { readonly personId: string; readonly organisationId: string }[]
}

export type Told = { readonly personId: string; readonly as: 'mailbox-owner' | 'administrator' }

export function whoIsTold({ reached, organisationId, grantedTo, administrators }: Matter): readonly Told[] {
  const owner: Told = { personId: reached, as: 'mailbox-owner' }
  if (organisationId !== null) return [owner]
  const allowed = administrators.filter((one) => grantedTo.includes(one.organisationId) && one.personId !== reached)
  const others = [...new Set(allowed.map(({ personId }) => personId))]
  return [owner, ...others.map((personId): Told => ({ personId, as: 'administrator' }))]
}
