/**
 * Exports that no other file takes: either dead, or not meant to leave their
 * file. A file's own test counts as a taker; loading a file by a dynamic import
 * or by its path takes all of it, and a type that the file itself uses may go out.
 */
import type { Breach } from '../boundaries/breach.ts'
import type { Token } from '../boundaries/read-tokens.ts'
import type { SurveyedFile } from '../boundaries/survey.ts'

const declarations = new Set(['const', 'let', 'function', 'class', 'type', 'interface'])

/** A breach for every export under src/ that nobody takes. */
export function findUnusedExports(files: readonly SurveyedFile[]): readonly Breach[] {
  const taken = takenNames(files)
  return files.flatMap(({ path, tokens }) => {
    const names = taken.get(path)
    if (!path.startsWith('src/') || path.endsWith('.test.ts') || names?.has('*')) return []
    return exportsOf(tokens).flatMap(({ name, line }) =>
      names?.has(name) || describesOthers(name, tokens)
        ? []
        : [{ path, line, says: `Nobody takes '${name}': keep it in the file, or delete it.` }],
    )
  })
}

/** A type that the file's own functions take or give is part of what they promise, even when nobody writes its name. */
function describesOthers(name: string, tokens: readonly Token[]): boolean {
  const places = tokens.flatMap((token, at) => (token.kind === 'name' && token.text === name ? [at] : []))
  const isType = places.some((at) => ['type', 'interface'].includes(tokens[at - 1]?.text ?? ''))
  return isType && places.length > 1
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

/** The names a file gives away, as others would write them. */
export function exportsOf(tokens: readonly Token[]): readonly { readonly name: string; readonly line: number }[] {
  return tokens.flatMap((token, at) => {
    if (token.text !== 'export' || token.kind !== 'name' || tokens[at - 1]?.text === '.') return []
    const rest = tokens.slice(at + 1, at + 4).filter(({ text }) => text !== 'async' && text !== 'abstract' && text !== '*')
    const [first, second] = rest
    if (first?.text === '{' || (first?.text === 'type' && second?.text === '{'))
      return namesInBraces(tokens, at + (first.text === '{' ? 1 : 2))
    if (first === undefined || second === undefined || !declarations.has(first.text) || second.kind !== 'name') return []
    return [{ name: second.text, line: second.line }]
  })
}

function namesInBraces(tokens: readonly Token[], open: number) {
  const end = tokens.findIndex(({ text }, at) => at > open && text === '}')
  const inside = tokens.slice(open + 1, end)
  // The last word before a comma or the end is the name the others see: { a, type b, c as d }.
  return inside.flatMap((token, at) => {
    const next = inside[at + 1]
    return token.kind === 'name' && (next === undefined || next.text === ',') ? [{ name: token.text, line: token.line }] : []
  })
}
