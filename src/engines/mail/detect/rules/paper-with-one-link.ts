/** A paper whose only matter is one link: the lure is in the file, where mail filters do not look. */
import { belongsTo, brandsIn } from '../../names/brands.ts'
import { hasAbusedEnding } from '../../names/services.ts'
import type { Intent } from '../../words/intents.ts'
import { advice } from '../advice.ts'
import { isBill, isShortPaper } from '../papers.ts'
import { fact, fileFact, quote, quoteLink, type Rule, sum } from '../rule.ts'

const grave = [
  'credentials',
  'threat',
  'mailbox',
  'voicemail',
  'document',
  'staffMatter',
  'wallet',
  'prize',
  'court',
] as const satisfies readonly Intent[]

export const paperWithOneLink: Rule = {
  id: 'mail.paper-with-one-link',
  severity: 'high',
  attack: ['T1566.001', 'T1204.001'],
  title: {
    en: 'A paper in a mail is nothing but a link',
    es: 'El archivo de un correo no es más que un enlace',
    fr: 'Un document dans un courriel n’est qu’un lien',
    de: 'Ein Dokument in einer E-Mail ist nichts als ein Link',
  },
  tells: {
    en: 'The attachment {file} says hardly anything and leads to {host}, which does not belong to the sender.',
    es: 'El adjunto {file} apenas dice nada y lleva a {host}, que no es del remitente.',
    fr: 'La pièce jointe {file} ne dit presque rien et mène à {host}, qui n’appartient pas à l’expéditeur.',
    de: 'Der Anhang {file} sagt kaum etwas und führt zu {host}, das nicht dem Absender gehört.',
  },
  advises: advice.doNotSignIn,
  clearable: true,
  look: (mail) => {
    const { from, attachments } = mail.message
    if (mail.relation === 'own' || mail.throughList) return undefined
    const file = attachments.find(
      (one) => isShortPaper(one) && (one.reading?.text.length ?? 0) < 900 && (one.reading?.pages ?? 0) < 3 && domainsIn(one) === 1,
    )
    const target = file?.reading?.links.find((link) => link.kind === 'web' && link.host !== '')
    const link = mail.foreign.find((one) => one.target === target?.target && one.domain !== from.domain)
    if (file === undefined || link === undefined) return undefined
    const says = grave.flatMap((intent) => mail.paperWants(intent) ?? [])[0]
    const poses = brandsIn(file.reading?.text.slice(0, 600) ?? '').some(
      (brand) => !belongsTo(brand, from.domain) && !belongsTo(brand, link.domain),
    )
    const points = sum(
      [true, 20],
      [says !== undefined, 35],
      [mail.paperWants('urgency') !== undefined, 10],
      [poses, 30],
      [mail.borrowedOffice || mail.shadyDomain || mail.freeMail || mail.dressedDomain, 20],
      [mail.borrowedPages.includes(link) || hasAbusedEnding(link.host), 25],
      [mail.text.trim().length < 200, 10],
      [says === undefined && isBill(mail.paperWords), -25],
      // A picture of text with a link on it.
      [(file.reading?.text.trim().length ?? 0) < 20, 20],
    )
    return points < 30
      ? undefined
      : {
          facts: { file: fileFact(file.name), host: fact(link.host) },
          evidence: [quote('attachment', file.name), quoteLink(link), ...(says === undefined ? [] : [quote('inside', says)])],
          points,
        }
  },
  examples: { fires: 'files/hostile/pdf-one-link', quiet: 'files/honest/pdf-invoice-own-portal' },
}

const domainsIn = ({
  reading,
}: {
  readonly reading?: { readonly links: readonly { readonly kind: string; readonly domain: string }[] }
}): number => new Set(reading?.links.filter((link) => link.kind === 'web' && link.domain !== '').map((link) => link.domain)).size
