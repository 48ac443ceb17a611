/** What was weighed, as a table whose bars go right for what accuses and left for what clears; the numbers stand beside, for whoever sees no bars. */
import type { WeightSeen } from '../deps/analyst.ts'
import type { Words } from '../wording/words.ts'
import { html, type Markup } from './markup.ts'

const half = 100
const leastScale = 80

export function weightTable(words: Words, weights: readonly WeightSeen[]): Markup {
  const scale = weights.reduce((most, { points }) => Math.max(most, Math.abs(points)), leastScale)
  const say = (key: 'what' | 'kind' | 'points' | 'bar') => words.say(`why.weight-${key}`)
  return html`<p class="soft">${words.say('why.weights-says')}</p><table class="collapses weights">
<thead><tr><th scope="col">${say('what')}</th><th scope="col">${say('kind')}</th><th scope="col" class="number">${say('points')}</th><th scope="col">${say('bar')}</th></tr></thead><tbody>
${weights.map((one) => row(words, one, scale))}
</tbody></table>`
}

function row(words: Words, { name, kind, points }: WeightSeen, scale: number): Markup {
  const says = points < 0 ? words.say('why.clears') : words.say('why.accuses')
  return html`<tr><th scope="row">${name.slice(0, 1).toUpperCase()}${name.slice(1)}</th><td data-label="${words.say('why.weight-kind')}">${kindWord(words, kind)}</td>
<td data-label="${words.say('why.weight-points')}" class="number">${points > 0 ? '+' : '−'}${rounded(Math.abs(points))}</td><td data-label="${words.say('why.weight-bar')}"><span class="bar-cell">${bar(points, scale)}<span class="${points < 0 ? 'clears' : 'accuses'}">${says}</span></span></td></tr>`
}

/** Presentation attributes only: the policy of the pages allows no style of an element's own. */
function bar(points: number, scale: number): Markup {
  const width = Math.max(1, (Math.abs(points) / scale) * half)
  const x = points < 0 ? half - width : half
  return html`<svg class="${points < 0 ? 'bar clears' : 'bar accuses'}" viewBox="0 0 200 12" width="160" height="12" preserveAspectRatio="none" aria-hidden="true"><rect x="${x.toFixed(1)}" y="1" width="${width.toFixed(1)}" height="10" rx="2" fill="currentColor"></rect><path d="M100 0v12" fill="none" stroke="currentColor" stroke-width="1"></path></svg>`
}

const rounded = (points: number): string => String(Math.round(points * 10) / 10)

const kinds = ['rule', 'structure', 'text', 'history', 'operator', 'cleared'] as const

function kindWord(words: Words, kind: string): string {
  const known = kinds.find((one) => one === kind)
  return known === undefined ? kind : words.say(`why.kind-${known}`)
}
