/** All organisations, and adding one. */
import { type OrganisationKind, organisationKindOf, organisationKinds } from '#kernel'
import type { OrganisationRow } from '../deps/organisations.ts'
import type { Paged } from '../deps/paged.ts'
import { empty } from '../parts/empty.ts'
import { field, noProblems, type Problems, problemSummary, select, textArea } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { paging } from '../parts/paging.ts'
import { searchForm } from '../parts/search-form.ts'
import { goTo } from '../request/answers.ts'
import { type PersonAsk, pageNumber, search } from '../request/ask.ts'
import { needed } from '../request/needed.ts'
import { tryForm } from '../request/try-form.ts'

export async function showOrganisations(ask: PersonAsk): Promise<Response> {
  const asked = { search: search(ask), page: pageNumber(ask) }
  const list = await ask.deps.organisations.list(ask.who, asked)
  return showPage(ask, {
    title: ask.words.say('organisations.title'),
    body: listView(ask, list, asked.search),
    width: 'wide',
    scripts: ['keys'],
    kind: 'staff',
  })
}

function listView(ask: PersonAsk, list: Paged<OrganisationRow>, asked: string): Markup {
  const { words } = ask
  const none =
    asked === ''
      ? empty(words.say('organisations.none'), words.say('organisations.none-says'), {
          to: href('/organisations/new'),
          name: words.say('organisations.new'),
        })
      : empty(words.say('organisations.filtered'), '', { to: href('/organisations'), name: words.say('organisations.filtered-button') })
  return html`<div class="head"><div class="stack-small"><h1>${words.say('organisations.title')}</h1><p class="lede">${words.say('organisations.lede', { count: list.total })}</p></div>
${list.total > 0 && html`<a class="button" href="${href('/organisations/new')}">${words.say('organisations.new')}</a>`}</div>
${(list.total > 0 || asked !== '') && searchForm(words, { action: href('/organisations'), label: words.say('organisations.search'), value: asked })}
<section class="sheet">${list.rows.length === 0 ? none : table(ask, list.rows)}</section>
<p><a href="${href('/seasons')}">${words.say('seasons.title')}</a></p>
<p><a href="${href('/recoveries')}">${words.say('recoveries.title')}</a></p>
${paging(words, list, (page) => href('/organisations', {}, { search: asked, page }))}`
}

function table({ words }: PersonAsk, rows: readonly OrganisationRow[]): Markup {
  const say = (key: 'name' | 'kind' | 'people' | 'watched' | 'incidents') => words.say(`organisations.${key}`)
  return html`<table class="collapses"><thead><tr><th scope="col">${say('name')}</th><th scope="col">${say('kind')}</th><th scope="col">${say('people')}</th><th scope="col">${say('watched')}</th><th scope="col">${say('incidents')}</th></tr></thead><tbody>
${rows.map(
  (row) => html`<tr><th scope="row"><a href="${href('/organisations/:id', { id: row.id })}">${row.name}</a></th>
<td data-label="${say('kind')}">${words.say(`kind.${organisationKindOf(row.kind)}`)}</td><td data-label="${say('people')}">${row.people}</td><td data-label="${say('watched')}">${row.watched}</td><td data-label="${say('incidents')}">${row.openIncidents}</td></tr>`,
)}
</tbody></table>`
}

type Typed = { readonly name: string; readonly kind: OrganisationKind; readonly domains: string; readonly problems: Problems }

export const showNewOrganisation = (ask: PersonAsk): Response =>
  showForm(ask, { name: '', kind: 'campaign', domains: '', problems: noProblems })

export async function addOrganisation(ask: PersonAsk): Promise<Response> {
  const { words, deps, who } = ask
  const form = await ask.form()
  const typed = { name: form.text('name').slice(0, 200), kind: organisationKindOf(form.text('kind')), domains: form.text('domains') }
  const domains = typed.domains
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
  const problems = new Map(needed(words, form, { name: words.say('organisations.name') }))
  const wrong = domains.find((domain) => !/^(?!-)[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(domain) || domain.length > 253)
  if (wrong !== undefined) problems.set('domains', words.say('organisations.domain-wrong', { domain: wrong.slice(0, 80) }))
  if (problems.size > 0) return showForm(ask, { ...typed, problems })
  const made = await tryForm(ask, { 'domain-not-valid': 'domains', otherwise: 'name' }, () =>
    deps.organisations.create(who, { name: typed.name, kind: typed.kind, domains }),
  )
  if (!made.done) return showForm(ask, { ...typed, problems: made.problems })
  return goTo(href('/organisations/:id', { id: made.value.id }, { done: 'organisation-added' }))
}

function showForm(ask: PersonAsk, typed: Typed): Response {
  const { words } = ask
  const { problems } = typed
  const choices = organisationKinds.map((value) => ({ value, name: words.say(`kind.${value}`) }))
  const body = html`${problemSummary(words, problems)}
<h1>${words.say('organisations.new-title')}</h1>
<form method="post" action="${href('/organisations')}" class="form" novalidate>
${field({ name: 'name', label: words.say('organisations.name'), value: typed.name, autocomplete: 'off', most: 200, problems })}
${select({ name: 'kind', label: words.say('organisations.kind'), value: typed.kind, choices })}
${textArea({ name: 'domains', label: words.say('organisations.domains'), hint: words.say('organisations.domains-hint'), value: typed.domains, problems })}
<button type="submit" class="button">${words.say('organisations.add')}</button>
</form>`
  return showPage(ask, { title: words.say('organisations.new-title'), body, status: problems.size > 0 ? 422 : 200 })
}
