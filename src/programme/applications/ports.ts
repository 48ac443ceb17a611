/** What this room asks of the outside world, in its own words; `app/wire.ts` plugs it in. */

export type Question = { readonly name: string; readonly type: 'TXT' | 'MX' | 'CNAME' }

export type Answered = {
  /** Which resolver. */
  readonly from: string
  /** Empty when there is no such record. */
  readonly values: readonly string[]
  /** Why there is no answer. */
  readonly failed?: string
}

/** Asks every resolver the operator named; one answer each, in seconds, never thrown. */
export type AskNames = (question: Question) => Promise<readonly Answered[]>

export type Page =
  | { readonly kind: 'answered'; readonly status: number; readonly type: string; readonly body: string }
  | { readonly kind: 'failed'; readonly why: string }

/** Reads one page of a stranger's server, guarded; no redirect is followed, never thrown. */
export type ReadPage = (url: string) => Promise<Page>

export type Outside = { readonly askNames: AskNames; readonly readPage: ReadPage }
