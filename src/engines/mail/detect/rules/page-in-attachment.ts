/** A web page as an attachment: it opens on the reader's own machine, past every filter. */
import { tricksOf } from '../../files/page-source.ts'
import { registered } from '../../names/domain.ts'
import { advice } from '../advice.ts'
import { firstSaid, type Mail } from '../mail.ts'
import { type Clue, fileFact, quote, quoteLink, type Rule, sum } from '../rule.ts'
import { isSealedLetter, sealers } from '../sealed-letter.ts'
import { fitsName, isInside, isUnplaced } from '../sender.ts'

const hides = 'unpacks something hidden'
const asks = 'asks for what nobody should type there'
const leads = 'leads to another page'
const runs = 'runs a program'
const opens = 'opens in your browser'

export const pageInAttachment: Rule = {
  id: 'mail.page-in-attachment',
  severity: 'high',
  attack: ['T1027.006', 'T1566.001'],
  title: {
    en: 'A mail brings a web page as an attachment',
    es: 'Un correo trae una página web como adjunto',
    fr: 'Un courriel apporte une page web en pièce jointe',
    de: 'Eine E-Mail bringt eine Webseite als Anhang',
  },
  tells: {
    en: 'The attachment {file} is a web page that {does}. Honest senders do not attach one.',
    es: 'El adjunto {file} es una página web que {does}. Los remitentes honrados no adjuntan una.',
    fr: 'La pièce jointe {file} est une page web qui {does}. Les expéditeurs honnêtes n’en joignent pas.',
    de: 'Der Anhang {file} ist eine Webseite, die {does}. Ehrliche Absender hängen keine an.',
  },
  advises: advice.doNotOpen,
  terms: {
    does: [
      { en: hides, es: 'saca algo escondido', fr: 'déballe quelque chose de caché', de: 'etwas Verstecktes auspackt' },
      { en: asks, es: 'pide una contraseña', fr: 'demande un mot de passe', de: 'nach einem Passwort fragt' },
      { en: leads, es: 'lleva a otra página', fr: 'mène à une autre page', de: 'auf eine andere Seite führt' },
      { en: runs, es: 'ejecuta un programa', fr: 'lance un programme', de: 'ein Programm ausführt' },
      {
        en: opens,
        es: 'se abre en su navegador',
        fr: 's’ouvre dans votre navigateur',
        de: 'sich in Ihrem Browser öffnet',
      },
    ],
  },
  clearable: false,
  look: (mail) => {
    const file = mail.message.attachments.find(
      (one) =>
        /\.(s?html?|xhtml|xht|svg|mht|mhtml|hta)$/i.test(one.name) ||
        (/^(text\/html|image\/svg\+xml|application\/xhtml\+xml)$/.test(one.type) && !one.inline && one.name !== ''),
    )
    if (file === undefined || (file.inline && !/<(?:\w+:)?script/i.test(file.text))) return packedPage(mail)
    if (isSealedLetter(file) && !mail.forged) return undefined
    const tricks = tricksOf(file.text)
    const inside = isInside(mail)
    const vector = /svg/i.test(file.name) || /svg/.test(file.type)
    const does = tricks.byHand
      ? runs
      : tricks.unpacks || tricks.cargo
        ? hides
        : tricks.asksSecret || tricks.form
          ? asks
          : tricks.leads
            ? leads
            : tricks.script
              ? runs
              : opens
    const { from } = mail.message
    // A letter box of the sender's own house, opened from the file: it asks for nothing and leads to where the mail comes from.
    const atHome =
      (mail.verified || fitsName(mail)) &&
      !isUnplaced(mail) &&
      !tricks.unpacks &&
      !tricks.asksSecret &&
      (((!knowsReader(file.text, mail) || sparesReader(mail)) && leadsOnlyTo(file.text, [from.domain, mail.readerDomain])) ||
        leadsOnlyTo(file.text, sealers))
    const purpose =
      firstSaid(mail, 'document', 'voicemail', 'payment', 'credentials', 'urgency', 'staffMatter') !== undefined ||
      mail.says.has('hurry', 'keys')
    // Who sends a page of their own making says so: lures call it an invoice.
    const announced =
      !tricks.blank &&
      !tricks.unpacks &&
      !tricks.cargo &&
      !tricks.leads &&
      !tricks.asksSecret &&
      (atHome || !formAway.test(file.text)) &&
      asPage.test(mail.words)
    const points = sum(
      [announced, -25],
      [tricks.byHand, 90],
      [tricks.inert, -30],
      [!inside, vector && !tricks.script ? 6 : 12],
      [tricks.unpacks, 90],
      [tricks.cargo && !tricks.unpacks && !tricks.sealed && !atHome, 52],
      [tricks.asksSecret && !tricks.sealed, 72],
      [tricks.sealed, -20],
      [tricks.form && !tricks.asksSecret, 50],
      [tricks.leads, 62],
      [tricks.script && !tricks.unpacks && !tricks.leads && !tricks.byHand, vector ? 55 : 12],
      [tricks.blank && !tricks.unpacks && !tricks.leads && !tricks.sealed && !inside && !vector, 40],
      [tricks.button && !tricks.leads && !inside, 15],
      [/\.(?:pdf|docx?|xlsx?|png|jpe?g|mp3|wav|eml|msg)\.\w+$/i.test(file.name), 25],
      [/\.(?:hta|mht|mhtml|xht)$/i.test(file.name), 30],
      [purpose && !inside, 15],
      [!inside && isUnplaced(mail), 15],
      [!inside && mail.text.trim().length < 200, 10],
      [mail.relation === 'brand' && mail.verified, -60],
      [atHome, -45],
    )
    return points < 30
      ? undefined
      : {
          facts: { file: fileFact(file.name), does },
          evidence: [quote('attachment', file.name), quote('inside', file.text.slice(0, 200))],
          points,
          aTale: does === opens || (does === runs && !tricks.byHand),
        }
  },
  examples: { fires: 'hostile/html-attachment', quiet: 'honest/html-report' },
}

