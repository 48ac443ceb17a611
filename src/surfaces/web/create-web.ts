/**
 * Puts the route table behind one `fetch`: reads the request, knows the
 * visitor, keeps the door, and turns every trouble into a calm page.
 */
import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { cameFromUs, logRequest, remoteAddress, securityHeaders } from '#http'
import { type Helper, isTrouble, refusal, sentenceOf, type Who } from '#kernel'
import { type Assets, makeAssets } from './assets/make-assets.ts'
import { type HelpPage, pagesOfPurpose } from './deps/helping.ts'
import type { ProgrammeFacts, WebDeps } from './deps.ts'
import { askToConfirm } from './pages/confirm.ts'
import { askForSecondWay, lacksSecondWay } from './pages/second-way.ts'
import { notHerePage, troublePage } from './pages/trouble.ts'
import { askForPasskey } from './pages/with-passkey.ts'
import { href } from './parts/href.ts'
import { goTo, NotHere } from './request/answers.ts'
import { type AdministratorAsk, type Ask, asPerson, type HelperAsk, type PersonAsk } from './request/ask.ts'
import { languageOf, sessionToken } from './request/cookies.ts'
import { fieldsOf } from './request/fields.ts'
import { isId } from './request/is-id.ts'
import { keepWithinNetworks, wantsPasskey } from './request/way-in.ts'
import type { Example, Route } from './route.ts'
import { routes } from './routes.ts'
import { wordsIn } from './wording/words.ts'

export type Web = {
  /** Answers a request; `socket` is the address at the other end. Never throws. */
  readonly fetch: (request: Request, from: { readonly socket: string }) => Promise<Response>
  readonly routes: readonly Route[]
}

type Room = { readonly deps: WebDeps; readonly assets: Assets }
type From = { readonly socket: string }

// Made while the database still starts.
const assets = makeAssets()

/** The pages, ready to be served. */
export function createWeb(deps: WebDeps): Web {
  const room: Room = { deps, assets }
  const app = new Hono<{ Bindings: From }>({ strict: false })
  for (const route of routes) {
    app.on(route.method, route.path, (context) => answer(room, route, context.req.raw, context.env, context.req.param()))
  }
  app.notFound((context) => answer(room, nowhere, context.req.raw, context.env, {}))
  return { fetch: async (request, from) => app.fetch(request, from), routes }
}

const nowhere: Route = {
  method: 'GET',
  path: '/*',
  who: 'anyone',
  page: () => {
    throw new NotHere()
  },
}

async function answer(room: Room, route: Route, request: Request, from: From, params: Record<string, string>): Promise<Response> {
  const started = performance.now()
  const programme = room.deps.programme()
  const id = randomBytes(6).toString('hex')
  const { response, code } = await attempt(room, { route, request, from, params, programme, id })
  for (const [name, value] of Object.entries(securityHeaders({ https: programme.publicAddress.startsWith('https:') }))) {
    response.headers.set(name, value)
  }
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
  logRequest(room.deps.log, {
    id,
    method: request.method,
    route: route.path,
    status: response.status,
    ms: Math.round(performance.now() - started),
    ...(code !== undefined && { code }),
  })
  return response
}

type Attempt = {
  readonly route: Route
  readonly request: Request
  readonly from: From
  readonly params: Record<string, string>
  readonly programme: ProgrammeFacts
  readonly id: string
}

/** With the code of what stood in the way, where the log should have it. */
type Attempted = { readonly response: Response; readonly code?: string }

async function attempt(room: Room, one: Attempt): Promise<Attempted> {
  let ask = read(room, one)
  try {
    if (one.request.method !== 'GET' && one.request.method !== 'HEAD' && !cameFromUs(one.request, one.programme.publicAddress)) {
      throw refusal('other-site', 'The form came from another site.')
    }
    // No id, link or name of ours has one, and no database takes all of them.
    if (Object.values(one.params).some((blank) => /\p{Cc}/u.test(blank))) throw new NotHere()
    ask = await know(ask)
    return { response: await enter(one.route, ask) }
  } catch (trouble) {
    if (trouble instanceof NotHere || isNotYours(trouble)) return { response: notHerePage(ask) }
    const response = troublePage(ask, trouble, one.id)
    // What the world did wrong is the request's own line; what we did wrong needs its stack beside it.
    if (isTrouble(trouble) && trouble.kind !== 'defect') return { response, code: trouble.code }
    const stack = trouble instanceof Error ? trouble.stack : undefined
    room.deps.log.error({ id: one.id, route: one.route.path, stack }, sentenceOf(trouble))
    return { response, code: isTrouble(trouble) ? trouble.code : 'unknown' }
  }
}

/** Storage's policies refused: told in the same words as for a page that is not there. */
const isNotYours = (trouble: unknown): boolean => isTrouble(trouble, 'refusal') && trouble.code === 'not-yours'

function read(room: Room, { route, request, from, params, programme }: Attempt): Ask {
  const url = new URL(request.url)
  return {
    ...room,
    programme,
    now: room.deps.clock.now(),
    request,
    route: route.path,
    path: url.pathname + url.search,
    standsOn: nearestPage(url),
    remote: remoteAddress({
      socket: from.socket,
      forwardedFor: request.headers.get('x-forwarded-for'),
      trustedProxies: programme.trustedProxies,
    }),
    userAgent: request.headers.get('user-agent') ?? '',
    params,
    query: url.searchParams,
    form: (limitBytes) => fieldsOf(request, limitBytes),
    words: wordsIn(languageOf(request, programme.languages)),
    visitor: undefined,
    session: sessionToken(request, programme.publicAddress),
  }
}

