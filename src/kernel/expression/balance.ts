/**
 * Looks at the letters of an expression before it is parsed: its length, how deep its brackets go, and whether each bracket and each
 * quotation mark is closed. The parser gives up at the wrong place for these, and its depth is that of the call stack.
 */
export type Fault = { readonly offset: number; readonly says: string }

/** How long an expression may be, how deep its brackets may go, and what to do about it. */
export type Bounds = { readonly letters: number; readonly depth: number; readonly advice: string }

const closes: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/** The first thing that is wrong with the brackets and quotation marks. */
export function unbalanced(text: string, { letters, depth, advice }: Bounds): Fault | undefined {
  if (text.length > letters) return { offset: letters, says: `The expression is longer than ${letters} letters; ${advice}.` }
  const open: { readonly letter: string; readonly offset: number }[] = []
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (letter === '"' || letter === "'") {
      const end = endOfText(text, at)
      if (end === undefined) return { offset: at, says: `A text begins here with ${letter} and is not closed by another ${letter}.` }
      at = end
    } else if (letter === '/' && text[at + 1] === '/') {
      const end = text.indexOf('\n', at)
      at = end < 0 ? text.length : end
    } else if (closes[letter] !== undefined) {
      if (open.length >= depth) return { offset: at, says: `The brackets go deeper than ${depth}; ${advice}.` }
      open.push({ letter, offset: at })
    } else if (letter === ')' || letter === ']' || letter === '}') {
      const opened = open.pop()
      if (opened === undefined) return { offset: at, says: `There is a ${letter} too many.` }
      if (closes[opened.letter] !== letter)
        return { offset: at, says: `A ${closes[opened.letter]} was expected here, for the ${opened.letter} before it.` }
    }
  }
  const left = open.pop()
  return left && { offset: left.offset, says: `The ${left.letter} here is not closed by a ${closes[left.letter]}.` }
}

/** Where the text that begins at `start` ends; undefined when it does not. */
function endOfText(text: string, start: number): number | undefined {
  const mark = text[start] ?? ''
  const isRaw = /[rR]/.test(text[start - 1] ?? '') && !/[\w]/.test(text[start - 2] ?? '')
  const triple = mark.repeat(3)
  if (text.startsWith(triple, start)) {
    const end = text.indexOf(triple, start + 3)
    return end < 0 ? undefined : end + 2
  }
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\' && !isRaw) at += 1
    else if (text[at] === mark) return at
    else if (text[at] === '\n') return undefined
  }
  return undefined
}
