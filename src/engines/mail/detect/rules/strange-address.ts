/** A link written so that no person can read where it leads. */
import type { Link } from '../../message.ts'
import { registered } from '../../names/domain.ts'
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { fact, quote, quoteLink, type Rule, sum } from '../rule.ts'
import { talksShop } from '../sender.ts'

/** Ports where no house shows a page to the public: a machine somebody else took over. Those of panels, of tests and of mail are left out. */
function isOddPort({ innermost, through }: Link): boolean {
  const port = Number(URL.parse(innermost)?.port ?? '')
  return through.length === 0 && port > 0 && !usualPorts.has(port)
}
/** A page that opens windows on its own house hides nothing. */
const staysHome = (target: string, home: string): boolean => {
  const hosts = [...target.matchAll(/https?:\/\/([\w.-]+)/gi)].map(([, host = '']) => registered(host.toLowerCase()))
  return hosts.length > 0 && hosts.every((host) => host === home)
}

function isStrange({ kind, target, host }: Link, home: string): boolean {
  if (kind === 'script') return !staysHome(target, home)
  if (kind === 'data') return true
  if (kind !== 'web') return false
  const url = URL.parse(target)
  const numbers = /^(\d{1,3}(\.\d{1,3}){3}|\[[\da-f:.]+\])$/.test(host) && !/^(10|127|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(host)
  return numbers || url?.username.includes('.') === true
}

const usualPorts = new Set([
  80, 443, 8080, 8443, 8000, 8008, 8081, 8888, 3000, 4443, 5000, 5001, 2083, 2087, 2096, 10000, 9443, 8090, 8006, 9090, 7443,
])

/** A share on somebody's server, as Windows opens it: it brings programs past every warning, and hands over the reader's sign-in on the way. */
const share = /(?:^|[\s"'(<])(\\\\(?:\d{1,3}(?:\.\d{1,3}){3}|[\w-]+(?:\.[\w-]+)+)(?:@\w+)?\\[^\s"'<>]{1,120})/

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
    const unc =
      mail.relation === 'stranger' && !mail.throughList && !talksShop(mail) ? share.exec(mail.text.slice(0, 6000))?.[1] : undefined
    if (unc !== undefined) return { facts: { target: fact(unc) }, evidence: [quote('text', unc.toLowerCase())], points: 95, aTale: false }
    const strange = mail.message.links.find((one) => isStrange(one, mail.message.from.domain))
    const link = strange ?? mail.web.find(isOddPort)
    if (link === undefined || mail.throughList || mail.message.hasThread) return undefined
    const asks = firstSaid(mail, 'credentials', 'threat', 'document', 'urgency', 'mailbox', 'voicemail', 'parcel') !== undefined
    if (strange === undefined && !asks) return undefined
    return {
      facts: { target: fact(link.innermost.replace(/^https?:\/\//, '')) },
      evidence: [quoteLink(link)],
      points: sum(
        [strange !== undefined, 45],
        [strange === undefined, 20],
        [asks, 40],
        [mail.relation !== 'stranger', -30],
        [mail.text.length > 4000, -40],
        // One number among the many pages of a shop that shows its own.
        [mail.web.length > 12 && mail.web.length - mail.foreign.length > mail.web.length / 2, -40],
      ),
    }
  },
  examples: { fires: 'hostile/strange-address', quiet: 'honest/google-alert' },
}
