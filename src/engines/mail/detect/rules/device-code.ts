/** A code to enter on a provider's genuine device page signs the attacker in. */
import type { Link } from '../../message.ts'
import { advice } from '../advice.ts'
import { fact, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'
import { isBulk, isUnplaced } from '../sender.ts'

/** The genuine pages, wherever a mail writes them. */
const genuinePage =
  /(?:microsoft\.com\/(?:devicelogin|device|link)\b|aka\.ms\/(?:devicelogin|device|link)|login\.microsoftonline\.(?:com|us)\/(?:[^/\s]+\/)?(?:oauth2\/(?:v2\.0\/)?)?deviceauth|login\.(?:microsoft|live)\.com\/(?:device|oauth20_remoteconnect)|google\.[a-z.]+\/device\b|github\.com\/login\/device|gitlab\.com\/oauth\/device|device\.sso\.|okta\.com\/activate|zoom\.us\/(?:device|pair)|slack\.com\/(?:device|link)|facebook\.com\/device|amazon\.[a-z.]+\/(?:us\/)?code\b|youtube\.com\/activate|dropbox\.com\/device|web\.whatsapp\.com|account\.apple\.com\/device|\bdevicelogin\b|\bdeviceauth\b)/
/** Pages that are made like them. */
const likePage = /\/(?:device|devicelogin|deviceauth|device-login|devicecode|activate)(?:code)?(?![\w.-])/
const codeShape =
  /\b(?=[A-Z0-9-]*[A-Z])(?:[A-Z0-9]{8,10}|[A-Z0-9]{4}[- ][A-Z0-9]{4,5}|[A-Z0-9]{3}-[A-Z0-9]{3,4}(?:-[A-Z0-9]{3})?)\b(?!@)|\b(?:[A-Z0-9] ){7,9}[A-Z0-9]\b|\b(?=[A-Z0-9 -]{0,9}(?:\d[A-Z]|[A-Z]\d))[A-Z0-9]{3,4}(?:[ -][A-Z0-9]{3,4}){1,2}\b/
/** Letters and digits in one word of capitals, as such codes are and nothing else is. */
const mixed = /\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z][A-Z0-9]*[A-Z])(?:[A-Z0-9]{8,9}|[A-Z0-9]{4}-[A-Z0-9]{4,5})\b/
const numberShape = /\b(?:code|pin|codigo|passcode)\b[^.\n]{0,25}?\b(\d{3}[- ]?\d{3}(?:[- ]?\d{2,3})?)\b/

const placeOf = (link: Link): string => `${link.host}${URL.parse(link.innermost)?.pathname ?? ''}`.toLowerCase()

export const deviceCode: Rule = {
  id: 'mail.device-code',
  severity: 'critical',
  attack: ['T1528', 'T1566.002'],
  title: {
    en: 'A mail asks for a device code',
    es: 'Un correo pide un código de dispositivo',
    fr: 'Un courriel demande un code d’appareil',
    de: 'Eine E-Mail verlangt einen Gerätecode',
  },
  tells: {
    en: 'It asks you to enter the code {code} on a sign-in page. That would let somebody else into your account.',
    es: 'Le pide introducir el código {code} en una página de inicio de sesión. Eso dejaría entrar a otra persona en su cuenta.',
    fr: 'Il vous demande d’entrer le code {code} sur une page de connexion. Cela ouvrirait votre compte à quelqu’un d’autre.',
    de: 'Sie sollen den Code {code} auf einer Anmeldeseite eingeben. Damit käme jemand anders in Ihr Konto.',
  },
  advises: advice.enterNoCode,
  clearable: false,
  look: (mail) => {
    const { says, message } = mail
    const page = mail.web.find(
      (link) => genuinePage.test(placeOf(link)) || (likePage.test(placeOf(link)) && link.domain !== message.from.domain),
    )
    const written = genuinePage.exec(mail.words)?.[0]
    const text = `${mail.text.slice(0, 9000)}\n${mail.entry?.text ?? ''}\n${mail.papers}`.replace(/(?:https?:|www\.)\S+/g, ' ')
    const code = codeShape.exec(text)?.[0] ?? numberShape.exec(mail.words)?.[1]
    const told =
      says.together(['enter', 'code'], { within: 1 }) ??
      says.together(['putIn', 'code', 'device']) ??
      says.together([['enter'], ['device']], { within: 1 })
    const handed = says.together(['codeFromOthers'])
    const own = says.has('ownScreen')
    const genuine = page !== undefined || written !== undefined
    const inWords =
      says.together([['device'], ['provider'], ['code']], { within: 2 }) ??
      (code === undefined || mail.relation !== 'stranger' ? undefined : says.together([['device'], ['provider'], ['enter']], { within: 1 }))
    // A messenger's own page for one more device, and a code from a stranger to enter there.
    const linked =
      code !== undefined && mail.relation === 'stranger' && !own
        ? says.together([['linkDevices'], ['enter', 'code', 'putIn']], { within: 1, without: ['notGive'] })
        : undefined
    // A fresh code for the page of an earlier mail: the page itself is not named again.
    const again =
      mail.relation === 'stranger' && !own && mail.web.length === 0 && mail.text.length < 600 && mixed.test(text)
        ? says.together(['codeAgain'], { without: ['notGive', 'expected'] })
        : undefined
    if (!genuine && inWords === undefined && linked === undefined && again === undefined) return undefined
    // On the genuine page a stranger can only mean a code of theirs: nobody else has use for what stands on the reader's own screen.
    const sends = genuine && mail.relation === 'stranger' && !own && says.warnings === 0 && !isBulk(mail)
    if (code === undefined && !sends && (handed === undefined || mail.relation === 'own' || own)) return undefined
    if (!genuine && ((told ?? linked ?? again) === undefined || (own && (mail.hasOwnLink || mail.relation === 'brand')))) return undefined
    const provider = mail.relation === 'brand' && !mail.forged
    const points = sum(
      [genuine, code === undefined && handed === undefined ? 85 : 125],
      [!genuine, 85],
      [!genuine && handed !== undefined, 20],
      [again !== undefined && says.has('hurry', 'atOnce'), 25],
      [provider, -85],
      [own && !isUnplaced(mail), -30],
      [isBulk(mail), -40],
      [mail.talksOfTricks, -60],
    )
    return points < 30
      ? undefined
      : {
          facts: { code: fact(code ?? handed ?? told ?? linked ?? again ?? '') },
          evidence: [quoteWords(linked ?? again ?? told ?? handed ?? code ?? ''), ...(page === undefined ? [] : [quoteLink(page)])],
          points,
          // The reader's own code is on the reader's own screen: one that a mail brings to the genuine page is the thief's, in whatever tone.
          ...(genuine && code !== undefined && !own && !provider && says.warnings === 0 && !says.has('notGive') && { aTale: false }),
        }
  },
  examples: { fires: 'hostile/device-code', quiet: 'honest/sign-in-code' },
}
