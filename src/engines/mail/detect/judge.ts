/** Lets every rule look, adds up what they say, lets a second opinion take from tales that read like honest ones, and finds the three words for it. */
import type { Finding, Severity, Verdict } from '#kernel'
import { rankOf } from '#kernel'
import type { Message } from '../message.ts'
import type { OwnLook } from '../own/look.ts'
import { asItStands } from './as-it-stands.ts'
import { type CheckId, checksOf } from './checks.ts'
import { type Mail, measure } from './mail.ts'
import { honestReading, wordsWeight } from './model/opinion.ts'
import { structure } from './model/structure.ts'
import { reasonsOf } from './reasons.ts'
import type { Clue, Rule } from './rule.ts'
import { rules } from './rules/index.ts'
import { manySmallSigns } from './rules/many-small-signs.ts'
import { oddMake } from './rules/odd-make.ts'
import { readsLikeLure } from './rules/reads-like-lure.ts'
import { isBulk } from './sender.ts'
import { clearings } from './suppress.ts'
import type { Weight } from './weight.ts'

const thresholds = { dangerous: 0.8, careful: 0.3 } as const

/** From so many points on a clue is a reason that a person is told. */
const leastForReason = 20

type Fired = { readonly rule: Omit<Rule, 'look' | 'examples'>; readonly clue: Clue }

export type Judgement = {
  readonly score: number
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  readonly reasons: readonly Finding[]
  /** All that was weighed, heaviest first: what accuses and what clears. */
  readonly weights: readonly Weight[]
  /** The sender is of the reader's house or circle. */
  readonly vouchedFor: boolean
  /** What was looked at and found in order. */
  readonly checked: readonly CheckId[]
  /** What of the operator's own could not be asked. */
  readonly ownTroubles: OwnLook['troubles']
}

/**
 * 68 points are 0.80, 45 points 0.30, none 0.01. Steep where it matters, and slow above, so that a mail with twice the evidence still stands apart from one
 * that just crossed the line.
 */
function scoreOf(points: number): number {
  const odds = points <= 68 ? (points - 53.7) / 10.3 : 1.388 + (points - 68) / 34
  return Math.round((1 / (1 + Math.exp(-odds))) * 1e5) / 1e5
}

/** A letter that is made like any honest one may still be a trick: its make takes no more than this from what the rules say. */
const leastForMake = -12

const sumOf = (weights: readonly Weight[]): number => weights.reduce((total, one) => total + one.points, 0)

/** A lure is a short letter. The longer the text, the sooner any words stand in it: what rests on words alone weighs less there. */
const shortLetter = 3000
/** From so many links on a letter is a newsletter. */
const manyLinks = 12

function inProportion(mail: Mail, { evidence, points }: Clue): number {
  const onWords = evidence[0]?.where === 'text'
  const letters = onWords ? lettersUntil(mail, evidence[0]?.quote ?? '') : 0
  return !onWords || letters <= shortLetter ? points : Math.round(points * Math.max(0.2, shortLetter / letters))
}

/** How far the tale goes: to the words that tell, and as much again twice. What stands far below a lure does not make it a long letter; newsletters are long. */
function lettersUntil(mail: Mail, quoted: string): number {
  const { text, words, web } = mail
  const at = isBulk(mail) || web.length > manyLinks ? -1 : words.indexOf(quoted)
  return at < 0 ? text.length : Math.min(text.length, 3 * (at + quoted.length))
}

const tellers: ReadonlySet<string> = new Set(['text', 'Subject', 'From'])
const isTale = ({ clue }: Fired): boolean => clue.aTale ?? tellers.has(clue.evidence[0]?.where ?? '')

const isOperators = (id: string): boolean => id.startsWith('own.')

const nothingOwn: OwnLook = { fired: [], cleared: [], troubles: [] }

