/** The rules every programme has by its dates, limits and countries, with their sentences. */
import type { Language } from '#kernel'
import type { Effect } from './programme.ts'

export type BuiltIn = { readonly id: string; readonly says: Readonly<Record<Language, string>>; readonly effect: Effect }

const rule = (id: string, effect: Effect, says: BuiltIn['says']): BuiltIn => ({ id, effect, says })

export const builtIn = {
  notYet: rule('not-yet', 'refuses', {
    en: 'This programme has not begun yet.',
    es: 'Este programa todavía no ha empezado.',
    fr: 'Ce programme n’a pas encore commencé.',
    de: 'Dieses Programm hat noch nicht begonnen.',
  }),
  over: rule('over', 'refuses', {
    en: 'This programme is over.',
    es: 'Este programa ha terminado.',
    fr: 'Ce programme est terminé.',
    de: 'Dieses Programm ist beendet.',
  }),
  tooMany: rule('too-many-people', 'refuses', {
    en: 'This programme is for smaller organisations.',
    es: 'Este programa es para organizaciones más pequeñas.',
    fr: 'Ce programme s’adresse à des organisations plus petites.',
    de: 'Dieses Programm ist für kleinere Organisationen.',
  }),
  countryClosed: rule('country-closed', 'refuses', {
    en: 'This programme is not offered in your country.',
    es: 'Este programa no se ofrece en su país.',
    fr: 'Ce programme n’est pas proposé dans votre pays.',
    de: 'Dieses Programm gibt es in Ihrem Land nicht.',
  }),
  countryUnknown: rule('country-unknown', 'asks', {
    en: 'No source that we know says whether this programme is offered in your country. A person finds out.',
    es: 'Ninguna fuente que conozcamos dice si este programa se ofrece en su país. Una persona lo averigua.',
    fr: 'Aucune source connue de nous ne dit si ce programme est proposé dans votre pays. Une personne se renseigne.',
    de: 'Keine uns bekannte Quelle sagt, ob es dieses Programm in Ihrem Land gibt. Ein Mensch findet es heraus.',
  }),
  nothingAdmits: rule('nothing-admits', 'refuses', {
    en: 'No rule of this programme admits an organisation like this one.',
    es: 'Ninguna regla de este programa admite una organización como esta.',
    fr: 'Aucune règle de ce programme n’admet une organisation comme celle-ci.',
    de: 'Keine Regel dieses Programms nimmt eine Organisation wie diese auf.',
  }),
} as const

/** Ids that a file cannot take. */
export const reservedIds: readonly string[] = Object.values(builtIn).map(({ id }) => id)
