/** Gifts, pills and bargains by mass mail, from somebody who hides. */

import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { fact, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'

const offers =
  /\b(?:gratis|kostenlos|free|regalo|gewinn\w*|gutschein\w*|voucher|gift|reward|prize|giveaway|sweepstake\w*|bonus|chance to (?:win|receive|get)|claim|survey|umfrage|encuesta|belohnung|verlosung|gagn\w+|cadeau|premio|vinci\w*|loyalty|recompensa|brinde|nagroda|konkurs)\b|\b(?:lose (?:weight|\d+)|weight loss|keto|testosterone|tinnitus|neuropathy|blood sugar|diabetes|erect\w+|male enhancement|prostate|belly fat|cbd|gummies|hair (?:loss|growth)|dating|hot (?:girls|women|singles)|lonely|single women|casino|jackpot|free spins|bitcoin|crypto|debt relief|solar|insurance quotes?|warranty|medicare|burial|life insurance)\b/

export const tooGoodToBeTrue: Rule = {
  id: 'mail.too-good-to-be-true',
  severity: 'low',
  attack: ['T1566.002'],
  title: {
    en: 'A mass mail offers something too good',
    es: 'Un correo masivo ofrece algo demasiado bueno',
    fr: 'Un courriel envoyé en masse offre trop',
    de: 'Eine Massen-E-Mail bietet zu viel',
  },
  tells: {
    en: 'It offers something too good to be true (“{offer}”) and does not say who it is.',
    es: 'Ofrece algo demasiado bueno («{offer}») y no dice quién es.',
    fr: 'Il offre quelque chose de trop beau pour être vrai (« {offer} ») et ne dit pas de qui il vient.',
    de: 'Die E-Mail bietet etwas, das zu schön ist, um wahr zu sein („{offer}“), und sagt nicht, von wem sie kommt.',
  },
  advises: advice.ignoreIt,
  clearable: true,
  look: (mail) => {
    const offer = said(mail.words, offers)
    if (
      offer === undefined ||
      mail.relation !== 'stranger' ||
      mail.throughList ||
      mail.foreign.length === 0 ||
      mail.hasOwnLink ||
      mail.text.length > 3500
    )
      return undefined
    const odd = mail.shadyDomain || mail.borrowedPages.length > 0 || mail.freeMail || mail.message.from.domain === ''
    return {
      facts: { offer: fact(offer) },
      evidence: [quoteWords(offer), ...mail.foreign.slice(0, 1).map(quoteLink)],
      aTale: false,
      points: sum([true, 30], [odd, 25]),
    }
  },
  examples: { fires: 'hostile/greets-the-address', quiet: 'honest/survey-real' },
}
