/** Your mailbox is full, old or holding mail back, says somebody who does not run it. */

import { firstSaid } from '../mail.ts'
import { fact, quoteFrom, quoteWords, type Rule, sum } from '../rule.ts'

export const mailboxScare: Rule = {
  id: 'mail.mailbox-scare',
  severity: 'high',
  attack: ['T1566.002', 'T1598.003'],
  title: {
    en: 'A mail claims that your mailbox is full or blocked',
    es: 'Un correo dice que su buzón está lleno o bloqueado',
    fr: 'Un courriel prétend que votre messagerie est pleine ou bloquée',
    de: 'Eine E-Mail behauptet, Ihr Postfach sei voll oder gesperrt',
  },
  tells: {
    en: 'It says “{claim}”, but {domain} does not run your mailbox.',
    es: 'Dice «{claim}», pero {domain} no gestiona su buzón.',
    fr: 'Il dit « {claim} », mais {domain} ne gère pas votre messagerie.',
    de: 'Die E-Mail sagt „{claim}“, aber {domain} betreibt Ihr Postfach nicht.',
  },
  advises: {
    en: 'Do not follow it. If your mailbox really has a problem, your own IT helper can see it.',
    es: 'No le haga caso. Si su buzón tiene de verdad un problema, su informático lo verá.',
    fr: 'N’en tenez pas compte. Si votre messagerie a vraiment un problème, votre propre informaticien le verra.',
    de: 'Folgen Sie ihr nicht. Hat Ihr Postfach wirklich ein Problem, sieht es Ihre eigene IT-Betreuung.',
  },
  clearable: true,
  look: (mail) => {
    const claim = mail.wants('mailbox')
    const { from } = mail.message
    if (claim === undefined || mail.relation !== 'stranger' || (mail.web.length === 0 && mail.files.length === 0)) return undefined
    const away = mail.foreign.length > 0 && !mail.hasOwnLink
    const odd = mail.shadyDomain || mail.borrowedOffice || mail.borrowedPages.length > 0 || mail.freeMail || mail.nameBrands.length > 0
    const asks = firstSaid(mail, 'credentials', 'urgency', 'threat')
    if (mail.wants('unsubscribe') !== undefined && !odd) return undefined
    return {
      facts: { claim: fact(claim), domain: fact(from.domain) },
      evidence: [quoteWords(claim), quoteFrom(mail)],
      points: sum(
        [true, 35],
        [/mail|inbox|messages|buzon|correo/.test(mail.words.slice(0, 400)), 10],
        [mail.dressedDomain && mail.web.length > 0, 15],
        [away, 30],
        [odd, 30],
        [mail.dressedDomain && !odd, 25],
        [mail.carriesReader, 20],
        [asks !== undefined && (away || odd), 20],
        [asks !== undefined, 15],
      ),
    }
  },
  examples: { fires: 'hostile/mailbox-full', quiet: 'honest/storage-real' },
}
