/** Whether one domain dresses up as another: the engine's own matcher. Names only; what is done about it is a rule's matter. */
import { editDistance, skeletonOf } from '#kernel'
import { labelOf, registered } from './domain.ts'
import type { Likeness, LikenessOf, LikenessOptions } from './likeness.ts'
import { labelOnFreePages } from './services.ts'
import { isAdded, isOfficeWord, isTrusty } from './trust-words.ts'
import { domainToUnicode } from './unicode-domain.ts'

type Own = { readonly domain: string; readonly label: string; readonly skeleton: string; readonly letters: number }

/** A list of genuine domains, made ready: every look-up below is a question to a map, however long the list. */
type Ready = {
  readonly domains: ReadonlySet<string>
  readonly byLabel: ReadonlyMap<string, Own>
  readonly bySkeleton: ReadonlyMap<string, Own>
  /** Those long enough for a slip of the pen, by the length of their skeleton. */
  readonly byLength: ReadonlyMap<number, readonly Own[]>
  /** `riverton-example` and `rivertonexample` for riverton.example. */
  readonly byWhole: ReadonlyMap<string, Own>
  readonly byStart: ReadonlyMap<string, readonly Own[]>
  readonly longest: number
  readonly answers: Map<string, Likeness | undefined>
}

const made = new WeakMap<readonly string[], Ready>()

/** Names that are words of everybody's: a word beside them makes another house's name, not a lure. */
const tooPlain = new Set(
  `action campaign capital change design digital events first forward future green greens hotel labour liberal media national nature people press print progress party
  radio server studio today together travel union unity verde voice vote world young youth`.split(/\s+/),
)

const slipsFor = (label: string): number => (label.length >= 10 ? 2 : label.length >= 6 ? 1 : 0)

/** Which letters a word has, a bit each: one slip changes at most two of them. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

function bitsIn(number: number): number {
  let bits = 0
  for (let rest = number; rest !== 0; rest &= rest - 1) bits++
  return bits
}

function readyOf(genuine: readonly string[]): Ready {
  const known = made.get(genuine)
  if (known !== undefined) return known
  const all = genuine.map((domain): Own => {
    const skeleton = skeletonOf(labelOf(domain))
    return { domain, label: labelOf(domain), skeleton, letters: lettersOf(skeleton) }
  })
  const owns = all.filter(({ label }) => label.length >= 4)
  const byWhole = new Map<string, Own>()
  for (const own of all) {
    byWhole.set(own.domain.replaceAll('.', '-'), own)
    if (own.domain.length >= 9 || own.domain.endsWith('.gov')) byWhole.set(own.domain.replaceAll('.', ''), own)
  }
  // The first of a list wins, so that a house stands before its vendors.
  const first = (keyOf: (own: Own) => string) => new Map([...owns].reverse().map((own) => [keyOf(own), own]))
  const ready: Ready = {
    domains: new Set(genuine),
    byLabel: first((own) => own.label),
    bySkeleton: new Map([...first((own) => own.skeleton.replaceAll('-', '')), ...first((own) => own.skeleton)]),
    byLength: Map.groupBy(
      owns.filter(({ label }) => slipsFor(label) > 0),
      ({ skeleton }) => skeleton.length,
    ),
    byWhole,
    byStart: Map.groupBy(all, (own) => own.label),
    longest: owns.reduce((most, own) => Math.max(most, own.label.length), 0),
    answers: new Map(),
  }
  made.set(genuine, ready)
  return ready
}

/** The engine's matcher. Answers are kept with the list: the same few hosts stand in many mails; a flood of others starts anew. */
export const likenessOf: LikenessOf = (host, genuine, options) => {
  if (host === '' || host.length > 253) return undefined
  const ready = readyOf(genuine)
  const key = options.whole === true ? `=${host}` : options.endings ? host : `-${host}`
  if (ready.answers.has(key)) return ready.answers.get(key)
  const likeness = findLikeness(host, ready, options)
  if (ready.answers.size > 5000) ready.answers.clear()
  ready.answers.set(key, likeness)
  return likeness
}

function findLikeness(host: string, ready: Ready, { endings, whole = false }: LikenessOptions): Likeness | undefined {
  const domain = registered(host)
  if (ready.domains.has(domain) || ready.domains.has(host)) return undefined
  // On a host where anybody has a page, the name in front of it is what somebody registered.
  const label = domainToUnicode(labelOnFreePages(host) ?? labelOf(domain))
  if (whole) return writtenOut(label, ready) ?? inFront(host, domain, ready)
  const sameLabel = ready.byLabel.get(label)
  // A name without any suffix is no address of anybody's, and reads like one.
  if (sameLabel !== undefined && !host.includes('.')) return { of: sameLabel.domain, how: 'letters' }
  if (sameLabel !== undefined) return endings && labelOnFreePages(host) === undefined ? { of: sameLabel.domain, how: 'ending' } : undefined
  return inLetters(label, ready) ?? inWords(label, ready) ?? inFront(host, domain, ready)
}

