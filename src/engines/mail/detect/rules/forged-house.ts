/** The reader's own domain in the From line, though the check of it failed. */
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { fact, quoteCheck, quoteFrom, type Rule, sum } from '../rule.ts'

export const forgedHouse: Rule = {
  id: 'mail.forged-house',
  severity: 'critical',
  attack: ['T1672', 'T1656'],
  title: {
    en: 'A mail forges your own domain',
    es: 'Un correo falsifica su propio dominio',
    fr: 'Un courriel contrefait votre propre domaine',
    de: 'Eine E-Mail fälscht Ihre eigene Domain',
  },
  tells: {
    en: 'It says it comes from {domain}, your own domain, but the check of the sender failed.',
    es: 'Dice venir de {domain}, su propio dominio, pero la comprobación del remitente falló.',
    fr: 'Il dit venir de {domain}, votre propre domaine, mais la vérification de l’expéditeur a échoué.',
    de: 'Die E-Mail will von {domain} kommen, Ihrer eigenen Domain, aber die Prüfung des Absenders schlug fehl.',
  },
  advises: advice.callThem,
  clearable: false,
  look: (mail) => {
    const { authentication, from, listId } = mail.message
    const sure = authentication.saidBy !== 'unknown header' && authentication.saidBy !== 'nobody'
    // A list breaks the check of its members' mails; that it is a list must itself be proven, or a line in the head would excuse every forger.
    if (mail.relation !== 'own' || mail.relayed || (listId !== '' && !sure)) return undefined
    const failed = mail.forged || (authentication.spf === 'fail' && authentication.dkim !== 'pass' && authentication.dmarc !== 'pass')
    if (!failed) return undefined
    const asks =
      firstSaid(mail, 'favour', 'giftCards', 'credentials', 'document', 'threat', 'mailbox', 'payment', 'voicemail', 'secrecy') !==
      undefined
    const strict = authentication.policy === 'reject' || authentication.policy === 'quarantine'
    // A colleague's mail that an old mailbox passes on fails as well, where the house only vouches for its hosts and signs nothing.
    const passedOn = authentication.forwarded === true && authentication.dkim === 'not stated' && !strict
    return {
      facts: { domain: fact(from.domain) },
      evidence: [quoteCheck(mail), quoteFrom(mail)],
      points: sum([sure, 75], [!sure, 45], [asks, 30], [strict && sure, 10], [passedOn, -40]),
    }
  },
  examples: { fires: 'hostile/boss-own-domain', quiet: 'honest/colleague-urgent' },
}
