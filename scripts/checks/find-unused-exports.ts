/**
 * Exports that no other file takes: either dead, or not meant to leave their
 * file. A file's own test counts as a taker; loading a file by a dynamic import
 * or by its path takes all of it, and a type that the file itself uses may go out.
 */
import type { Breach } from '../boundaries/breach.ts'
import { placeOf } from '../boundaries/place.ts'
import type { Token } from '../boundaries/read-tokens.ts'
import type { SurveyedFile } from '../boundaries/survey.ts'

const typeWords = new Set(['type', 'interface'])
const declarations = new Set(['const', 'let', 'function', 'class', ...typeWords])

/** A breach for every export under src/ that nobody takes. */
export function findUnusedExports(files: readonly SurveyedFile[]): readonly Breach[] {
  const taken = takenNames(files)
  return files.flatMap(({ path, tokens }) => {
    const names = taken.get(path)
    if (placeOf(path).isTest || names?.has('*')) return []
    const unused = exportsOf(tokens).filter((given) => !names?.has(given.name) && !isPromised(given, path, tokens))
    return unused.map(({ name, line }) => ({ path, line, says: `Nobody takes '${name}': keep it in the file, or delete it.` }))
  })
}

/** Types that a file's own functions take or give are part of what it promises, even when nobody writes their names. */
function isPromised({ name, isType }: Given, path: string, tokens: readonly Token[]): boolean {
  if (!isType) return false
  return path.endsWith('/index.ts') || tokens.filter((token) => token.kind === 'name' && token.text === name).length > 1
}

function takenNames(files: readonly SurveyedFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const taken = new Map<string, Set<string>>()
  for (const { links } of files) {
    for (const { target, names } of links) {
      if (target?.kind !== 'file') continue
      const known = taken.get(target.path) ?? new Set()
      for (const name of names) known.add(name)
      taken.set(target.path, known)
    }
  }
  return taken
}

type Given = { readonly name: string; readonly isType: boolean; readonly line: number }

/** The names a file gives away, as others would write them. */
export function exportsOf(tokens: readonly Token[]): readonly Given[] {
  return tokens.flatMap((token, at) => {
    if (token.text !== 'export' || token.kind !== 'name' || tokens[at - 1]?.text === '.') return []
    const rest = tokens.slice(at + 1, at + 4).filter(({ text }) => text !== 'async' && text !== 'abstract' && text !== '*')
    const [first, second] = rest
    if (first?.text === '{') return namesInBraces(tokens, at + 1, false)
    if (first?.text === 'type' && second?.text === '{') return namesInBraces(tokens, at + 2, true)
    if (first === undefined || second === undefined || !declarations.has(first.text) || second.kind !== 'name') return []
    return [{ name: second.text, isType: typeWords.has(first.text), line: second.line }]
  })
}

function namesInBraces(tokens: readonly Token[], open: number, areTypes: boolean): readonly Given[] {
  const end = tokens.findIndex(({ text }, at) => at > open && text === '}')
  const inside = tokens.slice(open + 1, end)
  // The last word before a comma or the end is the name the others see: { a, type b, c as d }.
  return inside.flatMap((token, at) => {
    const next = inside[at + 1]
    if (token.kind !== 'name' || (next !== undefined && next.text !== ',')) return []
    return [{ name: token.text, isType: areTypes || inside[at - 1]?.text === 'type', line: token.line }]
  })
}
