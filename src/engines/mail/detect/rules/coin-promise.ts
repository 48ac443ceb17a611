/** Coins that multiply, or a wallet that must be "verified". */

import { said } from '../../words/plain-words.ts'
import { luringLink } from '../mail.ts'
import { fact, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'

export const coinPromise: Rule = {
  id: 'mail.coin-promise',
  severity: 'high',
  attack: ['T1657', 'T1598.003'],
  title: {
    en: 'A mail is after a crypto wallet',
    es: 'Un correo va detrás de una cartera de criptomonedas',
    fr: 'Un courriel vise un portefeuille de cryptomonnaies',
    de: 'Eine E-Mail hat es auf eine Krypto-Wallet abgesehen',
  },
  tells: {
    en: 'It wants your wallet or promises coins (“{ask}”).',
    es: 'Quiere su cartera o promete monedas («{ask}»).',
    fr: 'Il veut votre portefeuille ou promet des cryptomonnaies (« {ask} »).',
    de: 'Die E-Mail will an Ihre Wallet oder verspricht Kryptogeld („{ask}“).',
  },
  advises: {
    en: 'Never type a recovery phrase anywhere but into your own device. Send nothing.',
    es: 'No escriba nunca la frase de recuperación fuera de su propio dispositivo. No envíe nada.',
    fr: 'N’écrivez jamais une phrase de récupération ailleurs que dans votre propre appareil. N’envoyez rien.',
    de: 'Geben Sie eine Wiederherstellungsphrase nur in Ihr eigenes Gerät ein. Schicken Sie nichts.',
  },
  clearable: true,
  look: (mail) => {
    const ask = mail.wants('wallet')
    if (ask === undefined || mail.relation !== 'stranger' || mail.throughList) return undefined
    const lure = luringLink(mail)
    const phrase =
      said(
        mail.words,
        /\b(?:enter(?:ing)?|providing|submitting|typing|provide|type|submit|confirm|verify|import|introdu\w+|escrib\w+)\b[^.\n]{0,50}\b(?:(?:seed|recovery|secret|mnemonic|backup|(?:12|24|twelve)[- ]word)[- ]?(?:phrase|words)|private key|frase)/,
      ) !== undefined
    const wallet =
      said(
        mail.words,
        /\b(?:connect|verify|validate|sync\w*|migrate|link|restore|unlock|secure|authenticate)\b(?: [\w'-]+){0,3} wallets?\b|\bclaim\b|\bdouble (?:your|the) (?:coins?|bitcoins?|btc|eth|crypto|investment|tokens?)|\bwithdraw/,
      ) !== undefined
    const promise =
      said(
        mail.words,
        /\bguaranteed\b|\b\d+ ?% (?:daily|per day|weekly|profit|return)|\bdouble (?:your|the) (?:coins?|bitcoins?|btc|eth|crypto|investment|deposit)|\b(?:twice as much|double (?:it )?back|get twice|multipl\w+ your)\b|\bsend (?:any amount|[\d.,]+|from|between)[^.\n]{0,20}(?:btc|eth|bitcoins?|usdt|xrp|sol)\b|\bairdrop\b|\bgiveaway\b|\bhas been credited\b|\bbonus\b/,
      ) !== undefined
    const away = mail.foreign.length > 0 && !mail.hasOwnLink
    const hurry = mail.wants('urgency') !== undefined
    const newsletter = mail.wants('unsubscribe') !== undefined && mail.hasOwnLink
    const points = sum(
      [phrase, 80],
      [wallet, 55],
      [promise, 65],
      [away, 30],
      [mail.web.length > 0 && promise && !newsletter, 10],
      [hurry, 20],
      [lure !== undefined, 10],
      [mail.freeMail || mail.shadyDomain, 20],
      [newsletter, -60],
    )
    return points < 30
      ? undefined
      : { facts: { ask: fact(ask) }, evidence: [quoteWords(ask), ...(lure === undefined ? [] : [quoteLink(lure)])], points }
  },
  examples: { fires: 'hostile/coins-wallet', quiet: 'honest/crypto-news' },
}
