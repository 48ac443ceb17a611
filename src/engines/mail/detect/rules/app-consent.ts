/** A consent page that gives an unknown app the mailbox. */
import { type ConsentPage, readConsentPage } from '../../links/consent-page.ts'
import { powers, powersOf } from '../../links/scope-words.ts'
import type { Link } from '../../message.ts'
import { advice } from '../advice.ts'
import { luringLink, type Mail } from '../mail.ts'
import { type Clue, fact, quote, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'
import { isBulk, isInside, isUnplaced, talksShop, teaches } from '../sender.ts'

/** Manuals show such addresses with a blank where the app's number belongs. */
const placeholder = /^(?:your[-_ ]|insert[-_ ]|\{|<|\$)/i

const unnamed = 'lasting access to your account'

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
    en: 'It asks you to let in an app ({app}): {reach}. That works without your password, and also after you change it.',
    es: 'Le pide que deje entrar a una aplicación ({app}): {reach}. Funciona sin su contraseña, incluso después de cambiarla.',
    fr: 'Il vous demande de laisser entrer une application ({app}) : {reach}. Cet accès se passe de votre mot de passe, même si vous le changez.',
    de: 'Sie sollen eine App einlassen ({app}): {reach}. Das gilt ohne Ihr Passwort, auch wenn Sie es ändern.',
  },
  terms: {
    reach: [
      ...Object.values(powers),
      { en: unnamed, es: 'acceso permanente a su cuenta', fr: 'un accès durable à votre compte', de: 'dauerhafter Zugang zu Ihrem Konto' },
    ],
  },
  advises: advice.enterNoCode,
  clearable: false,
  look: (mail) => {
    if (teaches(mail)) return undefined
    for (const link of mail.web) {
      const page = readConsentPage(link.target) ?? (link.innermost === link.target ? undefined : readConsentPage(link.innermost))
      const clue = page === undefined ? undefined : onPage(mail, link, page)
      if (clue !== undefined) return clue
    }
    return inWords(mail) ?? byAddressBar(mail)
  },
  examples: { fires: 'hostile/app-consent', quiet: 'honest/oauth-granted' },
}

/** Where a provider sends a code to that belongs to a program on one's own machine: there it only stands in the address, to be read and handed on. */
const showsCode = /^(?:localhost|127\.0\.0\.1|vscode-redirect\.azurewebsites\.net)$/

function onPage(mail: Mail, link: Link, page: ConsentPage): Clue | undefined {
  const { circle, from } = mail.message
  if (placeholder.test(page.clientId) || (circle.apps ?? []).includes(page.clientId)) return undefined
  const handBack =
    (showsCode.test(page.redirectHost) && mail.relation === 'stranger') ||
    mail.says.together(['addressBar', ['give', 'enter']], { within: 1 }) !== undefined ||
    mail.says.together(['code', 'give']) !== undefined
  const returnsHome = page.redirectDomain !== '' && page.redirectDomain === from.domain
  if (
    (page.firstParty && !handBack && (isInside(mail) || mail.verified)) ||
    (page.onlySignIn && !handBack && (returnsHome || isInside(mail)))
  )
    return undefined
  const reach = powersOf(page.scopes)
  const grave = reach.length > 0 || page.forEverybody || page.scopes.length === 0
  const points = sum(
    [true, page.onlySignIn ? 20 : 55],
    [grave && !page.onlySignIn, 45],
    [page.forEverybody, 15],
    [handBack, 80],
    [mail.says.has('consent', 'hurry'), 15],
    [page.onlySignIn && isUnplaced(mail), 25],
    [returnsHome && mail.verified && !isUnplaced(mail) && !grave, -40],
    [isInside(mail) && mail.verified, -50],
    [mail.relation === 'brand' && mail.verified, -60],
    [isBulk(mail), -30],
  )
  const app = [page.clientId === '' ? page.provider : `${page.provider} ${page.clientId.slice(0, 40)}`, page.redirectHost]
    .filter((part) => part !== '')
    .join(' → ')
  return points < 20
    ? undefined
    : {
        facts: { app: fact(app), reach: reach.length === 0 ? unnamed : reach.join(', ') },
        evidence: [quoteLink(link), ...(page.scopes.length === 0 ? [] : [quote('scope', page.scopes.join(' '))])],
        points,
      }
}

