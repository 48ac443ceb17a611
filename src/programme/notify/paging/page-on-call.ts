/**
 * Pages whoever is on call for each grave alert that nobody has taken: step
 * after step of the escalation, until somebody takes it or it is over. The rows
 * are the truth; a look each minute finds the next step.
 */
import { record } from '#audit'
import { enqueue, type Job } from '#jobs'
import { type Clock, minutesMs, type Severity, severities } from '#kernel'
import { nextPage, type Taken } from '#on-call'
import type { Vault } from '#secrets'
import { type Tx, uuid } from '#storage'
import type { Channel } from '../channels/channel.ts'
import type { NotifyDeps } from '../deps.ts'
import { codeOf, hashOfCode } from '../notice-code.ts'
import type { Way } from '../routing/plan-notice.ts'
import { domainOf } from '../signing/compose-letter.ts'
import { type Colleague, lettersToOperators, reachableStaff, waysToPage } from './reachable.ts'

export const sendPageTask = 'send-page'

type Deps = Pick<NotifyDeps, 'storage' | 'vault' | 'clock' | 'sender'> & { readonly channels: readonly Channel[] }

type Alert = { readonly id: string; readonly severity: Severity; readonly openedAt: Date }
type Page = {
  readonly id: string
  readonly alert: Alert
  /** Null when it reached nobody and all operators are told. */
  readonly taken: Pick<Taken, 'step' | 'round'> | null
  readonly personId: string
  readonly way: Way
}

/** In one look; the gravest come first. */
const mostAlerts = 100
/** More at once than this are told in one message. */
const mostMessages = 3
/** After the last step an answer is waited for, then all operators are told. */
const afterLastMs = minutesMs(15)
/** Before what waits in the outbox. */
const beforeAllElse = -20

/** The handler of alerts' `page-on-call` task. */
export const pageOnCall = (deps: Deps) => async (): Promise<void> => {
  const { storage, vault, clock, sender, channels } = deps
  const isSetUp = await Promise.all(channels.map((channel) => channel.isSetUp()))
  const setUp = new Set(channels.filter((_, at) => isSetUp[at]).map(({ name }) => name))
  const messageDomain = domainOf((await sender()).fromAddress)
  await storage.asTenant({ kind: 'programme' }, async (tx) => {
    const alerts = await alertsToPage(tx)
    if (alerts.length === 0) return
    const staff = await reachableStaff(tx, setUp)
    const pages: Page[] = []
    for (const alert of alerts) pages.push(...(await duePages(tx, clock, { alert, staff })))
    await write(tx, { vault, clock, messageDomain }, pages)
  })
}

/** Held until the end, so that two looks at once do not take one step twice. */
async function alertsToPage(tx: Tx): Promise<readonly Alert[]> {
  const rows = await tx
    .selectFrom('operator_alert')
    .select(['id', 'severity', 'opened_at'])
    .where('closed_at', 'is', null)
    .where('acknowledged_at', 'is', null)
    .where('severity', 'in', ['high', 'critical'])
    .orderBy('severity')
    .orderBy('opened_at')
    .limit(mostAlerts)
    .forUpdate()
    .execute()
  return rows.map(({ id, severity, opened_at }) => ({
    ...{ id, openedAt: opened_at },
    severity: severities.find((one) => one === severity) ?? 'high',
  }))
}

type Paged = { readonly alert: Alert; readonly staff: ReadonlyMap<string, Colleague> }

async function duePages(tx: Tx, clock: Clock, { alert, staff }: Paged): Promise<readonly Page[]> {
  const now = clock.now()
  const pages: Page[] = []
  let { taken, operatorsTold } = await soFar(tx, alert.id)
  for (;;) {
    const next = await nextPage(tx, { clock }, { since: alert.openedAt, taken, canReach: (personId) => staff.has(personId) })
    if (next !== undefined && next.dueAt > now) return pages
    if (next === undefined) break
    const { step, round } = next
    for (const personId of next.people)
      for (const way of waysOfOne(staff.get(personId), alert)) pages.push({ id: uuid(), alert, taken: { step, round }, personId, way })
    taken = { step, round, at: now }
  }
  const waits = taken !== undefined && now.getTime() - taken.at.getTime() < afterLastMs
  if (operatorsTold || waits) return pages
  return [...pages, ...lettersToOperators(staff).map((one) => ({ ...one, id: uuid(), alert, taken: null }))]
}

const waysOfOne = (colleague: Colleague | undefined, { severity }: Alert): readonly Way[] =>
  colleague === undefined ? [] : waysToPage(colleague, severity)

async function soFar(tx: Tx, alertId: string): Promise<{ readonly taken: Taken | undefined; readonly operatorsTold: boolean }> {
  const rows = await tx
    .selectFrom('on_call_page')
    .select(['step', 'round', 'due_at'])
    .where('alert_id', '=', alertId)
    .orderBy('round', (order) => order.desc().nullsLast())
    .orderBy('step', 'desc')
    .execute()
  const [last] = rows
  const taken =
    last === undefined || last.step === null || last.round === null ? undefined : { step: last.step, round: last.round, at: last.due_at }
  return { taken, operatorsTold: rows.some(({ step }) => step === null) }
}

type Writing = { readonly vault: Vault; readonly clock: Clock; readonly messageDomain: string }

async function write(tx: Tx, { vault, clock, messageDomain }: Writing, pages: readonly Page[]): Promise<void> {
  if (pages.length === 0) return
  const toldWith = gathered(pages)
  await tx
    .insertInto('on_call_page')
    .values(
      pages.map(({ id, alert, taken, personId, way }) => ({
        ...{ id, alert_id: alert.id, step: taken?.step ?? null, round: taken?.round ?? null, person_id: personId, channel: way.channel },
        ...{ account_id: way.channel === 'mail' ? way.id : null, contact_method_id: way.channel === 'mail' ? null : way.id },
        ...{ told_with: toldWith.get(id) ?? null, message_id: `<${id}@${messageDomain}>`, state: 'queued' as const, due_at: clock.now() },
        code_hash: hashOfCode(vault, codeOf(vault, { noticeId: id, personId, salt: 0 })),
      })),
    )
    .execute()
  await enqueue(tx, pages.filter(({ id }) => !toldWith.has(id)).map(jobOf))
  for (const [alertId, some] of Map.groupBy(pages, ({ alert }) => alert.id))
    await record(tx, clock, {
      actor: { kind: 'programme' },
      action: 'alert.page',
      subject: `alert/${alertId}`,
      details: { people: [...new Set(some.map(({ personId }) => personId))], channels: [...new Set(some.map(({ way }) => way.channel))] },
    })
}

const jobOf = ({ id }: Page): Job => ({
  task: sendPageTask,
  payload: { pageId: id },
  key: `${sendPageTask}/${id}`,
  priority: beforeAllElse,
})

/** Of somebody with many alerts at once: which page's message tells the others. */
function gathered(pages: readonly Page[]): ReadonlyMap<string, string> {
  const toldWith = new Map<string, string>()
  for (const theirs of Map.groupBy(pages, ({ personId }) => personId).values()) {
    const [first] = theirs
    if (first === undefined || new Set(theirs.map(({ alert }) => alert.id)).size <= mostMessages) continue
    const carriers = theirs.filter(({ alert, taken }) => alert.id === first.alert.id && taken?.step === first.taken?.step)
    for (const page of theirs) {
      const carrier = carriers.find(({ way }) => way.id === page.way.id) ?? first
      if (!carriers.includes(page)) toldWith.set(page.id, carrier.id)
    }
  }
  return toldWith
}
