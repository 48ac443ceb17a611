/** The receipt of a permission: what was allowed, in the words that were read, to keep or to print. */
import type { ConsentSeen } from '../deps/person.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import { full } from '../parts/moment.ts'
import { giveFile, orNotHere } from '../request/answers.ts'
import { type PersonAsk, param } from '../request/ask.ts'
import { consentText } from '../wording/consent-texts.ts'

type Receipt = { readonly consent: ConsentSeen; readonly to: string; readonly text: string; readonly hash: string }

async function read(ask: PersonAsk): Promise<Receipt> {
  const { consents } = await ask.deps.person.privacy(ask.who)
  const consent = orNotHere(consents.find(({ id }) => id === param(ask, 'id')))
  const { text, hash } = orNotHere(consentText(consent.version, consent.purpose, ask.words.language))
  const to = consent.purpose === 'organisation-is-told' ? (consent.organisation ?? '') : ask.programme.name
  return { consent, to, text: text.replace('{organisation}', consent.organisation ?? ''), hash }
}

export async function showReceipt(ask: PersonAsk): Promise<Response> {
  const { words, visitor, programme } = ask
  const { consent, to, text, hash } = await read(ask)
  const pair = (key: 'who' | 'to' | 'text' | 'version' | 'given' | 'withdrawn' | 'how', value: string) =>
    html`<div><dt>${words.say(`receipt.${key}`)}</dt><dd>${value}</dd></div>`
  const body = html`<div class="stack-small"><p class="soft"><a href="${href('/privacy')}">${words.say('privacy.title')}</a></p>
<h1>${words.say('receipt.title')}</h1><p class="lede">${words.say('receipt.lede')}</p></div>
<section class="sheet"><dl class="pairs">${pair('who', visitor.name)}${pair('to', to)}${pair('text', consent.address ? `${consent.address}: ${text}` : text)}
${pair('given', full(words.language, consent.givenAt))}${consent.withdrawnAt && pair('withdrawn', full(words.language, consent.withdrawnAt))}
${pair('how', words.say('receipt.how-says', { address: programme.publicAddress }))}${pair('version', consent.version)}
<div><dt>${words.say('receipt.hash')}</dt><dd class="evidence">${hash}</dd></div></dl></section>
<p><a class="button quiet" href="${href('/privacy/consents/:id/receipt.json', { id: consent.id })}" download>${words.say('receipt.json')}</a></p>`
  return showPage(ask, { title: words.say('receipt.title'), body })
}

export async function giveReceipt(ask: PersonAsk): Promise<Response> {
  const { consent, to, text, hash } = await read(ask)
  const { id, purpose, version, address, organisation, givenAt, withdrawnAt } = consent
  const receipt = {
    receipt: id,
    programme: ask.programme.name,
    address: ask.programme.publicAddress,
    person: ask.visitor.name,
    to,
    purpose,
    ...(address && { mailbox: address }),
    ...(organisation && { organisation }),
    text,
    version,
    textHash: hash,
    givenAt: givenAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  }
  return giveFile('receipt.json', 'application/json; charset=utf-8', `${JSON.stringify(receipt, null, 2)}\n`)
}
