/** `bellwether eval mail` on a small pack made here, by the real command. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { z } from 'zod'

const root = new URL('../../../', import.meta.url).pathname
const pack = mkdtempSync(join(tmpdir(), 'bellwether-pack-'))
after(() => rmSync(pack, { recursive: true }))

const measureSchema = z.strictObject({
  measure: z.string(),
  value: z.number(),
  n: z.number().optional(),
  low: z.number().optional(),
  high: z.number().optional(),
})

const evaluate = (folder: string) =>
  spawnSync(process.execPath, [join(root, 'src/main.ts'), 'eval', 'mail', '--pack', folder, '--json'], { encoding: 'utf8' })

const put = (name: string, rows: readonly (readonly [fixture: string, label: string, source: string])[]): string => {
  const folder = join(pack, name)
  mkdirSync(folder)
  const lines = rows.map(([fixture, label, source], place) => {
    copyFileSync(join(root, 'fixtures/mail', `${fixture}.eml`), join(folder, `${place}.eml`))
    return `${place}.eml\t${label}\tcredential/brand\t${source}\t0`
  })
  writeFileSync(join(folder, 'index.tsv'), `file\tclass\tsubclass\tsource\tsynthetic\n${lines.join('\n')}\n`)
  return folder
}

test('a pack is measured: what is found, what is flagged, and by source', () => {
  const folder = put('good', [
    ['hostile/device-code', 'phish', 'made'],
    ['hostile/app-consent', 'phish', 'made'],
    ['honest/newsletter', 'ham', 'newsletter'],
    ['honest/history-society', 'ham', 'letters'],
  ])
  const { status, stdout } = evaluate(folder)
  assert.equal(status, 0)
  const measures = new Map(
    stdout
      .trim()
      .split('\n')
      .map((line) => measureSchema.parse(JSON.parse(line)))
      .map((one) => [one.measure, one]),
  )
  assert.equal(measures.get('found at 0.1 % of honest mail')?.value, 1)
  assert.equal(measures.get('as shipped: found')?.n, 2)
  assert.equal(measures.get('as shipped: honest mail flagged')?.value, 0)
  assert.equal(measures.get('hard honest mail at that cut')?.n, 1)
  assert.ok(measures.has('source left out: honest mail of letters at the others’ 0.1 %'.replace('’', "'")))
})

test('a folder without an index, or with a label nobody knows, is one clear sentence and status 2', () => {
  const nothing = evaluate(join(pack, 'nowhere'))
  assert.equal(nothing.status, 2)
  assert.match(nothing.stderr, /^bellwether: reading the pack in .*nowhere: /)
  const odd = put('odd', [['honest/newsletter', 'maybe', 'made']])
  const labelled = evaluate(odd)
  assert.equal(labelled.status, 2)
  assert.match(labelled.stderr, /line 2: the class is “maybe”; phish or ham was expected/)
})
