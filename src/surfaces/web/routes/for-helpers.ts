/** Helpers from outside: an administrator lets them in, they accept, and see what their purpose opens. Nothing here lets a helper change anything. */

import { askWhom, endHelper, letHelperIn, renewHelper, showHelper, showHelpers, showNewHelper } from '../pages/helpers.ts'
import {
  acceptByLink,
  acceptOffer,
  leave,
  showHelped,
  showHelpedConnections,
  showHelpedLanguages,
  showHelpedPeople,
  showHelping,
  showOffer,
} from '../pages/helping.ts'
import type { Route } from '../route.ts'

const one = { id: 'help' } as const
const helper = { helper: 'help' } as const
const link = { token: 'help-link' } as const

export const forHelpers: readonly Route[] = [
  { method: 'GET', path: '/organisation/helpers', who: 'administrator', page: showHelpers },
  { method: 'GET', path: '/organisation/helpers/new', who: 'administrator', fresh: 'page', page: showNewHelper },
  { method: 'GET', path: '/organisation/helpers/whom', who: 'administrator', fresh: 'page', page: askWhom },
  { method: 'POST', path: '/organisation/helpers', who: 'administrator', fresh: 'carry', page: letHelperIn },
  { method: 'GET', path: '/organisation/helpers/:helper', who: 'administrator', page: showHelper, examples: helper },
  {
    method: 'POST',
    path: '/organisation/helpers/:helper/renew',
    who: 'administrator',
    fresh: 'carry',
    page: renewHelper,
    examples: helper,
  },
  // At once: no fresh proof stands between an administrator and the end of it.
  { method: 'POST', path: '/organisation/helpers/:helper/end', who: 'administrator', page: endHelper, examples: helper },
  { method: 'GET', path: '/help-offer/:token', who: 'anyone', page: showOffer, examples: link },
  { method: 'POST', path: '/help-offer/:token/accept', who: 'person', fresh: 'carry', page: acceptByLink, examples: link },
  { method: 'GET', path: '/helping', who: 'person', page: showHelping },
  { method: 'POST', path: '/helping/:id/accept', who: 'person', fresh: 'carry', page: acceptOffer, examples: { id: 'help-offer' } },
  { method: 'POST', path: '/helping/:id/leave', who: 'person', page: leave, examples: one },
  { method: 'GET', path: '/helping/:id', who: 'helper', opens: 'organisation', page: showHelped, examples: one },
  { method: 'GET', path: '/helping/:id/people', who: 'helper', opens: 'people', page: showHelpedPeople, examples: one },
  { method: 'GET', path: '/helping/:id/connections', who: 'helper', opens: 'connections', page: showHelpedConnections, examples: one },
  { method: 'GET', path: '/helping/:id/languages', who: 'helper', opens: 'languages', page: showHelpedLanguages, examples: one },
]
