/** All concepts that sentences are read for. A concept is a list of phrases in English, Spanish, French and German; `phrases.ts` says how they are written. */
import { accounts } from './accounts.ts'
import { approach } from './approach.ts'
import { dealings } from './dealings.ts'
import { money } from './money.ts'
import { openly } from './openly.ts'
import { ownKeys } from './own-keys.ts'
import { owners } from './owners.ts'
import { people } from './people.ts'
import { pieces } from './pieces.ts'
import { politics } from './politics.ts'
import { waysIn } from './ways-in.ts'

export const lexicon = {
  ...people,
  ...money,
  ...accounts,
  ...approach,
  ...politics,
  ...ownKeys,
  ...dealings,
  ...pieces,
  ...waysIn,
  ...owners,
  ...openly,
} as const

export type Concept = keyof typeof lexicon

export const concepts = Object.keys(lexicon) as readonly Concept[]
