/** A QR code, read: it leads to somebody else. On the phone nobody sees where before it is too late. */
import { belongsTo } from '../../names/brands.ts'
import { hasAbusedEnding } from '../../names/services.ts'
import { firstSaid } from '../mail.ts'
import { namesReader } from '../papers.ts'
import { fact, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'

export const codeLeadsAway: Rule = {
  id: 'mail.code-leads-away',
  severity: 'high',
  attack: ['T1566.002', 'T1204.001'],
  title: {
    en: 'A QR code in a mail leads to a stranger',
    es: 'Un código QR de un correo lleva a un desconocido',
    fr: 'Un code QR dans un courriel mène à un inconnu',
    de: 'Ein QR-Code in einer E-Mail führt zu Fremden',
  },
  tells: {
    en: 'The QR code in it leads to {host}, which does not belong to who it says it is.',
    es: 'Su código QR lleva a {host}, que no es de quien dice ser.',
    fr: 'Son code QR mène à {host}, qui n’appartient pas à l’expéditeur annoncé.',
    de: 'Der QR-Code darin führt zu {host}, und das gehört nicht dem angeblichen Absender.',
  },
  advises: {
    en: 'Do not scan it. Open the service the way you always do.',
    es: 'No lo escanee. Entre en el servicio como siempre lo hace.',
    fr: 'Ne le scannez pas. Ouvrez le service comme vous le faites toujours.',
    de: 'Scannen Sie ihn nicht. Öffnen Sie den Dienst so, wie Sie es immer tun.',
  },
  clearable: true,
  look: (mail) => {
    const { from, reader, codes } = mail.message
    const coded = mail.web.filter((link) => link.origin === 'qr')
    const link = coded.find((one) => mail.foreign.includes(one)) ?? (mail.shadyDomain || mail.dressedDomain ? coded[0] : undefined)
    if (link === undefined || mail.relation === 'own') return undefined
    const bid = mail.wants('qr')
    const grave = firstSaid(
      mail,
      'credentials',
      'threat',
      'mailbox',
      'voicemail',
      'document',
      'staffMatter',
      'wallet',
      'parcel',
      'fee',
      'refund',
    )
    const poses = [...mail.nameBrands, ...mail.leadBrands].some((brand) => !belongsTo(brand, from.domain) && !belongsTo(brand, link.domain))
    const named = namesReader(link, reader)
    const points = sum(
      [true, 20],
      [bid !== undefined && mail.wants('qrPurpose') !== undefined, 35],
      [grave !== undefined, 35],
      [mail.wants('urgency') !== undefined, 15],
      [mail.borrowedOffice || mail.shadyDomain || mail.freeMail || poses, 25],
      [mail.borrowedPages.includes(link) || hasAbusedEnding(link.host) || /^[\d.]+$/.test(link.host), 25],
      [named, 45],
      [codes.some((code) => code.how === 'drawn'), 25],
      [mail.text.trim().length < 120 && mail.paperWords === '', 15],
      [mail.wants('unsubscribe') !== undefined, -40],
    )
    return {
      facts: { host: fact(link.host) },
      evidence: [quoteLink(link), ...[bid, grave].flatMap((words) => (words === undefined ? [] : [quoteWords(words)]))],
      points: Math.max(5, points),
    }
  },
  examples: { fires: 'files/hostile/qr-picture-payroll', quiet: 'files/honest/qr-own-festival' },
}
