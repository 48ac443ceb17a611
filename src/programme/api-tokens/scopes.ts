/** What a token may be allowed. Whoever makes one ticks what its program needs, and no more. */

export const scopes = [
  'organisations:read',
  'people:read',
  'people:invite',
  'accounts:read',
  'value:read',
  'webhooks:write',
  'applications:read',
] as const
export type Scope = (typeof scopes)[number]

/** Applications come before any organisation, so only a token of the programme can read them. */
const ofTheProgramme: readonly Scope[] = ['applications:read']

/** The scopes that a token of an organisation can have. */
export const organisationScopes: readonly Scope[] = scopes.filter((one) => !ofTheProgramme.includes(one))

/** Those of `named` that are scopes, each once, in the order of the list. */
export const readScopes = (named: readonly string[]): readonly Scope[] => scopes.filter((one) => named.includes(one))
