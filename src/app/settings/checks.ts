/** Each setting is tried at once, and each fault has its sentence. */
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { createSecureContext } from 'node:tls'
import { domainToASCII } from 'node:url'
import { isTrouble, sentenceOf } from '#kernel'
import { readSmime } from '#notify'
import type { SettingChecked, SettingsPart } from '#web'
import type { ProgrammeSettings, SmtpRelay } from './schema.ts'
import { readSmimeFiles } from './smime.ts'

/** Signs in at the relay and says nothing else; throws trouble with a clear sentence. */
export type TryRelay = (relay: SmtpRelay) => Promise<void>

type ProviderClient = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }
/** Asks an identity provider for what it publishes; throws trouble with a clear sentence. */
export type TryProvider = (client: ProviderClient) => Promise<void>

export type Tries = { readonly relay: TryRelay; readonly provider: TryProvider }

const good = (field: SettingChecked['field'], says: string): SettingChecked => ({ field, ok: true, says })
const bad = (field: SettingChecked['field'], says: string): SettingChecked => ({ field, ok: false, says })

/** Tries what belongs to one part of the form. */
export async function checkPart(part: SettingsPart, settings: ProgrammeSettings, tries: Tries): Promise<readonly SettingChecked[]> {
  if (part === 'address') return [checkAddress(settings), ...checkTls(settings)]
  if (part === 'mail') return [await checkRelay(settings, tries.relay), ...checkIntake(settings)]
  if (part === 'seal') return checkSmime(settings)
  if (part === 'sign-in') return checkProviders(settings, tries.provider)
  return []
}

function checkAddress({ publicAddress }: ProgrammeSettings): SettingChecked {
  const { protocol, hostname, pathname } = new URL(publicAddress)
  if (isIP(hostname.replace(/^\[|\]$/g, '')))
    return bad('publicAddress', 'A passkey is bound to a name and cannot be bound to a number: use a host name.')
  if (pathname !== '/') return bad('publicAddress', 'Name the host only, without a path.')
  if (protocol === 'http:' && hostname !== 'localhost') return bad('publicAddress', 'Off this machine the address must begin with https.')
  return good('publicAddress', `People reach the programme at ${new URL(publicAddress).host}.`)
}

function checkTls({ tls, publicAddress }: ProgrammeSettings): SettingChecked[] {
  if (tls.mode === 'local') {
    return new URL(publicAddress).hostname === 'localhost'
      ? []
      : [bad('tls', 'Say who ends TLS for this address: a reverse proxy, or two files.')]
  }
  if (tls.mode === 'proxy') {
    const wrong = tls.trusted.find((address) => !isIP(address))
    return wrong === undefined ? [] : [bad('trustedProxies', `"${wrong}" is not an IP address.`)]
  }
  try {
    createSecureContext({ cert: readFileSync(tls.certificate), key: readFileSync(tls.key) })
    return [good('certificate', 'The certificate and its key fit; they are used from the next start on.')]
  } catch (cause) {
    return [bad('certificate', `The certificate and its key cannot be used: ${sentenceOf(cause)}.`)]
  }
}

function checkSmime({ smime, fromAddress }: ProgrammeSettings): SettingChecked[] {
  if (smime === null) return []
  try {
    const { own } = readSmime(readSmimeFiles(smime), { address: fromAddress, now: new Date() })
    return [good('smimeCertificate', `Letters are signed with this certificate until ${own.validTo}.`)]
  } catch (cause) {
    return [bad('smimeCertificate', sentenceOf(cause))]
  }
}

async function checkRelay({ smtp }: ProgrammeSettings, tryRelay: TryRelay): Promise<SettingChecked> {
  if (smtp === null) return good('smtpHost', 'Without a relay no notice leaves this machine; people see them on their page only.')
  try {
    await tryRelay(smtp)
    return good('smtpHost', `${smtp.host} takes our mail.`)
  } catch (cause) {
    const field = isTrouble(cause) && cause.code.includes('login') ? 'smtpUser' : 'smtpHost'
    return bad(field, sentenceOf(cause))
  }
}

async function checkProviders({ microsoft, google, staffSignIn }: ProgrammeSettings, tryProvider: TryProvider): Promise<SettingChecked[]> {
  const named = [
    ['microsoftClientId', microsoft],
    ['googleClientId', google],
    ['staffIssuer', staffSignIn],
  ] as const
  const checked = named.map(async ([field, client]) => {
    if (client === null) return []
    const { host } = new URL(client.issuer)
    return tryProvider(client).then(
      () => [good(field, `${host} answers, and can be signed in at.`)],
      (cause: unknown) => [bad(field, `${host} cannot be used: ${sentenceOf(cause)}`)],
    )
  })
  return (await Promise.all(checked)).flat()
}

function checkIntake({ intakeDomain }: ProgrammeSettings): SettingChecked[] {
  if (intakeDomain === '') return []
  return domainToASCII(intakeDomain) === '' || !intakeDomain.includes('.')
    ? [bad('intakeDomain', `"${intakeDomain}" is not a domain.`)]
    : []
}
