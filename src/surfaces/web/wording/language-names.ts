/** Each language by its own name: whoever looks for it reads that one. */
import type { Language } from '#kernel'

export const languageNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', fr: 'Français', de: 'Deutsch' }
