/** The set as the desk sees it: how often the rules are right, which of them, and what changed since the last test. Never what a mail said. */
import { record } from '#audit'
import { enqueue } from '#jobs'
import type { Who } from '#kernel'
import { before, type Paged, paged, pageSize } from '#members'
import { type Tx, uuid } from '#storage'
import { ownerOfRow } from '../arrival.ts'
import type { DeskDeps } from '../deps.ts'
import { type Label, testRulesTask } from './keep-mail.ts'

export type EvaluationRow = {
  readonly id: string
  readonly organisation?: string
  readonly label: Label
  readonly source: 'incident' | 'report' | 'hunt'
  readonly incidentId?: string
  readonly verdictThen: string
  readonly verdictBefore?: string
  readonly verdictNow?: string
  /** Titles of the rules that fire on it now. */
  readonly rules: readonly string[]
  readonly right?: boolean
  readonly changed: boolean
  readonly reason: string
  readonly by: string
  readonly labelledAt: Date
  readonly testedAt?: Date
}

export type RuleScore = {
  readonly id: string
  readonly title: string
  /** Hostile mails it fires on, and honest ones. */
  readonly right: number
  readonly wrong: number
  /** Mails on which it began or ceased to fire since the last test. */
  readonly changed: number
}

export type Evaluation = Paged<EvaluationRow> & {
  readonly counts: {
    readonly mails: number
    readonly honest: number
    readonly hostile: number
    readonly right: number
    readonly missed: number
    readonly falseAlarms: number
    readonly untested: number
    readonly changed: number
  }
  readonly rules: readonly RuleScore[]
  readonly testedAt?: Date
}

type Deps = Pick<DeskDeps, 'storage' | 'clock' | 'explain'>

/** Nothing for anybody but the desk: that a mail of theirs was kept, people read in their own file. */
export async function evaluation({ storage, explain }: Deps, who: Who, { page }: { readonly page: number }): Promise<Evaluation> {
  return storage.asTenant(who, async (tx) => {
    const columns = ['label', 'verdict_before', 'verdict_now', 'rules_before', 'rules_now', 'tested_at'] as const
    const isDesk = who.kind === 'analyst'
    const all = isDesk ? await tx.selectFrom('evaluation_mail').select(columns).limit(mostCounted).execute() : []
    const rows = isDesk ? await rowsOf(tx, explain, { limit: pageSize, offset: before(page) }) : []
    const judged = all.filter((one) => one.verdict_now !== null)
    const right = judged.filter((one) => isRight(one.label, one.verdict_now)).length
    const wrongOf = (label: Label) => judged.filter((one) => one.label === label && !isRight(label, one.verdict_now)).length
    const latest = all.reduce<Date | undefined>(
      (last, { tested_at }) => (tested_at && (!last || tested_at > last) ? tested_at : last),
      undefined,
    )
    return {
      ...paged(rows, all.length, page),
      counts: {
        mails: all.length,
        honest: all.filter(({ label }) => label === 'honest').length,
        hostile: all.filter(({ label }) => label === 'hostile').length,
        right,
        missed: wrongOf('hostile'),
        falseAlarms: wrongOf('honest'),
        untested: all.length - judged.length,
        changed: judged.filter((one) => one.verdict_before !== null && one.verdict_before !== one.verdict_now).length,
      },
      rules: scoresOf(judged, (id) => explain.titleOf(id, 'en')),
      ...(latest && { testedAt: latest }),
    }
  })
}

/** A set of labelled mails is made by hand; beyond this it would be a corpus, and a page no place for it. */
const mostCounted = 20_000

const isRight = (label: Label, verdict: string | null): boolean => (verdict === 'dangerous') === (label === 'hostile')

type Judged = { readonly label: Label; readonly rules_before: string[] | null; readonly rules_now: string[] | null }

