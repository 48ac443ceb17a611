/**
 * The programme's settings as they stand now: defaults, then what the page
 * saved, then what the file fixes. Saved in one row; the relay's password,
 * the key of the certificate and the secrets at identity providers are sealed in it.
 */
import { record } from '#audit'
import { type Clock, personOf, refusal, secondsMs, type Who } from '#kernel'
import type { Vault } from '#secrets'
import { retentionNumbers, type Storage } from '#storage'
import { clientsWithSecrets } from './providers.ts'
import { type ProgrammeSettings, programmeSettings } from './schema.ts'

const rowName = 'programme'
const passwordContext = 'setting/smtp-password'
const smimeContext = 'setting/smime-key'
/** Another process may have saved; nobody waits longer than this to hear of it. */
const freshMs = secondsMs(5)

export type Settings = {
  read(): Promise<ProgrammeSettings>
  /** What was read last; refreshed in the background, so it may be some seconds old. For pages that must answer without the database. */
  latest(): ProgrammeSettings
  /** Saves what the page sent; all of it, the relay's password too. */
  save(who: Who, proposed: unknown): Promise<ProgrammeSettings>
  /** Fields of the page whose entry stands in the configuration file and cannot be changed there. */
  readonly fixedFields: readonly string[]
  /** Whether anybody has saved settings yet. */
  saved(): Promise<boolean>
}

/** Entries of the file that are several fields of the page. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  tls: ['tls', 'trustedProxies', 'certificate', 'key'],
  smtp: ['smtpHost', 'smtpPort', 'smtpTls', 'smtpUser'],
  smime: ['smimeCertificate'],
  microsoft: ['microsoftClientId'],
  google: ['googleClientId'],
  staffSignIn: ['staffName', 'staffIssuer', 'staffClientId', 'staffAcr', 'staffAmr'],
  retention: retentionNumbers,
}

/** The settings with each client's secret as `become` makes it. */
function withSecrets(
  settings: ProgrammeSettings,
  become: (name: (typeof clientsWithSecrets)[number], secret: string) => string,
): ProgrammeSettings {
  const changed = clientsWithSecrets.flatMap((name) => {
    const client = settings[name]
    return client ? [[name, { ...client, clientSecret: become(name, client.clientSecret) }] as const] : []
  })
  return { ...settings, ...Object.fromEntries(changed) }
}

type Options = {
  readonly storage: Storage
  readonly vault: Vault
  readonly clock: Clock
  readonly fixed: Partial<ProgrammeSettings>
  /** Where this process can be reached while nobody has named a public address. */
  readonly localAddress: string
}

export async function openSettings({ storage, vault, clock, fixed, localAddress }: Options): Promise<Settings> {
  const sealer = await vault.sealer({ kind: 'programme' })
  let held: { readonly settings: ProgrammeSettings; readonly untilMs: number } | undefined

  async function stored(): Promise<Record<string, unknown> | undefined> {
    const row = await storage.asTenant({ kind: 'programme' }, (tx) =>
      tx.selectFrom('setting').select('value').where('name', '=', rowName).executeTakeFirst(),
    )
    return row ? { ...Object(row.value) } : undefined
  }

  function opened(value: Record<string, unknown>): ProgrammeSettings {
    const settings = withSecrets(programmeSettings.parse({ publicAddress: localAddress, ...value, ...fixed }), (name, sealed) =>
      fixed[name] ? sealed : sealer.open(Buffer.from(sealed, 'base64'), `setting/client-secret-${name}`).toString(),
    )
    const { smtp, smime } = settings
    const open = (sealed: string, context: string) => sealer.open(Buffer.from(sealed, 'base64'), context).toString()
    return {
      ...settings,
      smtp: smtp && smtp.password !== '' && !fixed.smtp ? { ...smtp, password: open(smtp.password, passwordContext) } : smtp,
      smime: smime && !fixed.smime ? { ...smime, key: open(smime.key, smimeContext) } : smime,
    }
  }

  async function read(): Promise<ProgrammeSettings> {
    if (held && held.untilMs > clock.now().getTime()) return held.settings
    const settings = opened((await stored()) ?? {})
    held = { settings, untilMs: clock.now().getTime() + freshMs }
    return settings
  }

  async function save(who: Who, proposed: unknown): Promise<ProgrammeSettings> {
    const before = await read()
    const parsed = programmeSettings.safeParse(proposed)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw refusal('settings-wrong', `${issue?.path.join('.') || 'The form'}: ${issue?.message}.`)
    }
    const wanted = parsed.data
    const password = wanted.smtp?.password
    const sealed = password ? sealer.seal(password, passwordContext).toString('base64') : ''
    const kept = withSecrets(wanted, (name, secret) => sealer.seal(secret, `setting/client-secret-${name}`).toString('base64'))
    const smime = wanted.smime && { ...wanted.smime, key: sealer.seal(wanted.smime.key, smimeContext).toString('base64') }
    const value = JSON.stringify({ ...kept, smtp: wanted.smtp && { ...wanted.smtp, password: sealed }, smime })
    const now = clock.now()
    const by = personOf(who)
    await storage.asTenant(who, async (tx) => {
      const row = { name: rowName, value, changed_at: now, changed_by: by }
      await tx
        .insertInto('setting')
        .values(row)
        .onConflict((found) => found.column('name').doUpdateSet(row))
        .execute()
      const changed = Object.entries(wanted).flatMap(([name, one]) =>
        JSON.stringify(one) === JSON.stringify(Object.entries(before).find(([other]) => other === name)?.[1]) ? [] : [name],
      )
      await record(tx, clock, { actor: who, action: 'settings.change', subject: 'programme', details: { changed } })
    })
    held = undefined
    return read()
  }

  let last = await read()

  function latest(): ProgrammeSettings {
    void read().then(
      (settings) => {
        last = settings
      },
      () => undefined,
    )
    return held?.settings ?? last
  }

  return {
    read,
    latest,
    save,
    saved: async () => (await stored()) !== undefined,
    fixedFields: Object.keys(fixed).flatMap((name) => fieldsOf[name] ?? [name]),
  }
}
