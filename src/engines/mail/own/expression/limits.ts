/** How much an operator's expression may be and do. A rule is asked of every mail, and mails are written by attackers. */
export const limits = {
  letters: 4000,
  /** Parts of the expression; an item of a list counts as one. */
  parts: 1000,
  depth: 40,
  /** Loops (`exists`, `all`, `filter` …) inside one another. */
  loopsInside: 2,
  loops: 8,
  pattern: 300,
  /** Steps of work for one mail: a turn of a loop is one, a search through a text one for every 2,000 letters and one more. */
  stepsPerRule: 10_000,
  stepsPerMail: 50_000,
} as const
