/**
 * Patterns in linear time (RE2, as CEL asks for). The CEL library compiles a pattern each time it is asked, which costs about a tenth of
 * a millisecond; most mails do not hold the plain letters that the pattern cannot do without, and for those it is not asked at all.
 */

/** Lower case, and the two letters that RE2 takes for others without regard to case (Unicode simple folding: long s, Kelvin). */
export const lowered = (text: string): string => text.toLowerCase().replaceAll('\u017f', 's').replaceAll('\u212a', 'k')

/**
 * Letters that every match of `pattern` holds, in lower case; empty when none are certain. Reads only what is plain: any sign of a
 * choice or a flag inside makes it give up.
 */
export function neededLetters(pattern: string): string {
  const plain = pattern.replace(/^\(\?[ims]+\)/, '')
  if (/\||\(\?|\\[\dQEpPx]|\[\[/.test(plain)) return ''
  let best = ''
  let run = ''
  let depth = 0
  const end = (): void => {
    if (run.length > best.length) best = run
    run = ''
  }
  for (let at = 0; at < plain.length; at++) {
    const letter = plain[at] ?? ''
    if (letter === '[') {
      end()
      at = endOfClass(plain, at)
    } else if (letter === '(' || letter === ')') {
      end()
      depth += letter === '(' ? 1 : -1
    } else if (/[?*{]/.test(letter)) {
      // What stands before may be missing.
      run = run.slice(0, -1)
      end()
      if (letter === '{') at = Math.max(at, plain.indexOf('}', at))
    } else if (letter === '\\') {
      end()
      at += 1
    } else if (depth === 0 && /[a-z0-9 @_-]/i.test(letter)) run += letter
    else end()
  }
  end()
  return best.length < 3 ? '' : best.toLowerCase()
}

function endOfClass(pattern: string, start: number): number {
  let at = pattern[start + 1] === '^' ? start + 2 : start + 1
  // Right at the beginning it stands for itself.
  if (pattern[at] === ']') at += 1
  for (; at < pattern.length; at++) {
    if (pattern[at] === '\\') at += 1
    else if (pattern[at] === ']') return at
  }
  return pattern.length
}
