/** Lists that rob many at once: tax forms and wages of the staff, who owes the house money, who gives to it. */
import { advice } from '../advice.ts'
import { fact, quoteFrom, quoteWords, type Rule, sum } from '../rule.ts'
import { answersElsewhere, fitsName, isBulk, isInside, isUnplaced, teaches } from '../sender.ts'

export const staffPapers: Rule = {
  id: 'mail.staff-papers',
  severity: 'high',
  attack: ['T1598', 'T1656'],
  title: {
    en: 'A mail asks for lists of people or of debts',
    es: 'Un correo pide listados de personas o de deudas',
    fr: 'Un courriel demande des listes de personnes ou de factures dues',
    de: 'Eine E-Mail verlangt Listen von Personen oder offenen Posten',
  },
  tells: {
    en: 'It asks for papers about many people (“{ask}”). With them somebody can take wages, tax refunds or open bills.',
    es: 'Pide papeles sobre muchas personas («{ask}»). Con ellos se pueden robar sueldos, devoluciones o facturas pendientes.',
    fr: 'Il demande des papiers sur beaucoup de personnes (« {ask} »). Ils permettent de détourner salaires, impôts ou factures dues.',
    de: 'Die E-Mail verlangt Papiere über viele Menschen („{ask}“). Damit lassen sich Löhne, Steuererstattungen oder offene Rechnungen abfangen.',
  },
  advises: advice.callThem,
  clearable: false,
  look: (mail) => {
    const { says } = mail
    if (!says.has('taxForms') || isBulk(mail) || teaches(mail) || mail.relation === 'brand') return undefined
    const ask =
      says.together(['taxForms', ['give', 'ask']], { without: ['unchanged'] }) ?? says.together(['taxForms', 'give'], { within: 1 })
    if (ask === undefined || !says.has('give', 'answer')) return undefined
    const points = sum(
      [true, 48],
      [!fitsName(mail), 10],
      [says.together(['taxForms', 'give']) !== undefined, 15],
      [says.has('hurry'), 15],
      [says.has('hush'), 20],
      [says.has('boss'), 15],
      [isUnplaced(mail), 25],
      [answersElsewhere(mail), 20],
      [mail.hasOwnLink, -20],
      [says.has('checkElsewhere'), -25],
      [isInside(mail), -65],
    )
    return points < 45 ? undefined : { facts: { ask: fact(ask) }, evidence: [quoteWords(ask), quoteFrom(mail)], points }
  },
  examples: { fires: 'hostile/bec-w2', quiet: 'honest/bec-w2' },
}
