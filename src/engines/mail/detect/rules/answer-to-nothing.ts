/** "Re:" to a conversation that never was. */
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { fact, quote, quoteWords, type Rule, sum } from '../rule.ts'

export const answerToNothing: Rule = {
  id: 'mail.answer-to-nothing',
  severity: 'medium',
  attack: ['T1566', 'T1656'],
  title: {
    en: 'A mail pretends to answer you',
    es: 'Un correo finge responderle',
    fr: 'Un courriel fait semblant de vous répondre',
    de: 'Eine E-Mail tut, als antworte sie Ihnen',
  },
  tells: {
    en: 'It poses as an answer (“{subject}”) to a conversation that is not there.',
    es: 'Se presenta como respuesta («{subject}») a una conversación que no existe.',
    fr: 'Il se présente comme une réponse (« {subject} ») à une conversation qui n’existe pas.',
    de: 'Die E-Mail gibt sich als Antwort („{subject}“) in einem Gespräch aus, das es nicht gibt.',
  },
  advises: advice.callThem,
  clearable: true,
  look: (mail) => {
    const { isReply, hasThread, subject } = mail.message
    if (!isReply || hasThread || mail.throughList || mail.relation === 'own' || mail.relation === 'known') return undefined
    const ask = firstSaid(mail, 'document', 'favour', 'credentials', 'urgency')
    const lure = mail.foreign.length > 0 || mail.files.length > 0 || mail.message.replyTo !== undefined
    if (ask === undefined || !lure) return undefined
    return {
      facts: { subject: fact(subject) },
      evidence: [quote('Subject', subject), quoteWords(ask)],
      points: sum([true, 30], [mail.files.some((file) => /\.(zip|html?|iso|one|docm|xlsm|rar)$/i.test(file.name)), 40]),
    }
  },
  examples: { fires: 'hostile/answer-never-asked', quiet: 'honest/real-answer' },
}
