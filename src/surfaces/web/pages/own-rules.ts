/** The operator's own rules: the list, the editor that tries a rule before it is kept, and the texts a rule had before. */
import type { CheckedRule, OwnRuleSeen, OwnRuleWhole } from '../deps/own-rules.ts'
import { chip } from '../parts/chip.ts'
import { confirmPage } from '../parts/confirm.ts'
import { empty } from '../parts/empty.ts'
import { noProblems, type Problems, problemSummary, textArea } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { moment } from '../parts/moment.ts'
import { giveFile, goTo, orNotHere } from '../request/answers.ts'
import { type PersonAsk, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'

/** A rule of its full length with a mail to try it on. */
const limitBytes = 1024 * 1024

export async function showRules(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  const rules = await ask.deps.ownRules.rules(ask.who)
  const add = html`<a class="button" href="${href('/rules/new')}">${words.say('rules.add')}</a>`
  const body = html`<div class="stack-small"><h1>${words.say('rules.title')}</h1><p class="lede">${words.say('rules.lede')}</p></div>
<div class="toolbar">${rules.length > 0 && add}<a class="button quiet" href="${href('/lists')}">${words.say('lists.open')}</a><a class="button quiet" href="${href('/indicators')}">${words.say('indicators.open')}</a></div>
<section class="sheet flush">${rules.length === 0 ? empty(words.say('rules.none'), words.say('rules.none-says'), { to: href('/rules/new'), name: words.say('rules.add') }) : table(ask, rules)}</section>`
  return showPage(ask, { title: words.say('rules.title'), body, width: 'wide', scripts: ['keys'], kind: 'staff' })
}

function table({ words, now }: PersonAsk, rules: readonly OwnRuleSeen[]): Markup {
  const say = (key: 'rule' | 'state' | 'changed') => words.say(`rules.${key}`)
  return html`<table class="collapses"><thead><tr><th scope="col">${say('rule')}</th><th scope="col">${say('state')}</th><th scope="col">${say('changed')}</th></tr></thead><tbody>
${rules.map(
  (rule) => html`<tr><th scope="row"><a href="${href('/rules/:id', { id: rule.id })}">${rule.title}</a> <small>${rule.name}</small></th>
<td data-label="${say('state')}"><span>${stateChip(words, rule)}${rule.offReason !== '' && html` <small>${rule.offReason}</small>`}</span></td>
<td data-label="${say('changed')}">${moment(words.language, now, rule.changedAt)}${rule.changedBy !== '' && html` · ${rule.changedBy}`}</td></tr>`,
)}
</tbody></table>`
}

const stateChip = (words: PersonAsk['words'], { isOn, offReason }: OwnRuleSeen): Markup =>
  isOn ? chip('calm', words.say('rules.on')) : chip(offReason === '' ? 'plain' : 'danger', words.say('rules.off'))

type Typed = { readonly source: string; readonly mail: string; readonly problems: Problems; readonly checked?: CheckedRule }

export const showNewRule = (ask: PersonAsk): Response => editNew(ask, { source: ask.deps.ownRules.example, mail: '', problems: noProblems })

export async function addRule(ask: PersonAsk): Promise<Response> {
  const typed = await read(ask)
  if (typed.only) return editNew(ask, await tried(ask, typed))
  const kept = await tryForm(ask, { otherwise: 'source' }, async () => orNotHere(await ask.deps.ownRules.keepRule(ask.who, typed.source)))
  return kept.done ? goTo(href('/rules', {}, { done: 'rule-kept' })) : editNew(ask, { ...typed, problems: kept.problems })
}

export async function showRule(ask: PersonAsk): Promise<Response> {
  const rule = await ruleOf(ask)
  const wanted = rule.versions.find(({ version }) => String(version) === ask.query.get('version'))
  return edit(ask, rule, { source: wanted?.source ?? rule.source, mail: '', problems: noProblems })
}

export async function keepRule(ask: PersonAsk): Promise<Response> {
  const rule = await ruleOf(ask)
  const typed = await read(ask)
  if (typed.only) return edit(ask, rule, await tried(ask, typed))
  const kept = await tryForm(ask, { otherwise: 'source' }, async () =>
    orNotHere(await ask.deps.ownRules.keepRule(ask.who, typed.source, rule.id)),
  )
  return kept.done
    ? goTo(href('/rules/:id', { id: rule.id }, { done: 'rule-kept' }))
    : edit(ask, rule, { ...typed, problems: kept.problems })
}

const ruleOf = async (ask: PersonAsk): Promise<OwnRuleWhole> => orNotHere(await ask.deps.ownRules.rule(ask.who, param(ask, 'id')))

async function read(ask: PersonAsk): Promise<{ readonly source: string; readonly mail: string; readonly only: boolean }> {
  const form = await ask.form(limitBytes)
  return { source: `${form.long('source')}\n`, mail: form.long('mail'), only: form.has('try') }
}

/** What trying it brought, at the field it is about. */
async function tried(ask: PersonAsk, { source, mail }: { readonly source: string; readonly mail: string }): Promise<Typed> {
  const checked = await ask.deps.ownRules.tryRule(ask.who, source, mail)
  const says = checked.problems.slice(0, 5).map(({ line, column, says: what }) => ask.words.say('rules.place', { line, column, what }))
  return { source, mail, checked, problems: says.length === 0 ? noProblems : new Map([['source', says.join(' ')]]) }
}

function editNew(ask: PersonAsk, typed: Typed): Response {
  const { words } = ask
  const body = html`${problemSummary(words, typed.problems)}
<div class="stack-small"><h1>${words.say('rules.new-title')}</h1><p class="lede">${words.say('rules.new-lede')}</p></div>
${editor(ask, href('/rules/new'), typed)}`
  return showPage(ask, {
    title: words.say('rules.new-title'),
    body,
    width: 'wide',
    status: typed.problems.size > 0 ? 422 : 200,
    kind: 'staff',
  })
}

function edit(ask: PersonAsk, rule: OwnRuleWhole, typed: Typed): Response {
  const { words, now } = ask
  const { id, title, name, isOn, offReason, versions } = rule
  const body = html`${problemSummary(words, typed.problems)}
<div class="stack-small"><h1>${title}</h1><p class="lede">${name} · ${stateChip(words, rule)}</p>${offReason !== '' && html`<p>${words.say('rules.was-off', { reason: offReason })}</p>`}</div>
${editor(ask, href('/rules/:id', { id }), typed)}
<section class="sheet"><h2>${words.say('rules.more')}</h2><div class="buttons">
<form method="post" action="${href('/rules/:id/switch', { id })}"><input type="hidden" name="to" value="${isOn ? 'off' : 'on'}"><button type="submit" class="button quiet">${words.say(isOn ? 'rules.switch-off' : 'rules.switch-on')}</button></form>
<a class="button quiet" href="${href('/rules/:id/rule.yaml', { id })}" download>${words.say('rules.export')}</a>
<a class="button quiet" href="${href('/rules/:id/remove', { id })}">${words.say('rules.remove')}</a></div></section>
<section class="sheet"><h2>${words.say('rules.versions')}</h2><ul>
${versions.map((one) => html`<li><a href="${href('/rules/:id', { id }, { version: one.version })}">${words.say('rules.version', { version: one.version })}</a> ${moment(words.language, now, one.savedAt)}${one.savedBy !== '' && html` · ${one.savedBy}`}</li>`)}
</ul></section>`
  return showPage(ask, { title, body, width: 'wide', status: typed.problems.size > 0 ? 422 : 200, kind: 'staff' })
}

function editor({ words }: PersonAsk, action: ReturnType<typeof href>, { source, mail, problems, checked }: Typed): Markup {
  return html`${checked && answer(words, checked)}
<form method="post" action="${action}" class="form" novalidate>
${textArea({ name: 'source', label: words.say('rules.source'), hint: words.say('rules.source-hint'), value: source, rows: 24, mono: true, problems })}
${textArea({ name: 'mail', label: words.say('rules.mail'), hint: words.say('rules.mail-hint'), value: mail, rows: 6, mono: true })}
<div class="buttons"><button type="submit" class="button">${words.say('rules.keep')}</button>
<button type="submit" class="button quiet" name="try" value="yes">${words.say('rules.try')}</button></div>
</form>`
}

function answer(words: PersonAsk['words'], { problems, examples, mail }: CheckedRule): Markup {
  return html`<section class="sheet" role="status"><h2>${words.say(problems.length === 0 ? 'rules.good' : 'rules.not-good')}</h2><ul>
${examples.map(({ kind, line, isGood, says }) => html`<li>${chip(isGood ? 'calm' : 'danger', words.say(kind === 'fires' ? 'rules.fires' : 'rules.quiet'))} ${words.say('rules.example', { line, says })}</li>`)}
${mail && html`<li>${chip(mail.fired ? 'care' : 'plain', words.say('rules.your-mail'))} ${mail.says}</li>`}
</ul></section>`
}

export async function switchRule(ask: PersonAsk): Promise<Response> {
  const id = param(ask, 'id')
  const on = (await ask.form()).text('to') === 'on'
  orNotHere(await ask.deps.ownRules.switchRule(ask.who, id, on))
  return goTo(href('/rules/:id', { id }, { done: on ? 'rule-on' : 'rule-off' }))
}

export async function exportRule(ask: PersonAsk): Promise<Response> {
  const { name, source } = orNotHere(await ask.deps.ownRules.exportRule(ask.who, param(ask, 'id')))
  return giveFile(`${name}.yaml`, 'text/yaml; charset=utf-8', source)
}

export async function askRemoveRule(ask: PersonAsk): Promise<Response> {
  const { id, title } = await ruleOf(ask)
  return confirmPage(ask, {
    title: ask.words.say('rules.remove-title', { title }),
    says: ask.words.say('rules.remove-says'),
    button: ask.words.say('rules.remove'),
    action: href('/rules/:id/remove', { id }),
    back: href('/rules/:id', { id }),
  })
}

export async function removeRule(ask: PersonAsk): Promise<Response> {
  orNotHere(await ask.deps.ownRules.removeRule(ask.who, param(ask, 'id')))
  return goTo(href('/rules', {}, { done: 'rule-removed' }))
}
