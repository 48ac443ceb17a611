/** An invoice or payment paper from a private mailbox. */

import { belongsTo } from '../../names/brands.ts'
import { plainWords, said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import type { Mail } from '../mail.ts'
import { fact, quote, quoteFrom, type Rule, sum } from '../rule.ts'

/** Counters and departments are nobody's names. */
const desks = new Set(
  'order orders desk billing receipt receipts invoice invoices payment payments service services support sales store shop team account accounts help renewal customer pedidos facturas cobros atencion commande commandes facturation bestellung rechnung kundenservice'.split(
    ' ',
  ),
)

/** `Ray Dunn` of ray.dunn.plumbing@…: somebody's own mailbox, under the own name. */
const isPerson = (mail: Mail): boolean => {
  const words = plainWords(mail.message.from.name)
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2)
  return words.length >= 2 && !words.some((word) => desks.has(word)) && words.every((word) => mail.message.from.address.includes(word))
}

export const billFromPrivate: Rule = {
  id: 'mail.bill-from-private',
  severity: 'medium',
  attack: ['T1566.001'],
  title: {
    en: 'A bill comes from a private mailbox',
    es: 'Una factura viene de un buzón privado',
    fr: 'Une facture vient d’une adresse privée',
    de: 'Eine Rechnung kommt aus einem privaten Postfach',
  },
  tells: {
    en: 'A business paper ({file}) comes from the private mailbox {address}.',
    es: 'Un documento de empresa ({file}) viene del buzón privado {address}.',
    fr: 'Un document d’entreprise ({file}) vient de l’adresse privée {address}.',
    de: 'Ein Geschäftspapier ({file}) kommt aus dem privaten Postfach {address}.',
  },
  advises: advice.doNotPay,
  clearable: true,
  look: (mail) => {
    const file = mail.files.find((one) => /\.(pdf|docx?|xlsx?|zip|rar|html?)$/i.test(one.name) || one.type === 'application/pdf')
    // A receipt that is nothing but a picture, from nobody: the number to call stands where no filter reads.
    const isDrawn = (mail.message.page?.pictures ?? 0) > 0 && mail.text.trim().length < 20 && !isPerson(mail)
    const paper = file?.name ?? (isDrawn ? mail.message.subject : undefined)
    if (paper === undefined || !mail.freeMail || mail.relation !== 'stranger' || mail.throughList || mail.message.hasThread)
      return undefined
    const business = said(
      plainWords(file === undefined ? mail.message.subject : `${mail.message.subject} ${file.name} ${mail.words.slice(0, 1500)}`),
      /\b(?:invoice|payment|receipt|order|renewal|subscription|purchase|transaction|remittance|statement|bill|billing|factura|rechnung|beleg|facture|recu|commande|bestellung|pago|recibo|pedido|confirmation|membership|quotation|refund)\b/,
    )
    if (business === undefined) return undefined
    const bare = mail.text.trim().length < 250
    const brand = mail.leadBrands.some((one) => !belongsTo(one, mail.message.from.domain)) || mail.nameBrands.length > 0
    return {
      facts: { file: fact(paper), address: fact(mail.message.from.address) },
      evidence: [file === undefined ? quote('Subject', paper) : quote('attachment', paper), quoteFrom(mail)],
      points: sum(
        [true, 30],
        [bare, 25],
        [brand, 40],
        [mail.wants('call') !== undefined && mail.says.has('notMine', 'hurry'), 30],
        [isPerson(mail), -15],
        [/bill|invoice|payment|receipt|order|service|support|team|account|notice|confirm|\d{4}/.test(mail.message.from.address), 25],
      ),
    }
  },
  examples: { fires: 'hostile/callback-pdf', quiet: 'honest/job-application' },
}
