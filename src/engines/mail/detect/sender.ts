/** What several rules ask about who writes, and in what tone: one answer for all of them. */
import { labelOf } from '../names/domain.ts'
import { isLentGroup } from '../names/services.ts'
import { plainWords } from '../words/plain-words.ts'
import type { Mail } from './mail.ts'

/** An answer would leave the house that the mail comes from. */
export function answersElsewhere(mail: Mail): boolean {
  const { from, replyTo } = mail.message
  return replyTo !== undefined && replyTo.domain !== '' && replyTo.domain !== from.domain && replyTo.domain !== mail.readerDomain
}

/** From the house itself or somebody it knows, not forged, and answers go there too. */
export const isInside = (mail: Mail): boolean =>
  (mail.relation === 'own' || mail.relation === 'known') && !mail.forged && !answersElsewhere(mail)

/** The domain is the name on the mail, written together: `Oakfield School` of oakfieldschool.example. Offices and services are no names. */
export function fitsName(mail: Mail): boolean {
  const label = labelOf(mail.message.from.domain).replaceAll('-', '')
  const words = plainWords(mail.message.from.name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 3)
  return !mail.freeMail && !mail.dressedDomain && !mail.shadyDomain && words.some((word) => label.includes(word))
}

/** Sent to many. A List-Id is a line that anybody can write: only a list that proved itself counts, or words on how to leave that there is a way for. */
export const isBulk = (mail: Mail): boolean => mail.throughList || mail.wants('unsubscribe') !== undefined

/** A lesson about tricks: it warns first and again, and brings nothing that one could fall for. A warning at the foot of a lure teaches nothing. */
export const teaches = (mail: Mail): boolean =>
  mail.says.warnings >= 2 &&
  mail.says.warnsFirst &&
  mail.files.length === 0 &&
  !answersElsewhere(mail) &&
  (mail.foreign.length === 0 || isBulk(mail) || isInside(mail))

/** Builders of software and machines among themselves, of whose talk half sounds like keys, accounts and servers that fail. */
export const talksShop = (mail: Mail): boolean => mail.says.count('software') >= 2

/** Nobody stands behind the address: anybody could have it. */
export const isUnplaced = (mail: Mail): boolean =>
  mail.freeMail ||
  isLentGroup(mail.message.from.domain) ||
  mail.shadyDomain ||
  (mail.dressedDomain && !isWholeName(mail)) ||
  mail.borrowedOffice ||
  mail.forged ||
  answersElsewhere(mail)

/** The domain is nothing but the name on the mail: `Press Safety` of press-safety.example. */
const isWholeName = (mail: Mail): boolean =>
  !mail.borrowedOffice &&
  plainWords(mail.message.from.name).replace(/[^a-z0-9]/g, '') === labelOf(mail.message.from.domain).replaceAll('-', '')
