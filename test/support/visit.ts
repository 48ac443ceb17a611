/** Walks the pages without a socket: requests as a browser makes them, for every kind of visitor. */
import { helpPurposes, pagesOfPurpose } from '#helpers'
import type { Route, Web } from '#web'
import { applicationCookie } from './invented-enrolment.ts'
import { examples, sessions } from './invented-programme.ts'

export type VisitorKind = 'nobody' | keyof typeof sessions
export const visitorKinds: readonly VisitorKind[] = [
  'nobody',
  'person',
  'former-helper',
  'helper-set-up',
  'helper-connections',
  'helper-sign-in',
  'helper-training',
  'auditor',
  'trainer',
  'administrator',
  'analyst',
  'operator',
]

export type Visit = (
  method: 'GET' | 'POST',
  path: string,
  options?: { readonly as?: VisitorKind; readonly form?: Record<string, string>; readonly headers?: Record<string, string> },
) => Promise<Response>

/** A browser on this site. */
export function visitorOf(web: Web, origin = 'http://localhost:8080'): Visit {
  return (method, path, { as = 'nobody', form, headers = {} } = {}) => {
    const start = origin.startsWith('https') ? '__Host-' : ''
    // Everybody may be writing an application.
    const writing = `${start}bellwether-application=${applicationCookie}`
    const cookie = { cookie: as === 'nobody' ? writing : `${start}bellwether=${sessions[as]}; ${writing}` }
    const init = method === 'GET' ? {} : { body: new URLSearchParams(form ?? {}).toString() }
    const type = method === 'GET' ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
    return web.fetch(new Request(`${origin}${path}`, { method, ...init, headers: { ...type, ...cookie, ...headers } }), {
      socket: '203.0.113.9',
    })
  }
}

/** Whether this visitor has the part that the route asks for. */
export function mayEnter(route: Route, kind: VisitorKind): boolean {
  if (route.who === 'anyone') return true
  if (kind === 'nobody') return false
  if (route.who === 'person') return true
  if (route.who === 'administrator') return kind === 'administrator'
  if (route.who === 'auditor' || route.who === 'trainer') return kind === route.who
  if (route.who === 'helper') {
    const purpose = purposeOf(kind)
    return purpose !== undefined && (route.opens === 'organisation' || pagesOfPurpose[purpose].includes(route.opens))
  }
  return route.who === 'staff' ? kind === 'analyst' || kind === 'operator' : kind === 'operator'
}

const purposeOf = (kind: VisitorKind) => helpPurposes.find((purpose) => kind === `helper-${purpose}`)

/** The path with an example in each blank, or `instead` in each: somebody else's id, or nonsense. */
export function pathOf(route: Route, asset: string, instead?: string): string {
  return route.path.replace(/:(\w+)/g, (_, name: string) => {
    const example = route.examples?.[name]
    if (example === undefined) throw new Error(`${route.path} has no example for ${name}`)
    if (instead !== undefined) return encodeURIComponent(instead)
    return example === 'asset' ? asset : examples[example]
  })
}
