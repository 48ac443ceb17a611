/** Secrets of an application, made from its id by the vault: nothing that opens one is kept. */
import { toCrockford } from '#kernel'
import { sixDigits } from '#members'
import type { Vault } from '#secrets'

/** The cookie's and the letter's token. */
export const applicationToken = (vault: Vault, id: string): string => vault.mac('application-token', id).toString('base64url')

/** What stands in the TXT record or the file; public once it is there, and useless for anything else. */
export const challengeToken = (vault: Vault, id: string): string =>
  vault.mac('application-challenge', id).toString('base64url').slice(0, 32)

export const vouchCodeLength = 10
/** What an applicant reads to a friend whose organisation is in the programme: fifty bits, in two groups. */
export const vouchCode = (vault: Vault, id: string): string => toCrockford(vault.mac('application-vouch', id), vouchCodeLength)
export const hashOfVouchCode = (vault: Vault, code: string): Buffer => vault.mac('application-vouch-hash', code)
export const shownVouchCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

/** The six digits of one code that opens an application again, by the code's row. */
export const comeBackDigits = (vault: Vault, codeId: string): string => sixDigits(vault.mac('come-back-code', codeId))

/** The six digits of the n-th code that goes to the contact. */
export const contactDigits = (vault: Vault, id: string, sent: number): string => sixDigits(vault.mac('application-code', `${id}/${sent}`))
export const hashOfDigits = (vault: Vault, id: string, digits: string): Buffer => vault.mac('application-code-hash', `${id}/${digits}`)
