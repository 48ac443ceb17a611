/** Whether somebody has a part for the operator now. In the programme's transaction. */
import type { Tx } from '#storage'

/** At the desk. */
export async function isStaff(tx: Tx, personId: string): Promise<boolean> {
  const staff = tx.selectFrom('staff').select('person_id').where('person_id', '=', personId).where('until', 'is', null)
  return (await staff.executeTakeFirst()) !== undefined
}

/** At the desk, or looking on. */
export async function holdsPart(tx: Tx, personId: string): Promise<boolean> {
  const { holds } = await tx
    .selectNoFrom((columns) =>
      columns
        .or([
          columns.exists(columns.selectFrom('staff').select('person_id').where('person_id', '=', personId).where('until', 'is', null)),
          columns.exists(columns.selectFrom('observer').select('person_id').where('person_id', '=', personId).where('until', 'is', null)),
        ])
        .as('holds'),
    )
    .executeTakeFirstOrThrow()
  return holds === true
}
