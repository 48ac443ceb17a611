/**
 * Whether what a provider says proves that a mailbox is somebody's. An `email`
 * claim alone proves nothing: at Microsoft an administrator of any tenant
 * writes there what they like, at Google an account outlives its mailbox.
 * Believed is only who runs the mailbox, in the ways that they document
 * (docs/decisions/0016-whose-word-on-a-mailbox.md).
 */
import { isSameMailbox, readAddress } from '../address.ts'
import type { MailProvider } from './port.ts'

export type Word =
  | 'proven'
  /** Another address signed in there. */
  | 'another-account'
  /** The right address, but the provider does not run its mailbox, or does not say so. */
  | 'not-vouched-for'

type Said = {
  readonly provider: MailProvider
  readonly claims: Readonly<Record<string, unknown>>
  /** Folded, as the account has it. */
  readonly address: string
  readonly tenantOf: (domain: string) => Promise<string | undefined>
}

export const whoseMailbox = (said: Said): Promise<Word> => (said.provider === 'google' ? byGoogle(said) : byMicrosoft(said))

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** A claim as we fold addresses; undefined when it is none. */
function addressIn(claim: unknown): string | undefined {
  if (typeof claim !== 'string') return undefined
  try {
    return readAddress(claim).folded
  } catch {
    return undefined
  }
}

const gmail = new Set(['gmail.com', 'googlemail.com'])

/** Google is authoritative for gmail.com, and for an address of a Workspace domain (`hd`) that it verified; else the mailbox is another's. */
async function byGoogle({ claims, address }: Said): Promise<Word> {
  const email = addressIn(claims.email)
  if (email === undefined || !isSameMailbox(email, address)) return 'another-account'
  if (claims.email_verified !== true) return 'not-vouched-for'
  const isWorkspace = typeof claims.hd === 'string' && claims.hd !== ''
  return gmail.has(domainOf(email)) || isWorkspace ? 'proven' : 'not-vouched-for'
}

/** The tenant of all personal Microsoft accounts. */
const personalTenant = '9188040d-6c67-4c5b-b112-36a304b66dad'
/** Domains in which only personal Microsoft accounts live; nobody else can hold an address there. */
const personalDomain =
  /^(?:outlook|hotmail|live|msn)\.com$|^(?:outlook|hotmail|live)\.(?:at|be|ca|cl|cz|de|dk|es|fr|gr|hu|ie|it|jp|nl|no|pt|se|sk|co\.uk|co\.jp|com\.ar|com\.au|com\.br|com\.mx)$/
const said = new Set<unknown>([true, 1, '1', 'true'])

async function byMicrosoft({ claims, address, tenantOf }: Said): Promise<Word> {
  const email = addressIn(claims.email)
  const name = addressIn(claims.preferred_username)
  if (email !== address && name !== address) return 'another-account'
  // The owner of the address's domain was verified (`xms_edov`, asked for in the client's token configuration).
  if (email === address && said.has(claims.xms_edov)) return 'proven'
  const tenant = typeof claims.tid === 'string' ? claims.tid.toLowerCase() : undefined
  if (tenant === undefined) return 'not-vouched-for'
  const domain = domainOf(address)
  if (tenant === personalTenant) return personalDomain.test(domain) ? 'proven' : 'not-vouched-for'
  // A member's own name in the very tenant that proved it owns the domain. A guest's name there is of another domain.
  return name === address && (await tenantOf(domain)) === tenant ? 'proven' : 'not-vouched-for'
}

/** Whether a provider could vouch for an address, as far as its domain tells; for others than their own domains both could. */
export function couldVouch(provider: MailProvider, address: string): boolean {
  const domain = domainOf(address)
  if (gmail.has(domain)) return provider === 'google'
  return provider === 'microsoft' || !personalDomain.test(domain)
}
