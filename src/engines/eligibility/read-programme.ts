/**
 * Reads a programme from its files: `programme.yaml`, and `countries/XX.yaml` for each country that is spoken of.
 * It is taken as a whole or not at all; each example in it has to come out as it says.
 */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { reservedIds } from './built-in.ts'
import { readCondition } from './condition.ts'
import { decide } from './decide.ts'
import { type Country, type Effect, effects, type Programme, type Rule } from './programme.ts'
import { countryDocument, type ExampleDocument, programmeDocument, type RuleDocument } from './programme-document.ts'
import { type Place, type Problem, readFile } from './read-file.ts'

export type ProgrammeFiles = Readonly<Record<string, string>>
export type ProgrammeRead = { readonly programme: Programme } | { readonly problems: readonly Problem[] }

const main = 'programme.yaml'
const mostFiles = 300
/** The day of examples that name none: inside the programme's dates wherever it has some. */
const anyDay = '2026-06-01'

type ReadFile<Shape extends z.ZodType> = { readonly file: string; readonly value: z.infer<Shape>; readonly place: Place }

/** The programme, or everything that is wrong with it, each with its file and line. */
export function readProgramme(files: ProgrammeFiles): ProgrammeRead {
  const paths = Object.keys(files).sort()
  if (paths.length > mostFiles) return { problems: [{ file: main, line: 1, says: `There are more than ${mostFiles} files.` }] }
  const odd = paths.find((path) => path !== main && !/^countries\/[A-Z]{2}\.yaml$/.test(path))
  if (odd !== undefined)
    return { problems: [{ file: odd, line: 1, says: 'A programme has programme.yaml and files such as countries/US.yaml.' }] }
  const source = files[main]
  if (source === undefined) return { problems: [{ file: main, line: 1, says: 'The file programme.yaml is missing.' }] }
  const read = readFile(main, source, programmeDocument)
  const countries = paths
    .filter((path) => path !== main)
    .map((path) => ({ path, read: readFile(path, files[path] ?? '', countryDocument) }))
  const problems = [read, ...countries.map((one) => one.read)].flatMap((one) => ('problems' in one ? one.problems : []))
  if ('problems' in read || problems.length > 0) return { problems }
  const whole = { file: main, ...read }
  const parts = countries.flatMap(({ path, read: one }) => ('problems' in one ? [] : [{ file: path, ...one }]))
  return together(whole, parts, hashOf(files))
}

function together(
  whole: ReadFile<typeof programmeDocument>,
  parts: readonly ReadFile<typeof countryDocument>[],
  hash: string,
): ProgrammeRead {
  const problems: Problem[] = []
  const taken = new Set(reservedIds)
  const rulesOf = (rules: readonly RuleDocument[], place: Place): readonly Rule[] =>
    rules.flatMap((rule, at) => {
      if (taken.has(rule.id)) problems.push(place(['rules', at, 'id'], `There is a rule “${rule.id}” already.`))
      taken.add(rule.id)
      return readRule(rule, (path, says) => problems.push(place(['rules', at, ...path], says)))
    })
  const { value } = whole
  const { programme: id, version, title, about, sources, languages, limits, terms } = value
  const countries = parts.map(({ file, value: country, place }): Country => {
    if (file !== `countries/${country.country}.yaml`)
      problems.push(place(['country'], `This file has to be called countries/${country.country}.yaml.`))
    const { status, source, since, regions } = country
    return { code: country.country, status, source, ...(since !== undefined && { since }), regions, rules: rulesOf(country.rules, place) }
  })
  const programme: Programme = {
    id,
    version,
    title,
    about,
    sources,
    languages,
    ...(value.from !== undefined && { from: value.from }),
    ...(value.until !== undefined && { until: value.until }),
    individuals: value.individuals,
    limits,
    terms,
    rules: rulesOf(value.rules, whole.place),
    countries,
    otherCountries: value.other_countries,
    examples: value.examples.length + parts.reduce((sum, part) => sum + part.value.examples.length, 0),
    hash,
  }
  if (problems.length > 0) return { problems }
  const failing = [whole, ...parts].flatMap((part) =>
    part.value.examples.flatMap((example, at) => failureOf(programme, example).map((says) => part.place(['examples', at], says))),
  )
  return failing.length > 0 ? { problems: failing } : { programme }
}

function readRule({ id, says, ...conditions }: RuleDocument, wrong: (path: readonly string[], says: string) => void): readonly Rule[] {
  const [effect, when] =
    effects.map((one): readonly [Effect, string | undefined] => [one, conditions[one]]).find(([, text]) => text !== undefined) ?? []
  if (effect === undefined || when === undefined) return []
  const read = readCondition(when)
  if ('fault' in read) {
    wrong([effect], `${id}: ${read.fault.says} (“${when.slice(read.fault.offset, read.fault.offset + 30).split('\n')[0] ?? ''}”)`)
    return []
  }
  return [{ id, says, effect, when, condition: read.condition }]
}

function failureOf(programme: Programme, { facts, outcome, because }: ExampleDocument): readonly string[] {
  const date = facts.date ?? programme.until ?? (programme.from !== undefined && programme.from > anyDay ? programme.from : anyDay)
  const made = decide(programme, { ...facts, date })
  const ids = made.rules.map(({ id }) => id)
  const isAsSaid = made.outcome === outcome && because.length === ids.length && because.every((id) => ids.includes(id))
  return isAsSaid ? [] : [`This example comes out ${made.outcome}, because of ${ids.join(', ')}.`]
}

/** Over each path and each file's bytes, in the order of the paths: two programmes with one hash are one. */
function hashOf(files: ProgrammeFiles): string {
  const hash = createHash('sha256')
  for (const path of Object.keys(files).sort()) {
    const bytes = Buffer.from(files[path] ?? '', 'utf8')
    hash.update(`${path}\n${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}
