/** The matcher of imitated names, as the mail engine asks for it. The engine has its own; who watches domains may plug a better one in. */

/**
 * How a host imitates a domain: `letters` (swapped, added, from another alphabet), `ending` (the same name under another suffix), `words` (the name with
 * words added), `inside` (the whole domain written to the left of somebody else's).
 */
export type Likeness = { readonly of: string; readonly how: 'letters' | 'ending' | 'words' | 'inside' }

/**
 * How `host` imitates one of `genuine` (registered domains, lower case); undefined when it does not, or when it is one of them. Called for most links of most
 * mails with the same few lists, which never change: an answer may be kept for the life of the list.
 */
export type LikenessOf = (host: string, genuine: readonly string[], options: LikenessOptions) => Likeness | undefined

export type LikenessOptions = {
  /** Whether another suffix alone counts: `riverton.test` for riverton.example. */
  readonly endings: boolean
  /** Only the domain written out whole counts (`irs-gov.com`): for names that are plain words or very short. */
  readonly whole?: boolean
}
