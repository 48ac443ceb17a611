/**
 * A code as it is said on the telephone. English takes the words of ICAO Annex
 * 10 II §5.2.1.3, German the towns of DIN 5009:2022 and "zwo", Spanish and
 * French the names that their telephone services taught. Words of one language
 * differ enough to be told apart on a bad line; "niner" is not heard as "five".
 */
import { defect, type Language } from '#kernel'

/** In the order of Crockford's symbols: digits, then letters without I, L, O and U. */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const words: Readonly<Record<Language, string>> = {
  en: 'zero one two three four five six seven eight niner Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel Juliett Kilo Mike November Papa Quebec Romeo Sierra Tango Victor Whiskey X-ray Yankee Zulu',
  es: 'cero uno dos tres cuatro cinco seis siete ocho nueve Antonio Burgos Carmen Dolores Enrique Francia Gerona Historia Jaén Kilo Madrid Navarra París Queso Ramón Sábado Toledo Valencia Washington Xilófono Yolanda Zaragoza',
  fr: 'zéro un deux trois quatre cinq six sept huit neuf Anatole Berthe Célestin Désiré Eugène François Gaston Henri Joseph Kléber Marcel Nicolas Pierre Quintal Raoul Suzanne Thérèse Victor William Xavier Yvonne Zoé',
  de: 'null eins zwo drei vier fünf sechs sieben acht neun Aachen Berlin Chemnitz Düsseldorf Essen Frankfurt Goslar Hamburg Jena Köln München Nürnberg Potsdam Quickborn Rostock Salzwedel Tübingen Völklingen Wuppertal Xanten Ypsilon Zwickau',
}

const asIn: Readonly<Record<Language, string>> = { en: 'as in', es: 'de', fr: 'comme', de: 'wie' }

const alphabets = new Map(Object.entries(words).map(([language, list]) => [language, list.split(' ')]))

/** The word for one symbol of a code: `7` is "seven", `K` is "Kilo". */
export function wordFor(symbol: string, language: Language): string {
  const word = symbol.length === 1 && alphabets.get(language)?.[symbols.indexOf(symbol)]
  if (!word) throw defect('not-a-symbol', 'spelling a code: it holds what no code has')
  return word
}

/** Each symbol of a code as it is said: "seven", "K as in Kilo". */
export const spellCode = (code: string, language: Language): readonly string[] =>
  [...code].map((symbol) => {
    const word = wordFor(symbol, language)
    return /\d/.test(symbol) ? word : `${symbol} ${asIn[language]} ${word}`
  })
