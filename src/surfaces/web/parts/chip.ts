/** A state in one word, with a colour that only repeats it. */
import type { NoticeLevel } from '#kernel'
import type { Tone } from '../deps/desk.ts'
import type { Words } from '../wording/words.ts'
import { html, type Markup } from './markup.ts'

export const chip = (tone: Tone, word: string): Markup => html`<span class="${tone === 'plain' ? 'chip' : `chip ${tone}`}">${word}</span>`

const tones: Readonly<Record<NoticeLevel, Tone>> = {
  targeted: 'care',
  'attempt-blocked': 'calm',
  'possible-access': 'danger',
  'confirmed-access': 'danger',
}

export const levelChip = (words: Words, level: NoticeLevel): Markup => chip(tones[level], words.say(`level.${level}`))
