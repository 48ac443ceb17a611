/** Tokens for programs: who may ask the API for what, for how long, and as whom. */
export { type Caller, callerOf } from './caller.ts'
export { organisationScopes, type Scope, scopes } from './scopes.ts'
export { makeToken, revokeToken, type TokenSeen, type TokenWanted, tokensOf } from './tokens.ts'
