/**
 * Measures who may open what, and writes it into docs/operator/roles.md. By
 * hand, after a route, a policy or a table was added or changed:
 * `node_modules/.bin/node scripts/write-roles.ts`, or with `tables` or `pages` for one of the two.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openRoleWorld } from '../test/support/role-world.ts'
import { openRows } from '../test/support/rows-seen.ts'
import { tablesInRole } from '../test/support/viewers-in-role.ts'
import { walkRoles } from '../test/support/walk-roles.ts'
import { linesOfRoutes, linesOfTables, type Part, paperPath, withPart } from './papers/roles-paper.ts'

const file = join(dirname(import.meta.dirname), paperPath)

const measured: Readonly<Record<Part, () => Promise<readonly string[]>>> = {
  pages: async () => {
    const world = await openRoleWorld()
    return linesOfRoutes(await walkRoles(world).finally(world.close))
  },
  tables: async () => {
    const world = await openRows()
    return linesOfTables(await tablesInRole(world).finally(world.close))
  },
}

for (const part of ['pages', 'tables'] as const) {
  if (process.argv[2] !== undefined && process.argv[2] !== part) continue
  const lines = await measured[part]()
  writeFileSync(file, withPart(readFileSync(file, 'utf8'), part, lines))
}
