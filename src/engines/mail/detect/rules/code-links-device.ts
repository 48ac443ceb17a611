/** A code by which a messenger or a passkey takes a second device: whoever made the code reads along from then on. */
import { advice } from '../advice.ts'
import type { Mail } from '../mail.ts'
import { type Clue, fact, quote, quoteWords, type Rule, sum } from '../rule.ts'
import { isBulk } from '../sender.ts'

const linking: readonly (readonly [string, RegExp])[] = [
  ['Signal', /^(?:sgnl|signal):\/\/linkdevice|^https:\/\/signal\.(?:me|link)\/#?linkdevice|^tsdevice:/i],
  ['WhatsApp', /^[12]@[\w+/=]{16,}[,@]|^https:\/\/(?:wa\.me|web\.whatsapp\.com)\/(?:settings\/)?linked_devices/i],
  ['Telegram', /^tg:\/\/login\?token=|^https:\/\/t\.me\/login\//i],
  ['Discord', /^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/ra\//i],
  ['FIDO', /^FIDO:\/\d{20,}/i],
]

export const codeLinksDevice: Rule = {
  id: 'mail.code-links-device',
  severity: 'critical',
  attack: ['T1098.005', 'T1566.002'],
  title: {
    en: 'A code in a mail would let somebody read your messages',
    es: 'Un código de un correo dejaría leer sus mensajes a otra persona',
    fr: 'Un code dans un courriel laisserait lire vos messages à quelqu’un d’autre',
    de: 'Ein Code in einer E-Mail ließe jemanden Ihre Nachrichten mitlesen',
  },
  tells: {
    en: 'It holds a code that adds a foreign device to {service}. Whoever made it would read your messages from then on.',
    es: 'Trae un código que añade un dispositivo ajeno a {service}. Quien lo hizo leería sus mensajes desde entonces.',
    fr: 'Il contient un code qui ajoute un appareil étranger à {service}. Son auteur lirait dès lors vos messages.',
    de: 'Darin ist ein Code, der ein fremdes Gerät mit {service} verbindet. Wer ihn gemacht hat, läse von da an mit.',
  },
  advises: advice.enterNoCode,
  clearable: false,
  look: (mail) => {
    const texts = [...mail.message.codes.map((code) => code.text), ...mail.message.links.map((link) => link.target)]
    for (const text of texts) {
      const service = linking.find(([, pattern]) => pattern.test(text.trim()))?.[0]
      if (service !== undefined)
        return { facts: { service: fact(service) }, evidence: [quote('QR code', text, text.slice(0, 24))], points: 110 }
    }
    return inWords(mail)
  },
  examples: { fires: 'files/hostile/qr-signal-device', quiet: 'files/honest/qr-signal-group' },
}

const messenger = /\b(?:signal|whatsapp|telegram|threema|discord|viber)\b/

/** A stranger's picture, to be read where a messenger takes in one more device. */
function inWords(mail: Mail): Clue | undefined {
  const { says, message } = mail
  if (mail.relation !== 'stranger' || isBulk(mail) || says.has('ownScreen')) return undefined
  if (!message.attachments.some((file) => /^image\//.test(file.type))) return undefined
  const service = messenger.exec(mail.words)?.[0]
  const ask = says.together([['linkDevices'], ['qrPlain', 'withPhone', 'readIn']], { within: 1, without: ['notGive'] })
  if (ask === undefined || service === undefined) return undefined
  const points = sum([true, 90], [mail.talksOfTricks, -60])
  return points < 45
    ? undefined
    : { facts: { service: fact(`${service.slice(0, 1).toUpperCase()}${service.slice(1)}`) }, evidence: [quoteWords(ask)], points }
}
