/**
 * Folds letters that look alike to one plain letter, after Unicode TR39 (confusables), so that `раура1` and `paypal` can be compared.
 * A small table of the letters that attackers use in names; whole scripts are left to the full confusables data.
 */
const lookalikes: Readonly<Record<string, string>> = {
  // Cyrillic
  а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', ё: 'e', ғ: 'f', һ: 'h', і: 'i', ї: 'i', ј: 'j', к: 'k', ӏ: 'l', м: 'm', н: 'h', о: 'o', р: 'p',
  ԛ: 'q', г: 'r', ѕ: 's', т: 't', у: 'y', ѵ: 'v', ԝ: 'w', х: 'x', ү: 'y', з: '3', ь: 'b', п: 'n',
  // Greek
  α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', σ: 'o', τ: 't', υ: 'u', χ: 'x', γ: 'y', ω: 'w', μ: 'u',
  // Armenian, Cherokee, Latin letters with a stroke or a hook
  օ: 'o', ո: 'n', ս: 'u', հ: 'h', ց: 'g', զ: 'q', ı: 'i', ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ŧ: 't', ɑ: 'a', ɡ: 'g', ɩ: 'i', ʟ: 'l',
  ɴ: 'n', ʀ: 'r', ꜱ: 's', ᴏ: 'o', ᴀ: 'a', ʙ: 'b', ᴄ: 'c', ᴅ: 'd', ᴇ: 'e', ɢ: 'g', ʜ: 'h', ɪ: 'i', ᴊ: 'j', ᴋ: 'k', ᴍ: 'm', ᴘ: 'p', ᴛ: 't',
  ᴜ: 'u', ᴠ: 'v', ᴡ: 'w', ʏ: 'y', ᴢ: 'z', ß: 'ss', æ: 'ae', œ: 'oe',
} // biome-ignore format: a table

const anyLookalike = new RegExp(`[${Object.keys(lookalikes).join('')}]`, 'g')
const invisible = /\p{Cf}|\p{Variation_Selector}|\u034f|[\u115f\u1160\u17b4\u17b5]/gu
const marks = /\p{M}+/gu
const foreign = /[^\x20-\x7e\n]/u

/** Plain letters stay as they are, so that only what is between them is looked at; a mail's few foreign letters and signs come again and again. */
const beyondAscii = /[\u0080-\uffff]/
const foreignRun = /[\u0080-\uffff]+/g
const folded = new Map<string, string>()

function foldRun(run: string): string {
  const known = folded.get(run)
  if (known !== undefined) return known
  const fold = run.replace(invisible, '').normalize('NFKD').replace(marks, '')
  if (run.length > 8) return fold
  if (folded.size > 5000) folded.clear()
  folded.set(run, fold)
  return fold
}

/** Lower case, without accents, invisible letters or look-alike letters: what the eye reads. */
export function foldHomoglyphs(text: string): string {
  if (!foreign.test(text)) return text.toLowerCase()
  const plain = text.replace(foreignRun, foldRun).toLowerCase()
  if (!beyondAscii.test(plain)) return plain
  return plain.replace(anyLookalike, (letter) => lookalikes[letter] ?? letter)
}

/** Like `foldHomoglyphs`, and digits or letter pairs that pass for a letter become it: `rnicr0s0ft` is `microsoft`. For names, not for prose. */
export function skeletonOf(name: string): string {
  return foldHomoglyphs(name).replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/cl/g, 'd').replace(/[0]/g, 'o').replace(/[1|!]/g, 'l')
    .replace(/3/g, 'e').replace(/5/g, 's').replace(/i/g, 'l').replace(/q/g, 'g') // biome-ignore format: a chain of replacements
}

const otherScript = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u

/** Whether a text mixes Latin letters with letters of another script that pass for Latin ones. */
export function mixesScripts(text: string): boolean {
  if (!otherScript.test(text)) return false
  return text.split(/[\s.,;:@/()"'-]+/u).some((word) => /[a-z]/i.test(word) && otherScript.test(word))
}
