/** Visitors who came in by less than a passkey. */
import type { Visitor, WebDeps } from '#web'
import { now } from './invented-programme.ts'

/** A programme in which every visitor is made into another one. */
export const everybody =
  (made: (visitor: Visitor) => Visitor) =>
  (deps: WebDeps): WebDeps => ({
    ...deps,
    door: {
      ...deps.door,
      visitorOf: async (token, userAgent) => {
        const visitor = await deps.door.visitorOf(token, userAgent)
        return visitor && made(visitor)
      },
    },
  })

/** A programme that everybody came into by mailed digits and an app, whether or not they have a passkey too. */
export const cameByMail = ({ passkey }: { readonly passkey: boolean }) =>
  everybody((visitor) => ({ ...visitor, ways: { ...visitor.ways, passkey }, session: { ...visitor.session, strong: false } }))

/** A programme whose people have a mailbox and nothing else, and whose administrators owe more from `hours` on. */
export const mailboxAlone = ({ hours }: { readonly hours: number }) =>
  everybody((visitor) => ({
    ...visitor,
    ways: { passkey: false, app: false, recoveryCodes: 0, mail: true },
    session: { ...visitor.session, strong: false },
    ...(visitor.organisations.some(({ role }) => role === 'administrator') && {
      secondWayFrom: new Date(now.getTime() + hours * 3_600_000),
    }),
  }))
