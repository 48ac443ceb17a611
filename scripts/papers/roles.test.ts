/** The quick half of what holds docs/operator/roles.md: no route is missing there, and none is left that is gone. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { routes } from '#web'
import { paperPath, partOf } from './roles-paper.ts'

test('every route stands in the paper of the roles, once for each method (else: scripts/write-roles.ts)', () => {
  const paper = readFileSync(join(dirname(dirname(import.meta.dirname)), paperPath), 'utf8')
  const written = partOf(paper, 'pages').flatMap((line) => {
    const [, path = '', methods = ''] = /^- `(.+)` (.+)$/.exec(line) ?? []
    return (methods.match(/GET|POST/g) ?? []).map((method) => `${method} ${path}`)
  })
  assert.deepEqual(written.sort(), routes.map(({ method, path }) => `${method} ${path}`).sort())
})
