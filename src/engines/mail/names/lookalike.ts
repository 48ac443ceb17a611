/** Whether one domain dresses up as another. Names only; what is done about it is a rule's matter. */
import { editDistance, skeletonOf } from '#kernel'
import { labelOf } from './domain.ts'
import { domainToUnicode } from './unicode-domain.ts'

/** How a domain imitates: `letters` (swapped or added), `ending` (another suffix), `words` (the name with words added). */
export type Likeness = { readonly of: string; readonly how: 'letters' | 'ending' | 'words' }

const addedWords =
  /^(?:(?:2fa|mailcenter|mailcentre|mailservice|mailserver|webpost|airdrop|claim|enrol|rollout|add-in|signin|operations|ops|multas|dgt|invoices|upkeep|relay|queue|acceso|accounting|aduana|adcenter|approval|audit|ads|alerts?|aviso|avisos|business|cancel|case|certify|certification|citacion|citaciones|clave|cobros|compliance|copyright|corpmail|credential|credentials|cuentas|deactivate|debt|defender|dept|desk|disbursement|disbursements|docs-view|documento|documentos|download|enforcement|enroll|expiry|expire|expired|extension|firma|firmas|fine|fines|hold|hosted|identity|infringement|inbox|juzgado|kyc|listing|locked|mailer|mx|notif|notifs|nomina|onboarding|owa|password|passwords|payout|payouts|payrolls|pbx|penalty|processing|proof|proofing|propuesta|quarantined|rebate|rebates|recert|reenrol|reenroll|refunded|registration|release|rh|risk|rrhh|sede|seed|settle|settlement|signatures|stmt|summons|suspend|suspended|suspension|tarjeta|toll|tolls|tollsvc|upgrade|unsuspend|validar|verificacion|verificar|view|viewer|voicemails|vpn|webaccess|workforce|access|account|accounts|activate|activation|admin|advice|alert|alerta|alertas|alerts|app|appeal|auth|authenticator|backup|banca|bank|benefits|billing|board|bonus|business|case|center|central|centre|chat|claim|claims|client|cliente|clientes|clients|cloud|coin|comms|conf|confirm|connect|copier|copyright|corp|correo|correos|courier|court|crypto|cuenta|customer|customers|customs|data|delivery|desk|device|digital|direct|docs|document|documents|donate|donations|employee|employees|entregas|envios|esign|eu|event|express|fax|file|files|fileshare|finance|gateway|global|group|handbook|help|helpdesk|helpline|hold|hq|hr|hub|id|inc|info|invoice|invoices|it|legal|limited|link|links|llc|login|logon|mail|mailbox|message|messages|meta|mfa|migrate|migration|msg|my|net|notice|notices|notification|notifications|notify|office|official|online|order|orders|package|page|pagos|parcel|parcels|pay|payment|payments|payroll|pbx|people|policy|portal|post|prize|protect|protection|quarantine|quota|receipt|receipts|recovery|redelivery|refund|refunds|registry|remit|remittance|renew|renewal|renewals|reset|resolution|restore|return|returns|review|reviews|reward|rewards|safe|safety|salary|scan|scanner|secure|secured|security|seguridad|server|service|services|session|share|shared|shares|shipment|shipping|sign|signin|signing|soporte|sso|staff|status|storage|support|sync|system|tax|taxes|team|ticket|ticketing|track|tracking|uk|unified|unlock|update|updates|us|usa|user|validate|vault|verification|verify|virtual|vm|voice|voicemail|volunteer|wages|wallet|warning|web|webmail|world|www)[-.]?)+$/

type Own = { readonly domain: string; readonly label: string; readonly skeleton: string }
const worked = new WeakMap<readonly string[], readonly Own[]>()

/** Labels and skeletons of a list, worked out once: the lists are few and asked for every link of every mail. */
function ownOf(genuine: readonly string[]): readonly Own[] {
  const known = worked.get(genuine)
  if (known !== undefined) return known
  const own = genuine
    .map((domain) => ({ domain, label: labelOf(domain), skeleton: skeletonOf(labelOf(domain)) }))
    .filter(({ label }) => label.length >= 4)
  worked.set(genuine, own)
  return own
}

const answered = new WeakMap<readonly string[], Map<string, Likeness | undefined>>()

/** How `domain` resembles one of `genuine`; undefined when it does not, or when it is one of them. */
export function likenessOf(domain: string, genuine: readonly string[], options: { readonly endings: boolean }): Likeness | undefined {
  const known = answered.get(genuine) ?? new Map<string, Likeness | undefined>()
  const key = `${options.endings} ${domain}`
  if (known.has(key)) return known.get(key)
  const likeness = findLikeness(domain, genuine, options)
  // The same few hosts stand in many mails; a flood of others starts anew.
  if (known.size > 5000) known.clear()
  answered.set(genuine, known.set(key, likeness))
  return likeness
}

