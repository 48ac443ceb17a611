/** An operator's own rules and indicators, read from files for the command line. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { refusal, sentenceOf } from '#kernel'
import { type CheckedRule, type Circle, checkOwnRule, guardFor, type Indicator, type OwnSet, readIndicators } from '#mail'

export type RuleFile = { readonly path: string; readonly source: string }

const mostBytes = 64 * 1024 * 1024

/** The files named, and those ending in .yaml or .yml in the directories named, by name. */
export async function ruleFiles(paths: readonly string[]): Promise<readonly RuleFile[]> {
  const files: string[] = []
  for (const path of paths) {
    if (await isDirectory(path)) {
      const names = (await readdir(path)).filter((name) => /\.ya?ml$/i.test(name)).sort()
      if (names.length === 0) throw refusal('no-rules', `${path}: there is no .yaml file in this directory`)
      files.push(...names.map((name) => join(path, name)))
    } else files.push(path)
  }
  return Promise.all(files.map(async (path) => ({ path, source: await read(path, 'the rule') })))
}

/** Checks a rule that lies in a file; its examples may be files beside it, and nowhere else. */
export async function checkRuleFile({ path, source }: RuleFile): Promise<CheckedRule> {
  const home = resolve(dirname(path))
  const named = [...source.matchAll(/^\s*-?\s*file:\s*["']?([^"'\n#]+?)["']?\s*(?:#.*)?$/gm)].map(([, name = '']) => name).slice(0, 40)
  const found = new Map<string, Uint8Array>()
  for (const name of named) {
    const file = resolve(home, name)
    if (!file.startsWith(home + sep)) continue
    const bytes = await readFile(file).catch(() => undefined)
    if (bytes !== undefined && bytes.length <= mostBytes) found.set(name, bytes)
  }
  return checkOwnRule(source, { fileOf: (name) => found.get(name) })
}

/** `rules/bank.yaml:7:3: …`, as editors and terminals know it. */
export const problemLines = ({ path }: RuleFile, { problems }: CheckedRule): readonly string[] =>
  problems.map(({ line, column, says }) => `${path}:${line}:${column}: ${says}`)

/** What `scan` adds to the engine. Refuses a rule that would not be accepted, and a file of indicators that holds none. */
export async function readOwnFiles(rules: readonly string[], indicators: readonly string[], circle: Circle): Promise<OwnSet> {
  const files = rules.length === 0 ? [] : await ruleFiles(rules)
  const ids = new Map<string, string>()
  for (const file of files) {
    const checked = await checkRuleFile(file)
    const [wrong] = problemLines(file, checked)
    if (wrong !== undefined) throw refusal('rule-not-right', wrong)
    const id = checked.rule?.id ?? ''
    const other = ids.get(id)
    if (other !== undefined) throw refusal('rule-twice', `${file.path}: the id ${id} is taken by ${other}`)
    ids.set(id, file.path)
  }
  const named = await Promise.all(indicators.map((path) => readIndicatorFile(path, circle)))
  return { rules: files.map(({ source }) => source), lists: [], indicators: named.flat() }
}

async function readIndicatorFile(path: string, circle: Circle): Promise<readonly Indicator[]> {
  const text = await read(path, 'the indicators')
  const answer = readIndicators(text, guardFor(circle.organisation?.domains ?? []), new Date())
  if ('says' in answer) throw refusal('indicators-not-right', `${path}: ${answer.says}`)
  const now = Date.now()
  const source = path.split(/[\\/]/).at(-1) ?? path
  return answer.indicators
    .filter(({ validUntil }) => validUntil === undefined || validUntil.getTime() > now)
    .map(({ validUntil: _, ...one }) => ({ ...one, source }))
}

async function read(path: string, what: string): Promise<string> {
  try {
    if ((await stat(path)).size > mostBytes) throw refusal('too-large', `${path}: larger than ${mostBytes / 1024 / 1024} MB`)
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw refusal('unreadable-file', `reading ${what} in ${path}: ${sentenceOf(cause)}`, { cause })
  }
}

const isDirectory = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
