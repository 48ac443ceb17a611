/**
 * Who hears of a mail that reached somebody: the mailbox's own person, always,
 * and the others who read it at home, by that person's leave and their own.
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
  /** Others of the household whom this person lets be told of this mailbox. */
  readonly sharers: readonly string[]
  readonly administrators: readonly { readonly personId: string; readonly organisationId: string }[]
}

export type Told = { readonly personId: string; readonly as: 'mailbox-owner' | 'reads-it-too' | 'administrator' }

export function whoIsTold({ reached, organisationId, grantedTo, sharers, administrators }: Matter): readonly Told[] {
  const owner: Told = { personId: reached, as: 'mailbox-owner' }
  if (organisationId !== null) return [owner]
  const readers = sharers.filter((personId) => personId !== reached)
  const allowed = administrators.filter(
    (one) => grantedTo.includes(one.organisationId) && one.personId !== reached && !readers.includes(one.personId),
  )
  const others = [...new Set(allowed.map(({ personId }) => personId))]
  return [
    owner,
    ...readers.map((personId): Told => ({ personId, as: 'reads-it-too' })),
    ...others.map((personId): Told => ({ personId, as: 'administrator' })),
  ]
}
