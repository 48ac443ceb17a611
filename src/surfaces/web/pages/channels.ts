/** The operator's gateways: a form each, kept by itself. A secret is typed once and never shown. */
import { isTrouble } from '#kernel'
import { type ChannelField, type ChannelForm, type ChannelFormSeen, channelForms, formNames } from '../deps/channels.ts'
import { chip } from '../parts/chip.ts'
import { field, noProblems, type Problems, problemSummary, tick } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { toCopy } from '../parts/to-copy.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { asStaff, type PersonAsk, param } from '../request/ask.ts'
import type { Words } from '../wording/words.ts'

type Told = { readonly problems: Problems; readonly form?: ChannelForm; readonly typed?: Readonly<Record<string, string>> }

export const showChannels = (ask: PersonAsk): Promise<Response> => show(ask, { problems: noProblems })

/** What was typed stays on the page when something is not right; secrets have to be typed again. */
export async function keepChannel(ask: PersonAsk): Promise<Response> {
  const form = orNotHere(formNames.find((one) => one === param(ask, 'form')))
  const sent = await ask.form()
  const fields: readonly ChannelField[] = channelForms[form]
  const typed = Object.fromEntries(
    fields.map(({ name, kind }) => [name, kind === 'secret' ? sent.secret(name) : sent.text(name).slice(0, 500)]),
  )
  try {
    await ask.deps.channels.keep(asStaff(ask), { form, typed })
  } catch (trouble) {
    if (!isTrouble(trouble, 'refusal') || trouble.code !== 'channels-wrong') throw trouble
    ask.deps.log.warn({ route: ask.route, code: trouble.code }, 'a form was refused')
    return show(ask, { form, typed, problems: problemsOf(ask.words, fields, trouble.facts['field'] ?? '') })
  }
  return goTo(href('/settings/channels', {}, { done: 'settings-saved' }))
}

function problemsOf(words: Words, fields: readonly ChannelField[], wrong: string): Problems {
  const found = fields.flatMap((one) =>
    one.kind !== 'tick' && one.name === wrong ? [[one.name, words.say(`channels.wrong-${one.name}`)] as const] : [],
  )
  return new Map<string, string>(found.length > 0 ? found : [[fields[0]?.name ?? '', words.say('channels.wrong')]])
}

export async function removeChannel(ask: PersonAsk): Promise<Response> {
  const form = orNotHere(formNames.find((one) => one === param(ask, 'form')))
  await ask.deps.channels.remove(asStaff(ask), form)
  return goTo(href('/settings/channels', {}, { done: 'settings-saved' }))
}

async function show(ask: PersonAsk, told: Told): Promise<Response> {
  const { words, deps } = ask
  const seen = await deps.channels.seen(asStaff(ask))
  const addresses = await deps.channels.replyAddresses()
  return showPage(ask, {
    title: words.say('channels.title'),
    body: html`${problemSummary(words, told.problems)}
<div class="stack-small"><h1>${words.say('channels.title')}</h1><p class="lede">${words.say('channels.lede')}</p></div>
${seen.map((one) => section(words, one, told, addresses))}
<p><a href="${href('/settings')}">${words.say('records.back')}</a></p>`,
    width: 'narrow',
    status: told.problems.size > 0 ? 422 : 200,
    kind: 'staff',
    scripts: ['copy'],
  })
}

type Addresses = { readonly kannel: string; readonly twilio: string }

function section(words: Words, seen: ChannelFormSeen, told: Told, addresses: Addresses): Markup {
  const { form, isSetUp } = seen
  const problems = told.form === form ? told.problems : noProblems
  const values = told.form === form ? { ...seen.values, ...told.typed } : seen.values
  const fields: readonly ChannelField[] = channelForms[form]
  return html`<section class="sheet"><h2>${words.say(`channels.${form}`)} ${isSetUp && chip('calm', words.say('channels.is-set-up'))}</h2><p class="soft">${words.say(`channels.${form}-lede`)}</p>
<form method="post" action="${href('/settings/channels/:form', { form })}" class="form" novalidate>${fields.map((one) => input(words, one, { seen, values, problems }))}
<button type="submit" class="button">${words.say('settings.save')}</button></form>
${(form === 'kannel' || form === 'twilio') && isSetUp && toCopy(words, { id: `${form}-replies`, label: words.say('channels.replies'), value: addresses[form] })}
${isSetUp && html`<form method="post" action="${href('/settings/channels/:form/remove', { form })}"><button type="submit" class="button quiet">${words.say('channels.remove')}</button></form>`}</section>`
}

type Shown = { readonly seen: ChannelFormSeen; readonly values: Readonly<Record<string, string>>; readonly problems: Problems }

function input(words: Words, { name, kind }: ChannelField, { seen, values, problems }: Shown): Markup {
  // A page has several forms with a field of this name; only that of the one that was sent is named by its problem.
  const id = problems.has(name) ? name : `${seen.form}-${name}`
  const label = words.say(`channels.field-${name}`)
  if (kind === 'tick') return tick({ name, id, label, ticked: (values[name] ?? '') !== '' })
  const common = { name, id, label, problems, autocomplete: kind === 'secret' ? 'new-password' : 'off' }
  return kind === 'secret'
    ? field({ ...common, type: 'password', most: 200, hint: seen.kept.includes(name) ? words.say('settings.secret-kept') : undefined })
    : field({ ...common, value: values[name] ?? '', most: 300, ...(kind === 'number' && { inputmode: 'numeric' as const }) })
}
