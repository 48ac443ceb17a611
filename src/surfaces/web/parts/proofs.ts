/** Proofs with what was asked and answered, for the applicant and for whoever decides. */
import type { ApplicationStatus } from '../deps/applications.ts'
import type { Words } from '../wording/words.ts'
import { chip } from './chip.ts'
import { html, type Markup } from './markup.ts'

const tones = { proven: 'calm', absent: 'plain', disputed: 'danger', failed: 'care' } as const

export const proofTable = (words: Words, proofs: ApplicationStatus['proofs']): Markup =>
  html`<ul class="rows">${proofs.map(
    ({ kind, state, evidence }) =>
      html`<li><details><summary>${words.say(`proof.${kind}`)} ${chip(tones[state], words.say(`proof-state.${state}`))}</summary>
<ul class="evidence">${evidence.map(({ asked, answered, from }) => html`<li>${from && html`${from}: `}${asked} → ${answered}</li>`)}</ul></details></li>`,
  )}</ul>`
