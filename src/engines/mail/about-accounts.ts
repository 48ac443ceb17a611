/**
 * Whether a mail speaks of the security of an account, by its sender and subject alone: for people who let nothing else be read. It takes in whoever poses
 * as a provider, since that is what has to be found; a lure that hides its subject is not found, which its person is told before they choose this.
 */
import { foldHomoglyphs } from '#kernel'
import { brandOf, brandsIn } from './names/brands.ts'
import { readMessage } from './parse/read-message.ts'

/** Who keeps accounts that open others. */
export const keepers: ReadonlySet<string> = new Set([
  'Microsoft',
  'Google',
  'Apple',
  'Yahoo',
  'Duo Security',
  'Okta',
  '1Password',
  'Bitwarden',
  'LastPass',
])

/** In the four languages, and as a subject puts it. */
const security = new RegExp(
  [
    String.raw`\b(?:security|sign[- ]?in|log[- ]?in|signed in|password|passkey|passcode|verification|verify|authenticat\w*|two[- ]?(?:step|factor)|2fa|mfa|recovery|account|mailbox|storage|quota|suspicious|unusual|new device|one[- ]time|access)\b`,
    String.raw`\b(?:seguridad|inici\w+ (?:de )?sesion|contrasena|clave|verificacion|verifi\w+|cuenta|buzon|acceso|codigo|recuperacion|sospechos\w+|dispositivo)\b`,
    String.raw`\b(?:securite|connexion|mot de passe|verification|verifi\w+|compte|messagerie|acces|code|recuperation|suspect\w*|inhabituel\w*|appareil)\b`,
    String.raw`\b(?:sicherheit\w*|anmeld\w*|passwort|kennwort|bestatig\w*|verifizier\w*|konto|postfach|zugriff|zugang|code|wiederherstell\w*|verdachtig\w*|ungewohnlich\w*|gerat)\b`,
  ].join('|'),
)

const plain = (text: string): string => foldHomoglyphs(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const mostBytes = 64 * 1024

/** Takes a mail's header, or its fields From and Subject alone. Never throws. */
export async function speaksOfAccounts(bytes: Uint8Array): Promise<boolean> {
  const { from, subject } = await readMessage(bytes.subarray(0, mostBytes))
  const house = brandOf(from.domain)
  if (house !== undefined && keepers.has(house.name)) return true
  if (brandsIn(`${from.name} ${from.address} ${subject}`).some(({ name }) => keepers.has(name))) return true
  return security.test(plain(`${from.name} ${subject}`))
}
