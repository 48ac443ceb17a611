/** An account in a country where nobody in the mail is at home. The country is compared, never judged: a Polish house collects in Poland. */
import { ibanWritten } from './iban.ts'
import type { Mail } from './mail.ts'

/** Where houses of electronic money open accounts in minutes for people of other countries. */
const opensForAnybody = new Set(['lt', 'ee', 'mt', 'cy'])

/** Whether an account is written out whose country is none of the sender's, the reader's or the links' domains. */
export function isAccountAbroad({ words, message, web }: Mail): boolean {
  const country = ibanWritten.exec(words)?.[1]
  if (country === undefined) return false
  const endings = [message.from.domain, message.reader?.domain ?? '', ...web.map((link) => link.domain)].map((domain) => domain.slice(-3))
  const homes = new Set(endings.filter((ending) => ending.startsWith('.')).map((ending) => (ending === '.uk' ? 'gb' : ending.slice(1))))
  return !homes.has(country) && (homes.size > 0 || opensForAnybody.has(country))
}
