/** The cookies: who you are, the language you read while signed out, the application you are writing, that you were sent elsewhere, and that you signed in here before. */
import { parse, serialize } from 'hono/utils/cookie'
import { type Language, languages } from '#kernel'
import type { NewSession } from '../deps/door.ts'

const secure = (publicAddress: string): boolean => publicAddress.startsWith('https:')

// `__Host-` ties the cookie to this very host (RFC 6265bis §4.1.3.2); browsers refuse it without TLS.
const sessionName = (publicAddress: string): string => (secure(publicAddress) ? '__Host-bellwether' : 'bellwether')
const languageName = 'bellwether-language'

const cookiesOf = (request: Request): Readonly<Record<string, string>> => parse(request.headers.get('cookie') ?? '')

/** The session's token, when the browser brought one of the right shape. */
export function sessionToken(request: Request, publicAddress: string): string | undefined {
  const token = cookiesOf(request)[sessionName(publicAddress)]
  return token && /^[\w-]{20,100}$/.test(token) ? token : undefined
}

export const sessionCookie = (session: NewSession, publicAddress: string): string =>
  serialize(sessionName(publicAddress), session.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: secure(publicAddress),
    expires: session.expiresAt,
  })

export const endedSessionCookie = (publicAddress: string): string =>
  serialize(sessionName(publicAddress), '', { path: '/', httpOnly: true, sameSite: 'Lax', secure: secure(publicAddress), maxAge: 0 })

export const languageCookie = (language: Language, publicAddress: string): string =>
  serialize(languageName, language, { path: '/', httpOnly: true, sameSite: 'Lax', secure: secure(publicAddress), maxAge: 31_536_000 })

/** The language of somebody who is not signed in: in the address, chosen before, else the browser's, else the programme's first. */
export function languageOf(request: Request, offered: readonly Language[]): Language {
  const chosen = cookiesOf(request)[languageName]
  const wanted = [
    new URL(request.url).searchParams.get('language') ?? '',
    chosen ?? '',
    ...spoken(request.headers.get('accept-language') ?? ''),
  ]
  for (const name of wanted) {
    const found = offered.find((language) => language === name)
    if (found) return found
  }
  return offered[0] ?? languages[0]
}

/** The languages of an Accept-Language header, best liked first (RFC 9110 §12.5.4). */
const spoken = (header: string): readonly string[] =>
  header
    .slice(0, 500)
    .split(',')
    .map((part) => ({ name: part.trim().slice(0, 2).toLowerCase(), weight: Number(/;\s*q=([\d.]+)/.exec(part)?.[1] ?? 1) }))
    .filter(({ weight }) => weight > 0)
    .sort((left, right) => right.weight - left.weight)
    .map(({ name }) => name)

const applicationName = (publicAddress: string): string =>
  secure(publicAddress) ? '__Host-bellwether-application' : 'bellwether-application'
const applicationSeconds = 30 * 86_400

/** The token of the application that this browser writes, when it has the right shape. */
export function applicationToken(request: Request, publicAddress: string): string | undefined {
  const token = cookiesOf(request)[applicationName(publicAddress)]
  return token && /^[\w-]{20,100}$/.test(token) ? token : undefined
}

const applicationCookieOf = (token: string, publicAddress: string, maxAge: number): string =>
  serialize(applicationName(publicAddress), token, { path: '/', httpOnly: true, sameSite: 'Lax', secure: secure(publicAddress), maxAge })

export const applicationCookie = (token: string, publicAddress: string): string =>
  applicationCookieOf(token, publicAddress, applicationSeconds)
export const endedApplicationCookie = (publicAddress: string): string => applicationCookieOf('', publicAddress, 0)

const elsewhereName = (publicAddress: string): string => (secure(publicAddress) ? '__Host-bellwether-elsewhere' : 'bellwether-elsewhere')
/** As long as a provider's answer is waited for. */
const elsewhereSeconds = 600

/** What says that this browser was sent to a provider by us, when it has the right shape. */
export function elsewhereToken(request: Request, publicAddress: string): string | undefined {
  const token = cookiesOf(request)[elsewhereName(publicAddress)]
  return token && /^[\w-]{20,100}$/.test(token) ? token : undefined
}

/** Lax, since the browser brings it when the provider sends it back. */
export const elsewhereCookie = (token: string, publicAddress: string): string =>
  serialize(elsewhereName(publicAddress), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: secure(publicAddress),
    maxAge: elsewhereSeconds,
  })

const knownName = (publicAddress: string): string => (secure(publicAddress) ? '__Host-bellwether-known' : 'bellwether-known')
const knownSeconds = 365 * 86_400

/** By what this browser is known as one in which somebody signed in, when it has the right shape. */
export function knownToken(request: Request, publicAddress: string): string | undefined {
  const token = cookiesOf(request)[knownName(publicAddress)]
  return token && /^[\w-]{10,60}\.[\w-]{20,100}$/.test(token) ? token : undefined
}

/** Stays after sign-out: it opens nothing, and keeps its person's share of mailed digits from strangers. */
export const knownCookie = (token: string, publicAddress: string): string =>
  serialize(knownName(publicAddress), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: secure(publicAddress),
    maxAge: knownSeconds,
  })
