/** Puts a mail before everything the operator added: what fires, what allows, and what could not be asked. */
import type { Mail } from '../detect/mail.ts'
import type { Place } from '../detect/places.ts'
import { type Clue, fact, quote, quoteFrom, type Rule } from '../detect/rule.ts'
import type { Weight } from '../detect/weight.ts'
import type { Asked } from './expression/asked.ts'
import { mailValue } from './expression/mail-value.ts'
import type { IndicatorIndex, Shown } from './indicator-index.ts'
import type { ListIndex } from './list-index.ts'
import { subjectWords } from './lists/list-value.ts'
import type { Indicator, ListEntry, OwnTrouble } from './own-set.ts'
import type { OwnRule } from './rule/compile-rule.ts'
import { type Seen, seenIn, shownMarks } from './shown-marks.ts'
import { blocked, indicated, perhapsIndicated } from './spoken.ts'

export type OwnFired = { readonly rule: Omit<Rule, 'look' | 'examples'>; readonly clue: Clue }

export type OwnLook = {
  readonly fired: readonly OwnFired[]
  /** Weights below zero: what the operator allowed, and a check proved. */
  readonly cleared: readonly Weight[]
  readonly troubles: readonly OwnTrouble[]
}

export type Ready = {
  readonly asked: Asked
  readonly rules: readonly OwnRule[]
  readonly troubles: readonly OwnTrouble[]
  readonly lists: ListIndex
  readonly indicators: IndicatorIndex
}

type Of = { readonly sizeBytes: number; readonly ip: string | undefined }

/** Outweighs everything that can be excused; what cannot be excused stands. */
const allowedPoints = -1000
const blockedPoints = 120

export function look(ready: Ready, mail: Mail, of: Of): OwnLook {
  const seen = seenIn(mail, of.ip)
  const block = blockOf(ready.lists, mail, seen)
  const known = indicatorOf(ready.indicators, seen)
  const asked = askRules(ready, mail, of)
  const allow = block === undefined && mail.verified ? allowOf(ready.lists, seen) : undefined
  return {
    fired: [...(block === undefined ? [] : [block]), ...(known === undefined ? [] : [known]), ...asked.fired],
    cleared: allow === undefined ? [] : [{ id: 'own.allowed', kind: 'operator', points: allowedPoints }],
    troubles: [...ready.troubles, ...asked.troubles],
  }
}

function askRules({ asked, rules, lists }: Ready, mail: Mail, { sizeBytes }: Of): Pick<OwnLook, 'fired' | 'troubles'> {
  if (rules.length === 0) return { fired: [], troubles: [] }
  const value = mailValue(mail, sizeBytes)
  asked.beginMail((list, text) => lists.holds(list, text))
  const fired: OwnFired[] = []
  const troubles: OwnTrouble[] = []
  for (const { rule, document, question } of rules) {
    const answer = question(value)
    if (answer.kind === 'yes') {
      const { from, subject } = mail.message
      const blanks = { name: fact(from.name), domain: from.domain, subject: fact(subject) }
      // Other languages travel with the finding: whoever writes the notice does not know the rule.
      const facts = { ...blanks, ...inFacts('title', rule.title), ...inFacts('says', rule.tells), ...inFacts('advises', rule.advises) }
      const evidence = [...answer.found, quoteFrom(mail), quote('Subject', subject)].slice(0, 3)
      fired.push({ rule, clue: { points: document.points, facts, evidence } })
    } else if (answer.kind !== 'no') troubles.push({ id: document.id, kind: answer.kind, says: answer.says })
  }
  return { fired, troubles }
}

const inFacts = (name: string, wording: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(wording).map(([language, text]) => [`${name}-${language}`, text]))

/** The first block entry that names anything of the mail. */
function blockOf(lists: ListIndex, mail: Mail, seen: Seen): OwnFired | undefined {
  const { from, replyTo, links, files, ip } = seen
  const say = (entry: ListEntry | undefined, what: string, where: Place, text: string): OwnFired | undefined =>
    entry && {
      rule: blocked,
      clue: {
        points: blockedPoints,
        facts: { what: fact(what), reason: entry.reason === '' ? 'the operator does not trust it' : fact(entry.reason) },
        evidence: [quote(where, text)],
      },
    }
  for (const { address, host, where } of [
    { ...from, where: 'From' as const },
    { ...replyTo, where: 'Reply-To' as const },
  ]) {
    if (address === '') continue
    const entry = lists.find('block', 'address', address) ?? lists.findHost('block', host)
    if (entry) return say(entry, address, where, address)
  }
  for (const { host, urls, link } of links) {
    const entry = lists.findHost('block', host) ?? urls.map((url) => lists.findUrl('block', url)).find((one) => one !== undefined)
    if (entry) return say(entry, host, 'link', link.target)
  }
  for (const { sha256, name } of files) {
    const entry = lists.find('block', 'sha256', sha256)
    if (entry) return say(entry, name === '' ? 'A file' : name, 'attachment', name === '' ? sha256 : name)
  }
  const server = ip === '' ? undefined : lists.findIp('block', ip)
  if (server) return say(server, ip, 'delivering server', ip)
  const { subject } = mail.message
  return say(lists.findSubject('block', subjectWords(subject)), subject, 'Subject', subject)
}

/** Who sends it is allowed. Asked only of a mail whose sender is proven (DMARC), or anybody could write under an allowed name. */
const allowOf = (lists: ListIndex, { from, ip }: Seen): ListEntry | undefined =>
  lists.find('allow', 'address', from.address) ?? lists.findHost('allow', from.host) ?? (ip === '' ? undefined : lists.findIp('allow', ip))

/** The surest indicator that the mail shows whole. */
function indicatorOf(index: IndicatorIndex, seen: Seen): OwnFired | undefined {
  if (index.size === 0) return undefined
  let all: ReadonlySet<string> | undefined
  const isThere = (kind: string, value: string): boolean => {
    all ??= new Set([...shownMarks(seen, index.ranges)].map((mark) => `${mark.kind} ${mark.value}`))
    return all.has(`${kind} ${value}`)
  }
  let best: { readonly shown: Shown; readonly indicator: Indicator } | undefined
  for (const shown of shownMarks(seen, index.ranges)) {
    for (const indicator of index.find(shown.kind, shown.value)) {
      if (best !== undefined && best.indicator.confidence >= indicator.confidence) continue
      if (indicator.also.every(({ kind, value }) => isThere(kind, value))) best = { shown, indicator }
    }
  }
  if (best === undefined) return undefined
  const { shown, indicator } = best
  const isSure = indicator.confidence >= 50
  return {
    rule: isSure ? indicated : perhapsIndicated,
    clue: {
      points: isSure ? 90 : 45,
      facts: {
        what: fact(shown.kind === 'ip' ? shown.quote : shown.kind === 'sha256' ? shown.quote : shown.value),
        source: fact(indicator.source),
      },
      evidence: [quote(shown.where, shown.quote)],
    },
  }
}
