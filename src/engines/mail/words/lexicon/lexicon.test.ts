/** The lists of words that sentences are read for. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accounts } from './accounts.ts'
import { approach } from './approach.ts'
import { dealings } from './dealings.ts'
import { concepts } from './lexicon.ts'
import { money } from './money.ts'
import { openly } from './openly.ts'
import { ownKeys } from './own-keys.ts'
import { owners } from './owners.ts'
import { people } from './people.ts'
import { pieces } from './pieces.ts'
import { politics } from './politics.ts'
import { waysIn } from './ways-in.ts'

test('no two lists bear one name: the second would silence the first', () => {
  const names = [people, money, accounts, approach, politics, dealings, pieces, openly, ownKeys, owners, waysIn].flatMap((one) =>
    Object.keys(one),
  )
  assert.equal(new Set(names).size, names.length)
  assert.equal(concepts.length, names.length)
})
