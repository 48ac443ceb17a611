/** The answer to a reporter: what the mail is, why, the one thing to do, and what we looked at. Nothing in it can be tapped. */
import type { Finding, Language, Verdict } from '#kernel'
import { cut, defang } from '../defang.ts'
import type { NotifyDeps, Sender } from '../deps.ts'
import { fill } from '../wording/fill.ts'
import { wordings } from '../wording/index.ts'
import type { NoticeWritten } from './notice-letter.ts'

export type Answer = {
  readonly language: Language
  readonly verdict: Verdict
  /** At most three, the gravest first; empty for a mail that looks fine, or when its evidence was let go of meanwhile. */
  readonly reasons: readonly Finding[]
  /** What was found in order, by id. */
  readonly checked: readonly string[]
}

const mostLetters = { sentence: 240, quote: 80, advice: 200 }

export function reportLetter(
  { explain, sender }: { readonly explain: NotifyDeps['explain']; readonly sender: Sender },
  { language, verdict, reasons, checked }: Answer,
): NoticeWritten {
  const { report, notice } = wordings[language]
  const blanks = { programme: sender.name, contact: sender.helpContact }
  const told = verdict === 'fine' ? [] : reasons.slice(0, 3)
  const action = cut(defang(explain.adviceOf(language, told)), mostLetters.advice)
  const [usual = '', ...further] = report.steps[verdict]
  const steps = [action || usual, ...further].map((step, index) => `${index + 1}. ${step}`)
  const looked = verdict === 'dangerous' ? [] : checked.flatMap((id) => explain.checkIn(language, id) ?? [])
  const parts = [
    report.verdict[verdict],
    ...section(
      report.why,
      told.flatMap((reason) => reasonLines(explain, language, reason)),
    ),
    ...section(
      report.looked,
      looked.map((says) => `- ${says}`),
    ),
    ...section(notice.whatToDo, steps),
    report.thanks,
    fill(sender.helpContact === '' ? notice.askNobodyNamed : notice.ask, blanks),
    notice.neverAsk,
  ]
  return { subject: fill(report.subject, blanks), text: `${parts.join('\n\n')}\n` }
}

const section = (title: string, lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : [[title, ...lines].join('\n')])

/** The sentence, and under it what it rests on. */
const reasonLines = (explain: NotifyDeps['explain'], language: Language, reason: Finding): readonly string[] => [
  `- ${cut(defang(explain.sayIn(language, reason)), mostLetters.sentence)}`,
  ...reason.evidence
    .slice(0, 2)
    .map(({ where, quote }) => `    ${explain.whereIn(language, where)}: ${cut(defang(quote), mostLetters.quote)}`),
]
