/** Rates of found and falsely flagged mails, with their intervals. Values only. */

export type Rate = {
  readonly value: number
  readonly n: number
  /** 95 % interval (Wilson 1927). */
  readonly low: number
  readonly high: number
}

/** The share of `hits` among `n`. */
export function rateOf(hits: number, n: number): Rate {
  if (n === 0) return { value: 0, n, low: 0, high: 1 }
  const z = 1.96
  const share = hits / n
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  return { value: share, n, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/**
 * The lowest cut at which no more than `share` of the honest scores stand at or above it. A mail is flagged when its score reaches the cut; equal scores
 * fall together, so the cut lies above all of those that would be too many.
 */
export function cutFor(honest: readonly number[], share: number): number {
  const descending = [...honest].sort((left, right) => right - left)
  const allowed = Math.floor(honest.length * share + 1e-9)
  const tooMany = descending[allowed]
  return tooMany === undefined ? 0 : tooMany + leastStep
}

/** Finer than any score is told. */
const leastStep = 1e-9

/** The share that reaches the cut. */
export const shareAt = (scores: readonly number[], cut: number): Rate =>
  rateOf(scores.filter((score) => score >= cut).length, scores.length)

/** The chance that a hostile mail scores above an honest one, ties counted half. */
export function areaUnderCurve(hostile: readonly number[], honest: readonly number[]): number {
  if (hostile.length === 0 || honest.length === 0) return 0
  const all = [...hostile.map((score) => ({ score, isHostile: true })), ...honest.map((score) => ({ score, isHostile: false }))].sort(
    (left, right) => left.score - right.score,
  )
  let ranks = 0
  for (let from = 0; from < all.length; ) {
    let to = from
    while (to < all.length && all[to]?.score === all[from]?.score) to += 1
    const rank = (from + to + 1) / 2
    ranks += rank * all.slice(from, to).filter((one) => one.isHostile).length
    from = to
  }
  return (ranks - (hostile.length * (hostile.length + 1)) / 2) / (hostile.length * honest.length)
}
