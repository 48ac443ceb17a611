/** Which house a mail says it comes from: in the name, in the introduction, in the signature; known ones from the table, others by what they call themselves. */
import { type Brand, belongsTo, brandsIn } from '../names/brands.ts'
import { labelOf, registered } from '../names/domain.ts'
import { type Institute, instituteOfLabel, institutesIn, isOfInstitute } from '../names/institutes.ts'
import { isPublicOffice } from '../names/public-offices.ts'
import { plainWords } from '../words/plain-words.ts'
import type { Mail } from './mail.ts'
import { answersElsewhere, fitsName } from './sender.ts'

export type ClaimedHouse = {
  readonly name: string
  readonly known: boolean
  /** A house that has a domain of its own: a university, a ministry, a paper. Clubs and local groups often have none. */
  readonly formal: boolean
  readonly inName: boolean
  /** "On behalf of": an agency may say that. */
  readonly onBehalf: boolean
  /** The sender's domain is made to look like the house's. */
  readonly resembles: boolean
  /** The mail leads to the house's own pages. */
  readonly linked: boolean
  readonly labels: readonly string[]
  /** Where it was said. */
  readonly said: string
}

const formalWord =
  /\b(?:institut[eos]*|institution|think tank|university|universidad|universite|universitat|college|school of|faculty|facultad|faculte|hochschule|cent(?:er|re)|centro|zentrum|council|consejo|conseil|foundation|fundacion|fondation|stiftung|endowment|fund|ministry|ministerio|ministere|\w*ministerium|embassy|embajada|ambassade|botschaft|consulate|consulado|consulat|konsulat|parliament|parlamento|parlement|congress|congreso|senate|senado|senat|commission|comision|kommission|secretariat|delegation|department of|observatory|observatorio|observatoire|academy|academia|academie|akademie|times|post|herald|tribune|gazette|chronicle|journal|daily|diario|weekly|observer|courier|ledger|globe|dispatch|sentinel|examiner|register|inquirer|standard|mirror|news|zeitung|nachrichten|magazine|revista|revue|press|presse|prensa|broadcasting|television|radio|agency|agencia|agence|quarterly|review of|policy (?:lab|group|forum|network|initiative)|research (?:group|lab|network)|policy studies|initiative|forum|alliance|observer)\b/
/** Words of houses that are words of everyday things too: only who says that they are from there means the house. */
const everydayWord =
  /\b(?:radio|post|standard|mirror|register|observer|courier|ledger|globe|dispatch|press|presse|news|daily|journal|forum|alliance|initiative|agency|review of|school of|fund)\b/
const localWord =
  /\b(?:club|association|asociacion|verein|society|chapter|rotary|lions|parish|church|pta|neighbou?rhood|residents?|local|union|sindicato|league|choir|committee|team|friends of|amigos de|amis de|freunde|youth|students?|alumni|coalition|collective|volunteers?)\b/
const small = new Set(
  'of for on and in the a an at de la le les el los las du des del y et und fur pour para der die das den dem von zu zur l d e'.split(' '),
)

/** Capitalised words in a row, small ones between them. */
const properName =
  /[A-ZÀ-Þ][\p{L}&'’.-]*(?:\s+(?:(?:of|for|on|and|in|the|at|de|la|le|les|el|los|las|du|des|del|y|et|und|für|pour|para|der|die|das|von|zur)\s+){0,3}[A-ZÀ-Þ][\p{L}&'’-]*){0,8}/gu

