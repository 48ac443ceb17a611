/**
 * Three organisations of one programme with a person each, their mailboxes held in memory, the real engine and the real jobs: for stories about one
 * campaign in all of them. The reader is a fake (a mail server has its own tests); it gives what was put in and says what is gone.
 */
import pg from 'pg'
import type { Teller, Telling } from '#alerts'
import type { Handler } from '#jobs'
import type { Verdict, Who } from '#kernel'
import { type Inspection, inspect } from '#mail'
import { addPerson, createOrganisation } from '#members'
import { uuid } from '#storage'
import { openHitKeeping, openRuleTest } from '../../src/app/jobs/evaluation.ts'
import { openExamination } from '../../src/app/jobs/examine-message.ts'
import { openReach, openReachMail } from '../../src/app/jobs/reach.ts'
import { connectedMailbox, openWorld, programme, provenAddress, type World } from './programme.ts'

export type Box = {
  readonly personId: string
  readonly accountId: string
  readonly organisationId: string | null
  readonly connectionId: string
  readonly address: string
}

export type ThreeOrganisations = World & {
  readonly ana: Box
  readonly bea: Box
  readonly cem: Box
  /** The administrators of the second and the third. */
  readonly administrators: { readonly bea: Who; readonly cem: Who }
  readonly told: Telling[]
  /** A mail arrives and is examined; what was written down of it. */
  readonly arrives: (
    box: Box,
    mail: string,
    options?: { readonly junk?: boolean },
  ) => Promise<{ readonly uid: number; readonly verdict: Verdict }>
  readonly remove: (box: Box, uid: number) => void
  /** Runs every waiting job of these tasks, also those that they ask for; `twice` runs each two times at once and once more, as after a crash. */
  readonly work: (options?: { readonly twice?: boolean }) => Promise<number>
  readonly personalBox: (of: Box, address: string) => Promise<Box>
  readonly incidents: (
    box: Box,
  ) => Promise<readonly { readonly id: string; readonly headline: string; readonly messages: number; readonly state: string }[]>
  readonly close: () => Promise<void>
}

export const mailOf = (from: string, to: string, subject: string, text: string, headers = ''): string =>
  `${headers}From: ${from}\nTo: ${to}\nSubject: ${subject}\nDate: Sun, 3 May 2026 11:59:00 +0000\nMessage-ID: <${uuid()}@campaign.example>\n\n${text}\n`

