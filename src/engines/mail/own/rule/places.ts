/** Lines and columns in the YAML of a rule, also for what stands inside its expression. */
import { isScalar, type LineCounter, type Node } from 'yaml'
import type { Problem } from '../own-set.ts'

export type Places = {
  /** A problem at a node, or at the beginning. */
  readonly at: (node: Node | undefined | null, says: string) => Problem
  /** A problem inside a scalar's text. */
  readonly inside: (node: Node | undefined | null, text: string, offset: number, says: string) => Problem
  readonly lineOf: (node: Node | undefined | null) => number
}

export function placesIn(source: string, counter: LineCounter): Places {
  const lines = source.split('\n')
  const start = (node: Node | undefined | null): { line: number; column: number } => {
    const place = counter.linePos(node?.range?.[0] ?? 0)
    return { line: Math.max(1, place.line), column: Math.max(1, place.col) }
  }
  return {
    at: (node, says) => ({ ...start(node), says }),
    lineOf: (node) => start(node).line,
    inside: (node, text, offset, says) => {
      const from = start(node)
      const before = text.slice(0, offset).split('\n')
      const column = (before.at(-1) ?? '').length
      const type = isScalar(node) ? node.type : undefined
      if (type === 'BLOCK_LITERAL' || (type === 'BLOCK_FOLDED' && before.length === 1 && text.trim().split('\n').length === 1)) {
        const first = from.line + 1
        const indent = /^ */.exec(lines.slice(first - 1).find((line) => line.trim() !== '') ?? '')?.[0].length ?? 0
        return { line: first + before.length - 1, column: indent + column + 1, says }
      }
      const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 1 : 0
      const oneLine = before.length === 1 && !text.slice(0, offset).includes('\\')
      return oneLine && type !== 'BLOCK_FOLDED' ? { line: from.line, column: from.column + quoted + column, says } : { ...from, says }
    },
  }
}
