/** What an attacker wrote: in the evidence face and nowhere else, harmless to copy, with the telling part marked. */
import type { Evidence } from '#kernel'
import type { Reason } from '../deps/desk.ts'
import { html, type Markup } from './markup.ts'

/** `https://pay.example/x` → `hxxps://pay[.]example/x`. Text that was defanged already stays as it is. */
export const defang = (text: string): string =>
  text.replace(/\bhttp(s?):\/\//gi, 'hxxp$1://').replace(/(?<=[\p{L}\p{N}])\.(?=\p{L})/gu, '[.]')

/** One quotation. */
export function evidence({ where, quote, mark }: Evidence): Markup {
  const text = defang(quote)
  const telling = mark ? defang(mark) : ''
  const at = telling === '' ? -1 : text.indexOf(telling)
  const inside = at < 0 ? html`${text}` : html`${text.slice(0, at)}<mark>${telling}</mark>${text.slice(at + telling.length)}`
  return html`<p class="evidence"><span class="where">${where}</span> ${inside}</p>`
}

/** The reasons as a list: the sentence, then what it was read from. */
export const reasonList = (reasons: readonly Reason[]): Markup => html`<ul class="reasons">
${reasons.map((reason) => html`<li class="${reason.severity}"><b>${reason.says}</b>${reason.evidence.map(evidence)}</li>`)}
</ul>`