/** The page is behind a short link or a button of the sender's: only the words tell. */
function inWords(mail: Mail): Clue | undefined {
  const { says } = mail
  const lure = mail.text.length > 3500 || talksShop(mail) ? undefined : (mail.foreign[0] ?? luringLink(mail))
  const excused = ['done', 'wonders', 'optional', 'notGive', 'policy'] as const
  const letsIn =
    lure === undefined
      ? undefined
      : (says.together(['letsIn', 'mailAndFiles'], { without: excused }) ??
        says.together([['letsIn'], ['mailAndFiles']], { within: 1, without: excused }))
  const clicked =
    lure === undefined || letsIn !== undefined
      ? undefined
      : (says.together([['consentAct'], ['reachNouns']], { within: 1, without: excused }) ??
        (says.has('provider')
          ? (says.together(['letsIn', 'reachNouns'], { without: excused }) ??
            says.together([['screenAsks'], ['sayYes']], { within: 1, without: [...excused, 'ownScreen', 'noKey'] }))
          : undefined))
  const ask =
    letsIn ??
    clicked ??
    says.together(['app', 'consent', 'reach'], { without: ['done', 'policy'] }) ??
    says.together([['app'], ['consent'], ['reach']], { within: 1, without: ['done', 'policy'] }) ??
    says.together(['consent', 'readsAll'], { without: ['done', 'wonders'] })
  if (ask === undefined || isInside(mail) || mail.relation === 'brand' || isBulk(mail)) return undefined
  const told = says.together([['ask', 'open', 'hurry'], 'consent'], { without: ['done', 'wonders'] }) !== undefined
  // Somebody tells what a program asked of them and wants an opinion.
  if (says.has('wonders') && !told && !says.has('hurry')) return undefined
  const points = sum(
    [true, 25],
    [letsIn !== undefined, 20],
    [clicked !== undefined, 28],
    [told, 20],
    [lure !== undefined, 20],
    [mail.foreign.length > 0 && !mail.hasOwnLink, 20],
    [says.has('hurry'), 15],
    [says.has('everybody'), 15],
    [isUnplaced(mail), 25],
    [mail.leadBrands.length > 0 && !mail.hasOwnLink, 15],
    [says.has('mailReach', 'mailAndFiles'), 25],
    [letsIn === undefined && clicked === undefined && says.has('done'), -25],
    [says.has('optional'), -60],
    [says.has('notGive', 'senderKeys'), -40],
    [says.has('expected'), -25],
    [mail.message.hasThread, mail.message.isReply ? -50 : -30],
    [lure === undefined && mail.files.length === 0, -30],
  )
  return points < 40
    ? undefined
    : {
        facts: { app: fact(lure?.host ?? mail.message.from.domain), reach: unnamed },
        evidence: [quoteWords(ask), ...(lure === undefined ? [] : [quoteLink(lure)])],
        points,
      }
}

/** A genuine sign-in whose last address is to be sent back: the key stands in it. */
function byAddressBar(mail: Mail): Clue | undefined {
  const ask = mail.says.together([['addressBar'], ['give', 'enter']], { within: 1 })
  if (ask === undefined || isInside(mail) || mail.relation === 'brand' || !mail.says.has('code', 'join', 'keys')) return undefined
  const signIn = /sign|log ?in|microsoft|google|account|konto|cuenta|compte/.test(mail.words)
  return {
    facts: { app: fact(mail.message.from.domain), reach: unnamed },
    evidence: [quoteWords(ask)],
    points: sum([true, 55], [signIn, 35]),
  }
}
