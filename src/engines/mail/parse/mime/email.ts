/** What a mail is made of once its form has been read: header lines, addresses, the two texts a reader may see, and files. */
export type Mailbox = { readonly name: string; readonly address: string; readonly group?: undefined }
export type Group = { readonly name: string; readonly address?: undefined; readonly group: readonly Mailbox[] }
export type Listed = Mailbox | Group

export type MimeHeader = {
  /** In lower case. */
  readonly key: string
  /** Unfolded, encoded words as they stand. */
  readonly value: string
}

export type MimeFile = {
  readonly filename: string
  /** In lower case; empty when the part names none. */
  readonly mimeType: string
  /** In lower case; empty when the part names none. */
  readonly disposition: string
  /** Belongs to the page as a picture does: within `multipart/related`, with a Content-ID. */
  readonly related: boolean
  readonly contentId: string
  /** Of an invitation: `REQUEST`, `CANCEL`. */
  readonly method: string
  /** Decoded bytes. Calendars are turned into UTF-8 with plain line ends. */
  readonly content: Uint8Array
}

export type Email = {
  /** Every header line in its order. */
  readonly headers: readonly MimeHeader[]
  readonly from: Listed | undefined
  readonly to: readonly Listed[]
  readonly cc: readonly Listed[]
  readonly replyTo: readonly Listed[]
  readonly subject: string
  /** ISO 8601, or the line as it stands when it is no date. */
  readonly date: string
  readonly messageId: string
  readonly inReplyTo: string
  readonly references: string
  readonly text: string
  readonly html: string
  readonly attachments: readonly MimeFile[]
  /** What went past its limit; the rest was not read. */
  readonly overrun: 'too-deep' | 'header-too-long' | undefined
}
