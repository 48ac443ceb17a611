/**
 * Waiting in tests: a condition is asked again until it holds or its deadline
 * passes. A test never sleeps for a guessed time.
 */

/** What `look` gives once it is neither undefined nor false; throws, naming `what`, when `withinMs` passed. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  withinMs = 10_000,
): Promise<T> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const seen = await look()
    if (seen !== undefined && seen !== false) return seen
    if (Date.now() > deadline) throw new Error(`waited ${withinMs} ms in vain until ${what}`)
    await new Promise((go) => setTimeout(go, 20))
  }
}
