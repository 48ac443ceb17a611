/** A picture in place of text, so that no filter can read it. */
import { advice } from '../advice.ts'
import { fact, quoteLink, type Rule, sum } from '../rule.ts'

export const pictureForText: Rule = {
  id: 'mail.picture-for-text',
  severity: 'medium',
  attack: ['T1027', 'T1566.002'],
  title: {
    en: 'A mail is one picture with a link',
    es: 'Un correo es una imagen con un enlace',
    fr: 'Un courriel n’est qu’une image avec un lien',
    de: 'Eine E-Mail ist ein einziges Bild mit einem Link',
  },
  tells: {
    en: 'Its message is a picture that leads to {host}, so that no filter can read it.',
    es: 'Su mensaje es una imagen que lleva a {host}, para que ningún filtro lo lea.',
    fr: 'Son message est une image qui mène à {host}, pour qu’aucun filtre ne puisse le lire.',
    de: 'Die Nachricht ist ein Bild, das zu {host} führt, damit kein Filter sie lesen kann.',
  },
  advises: advice.lookClosely,
  clearable: true,
  look: (mail) => {
    const { page } = mail.message
    const lure = mail.foreign.find((link) => link.origin === 'body')
    if (
      page === undefined ||
      page.pictures === 0 ||
      page.text.length > (page.largePictures > 0 ? 350 : 200) ||
      lure === undefined ||
      mail.hasOwnLink ||
      mail.relation !== 'stranger' ||
      mail.throughList ||
      mail.message.hasThread
    )
      return undefined
    const wayOut = mail.wants('unsubscribe') !== undefined
    return {
      facts: { host: fact(lure.host) },
      evidence: [quoteLink(lure)],
      points: sum(
        [true, 35],
        [!wayOut, 15],
        [page.text.length < 80, 10],
        [mail.borrowedPages.length > 0 || mail.freeMail || mail.shadyDomain, 20],
      ),
    }
  },
  examples: { fires: 'hostile/picture-lure', quiet: 'honest/newsletter-esp' },
}
