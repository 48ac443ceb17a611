/** What each role reads of every table, held to what docs/operator/roles.md says of it. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { linesOfTables, paperPath, partOf } from '../../../scripts/papers/roles-paper.ts'
import { openRows, type RowsSeen } from '../../../test/support/rows-seen.ts'
import { tablesInRole } from '../../../test/support/viewers-in-role.ts'

let world: RowsSeen
before(async () => {
  world = await openRows()
})
after(() => world?.close())

test('every table is read by whom the paper says, and by nobody else (else: scripts/write-roles.ts, and read what changed)', async () => {
  const paper = readFileSync(join(import.meta.dirname, '..', '..', '..', paperPath), 'utf8')
  assert.deepEqual(linesOfTables(await tablesInRole(world)), partOf(paper, 'tables'))
})
