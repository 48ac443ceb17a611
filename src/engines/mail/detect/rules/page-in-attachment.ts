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
  },
  tells: {
    en: 'The attachment {file} is a web page that {does}. Honest senders do not attach one.',
    es: 'El adjunto {file} es una página web ({does}). Los remitentes honrados no adjuntan una.',
  },
  advises: advice.doNotOpen,
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
