/** An account written out by somebody whom the reader does not know: how much about it has no honest story. Each sign is weak alone. */
import { isCombined } from '../names/dressing-words.ts'
import { isAccountAbroad } from './account-abroad.ts'
import { ledAside, madeSecret } from './evasion.ts'
import { ibanWritten } from './iban.ts'
import type { Mail } from './mail.ts'
import { sum } from './rule.ts'
import { answersElsewhere, fitsName, isBulk, isUnplaced } from './sender.ts'

const sortCode = /\b\d{2}-\d{2}-\d{2}\b/
const longest = 2500
const enough = 66

export type AccountSigns = { readonly points: number; readonly said: string }

/** `written`: what was found of an account's number. */
export function accountSigns(mail: Mail, written: string): AccountSigns | undefined {
  const { says } = mail
  const turned = answersElsewhere(mail)
  if (
    mail.relation === 'brand' ||
    (mail.relation !== 'stranger' && !turned && !mail.forged) ||
    mail.text.length > longest ||
    isBulk(mail) ||
    (!ibanWritten.test(written) && !sortCode.test(written))
  )
    return undefined
  const ask = says.together(['pay', 'payIt', 'wire']) ?? says.together([['pay', 'payIt', 'wire', 'moved', 'payroll', 'donation']])
  const change = says.together([['moved', 'pathShut', 'purposeHidden', 'advance', 'overpaid']], { without: ['unchanged'] })
  const points = sum(
    [true, 40],
    [ask !== undefined, 8],
    [change !== undefined, 24],
    [says.has('hurry', 'atOnce'), 10],
    [isCombined(mail.message.from.domain) && !mail.freeMail, 20],
    [isUnplaced(mail), 22],
    [isAccountAbroad(mail), 18],
    [ledAside(mail) !== undefined || madeSecret(mail) !== undefined || says.has('hush'), 16],
    [says.has('paperTrail'), 10],
    [turned, mail.relation === 'stranger' ? 14 : 34],
    [!fitsName(mail), 6],
    [!mail.verified, 6],
    [says.together([['payroll'], ['mine', 'ask']], { within: 1 }) !== undefined, 18],
    [says.has('firstBill'), -50],
    [says.has('ownOutlay'), -45],
    [says.together(['unchanged'], { without: ['sameAmount'] }) !== undefined, -50],
    [says.has('checkElsewhere'), -45],
    [says.has('paysAnyWay'), -15],
    [mail.message.hasThread, -12],
  )
  return points < enough ? undefined : { points: points + 18, said: change ?? ask ?? written }
}
