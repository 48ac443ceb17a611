/** A stranger's link that fetches a program, a disk image or an archive. The attachment's twin: what is behind the link passes every check of the mail. */
import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { fact, quoteLink, type Rule, sum } from '../rule.ts'
import { talksShop } from '../sender.ts'

const program = /\.(?:exe|msi|msix|appx|scr|iso|img|vhdx?|hta|lnk|vbs|js|jse|wsf|ps1|bat|cmd|apk|dmg|pkg|jar|cpl|one)(?:$|[?#])/i
const archive = /\.(?:zip|rar|7z|cab|ace|arj)(?:$|[?#])/i

export const programByLink: Rule = {
  id: 'mail.program-by-link',
  severity: 'high',
  attack: ['T1566.002', 'T1204.002'],
  title: {
    en: 'A mail wants a program downloaded',
    es: 'Un correo quiere que se descargue un programa',
    fr: 'Un courriel veut faire télécharger un programme',
    de: 'Eine E-Mail will, dass ein Programm heruntergeladen wird',
  },
  tells: {
    en: 'A link brings {file} from {host}, a stranger’s place.',
    es: 'Un enlace trae {file} de {host}, el sitio de un desconocido.',
    fr: 'Un lien apporte {file} depuis {host}, un site inconnu.',
    de: 'Ein Link bringt {file} von {host}, einem fremden Ort.',
  },
  advises: advice.doNotOpen,
  clearable: false,
  look: (mail) => {
    if (mail.relation !== 'stranger' || mail.throughList || mail.wants('unsubscribe') !== undefined) return undefined
    const pathOf = (target: string): string => URL.parse(target)?.pathname ?? ''
    // A page that is attached names the scripts it is made with; nobody is asked to fetch them.
    const offered = mail.web.filter((link) => link.origin !== 'page')
    const starts = offered.find((link) => program.test(pathOf(link.innermost)))
    const packed = starts ?? offered.find((link) => archive.test(pathOf(link.innermost)))
    if (packed === undefined) return undefined
    const doubled = /\.\w{3,4}\.\w{2,4}$/.test(pathOf(packed.innermost))
    const numbers = /^[\d.]+$|^\[/.test(packed.host)
    const odd = mail.shadyDomain || mail.dressedDomain || mail.borrowedOffice || mail.freeMail || mail.borrowedPages.length > 0 || numbers
    const away = packed.domain !== mail.message.from.domain
    const asks = firstSaid(mail, 'urgency', 'court', 'document', 'charge', 'payment', 'threat', 'parcel', 'staffMatter') !== undefined
    const told = said(mail.words, /\b(?:install|update|upgrade|run|download|open|see|descarg\w+|instal\w+|abr\w+)\b/) !== undefined
    const points = sum(
      [starts !== undefined, 55],
      [starts === undefined, 30],
      [odd, 30],
      [away, 15],
      [asks, 20],
      [told, 10],
      [mail.message.isReply, 15],
      [mail.message.hasThread && !mail.dressedDomain && !mail.shadyDomain && !asks, -40],
      [doubled, 30],
      [talksShop(mail), -45],
    )
    return points < 60
      ? undefined
      : {
          facts: { file: fact(pathOf(packed.innermost).split('/').at(-1) ?? ''), host: fact(packed.host) },
          evidence: [quoteLink(packed)],
          points,
        }
  },
  examples: { fires: 'hostile/fifth-download', quiet: 'honest/fifth-our-own-archive' },
}
