/**
 * The one way to make HTML: hono's `html`, which escapes text, with three more
 * rules that it does not keep itself: an attribute is quoted, a URL comes from
 * `href()`, and nothing in a template waits. A page that breaks one is a
 * defect and is not shown.
 */
import { html as honoHtml } from 'hono/html'
import { defect } from '#kernel'
import { Href } from './href.ts'

/** HTML that is already escaped. */
export type Markup = ReturnType<typeof html>

type Piece = string | number | false | null | undefined | Href | { readonly isEscaped: true } | readonly Piece[]

const unquoted = /=\s*$/
const addressAttribute = /\s(?:href|src|action|formaction|poster|cite)="$/

/** A template whose values are escaped. `false`, `null` and `undefined` leave nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]) {
  values.forEach((value, index) => {
    const before = strings[index] ?? ''
    if (unquoted.test(before) && before.lastIndexOf('<') > before.lastIndexOf('>'))
      throw defect('unquoted-attribute', `an unquoted attribute follows ${before.slice(-40)}`)
    if (addressAttribute.test(before) && !(value instanceof Href))
      throw defect('address-not-made', `an address not made by href() follows ${before.slice(-40)}`)
  })
  const made = honoHtml(strings, ...values.map((value) => (value instanceof Href ? value.path : value)))
  if (made instanceof Promise) throw defect('template-waits', 'a template was given a promise')
  return made
}
