/** Whether somebody has a part for the operator now, at the desk or looking on. In the programme's transaction. */
import type { Tx } from '#storage'

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
