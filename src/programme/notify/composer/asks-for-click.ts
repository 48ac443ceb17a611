/** Words that ask for a tap or a click, in each language: a notice that holds one reads like what it warns of. */
import type { Language } from '#kernel'

export const clickWords: Readonly<Record<Language, RegExp>> = {
  en: /\bclick|\btap\b|\bpress here/i,
  es: /\bclic\b|\bclics\b|\bcliqu|\bpinch[ae]|\bpuls[ae]\b|\bpulsar\b|\bclick/i,
  fr: /\bcliqu|\bclic\b|\btapotez|\bappuyez/i,
  de: /\bklick|\bangeklickt|\banklick|\btippen sie (?:auf|hier)/i,
}
