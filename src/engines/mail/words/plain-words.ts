/** The mail's words made comparable, and a search that skips sentences which warn of the trick instead of playing it. */
import { foldHomoglyphs } from '#kernel'
import { mayBeSaid } from './may-be-said.ts'

/** Lower case, look-alikes folded, quotes straight, one space between words. */
export function plainWords(text: string): string {
  const folded = foldHomoglyphs(text)
  const plain = foreign.test(folded)
    ? folded
        .replace(/[‘’´]/g, "'")
        .replace(/[“”«»]/g, '"')
        .replace(/[‐-―]/g, '-')
    : folded
  return (plain.includes('`') ? plain.replaceAll('`', "'") : plain).replace(/\t[ \t]*| [ \t]+/g, ' ')
}
const foreign = /[\u0080-\uffff]/

/** How a line begins that goes on with the one above: a word, and no mark of a list. */
const goesOn = /(?=[^\n*•–—\s-]{1,40}\s|[^\n*•–—\s-]{1,40}[.,!?]?\n)(?!\d{1,2}[.)])/y
const shortestWrapped = 46

/** Lines that a mail program wrapped made whole again, marks of quotation taken away; what stands alone on its line stays alone. */
export function joinLines(text: string): string {
  const bare = text.includes('>') ? text.replace(/^(?:> ?)+/gm, '') : text
  let joined = ''
  let done = 0
  for (let start = 0, end = bare.indexOf('\n'); end >= 0; start = end + 1, end = bare.indexOf('\n', start)) {
    if (end - start < shortestWrapped || '.!?:;'.includes(bare[end - 1] ?? '.')) continue
    goesOn.lastIndex = end + 1
    if (!goesOn.test(bare)) continue
    joined += `${bare.slice(done, end)} `
    done = end + 1
  }
  return done === 0 ? bare : joined + bare.slice(done)
}

/** An answer without what it answers, when enough is left to be one and it does not point down to what it quotes. */
export function withoutQuotes(text: string): string {
  if (!text.includes('\n>')) return text
  const own = text.replace(/^>[^\n]*$/gm, '')
  return own.trim().length < shortestAnswer || pointsDown.test(own) ? text : own
}
const shortestAnswer = 40
const pointsDown =
  /\b(?:below|beneath|thread|forward\w*|earlier|previous|abajo|anterior\w*|reenv\w+|unten\w*|weiterleit\w*|weitergeleitet|vorher\w*|ci-dessous|plus bas|transf[eè]r\w*|pr[eé]c[eé]dent\w*)\b/i

/** Digits that stand for letters within words (`cl1ent`, `dia1`), put back; only where there are several, since names of things have digits too. */
export function withoutDigitLetters(plain: string): string {
  const masked = /(?<![a-z0-9])(?=[a-z0-9]*[a-z]{2})[a-z][a-z0-9]*[0134578][a-z0-9]*(?![a-z0-9])/g
  if ((plain.slice(0, 3000).match(masked)?.length ?? 0) < 2) return plain
  return plain.replace(masked, (word) => (/\d{3}/.test(word) ? word : word.replace(/[0134578]/g, (digit) => letterOf[digit] ?? digit)))
}
const letterOf: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b' }

const warning =
  /\b(scam|scams|scammers?|fraudsters?|phish\w*|spoof\w*|beware|criminals?|impersonat\w*|awareness|attackers?|hackers? (?:may|might|often|will)|(?:will|would|do|does) never (?:ask|request|send|change|call|e-?mail)|never (?:ask|request|share|buy|send|give|enter)\b|estaf\w*|fraude|nunca (?:le |te )?(?:pedi\w*|solicit\w*)|suplant\w*)/

/** A pattern made ready. Patterns are written where they are used, and each is made ready once: that costs more than a search. */
type Search = { readonly everywhere: RegExp; readonly mayBeIn: (text: string) => boolean }
const searches = new Map<string, Search>()

function searchOf(pattern: RegExp): Search {
  const { source, flags } = pattern
  const key = flags === '' ? source : `${flags}/${source}`
  const known = searches.get(key)
  if (known !== undefined) return known
  const made = { everywhere: new RegExp(source, flags.includes('g') ? flags : `${flags}g`), mayBeIn: mayBeSaid(pattern) }
  searches.set(key, made)
  return made
}

/** The first hit of `pattern` in a sentence that does not warn of it; as it stands, at most 160 characters. */
export function said(text: string, pattern: RegExp): string | undefined {
  const { everywhere, mayBeIn } = searchOf(pattern)
  if (!mayBeIn(text)) return undefined
  everywhere.lastIndex = 0
  for (let hit = everywhere.exec(text), tries = 0; hit !== null && tries < 8; hit = everywhere.exec(text), tries++) {
    if (hit[0] === '') return undefined
    const start = Math.max(lastEnd(text, hit.index), hit.index - 200)
    const ends = /[.!?\n](?:\s|$)/.exec(text.slice(hit.index + hit[0].length, hit.index + hit[0].length + 200))
    const end = hit.index + hit[0].length + (ends?.index ?? 200)
    if (!warning.test(text.slice(start, end)))
      return wholeWords(text, hit.index, hit.index + hit[0].length)
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 160)
  }
  return undefined
}

/** A hit may end within a word ("will be lock"); a person is shown the whole of it. */
const wholeWords = (text: string, start: number, end: number): string =>
  text.slice(start, end) + (/^[\p{L}\p{N}]{0,20}/u.exec(text.slice(end, end + 40))?.[0] ?? '')

const lastEnd = (text: string, before: number): number =>
  Math.max(
    text.lastIndexOf('. ', before - 1),
    text.lastIndexOf('\n', before - 1),
    text.lastIndexOf('! ', before - 1),
    text.lastIndexOf('? ', before - 1),
  ) + 1
