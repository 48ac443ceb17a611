/** Somebody's wages are to go to another account. */
import { advice } from '../advice.ts'
import { openness } from '../open-dealing.ts'
import { fact, quoteFrom, quoteWords, type Rule, sum } from '../rule.ts'
import { isBulk, isInside, teaches } from '../sender.ts'

export const wagesElsewhere: Rule = {
  id: 'mail.wages-elsewhere',
  severity: 'high',
  attack: ['T1657', 'T1656'],
  title: {
    en: 'A mail wants wages paid to another account',
    es: 'Un correo quiere que un sueldo vaya a otra cuenta',
    fr: 'Un courriel veut faire verser un salaire sur un autre compte',
    de: 'Eine E-Mail will, dass Lohn auf ein anderes Konto geht',
  },
  tells: {
    en: 'It wants wages to be paid to another account (“{ask}”).',
    es: 'Quiere que un sueldo se pague en otra cuenta («{ask}»).',
    fr: 'Il veut qu’un salaire soit versé sur un autre compte (« {ask} »).',
    de: 'Der Lohn soll auf ein anderes Konto gehen („{ask}“).',
  },
  advises: advice.doNotPay,
  clearable: false,
  look: (mail) => {
    const { says } = mail
    if (!says.has('payroll') || isBulk(mail) || teaches(mail) || mail.relation === 'brand') return undefined
    const ask =
      says.together(['payroll', 'change', 'mine'], { without: ['unchanged', 'readersBank'] }) ??
      says.together([['payroll'], ['bank'], ['change'], ['mine']], { within: 2, without: ['unchanged', 'readersBank'] })
    if (ask === undefined) return undefined
    const aboutPay =
      says.beside('payroll', 'change', 8, ['unchanged', 'readersBank']) ??
      says.together([['bank'], ['change']], { without: ['unchanged', 'readersBank'] })
    if (aboutPay === undefined) return undefined
    const inside = mail.relation === 'own' && isInside(mail)
    return {
      facts: { ask: fact(ask) },
      evidence: [quoteWords(ask), ...(aboutPay === ask ? [] : [quoteWords(aboutPay)]), quoteFrom(mail)],
      points: sum(
        [inside && (says.has('faceToFace', 'bringIt') || openness(mail) > 1), -30],
        [inside, 60],
        [!inside, 100],
        [mail.freeMail, 15],
      ),
    }
  },
  examples: { fires: 'hostile/wages-change', quiet: 'honest/hr-own' },
}
