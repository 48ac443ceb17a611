/** Lets only so many run at a time; the others wait in the order they came. */
export function makeGate(width: number): <T>(work: () => Promise<T>) => Promise<T> {
  let inside = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (inside >= width) await new Promise<void>((go) => waiting.push(go))
    else inside += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      // The place is handed over; only without anybody waiting it becomes free.
      if (next === undefined) inside -= 1
      else next()
    }
  }
}
