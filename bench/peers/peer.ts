/** What a peer says of mails: a score for each, and how many it examined in a second. */
export type PeerRun = {
  /** With its version. */
  readonly name: string
  /** Scores in the order of the mails; undefined where it gave none. */
  readonly scores: readonly (number | undefined)[]
  readonly perSecond: number
}

/** Packs of labelled mails are not part of the project; this names the folder of one. */
export const packFolder = (): string | undefined => process.env['BELLWETHER_MAIL_PACK']
