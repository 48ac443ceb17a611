/** A session begins in this browser: its cookie, and the end of the session that the browser held before (ASVS 5 V7.2.4). */
import type { NewSession } from '../deps/door.ts'
import type { Href } from '../parts/href.ts'
import { goTo } from './answers.ts'
import type { Ask } from './ask.ts'
import { knownCookie, sessionCookie } from './cookies.ts'

export async function comeIn(ask: Ask, to: Href, session: NewSession): Promise<Response> {
  if (ask.session !== undefined) await ask.deps.door.signOut(ask.session)
  const { publicAddress } = ask.programme
  const known = session.known === undefined ? [] : [knownCookie(session.known, publicAddress)]
  return goTo(to, [sessionCookie(session, publicAddress), ...known])
}
