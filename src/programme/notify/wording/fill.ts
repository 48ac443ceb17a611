/** Fills the blanks of a sentence. A blank without a value is our mistake and is said so, not shown. */
import { defect } from '#kernel'

export const fill = (sentence: string, blanks: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = blanks[name]
    if (value === undefined) throw defect('blank-left', `filling "${sentence}": nothing for {${name}}`)
    return String(value)
  })
