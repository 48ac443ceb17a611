/**
 * `org.json`: an organisation's circle as a file, so that it can be carried from one programme to another and given to `bellwether scan --org`. Read with a
 * sentence that says what is wrong and where; written so that what is read again is the same.
 */

import { z } from 'zod'
import { refusal, type Trouble } from '#kernel'
import { type Circle, circleSchema } from './context.ts'

const orgSchema = circleSchema.omit({ organisation: true }).extend({
  name: z.string().trim().min(1).max(200),
  domains: z.array(z.string().max(253)).max(100).readonly(),
  /** Whose Authentication-Results are believed when mails of this organisation are judged from files. */
  authserv: z.array(z.string().max(253)).max(20).readonly().optional(),
})

export type Org = { readonly circle: Circle; readonly authserv: readonly string[] }

const unreadable = (where: string, place: string, what: string) =>
  refusal('unreadable-organisation', `reading the organisation in ${where}: ${what}`, { facts: { place } })

/** What `org.json` says. Throws a refusal with one sentence. */
export function readOrg(json: string, where = 'org.json'): Org {
  let value: unknown
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''))
  } catch {
    throw unreadable(where, 'JSON', 'it is not JSON')
  }
  const read = orgSchema.safeParse(value)
  if (!read.success) throw problemOf(where, read.error)
  const { name, domains, authserv = [], ...circle } = read.data
  return { circle: { ...circle, organisation: { name, domains } }, authserv }
}

/** `people[0].name: a text is needed`. */
function problemOf(where: string, error: z.ZodError): Trouble {
  const [issue] = error.issues
  if (issue === undefined) return unreadable(where, 'JSON', 'it has another form')
  const place = issue.path.reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : `${path}${path === '' ? '' : '.'}${String(key)}`),
    '',
  )
  const says =
    issue.code === 'invalid_type'
      ? { string: 'a text is needed', array: 'a list is needed', object: 'an object with names is needed' }[String(issue.expected)]
      : issue.code === 'too_big'
        ? 'it is too long'
        : issue.code === 'too_small'
          ? 'it must not be empty'
          : issue.code === 'invalid_union'
            ? 'a name, or {"name", "domains"}, is needed'
            : undefined
  return unreadable(where, place === '' ? 'JSON' : place, `${place === '' ? 'the file' : place}: ${says ?? 'it has another form'}`)
}

/** The file's text for a circle, people and names in the order they came. */
export function writeOrg({ circle, authserv }: Org): string {
  const { organisation = { name: '', domains: [] }, ...rest } = circle
  const optional = Object.fromEntries(
    Object.entries(rest).filter(([key, value]) => key in always || (value !== undefined && value.length > 0)),
  )
  return `${JSON.stringify({ ...organisation, ...optional, ...(authserv.length > 0 && { authserv }) }, undefined, 2)}\n`
}

const always = { people: true, vendors: true, brands: true }
