/** Numbers from 0 to 1 that look drawn, the same for the same seed everywhere (Numerical Recipes' linear congruence): not for secrets. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
