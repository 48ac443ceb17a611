/** What programs hold: managed by administrators for their organisation, and by operators for the programme. */
import {
  askRevokeOwnToken,
  askRevokeToken,
  makeOwnToken,
  makeToken,
  revokeOwnToken,
  revokeToken,
  showNewOwnToken,
  showNewToken,
  showOwnTokenEnd,
  showOwnTokens,
  showTokenEnd,
  showTokens,
} from '../pages/tokens.ts'
import type { Route } from '../route.ts'

const token = { token: 'token' } as const

export const forPrograms: readonly Route[] = [
  { method: 'GET', path: '/organisation/tokens', who: 'administrator', page: showOwnTokens },
  { method: 'GET', path: '/organisation/tokens/new', who: 'administrator', fresh: 'page', page: showNewOwnToken },
  { method: 'GET', path: '/organisation/tokens/end', who: 'administrator', fresh: 'page', page: showOwnTokenEnd },
  { method: 'POST', path: '/organisation/tokens', who: 'administrator', fresh: 'carry', page: makeOwnToken },
  {
    method: 'GET',
    path: '/organisation/tokens/:token/revoke',
    who: 'administrator',
    fresh: 'page',
    page: askRevokeOwnToken,
    examples: token,
  },
  {
    method: 'POST',
    path: '/organisation/tokens/:token/revoke',
    who: 'administrator',
    fresh: 'carry',
    page: revokeOwnToken,
    examples: token,
  },
  { method: 'GET', path: '/tokens', who: 'operator', page: showTokens },
  { method: 'GET', path: '/tokens/new', who: 'operator', fresh: 'page', page: showNewToken },
  { method: 'GET', path: '/tokens/end', who: 'operator', fresh: 'page', page: showTokenEnd },
  { method: 'POST', path: '/tokens', who: 'operator', fresh: 'carry', page: makeToken },
  { method: 'GET', path: '/tokens/:token/revoke', who: 'operator', fresh: 'page', page: askRevokeToken, examples: token },
  { method: 'POST', path: '/tokens/:token/revoke', who: 'operator', fresh: 'carry', page: revokeToken, examples: token },
]