/** The houses claimed that the sender's address does not belong to, the most telling first. */
export function claimedHouses(mail: Mail): readonly ClaimedHouse[] {
  const { from } = mail.message
  // Where a link leads is no word about who writes.
  const written = mail.text.replace(/https?:\S+/g, ' ')
  const opening = written.slice(0, 1500)
  const lines = written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/[<>=_{}|]/.test(line))
  const signature = lines.slice(-9).filter((line) => line.length <= 90)
  const claims: ClaimedHouse[] = []
  const reply = answersElsewhere(mail) ? mail.message.replyTo?.host : undefined
  const hosts = [reply ?? from.host]
  const add = (text: string, inName: boolean, onBehalf: boolean, outright = true): void => {
    for (const institute of institutesIn(plainWords(text))) {
      if (!hosts.every((host) => isOfInstitute(institute, host) || isOfInstitute(institute, registered(host))))
        claims.push(known(mail, institute, text, inName, onBehalf))
    }
    // Whoever works for a house that everybody knows does not write from a free mailbox.
    if (mail.freeMail && !inName && staffWord.test(plainWords(text)))
      for (const brand of brandsIn(text)) if (!belongsTo(brand, mail.message.from.domain)) claims.push(ofBrand(brand, text, onBehalf))
    for (const name of namesOfHouses(text))
      if (
        !hosts.every((host) => fitsHouse(name, host)) &&
        institutesIn(plainWords(name)).length === 0 &&
        (outright || !everydayWord.test(plainWords(name)))
      )
        claims.push(unknown(mail, name, text, inName, onBehalf))
  }
  // Who writes from a domain of their own name may speak of houses they worked for.
  const ownName = fitsName(mail)
  add(from.name, true, false)
  if (mail.freeMail && stateWord.test(plainWords(`${from.name} ${from.address.split('@')[0]?.replace(/[._+-]/g, ' ')}`)))
    claims.push(unknown(mail, from.name, from.name, true, false, true))
  for (const line of signature) {
    const plain = plainWords(line)
    if (!sentFrom.test(plain) && !plain.endsWith('?') && !(onlyMentions.test(plain) && /[.!?]/.test(plain))) add(line, false, false)
  }
  for (const sentence of opening.replace(/\n(?!\n)/g, ' ').split(/(?<=[.!?])\s+|\n+/)) {
    const plain = plainWords(sentence)
    const outright = claimsToBe.test(plain)
    if (/[<>_{}|]|=>/.test(sentence)) continue
    if (outright || (!ownName && inFirstPerson.test(plain) && !onlyMentions.test(plain)))
      add(sentence.slice(0, 300), false, /\bbehalf\b|en nombre de|au nom de|im namen|im auftrag/.test(plain), outright)
  }
  // Its domain plays with a famous name that the letter speaks of.
  const label = labelOf(registered(hosts[0] ?? ''))
  const played = label.replaceAll('-', '')
  // In a free mailbox the name before the @ is what somebody chose.
  const box = mail.freeMail ? from.address.slice(0, from.address.lastIndexOf('@')) : ''
  const pieces = new Set([...label.split('-'), ...box.split(/[._+-]/)])
  const spoken = plainWords(`${opening}\n${mail.message.subject}`)
  for (const institute of institutesIn(`${spoken}\n${plainWords(from.name)}`)) {
    const plays = institute.domains.some((domain) => {
      const own = labelOf(domain).replaceAll('-', '')
      return (own.length > 4 && played.includes(own)) || (own.length > 1 && pieces.has(own))
    })
    const named = institute.words.some((word) => {
      const compact = word.replace(/[^a-z0-9]/g, '')
      return (
        (compact.length > 6 && played.includes(compact)) ||
        (compact.length > 2 && pieces.has(compact)) ||
        (word.length > 6 && played.includes(word.split(' ')[0] ?? word) && (word.split(' ')[0] ?? '').length > 6)
      )
    })
    if ((plays || named) && !hosts.every((host) => isOfInstitute(institute, host) || isOfInstitute(institute, registered(host))))
      claims.push({ ...known(mail, institute, mentionOf(institute, spoken, from.name), false, false), resembles: true })
  }
  // A short name that the letter writes in capitals, and its domain or mailbox with something beside it: `rand-consultations` and RAND.
  for (const piece of pieces.size < 2 ? [] : pieces) {
    const institute = piece.length > 2 && mail.text.slice(0, 1500).includes(piece.toUpperCase()) ? instituteOfLabel(piece) : undefined
    if (institute !== undefined && !hosts.every((host) => isOfInstitute(institute, host) || isOfInstitute(institute, registered(host))))
      claims.push({ ...known(mail, institute, piece.toUpperCase(), false, false), resembles: true })
  }
  // The house of the own domain may be named beside another ("a joint project with Oxford"): then nothing is borrowed.
  const isOwn = (one: Institute): boolean => hosts.every((host) => isOfInstitute(one, host) || isOfInstitute(one, registered(host)))
  const own =
    (!mail.forged && institutesIn(plainWords(opening)).some(isOwn)) ||
    [from.name, ...signature].some(
      (text) =>
        namesOfHouses(text).some((name) => institutesIn(plainWords(name)).length === 0 && hosts.every((host) => fitsHouse(name, host))) ||
        institutesIn(plainWords(text)).some(isOwn),
    )
  if (own || hosts.every(isPublicOffice)) return []
  return claims.sort(
    (left, right) =>
      Number(right.known) - Number(left.known) ||
      Number(right.resembles) - Number(left.resembles) ||
      Number(right.formal) - Number(left.formal),
  )
}

