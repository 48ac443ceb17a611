/** Who works at the desk: given a part by their work address, and its end. */
import { chip } from '../parts/chip.ts'
import { confirmPage } from '../parts/confirm.ts'
import { field, noProblems, type Problems, problemSummary, select } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import { moment } from '../parts/moment.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { asStaff, type PersonAsk, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'

const roles = ['analyst', 'operator', 'auditor', 'trainer'] as const
type Typed = { readonly address: string; readonly role: (typeof roles)[number]; readonly problems: Problems }

export const showStaff = (ask: PersonAsk): Promise<Response> => show(ask, { address: '', role: 'analyst', problems: noProblems })

export async function appointStaff(ask: PersonAsk): Promise<Response> {
  const form = await ask.form()
  const typed = {
    address: form.text('address').slice(0, 320),
    role: roles.find((one) => one === form.text('role')) ?? ('analyst' as const),
  }
  const tried = await tryForm(ask, { otherwise: 'address' }, async () => orNotHere(await ask.deps.staff.appoint(asStaff(ask), typed)))
  return tried.done ? goTo(href('/staff', {}, { done: 'staff-appointed' })) : show(ask, { ...typed, problems: tried.problems })
}

export async function askEndStaff(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  const one = orNotHere((await ask.deps.staff.list(asStaff(ask))).find(({ personId }) => personId === param(ask, 'person')))
  return confirmPage(ask, {
    title: words.say('staff.end-title', { name: one.name }),
    says: words.say('staff.end-says'),
    button: words.say('staff.end'),
    action: href('/staff/:person/end', { person: one.personId }),
    back: href('/staff'),
  })
}

export async function endStaff(ask: PersonAsk): Promise<Response> {
  const tried = await tryForm(ask, { otherwise: 'address' }, async () =>
    orNotHere(await ask.deps.staff.end(asStaff(ask), param(ask, 'person'))),
  )
  return tried.done
    ? goTo(href('/staff', {}, { done: 'staff-ended' }))
    : show(ask, { address: '', role: 'analyst', problems: tried.problems })
}

async function show(ask: PersonAsk, { address, role, problems }: Typed): Promise<Response> {
  const { words, now } = ask
  const staff = await ask.deps.staff.list(asStaff(ask))
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><h1>${words.say('staff.title')}</h1><p class="lede">${words.say('staff.lede')}</p></div>
<section class="sheet"><ul class="rows">${staff.map(
    (
      one,
    ) => html`<li><div><strong>${one.name}</strong> ${chip(one.role === 'operator' ? 'care' : 'plain', words.say(`staff.${one.role}`))} <span class="soft">${moment(words.language, now, one.since)}${one.isMe && html` · ${words.say('staff.you')}`}</span></div>
<a class="button quiet" href="${href('/staff/:person/end', { person: one.personId })}">${words.say('staff.end')}<span class="unseen"> ${one.name}</span></a></li>`,
  )}</ul><p><a href="${href('/staff/roles')}">${words.say('roles.title')}</a></p></section>
<section class="sheet"><h2>${words.say('staff.add')}</h2><form method="post" action="${href('/staff')}" class="form" novalidate>
${field({ name: 'address', label: words.say('staff.address'), hint: words.say('staff.address-hint'), type: 'email', value: address, autocomplete: 'off', problems })}
${select({ name: 'role', label: words.say('staff.role'), value: role, choices: roles.map((value) => ({ value, name: words.say(`staff.${value}`) })) })}
<button type="submit" class="button">${words.say('staff.appoint')}</button></form></section>`
  return showPage(ask, { title: words.say('staff.title'), body, status: problems.size > 0 ? 422 : 200, kind: 'staff' })
}
