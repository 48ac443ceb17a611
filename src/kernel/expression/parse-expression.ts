/** From the text of an expression (CEL) to its tree, with a sentence for a person where it cannot be read. */
import { type Parsed, parse } from './ast.ts'
import { type Bounds, type Fault, unbalanced } from './balance.ts'

/** `example` is shown where nothing was written. */
export type ExpressionBounds = Bounds & { readonly example: string }

/** Reads an expression; or the one place where it is wrong. */
export function parseExpression(text: string, bounds: ExpressionBounds): Parsed | { readonly fault: Fault } {
  const fault = unbalanced(text, bounds)
  if (fault !== undefined) return { fault }
  if (text.trim() === '') return { fault: { offset: 0, says: `An expression was expected here, for example ${bounds.example}.` } }
  try {
    return parse(text)
  } catch (thrown) {
    const at = thrown instanceof Error ? /:(\d+):(\d+): found (.*?) but expecting/.exec(thrown.message) : null
    if (at === null) return { fault: { offset: 0, says: 'This is not an expression; the manual shows some.' } }
    const [, line = '1', column = '1', found = ''] = at
    const before = text.split('\n').slice(0, Number(line) - 1)
    const offset = before.reduce((total, one) => total + one.length + 1, 0) + Number(column) - 1
    const what = found.trim() === '' || found === 'end of input' ? 'The expression ends too early' : `“${found}” was not expected here`
    return { fault: { offset, says: `${what}; an operator such as && or a value is missing or too many.` } }
  }
}