/** The judgement on a message; `lookOwn` asks what the operator added. */
export function judge(message: Message, lookOwn?: (mail: Mail) => OwnLook): Judgement {
  const mail = measure(message)
  const own = lookOwn?.(mail) ?? nothingOwn
  const fired = [
    ...rules.flatMap((rule): readonly Fired[] => {
      const clue = rule.look(mail)
      return clue === undefined ? [] : [{ rule, clue: { ...clue, points: inProportion(mail, clue) } }]
    }),
    ...own.fired,
  ].sort(
    (left, right) =>
      orderOf(left) - orderOf(right) || right.clue.points - left.clue.points || rankOf(right.rule.severity) - rankOf(left.rule.severity),
  )
  const pointsOf = (holds: (one: Fired) => boolean): number =>
    fired.filter((one) => one.rule !== oddMake && holds(one)).reduce((total, one) => total + one.clue.points, 0)
  const make = [...structure(mail), ...wordsWeight(mail)]
  const cleared = [...clearings(mail), ...own.cleared]
  // How a mail is made may excuse a rule of ours, which may be wrong about it; what the operator says stands until somebody known vouches for it.
  const made = Math.max(leastForMake, sumOf(make))
  const clearable = Math.max(0, pointsOf(({ rule }) => rule.clearable && !isOperators(rule.id)) + made)
  // A tale that reads like an honest one takes from what rests on it, and not from what was found in a file, in a link or in how the mail is made.
  const tales = pointsOf((one) => isTale(one) && !isOperators(one.rule.id))
  const reading = tales > 0 ? honestReading(mail) : []
  const beside = [...make, ...reading, ...cleared]
  const excused = Math.min(tales, -sumOf(reading))
  const tellsUncleared = pointsOf((one) => isTale(one) && !isOperators(one.rule.id) && !one.rule.clearable)
  const ofClearable = Math.min(clearable, excused, tales - tellsUncleared)
  const excusable = clearable - ofClearable + pointsOf(({ rule }) => rule.clearable && isOperators(rule.id))
  const uncleared = pointsOf(({ rule }) => !rule.clearable) - Math.min(tellsUncleared, excused - ofClearable)
  const points = uncleared + Math.max(0, excusable + sumOf(cleared))
  const score = scoreOf(Math.min(points, 400))
  const verdict: Verdict = score >= thresholds.dangerous ? 'dangerous' : score >= thresholds.careful ? 'careful' : 'fine'
  const quoted = asItStands(mail)
  const findings = fired.map(({ rule, clue }, place) => toFinding(rule, quoted(clue), severityIn(verdict, rule.severity, place)))
  return {
    score,
    verdict,
    vouchedFor: mail.relation === 'own' || mail.relation === 'known' || own.cleared.length > 0,
    ownTroubles: own.troubles,
    findings,
    weights: [
      ...fired
        .filter(({ rule }) => rule !== oddMake)
        .map(({ rule, clue }): Weight => ({ id: rule.id, kind: isOperators(rule.id) ? 'operator' : 'rule', points: clue.points })),
      ...beside,
    ].sort((left, right) => Math.abs(right.points) - Math.abs(left.points)),
    checked: checksOf(mail),
    reasons: reasonsOf(
      fired.flatMap((one, place) => {
        const finding = findings[place]
        const rank = orderOf(one)
        return finding === undefined || rank > 1 ? [] : [{ finding, points: one.clue.points, rank }]
      }),
    ),
  }
}

const nameless: ReadonlySet<string> = new Set([manySmallSigns, oddMake, readsLikeLure].map(({ id }) => id))

/** A trick with a name is told before the sum of small signs, since its sentence and its advice say more; what is too faint for a reason comes last. */
const orderOf = ({ rule, clue }: Fired): number => (clue.points < leastForReason ? 2 : nameless.has(rule.id) ? 1 : 0)

/** A finding is never louder than the verdict it is part of, and the first reason of a dangerous mail never quieter than `high`. */
function severityIn(verdict: Verdict, severity: Severity, place: number): Severity {
  const loudest: Severity = verdict === 'dangerous' ? 'critical' : verdict === 'careful' ? 'medium' : 'low'
  if (rankOf(severity) > rankOf(loudest)) return loudest
  return verdict === 'dangerous' && place === 0 && rankOf(severity) < rankOf('high') ? 'high' : severity
}

const toFinding = (rule: Fired['rule'], clue: Clue, severity: Severity): Finding => ({
  id: rule.id,
  severity,
  confidence: Math.min(0.99, Math.max(0.05, clue.points / 120)),
  technique: rule.attack,
  says: fill(rule.tells.en, clue.facts),
  facts: clue.facts,
  evidence: clue.evidence,
})

/** A sentence with its blanks filled. */
export const fill = (sentence: string, facts: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (blank, name: string) => facts[name] ?? blank)
