/** A mail as the rules see it: read, unwrapped and measured, but not yet judged. */
import type { Circle } from './context.ts'
import type { Damage } from './parse/damage.ts'

export type Address = { readonly name: string; readonly address: string; readonly host: string; readonly domain: string }

export type Attachment = {
  readonly name: string
  readonly type: string
  readonly sizeBytes: number
  /** In the body (a picture by Content-ID), not in the list of files. */
  readonly inline: boolean
  /** Text of an HTML, SVG or calendar file, cut to 200,000 characters; empty for others. */
  readonly text: string
  /** File names inside a ZIP, and whether they are locked with a password. */
  readonly inside: readonly string[]
  readonly locked: boolean
  /** Hex SHA-256 of the decoded bytes that were kept. */
  readonly sha256: string
}

export type Link = {
  readonly text: string
  /** The host that the text of the link shows, when it shows one. */
  readonly shownHost: string
  readonly target: string
  /** After unwrapping redirects. */
  readonly innermost: string
  readonly host: string
  readonly domain: string
  /** The wrappers passed on the way, outermost first. */
  readonly through: readonly string[]
  readonly kind: 'web' | 'mail' | 'phone' | 'script' | 'data'
}

export type Page = {
  /** What the reader sees. */
  readonly text: string
  readonly hiddenText: string
  /** How often hidden letters stand inside a visible word. */
  readonly splitWords: number
  readonly pictures: number
  readonly pictureWords: string
  readonly forms: number
  readonly passwordFields: number
  readonly scripts: number
}

export type Authentication = {
  readonly dmarc: 'pass' | 'fail' | 'not stated'
  readonly spf: 'pass' | 'fail' | 'not stated'
  readonly dkim: 'pass' | 'fail' | 'not stated'
  /** Domains with a valid DKIM signature. */
  readonly signedBy: readonly string[]
  /** Who says so: a trusted header, the topmost one of a file, our own check, a header of unknown origin (only its failures count), nobody. */
  readonly saidBy: 'service' | 'topmost header' | 'own check' | 'unknown header' | 'nobody'
}

export type Message = {
  readonly from: Address
  readonly replyTo: Address | undefined
  readonly to: readonly Address[]
  readonly subject: string
  readonly date: string
  readonly hops: number
  readonly isReply: boolean
  readonly hasThread: boolean
  readonly listId: string
  readonly plain: string
  readonly hasPlain: boolean
  readonly page: Page | undefined
  readonly links: readonly Link[]
  readonly attachments: readonly Attachment[]
  readonly authentication: Authentication
  readonly damage: readonly Damage[]
  readonly reader: Address | undefined
  readonly circle: Circle
}
