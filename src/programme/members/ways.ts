/** By what a person can show that it is them. */
import type { Tx } from '#storage'

export type Ways = {
  readonly passkey: boolean
  readonly app: boolean
  /** Recovery codes that are left. */
  readonly recoveryCodes: number
  /** Whether there is a proven address that digits can be mailed to. */
  readonly mail: boolean
}

/** A passkey or a code app: whoever has one is not let in by the mailbox alone. */
export const hasMoreThanMail = ({ passkey, app }: Pick<Ways, 'passkey' | 'app'>): boolean => passkey || app

/** In a transaction of that person or the programme. */
export async function waysOf(tx: Tx, personId: string): Promise<Ways> {
  const found = await tx
    .selectFrom('person')
    .select((columns) => [
      columns.exists(columns.selectFrom('passkey').select('credential_id').whereRef('passkey.person_id', '=', 'person.id')).as('passkey'),
      columns
        .exists(columns.selectFrom('totp').select('id').whereRef('totp.person_id', '=', 'person.id').where('confirmed_at', 'is not', null))
        .as('app'),
      columns
        .exists(
          columns
            .selectFrom('account')
            .select('id')
            .whereRef('account.person_id', '=', 'person.id')
            .where('proven_at', 'is not', null)
            .where('removed_at', 'is', null),
        )
        .as('mail'),
      columns
        .selectFrom('recovery_code')
        .select((inner) => inner.fn.countAll<string>().as('left'))
        .whereRef('recovery_code.person_id', '=', 'person.id')
        .where('used_at', 'is', null)
        .as('left'),
    ])
    .where('id', '=', personId)
    .executeTakeFirst()
  return {
    passkey: found?.passkey === true,
    app: found?.app === true,
    recoveryCodes: Number(found?.left ?? 0),
    mail: found?.mail === true,
  }
}

/** Which of many people have a passkey or a code app, in a transaction of the programme. */
export async function whoHaveMoreThanMail(tx: Tx, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await tx
    .selectFrom('passkey')
    .select('person_id')
    .where('person_id', 'in', personIds)
    .union(tx.selectFrom('totp').select('person_id').where('person_id', 'in', personIds).where('confirmed_at', 'is not', null))
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}
