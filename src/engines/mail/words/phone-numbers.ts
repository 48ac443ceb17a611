/** Telephone numbers as people write them, and as those write them who hide them from filters: letters for digits, odd signs in between, digits spelled out. */

const limit = 12_000

/** What stands before a number that is none to call. */
const otherNumber =
  /(?:subscription|suscripcion|abonnement|contrat\w*|vertrag\w*|poliza|policy|membership|licen[cs]e|customer|client\w*|kunden\w*|zip code|order|pedido|commande|bestell\w*|invoice|factura|facture|rechnung\w*|ref\w*|reference|id|no|nr|num\w*|case|ticket|account|acct|konto\w*|cuenta|compte|iban|isbn|vat|vin|txn|transaction|receipt|serial|tracking|sort code|routing|zip|date|card|po|#|n[ºo°])[\s.:#-]{0,3}(?:no|nr|number|id|is|code)?[\s.:#-]{0,3}$/i
const candidate = /(?<![\w@./=-])(?:\+|00)?[([]?[\dOolI|][)\]]?(?:[ \t\u00a0().\-‐-―·•*_/|~[\]]{0,4}[\dOolI|]){6,15}(?![\w@])/g
/** A decimal or a version: `07.60063828`, `5.4.0 20160609`. */
const measured = /^\d{1,4}\.\d{5,}$|^\d+(?:\.\d+){2,} \d/
const spelled =
  /\b(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|null|eins|zwei|drei|vier|funf|sechs|sieben|acht|neun|deux|trois|quatre|cinq|sept|huit|neuf)[\s,.-]{1,3}){7,}/i

/** The first number that one could call, as it stands; undefined when there is none. */
export function phoneIn(text: string): string | undefined {
  const plain = text
    .slice(0, limit)
    .normalize('NFKD')
    .replace(/(?:\p{M}|\p{Cf}|\u20e3)/gu, '')
    .replace(/[\u24ff\u24ea]/g, '0')
    .replace(/[\p{Ps}\p{Pe}]/gu, (mark) => (/\p{Ps}/u.test(mark) ? '(' : ')'))
    .replace(/\+ +(?=[\d(])/g, '+')
  for (const hit of plain.matchAll(candidate)) {
    const written = hit[0].trim()
    const digits = written.replace(/[^\dOolI|]/g, '')
    const genuine = written.replace(/\D/g, '').length
    const grouped = /[\s().\-‐-―·•*_/|~]/.test(written)
    if (digits.length < 7 || digits.length > 15 || genuine < digits.length * 0.6) continue
    const local = /^\d{3}[-. ·]\d{4}$/.test(written) || /^\d{3}(?:[-. ]\d){4}$/.test(written)
    if (!written.startsWith('+') && ((digits.length < 9 && !local) || (!grouped && digits.length > 10))) continue
    if (/^\d{4}[-./]\d{1,2}[-./]\d{1,2}|^\d{1,2}[-./]\d{1,2}[-./]\d{4}/.test(written) || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(written)) continue
    if (/^\d{5}-\d{4}$/.test(written) || measured.test(written)) continue
    if (/^\d{4}([ -])\d{4}\1\d{4}/.test(written)) continue
    const before = plain.slice(Math.max(0, hit.index - 24), hit.index)
    if (
      otherNumber.test(before) &&
      !/(?:phone|call|tel\w*|contact|helpline|hotline|support|llam\w+|appel\w+|ruf\w*|our|single|only|one|unico|un solo|seul|notre|einzige|diese|unsere)[\s\w]{0,8}(?:no|nr|number|num\w*)?[\s.:#-]{0,3}$/i.test(
        before,
      )
    )
      continue
    return written
  }
  return spelled.exec(plain)?.[0]?.trim()
}
