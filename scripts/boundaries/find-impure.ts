/**
 * Where pure code reaches for the world by a global instead of an import: the
 * time, chance, the process, the network. Biome sees plain names; this also
 * sees members (`Date.now`, `Math.random`) and what hides them.
 */
import { impureGlobals } from './house.ts'
import type { Token } from './read-tokens.ts'

export type Impurity = { readonly says: string; readonly line: number }

/** Reads the impure globals out of a file's tokens. */
export function findImpure(tokens: readonly Token[]): readonly Impurity[] {
  return tokens.flatMap((token, at) => {
    const says = token.kind === 'name' ? saysOf(tokens, at) : undefined
    return says === undefined ? [] : [{ says, line: token.line }]
  })
}

function saysOf(tokens: readonly Token[], at: number): string | undefined {
  const before = tokens[at - 1]?.text
  const after = tokens[at + 1]?.text
  const member = tokens[at + 2]?.text
  const name = tokens[at]?.text ?? ''
  if (before === '.' || before === '?.') return undefined
  // A property's or a parameter's own name is no global.
  if (after === ':' && (before === '{' || before === ',' || before === '(')) return undefined

  if (name === 'Math' && (after !== '.' || member === 'random'))
    return 'Chance comes in as an argument (Math is used by its members, and not by random).'
  if (name === 'Date' && after === '.' && member === 'now') return 'Time comes in as an argument, not from Date.now.'
  if (name === 'Date' && after === '[') return 'Time comes in as an argument.'
  if (name === 'Date' && before === 'new' && (after !== '(' || member === ')'))
    return 'Time comes in as an argument: new Date() asks the clock.'
  if (name === 'Date' && before !== 'new' && after === '(') return 'Time comes in as an argument: Date() asks the clock.'
  if (['randomUUID', 'randomBytes', 'randomInt', 'getRandomValues'].includes(name))
    return `Chance comes in as an argument, not from ${name}.`
  if (impureGlobals.includes(name)) return `Pure code does not use ${name}: what it needs is passed in.`
  return undefined
}
