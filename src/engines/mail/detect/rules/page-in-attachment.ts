/** A web page as an attachment: it opens on the reader's own machine, past every filter. */
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { fact, quote, type Rule, sum } from '../rule.ts'

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
      { en: 'unpacks something hidden', es: 'saca algo escondido', fr: 'déballe quelque chose de caché', de: 'etwas Verstecktes auspackt' },
      { en: 'asks for a password', es: 'pide una contraseña', fr: 'demande un mot de passe', de: 'nach einem Passwort fragt' },
      { en: 'leads to another page', es: 'lleva a otra página', fr: 'mène à une autre page', de: 'auf eine andere Seite führt' },
      { en: 'runs a program', es: 'ejecuta un programa', fr: 'lance un programme', de: 'ein Programm ausführt' },
      {
        en: 'opens in your browser',
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
    if (file === undefined || (file.inline && !/<script/i.test(file.text))) return undefined
    const script = /<script|javascript:|\bon(?:load|error|click)\s*=/i.test(file.text)
    const smuggles =
      /atob\s*\(|fromCharCode|new Blob|msSaveOrOpenBlob|unescape\s*\(|eval\s*\(|document\.write|createObjectURL|download\s*=|[A-Za-z0-9+/]{3000,}/.test(
        file.text,
      )
    const asks = /type\s*=\s*["']?password|<form/i.test(file.text)
    const leads = /http-equiv\s*=\s*["']?refresh|location\s*(?:\.href)?\s*=|location\.(?:replace|assign)|<iframe/i.test(file.text)
    const does =
      smuggles && script
        ? 'unpacks something hidden'
        : asks
          ? 'asks for a password'
          : leads
            ? 'leads to another page'
            : script
              ? 'runs a program'
              : 'opens in your browser'
    const inside = mail.relation === 'own' || mail.relation === 'known'
    const points = sum(
      [!inside, 45],
      [smuggles && script, 65],
      [asks, 60],
      [leads, 55],
      [script && !smuggles, 25],
      [firstSaid(mail, 'document', 'voicemail', 'payment', 'credentials', 'urgency') !== undefined && !inside, 20],
      [/\.svg$/i.test(file.name) && !script, -25],
    )
    return points < 30
      ? undefined
      : {
          facts: { file: fact(file.name), does },
          evidence: [quote('attachment', file.name), quote('inside', file.text.slice(0, 200))],
          points,
        }
  },
  examples: { fires: 'hostile/html-attachment', quiet: 'honest/html-report' },
}
