/** Visitors who came in by less than a passkey. */
import type { WebDeps } from '#web'

/** A programme that everybody came into by mailed digits and an app, whether or not they have a passkey too. */
export const cameByMail =
  ({ passkey }: { readonly passkey: boolean }) =>
  (deps: WebDeps): WebDeps => ({
    ...deps,
    door: {
      ...deps.door,
      visitorOf: async (token) => {
        const visitor = await deps.door.visitorOf(token)
        return visitor && { ...visitor, ways: { ...visitor.ways, passkey }, session: { ...visitor.session, strong: false } }
      },
    },
  })
