/** Reads a whole tree once: each file's tokens and where each of its specifiers leads. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findSpecifiers, type Specifier } from './find-specifiers.ts'
import { LostReading, readTokens, type Token } from './read-tokens.ts'
import { type Ground, resolveSpecifier, type Target } from './resolve-specifier.ts'

export type Link = Specifier & { readonly target: Target | undefined }

export type SurveyedFile = {
  readonly path: string
  readonly tokens: readonly Token[]
  readonly links: readonly Link[]
  /** Where the reading lost its way; then tokens and links are empty. */
  readonly lost: { readonly says: string; readonly line: number } | undefined
}

const folders = '{src,test,bench,scripts}'

/** Reads every TypeScript file of the tree under `root`. */
export function survey(ground: Ground): readonly SurveyedFile[] {
  const paths = globSync(`${folders}/**/*.{ts,mts,cts,js,mjs,cjs}`, { cwd: ground.root }).map((path) => path.replaceAll('\\', '/'))
  return paths.sort().map((path) => surveyFile(ground, path))
}

function surveyFile(ground: Ground, path: string): SurveyedFile {
  try {
    const tokens = readTokens(readFileSync(join(ground.root, path), 'utf8'))
    const links = findSpecifiers(tokens).map((specifier) => ({
      ...specifier,
      target: specifier.text === undefined ? undefined : targetOf(ground, path, specifier.kind, specifier.text),
    }))
    return { path, tokens, links, lost: undefined }
  } catch (trouble) {
    if (!(trouble instanceof LostReading)) throw trouble
    return { path, tokens: [], links: [], lost: { says: trouble.message, line: trouble.line } }
  }
}

function targetOf(ground: Ground, path: string, kind: Specifier['kind'], text: string): Target {
  // new URL('page.css', import.meta.url) is relative without saying so.
  const isBareUrl = kind === 'url' && !text.startsWith('.') && existsSync(join(ground.root, path, '..', text))
  return resolveSpecifier(ground, path, isBareUrl ? `./${text}` : text)
}
