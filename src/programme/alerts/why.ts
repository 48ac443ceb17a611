/** One flagged mail with all that was weighed: for an analyst who wants to know how the verdict came about, not only the three reasons. */
import { lookedAt } from '#audit'
import { type Evidence, personOf, type Severity, type Verdict, verdicts, type Who } from '#kernel'
import { type HuntedKind, weightInWords } from '#mail'
import { ownerOfRow } from './arrival.ts'
import type { DeskDeps } from './deps.ts'
import { type Kept, openView, tracesSeen, type Weighed } from './flagged.ts'
import { type MessageSeen, messageSeen, personalAddresses } from './incident.ts'
import { type Check, checksInWords } from './why-checks.ts'

export type WeightSeen = { readonly id: string; readonly name: string; readonly kind: string; readonly points: number }
export type FindingSeen = {
  readonly id: string
  readonly title: string
  readonly says: string
  readonly severity: Severity
  readonly evidence: readonly Evidence[]
}

export type WhySeen = {
  readonly incidentId: string
  readonly flaggedId: string
  readonly title: string
  readonly verdict: Verdict
  /** The incident's mails, newest first; this is one of them. */
  readonly page: number
  readonly pages: number
  /** Absent once the mail was let go of. */
  readonly message?: MessageSeen
  /** Absent for a mail from before weights were kept. */
  readonly weights?: readonly WeightSeen[]
  readonly findings: readonly FindingSeen[]
  readonly checks: readonly Check[]
  /** Titles of the rules that looked and found nothing. */
  readonly passed: readonly string[]
  readonly damage: readonly string[]
  /** What can be hunted for. */
  readonly traces: readonly { readonly kind: HuntedKind; readonly value: string }[]
  /** Whether its bytes are still there to be kept for testing. */
  readonly mayKeep: boolean
}

/** The why of the incident's mail on that page; undefined when it does not exist for `who`. Looking is written down. */
export async function whyOf(deps: DeskDeps, who: Who, incidentId: string, page: number): Promise<WhySeen | undefined> {
  const { storage, vault, clock, explain } = deps
  const owner = await storage.asTenant(who, (tx) =>
    tx.selectFrom('incident').select(['organisation_id', 'person_id']).where('id', '=', incidentId).executeTakeFirst(),
  )
  if (owner === undefined) return undefined
  const sealedTo = ownerOfRow(owner)
  const sealer = await vault.sealer(sealedTo)
  const isTheirOwn = who.kind === 'programme' || sealedTo.id === personOf(who)
  const hidden = sealedTo.kind === 'person' && !isTheirOwn ? await personalAddresses(storage, incidentId) : []
  return storage.asTenant(who, async (tx) => {
    const { headline } = (await tx.selectFrom('incident').select('headline').where('id', '=', incidentId).executeTakeFirst()) ?? {}
    if (headline === undefined) return undefined
    const { total } = await tx
      .selectFrom('flagged_message')
      .select((columns) => columns.fn.countAll<string>().as('total'))
      .where('incident_id', '=', incidentId)
      .executeTakeFirstOrThrow()
    const pages = Math.max(1, Number(total))
    const at = Math.min(page, pages)
    const row = await tx
      .selectFrom('flagged_message')
      .select(['id', 'sealed_view', 'sealed_message', 'arrived_at', 'verdict'])
      .where('incident_id', '=', incidentId)
      .orderBy('arrived_at', 'desc')
      .orderBy('id')
      .limit(1)
      .offset(at - 1)
      .executeTakeFirst()
    const title = explain.titleOf(headline, 'en')
    await lookedAt(tx, clock, { viewer: who, what: `why: ${title}`, incidentId, owner: sealedTo })
    const kept = row && openView(sealer, row.id, row.sealed_view, hidden)
    const common = { incidentId, flaggedId: row?.id ?? '', title, page: at, pages }
    const verdict = verdicts.find((one) => one === row?.verdict) ?? 'dangerous'
    if (row === undefined || kept === undefined)
      return { ...common, verdict, findings: [], checks: [], passed: [], damage: [], traces: [], mayKeep: false }
    return { ...common, verdict, message: messageSeen(kept, row.arrived_at), mayKeep: row.sealed_message !== null, ...told(deps, kept) }
  })
}

function told(
  { explain }: DeskDeps,
  kept: Kept,
): Omit<WhySeen, 'incidentId' | 'flaggedId' | 'title' | 'verdict' | 'page' | 'pages' | 'mayKeep'> {
  const { weighed, reasons, damage } = kept
  return {
    ...(weighed && { weights: weighed.weights.map((weight) => ({ ...weight, name: weightInWords(weight.id) })) }),
    findings: (weighed?.findings ?? reasons).map((finding) => ({
      id: finding.id,
      title: explain.titleOf(finding.id, 'en'),
      says: explain.sayIn('en', finding),
      severity: finding.severity,
      evidence: finding.evidence,
    })),
    checks: weighed ? checksInWords(weighed.authentication) : [],
    passed: weighed ? passedOf(weighed, (id) => explain.titleOf(id, 'en')) : [],
    damage: damage.map(({ says }) => says),
    traces: tracesSeen(kept),
  }
}

const passedOf = ({ looked, findings }: Weighed, titleOf: (id: string) => string): readonly string[] =>
  looked.filter((id) => !findings.some((finding) => finding.id === id)).map(titleOf)