const pageName = /\.(?:s?html?|xhtml|xht|svg|mht|mhtml)$/i

/** An archive with nothing in it but a page that leads elsewhere: packed for no other reason than that a filter would have read it. */
function packedPage(mail: Mail): Clue | undefined {
  const file = mail.files.find(({ inside }) => inside.length > 0 && inside.length <= 2 && inside.every((name) => pageName.test(name)))
  const away = mail.foreign.find((link) => link.origin === 'page')
  if (file === undefined || away === undefined || mail.relation !== 'stranger') return undefined
  return {
    facts: { file: fileFact(file.inside[0] ?? file.name), does: leads },
    evidence: [quote('attachment', file.name), quoteLink(away)],
    points: sum([true, 78], [isUnplaced(mail), 15], [!mail.verified, 8], [mail.says.has('enter', 'open', 'pay', 'keys'), 10]),
  }
}

const formAway = /<form\b[^>]{0,400}action\s*=\s*["']?\s*(?:https?:|\/\/|mailto:)/i
const asPage =
  /\bhtml\b|\bnotebook\b|\bin (?:any|your|the) browser\b|\bweb ?page\b|\b(?:en el|dans (?:le|votre)|im) (?:navegador|navigateur|browser)\b|\bpagina web\b|\bpage web\b|\bwebseite\b|\binteractive (?:map|chart|graphic)\b|\bself[- ]contained (?:page|file)\b|\b(?:in|as|into) (?:a|one) single (?:page|file)\b|\b(?:en|como) una (?:sola |unica )?pagina\b|\bpagina (?:unica|autonoma)\b|\bpage (?:unique|autonome)\b|\b(?:eigenstandige|einzelne) seite\b/

/** It wants no key of the reader's, and says how to do without the file. */
const sparesReader = ({ says, verified }: Mail): boolean =>
  verified && says.has('noKey', 'notGive', 'spared', 'senderKeys') && says.has('checkElsewhere', 'othersKnow')

/** The page has the reader's address filled in: it was made for one. */
const knowsReader = (source: string, { message: { reader } }: Mail): boolean =>
  reader !== undefined && reader.address !== '' && source.slice(0, 100_000).toLowerCase().includes(reader.address)

/** Every address in the page is of the sender's house or the reader's, and there is one. */
function leadsOnlyTo(source: string, homes: readonly string[]): boolean {
  const hosts = [...source.slice(0, 100_000).matchAll(/https?:\/\/([a-z0-9.-]{3,200})/gi)].map((hit) =>
    registered((hit[1] ?? '').toLowerCase()),
  )
  return hosts.some((host) => homes.includes(host)) && hosts.every((host) => homes.includes(host) || host === 'w3.org')
}
