/**
 * A person forwarded what looked odd to them: each message in the report is
 * judged, the careful ones count here too, the spool row goes in the same
 * transaction, and the reporter is answered.
 */
import { enqueue } from '#jobs'
import type { Verdict } from '#kernel'
import { ownerOf, type Reached, type Reported } from './arrival.ts'
import type { ReceiveDeps } from './deps.ts'
import { type Flagging, flag } from './flag.ts'
import { messageHash, peopleOf } from './receive.ts'
import { tellPeople } from './tell-people.ts'
import { rankOfVerdict } from './verdict-rank.ts'

export const reportAnswerTask = 'answer-report'

export type Report = {
  /** The spool row; gone when the report was already taken in. */
  readonly spoolId: string
  /** The account it was forwarded from. */
  readonly reached: Reached
  readonly messages: readonly Reported[]
  readonly receivedAt: Date
  /** Whether the intake may answer this sender (enrolled, DKIM-aligned, no machine). */
  readonly mayAnswer: boolean
}

export type ReportReceived = {
  readonly outcome: 'already-examined' | 'taken-in'
  readonly verdict?: Verdict
  readonly incidentIds: readonly string[]
}

/** Takes in a report; a second run changes nothing. */
export async function receiveReport(deps: ReceiveDeps, report: Report): Promise<ReportReceived> {
  const { storage, vault, clock, teller } = deps
  const { reached, messages, receivedAt } = report
  const sealer = await vault.sealer(ownerOf(reached))
  const tell = await teller(await peopleOf(storage, reached))
  const [gravest] = [...messages].sort(
    ({ inspection: one }, { inspection: other }) => rankOfVerdict(other.verdict) - rankOfVerdict(one.verdict) || other.score - one.score,
  )
  const verdict = gravest?.inspection.verdict ?? 'fine'
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const { numDeletedRows } = await tx.deleteFrom('report_spool').where('id', '=', report.spoolId).executeTakeFirst()
    if (numDeletedRows === 0n) return { outcome: 'already-examined', incidentIds: [] }
    const incidentIds = new Set<string>()
    for (const { bytes, inspection } of messages.filter((one) => one.inspection.verdict !== 'fine')) {
      const flagging: Flagging = {
        reached,
        origin: 'report',
        level: 'targeted',
        place: undefined,
        messageHash: messageHash(vault, reached, bytes),
        bytes,
        inspection,
        arrivedAt: receivedAt,
      }
      const { incidentId, dismissed } = await flag(tx, { clock, vault, sealer }, flagging)
      incidentIds.add(incidentId)
      if (inspection.verdict === 'dangerous' && !dismissed) await tellPeople(tx, tell, incidentId, flagging)
    }
    if (report.mayAnswer)
      await enqueue(tx, {
        task: reportAnswerTask,
        // Nothing of the mail itself: what was found in order by its names, and the way to the sealed reasons.
        payload: {
          accountId: reached.accountId,
          verdict,
          reportId: report.spoolId,
          checked: gravest?.inspection.checked ?? [],
          ...(verdict !== 'fine' && gravest && { messageHash: messageHash(vault, reached, gravest.bytes).toString('hex') }),
        },
      })
    return { outcome: 'taken-in', verdict, incidentIds: [...incidentIds] }
  })
}
