/** Every route of a started Bellwether as everybody in a role, held to what docs/operator/roles.md says of it. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { linesOfRoutes, paperPath, partOf } from '../../scripts/papers/roles-paper.ts'
import { openRoleWorld, type RoleWorld } from '../support/role-world.ts'
import { walkRoles } from '../support/walk-roles.ts'

let world: RoleWorld
before(async () => {
  world = await openRoleWorld()
})
after(() => world?.close())

test('every page and form opens to whom the paper says, and to nobody else (else: scripts/write-roles.ts, and read what changed)', async () => {
  const paper = readFileSync(join(import.meta.dirname, '..', '..', paperPath), 'utf8')
  assert.deepEqual(linesOfRoutes(await walkRoles(world)), partOf(paper, 'pages'))
})
