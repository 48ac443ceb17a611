/** A code to enter on a provider's genuine device page signs the attacker in. */

import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { fact, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'

const devicePage =
  /(?:microsoft\.com\/(?:devicelogin|device|link)\b|aka\.ms\/(?:devicelogin|device)|login\.microsoftonline\.com\/(?:[^/\s]+\/)?oauth2\/(?:v2\.0\/)?deviceauth|google\.com\/device\b|github\.com\/login\/device|(?:login|signin|auth|account|sso)[\w.-]*\/(?:device|activate)(?:login|code)?\b|\/devicelogin\b|device\.sso\.)/
const deviceWords =
  /\bdevice (?:log-?in|sign-?in|code|authentication|authori[sz]ation|pairing)\b|\bcodigo de(?:l)? dispositivo\b|\binicio de sesion (?:de|del|con) dispositivo\b/
const codeShape = /\b(?=[A-Z0-9-]*[A-Z])(?:[A-Z0-9]{8,9}|[A-Z0-9]{4}-[A-Z0-9]{4}|[A-Z0-9]{3}-[A-Z0-9]{3,4}(?:-[A-Z0-9]{3})?)\b/

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
    if (!/device|dispositivo|activate/.test(mail.words) && !mail.web.some((link) => /device|activate|\/link\b/.test(link.innermost)))
      return undefined
    const page = mail.web.find((link) => devicePage.test(`${link.host}${URL.parse(link.innermost)?.pathname ?? ''}`))
    const written = devicePage.exec(mail.words)?.[0] ?? deviceWords.exec(mail.words)?.[0]
    if (page === undefined && written === undefined) return undefined
    const code = codeShape.exec(mail.text.slice(0, 9000).replace(/https?:\S+/g, ' '))?.[0]
    const told = said(
      mail.words,
      /\b(?:enter|type|use|paste|input|introdu\w+|copi?[ae]\w*|escrib\w+|ingres\w+|provide|submit)\b[^\n]{0,60}\b(?:code|codigo|pin)\b|\b(?:code|codigo)\b[^\n]{0,40}\b(?:below|is|es|:)/,
    )
    if ((told === undefined && (page === undefined || code === undefined)) || (code === undefined && page === undefined)) return undefined
    const genuine = mail.relation === 'brand' && page === undefined
    return genuine
      ? undefined
      : {
          facts: { code: fact(code ?? told ?? '') },
          evidence: [quoteWords(told ?? code ?? ''), ...(page === undefined ? [] : [quoteLink(page)])],
          points: sum([page !== undefined, 130], [page === undefined, 105]),
        }
  },
  examples: { fires: 'hostile/device-code', quiet: 'honest/sign-in-code' },
}
