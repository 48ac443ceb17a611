/**
 * Letters that a server took and the database has not heard of. As long as
 * this process lives it remembers them, so a lost database is no duplicate;
 * and only a few can be on their way at once, so neither is a killed process
 * more than a few.
 */
export class InDoubt<Outcome> {
  readonly #outcomes = new Map<string, Outcome>()
  readonly #waiting: (() => void)[] = []
  #free: number

  constructor(atOnce: number) {
    this.#free = atOnce
  }

  /** Runs `work` when fewer than the limit run; in the order of asking. */
  async oneOfFew<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free += 1
    }
  }

  remember(id: string, outcome: Outcome): void {
    this.#outcomes.set(id, outcome)
  }

  outcomeOf(id: string): Outcome | undefined {
    return this.#outcomes.get(id)
  }

  /** The database has heard of it. */
  forget(id: string): void {
    this.#outcomes.delete(id)
  }
}
