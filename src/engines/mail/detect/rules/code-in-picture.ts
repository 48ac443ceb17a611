/** A QR code takes the reader to the phone, where nobody filters. */
import type { Link } from '../../message.ts'
import { keysOfOthers } from '../keys-of-others.ts'
import { firstSaid, type Mail } from '../mail.ts'
import { carries, namesReader } from '../papers.ts'
import { type Clue, fact, quote, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'
import { fitsName, isBulk, isInside, isUnplaced, teaches } from '../sender.ts'

const bare = /\bscan/
const picturesSquare = /\bqr|\bcode|\bcodigo|square|quadrat|carre\b|phone|mobile|camera|handy|movil|smartphone|kamera|camara|appareil/

export const codeInPicture: Rule = {
  id: 'mail.code-in-picture',
  severity: 'high',
  attack: ['T1566.002', 'T1204.001'],
  title: {
    en: 'A mail asks you to scan a QR code',
    es: 'Un correo pide escanear un código QR',
    fr: 'Un courriel demande de scanner un code QR',
    de: 'Eine E-Mail bittet, einen QR-Code zu scannen',
  },
  tells: {
    en: 'It wants you to scan a code with your phone (“{ask}”), where nobody can see where it leads.',
    es: 'Quiere que escanee un código con el móvil («{ask}»), donde nadie ve adónde lleva.',
    fr: 'Il veut que vous scanniez un code avec votre téléphone (« {ask} »), là où personne ne voit où il mène.',
    de: 'Sie sollen mit dem Handy einen Code scannen („{ask}“), bei dem niemand sieht, wohin er führt.',
  },
  advises: {
    en: 'Do not scan it. Open the service the way you always do.',
    es: 'No lo escanee. Entre en el servicio como siempre lo hace.',
    fr: 'Ne le scannez pas. Ouvrez le service comme vous le faites d’habitude.',
    de: 'Scannen Sie ihn nicht. Öffnen Sie den Dienst so, wie Sie es immer tun.',
  },
  clearable: true,
  look: (mail) => {
    const [first, second] = [inWords(mail), fromStranger(mail) ?? withoutPage(mail)]
    return (first?.points ?? 0) >= (second?.points ?? 0) ? first : second
  },
  examples: { fires: 'hostile/qr-mfa', quiet: 'honest/ticket-qr' },
}

/** It says that a code is to be scanned, and what for. */
function inWords(mail: Mail): Clue | undefined {
  const { says, message } = mail
  // A code that was read is judged by where it leads, not by what it might be.
  const leadsOff = mail.web.some((link) => link.origin === 'qr' && (mail.relation === 'stranger' || mail.foreign.includes(link)))
  if (message.codes.length > 0 && !leadsOff) return undefined
  const shown = message.attachments.some((file) => /^image\//.test(file.type)) && mail.text.length < 1500 && mail.relation === 'stranger'
  // Beside a picture a telephone to hold over it says as much as the name of the square.
  const square = shown ? (['qrPlain', 'withPhone'] as const) : (['qrPlain'] as const)
  const wanting = ['payOnPage', 'feeDue', 'moneyBack', 'signIn', 'bankNumbers'] as const
  const ask =
    says.together(['qrPlain'], { without: ['copier'] }) ??
    (shown && (keysOfOthers(mail) !== undefined || says.together([square, wanting], { within: 1 }) !== undefined)
      ? says.together(['withPhone'], { without: ['copier'] })
      : undefined)
  if (ask === undefined || isInside(mail) || mail.relation === 'brand' || teaches(mail)) return undefined
  const ownKeys =
    says.together([['qrPlain'], ['ownKeys']], { within: 1, without: ['copier'] }) ??
    (shown && says.has('withPhone') ? keysOfOthers(mail) : undefined)
  const mustPay =
    (says.has('loss', 'onlyThisWay') || (shown && smallAmount.test(mail.words) && says.has('hurry', 'atOnce'))) && !says.has('qrHonest')
      ? says.together([square, ['feeDue', 'payOnPage']], { within: 1, without: ['copier', 'qrHonest'] })
      : undefined
  const signsIn = says.together([square, ['signIn', 'secondStep', 'windfall']], { within: 1, without: ['copier', 'qrHonest'] })
  const details = says.together([square, ['bankNumbers', 'moneyBack', 'identity']], {
    within: 1,
    without: ['copier', 'qrHonest', 'bringIt'],
  })
  const purpose =
    ownKeys ??
    mustPay ??
    details ??
    says.together([['qrPlain'], ['keys']], { without: ['copier'] }) ??
    says.together([['qrPlain'], ['keys']], { within: 2, without: ['qrHonest', 'copier'] }) ??
    signsIn
  if (purpose === undefined) return undefined
  const drawn = (mail.text.match(/[█▀▄▌▐■□▓]/g)?.length ?? 0) > 40
  const picture =
    message.attachments.some((file) => /^(image\/|application\/(?:pdf|msword|vnd))/.test(file.type)) ||
    (message.page?.pictures ?? 0) > 0 ||
    drawn
  const grave = firstSaid(mail, 'credentials', 'threat', 'mailbox', 'document') !== undefined
  // `Scan` alone, in a long letter, is done to papers and computers.
  if (bare.test(ask) && !picturesSquare.test(mail.text.length > 1500 ? ask : mail.words) && (!picture || mail.text.length > 1500))
    return undefined
  const points = sum(
    [true, 40],
    [says.together([['keys'], ['qrPlain']]) !== undefined, 15],
    [grave, 20],
    [says.has('accountTrouble'), 15],
    [ownKeys !== undefined, 30],
    [ownKeys === undefined && signsIn !== undefined, 25],
    [mustPay !== undefined, 20],
    [details !== undefined && mail.relation === 'stranger', says.has('moneyBack', 'windfall') ? 45 : 25],
    [says.has('notGive') && ownKeys === undefined, -40],
    [mustPay !== undefined && says.has('loss') && says.has('onlyThisWay'), 20],
    [(mustPay !== undefined || ownKeys !== undefined) && says.has('loss', 'windfall'), 15],
    [says.has('hurry'), 12],
    [picture, 10],
    [isUnplaced(mail), 20],
    [mail.leadBrands.length > 0 && !mail.hasOwnLink, 12],
    [says.has('everybody'), 8],
    [says.has('qrHonest'), -40],
    [mail.web.some((one) => one.origin === 'qr' && isPlainLinkToo(mail, one)), -35],
    [says.has('senderKeys') && says.together(['workKeys', 'useKey']) === undefined, -65],
    [fitsName(mail) && mail.hasOwnLink, -30],
    [isBulk(mail), -30],
    [mail.hasOwnLink && mail.text.length > 1500, -25],
  )
  return points < 30 ? undefined : { facts: { ask: fact(ask) }, evidence: [quoteWords(ask), quoteWords(purpose)], points }
}

const isPlainLinkToo = (mail: Mail, code: Link): boolean =>
  mail.web.some((one) => one.origin === 'body' && one.innermost === code.innermost)

const smallAmount = /(?<![\d.,])\d{1,2}(?:[.,]\d\d)?\s?(?:€|eur\b|euros?\b|usd\b|dollars?\b|francs?\b|\$|£|chf\b)|[$€£]\s?\d{1,2}(?![\d.,])/

/**
 * A code that was read and leads to the stranger's own ground: there is no need to say `scan`. What tells is what is wanted behind it, where nobody has
 * a use for it: a key of another house, a fee, a proof of who one is.
 */
function fromStranger(mail: Mail): Clue | undefined {
  const { says, message } = mail
  const link = mail.web.find((one) => one.origin === 'qr')
  if (link === undefined || mail.relation !== 'stranger' || mail.trust !== undefined || teaches(mail)) return undefined
  const near = { within: 1, without: ['noKey', 'notGive'] } as const
  const keys = keysOfOthers(mail)
  const named = says.together(['workKeys'], near)
  const signs =
    named ?? says.together([['signIn', 'secondStep']], near) ?? says.together(['proveSelf'], near) ?? says.together(['anyKey'], near)
  const fee =
    says.together([['payOnPage'], ['pettySum', 'loss', 'hurry']], near) ??
    (smallAmount.test(mail.words) ? says.together(['payOnPage'], near) : undefined)
  const waits = says.together(['waitsForYou'])
  const scare = says.together(['loss']) ?? says.together(['accountTrouble'])
  const ends = says.together(['endsSoon'])
  const windfall = says.together(['windfall'])
  const papers = says.together([['identity', 'bankNumbers']], { without: ['noKey', 'notGive', 'senderKeys', 'bringIt'] })
  const whole = message.reader !== undefined && carries(link, message.reader.address)
  const ask = keys ?? signs ?? fee ?? windfall ?? papers ?? waits ?? scare ?? says.together(['withPhone']) ?? says.together(['qrPlain'])
  if (ask === undefined && !namesReader(link, message.reader)) return undefined
  const points = sum(
    [keys !== undefined, 88],
    [keys === undefined && signs !== undefined, 62],
    [fee !== undefined, smallAmount.test(mail.words) ? 84 : 68],
    [fee !== undefined && says.has('payThere'), -50],
    [fee !== undefined && says.has('hurry', 'loss'), 15],
    [waits !== undefined, 30],
    [scare !== undefined, 25],
    [windfall !== undefined, 40],
    [ends !== undefined, 20],
    [link.domain !== message.from.domain, 20],
    [says.has('withPhone'), 25],
    [message.codes.some(({ how }) => how === 'drawn'), 30],
    [namesReader(link, message.reader), whole ? 58 : 30],
    [papers !== undefined, 50],
    [windfall === undefined && says.has('moneyBack'), 28],
    [mail.dressedDomain && !isUnplaced(mail), 15],
    [says.has('hurry'), 12],
    [isUnplaced(mail), 30],
    [mail.nameBrands.length > 0, 30],
    // What is offered as a plain link too hides nothing behind the square.
    [isPlainLinkToo(mail, link), -40],
    [says.has('qrHonest') && keys === undefined, -35],
    [says.has('senderKeys') && keys === undefined, -65],
    [says.has('noKey') && keys === undefined, -40],
    [says.has('expected'), -35],
    [isBulk(mail), -45],
    [message.hasThread, -20],
    [mail.text.length > 1500, -25],
  )
  const evidence = [...(ask === undefined ? [] : [quoteWords(ask)]), quoteLink(link)]
  // Scanned and typed in one breath: a key that the reader has from elsewhere is typed on a page that nobody sees beforehand.
  const typed = says.together(
    [
      ['qr', 'qrPlain', 'withPhone'],
      ['enter', 'putIn'],
      ['secrets', 'cardSecret', 'workKeys'],
    ],
    { without: ['noKey', 'notGive', 'senderKeys', 'ownScreen', 'qrHonest'] },
  )
  return points < 30
    ? undefined
    : { facts: { ask: fact(ask ?? link.host) }, evidence, points, ...(typed !== undefined && { aTale: false as const }) }
}

const coins = /^(?:bitcoin|ethereum|litecoin|monero|solana|tron|dogecoin|lightning|web\+stellar):|^(?:bc1[a-z0-9]{20,}|0x[\da-f]{40})$/i
const messages = /^(?:smsto|sms|mmsto|otpauth|otpauth-migration):/i

/** A code that leads to no page: it sends coins, or a message from the reader's own telephone, or adds a key to their app. */
function withoutPage(mail: Mail): Clue | undefined {
  if (mail.relation !== 'stranger' || teaches(mail)) return undefined
  const code = mail.message.codes.find(({ text }) => coins.test(text.trim()) || messages.test(text.trim()))
  if (code === undefined) return undefined
  const kind = code.text.slice(0, 60)
  const points = sum(
    [coins.test(code.text.trim()), 60],
    [messages.test(code.text.trim()), 45],
    [mail.says.has('hurry'), 15],
    [isUnplaced(mail), 25],
    [mail.says.has('expected'), -30],
  )
  return { facts: { ask: fact(kind) }, evidence: [quote('QR code', kind)], points }
}
