/** The reader's own domain in the From line, though the check of it failed. */
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { fact, quoteFrom, type Rule, sum } from '../rule.ts'

export const forgedHouse: Rule = {
  id: 'mail.forged-house',
  severity: 'critical',
  attack: ['T1672', 'T1656'],
  title: {
    en: 'A mail forges your own domain',
    es: 'Un correo falsifica su propio dominio',
  },
  tells: {
    en: 'It says it comes from {domain}, your own domain, but the check of the sender failed.',
    es: 'Dice venir de {domain}, su propio dominio, pero la comprobación del remitente falló.',
  },
  advises: advice.callThem,
  clearable: false,
  look: (mail) => {
    const { authentication, from, listId } = mail.message
    if (mail.relation !== 'own' || listId !== '') return undefined
    const failed = mail.forged || (authentication.spf === 'fail' && authentication.dkim !== 'pass' && authentication.dmarc !== 'pass')
    if (!failed) return undefined
    const sure = authentication.saidBy !== 'unknown header' && authentication.saidBy !== 'nobody'
    const asks =
      firstSaid(mail, 'favour', 'giftCards', 'credentials', 'document', 'threat', 'mailbox', 'payment', 'voicemail') !== undefined
    return { facts: { domain: fact(from.domain) }, evidence: [quoteFrom(mail)], points: sum([sure, 75], [!sure, 45], [asks, 30]) }
  },
  examples: { fires: 'hostile/boss-own-domain', quiet: 'honest/colleague-urgent' },
}
