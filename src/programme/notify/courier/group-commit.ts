/** Gathers what is to be written while an earlier write is under way, and writes it all at once: a commit costs the same for one as for a hundred. */

export class GroupCommit<Item> {
  readonly #write: (items: readonly Item[]) => Promise<void>
  #waiting: { readonly item: Item; readonly done: () => void; readonly failed: (cause: unknown) => void }[] = []
  #isWriting = false

  constructor(write: (items: readonly Item[]) => Promise<void>) {
    this.#write = write
  }

  /** Resolves when it is written; rejects with what writing it, or those beside it, threw. */
  add(item: Item): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#waiting.push({ item, done: resolve, failed: reject })
    if (!this.#isWriting) void this.#writeAll()
    return promise
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true
    while (this.#waiting.length > 0) {
      const together = this.#waiting
      this.#waiting = []
      try {
        await this.#write(together.map(({ item }) => item))
        for (const { done } of together) done()
      } catch (cause) {
        for (const { failed } of together) failed(cause)
      }
    }
    this.#isWriting = false
  }
}
