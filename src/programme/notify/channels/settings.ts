/**
 * What the operator set up for the channels: gateways and their secrets. All of
 * it lies sealed in one row, since most of it is secret. Addresses that need no
 * gateway (Slack, Teams, webhooks) have nothing here.
 */
import { z } from 'zod'
import { record } from '#audit'
import { type Clock, personOf, refusal, secondsMs, type Who } from '#kernel'
import type { Vault } from '#secrets'
import type { Storage } from '#storage'
import { readPhoneNumber } from './phone-number.ts'

const rowName = 'channels'
const context = 'setting/channels'
const stored = z.object({ sealed: z.string() })
/** Another process may have saved; nobody waits longer than this to hear of it. */
const freshMs = secondsMs(5)

const webAddress = z
  .url({ protocol: /^https?$/, error: 'is a web address' })
  .max(300)
  .refine((typed) => {
    // What is no address at all is told above.
    const url = URL.parse(typed)
    return url === null || url.username + url.password + url.search + url.hash === ''
  }, 'has no name, password or question in it')
/** One line that a header or a form may carry. */
const word = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\x21-\x7E]+$/, 'has no spaces')
const phoneNumber = z.string().refine((typed) => readPhoneNumber(typed) === typed, 'is a telephone number with + and its country')
/** Eleven letters, a short number or a whole one: what a telephone shows as the sender (3GPP TS 23.040 §9.1.2.5). */
const smsSender = z.string().regex(/^(\+?\d{3,15}|[A-Za-z0-9 ]{1,11})$/, 'is a number, or at most 11 letters and digits')

const twilioAccount = {
  url: webAddress.default('https://api.twilio.com'),
  accountSid: word,
  authToken: word,
}

export const channelSettingsSchema = z.object({
  sms: z
    .discriminatedUnion('gateway', [
      z.object({
        gateway: z.literal('kannel'),
        /** Of smsbox: `http://127.0.0.1:13013/cgi-bin/sendsms`. */
        url: webAddress,
        user: word,
        password: word,
        sender: smsSender,
        /** Stands in the address that replies come to, since Kannel signs nothing. */
        replySecret: word.min(16).nullable().default(null),
      }),
      z.object({
        gateway: z.literal('twilio'),
        ...twilioAccount,
        /** A number, or the id of a messaging service (`MG…`). */
        sender: z.union([smsSender, z.string().regex(/^MG[0-9a-f]{32}$/)]),
      }),
      z.object({
        gateway: z.literal('smpp'),
        host: word,
        port: z.int().min(1).max(65_535),
        tls: z.boolean(),
        systemId: z.string().regex(/^[\x21-\x7E]{1,15}$/, 'has at most 15 characters'),
        // SMPP 3.4 §5.2.2: eight characters and the end of the string.
        password: z.string().regex(/^[\x21-\x7E]{1,8}$/, 'has at most 8 characters'),
        systemType: z
          .string()
          .regex(/^[\x21-\x7E]{0,12}$/)
          .default(''),
        sender: smsSender,
        /** The centre gives ids in hex and reports them in decimal, as many do. */
        reportsInDecimal: z.boolean().default(false),
      }),
    ])
    .nullable()
    .default(null),
  voice: z
    .object({ ...twilioAccount, from: phoneNumber })
    .nullable()
    .default(null),
  /** signal-cli as a daemon with --http. */
  signal: z.object({ url: webAddress, account: phoneNumber }).nullable().default(null),
  matrix: z.object({ homeserver: webAddress, accessToken: word }).nullable().default(null),
})

export type ChannelSettings = z.infer<typeof channelSettingsSchema>
export type SmsSettings = NonNullable<ChannelSettings['sms']>
export type KannelSettings = Extract<SmsSettings, { readonly gateway: 'kannel' }>
export type TwilioSmsSettings = Extract<SmsSettings, { readonly gateway: 'twilio' }>
export type SmppSettings = Extract<SmsSettings, { readonly gateway: 'smpp' }>
export type TwilioAccount = Pick<TwilioSmsSettings, keyof typeof twilioAccount>

export type ReadChannelSettings = () => Promise<ChannelSettings>

export type ChannelSettingsStore = {
  /** At most some seconds old. */
  readonly read: ReadChannelSettings
  /** All of them at once, secrets too. Refusal `channels-wrong` names the field. */
  readonly save: (who: Who, proposed: unknown) => Promise<ChannelSettings>
}

type Deps = { readonly storage: Storage; readonly vault: Vault; readonly clock: Clock }

export function openChannelSettings({ storage, vault, clock }: Deps): ChannelSettingsStore {
  let held: { readonly settings: ChannelSettings; readonly untilMs: number } | undefined

  async function read(): Promise<ChannelSettings> {
    if (held && held.untilMs > clock.now().getTime()) return held.settings
    const sealer = await vault.sealer({ kind: 'programme' })
    const row = await storage.asTenant({ kind: 'programme' }, (tx) =>
      tx.selectFrom('setting').select('value').where('name', '=', rowName).executeTakeFirst(),
    )
    const opened =
      row === undefined ? {} : JSON.parse(sealer.open(Buffer.from(stored.parse(row.value).sealed, 'base64'), context).toString())
    const settings = channelSettingsSchema.parse(opened)
    held = { settings, untilMs: clock.now().getTime() + freshMs }
    return settings
  }

  async function save(who: Who, proposed: unknown): Promise<ChannelSettings> {
    const parsed = channelSettingsSchema.safeParse(proposed)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw refusal('channels-wrong', `${issue?.path.join('.') || 'The form'}: ${issue?.message}.`, {
        facts: { field: String(issue?.path.at(-1) ?? '') },
      })
    }
    const before = await read()
    const sealer = await vault.sealer({ kind: 'programme' })
    const value = JSON.stringify({ sealed: sealer.seal(JSON.stringify(parsed.data), context).toString('base64') })
    const changed = namesOf(parsed.data).filter((name) => JSON.stringify(parsed.data[name]) !== JSON.stringify(before[name]))
    await storage.asTenant(who, async (tx) => {
      const row = { name: rowName, value, changed_at: clock.now(), changed_by: personOf(who) }
      await tx
        .insertInto('setting')
        .values(row)
        .onConflict((found) => found.column('name').doUpdateSet(row))
        .execute()
      await record(tx, clock, { actor: who, action: 'channels.change', subject: 'programme', details: { changed } })
    })
    held = undefined
    return parsed.data
  }

  return { read, save }
}

const namesOf = (settings: ChannelSettings) => channelSettingsSchema.keyof().options.filter((name) => name in settings)