const pagePaths = routes
  .filter(({ method }) => method === 'GET')
  .map(({ path }) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+').replaceAll('.', '\\.')}$`))

/** The path itself when it can be asked for by GET, else the nearest above it: a form may be sent to where no page is. */
function nearestPage({ pathname, search }: URL): string {
  const parts = pathname.split('/').filter(Boolean)
  for (let length = parts.length; length > 0; length--) {
    const above = `/${parts.slice(0, length).join('/')}`
    if (pagePaths.some((path) => path.test(above))) return above + search
  }
  return '/'
}

async function know(ask: Ask): Promise<Ask> {
  const visitor = ask.session && (await ask.deps.door.visitorOf(ask.session, ask.userAgent))
  return visitor ? { ...ask, visitor, words: wordsIn(visitor.language) } : ask
}

/**
 * Keeps the door. Somebody who lacks the part gets the same answer as for a page that is not there. Whoever comes in as staff,
 * looks on or helps came in with a passkey, and whoever administers has more than a mailbox: for all others is the way to it.
 */
async function enter(route: Route, ask: Ask): Promise<Response> {
  if (route.who === 'anyone') return route.page(ask)
  const { visitor } = ask
  if (!visitor) return goTo(href('/sign-in', {}, ask.request.method === 'GET' ? { next: ask.path } : {}))
  if (!blanksAreIds(route, ask.params)) throw new NotHere()
  const person = asPerson(ask, visitor)
  if (route.who === 'administrator') {
    const administrator = asAdministrator(ask, visitor)
    if (wantsPasskey(route, person)) return askForPasskey(person)
    if (lacksSecondWay(person)) return askForSecondWay(person)
    return needsProof(route, visitor) ? askToConfirm(person, route.fresh) : route.page(administrator)
  }
  if (route.who === 'helper') {
    const helper = await asHelper(ask, visitor, route.opens)
    return wantsPasskey(route, person) ? askForPasskey(person) : route.page(helper)
  }
  if (route.who === 'auditor' || route.who === 'trainer') {
    if (visitor.observes !== route.who) throw new NotHere()
    keepWithinNetworks(person)
    if (wantsPasskey(route, person)) return askForPasskey(person)
    const looking = { ...ask, visitor, words: wordsIn('en') }
    const { personId } = visitor
    if (route.who === 'trainer') return route.page({ ...looking, who: { kind: 'trainer', personId } })
    return route.page({ ...looking, who: { kind: 'auditor', personId } })
  }
  const isStaff = visitor.staff && (route.who !== 'operator' || visitor.staff === 'operator')
  if (route.who !== 'person' && !isStaff) throw new NotHere()
  if (route.who !== 'person') keepWithinNetworks(person)
  if (wantsPasskey(route, person)) return askForPasskey(person)
  if (needsProof(route, visitor)) return askToConfirm(person, route.fresh)
  if (route.who === 'person') return route.page(person)
  return route.page({ ...ask, visitor, words: wordsIn('en'), who: { kind: 'analyst', personId: visitor.personId } })
}

/** Whoever may come in, and did not prove for a while that it is still them, is asked before what matters most. */
const needsProof = <R extends Route>(route: R, visitor: PersonAsk['visitor']): route is R & { readonly fresh: 'carry' | 'page' } =>
  route.fresh !== undefined && !visitor.session.fresh

/** Tokens and the browser's own ids have their own shapes; all else in a path is an id of ours. */
const ownShape: readonly (Example | undefined)[] = [
  'passkey',
  'letter',
  'settings-part',
  'channel-form',
  'invitation',
  'household-link',
  'help-link',
]

const blanksAreIds = (route: Route, params: Ask['params']): boolean =>
  Object.entries(params).every(([name, value]) => ownShape.includes(route.examples?.[name]) || isId(value))

/** Acts for the organisation named in `?of=`, else for the first that the visitor administers. */
function asAdministrator(ask: Ask, visitor: PersonAsk['visitor']): AdministratorAsk {
  const mine = visitor.organisations.filter(({ role }) => role === 'administrator')
  const named = ask.query.get('of')
  const organisation = named === null ? mine[0] : mine.find(({ id }) => id === named)
  if (!organisation) throw new NotHere()
  const who: Who = { kind: 'administrator', personId: visitor.personId, organisationId: organisation.id }
  return { ...ask, visitor, who, organisation }
}

/** Within the grant that the path names, as long as it lasts, and where its purpose opens the page. */
async function asHelper(ask: Ask, visitor: PersonAsk['visitor'], opens: HelpPage | 'organisation'): Promise<HelperAsk> {
  const who: Helper = { kind: 'helper', personId: visitor.personId, helpId: ask.params['id'] ?? '', at: ask.now }
  const help = await ask.deps.helping.help(who)
  if (help === undefined || (opens !== 'organisation' && !pagesOfPurpose[help.purpose].includes(opens))) throw new NotHere()
  return { ...ask, visitor, who, help }
}
