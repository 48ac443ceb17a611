/** Telephone numbers as they are kept: E.164 (ITU-T), `+15550100200`. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** Undefined for what is no number of any country; without `+` and country nobody can tell whose it is. */
export function readPhoneNumber(typed: string): string | undefined {
  const trimmed = typed.trim().replace(/^00(?=[1-9])/, '+')
  if (!trimmed.startsWith('+') || trimmed.length > 40) return undefined
  const number = parsePhoneNumberFromString(trimmed, { extract: false })
  return number?.isPossible() ? number.number : undefined
}

export const maskedNumber = (number: string): string => `••• ${number.slice(-3)}`
