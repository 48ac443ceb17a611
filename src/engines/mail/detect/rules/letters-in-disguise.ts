/** Letters of other alphabets, or invisible ones, inside words. */

import { mixesScripts } from '#kernel'
import { plainWords } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { fact, quote, type Rule, sum } from '../rule.ts'

/** Mathematical and enclosed letters that pass for plain ones. */
const styled = /[\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f149}\u{ff21}-\u{ff5a}]{2,}/u
/** Soft hyphens are good German; one after every letter or two is not. */
const hyphened = /(?:\p{L}{1,2}\u00ad){3,}\p{L}/gu
const veiled = /\p{L}+[\u200b\u2060\u2062-\u2064\u180e]\p{L}+/u
const veiledWord = /[a-z]+(?:[\u200b\u2060\u2062-\u2064\u180e][a-z]+)+/giu

export const lettersInDisguise: Rule = {
  id: 'mail.letters-in-disguise',
  severity: 'high',
  attack: ['T1036', 'T1027'],
  title: {
    en: 'A mail hides words behind look-alike letters',
    es: 'Un correo esconde palabras con letras parecidas',
    fr: 'Un courriel cache des mots derrière des lettres déguisées',
    de: 'Eine E-Mail verbirgt Wörter hinter ähnlichen Buchstaben',
  },
  tells: {
    en: 'It writes “{word}” with letters that only look right, to slip past filters.',
    es: 'Escribe «{word}» con letras que solo lo parecen, para esquivar los filtros.',
    fr: 'Il écrit « {word} » avec des lettres qui n’en ont que l’air, pour échapper aux filtres.',
    de: 'Die E-Mail schreibt „{word}“ mit Buchstaben, die nur richtig aussehen, um an Filtern vorbeizukommen.',
  },
  advises: advice.lookClosely,
  clearable: true,
  look: (mail) => {
    const { from, subject } = mail.message
    const head = `${from.name} ${subject}`
    const word = head.split(/\s+/).find((one) => mixesScripts(one)) ?? styled.exec(head)?.[0] ?? veiled.exec(head)?.[0]
    const inText =
      word ??
      mail.text
        .slice(0, 5000)
        .split(/\s+/)
        .find((one) => one.length > 3 && mixesScripts(one))
    const body = mail.text.slice(0, 20_000)
    const split = [...body.matchAll(veiledWord)].length + (body.includes('\u00ad') ? [...body.matchAll(hyphened)].length : 0)
    if (inText === undefined && split < 3) return undefined
    const shown = fact(plainWords(inText ?? (veiledWord.exec(mail.text)?.[0] ?? mail.text.match(hyphened)?.[0] ?? '').trim()))
    veiledWord.lastIndex = 0
    return {
      facts: { word: shown },
      evidence: [quote(word === undefined ? 'text' : 'From and Subject', inText ?? shown)],
      points: sum(
        [word !== undefined, 55],
        [word === undefined && inText !== undefined, 35],
        [split >= 3, 60],
        [word !== undefined && mail.foreign.length > 0 && !mail.hasOwnLink, 30],
      ),
    }
  },
  examples: { fires: 'hostile/cyrillic', quiet: 'honest/es-boletin' },
}
