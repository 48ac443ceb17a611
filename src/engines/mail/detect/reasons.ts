/** Chooses the few reasons that a person is told: the most telling, and no two that say the same thing of the same words. */
import type { Evidence, Finding } from '#kernel'

export type Told = {
  readonly finding: Finding
  readonly points: number
  /** 0 for a trick with a name, 1 for a sum of small signs: those are told only after. */
  readonly rank: number
}

const most = 3

/** How much of a reason's weight is lost when all it quotes was quoted before. */
const lossWhenKnown = 0.7

/** At most three, most telling first. One whose leading quotation was quoted already is left out: it would say the same thing another way. */
export function reasonsOf(told: readonly Told[]): readonly Finding[] {
  const chosen: Finding[] = []
  const seen: string[] = []
  let left = told
  while (chosen.length < most) {
    left = left.filter(({ finding: { evidence } }) => chosen.length === 0 || evidence[0] === undefined || !isQuoted(evidence[0], seen))
    const [best] = [...left].sort((one, other) => one.rank - other.rank || worth(other, seen) - worth(one, seen))
    if (best === undefined) break
    chosen.push(best.finding)
    // A link's own words were shown with it.
    seen.push(...best.finding.evidence.flatMap((one) => [keyOf(one), one.quote.toLowerCase()]))
    left = left.filter((one) => one !== best)
  }
  return chosen
}

const worth = ({ finding: { evidence }, points }: Told, seen: readonly string[]): number => {
  const known = evidence.length === 0 ? 0 : evidence.filter((one) => isQuoted(one, seen)).length / evidence.length
  return points * (1 - lossWhenKnown * known)
}

/** What a quotation comes down to: a link to the place it leads, anything else to its words, without marks that nobody sees. */
const keyOf = ({ where, quote, mark }: Evidence): string => (where === 'link' && mark ? mark : quote).toLowerCase().replace(/\p{Cf}/gu, '')

const isQuoted = (one: Evidence, seen: readonly string[]): boolean => {
  const key = keyOf(one)
  return seen.some(
    (other) =>
      other === key || (key.length > 3 && other.includes(key)) || (other.length > 3 && key.includes(other)) || isMostlyOf(key, other),
  )
}

/** So many words in a row, and half of the shorter quotation: two rules that cut the same sentence at different places. */
const fewestShared = 3

function isMostlyOf(one: string, other: string): boolean {
  const [short = [], long = []] = [wordsOf(one), wordsOf(other)].sort((left, right) => left.length - right.length)
  const needed = Math.max(fewestShared, Math.ceil(short.length / 2))
  const within = ` ${long.join(' ')} `
  return short.some((_, from) => from + needed <= short.length && within.includes(` ${short.slice(from, from + needed).join(' ')} `))
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []
