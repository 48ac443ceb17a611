/**
 * The demo's link to see the programme with one of its people's eyes. That
 * person joined and connected a mailbox when the stage was set, so no
 * invitation lets anybody in under their name any more; here the session of
 * that joining waits for whoever opens the link, once.
 */
import { acceptInvitation, invitation } from '#members'
import type { Door } from '#web'
import type { House } from '../house.ts'
import type { Player } from './cast.ts'

export type OwnLink = {
  readonly name: string
  readonly token: string
  readonly seen: NonNullable<Awaited<ReturnType<Door['invitation']>>>
  readonly session: Awaited<ReturnType<Door['acceptInvitation']>>
}

/** Lets a player join by the invitation's token; undefined when it is not good. */
export async function joinAs({ members }: House, player: Player, token: string): Promise<OwnLink | undefined> {
  const seen = await invitation(members, token)
  if (seen === undefined) return undefined
  const { name, language } = player
  return { name, token, seen, session: await acceptInvitation(members, { token, name, language, consentVersion: 'demo' }) }
}

/** A door that knows this link besides all others, and opens the desk of invented people without a passkey. */
export function doorWith(door: Door, link: OwnLink | undefined): Door {
  let waiting = link
  return {
    ...door,
    visitorOf: async (token, userAgent) => {
      const visitor = await door.visitorOf(token, userAgent)
      return visitor && { ...visitor, session: { ...visitor.session, strong: true } }
    },
    invitation: async (token) => (token === waiting?.token ? waiting.seen : door.invitation(token)),
    acceptInvitation: async (accepted) => {
      if (waiting === undefined || accepted.token !== waiting.token) return door.acceptInvitation(accepted)
      const { session } = waiting
      waiting = undefined
      return session
    },
  }
}