export async function threeOrganisations(): Promise<ThreeOrganisations> {
  const world = await openWorld()
  const told: Telling[] = []
  const mails = new Map<string, Buffer>()
  let uid = 0
  const owner = new pg.Client({ connectionString: world.storage.databaseOwnerUrl })
  await owner.connect()

  /** Writes a notice row as notify would, as far as alerts reads it. */
  const teller: Teller = async () => async (tx, telling) => {
    told.push(telling)
    await tx
      .insertInto('notice')
      .values({
        id: uuid(),
        incident_id: telling.incidentId,
        person_id: telling.personId,
        organisation_id: telling.organisationId,
        kind: telling.kind,
        level: telling.level,
        language: 'en',
        code_hash: Buffer.from(uuid()),
        sealed: Buffer.alloc(0),
        subject_account_id: telling.subjectAccountId,
        decided_at: world.clock.now(),
        read_at: null,
      })
      .execute()
  }

  const box = async (personId: string, accountId: string, organisationId: string | null, address: string): Promise<Box> => {
    const connectionId = await connectedMailbox(world, { personId, accountId })
    const settings = JSON.stringify({
      host: 'imap.example',
      port: 993,
      tls: 'implicit',
      user: address,
      how: 'password',
      trustedAuthserv: ['mx.programme.example'],
    })
    await world.storage.asTenant(programme, (tx) => tx.updateTable('connection').set({ settings }).where('id', '=', connectionId).execute())
    return { personId, accountId, organisationId, connectionId, address }
  }
  const organisationWith = async (
    name: string,
    domain: string,
    person: string,
  ): Promise<{ readonly box: Box; readonly administrator: Who }> => {
    const { id } = await createOrganisation(world, world.analyst, { name, kind: 'campaign', domains: [domain] })
    const address = `${person.toLowerCase().split(' ')[0]}@${domain}`
    const added = await addPerson(world, world.analyst, id, { name: person, address, title: '', role: 'administrator' })
    if (added === undefined) throw new Error('the organisation is not there')
    return {
      box: await box(added.personId, added.accountId, id, address),
      administrator: { kind: 'administrator', personId: added.personId, organisationId: id },
    }
  }

  const ana = await box(world.marta.personId, world.marta.accountId, world.organisationId, 'marta@ruiz.example')
  const bea = await organisationWith('Bridge Ledger', 'bridge-ledger.example', 'Bea Lind')
  const cem = await organisationWith('Cedar Office', 'cedar-office.example', 'Cem Arslan')

  const keyOf = (place: { readonly connectionId: string; readonly folder: string; readonly uid: number }) =>
    `${place.connectionId}/${place.folder}/${place.uid}`
  const deps = {
    ...world,
    teller,
    inspector: {
      inspect: (bytes: Uint8Array, context: Parameters<typeof inspect>[1]): Promise<Inspection> => inspect(bytes, context),
      close: async () => {},
    },
    reader: {
      headers: async () => ({ gone: true as const }),
      read: async (place: {
        readonly connectionId: string
        readonly folder: string
        readonly uidValidity: number
        readonly uid: number
      }) => {
        const bytes = mails.get(keyOf(place))
        return bytes === undefined ? ({ gone: true } as const) : { bytes, internalDate: world.clock.now(), complete: true }
      },
      close: async () => {},
    },
  }
  const handlers: Readonly<Record<string, Handler>> = {
    reach: openReach(deps),
    'reach-mail': openReachMail(deps),
    'test-rules': openRuleTest(deps),
    'keep-hunted-mail': openHitKeeping(deps),
  }
  const examine = openExamination(deps)
  const once = { id: '1', attempts: 1, signal: new AbortController().signal }

  const takeJobs = async (): Promise<readonly { task: string; payload: unknown }[]> => {
    const { rows } = await owner.query<{ task: string; payload: unknown }>(
      `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
       where t.id = j.task_id and t.identifier = any($1) and j.run_at <= now() + interval '1 minute' returning t.identifier as task, j.payload`,
      [Object.keys(handlers)],
    )
    return rows
  }

  return {
    ...world,
    ana,
    bea: bea.box,
    cem: cem.box,
    administrators: { bea: bea.administrator, cem: cem.administrator },
    told,
    arrives: async (to, mail, { junk = false } = {}) => {
      uid += 1
      const folder = junk ? 'Junk' : 'INBOX'
      mails.set(keyOf({ connectionId: to.connectionId, folder, uid }), Buffer.from(mail))
      await examine(
        { connectionId: to.connectionId, folder, specialUse: junk ? 'junk' : 'inbox', uidValidity: 1, uid, firstLook: false },
        once,
      )
      const at = uid
      const row = await world.storage.asTenant(programme, (tx) =>
        tx
          .selectFrom('message_verdict')
          .select('verdict')
          .where('connection_id', '=', to.connectionId)
          .where('uid', '=', at)
          .executeTakeFirstOrThrow(),
      )
      if (row.verdict === 'gone' || row.verdict === 'unread') throw new Error('the mail is gone')
      return { uid: at, verdict: row.verdict }
    },
    remove: (from, at) => {
      for (const folder of ['INBOX', 'Junk']) mails.delete(keyOf({ connectionId: from.connectionId, folder, uid: at }))
    },
    work: async ({ twice = false } = {}) => {
      let done = 0
      for (let jobs = await takeJobs(); jobs.length > 0; jobs = await takeJobs()) {
        for (const { task, payload } of jobs) {
          await Promise.all(Array.from({ length: twice ? 2 : 1 }, () => handlers[task]?.(payload, once)))
          if (twice) await handlers[task]?.(payload, once)
          done += 1
        }
      }
      return done
    },
    personalBox: async (of, address) => {
      const accountId = await provenAddress(world, of.personId, address)
      return box(of.personId, accountId, null, address)
    },
    incidents: ({ organisationId, personId }) =>
      world.storage.asTenant(programme, (tx) =>
        tx
          .selectFrom('incident')
          .select(['id', 'headline', 'messages', 'state'])
          .where(organisationId === null ? 'person_id' : 'organisation_id', '=', organisationId ?? personId)
          .orderBy('opened_at')
          .orderBy('id')
          .execute(),
      ),
    close: async () => {
      await owner.end()
      await world.storage.close()
    },
  }
}
