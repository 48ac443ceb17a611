/** The inspection of a mail that had to be stopped: too slow or too hungry. Made without looking at the mail again. */
import { notStated } from './authenticate/authenticate.ts'
import { fill } from './detect/judge.ts'
import { brokenOnPurpose } from './detect/rules/broken-on-purpose.ts'
import type { Inspection } from './inspect.ts'
import { damageOf } from './parse/damage.ts'

/** What is said of a mail whose inspection was stopped for `code`. */
export function stoppedInspection(code: 'too-slow' | 'too-much-memory'): Inspection {
  const damage = damageOf(code)
  const facts = { damage: damage.says }
  const finding = {
    id: brokenOnPurpose.id,
    severity: 'medium',
    confidence: 0.5,
    technique: brokenOnPurpose.attack,
    says: fill(brokenOnPurpose.tells.en, facts),
    facts,
    evidence: [{ where: 'structure', quote: damage.says }],
  } as const
  return {
    score: 0.5,
    verdict: 'careful',
    findings: [finding],
    reasons: [finding],
    weights: [{ id: finding.id, kind: 'rule', points: 58 }],
    checked: [],
    damage: [damage],
    campaign: { sender: code, subject: code, payload: code },
    traces: [],
    authentication: notStated,
    view: { from: '', to: [], replyTo: '', subject: '', date: '', text: '', links: [], authentication: '', hops: 0, attachments: [] },
  }
}
