/** The totals of a test run: added up over batches and printed the way node:test prints its own. */

export type Totals = {
  readonly tests: number
  readonly suites: number
  readonly pass: number
  readonly fail: number
  readonly cancelled: number
  readonly skipped: number
  readonly todo: number
  readonly ms: number
}

export const noTotals: Totals = { tests: 0, suites: 0, pass: 0, fail: 0, cancelled: 0, skipped: 0, todo: 0, ms: 0 }

/** Reads what totals-reporter.ts wrote; nothing written means nothing was counted. */
export function totalsFrom(text: string, ms: number): Totals {
  const line = text.trim().split('\n').at(-1)
  if (!line) return { ...noTotals, ms }
  const counts: unknown = JSON.parse(line)
  const count = (name: string) => {
    const value = counts !== null && typeof counts === 'object' ? Reflect.get(counts, name) : undefined
    return typeof value === 'number' ? value : 0
  }
  return {
    tests: count('tests'),
    suites: count('suites'),
    pass: count('passed'),
    fail: count('failed'),
    cancelled: count('cancelled'),
    skipped: count('skipped'),
    todo: count('todo'),
    ms,
  }
}

export function addTotals(a: Totals, b: Totals): Totals {
  return {
    tests: a.tests + b.tests,
    suites: a.suites + b.suites,
    pass: a.pass + b.pass,
    fail: a.fail + b.fail,
    cancelled: a.cancelled + b.cancelled,
    skipped: a.skipped + b.skipped,
    todo: a.todo + b.todo,
    ms: a.ms + b.ms,
  }
}

/** The closing lines, in the words and order of node's spec reporter, so that whatever reads those reads these. */
export function linesOf(totals: Totals): string {
  const { ms, ...counts } = totals
  const lines = Object.entries(counts).map(([name, count]) => `ℹ ${name} ${count}`)
  return [...lines, `ℹ duration_ms ${ms.toFixed(3)}`].join('\n')
}

export function isGreen(totals: Totals): boolean {
  return totals.fail === 0 && totals.cancelled === 0
}
