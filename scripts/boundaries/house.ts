/**
 * The table of ARCHITECTURE.md as data: storeys, the order of rooms inside
 * them, and what pure code may use. Whoever adds a room adds its name here.
 */

export type StoreyName = 'kernel' | 'platform' | 'engines' | 'connectors' | 'programme' | 'surfaces' | 'app'

export type Storey = {
  readonly mayUse: readonly StoreyName[]
  /** Rooms from the lowest to the highest; a room uses only those below it. Rooms of one rank do not know each other. */
  readonly ranks: readonly (readonly string[])[]
}

export const storeys: Readonly<Record<StoreyName, Storey>> = {
  kernel: { mayUse: [], ranks: [] },
  platform: { mayUse: ['kernel'], ranks: [['storage'], ['secrets'], ['audit'], ['jobs'], ['threads'], ['http'], ['fetch'], ['flags']] },
  engines: { mayUse: ['kernel'], ranks: [['mail', 'eligibility', 'identity', 'domains', 'routing', 'posture', 'impostors']] },
  connectors: {
    mayUse: ['kernel', 'platform', 'engines'],
    ranks: [
      [
        'imap',
        'intake',
        'mail-files',
        'graph-mail',
        'graph-signins',
        'google-reports',
        'ct-logs',
        'rdap',
        'bmp',
        'rtr',
        'domain-proof',
        'oidc',
      ],
    ],
  },
  programme: {
    mayUse: ['kernel', 'platform', 'engines'],
    ranks: [
      ['members'],
      ['season'],
      ['erasure'],
      ['helpers'],
      ['roles'],
      ['providers'],
      ['enrolment'],
      ['applications'],
      ['api-tokens'],
      ['webhooks'],
      ['correspondents'],
      ['own-rules'],
      ['previews'],
      ['simulations'],
      ['alerts'],
      ['on-call'],
      ['notify'],
      ['lookalikes'],
      ['training'],
      ['protection'],
      ['sites'],
      ['desk'],
    ],
  },
  surfaces: { mayUse: ['kernel', 'platform', 'engines', 'connectors', 'programme'], ranks: [['web', 'api', 'cli']] },
  app: { mayUse: ['kernel', 'platform', 'engines', 'connectors', 'programme', 'surfaces'], ranks: [] },
}

/** Folders inside a room that have an order of their own: the lower never uses the higher. */
export const insideRooms: readonly { readonly lower: string; readonly higher: string }[] = [
  { lower: 'src/surfaces/web/parts', higher: 'src/surfaces/web/pages' },
]

/** Code that runs in the browser: nothing of Node, nothing of the server. */
export const browserFolder = 'src/surfaces/web/browser'
export const browserPackages: readonly string[] = ['@simplewebauthn/browser']

/** Storeys whose code is pure: same input, same output. */
export const pureStoreys: readonly StoreyName[] = ['kernel', 'engines']

/** Packages that do no I/O of their own accord (mailauth asks the resolver it is given). */
export const purePackages: readonly string[] = [
  '@bufbuild/cel',
  'cfb',
  'entities',
  'fflate',
  'mailauth',
  'postal-mime',
  'tldts',
  'yaml',
  'zod',
]

/** Parts of Node that compute and touch nothing outside. */
export const pureBuiltins: readonly string[] = ['buffer', 'crypto', 'punycode', 'querystring', 'string_decoder', 'url', 'util', 'zlib']

/** Names of node:module by which a path could be loaded that stands in no import. */
export const loaderMakers: readonly string[] = ['createRequire', 'register', 'registerHooks', '*', 'default']

/** Globals by which the world, the time or chance would come in unasked. */
export const impureGlobals: readonly string[] = [
  'fetch',
  'process',
  'globalThis',
  'performance',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'WebSocket',
  'EventSource',
  'XMLHttpRequest',
]
