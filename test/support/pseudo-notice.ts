/** A notice in a language that nobody speaks, as its person's page has it. */
import { adviceOf, checkIn, sayIn, titleOf, whereIn } from '#mail'
import type { NoticeSeen } from '#web'
import { noticeParts } from '../../src/programme/notify/letters/notice-parts.ts'
import { spellCode } from '../../src/programme/notify/wording/spell-code.ts'
import { finding } from './programme.ts'
import { spokenAs as language, type PseudoName, pseudo } from './pseudo-locale.ts'

/** Written from the catalogues of this process, which `speak` has changed. */
export function noticeIn(name: PseudoName, notice: NoticeSeen): NoticeSeen {
  const explain = {
    ...{ titleOf, checkIn, whereIn },
    sayIn: (_: unknown, reason: Parameters<typeof sayIn>[1]) => pseudo(name, sayIn('en', reason)),
    adviceOf: (_: unknown, reasons: Parameters<typeof adviceOf>[1]) => pseudo(name, adviceOf('en', reasons)),
  }
  const reason = { ...finding('mail.new-bank'), technique: [], evidence: [] }
  const content = {
    ...{ kind: 'incident' as const, headline: 'mail.new-bank', reasons: [reason], from: 'Lars', subject: 'Invoice' },
    ...{ arrivedAt: notice.decidedAt, account: { kind: 'work' as const, masked: 'd…a@hartley.example' } },
  }
  const parts = noticeParts(explain, { language, level: notice.level, content, programme: 'Bellwether' })
  const actions = parts.actions.map((said) => ({ ...said, minutes: 2, isSeen: false }))
  const reasons = notice.reasons.map((one) => ({ ...one, says: pseudo(name, one.says), evidence: one.evidence.slice(0, 1) }))
  return { ...notice, title: pseudo(name, notice.title), says: parts.says, actions, reasons, spelled: spellCode(notice.code, language) }
}
