/** Text that the reader cannot see, written for the filter. */

import type { Page } from '../../message.ts'
import { advice } from '../advice.ts'
import { firstSaid, type Mail } from '../mail.ts'
import { quote, type Rule, sum } from '../rule.ts'

export const hiddenText: Rule = {
  id: 'mail.hidden-text',
  severity: 'medium',
  attack: ['T1027', 'T1564'],
  title: {
    en: 'A mail hides text from the reader',
    es: 'Un correo esconde texto al lector',
    fr: 'Un courriel cache du texte',
    de: 'Eine E-Mail verbirgt Text',
  },
  tells: {
    en: 'It hides text that you cannot see ({amount} letters), to mislead filters.',
    es: 'Esconde texto que usted no ve ({amount} letras), para engañar a los filtros.',
    fr: 'Il cache du texte que vous ne voyez pas ({amount} lettres), pour tromper les filtres.',
    de: 'Die E-Mail enthält Text, den Sie nicht sehen ({amount} Buchstaben), um Filter zu täuschen.',
  },
  advises: advice.lookClosely,
  clearable: true,
  look: (mail) => {
    const { page } = mail.message
    if (page === undefined) return undefined
    const length = page.hiddenText.length
    const words = page.hiddenText
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 4)
    const seen = page.text.toLowerCase()
    // Newsletters carry a second copy of their text for small screens.
    const isCopy = words.filter((word) => seen.includes(word)).length > words.length * 0.5
    const asks = firstSaid(mail, 'credentials', 'threat', 'urgency', 'document', 'mailbox') !== undefined
    // What is measured as hidden truly cannot be seen; a house has no reason to write a page of other words there.
    const long = length > 300 && !isCopy
    const filler = long && (length > 800 || length > page.text.length * 0.4)
    const split = page.splitWords >= 2
    const heap = isHeap(mail, page)
    if ((!long && !split && !heap) || mail.throughList) return undefined
    const newsletter = mail.wants('unsubscribe') !== undefined
    return {
      facts: { amount: String(length) },
      evidence: [quote('hidden text', page.hiddenText.slice(0, 280))],
      points: sum(
        [long, 30],
        [filler && !mail.hasOwnLink, 30],
        [split, 65],
        [heap, 88],
        [asks, 30],
        [mail.foreign.length > 0, 15],
        [long && newsletter && mail.hasOwnLink && !split, -30],
      ),
    }
  },
  examples: { fires: 'hostile/hidden-text', quiet: 'honest/newsletter-esp' },
}

/** A picture is all there is to see, it leads nowhere, and behind it lie words that make no sentence: whoever drew it wants it read by people alone. */
function isHeap({ message, relation, freeMail, web }: Mail, page: Page): boolean {
  const words = page.hiddenText.toLowerCase().match(/\p{L}+/gu) ?? []
  const subject = message.subject.toLowerCase()
  return (
    relation === 'stranger' &&
    !freeMail &&
    !message.hasThread &&
    web.length === 0 &&
    page.pictures > 0 &&
    page.text.trim().length < 20 &&
    words.length >= 5 &&
    words.every((word) => word.length > 4 && !subject.includes(word))
  )
}
