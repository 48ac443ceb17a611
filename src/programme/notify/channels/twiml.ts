/** What a telephone call says, in TwiML (twilio.com/docs/voice/twiml): a greeting that listens for one key while it speaks. */
import type { Language } from '#kernel'
import { cutTo, plainText } from './plain-text.ts'

/** Twilio takes 4,000 characters with a call. */
const longestTwiml = 4000
const longestSentence = 400
/** Said this often: whoever picks up late hears the beginning too. */
const times = 2

const voices: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-ES', fr: 'fr-FR', de: 'de-DE' }

type Spoken = { readonly language: Language; readonly spoken: readonly string[]; readonly keyTo: string }

/** Sentences that do not fit are left out from the middle: the greeting, the code and the key stay. */
export function twimlOf({ language, spoken, keyTo }: Spoken): string {
  const said = spoken.map((sentence) => `<Say language="${voices[language]}">${escaped(cutTo(oneLine(sentence), longestSentence))}</Say>`)
  const lasts = said.slice(-2)
  const firsts = said.slice(0, -2)
  const open = `<?xml version="1.0" encoding="UTF-8"?><Response>`
  const round = (sentences: readonly string[]): string =>
    `<Gather input="dtmf" numDigits="1" timeout="5" action="${escaped(keyTo)}" method="POST">${sentences.join('<Pause length="1"/>')}</Gather>`
  const whole = (sentences: readonly string[]): string => `${open}${round(sentences).repeat(times)}</Response>`
  while (firsts.length > 1 && whole([...firsts, ...lasts]).length > longestTwiml) firsts.pop()
  return whole([...firsts, ...lasts])
}

const oneLine = (text: string): string => plainText(text).replace(/\s+/g, ' ')

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