function scoresOf(judged: readonly Judged[], titleOf: (id: string) => string): readonly RuleScore[] {
  const scores = new Map<string, { right: number; wrong: number; changed: number }>()
  const scoreOf = (id: string) => {
    const score = scores.get(id) ?? { right: 0, wrong: 0, changed: 0 }
    scores.set(id, score)
    return score
  }
  for (const { label, rules_before, rules_now } of judged) {
    const [was, is] = [rules_before, rules_now ?? []]
    for (const id of is) scoreOf(id)[label === 'hostile' ? 'right' : 'wrong'] += 1
    if (was === null) continue
    for (const id of new Set([...was, ...is])) if (was.includes(id) !== is.includes(id)) scoreOf(id).changed += 1
  }
  return [...scores]
    .map(([id, score]) => ({ id, title: titleOf(id), ...score }))
    .sort((one, other) => other.wrong - one.wrong || other.right - one.right || one.id.localeCompare(other.id))
}

async function rowsOf(
  tx: Tx,
  explain: Deps['explain'],
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly EvaluationRow[]> {
  const rows = await tx
    .selectFrom('evaluation_mail')
    .leftJoin('organisation', 'organisation.id', 'evaluation_mail.organisation_id')
    .leftJoin('person', 'person.id', 'evaluation_mail.by_person')
    .leftJoin('incident', 'incident.id', 'evaluation_mail.incident_id')
    .select([
      'evaluation_mail.id',
      'organisation.name as organisation',
      'label',
      'source',
      'incident.id as incident_id',
      'verdict_then',
      'verdict_before',
      'verdict_now',
      'rules_now',
      'reason',
      'person.name as by',
      'labelled_at',
      'tested_at',
    ])
    .orderBy('labelled_at', 'desc')
    .orderBy('evaluation_mail.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    ...(row.organisation && { organisation: row.organisation }),
    label: row.label,
    source: row.source,
    ...(row.incident_id && { incidentId: row.incident_id }),
    verdictThen: row.verdict_then,
    ...(row.verdict_before && { verdictBefore: row.verdict_before }),
    ...(row.verdict_now && { verdictNow: row.verdict_now, right: isRight(row.label, row.verdict_now) }),
    rules: (row.rules_now ?? []).map((id) => explain.titleOf(id, 'en')),
    changed: row.verdict_before !== null && row.verdict_before !== row.verdict_now,
    reason: row.reason,
    by: row.by ?? 'a member of staff',
    labelledAt: row.labelled_at,
    ...(row.tested_at && { testedAt: row.tested_at }),
  }))
}

/** Every row that `who` may see, for the export. */
export async function exportEvaluation({ storage, clock, explain }: Deps, who: Who): Promise<readonly EvaluationRow[]> {
  if (who.kind !== 'analyst') return []
  return storage.asTenant(who, async (tx) => {
    const rows = await rowsOf(tx, explain, { limit: mostCounted, offset: 0 })
    await record(tx, clock, { actor: who, action: 'evaluation.export', subject: 'evaluation', details: { rows: rows.length } })
    return rows
  })
}

/** Asks that the whole set be judged with the rules of today. */
export async function testAgain({ storage, clock }: Deps, who: Who): Promise<boolean> {
  if (who.kind !== 'analyst') return false
  return storage.asTenant(who, async (tx) => {
    await enqueue(tx, { task: testRulesTask, payload: { run: uuid() }, key: testRulesTask, priority: 5 })
    await record(tx, clock, { actor: who, action: 'evaluation.test', subject: 'evaluation' })
    return true
  })
}

/** Whether a mail is in the set, for `who`. */
export async function isKept({ storage }: Pick<Deps, 'storage'>, who: Who, id: string): Promise<boolean> {
  if (who.kind !== 'analyst') return false
  const found = await storage.asTenant(who, (tx) => tx.selectFrom('evaluation_mail').select('id').where('id', '=', id).executeTakeFirst())
  return found !== undefined
}

/** Takes a mail out of the set, with its bytes. False when it does not exist for `who`. */
export async function removeKept({ storage, clock }: Deps, who: Who, id: string): Promise<boolean> {
  if (who.kind !== 'analyst') return false
  return storage.asTenant(who, async (tx) => {
    const gone = await tx.deleteFrom('evaluation_mail').where('id', '=', id).returning(['organisation_id', 'person_id']).executeTakeFirst()
    if (gone === undefined) return false
    await record(tx, clock, { actor: who, action: 'evaluation.remove', subject: `evaluation/${id}`, owner: ownerOfRow(gone) })
    return true
  })
}