export const claimsToBe =
  /\b(?:i (?:[a-z']+ ){1,4}(?:for|at|with)|i (?:edit|lead|run|head|chair|direct|coordinate|produce|teach|convene)|ich (?:[a-z]+ ){1,3}(?:bei|beim|am|an|im|fur|in|das|die|den|ein|eine)|wir (?:[a-z]+ ){0,3}(?:bei|beim|am|an|im)|(?:bei|beim|am|im|an) [^.]{4,60} (?:untersuchen|forschen|arbeiten|planen|bereiten|erstellen|befragen|suchen|sammeln|leite|betreue|koordiniere|schreibe) |meine (?:arbeitsgruppe|abteilung|redaktion|forschungsgruppe)|unsere? (?:arbeitsgruppe|redaktion|referat|programm|stiftung|institut)|je (?:suis|dirige|coordonne|mene|prepare|redige|couvre|anime|represente|termine|travaille|publie|enquete)|maitre(?:sse)? de conferences|charge(?:e)? de (?:mission|recherche)|chercheu(?:r|se)|doctorant(?:e)?|notre (?:equipe|redaction|laboratoire|mission|evenement)|(?:coordino|dirijo|investigo|cubro|represento|preparo|edito|colaboro|doy clase|formo parte|trabajamos|preparamos|organizamos)|nuestr[oa] (?:equipo|redaccion|programa|grupo)|(?:producer|reporter|editor|fellow|researcher|professor|lecturer|postdoc|analyst|correspondent|officer|adviser|advisor|attache|coordinator|consultant|delegate|secretary) (?:on|of)|[a-z]+ from the|journaliste|i am|i'm|my name is|this is|i work|i write|i report|i cover|i lead|i run|i edit|i teach|i serve|i direct|i coordinate|i produce|i represent|writing (?:to you )?(?:from|for|on behalf|in my)|reaching out (?:from|on behalf)|on behalf of|here at|we at|our team at|(?:desk|investigations|newsroom|unit|bureau|team|department|press office|clinic) (?:at|of|with|for)|equipo de|equipe de|a (?:reporter|journalist|fellow|researcher|professor|producer|editor|correspondent|columnist|lecturer|scholar) (?:at|with|for|from)|(?:fellow|researcher|professor|reporter|journalist|editor|correspondent|director|coordinator|officer|manager|analyst|adviser|advisor|associate|secretary|attache|producer) (?:at|with|for|of|from)|colleagues at|team at|soy|me llamo|mi nombre es|trabajo (?:en|para|como)|le escribo|te escribo|escribo|en nombre de|je suis|je m'appelle|je travaille|je vous ecris|au nom de|de la part de|ich bin|mein name ist|ich arbeite|ich schreibe|im namen|im auftrag|(?:the|our) (?:\w+ ){0,5}(?:is|are) (?:organi[sz]ing|preparing|hosting|convening|inviting|pleased|holding|working|launching|compiling)|invites? you|would like to invite)\b/

/** Offices of state in a display name: they have addresses of their own. */
const stateWord =
  /\b(?:senator|senateur|senatrice|senador\w?|congress(?:man|woman)|minister\w*|ministre|ministr[oa]|embassy|embassade|ambassad\w*|botschaft\w*|embajad\w*|depute|deputee|diputad\w|bundestag\w*|abgeordnet\w+|mep|eurodiput\w+|consul\w*|konsulat|parliament\w*|parlement\w*|parlamento|senat|senado|assemblee|asamblea|office of (?:the|mep|mp|senator|congress)|private office|human rights office|chancellery|kanzleramt|staatskanzlei|prefecture|prefet|governor|gobernador\w?)\b/

/** Who names a house and speaks of themselves in one sentence, without having read, seen, studied or shared something there. */
const inFirstPerson =
  /\b(?:i|i'm|i've|i'd|we|we're|our|my|me|us|here|ich|wir|uns|unser\w*|mein\w*|je|j'|nous|notre|nos|mon|ma|journaliste|chercheu\w+|yo|soy|somos|nos|mi|nuestr\w+|estoy|estamos|desde (?:el|la))\b/
const onlyMentions =
  /\b(?:former-\w+|read|saw|seen|heard|watched|quoted|cited|article|piece|interview (?:in|with you)|published|according|i study|studied|studying|student|graduat\w+|degree|alumn\w+|finished|together with|jointly|partner\w*|visit|museum|gelesen|gesehen|gehort|laut|studier\w+|zusammen mit|gemeinsam|besuch\w*|lu|vu|selon|etudi\w+|avec|visite\w*|lei|leido|visto|segun|estudi\w+|junto con|visita\w*)\b/

/** What the mail calls it. */
const mentionOf = ({ words }: Institute, plain: string, name: string): string => words.find((word) => plain.includes(word)) ?? name

/** What a program puts under a mail is no claim. */
const sentFrom =
  /\b(?:sent (?:from|with|using)|get outlook|enviado desde|envoye (?:de|depuis)|telecharger|gesendet (?:von|mit)|von meinem|yahoo mail|proton ?mail)\b/

const staffWord =
  /\b(?:manager|officer|team|desk|partnerships?|policy|support|security|safety|lead|head|director|recruiter|engineer|responsable|equipo|alianzas|soporte|equipe|charge\w*|service|leiter\w*|abteilung|referent\w*)\b/

const ofBrand = (brand: Brand, text: string, onBehalf: boolean): ClaimedHouse => ({
  name: brand.name,
  known: true,
  formal: true,
  inName: false,
  onBehalf,
  said: text.slice(0, 160),
  linked: false,
  resembles: false,
  labels: brand.domains.map((domain) => labelOf(domain).replaceAll('-', '')),
})

/** Names that end or begin as houses do. */
function namesOfHouses(text: string): readonly string[] {
  const found: string[] = []
  for (const hit of text.slice(0, 400).matchAll(properName)) {
    const name = hit[0].replace(/[.,'’-]+$/, '').trim()
    const plain = plainWords(name)
    if (name.split(/\s+/).length < 2 && !/(?:institut|ministerium|stiftung|universit|akademie|zeitung)/.test(plain)) continue
    if (formalWord.test(plain) || localWord.test(plain)) found.push(name)
  }
  return found
}

/** A word of the name, or its initials, stand in the host. */
function fitsHouse(name: string, host: string): boolean {
  const label = registered(host)
    .replace(/\.[a-z]+(?:\.[a-z]{2})?$/, '')
    .replaceAll('-', '')
  const hostWords = host.replace(/[^a-z0-9]/g, '')
  const words = plainWords(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const telling = words.filter((word) => word.length > 3 && !small.has(word) && !generic.has(word))
  const initials = [words.filter((word) => !small.has(word)), words].map((list) => list.map((word) => word[0]).join(''))
  // `unv` for UN Volunteers, `universidaddelrio` for Universidad del Río.
  const shortened = words.map((word, place) => (place === 0 && word.length <= 3 ? word : word[0])).join('')
  const compact = words.join('')
  return (
    (label.length > 2 && label === shortened) ||
    (compact.length > 5 && (label.includes(compact) || (label.length > 5 && compact.includes(label)))) ||
    telling.some((word) => hostWords.includes(word) || (word.length > 6 && hostWords.includes(word.slice(0, 6)))) ||
    initials.some((one) => one.length > 1 && (label === one || (one.length > 2 && label.includes(one)))) ||
    isPublicOffice(host)
  )
}

const generic = new Set(
  'institute institution university college school center centre council foundation fund policy studies research international national european american global public affairs institut fundacion fondation stiftung universidad universite universitat news press media group department ministry ministerio ministere embassy foreign relations security strategic democracy political politics'.split(
    ' ',
  ),
)

const shared = (mail: Mail, labels: readonly string[]): Pick<ClaimedHouse, 'resembles' | 'labels'> => ({
  labels,
  resembles: labels.some((label) => label.length > 3 && labelOf(mail.message.from.domain).replaceAll('-', '').includes(label)),
})

function known(mail: Mail, institute: Institute, text: string, inName: boolean, onBehalf: boolean): ClaimedHouse {
  const labels = institute.domains.map((domain) => labelOf(domain).replaceAll('-', ''))
  return {
    name: institute.name,
    known: true,
    formal: true,
    inName,
    onBehalf,
    said: text.slice(0, 160),
    linked: mail.web.some((link) => isOfInstitute(institute, link.host)),
    ...shared(mail, labels),
  }
}

function unknown(mail: Mail, name: string, text: string, inName: boolean, onBehalf: boolean, isOffice = false): ClaimedHouse {
  const plain = plainWords(name)
  const labels = [
    plain.replace(/[^a-z0-9]/g, ''),
    plain
      .split(/[^a-z0-9]+/)
      .filter((word) => !small.has(word))
      .map((word) => word[0])
      .join(''),
  ]
  return {
    name,
    known: false,
    formal: isOffice || (formalWord.test(plain) && !localWord.test(plain)),
    inName,
    onBehalf,
    said: text.slice(0, 160),
    linked: mail.web.some((link) => fitsHouse(name, link.host)),
    ...shared(mail, labels),
  }
}
