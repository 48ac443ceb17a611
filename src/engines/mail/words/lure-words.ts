/**
 * What lures speak of, word by word and in five groups. A phrase is easily turned another way; the groups that must meet for a lure are not: something the
 * reader has or expects, a trouble with it, a demand, and haste. Counting only; what a count is worth is a rule's matter.
 */

const groups = {
  /** What the reader has and may lose. */
  has: /\b(?:accounts?|mail ?box|inbox|webmail|passwords?|passcodes?|sign-?in|log-?in|access|identity|credentials|authenticator|mfa|2fa|two-factor|multi-factor|devices?|session|licen[cs]e|wallet|cards?|bank|page|domain|website|hosting|subscription|membership|profile|portal|storage|server|ads|benefits|payroll|payout|transfer|messages|certificate|cover|cuenta|contrasena|clave|buzon|correo|tarjeta|acceso|dominio|suscripcion|banco|servicio|suministro)\b/g,
  /** What is said to be wrong. */
  trouble:
    /\b(?:suspend\w*|suspension|expir\w+|lapsed?|block(?:ed|ing)|lock(?:ed)?|disabl\w+|deactivat\w+|terminat\w+|delet\w+|eras(?:e|ed)|remov(?:ed|al)|void(?:ed)?|restrict\w+|limited|paus(?:e|ed)|held|on hold|halt(?:ed)?|stop(?:ped)?(?: working)?|fail(?:ed|ure|s)?|declin\w+|reject\w+|return(?:ed)?|incomplete|delay(?:ed)?|pending|unpaid|overdue|outstanding|late fee|penalty|violat\w+|infring\w+|warrant|summon\w*|fine|without paying|discrepanc\w+|difference|unusual|unknown|suspicious|unauthori[sz]ed|unrecogni[sz]ed|compromis\w+|attempted|new device|virus|infected|incident|goes against|out of date|not (?:been )?(?:renewed|updated|verified|delivered|confirmed|recogni[sz]ed)|could ?n[o']t|unable|missed|lose|bloque\w+|suspendid\w+|caduc\w+|venc\w+|impagad\w+|pendiente|retenid\w+|rechazad\w+|corte|multa|no (?:esta|ha sido) \w+|dejara)\b/g,
  /** What waits to be seen, taken or feared. */
  bait: /\b(?:voice ?mails?|vm|voice messages?|caller|audio|recording|fax(?:es)?|envelope|folders?|files?|documents?|scan(?:ned)?|contract|agreement|invoice|bill|toll|tax|assessment|refund|rebate|parcel|package|shipment|delivery|bonus|salary|leave|holiday|schedule|policy|handbook|notice|list|ballots?|voter|precinct|agenda|quotes|rfq|prize|reward|gift|airdrop|tokens?|mentioned you|shared|added you|chat|payment|purchase|charge|factura|paquete|envio|devolucion|premio|documento|archivo|mensajes?)\b/g,
  /** What the reader is to do. */
  demand:
    /\b(?:verif\w+|confirm\w*|validat\w+|re-?enter|re-?activat\w+|activat\w+|renew|upgrade|update|migrat\w+|move to|settle|pay|sign(?: in)?|log ?in|review|accept|acknowledge|claim|approve|set (?:it )?up|release|fix|unlock|secure|correct|appeal|request review|keep|restore|re-?syn\w+|re-?enrol\w*|identify yourself|stop the payment|open|view|see|read|listen|play|get|download|hear|cancel|deliver|allow|start|necesita|verifi\w+|confirme|actuali[cz]\w*|pagu?e|pagar|firm\w+|acced\w+|renov\w+|reactiv\w+|descarg\w+|ver)\b/g,
  haste:
    /\b(?:today|tonight|tomorrow|immediately|urgent\w*|within|hours?|days|minutes|before|deadline|expires?|final|last|must|required|(?:everyone|everybody|all users|all staff) (?:has|have|must|need)|or (?:it|your|the|else)|otherwise|avoid|by (?:monday|tuesday|wednesday|thursday|friday)|on friday|hoy|manana|urgente|horas|evitar|antes|si no)\b/g,
} as const

export type LureWords = {
  /** How many of the five groups were met. */
  readonly groups: number
  /** Whether something to have or expect met a trouble or a haste, and a demand. */
  readonly whole: boolean
  readonly words: readonly string[]
}

/** Counts over plain words. */
export function readLureWords(text: string): LureWords {
  const found = Object.values(groups).map((pattern) => [...new Set([...text.matchAll(pattern)].map((hit) => hit[0]))])
  const [has = [], trouble = [], bait = [], demand = [], haste = []] = found
  return {
    groups: found.filter((hits) => hits.length > 0).length,
    whole: has.length + bait.length > 0 && trouble.length + haste.length > 0 && demand.length > 0,
    words: found.flat(),
  }
}
