/** Mails that somebody crafted to keep the reader busy: whatever is repeated in them, the answer comes in the time that any mail may take. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zipSync } from 'fflate'
import { inspect, nobody } from '#mail'

const longestMs = 2000
const head = 'From: Ana Ruiz <ana@ruiz.example>\nTo: lee@riverton.example\nSubject: Minutes\nMIME-Version: 1.0\n'
const page = (html: string): string => `${head}Content-Type: text/html; charset=utf-8\n\n${html}`
const withFile = (name: string, content: string | Uint8Array): string =>
  `${head}Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nThe minutes.\n--x\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(content).toString('base64')}\n--x--\n`
const links = (target: string): string =>
  page(Array.from({ length: 250 }, (_, at) => `<a href="${target.replace('N', `${at}`)}">x</a>`).join(''))
const pages = (html: string): Uint8Array =>
  zipSync(Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`p${at}.html`, Buffer.from(`<html><body>${html}`)])))

const crafted: Readonly<Record<string, string>> = {
  'a file of forty empty comments': withFile('notes.bin', `${'<!---->'.repeat(40)}x`),
  'a page of end tags that end nothing': page(`${'<i>'.repeat(140_000)}${'</b>'.repeat(140_000)}`),
  'a page of elements deep within others': page(`${'<i>'.repeat(2000)}${'<b>'.repeat(300_000)}`),
  'an attached page of opening brackets': withFile('a.html', `<html>${'<'.repeat(200_000)}`),
  'an attached page of scripts that never end': withFile('a.html', `<html>${'<script'.repeat(28_000)}`),
  'an attached drawing of opening brackets': withFile('a.svg', `<svg onload=x>${'<'.repeat(200_000)}`),
  'an archive of pages full of forms': withFile('a.zip', pages('<form>'.repeat(33_000))),
  'an archive of pages full of brackets': withFile('a.zip', pages('<'.repeat(200_000))),
  'links to hosts of a thousand dots': links(`https://N${'a.'.repeat(1900)}`),
  'links full of slashes': links(`https://a.example/N${'/'.repeat(3900)}`),
}
for (const [name, mail] of Object.entries(crafted)) {
  test(`${name} is judged in time`, async () => {
    const bytes = new Uint8Array(Buffer.from(mail))
    const began = performance.now()
    await inspect(bytes, { trustedAuthserv: [], circle: nobody })
    const ms = performance.now() - began
    assert.ok(ms < longestMs, `${Math.round(ms)} ms`)
  })
}
