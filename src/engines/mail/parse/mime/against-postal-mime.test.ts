/**
 * Our reader beside postal-mime, which reads every byte in its own way: on every fixture and on some thousands of mutated ones both find the same sender, texts
 * and files. What may differ is named below; nothing else may.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import PostalMime, { type Address, type Email as Theirs } from 'postal-mime'
import { fixtureMail, fixtureNames } from '../../../../../test/support/mail-fixtures.ts'
import { guard } from '../guard.ts'
import type { Email, Listed } from './email.ts'
import { parseMime } from './parse-mime.ts'

const originals = (['hostile', 'honest', 'broken', 'history'] as const).flatMap((kind) => fixtureNames(kind)).map(fixtureMail)
const small = originals.filter((bytes) => bytes.length < 20_000)

/** Line ends and the blanks at the end of a text are no matter of its words. */
const words = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()
const boxes = (list: readonly (Address | Listed)[] | undefined): readonly string[] =>
  (list ?? []).flatMap((one) => one.group ?? [one]).map((one) => `${one.name} <${one.address}>`)

/** How a page is turned into plain text for a mail that is half one and half the other, and how the head above an enclosed mail is set. */
const setsTextItself = (bytes: Uint8Array): boolean => /multipart\/|message\/rfc822/i.test(Buffer.from(bytes).toString('latin1'))
const setsPageItself = (bytes: Uint8Array): boolean => /message\/rfc822|multipart\/digest/i.test(Buffer.from(bytes).toString('latin1'))

function assertSame(bytes: Uint8Array, own: Email, theirs: Theirs): void {
  const same = (what: string, one: unknown, other: unknown): void => assert.deepEqual(one, other, what)
  const lines = (list: readonly { readonly key: string; readonly value: string }[]): readonly string[] =>
    list.map(({ key, value }) => `${key}: ${value}`)
  same('headers', lines(own.headers), lines(theirs.headers))
  same('from', boxes(own.from === undefined ? [] : [own.from]), boxes(theirs.from === undefined ? [] : [theirs.from]))
  for (const key of ['to', 'cc', 'replyTo'] as const) same(key, boxes(own[key]), boxes(theirs[key]))
  for (const key of ['subject', 'messageId', 'inReplyTo', 'references', 'date'] as const) same(key, own[key], theirs[key] ?? '')
  if (!setsTextItself(bytes)) same('text', words(own.text), words(theirs.text))
  if (!setsPageItself(bytes)) same('html', words(own.html), words(theirs.html?.replaceAll('&#x3F;', '?')))
  const files = (list: Email['attachments'] | Theirs['attachments']): readonly string[] =>
    list.map(({ filename, mimeType, disposition, related, contentId }) =>
      [filename ?? '', mimeType, disposition ?? '', related ?? false, contentId ?? ''].join(' | '),
    )
  same('files', files(own.attachments), files(theirs.attachments))
  for (const [place, file] of own.attachments.entries()) {
    const other = theirs.attachments[place]?.content ?? ''
    const sent = typeof other === 'string' ? Buffer.from(other) : Buffer.from(new Uint8Array(other))
    same('bytes', words(Buffer.from(file.content).toString('latin1')), words(sent.toString('latin1')))
  }
}

async function compare(bytes: Uint8Array): Promise<void> {
  const guarded = guard(bytes).bytes
  const own = parseMime(guarded)
  // What postal-mime refuses as a whole we read up to the limit.
  if (own.overrun !== undefined) return
  assertSame(guarded, own, await PostalMime.parse(guarded, { maxNestingDepth: 100, maxHeadersSize: 1024 * 1024, maxRfc822NestingDepth: 4 }))
}

test('every fixture is read as postal-mime reads it', async () => {
  for (const bytes of originals) await compare(bytes)
})

const pieces = [
  '\r\n', '\n', '\r', '\0', '--mix\r\n', '--mix--\r\n', '=?utf-8?B?', '=?iso-8859-1?Q?a=E9_b?= =?iso-8859-1?Q?c?=', '?=', '"', '\\', ';', ',', '<', '>', '(', ')', ':',
  '\r\nContent-Type: text/html; charset=windows-1251\r\n', '\r\nContent-Transfer-Encoding: base64\r\n', '\r\nContent-Transfer-Encoding: quoted-printable\r\n',
  '\r\nContent-Disposition: attachment; filename*0*=utf-8\'\'a%20; filename*1="b.pdf"\r\n', '=\r\n', '=E9', '=3', '\r\n\r\n', '\r\n ', '\t', '@',
  '\r\nContent-Type: multipart/alternative; boundary="mix"\r\n', '\r\nContent-Type: message/rfc822\r\n', 'a=', '==', '\ufeff',
] // biome-ignore format: a list

const change = fc.record({
  kind: fc.constantFrom('set', 'cut', 'double', 'insert'),
  at: fc.nat(),
  size: fc.nat({ max: 300 }),
  piece: fc.constantFrom(...pieces),
})

type Change = { readonly kind: string; readonly at: number; readonly size: number; readonly piece: string }

const mutate = (bytes: Uint8Array, changes: readonly Change[]): Buffer =>
  changes.reduce((whole, { kind, at, size, piece }) => {
    const place = at % (whole.length + 1)
    const [before, after] = [whole.subarray(0, place), whole.subarray(place)]
    if (kind === 'set') return Buffer.concat([before, Buffer.from([size % 256]), after.subarray(1)])
    if (kind === 'cut') return Buffer.concat([before, after.subarray(size)])
    if (kind === 'double') return Buffer.concat([before, after.subarray(0, size), after])
    return Buffer.concat([before, Buffer.from(piece), after])
  }, Buffer.from(bytes))

test('mutated mails are read as postal-mime reads them', async () => {
  const mutated = fc.tuple(fc.nat({ max: small.length - 1 }), fc.array(change, { minLength: 1, maxLength: 6 }))
  await fc.assert(
    fc.asyncProperty(mutated, ([place, changes]) => compare(mutate(small[place] ?? new Uint8Array(), changes))),
    { numRuns: 2500, seed: 20260612, interruptAfterTimeLimit: 14_000, markInterruptAsFailure: false },
  )
})
