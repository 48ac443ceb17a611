/**
 * Rules read plain words: lower case, without accents, look-alikes folded. A person is shown what the mail said: the same words as they stand in it,
 * and whether they stand in the subject.
 */
import type { Evidence } from '#kernel'
import { joinLines, plainWords } from '../words/plain-words.ts'
import type { Mail } from './mail.ts'
import { type Clue, fact } from './rule.ts'

type Place = { readonly start: number; readonly end: number }

/** A clue whose quotations of the text, and whose facts that repeat them, are the mail's own letters. */
export function asItStands(mail: Mail): (clue: Clue) => Clue {
  const { subject } = mail.message
  let whole = ''
  let lower = ''
  const find = (words: string): Place | undefined => {
    if (whole === '') {
      whole = wholeOf(mail)
      lower = whole.toLowerCase()
    }
    const at = lower.length === whole.length ? lower.indexOf(words) : -1
    return at >= 0 ? { start: at, end: at + words.length } : findFolded(whole, words)
  }
  return (clue) => {
    const told = new Map<string, string>()
    const evidence = clue.evidence.map((one): Evidence => {
      if (one.where !== 'text' || one.quote === '') return one
      const place = find(one.quote)
      if (place === undefined) return { ...one, where: otherPlace(mail, one.quote) ?? one.where }
      const quote = whole.slice(place.start, place.end).replace(/\s+/g, ' ').trim()
      told.set(fact(one.quote), fact(quote))
      return { ...one, where: place.end <= subject.length ? 'Subject' : one.where, quote }
    })
    const facts = Object.fromEntries(Object.entries(clue.facts).map(([name, value]) => [name, told.get(value) ?? value]))
    return { ...clue, evidence, facts }
  }
}

/** Words that stand in the sender's name or a file's name and not in the text. */
function otherPlace({ message: { from, attachments } }: Mail, words: string): 'From' | 'attachment' | undefined {
  if (from.name.includes(words)) return 'From'
  return attachments.some(({ name }) => name.includes(words)) ? 'attachment' : undefined
}

/** All that rules read words from, in one piece, lines and spaces joined as theirs are. */
function wholeOf({ message: { subject, page }, text, entry, papers }: Mail): string {
  const parts = [text, page?.pictureWords ?? '', entry?.text ?? '', papers].map((part) => joinLines(part.slice(0, 20_000)))
  return `${subject}\n${parts.join('\n')}`.replace(/[^\S\n]+/g, ' ')
}

/** Where words stand whose letters were folded: word by word, so that the fold may make a word longer or shorter. */
function findFolded(whole: string, words: string): Place | undefined {
  const wanted = words.split(/\s+/).filter((word) => word !== '')
  const first = wanted[0]
  if (first === undefined) return undefined
  const tokens = [...whole.matchAll(/\S+/g)]
    .map(({ 0: text, index }) => ({ text, index, plain: plainWords(text) }))
    .filter(({ plain }) => plain !== '')
  const last = wanted.length - 1
  const isHere = (from: number): boolean =>
    wanted.every((word, place) => {
      const plain = tokens[from + place]?.plain ?? ''
      if (place > 0 && place < last) return plain === word
      return last === 0 ? plain.includes(word) : place === 0 ? plain.endsWith(word) : plain.startsWith(word)
    })
  const from = tokens.findIndex((_, place) => isHere(place))
  const [head, tail] = [tokens[from], tokens[from + last]]
  if (head === undefined || tail === undefined) return undefined
  // Only a word whose letters kept their number can be cut where the quotation begins or ends.
  const skipped = head.plain.length === head.text.length ? head.plain.lastIndexOf(first) : 0
  const kept =
    tail.plain.length === tail.text.length ? tail.plain.indexOf(wanted[last] ?? '') + (wanted[last] ?? '').length : tail.text.length
  return { start: head.index + Math.max(0, skipped), end: tail.index + kept }
}