function findLikeness(domain: string, genuine: readonly string[], options: { readonly endings: boolean }): Likeness | undefined {
  if (domain === '' || genuine.includes(domain)) return undefined
  const label = labelOf(domainToUnicode(domain))
  const skeleton = skeletonOf(label)
  const plain = label.replaceAll('-', '')
  for (const own of ownOf(genuine)) {
    if (label === own.label) {
      if (options.endings) return { of: own.domain, how: 'ending' }
      continue
    }
    if (skeleton === own.skeleton || plain === own.label) return { of: own.domain, how: 'letters' }
    const slips = own.label.length >= 10 ? 2 : 1
    const near = own.label.length >= 6 && label.length >= 5 && editDistance(skeleton, own.skeleton, slips) <= slips
    if (near) return { of: own.domain, how: 'letters' }
    if (own.label.length >= 5 && label.includes(own.label)) {
      const rest = label.replace(own.label, '').replace(/^-+|-+$/g, '')
      if (addedWords.test(rest)) return { of: own.domain, how: 'words' }
    }
    const parts = label.split('-')
    const short = own.label.length === 4 && parts.length > 1 && parts.includes(own.label)
    if (short && parts.every((part) => part === own.label || addedWords.test(part))) return { of: own.domain, how: 'words' }
    const inDisguise = own.label.length >= 6 && label.includes('-') && skeleton.includes(own.skeleton)
    if (inDisguise && parts.some((word) => word !== own.label && skeletonOf(word) === own.skeleton))
      return { of: own.domain, how: 'letters' }
  }
  return undefined
}

/** Words of the trade of trust itself; a house hardly calls itself by two of them. */
const trustWords =
  /^(?:2fa|acceso|accounting|aduana|adcenter|approval|audit|ads|alerts?|aviso|avisos|business|cancel|case|certify|certification|citacion|citaciones|clave|cobros|compliance|copyright|corpmail|credential|credentials|cuentas|deactivate|debt|defender|dept|desk|disbursement|disbursements|docs-view|documento|documentos|download|enforcement|enroll|expiry|expire|expired|extension|firma|firmas|fine|fines|hold|hosted|identity|infringement|inbox|juzgado|kyc|listing|locked|mailer|mx|notif|notifs|nomina|onboarding|owa|password|passwords|payout|payouts|payrolls|pbx|penalty|processing|proof|proofing|propuesta|quarantined|rebate|rebates|recert|reenrol|reenroll|refunded|registration|release|rh|risk|rrhh|sede|seed|settle|settlement|signatures|stmt|summons|suspend|suspended|suspension|tarjeta|toll|tolls|tollsvc|upgrade|unsuspend|validar|verificacion|verificar|view|viewer|voicemails|vpn|webaccess|workforce|access|account|accounts|activate|activation|add-in|admin|advice|airdrop|alert|alerta|alertas|alerts|appeal|auth|authenticator|backup|banca|benefits|billing|bonus|cloud|coin|comms|confirm|copier|copyright|correo|correos|crypto|cuenta|customs|delivery|device|dgt|docs|document|documents|employee|employees|enrol|entregas|envios|esign|fileshare|gateway|handbook|help|helpdesk|helpline|hold|invoice|invoices|invoices|limited|login|logon|mailbox|message|messages|mfa|migrate|migration|msg|multas|notice|notices|notification|notifications|notify|official|pagos|pay|payment|payments|payroll|pbx|portal|prize|protect|protection|quarantine|queue|quota|receipt|receipts|recovery|redelivery|refund|refunds|registry|relay|remit|remittance|renew|renewal|renewals|reset|resolution|restore|return|returns|reward|rewards|rollout|safe|safety|scanner|secure|secured|security|seguridad|server|session|share|shared|shares|shipment|sign|signin|signin|signing|soporte|sso|staff|storage|sync|ticket|ticketing|unified|unlock|update|updates|upkeep|user|validate|verification|verify|vm|voice|voicemail|wallet|warning|webmail)+$/
const officeWords =
  /^(?:bank|chat|claim|claims|client|clientes|clients|conf|connect|court|customer|customers|delivery|desk|event|fax|file|files|finance|hr|hub|id|it|legal|mail|online|package|page|parcel|parcels|people|policy|portal|post|review|reviews|scan|service|services|shipping|support|system|tax|taxes|track|tracking|vault|web)+$/

/** A domain put together from words that inspire trust and name nobody: `secure-mail-portal.example`. */
export function isTrustWords(domain: string): boolean {
  const parts = labelOf(domain)
    .split('-')
    .filter((part) => part !== '')
  const trusty = parts.filter((part) => trustWords.test(part)).length
  const offices = parts.filter((part) => officeWords.test(part)).length
  return parts.length >= 2 ? trusty >= 2 || (trusty === 1 && offices >= 1) || offices >= 2 : trusty === 1 && (parts[0]?.length ?? 0) >= 10
}

/** A name with a hyphen and one such word: `krontrade-invoices.example`. Houses do that too, so it only adds to other marks. */
export function isDressed(domain: string): boolean {
  const parts = labelOf(domain).split('-')
  return parts.length >= 2 && parts.some((part) => part !== '' && addedWords.test(part))
}
