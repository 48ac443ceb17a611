/** A parcel that waits for a small fee, or for an address. */

import { luringLink } from '../mail.ts'
import { fact, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'

export const parcelFee: Rule = {
  id: 'mail.parcel-fee',
  severity: 'high',
  attack: ['T1566.002', 'T1598.003'],
  title: {
    en: 'A mail holds back a parcel for a fee',
    es: 'Un correo retiene un paquete por una tasa',
    fr: 'Un courriel retient un colis contre paiement',
    de: 'Eine E-Mail hält ein Paket gegen eine Gebühr zurück',
  },
  tells: {
    en: 'It says “{claim}” and wants money or data on {host}.',
    es: 'Dice «{claim}» y quiere dinero o datos en {host}.',
    fr: 'Il dit « {claim} » et veut de l’argent ou des données sur {host}.',
    de: 'Die E-Mail sagt „{claim}“ und will Geld oder Daten auf {host}.',
  },
  advises: {
    en: "Pay nothing here. Type the tracking number on the carrier's own page.",
    es: 'No pague nada aquí. Escriba el número de envío en la página oficial del transportista.',
    fr: 'Ne payez rien ici. Saisissez le numéro de suivi sur le site officiel du transporteur.',
    de: 'Zahlen Sie hier nichts. Geben Sie die Sendungsnummer auf der Seite des Paketdienstes selbst ein.',
  },
  clearable: true,
  look: (mail) => {
    const claim = mail.wants('parcel')
    const lure = luringLink(mail)
    if (claim === undefined || lure === undefined || mail.relation !== 'stranger') return undefined
    const fee = mail.wants('fee') !== undefined
    const away = mail.foreign.some((link) => link.domain !== mail.message.from.domain) && !mail.hasOwnLink
    const odd =
      mail.shadyDomain ||
      mail.borrowedOffice ||
      mail.borrowedPages.length > 0 ||
      mail.freeMail ||
      mail.nameBrands.length > 0 ||
      /parcel|delivery|package|shipping|express|courier|post|track|envio|paquete/.test(mail.message.from.domain)
    const hurry = mail.wants('urgency') !== undefined
    const points = sum([fee, 60], [away, 35], [odd, 25], [hurry, 20])
    return points < 45 || mail.throughList
      ? undefined
      : { facts: { claim: fact(claim), host: fact(lure.host) }, evidence: [quoteWords(claim), quoteLink(lure)], points }
  },
  examples: { fires: 'hostile/parcel-fee', quiet: 'honest/parcel-missed' },
}
