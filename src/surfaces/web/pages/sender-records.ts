/** The records that make receivers believe our letters: what to publish, and what the DNS says this moment. */
import type { SenderRecord } from '../deps/operations.ts'
import { chip } from '../parts/chip.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { toCopy } from '../parts/to-copy.ts'
import type { PersonAsk } from '../request/ask.ts'
import type { Words } from '../wording/words.ts'

export async function showSenderRecords(ask: PersonAsk): Promise<Response> {
  const records = await ask.deps.operations.senderRecords(ask.who)
  return showPage(ask, { title: ask.words.say('records.title'), body: view(ask.words, records), kind: 'staff', scripts: ['copy'] })
}

function view(words: Words, records: readonly SenderRecord[]): Markup {
  const open = records.filter(({ state }) => state === 'missing' || state === 'differs').length
  const unknown = records.some(({ state }) => state === 'unknown')
  const heading = open > 0 ? words.say('records.open', { count: open }) : words.say(unknown ? 'records.unasked' : 'records.all-found')
  return html`<div class="stack-small"><h1>${words.say('records.title')}</h1><p class="lede">${heading}</p><p>${words.say('records.lede')}</p></div>
${records.map((record) => oneRecord(words, record))}
<p><a class="button quiet" href="${href('/settings/records')}">${words.say('records.again')}</a></p>
<p><a href="${href('/settings')}">${words.say('records.back')}</a></p>`
}

const tones = { found: 'calm', missing: 'care', differs: 'care', unknown: 'plain' } as const

const oneRecord = (
  words: Words,
  { kind, name, value, state, fault, found }: SenderRecord,
): Markup => html`<section class="sheet"><h2>${words.say(`records.${kind}`)} ${chip(tones[state], words.say(`records.${state}`))}</h2>
<p class="soft">${words.say(`records.${kind}-says`)}</p>
${fault && html`<p>${words.say(`records.${fault}`)}</p>`}
${state === 'differs' && html`<dl class="pairs">${found.map((text) => html`<div><dt>${words.say('records.now')}</dt><dd class="evidence">${text}</dd></div>`)}</dl>`}
${toCopy(words, { id: `${kind}-name`, label: words.say('records.name'), value: name })}
${toCopy(words, { id: `${kind}-value`, label: words.say('records.value'), value })}</section>`
