/** A link written so that no person can read where it leads. */
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { fact, quoteLink, type Rule, sum } from '../rule.ts'

export const strangeAddress: Rule = {
  id: 'mail.strange-address',
  severity: 'high',
  attack: ['T1566.002', 'T1036'],
  title: {
    en: 'A link hides where it leads',
    es: 'Un enlace esconde adónde lleva',
    fr: 'Un lien cache où il mène',
    de: 'Ein Link verbirgt, wohin er führt',
  },
  tells: {
    en: 'A link is written so that you cannot see where it leads ({target}).',
    es: 'Un enlace está escrito para que no se vea adónde lleva ({target}).',
    fr: 'Un lien est écrit de sorte que vous ne voyiez pas où il mène ({target}).',
    de: 'Ein Link ist so geschrieben, dass Sie nicht sehen, wohin er führt ({target}).',
  },
  advises: advice.doNotSignIn,
  clearable: true,
  look: (mail) => {
    const link = mail.message.links.find((one) => {
      if (one.kind === 'script' || one.kind === 'data') return true
      if (one.kind !== 'web') return false
      const url = URL.parse(one.target)
      const numbers =
        /^(\d{1,3}(\.\d{1,3}){3}|\[[\da-f:]+\])$/.test(one.host) && !/^(10|127|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(one.host)
      return numbers || (url !== null && url.username !== '' && url.username.includes('.'))
    })
    if (link === undefined || mail.message.listId !== '' || mail.message.hasThread) return undefined
    const asks = firstSaid(mail, 'credentials', 'threat', 'document', 'urgency', 'mailbox', 'voicemail', 'parcel') !== undefined
    return {
      facts: { target: fact(link.innermost.replace(/^https?:\/\//, '')) },
      evidence: [quoteLink(link)],
      points: sum([true, 45], [asks, 40], [mail.relation !== 'stranger', -30], [mail.text.length > 4000, -40]),
    }
  },
  examples: { fires: 'hostile/strange-address', quiet: 'honest/google-alert' },
}
