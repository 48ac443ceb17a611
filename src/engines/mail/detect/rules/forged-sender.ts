/** The check of the sender failed. */
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { fact, quoteCheck, quoteFrom, type Rule, sum } from '../rule.ts'

export const forgedSender: Rule = {
  id: 'mail.forged-sender',
  severity: 'medium',
  attack: ['T1672'],
  title: {
    en: 'The sender of a mail could not be confirmed',
    es: 'No se pudo confirmar el remitente de un correo',
    fr: 'L’expéditeur d’un courriel n’a pas pu être confirmé',
    de: 'Der Absender einer E-Mail ließ sich nicht bestätigen',
  },
  tells: {
    en: 'The check whether this mail really comes from {domain} failed.',
    es: 'Falló la comprobación de que este correo venga de verdad de {domain}.',
    fr: 'Rien ne confirme que ce courriel vient bien de {domain} : la vérification a échoué.',
    de: 'Die Prüfung, ob diese E-Mail wirklich von {domain} kommt, schlug fehl.',
  },
  advises: advice.lookClosely,
  clearable: true,
  look: (mail) => {
    const { authentication, from, listId } = mail.message
    const weak = authentication.spf === 'fail' && authentication.dkim !== 'pass' && authentication.dmarc !== 'pass'
    const sure = authentication.saidBy !== 'unknown header' && authentication.saidBy !== 'nobody'
    if ((!mail.forged && !weak) || mail.relation === 'own' || from.domain === '' || mail.relayed || (listId !== '' && !sure))
      return undefined
    // Forwarded mail of a house that asks for nothing when the check fails: the forwarder's doing.
    if (authentication.forwarded === true && (authentication.policy ?? 'none') === 'none') return undefined
    // Nothing holds: neither the host nor the signature is that of a house whose people the reader knows.
    const known = mail.relation === 'known' && !mail.freeMail && mail.forged && weak && sure
    const guarded = mail.relation === 'brand' && !mail.freeMail
    const asks = firstSaid(mail, 'urgency', 'credentials', 'threat') !== undefined
    return {
      facts: { domain: fact(from.domain) },
      evidence: [quoteCheck(mail), quoteFrom(mail)],
      points: sum(
        [guarded && mail.forged, 35],
        [guarded && mail.forged && mail.foreign.length > 0 && !mail.hasOwnLink, 35],
        [sure, 20],
        [!sure, 15],
        [known, 60],
        [asks, 15],
      ),
    }
  },
  examples: { fires: 'hostile/mailbox-held', quiet: 'honest/docusign-real' },
}
