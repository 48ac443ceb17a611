/**
 * Every URL on a page is made here, from a pattern of the route table, so none
 * can be `javascript:` or lead away (but to an identity provider, `awayTo`): what stands in an `href` is a `Href` or
 * the page is not made (see markup.ts).
 */

import { defect } from '#kernel'

type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

type Query = Readonly<Record<string, string | number | undefined>>
type Blanks<Path extends string> = [NamesIn<Path>] extends [never]
  ? Readonly<Record<string, never>>
  : Readonly<Record<NamesIn<Path>, string>>

/** An address within this site. */
export class Href {
  readonly path: string
  constructor(path: string) {
    this.path = path
  }
  toString(): string {
    return this.path
  }
}

/** `href('/incidents/:id', { id })`; empty and undefined query values are left out. */
export function href<const Path extends `/${string}`>(path: Path, blanks?: Blanks<Path>, query?: Query): Href {
  const values = new Map<string, string>(Object.entries(blanks ?? {}))
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values.get(name) ?? ''))
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') asked.set(name, String(value))
  }
  return new Href(asked.size === 0 ? filled : `${filled}?${asked}`)
}

/** The one way off this site: to sign in at a provider that the operator named. Not a link that anybody else wrote. */
export function awayTo(provider: URL): Href {
  const isSafe = provider.protocol === 'https:' || (provider.protocol === 'http:' && provider.hostname === 'localhost')
  if (!isSafe) throw defect('address-not-safe', `a provider's address begins with ${provider.protocol}`)
  return new Href(provider.href)
}

/** A place on the same page. */
export const anchor = (id: string): Href => new Href(`#${id}`)

/** A path of this site that came from outside (`?next=`), or home when it is anything else. */
export function ownPath(typed: string | null): Href {
  const own = typed !== null && /^\/(?![/\\])[\w\-./?=&%:]*$/.test(typed)
  return new Href(own ? typed : '/')
}
