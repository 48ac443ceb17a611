/** The operator's gateways as forms: which fields each has, what they hold now, and what comes of what was typed. No secret is ever shown. */
import type { ChannelSettings } from './settings.ts'

type TypedName =
  | 'url'
  | 'user'
  | 'password'
  | 'sender'
  | 'replySecret'
  | 'accountSid'
  | 'authToken'
  | 'host'
  | 'port'
  | 'systemId'
  | 'systemType'
  | 'from'
  | 'account'
  | 'homeserver'
  | 'accessToken'

export type ChannelField =
  /** A secret left empty is kept as it was. */
  | { readonly kind: 'text' | 'secret' | 'number'; readonly name: TypedName }
  | { readonly kind: 'tick'; readonly name: 'tls' | 'reportsInDecimal' }

const text = (...names: readonly TypedName[]): readonly ChannelField[] => names.map((name) => ({ name, kind: 'text' }))
const secret = (name: TypedName): ChannelField => ({ name, kind: 'secret' })

export const channelForms = {
  kannel: [...text('url', 'user'), secret('password'), ...text('sender'), secret('replySecret')],
  twilio: [...text('url', 'accountSid'), secret('authToken'), ...text('sender')],
  smpp: [
    ...text('host'),
    { name: 'port', kind: 'number' },
    { name: 'tls', kind: 'tick' },
    ...text('systemId'),
    secret('password'),
    ...text('systemType', 'sender'),
    { name: 'reportsInDecimal', kind: 'tick' },
  ],
  voice: [...text('url', 'accountSid'), secret('authToken'), ...text('from')],
  signal: text('url', 'account'),
  matrix: [...text('homeserver'), secret('accessToken')],
} as const satisfies Readonly<Record<string, readonly ChannelField[]>>

export type ChannelForm = keyof typeof channelForms

export type ChannelFormSeen = {
  readonly form: ChannelForm
  readonly isSetUp: boolean
  /** Of what is no secret, by field. */
  readonly values: Readonly<Record<string, string>>
  /** Secrets that are kept. */
  readonly kept: readonly string[]
}

export const formNames = Object.keys(channelForms) as readonly ChannelForm[]

/** The setting that a form writes: the three gateways for text messages share one, and the last that was kept is used. */
const placeOf = (form: ChannelForm): keyof ChannelSettings => (form === 'kannel' || form === 'twilio' || form === 'smpp' ? 'sms' : form)

function heldBy(settings: ChannelSettings, form: ChannelForm): Readonly<Record<string, unknown>> | undefined {
  const held = settings[placeOf(form)]
  if (held === null || ('gateway' in held && held.gateway !== form)) return undefined
  return held
}

export function formsSeen(settings: ChannelSettings): readonly ChannelFormSeen[] {
  return formNames.map((form) => {
    const held = heldBy(settings, form)
    const fields: readonly ChannelField[] = channelForms[form]
    const has = ({ name }: ChannelField) => ![undefined, null, '', false].some((nothing) => held?.[name] === nothing)
    const values = fields.filter((one) => one.kind !== 'secret' && has(one)).map(({ name }) => [name, String(held?.[name])])
    const kept = fields.filter((one) => one.kind === 'secret' && has(one)).map(({ name }) => name)
    return { form, isSetUp: held !== undefined, values: Object.fromEntries(values), kept }
  })
}

/** All settings, with what was typed into one form. A field that was left empty is left out, so that the schema says what it is without it. */
export function withForm(settings: ChannelSettings, form: ChannelForm, typed: Readonly<Record<string, string>>): unknown {
  const fields: readonly ChannelField[] = channelForms[form]
  const held = heldBy(settings, form)
  const read = fields.map(({ name, kind }): [string, unknown] => {
    const value = typed[name] ?? ''
    if (kind === 'tick') return [name, value !== '']
    if (value === '') return [name, kind === 'secret' ? (held?.[name] ?? undefined) : undefined]
    return [name, kind === 'number' ? Number(value) : value]
  })
  const place = placeOf(form)
  const given = Object.fromEntries(read.filter(([, value]) => value !== undefined))
  return { ...settings, [place]: place === 'sms' ? { gateway: form, ...given } : given }
}

/** All settings without that gateway; the others stay. */
export const withoutForm = (settings: ChannelSettings, form: ChannelForm): unknown =>
  heldBy(settings, form) === undefined ? settings : { ...settings, [placeOf(form)]: null }
