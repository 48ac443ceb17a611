/** It wants a sign-in on a page that is not the sender's. */

import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { keysOfOthers } from '../keys-of-others.ts'
import { firstSaid, luringLink } from '../mail.ts'
import { fact, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'
import { isBulk, isInside, isUnplaced, teaches } from '../sender.ts'

export const passwordLure: Rule = {
  id: 'mail.password-lure',
  severity: 'high',
  attack: ['T1566.002', 'T1598.003'],
  title: {
    en: 'A mail asks you to sign in on a strange page',
    es: 'Un correo pide iniciar sesión en una página extraña',
    fr: 'Un courriel demande de vous connecter sur une page étrangère',
    de: 'Eine E-Mail will, dass Sie sich auf einer fremden Seite anmelden',
  },
  tells: {
    en: 'It asks you to “{ask}” on {host}, a page that does not belong to who it says it is.',
    es: 'Le pide «{ask}» en {host}, una página que no es de quien dice ser.',
    fr: 'Il vous demande « {ask} » sur {host}, une page qui n’appartient pas à qui elle prétend.',
    de: 'Die E-Mail fordert „{ask}“ auf {host}, einer Seite, die nicht dem gehört, der sie zu sein vorgibt.',
  },
  advises: advice.doNotSignIn,
  clearable: true,
  look: (mail) => {
    const keys = teaches(mail) || isInside(mail) || isBulk(mail) || mail.text.length > 4000 ? undefined : keysOfOthers(mail)
    const asks = keys ?? firstSaid(mail, 'credentials')
    const lure = luringLink(mail)
    if (asks === undefined || lure === undefined || mail.relation === 'own') return undefined
    const away = mail.foreign.some((link) => link.domain !== mail.message.from.domain) && !mail.hasOwnLink
    const pressure = mail.wants('threat') !== undefined || mail.wants('mailbox') !== undefined
    const hurry = mail.wants('urgency') !== undefined
    const odd = mail.shadyDomain || mail.borrowedOffice || mail.borrowedPages.length > 0 || mail.freeMail
    const newsletter = mail.wants('unsubscribe') !== undefined
    const workSignIn =
      said(
        mail.words,
        /\b(?:sign|log)[ -]?in with your (?:work |corporate |company |office |business |google |microsoft |e-?mail ?)+(?:account|password|credentials|e-?mail|login|address)?|\busername and password\b|\byour (?:e-?mail|mail|mailbox) password\b/,
      ) !== undefined
    const mailboxSecret =
      said(
        mail.words,
        /\b(?:with|enter|use|using|confirm|need|provide|through|type|and)\b[^.\n]{0,20}\byour (?:[\w-]+ )?(?:e-?mail|mail|mailbox|webmail|inbox)(?:'s)? (?:account|password|log-?in|credentials|sign-?in)\b|\b(?:identify|authenticate|verify|confirm) (?:yourself|who you are) (?:with|by|through|using) your (?:work |office )?(?:mailbox|e-?mail|mail|webmail)\b|\byour (?:e-?mail|mailbox|webmail) (?:password|credentials|log-?in) (?:is|are|will be) (?:needed|required)\b|\bcon su (?:correo|cuenta de correo|contrasena de correo)\b/,
      ) !== undefined && mail.relation === 'stranger'
    const points = sum(
      // No house has a use for the key of another one.
      [keys !== undefined && !newsletter, mailboxSecret || workSignIn ? 45 : 82],
      [keys !== undefined && isUnplaced(mail), 20],
      // In the form of a service that is genuine.
      [keys !== undefined && mail.relation === 'brand', 30],
      [keys !== undefined && mail.says.has('expected', 'senderKeys'), -40],
      [keys !== undefined && mail.message.hasThread, -45],
      [mailboxSecret && !newsletter, 45],
      [workSignIn && !newsletter, 40],
      [workSignIn && mail.dressedDomain, 25],
      [away && !newsletter, 40],
      [pressure && (away || odd), 30],
      [hurry && (away || odd), 25],
      [odd, 35],
      [mail.dressedDomain && !odd, 20],
      [hurry && pressure && !away && !odd, 20],
    )
    return points < 20
      ? undefined
      : { facts: { ask: fact(asks), host: fact(lure.host) }, evidence: [quoteWords(asks), quoteLink(lure)], points }
  },
  examples: { fires: 'hostile/password-expires', quiet: 'honest/password-reset' },
}
