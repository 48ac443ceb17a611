/** What the rest of the house asks: is this mail of a registered test, that it was noted, and what its person is told. */
import { type Clock, daysMs, type Who } from '#kernel'
import type { Storage, Tx } from '#storage'
import type { SimulationDeps } from './deps.ts'
import { couldBeTest, isOfTest, type MailSeen } from './is-of-test.ts'

/** The id of the test that a mail is of, asked in the transaction that writes down what the mail was. */
export type RegisteredTest = (tx: Tx, mail: MailSeen) => Promise<string | undefined>

export const openRegisteredTests =
  ({ ours }: Pick<SimulationDeps, 'ours'>): RegisteredTest =>
  async (tx, mail) => {
    if (!couldBeTest(mail.inspection)) return undefined
    const rows = await tx
      .selectFrom('simulation')
      .selectAll()
      .where('organisation_id', '=', mail.organisationId)
      .where('ends_at', '>=', mail.arrivedAt)
      .execute()
    if (rows.length === 0) return undefined
    const own = await ours()
    return rows
      .map((row) => ({
        id: row.id,
        organisationId: row.organisation_id,
        beginsAt: row.begins_at,
        endsAt: row.ends_at,
        registeredAt: row.registered_at,
        endedAt: row.ended_at,
        senders: row.senders,
        linkHosts: row.link_hosts,
        subjectWords: row.subject_words,
      }))
      .find((test) => isOfTest(test, mail, own))?.id
  }

type Noted = {
  readonly simulationId: string
  readonly accountId: string
  readonly personId: string
  readonly organisationId: string
  readonly messageHash: Buffer
  readonly arrivedAt: Date
}

/** Once a mail and mailbox. */
export async function noteTest(tx: Tx, clock: Clock, noted: Noted): Promise<void> {
  await tx
    .insertInto('simulation_mail')
    .values({
      account_id: noted.accountId,
      message_hash: noted.messageHash,
      simulation_id: noted.simulationId,
      person_id: noted.personId,
      organisation_id: noted.organisationId,
      arrived_at: noted.arrivedAt,
      noticed_at: clock.now(),
    })
    .onConflict((found) => found.doNothing())
    .execute()
}

/** The newest test that reached somebody, as their page tells it. */
export type TestTold = { readonly organisation: string; readonly arrivedAt: Date; readonly contact: string }

const toldForMs = daysMs(14)

export async function testTold(
  { storage, clock }: { readonly storage: Storage; readonly clock: Clock },
  who: Who,
): Promise<TestTold | undefined> {
  if (who.kind !== 'person') return undefined
  const { personId } = who
  return storage.asTenant(who, async (tx) => {
    const row = await tx
      .selectFrom('simulation_mail')
      .innerJoin('simulation', 'simulation.id', 'simulation_mail.simulation_id')
      .innerJoin('organisation', 'organisation.id', 'simulation_mail.organisation_id')
      .select(['organisation.name', 'simulation_mail.arrived_at', 'simulation.contact'])
      .where('simulation_mail.person_id', '=', personId)
      .where('simulation_mail.arrived_at', '>', new Date(clock.now().getTime() - toldForMs))
      .orderBy('simulation_mail.arrived_at', 'desc')
      .executeTakeFirst()
    return row && { organisation: row.name, arrivedAt: row.arrived_at, contact: row.contact }
  })
}
