/** The attacker's mail as an analyst may see it: text, links that lead nowhere, headers in words. Never its HTML. */
import type { MessageSeen } from '../deps/desk.ts'
import { defang } from '../parts/evidence.ts'
import { html, type Markup } from '../parts/markup.ts'
import { full } from '../parts/moment.ts'
import type { Words } from '../wording/words.ts'

export function messageView(words: Words, message: MessageSeen): Markup {
  const line = (key: 'from' | 'reply-to' | 'to' | 'subject' | 'date', value: string | undefined) =>
    value !== undefined &&
    value !== '' &&
    html`<div><dt>${words.say(`incident.${key}`)}</dt><dd class="evidence">${key === 'to' ? value : defang(value)}</dd></div>`
  return html`<section class="sheet"><h2>${words.say('incident.message')}</h2><p class="soft">${words.say('incident.message-says')}</p>
<dl class="pairs">${line('from', message.from)}${line('reply-to', message.replyTo)}${line('to', message.to)}${line('subject', message.subject)}${line('date', dateOf(words, message.date))}</dl>
${message.text === '' ? html`<p class="soft">${words.say('incident.text-none')}</p>` : html`<h3>${words.say('incident.text')}</h3><div class="evidence mail-text">${defang(message.text)}</div>`}
${links(words, message)}
${message.headers.length > 0 && html`<h3>${words.say('incident.headers')}</h3><dl class="pairs">${message.headers.map((one) => html`<div><dt>${one.name}</dt><dd>${one.says}</dd></div>`)}</dl>`}
${message.attachments.length > 0 && html`<h3>${words.say('incident.attachments')}</h3><ul class="plain-list">${message.attachments.map((one) => html`<li class="evidence">${words.say('incident.attachment', { name: one.name, type: one.type, size: size(one.sizeBytes) })}</li>`)}</ul>`}
</section>`
}

/** The date as people read it; what is no date stays as the sender wrote it. */
function dateOf({ language }: Words, claimed: string | undefined): string | undefined {
  const date = new Date(claimed ?? '')
  return Number.isNaN(date.getTime()) ? claimed : full(language, date)
}

function links(words: Words, { links: all }: MessageSeen): Markup | false {
  const say = (key: 'link-text' | 'link-target' | 'link-host') => words.say(`incident.${key}`)
  return (
    all.length > 0 &&
    html`<h3>${words.say('incident.links')}</h3>
<table class="collapses"><thead><tr><th scope="col">${say('link-text')}</th><th scope="col">${say('link-target')}</th><th scope="col">${say('link-host')}</th></tr></thead><tbody>
${all.map((one) => html`<tr><th scope="row"><span class="evidence">${defang(one.text)}</span></th><td data-label="${say('link-target')}"><span class="evidence">${defang(one.target)}</span></td><td data-label="${say('link-host')}"><span class="evidence">${defang(one.innermostHost)}</span></td></tr>`)}
</tbody></table>`
  )
}

const size = (bytes: number): string =>
  bytes < 1024 ? `${bytes} B` : bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
