/** Asks a started Bellwether for every route of the table as everybody in a role, with what is theirs in each blank. */
import { type Route, routes } from '#web'
import { type InRole, inRole, type RoleWorld } from './role-world.ts'

/** `after-proof`: not before they proved that it is still them. `closed`: as if it were not there, or to sign-in. */
export type Answered = 'opens' | 'after-proof' | 'closed'
export type RouteAnswers = { readonly method: string; readonly path: string; readonly answers: ReadonlyMap<InRole, Answered> }

/** What ends a thing comes after all that asks for it. */
const ends =
  /\/(?:end|leave|refuse|withdraw|stop|remove|revoke|strike|disconnect|accept|agree|end-others|close|confirm|sign-out)(?:\/:person)?$/
const turnOf = (route: Route): number => (route.method === 'GET' ? 0 : ends.test(route.path) ? 2 : 1)

/** Without which a page cannot know what is meant. */
const forms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/hunt/reach/stop': { kind: 'sender', value: 'mallory@letters.example' },
}

/** In the order of the table; throws where a page breaks. */
export async function walkRoles(world: RoleWorld): Promise<readonly RouteAnswers[]> {
  const found = new Map<Route, RouteAnswers>()
  for (const route of routes.toSorted((one, other) => turnOf(one) - turnOf(other))) {
    const answers = await Promise.all(inRole.map(async (one) => [one, await answered(world, one, route)] as const))
    found.set(route, { method: route.method, path: route.path, answers: new Map(answers) })
  }
  return routes.flatMap((route) => found.get(route) ?? [])
}

async function answered(world: RoleWorld, one: InRole, route: Route): Promise<Answered> {
  const first = await askOnce(world, one, route, false)
  // A form is not sent after the proof: what it would do is told in other tests.
  if (first !== 'after-proof' || route.method === 'POST') return first
  return (await askOnce(world, one, route, true)) === 'opens' ? 'after-proof' : 'closed'
}

async function askOnce(world: RoleWorld, one: InRole, route: Route, fresh: boolean): Promise<Answered> {
  const ids = world.ids(one)
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => ids[route.examples?.[name] ?? ''] ?? 'none')
  const answer = await world.ask(one, { method: route.method, path, form: forms[route.path] ?? {}, fresh })
  const where = answer.headers.get('location') ?? ''
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') === true
  const page = isStream ? '' : await answer.text()
  if (isStream) await answer.body?.cancel()
  if (answer.status >= 500) throw new Error(`${route.method} ${path} answers ${one} with ${answer.status}: ${page}`)
  if (answer.status === 404 || (route.who !== 'anyone' && where.startsWith('/sign-in'))) return 'closed'
  const asksForProof = where.startsWith('/confirm') || page.includes('name="confirm-action"')
  return asksForProof && !route.path.startsWith('/confirm') ? 'after-proof' : 'opens'
}
