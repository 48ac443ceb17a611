/** A place in the code that breaks a rule of the house, with the sentence that says which. */

export type Breach = { readonly path: string; readonly line: number; readonly says: string }

/** Breaches as the lines a terminal makes into links. */
export function linesOf(breaches: readonly Breach[]): string {
  return breaches.map(({ path, line, says }) => `${path}:${line} ${says}`).join('\n')
}