function inLetters(label: string, ready: Ready): Likeness | undefined {
  const skeleton = skeletonOf(label)
  const twin =
    ready.bySkeleton.get(skeleton) ?? (label.includes('-') ? ready.bySkeleton.get(skeletonOf(label.replaceAll('-', ''))) : undefined)
  if (twin !== undefined) return { of: twin.domain, how: 'letters' }
  // A word that everybody uses in names (`cloud`) is nobody's misspelt name (`icloud`).
  const near = label.length >= 5 && label.length <= 40 && !isAdded(label) ? slipOf(label, skeleton, ready) : undefined
  if (near !== undefined) return { of: near.domain, how: 'letters' }
  if (!label.includes('-')) return undefined
  for (const part of label.split('-')) {
    const own = part.length >= 6 ? ready.bySkeleton.get(skeletonOf(part)) : undefined
    if (own !== undefined && own.label !== part) return { of: own.domain, how: 'letters' }
  }
  return undefined
}

const houses =
  'county country city town council court courts clerk school schools college library police party people press post port park church club hall house union'.split(
    ' ',
  )

/** One place's two houses, not one house misspelt: `hazelcounty` and `hazelcourts`. */
const areNeighbours = (one: string, other: string): boolean =>
  houses.some(
    (head) =>
      one.endsWith(head) &&
      houses.some(
        (tail) =>
          !tail.startsWith(head) &&
          !head.startsWith(tail) &&
          other.endsWith(tail) &&
          one.slice(0, -head.length) === other.slice(0, -tail.length),
      ),
  )

function slipOf(label: string, skeleton: string, ready: Ready): Own | undefined {
  const letters = lettersOf(skeleton)
  for (let length = skeleton.length - 2; length <= skeleton.length + 2; length++) {
    for (const own of ready.byLength.get(length) ?? []) {
      const slips = slipsFor(own.label)
      if (
        bitsIn(own.letters ^ letters) <= 2 * slips &&
        !areNeighbours(label, own.label) &&
        editDistance(skeleton, own.skeleton, slips) <= slips
      )
        return own
    }
  }
  return undefined
}

function inWords(label: string, ready: Ready): Likeness | undefined {
  const whole = writtenOut(label, ready)
  if (whole !== undefined) return whole
  for (let start = 0; start + 4 <= label.length; start++) {
    for (let end = Math.min(label.length, start + ready.longest); end - start >= 4; end--) {
      const own = ready.byLabel.get(label.slice(start, end))
      if (own === undefined || tooPlain.has(own.label)) continue
      const before = label.slice(0, start).replace(/-$/, '')
      const after = label.slice(end).replace(/^-/, '')
      // Four letters are part of many words: they count only between hyphens.
      const apart = (start === 0 || label[start - 1] === '-') && (end === label.length || label[end] === '-')
      if (own.label.length < 5 && !apart) continue
      if ((before === '' || isAdded(before)) && (after === '' || isAdded(after))) return { of: own.domain, how: 'words' }
    }
  }
  return undefined
}

function writtenOut(label: string, ready: Ready): Likeness | undefined {
  const whole = wholeIn(label, ready)
  return whole === undefined ? undefined : { of: whole.domain, how: 'words' }
}

/** The whole domain written as part of a label: `riverton-example-sso`. */
function wholeIn(label: string, ready: Ready): Own | undefined {
  const parts = label.split('-').slice(0, 8)
  for (let start = 0; start < parts.length; start++) {
    for (let end = parts.length; end > start; end--) {
      const own = ready.byWhole.get(parts.slice(start, end).join('-'))
      if (own !== undefined) return own
    }
  }
  return undefined
}

/** `riverton.example.login-portal.com`, `riverton-example.login-portal.com`: what stands first is what is read on a phone. */
function inFront(host: string, domain: string, ready: Ready): Likeness | undefined {
  const left = host.slice(0, Math.max(0, host.length - domain.length))
  for (let at = 0; at < left.length; at = left.indexOf('.', at) + 1) {
    const dot = left.indexOf('.', at)
    if (dot < 0) break
    const label = left.slice(at, dot)
    const own = ready.byStart.get(label)?.find((one) => host.startsWith(one.domain, at) && /[.-]/.test(host[at + one.domain.length] ?? ''))
    const written = own ?? (label.includes('-') ? wholeIn(label, ready) : undefined)
    if (written !== undefined) return { of: written.domain, how: 'inside' }
  }
  return undefined
}

/** A domain put together from words that inspire trust and name nobody: `secure-mail-portal.example`. */
export function isTrustWords(domain: string): boolean {
  const parts = labelOf(domain)
    .split('-')
    .filter((part) => part !== '')
  const trusty = parts.filter(isTrusty).length
  const offices = parts.filter(isOfficeWord).length
  return parts.length >= 2 ? trusty >= 2 || (trusty === 1 && offices >= 1) || offices >= 2 : trusty === 1 && (parts[0]?.length ?? 0) >= 10
}

/** A name with a hyphen and one such word: `krontrade-invoices.example`. Houses do that too, so it only adds to other marks. */
export function isDressed(domain: string): boolean {
  const parts = labelOf(domain).split('-')
  return parts.length >= 2 && parts.some((part) => part !== '' && isAdded(part))
}
