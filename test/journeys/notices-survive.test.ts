/** What was decided arrives, whatever is killed meanwhile; what arrives twice is few. Twenty thousand of them, and twenty kills, are in bench/notices. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutPostgres } from '../support/given-postgres.ts'
import { besiege } from '../support/notice-siege.ts'

const [readers, rounds, kills] = [100, 10, 6]
const duplicatesAKill = 3

test(`${readers * rounds} notices arrive through ${kills} kills and a storm of 4xx`, {
  skip: withoutPostgres(),
  timeout: 600_000,
}, async (t) => {
  const seed = Number(process.env['BELLWETHER_SEED'] ?? Date.now() % 1_000_000)
  t.diagnostic(`seed ${seed}`)
  const { decided, lost, unasked, duplicates } = await besiege({ readers, rounds, kills, seed })
  t.diagnostic(`${decided} notices, ${duplicates} duplicates in ${kills} kills`)
  assert.ok(decided >= readers * rounds)
  assert.deepEqual(lost.slice(0, 3), [], `${lost.length} were lost`)
  assert.equal(unasked, 0, 'nothing was sent that was not decided')
  assert.ok(duplicates <= kills * duplicatesAKill, `${duplicates} duplicates in ${kills} kills`)
})
