/**
 * Our walk beside htmlparser2: on the pages of every fixture and on some thousands of made-up ones both meet the same elements, attributes, texts and comments.
 * What may differ is how much is made of a tag, a comment or data that the page ends within; nothing else may.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { fixtureMail, fixtureNames } from '../../../../../test/support/mail-fixtures.ts'
import { parseMime } from '../mime/parse-mime.ts'
import { walkPage } from './walk-page.ts'

type Met = readonly [what: 'open' | 'close' | 'text' | 'comment', value: string, attributes?: Readonly<Record<string, string>>]

/** How a text is cut into pieces is nobody's matter. */
const joined = (met: readonly Met[]): readonly Met[] =>
  met.reduce<Met[]>((all, one) => {
    const last = all.at(-1)
    if (one[0] === 'text' && last?.[0] === 'text') all[all.length - 1] = ['text', last[1] + one[1]]
    else all.push(one)
    return all
  }, [])

function ours(html: string): readonly Met[] {
  const met: Met[] = []
  walkPage(html, {
    onOpen: (name, attributes) => met.push(['open', name, attributes]),
    onClose: (name) => met.push(['close', name]),
    onText: (text) => met.push(['text', text]),
    onComment: (comment) => met.push(['comment', comment]),
  })
  return joined(met)
}

function theirs(html: string): readonly Met[] {
  const met: Met[] = []
  const parser = new Parser({
    // Names of drawings get their capitals back there.
    onopentag: (name, attributes) => met.push(['open', name.toLowerCase(), attributes]),
    onclosetag: (name) => met.push(['close', name.toLowerCase()]),
    ontext: (text) => met.push(['text', text]),
    oncomment: (comment) => met.push(['comment', comment]),
  })
  parser.end(html)
  return joined(met)
}

/** Closed by a text that no page has: whatever was open before it was read in full, unless the text became part of it. */
const last = 'xyzzy'

/** Where a title nearly ends, htmlparser2 reads no entity right behind. */
const nearlyEnds = /<(?:title|textarea)\b[\s\S]*<[/a-z]*&/i

function compare(html: string): void {
  if (nearlyEnds.test(html)) return
  const [own, other] = [ours(`${html}${last}`), theirs(`${html}${last}`)]
  const isWhole = [own, other].every((met) => met.some(([what, value]) => what === 'text' && value.endsWith(last)))
  if (isWhole) assert.deepEqual(own, other)
}

test('the pages of every fixture are walked as htmlparser2 walks them', () => {
  const pages = (['hostile', 'honest', 'broken'] as const)
    .flatMap((kind) => fixtureNames(kind))
    .map((name) => parseMime(fixtureMail(name)).html)
  assert.ok(pages.filter((html) => html !== '').length > 100)
  for (const html of pages) compare(html)
})

const pieces = [
  '<', '>', '/', '"', "'", '=', ' ', '\n', 'a', 'B', '!', '-', '--', '\0', 'é', '<!--', '-->', '--!>', '<!doctype html>', '<!x', '<?', '<![CDATA[', ']]>', '&', '&amp', '&lt;', '&#65;',
  '&copy', '&notit;', '<p>', '</p>', '<b>', '</b>', '<br/>', '</br>', '<a href="x&amp;y">', "<a b='c'", '<a href=', '</a>', '<table>', '<tr>', '<td>', '<th>', '</table>', '<form>',
  '</form>', '<svg>', '</svg>', '<path/>', '<foreignObject>', '<math>', '<mi>', '<title>', '</title>', '<script>', '</script >', '<style>', '</style>', '<textarea>', '</textarea>',
  '<iframe>', '</iframe>', '<image src=x>', '<li>', '<ul>', '<select>', '<option>', '<h1>', '<div/>', '<input hidden value=&gt>', '<dd>', '<dt>', '<noframes>',
] // biome-ignore format: a list

test('made-up pages are walked as htmlparser2 walks them', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 20 }), (parts) => compare(parts.join(''))),
    { numRuns: 20_000, seed: 20260612, interruptAfterTimeLimit: 14_000, markInterruptAsFailure: false },
  )
})
