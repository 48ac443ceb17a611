/** The list of keys on the desk's pages; `?` opens it, and it can be opened without the keyboard too. */
import type { Words } from '../wording/words.ts'
import { html, type Markup } from './markup.ts'

const keys = [
  ['j', 'keys.next'],
  ['k', 'keys.previous'],
  ['Enter', 'keys.open'],
  ['/', 'keys.search'],
  ['?', 'keys.help'],
] as const

export const keysHelp = (words: Words): Markup => html`<details class="keys" id="keys"><summary>${words.say('keys.title')}</summary>
<dl class="pairs">${keys.map(([key, name]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${words.say(name)}</dd></div>`)}</dl></details>`
