/** A consent page that gives an unknown app the mailbox. */

import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { fact, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'

const consentPage =
  /login\.(?:microsoftonline|windows|live)\.[a-z]+\/[^?\s]*(?:authorize|adminconsent)|accounts\.google\.[a-z.]+\/(?:o\/oauth2|signin\/oauth)|github\.com\/login\/oauth\/authorize|(?:[?&]|%26|%3f)client_id=[^\s]*(?:scope|redirect_uri)=/i
const asking =
  /\b(?:grant|approve|authori[sz]e|allow|accept|give|consent to|review and accept)\b[^.\n]{0,60}\b(?:permissions?|access to (?:your )?(?:mail|e-?mail|mailbox|files|calendar|contacts|account|drive|microsoft|google)|the app\b|(?:this|the|our|new) (?:\w+ ){0,2}(?:app|application|add-in|integration)\b|consent)|\b(?:conced|autori[cz]|aprob|acept|permit)\w*\b[^.\n]{0,60}\b(?:permisos?|la aplicacion|acceso a (?:su|tu) (?:correo|cuenta|buzon|calendario))/

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export const appConsent: Rule = {
  id: 'mail.app-consent',
  severity: 'critical',
  attack: ['T1528', 'T1566.002'],
  title: {
    en: 'A mail asks you to let an app into your account',
    es: 'Un correo pide dar acceso a su cuenta a una aplicación',
    fr: 'Un courriel demande d’ouvrir votre compte à une application',
    de: 'Eine E-Mail will einer App Zugang zu Ihrem Konto verschaffen',
  },
  tells: {
    en: 'It asks you to give an app lasting access ({ask}). That works without your password, and also after you change it.',
    es: 'Le pide dar a una aplicación acceso permanente ({ask}). Funciona sin su contraseña, incluso después de cambiarla.',
    fr: 'Il vous demande de donner à une application un accès durable ({ask}). Cet accès se passe de votre mot de passe, même si vous le changez.',
    de: 'Sie sollen einer App dauerhaften Zugang geben ({ask}). Er gilt ohne Ihr Passwort, auch wenn Sie es ändern.',
  },
  advises: advice.enterNoCode,
  clearable: false,
  look: (mail) => {
    const page = mail.web.find((link) => consentPage.test(link.innermost) || consentPage.test(link.target))
    const ask = said(mail.words, asking)
    if (page === undefined && ask === undefined) return undefined
    if (mail.relation === 'own' && page === undefined) return undefined
    if (page !== undefined) {
      const scopes = /(?:mail|files|calendars?|contacts|offline_access|drive|gmail|user\.readwrite|full_access|notes|sites)[\w./]*/gi
      const reach = [...new Set([...decoded(page.innermost).matchAll(scopes)].map((hit) => hit[0].toLowerCase()))].slice(0, 4).join(', ')
      return {
        facts: { ask: fact(reach === '' ? page.host : reach) },
        evidence: [quoteLink(page)],
        points: sum([true, 75], [reach !== '', 30], [ask !== undefined, 20]),
      }
    }
    const lure = mail.foreign.length > 0 || (mail.relation === 'stranger' && mail.web.length > 0)
    return lure && ask !== undefined
      ? {
          facts: { ask: fact(ask) },
          evidence: [quoteWords(ask)],
          points: sum(
            [true, 60],
            [mail.wants('urgency') !== undefined, 20],
            [
              said(
                mail.words,
                /\b(?:administrator|all (?:staff|users|employees)|mandatory|on your behalf|(?:read|send) (?:and send |your )?(?:e-?)?mails?|mailbox|must)\b/,
              ) !== undefined,
              25,
            ],
            [mail.foreign.length > 0 && !mail.hasOwnLink, 20],
            [mail.leadBrands.length > 0 || mail.shadyDomain || mail.borrowedOffice, 25],
          ),
        }
      : undefined
  },
  examples: { fires: 'hostile/app-consent', quiet: 'honest/oauth-granted' },
}
