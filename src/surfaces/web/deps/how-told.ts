/** How a person is told of what happens, as the pages need it. Notify does the work. */
import type { Who } from '#kernel'
import type { Hours, MyWays, PhoneChannel, SeenChannel } from '#notify'

export type { MyWays, PhoneChannel, SeenChannel, WaySeen } from '#notify'

export type HowTold = {
  readonly mine: (who: Who) => Promise<MyWays>
  /** What this programme's browsers subscribe to (RFC 8292 §3.2), in base64url. */
  readonly pushKey: () => Promise<string>
  /** Sends six digits. Refusals `number-not-valid`, `way-not-set-up`, `way-already-there`, `too-many-ways`, `too-many-digits`. */
  readonly addPhone: (who: Who, phone: { readonly channel: PhoneChannel; readonly number: string }) => Promise<{ readonly id: string }>
  /** False when it is no telephone of this person. Refusals `too-many-digits`, `way-not-set-up`. */
  readonly sendDigits: (who: Who, id: string) => Promise<boolean>
  /** The same; refusal `wrong-digits`. */
  readonly prove: (who: Who, proof: { readonly id: string; readonly typed: string }) => Promise<boolean>
  /** Refusals `browser-not-valid`, `way-not-set-up`, `too-many-ways`. */
  readonly addBrowser: (who: Who, browser: { readonly subscription: string; readonly userAgent: string }) => Promise<void>
  /** False when nothing of this person is at the old address. Refusal `browser-not-valid`. */
  readonly renewBrowser: (who: Who, renewed: { readonly oldEndpoint: string; readonly subscription: string }) => Promise<boolean>
  readonly remove: (who: Who, id: string) => Promise<boolean>
  /** Trades places with the next channel among those that the person has. */
  readonly move: (who: Who, moved: { readonly channel: SeenChannel; readonly to: 'up' | 'down' }) => Promise<void>
  /** Refusals `hours-not-valid`, `zone-not-valid`. */
  readonly setQuiet: (who: Who, hours: Hours) => Promise<void>
}
