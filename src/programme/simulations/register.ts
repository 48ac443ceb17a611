/** The register: staff write a test down before it begins, see what was written down, and end it. */
import { record } from '#audit'
import { daysMs, type Staff } from '#kernel'
import { isFreeMail, isSuffix } from '#mail'
import { uuid } from '#storage'
import type { Ours, SimulationDeps } from './deps.ts'
import { isLikeOurHost, saysWhatWeSay } from './imitates-us.ts'
import { testContactNeeded, testHostNotRight, testNameNeeded, testPosesAsUs, testSenderNotRight, testTimesNotRight } from './refusals.ts'

/** As it was typed: times like `2026-11-23 09:00` in UTC, lists with spaces, commas or lines between, subject words a line each. */
export type SimulationTyped = {
  readonly name: string
  readonly from: string
  readonly until: string
  readonly senders: string
  readonly linkHosts: string
  readonly subjectWords: string
  readonly contact: string
}

export type SimulationSeen = {
  readonly id: string
  readonly organisationId: string
  readonly organisation: string
  readonly name: string
  readonly from: Date
  readonly until: Date
  readonly senders: readonly string[]
  readonly linkHosts: readonly string[]
  readonly subjectWords: readonly string[]
  readonly contact: string
  readonly state: 'ahead' | 'running' | 'over'
  /** Mails of it that reached a watched mailbox. */
  readonly mails: number
}

const longestMs = daysMs(31)
const most = { name: 80, contact: 200, entries: 50, shown: 200 }

/** False when the organisation does not exist for `who`. Refusals say what is not right of it. */
export async function registerSimulation(
  { storage, clock, ours }: SimulationDeps,
  who: Staff,
  { organisationId, typed }: { readonly organisationId: string; readonly typed: SimulationTyped },
): Promise<boolean> {
  const now = clock.now()
  const read = readTyped(typed, await ours(), now)
  return storage.asTenant(who, async (tx) => {
    const organisation = await tx
      .selectFrom('organisation')
      .select('id')
      .where('id', '=', organisationId)
      .where('closed_at', 'is', null)
      .executeTakeFirst()
    if (organisation === undefined) return false
    const id = uuid()
    await tx
      .insertInto('simulation')
      .values({ id, organisation_id: organisationId, ...read, registered_at: now, registered_by: who.personId })
      .execute()
    const details = {
      organisation: organisationId,
      senders: read.senders,
      from: read.begins_at.toISOString(),
      until: read.ends_at.toISOString(),
    }
    await record(tx, clock, { actor: who, action: 'simulation.register', subject: `simulation/${id}`, details })
    return true
  })
}

function readTyped(typed: SimulationTyped, ours: Ours, now: Date) {
  const [name, contact] = [typed.name.trim(), typed.contact.trim()]
  if (name === '' || name.length > most.name) throw testNameNeeded()
  if (contact === '' || contact.length > most.contact) throw testContactNeeded()
  const [begins, ends] = [momentTyped(typed.from), momentTyped(typed.until)]
  if (begins === undefined || ends === undefined || ends <= begins || ends <= now || ends.getTime() - begins.getTime() > longestMs)
    throw testTimesNotRight()
  const senders = listTyped(typed.senders)
  const hosts = listTyped(typed.linkHosts)
  const words = typed.subjectWords
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  if (senders.length === 0 || senders.length > most.entries) throw testSenderNotRight(typed.senders)
  if (hosts.length === 0 || hosts.length > most.entries) throw testHostNotRight(typed.linkHosts)
  for (const one of senders) {
    const domain = one.slice(one.lastIndexOf('@') + 1)
    if (!isOneHouse(domain) || isFreeMail(domain) || !/^([^\s@]+@)?[^\s@]+$/.test(one)) throw testSenderNotRight(one)
    if (isLikeOurHost(domain, ours)) throw testPosesAsUs(one)
  }
  for (const host of hosts) {
    if (!isOneHouse(host)) throw testHostNotRight(host)
    if (isLikeOurHost(host, ours)) throw testPosesAsUs(host)
  }
  for (const one of [name, ...words]) if (saysWhatWeSay(one, ours)) throw testPosesAsUs(one)
  return { name, contact, begins_at: begins, ends_at: ends, senders, link_hosts: hosts, subject_words: words.slice(0, most.entries) }
}

/** A host name whose owner is one house, and not everybody below a suffix. */
const isOneHouse = (host: string): boolean => /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/.test(host) && !isSuffix(host)

const listTyped = (typed: string): string[] => [
  ...new Set(
    typed
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
]

function momentTyped(typed: string): Date | undefined {
  const [, day, time] = /^(20\d\d-\d\d-\d\d)[ T](\d\d:\d\d)$/.exec(typed.trim()) ?? []
  const moment = new Date(`${day}T${time}:00Z`)
  return Number.isNaN(moment.getTime()) ? undefined : moment
}

/** Those of one organisation, or of all; what runs and is ahead first, at most 200. */
export async function simulations(
  { storage, clock }: Pick<SimulationDeps, 'storage' | 'clock'>,
  who: Staff,
  organisationId?: string,
): Promise<readonly SimulationSeen[]> {
  const now = clock.now()
  const rows = await storage.asTenant(who, (tx) =>
    tx
      .selectFrom('simulation')
      .innerJoin('organisation', 'organisation.id', 'simulation.organisation_id')
      .selectAll('simulation')
      .select((column) => [
        'organisation.name as organisation',
        column
          .selectFrom('simulation_mail')
          .select(({ fn }) => fn.countAll<string>().as('mails'))
          .whereRef('simulation_mail.simulation_id', '=', 'simulation.id')
          .as('mails'),
      ])
      .$if(organisationId !== undefined, (query) => query.where('simulation.organisation_id', '=', organisationId ?? ''))
      .orderBy('simulation.ends_at', 'desc')
      .limit(most.shown)
      .execute(),
  )
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    organisation: row.organisation,
    name: row.name,
    from: row.begins_at,
    until: row.ended_at ?? row.ends_at,
    senders: row.senders,
    linkHosts: row.link_hosts,
    subjectWords: row.subject_words,
    contact: row.contact,
    state: row.ended_at !== null || row.ends_at < now ? 'over' : row.begins_at > now ? 'ahead' : 'running',
    mails: Number(row.mails),
  }))
}

/** From now on its mails are attacks as any. False when it is over, or not there for `who`. */
export async function endSimulation(
  { storage, clock }: Pick<SimulationDeps, 'storage' | 'clock'>,
  who: Staff,
  id: string,
): Promise<boolean> {
  return storage.asTenant(who, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('simulation')
      .set({ ended_at: clock.now(), ended_by: who.personId })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .where('ends_at', '>', clock.now())
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await record(tx, clock, { actor: who, action: 'simulation.end', subject: `simulation/${id}` })
    return true
  })
}
