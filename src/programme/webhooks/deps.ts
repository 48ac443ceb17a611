/** What the room is given. */
import type { Asker } from '#fetch'
import type { MembersDeps } from '#members'
import type { Tx } from '#storage'

export type WebhooksDeps = MembersDeps & {
  /** Whether news may be sent to such an address; without it, to https on its usual port. A test on loopback gives its own. */
  readonly mayBe?: (url: URL) => boolean
}

export type Stopped = {
  readonly endpointId: string
  readonly organisationId: string | null
  /** The host alone: the rest of an address may hold a secret. */
  readonly host: string
  readonly why: 'gone' | 'failing'
}

export type SendDeps = WebhooksDeps & {
  /** The guarded one: the address was typed by somebody. */
  readonly ask: Asker
  /** Tells whoever looks after an endpoint that nothing is sent to it any more; in the transaction that stops it. */
  readonly onStopped: (tx: Tx, stopped: Stopped) => Promise<void>
}
