/** Addresses at which a provider asks whether an app may come in (RFC 6749 §4.1.1), read into words: which app, what for, and where the key is sent. */
import { registered } from '../names/domain.ts'

export type ConsentPage = {
  /** Who asks: `Microsoft`, `Google`, or the host when it is nobody we know. */
  readonly provider: string
  readonly clientId: string
  /** Microsoft's own programs (their client ids are public). */
  readonly firstParty: boolean
  /** The whole organisation is to be opened, by its administrator. */
  readonly forEverybody: boolean
  /** Scopes as they were asked for, lower case. */
  readonly scopes: readonly string[]
  /** Where the key is sent. */
  readonly redirectHost: string
  readonly redirectDomain: string
  /** Asks only who the reader is, as "sign in with" buttons do. */
  readonly onlySignIn: boolean
}

const providers: readonly (readonly [name: string, host: RegExp, path: RegExp])[] = [
  [
    'Microsoft',
    /^login\.(?:microsoftonline\.(?:com|us|de)|windows\.net|live\.com|microsoft\.com|partner\.microsoftonline\.cn)$/,
    /authorize|adminconsent|oauth20_authorize|consent/,
  ],
  ['Google', /^accounts\.google\.[a-z.]+$/, /\/(?:o\/oauth2|signin\/oauth|AccountChooser\/.*oauth)/],
  ['GitHub', /^github\.com$/, /\/login\/oauth\/authorize|\/apps\/[^/]+\/installations\/new/],
  ['GitLab', /^gitlab\.com$/, /\/oauth\/authorize/],
  ['Zoom', /^(?:[\w-]+\.)?zoom\.us$/, /\/oauth\/authorize/],
  ['Slack', /^(?:[\w-]+\.)?slack\.com$/, /\/(?:oauth|openid\/connect)(?:\/v2)?\/authorize/],
  ['Dropbox', /^(?:www\.)?dropbox\.com$/, /\/(?:1\/)?oauth2\/authorize/],
  ['Box', /^(?:account|app)\.box\.com$/, /\/api\/oauth2\/authorize/],
  ['Okta', /\.(?:okta|oktapreview|okta-emea)\.com$/, /\/oauth2\/(?:[\w-]+\/)?v1\/authorize/],
  ['Salesforce', /(?:^|\.)salesforce\.com$/, /\/services\/oauth2\/authorize/],
  ['Facebook', /^(?:www\.|m\.)?facebook\.com$/, /\/dialog\/oauth/],
  ['X', /^(?:api\.)?(?:twitter|x)\.com$/, /\/(?:i\/oauth2|oauth)\/authorize/],
  ['LinkedIn', /^(?:www\.)?linkedin\.com$/, /\/oauth\/v2\/authorization/],
  ['Yahoo', /^api\.login\.yahoo\.com$/, /\/oauth2?\//],
  ['Atlassian', /^auth\.atlassian\.com$/, /\/authorize/],
  ['Notion', /^api\.notion\.com$/, /\/oauth\/authorize/],
  ['Discord', /^discord\.com$/, /\/(?:api\/)?oauth2\/authorize/],
  ['DocuSign', /^account(?:-d)?\.docusign\.com$/, /\/oauth\/auth/],
  ['Mailchimp', /^login\.mailchimp\.com$/, /\/oauth2\/authorize/],
  ['HubSpot', /^app(?:-eu1)?\.hubspot\.com$/, /\/oauth\/(?:[\d]+\/)?authorize/],
]

/** Public client ids of Microsoft's own programs: Office, Azure CLI, Azure PowerShell, Graph command line, Visual Studio Code, Teams, Outlook mobile, the broker. */
const microsoftsOwn = new Set([
  'd3590ed6-52b3-4102-aeff-aad2292ab01c', '04b07795-8ddb-461a-bbee-02f9e1bf7b46', '1950a258-227b-4e31-a9cf-717495945fc2', '14d82eec-204b-4c2f-b7e8-296a70dab67e',
  'aebc6443-996d-45c2-90f0-388ff96faa56', '1fec8e78-bce4-4aaf-ab1b-5451cc387264', '27922004-5251-4030-b22d-91ecd9a37ea4', '29d9ed98-a469-4536-ade2-f981bc1d605e',
  '4765445b-32c6-49b0-83e6-1d93765276ca', '00000002-0000-0ff1-ce00-000000000000', '00000003-0000-0ff1-ce00-000000000000',
]) // biome-ignore format: a table

const signInOnly = new Set([
  'openid',
  'profile',
  'email',
  'read:user',
  'user:email',
  'user.read',
  'https://www.googleapis.com/auth/userinfo.email',
  'https://www.googleapis.com/auth/userinfo.profile',
  'identity.basic',
  'identity.email',
  'offline_access',
])

/** The consent page behind an address, however deep it is packed; undefined when there is none. */
export function readConsentPage(target: string): ConsentPage | undefined {
  if (!/client_?id|adminconsent|oauth/i.test(target)) return undefined
  for (let text = target, depth = 0; depth < 4; depth++) {
    const page = pageAt(text, depth > 0)
    if (page !== undefined) return page
    const inner = /https?(?::\/\/|%3a%2f%2f|%253a)[^\s"'<>]*$/i.exec(text.slice(8))?.[0]
    if (inner === undefined) return undefined
    text = inner.startsWith('http://') || inner.startsWith('https://') ? inner : decoded(inner)
  }
  return undefined
}

function pageAt(text: string, packed: boolean): ConsentPage | undefined {
  const url = URL.parse(text)
  if (url === null) return undefined
  const host = url.hostname.toLowerCase()
  const known = providers.find(([, hosts, path]) => hosts.test(host) && path.test(url.pathname))
  const field = (name: string): string => url.searchParams.get(name) ?? ''
  const clientId = (field('client_id') || field('clientId') || field('consumer_key')).slice(0, 200)
  const asked =
    field('scope') || field('scopes') || field('resource') || (packed ? (/[?&]scopes?=([^&\s]{1,400})/i.exec(text)?.[1] ?? '') : '')
  const byShape =
    clientId !== '' &&
    (field('redirect_uri') !== '' || asked !== '') &&
    (field('response_type') !== '' || /auth|consent/i.test(url.pathname))
  if (known === undefined && !byShape) return undefined
  // Packed in another address the page is a promise of what comes: which app it is stands nowhere yet.
  const promised = packed && /[?&]scopes?=/i.test(text)
  if (known !== undefined && clientId === '' && !promised && !/adminconsent|oauth_token|installations/.test(text)) return undefined
  const scopes = asked
    .toLowerCase()
    .split(/[\s,+]+/)
    .filter((one) => one !== '')
    .slice(0, 40)
  const redirectHost = (URL.parse(field('redirect_uri'))?.hostname ?? '').toLowerCase()
  return {
    provider: known?.[0] ?? host,
    clientId,
    firstParty: known?.[0] === 'Microsoft' && microsoftsOwn.has(clientId.toLowerCase()),
    forEverybody: /adminconsent/i.test(url.pathname) || /admin_consent/i.test(field('prompt')),
    scopes,
    redirectHost,
    redirectDomain: redirectHost === '' ? '' : registered(redirectHost),
    onlySignIn:
      scopes.length > 0 &&
      scopes.every((scope) => signInOnly.has(scope.replace(/^https:\/\/graph\.microsoft\.com\//, ''))) &&
      scopes.some((scope) => /openid|profile|email|user/.test(scope)),
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
