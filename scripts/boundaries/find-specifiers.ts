/**
 * Every place where a file names another: imports and re-exports (with and
 * without `type`), dynamic imports (a type query counts as one), require, import.meta.resolve,
 * process.getBuiltinModule and `new URL(…, import.meta.url)`.
 */
import type { Token } from './read-tokens.ts'

export type Specifier = {
  /** What is written there; nothing when it is computed and so cannot be checked. */
  readonly text: string | undefined
  readonly kind: 'import' | 'export' | 'dynamic' | 'require' | 'resolve' | 'url'
  /** Only types are taken: nothing of the other file runs. */
  readonly isTypeOnly: boolean
  /** The names taken, as the other file calls them; `*` for all of them. */
  readonly names: readonly string[]
  readonly line: number
}

/** Reads the specifiers out of a file's tokens. */
export function findSpecifiers(tokens: readonly Token[]): readonly Specifier[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'name' || isMember(tokens, at)) return []
    const found = token.text === 'import' || token.text === 'export' ? readStatement(tokens, at) : readCall(tokens, at)
    return found === undefined ? [] : [found]
  })
}

function isMember(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text
  return (before === '.' || before === '?.') && tokens[at - 1]?.kind === 'mark'
}

function readStatement(tokens: readonly Token[], at: number): Specifier | undefined {
  const word = tokens[at]
  const next = tokens[at + 1]
  if (word === undefined || next === undefined) return undefined
  if (word.text === 'import' && next.text === '(' && next.kind === 'mark') return specifierOf(tokens, at + 2, 'dynamic', ['*'])
  if (word.text === 'import' && next.text === '.' && next.kind === 'mark') {
    // import.meta.resolve(…)
    const isResolve = tokens[at + 3]?.text === '.' && tokens[at + 4]?.text === 'resolve' && tokens[at + 5]?.text === '('
    return isResolve ? specifierOf(tokens, at + 6, 'resolve', ['*']) : undefined
  }
  if (word.text === 'import' && next.kind === 'string') return specifierOf(tokens, at + 1, 'import', [])
  return readClause(tokens, at, word.text === 'import' ? 'import' : 'export')
}

/** `import type { a, b as c } from 'x'` and its many sisters, from the word import or export. */
function readClause(tokens: readonly Token[], at: number, kind: 'import' | 'export'): Specifier | undefined {
  let place = at + 1
  const isWholeType = tokens[place]?.text === 'type' && tokens[place + 1]?.text !== 'from' && tokens[place + 1]?.text !== '='
  if (isWholeType) place += 1
  const names: string[] = []
  let areAllTypes = true
  for (; tokens[place] !== undefined; place += 1) {
    const token = tokens[place]
    if (token === undefined) return undefined
    if (token.text === 'from' && tokens[place + 1]?.kind === 'string') {
      return { ...specifierOf(tokens, place + 1, kind, names), isTypeOnly: isWholeType || (names.length > 0 && areAllTypes) }
    }
    if (token.kind === 'mark' && token.text === '*') {
      names.push('*')
      areAllTypes = false
    } else if (token.kind === 'mark' && token.text === '{') {
      const taken = readBraces(tokens, place)
      names.push(...taken.names)
      if (!taken.areAllTypes) areAllTypes = false
      place = taken.end
      // Without `from` this is a list of the file's own names.
      if (kind === 'export' && tokens[place + 1]?.text !== 'from') return undefined
    } else if (token.kind === 'name' && /^[\p{ID_Start}$_]/u.test(token.text)) {
      // `import x = require('y')` is found by its require; `export const` is no clause.
      const isDeclaration = kind === 'export' && token.text !== 'as' && !names.includes('*')
      if (isDeclaration || tokens[place + 1]?.text === '=') return undefined
      if (kind === 'import' && token.text !== 'as' && tokens[place - 1]?.text !== 'as') {
        names.push('default')
        areAllTypes = false
      }
    } else if (token.text !== ',') return undefined
  }
  return undefined
}

function readBraces(tokens: readonly Token[], open: number) {
  const names: string[] = []
  let areAllTypes = true
  let end = open + 1
  let isStart = true
  for (; tokens[end] !== undefined && tokens[end]?.text !== '}'; end += 1) {
    const token = tokens[end]
    if (token?.text === ',' && token.kind === 'mark') isStart = true
    else if (isStart) {
      const isType = token?.text === 'type' && ![',', '}', 'as'].includes(tokens[end + 1]?.text ?? '}')
      if (isType) end += 1
      else areAllTypes = false
      names.push(tokens[end]?.text ?? '')
      isStart = false
    }
  }
  return { names, areAllTypes, end }
}

function readCall(tokens: readonly Token[], at: number): Specifier | undefined {
  const follows = (offset: number, text: string) => tokens[at + offset]?.text === text && tokens[at + offset]?.kind !== 'string'
  const word = tokens[at]?.text
  if (word === 'require' && follows(1, '(')) return specifierOf(tokens, at + 2, 'require', ['*'])
  if (word === 'require' && follows(1, '.') && follows(2, 'resolve') && follows(3, '('))
    return specifierOf(tokens, at + 4, 'resolve', ['*'])
  if (word === 'process' && follows(1, '.') && follows(2, 'getBuiltinModule') && follows(3, '(')) {
    return specifierOf(tokens, at + 4, 'require', ['*'])
  }
  if (word === 'URL' && tokens[at - 1]?.text === 'new' && follows(1, '(') && namesThisFile(tokens, at + 2)) {
    return specifierOf(tokens, at + 2, 'url', ['*'])
  }
  return undefined
}

/** Whether the second argument of a call is `import.meta.url`, as of a worker's file; the first begins at `at`. */
function namesThisFile(tokens: readonly Token[], at: number): boolean {
  const comma = endOfArgument(tokens, at)
  const words = tokens.slice(comma, comma + 6).map((token) => token.text)
  return words.join(' ') === ', import . meta . url'
}

function endOfArgument(tokens: readonly Token[], at: number): number {
  let depth = 0
  for (let place = at; place < tokens.length; place += 1) {
    const { kind, text } = tokens[place] ?? { kind: 'mark', text: ')' }
    if (kind !== 'mark') continue
    if (depth === 0 && (text === ',' || text === ')')) return place
    if ('([{'.includes(text)) depth += 1
    if (')]}'.includes(text)) depth -= 1
  }
  return tokens.length
}

function specifierOf(tokens: readonly Token[], at: number, kind: Specifier['kind'], names: readonly string[]): Specifier {
  const token = tokens[at]
  const after = tokens[at + 1]?.text
  const isWhole = kind === 'import' || kind === 'export' || after === ')' || after === ','
  const isText = token !== undefined && (token.kind === 'string' || (token.kind === 'template' && !token.isComputed))
  return { text: isText && isWhole ? token.text : undefined, kind, isTypeOnly: false, names, line: token?.line ?? 0 }
}
