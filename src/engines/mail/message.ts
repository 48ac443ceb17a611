/** A mail as the rules see it: read, unwrapped and measured, but not yet judged. */
import type { Circle, KnownCampaign } from './context.ts'
import type { FileKind } from './files/kind.ts'
import type { SenderHistory } from './history/sender-history.ts'
import type { LikenessOf } from './names/likeness.ts'
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
  /** SHA-256, in hex, of the decoded bytes that were kept. */
  readonly sha256: string
  /** What its first bytes say it is, whatever its name says. */
  readonly kind: FileKind
  /** What was read out of it; absent when there was nothing to read or nobody to read it. */
  readonly reading?: FileReading
}

/** What was read out of a file, and out of the files in it. */
export type FileReading = {
  /** Cut to what rules read. */
  readonly text: string
  readonly links: readonly Link[]
  /** Pages of a PDF; 0 when they were not counted. */
  readonly pages: number
  /** It does not open without a password. */
  readonly locked: boolean
  readonly marks: readonly FileMark[]
  /** The files inside, at any depth, in the order they were met. */
  readonly parts: readonly FilePart[]
}

export type FilePart = { readonly name: string; readonly kind: FileKind; readonly depth: number; readonly locked: boolean }

/** Something a file does or carries that papers do not. */
export type FileMark = {
  readonly what:
    | 'macro' | 'starts-itself' | 'template' | 'remote-object' | 'command' | 'dde' | 'exploit' | 'launch' | 'builds-file' | 'script'
    | 'password-field' // biome-ignore format: a list
  readonly quote: string
}

/** A QR code, read. */
export type Code = {
  readonly text: string
  /** The file's name; empty for the mail itself. */
  readonly file: string
  /** A picture, a drawing out of letters or table cells, or a paper that holds it. */
  readonly how: 'picture' | 'drawn' | 'paper'
}

/** Where a link stands. */
export type LinkOrigin = 'body' | 'pdf' | 'office' | 'page' | 'shortcut' | 'calendar' | 'qr'

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
  readonly origin: LinkOrigin
}

export type Page = {
  /** What the reader sees. */
  readonly text: string
  readonly hiddenText: string
  /** How often hidden letters stand inside a visible word. */
  readonly splitWords: number
  readonly pictures: number
  /** Pictures large enough to hold a message: 300 points wide or more, or of no stated size. */
  readonly largePictures: number
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
  /** The policy that the sender's domain publishes, where it was told. */
  readonly policy?: 'none' | 'quarantine' | 'reject'
  /** The forwarder or list that found the mail genuine before it passed it on (ARC). */
  readonly vouchedBy?: string
  /** The domain that SPF is about, where it was told. */
  readonly spfDomain?: string
  /** The envelope says that somebody forwarded it: SPF then speaks of the forwarder. */
  readonly forwarded?: boolean
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
  readonly codes: readonly Code[]
  readonly authentication: Authentication
  readonly damage: readonly Damage[]
  readonly reader: Address | undefined
  readonly circle: Circle
  /** A matcher of imitated domains in place of the engine's own. */
  readonly likenessOf?: LikenessOf
  /** What is remembered of this very sender. */
  readonly history: SenderHistory | undefined
  /** As the programme told: see `InspectContext`. */
  readonly knownCampaign?: KnownCampaign | undefined
}
