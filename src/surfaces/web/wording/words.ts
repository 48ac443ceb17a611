/**
 * Sentences of the pages by key. A catalogue is checked by the compiler: each
 * language has each key, and a call gives each blank. Person-facing pages
 * exist in every language, staff pages in English through the same door.
 */
import type { Language } from '#kernel'
import { english } from './person-en.ts'
import { spanish } from './person-es.ts'
import { staffEnglish } from './staff-en.ts'

type Catalogue = typeof english & typeof staffEnglish
export type Key = keyof Catalogue

type BlanksOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | BlanksOf<Rest> : never
type Facts<K extends Key> = Readonly<Record<BlanksOf<Catalogue[K]>, string | number>>
type Rest<K extends Key> = [BlanksOf<Catalogue[K]>] extends [never] ? [] : [Facts<K>]

export type Words = {
  readonly language: Language
  readonly say: <K extends Key>(key: K, ...facts: Rest<K>) => string
  /** The sentence of a refusal by its code; `otherwise` when the wording does not know the code or a blank stays empty. */
  readonly refusal: (code: string, otherwise: string, facts: Readonly<Record<string, string>>) => string
  /** What the form before this page did, by the name in `?done=`; anybody may write one there, so only a known one is said. */
  readonly done: (name: string) => string | undefined
}

const catalogues: Readonly<Record<Language, Readonly<Record<Key, string>>>> = {
  en: { ...staffEnglish, ...english },
  es: { ...staffEnglish, ...spanish },
}

const fill = (text: string, facts: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))

/** The wording of one language. */
export function wordsIn(language: Language): Words {
  const catalogue = catalogues[language]
  const known = new Map<string, string>(Object.entries(catalogue))
  return {
    language,
    say: (key, ...facts) => fill(catalogue[key], facts[0] ?? {}),
    refusal: (code, otherwise, facts) => {
      const text = known.get(`refusal.${code}`)
      const lacksFact = [...(text ?? '').matchAll(/\{(\w+)\}/g)].some(([, name]) => facts[name ?? ''] === undefined)
      return text === undefined || lacksFact ? otherwise : fill(text, facts)
    },
    done: (name) => known.get(`done.${name}`),
  }
}
