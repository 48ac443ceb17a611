/** Form fields after the GOV.UK pattern: label, hint, error beside the field, and the value kept. */
import type { Words } from '../wording/words.ts'
import { anchor } from './href.ts'
import { html, type Markup } from './markup.ts'

/** What is wrong, by field name. */
export type Problems = ReadonlyMap<string, string>
export const noProblems: Problems = new Map()

export type FieldOptions = {
  readonly name: string
  /** Differs from the name where a page has several forms of one kind. */
  readonly id?: string
  readonly label: string
  readonly hint?: string | undefined
  readonly value?: string | number
  readonly type?: 'text' | 'email' | 'password' | 'number' | 'url' | 'search' | 'date' | 'time' | 'tel'
  readonly autocomplete?: string
  readonly inputmode?: 'numeric' | 'text' | 'email'
  readonly kind?: 'code' | 'short'
  readonly most?: number
  readonly off?: boolean
  readonly problems?: Problems | undefined
}

/** Ids of what describes the field, so that a screen reader says it. */
function describedBy(name: string, hint: boolean, problem: boolean): Markup | false {
  const ids = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ')
  return ids !== '' && html` aria-describedby="${ids}"`
}

const hintOf = (name: string, hint: string | undefined) => hint && html`<p class="hint" id="${name}-hint">${hint}</p>`
const problemOf = (name: string, problem: string | undefined) => problem && html`<p class="problem" id="${name}-problem">${problem}</p>`

/** One line of text. */
export function field(options: FieldOptions): Markup {
  const { name, label, hint, type = 'text', id = name } = options
  const problem = options.problems?.get(name)
  return html`<div class="${problem ? 'field wrong' : 'field'}">
<label for="${id}">${label}</label>
${hintOf(id, hint)}${problemOf(id, problem)}
<input class="${options.kind ?? 'text'}" id="${id}" name="${name}" type="${type}" value="${options.value ?? ''}"${type !== 'date' && type !== 'time' && html` maxlength="${options.most ?? 320}"`}${options.autocomplete !== undefined && html` autocomplete="${options.autocomplete}"`}${options.inputmode && html` inputmode="${options.inputmode}"`}${options.kind === 'code' && html` spellcheck="false" autocapitalize="characters" autocorrect="off"`}${describedBy(id, Boolean(hint), Boolean(problem))}${problem && html` aria-invalid="true"`}${options.off && html` disabled`}>
</div>`
}

/** Several lines of text. */
export function textArea(
  options: Pick<FieldOptions, 'name' | 'label' | 'hint' | 'value' | 'problems' | 'off'> & {
    readonly rows?: number
    /** A source whose columns matter. */
    readonly mono?: boolean
  },
): Markup {
  const { name, label, hint } = options
  const problem = options.problems?.get(name)
  return html`<div class="${problem ? 'field wrong' : 'field'}">
<label for="${name}">${label}</label>
${hintOf(name, hint)}${problemOf(name, problem)}
<textarea${options.mono && html` class="mono" spellcheck="false"`} id="${name}" name="${name}" rows="${options.rows ?? 3}"${describedBy(name, Boolean(hint), Boolean(problem))}${problem && html` aria-invalid="true"`}${options.off && html` disabled`}>${options.value ?? ''}</textarea>
</div>`
}

export type Choice = { readonly value: string; readonly name: string }

/** One of a few. */
export function select(
  options: Pick<FieldOptions, 'name' | 'label' | 'hint' | 'value' | 'off'> & { readonly choices: readonly Choice[] },
): Markup {
  return html`<div class="field">
<label for="${options.name}">${options.label}</label>
${hintOf(options.name, options.hint)}
<select id="${options.name}" name="${options.name}"${describedBy(options.name, Boolean(options.hint), false)}${options.off && html` disabled`}>
${options.choices.map((choice) => html`<option value="${choice.value}"${choice.value === options.value && html` selected`}>${choice.name}</option>`)}
</select>
</div>`
}

/** A box to tick, with the whole sentence as its target. */
export function tick(options: Pick<FieldOptions, 'name' | 'id' | 'label' | 'off' | 'problems'> & { readonly ticked?: boolean }): Markup {
  const { name, label, id = name } = options
  const problem = options.problems?.get(name)
  return html`<div class="${problem ? 'field wrong' : 'field'}">
${problemOf(id, problem)}
<div class="tick"><input type="checkbox" id="${id}" name="${name}" value="yes"${options.ticked && html` checked`}${describedBy(id, false, Boolean(problem))}${problem && html` aria-invalid="true"`}${options.off && html` disabled`}><label for="${id}">${label}</label></div>
</div>`
}

/** The list at the top of a form that was not right; each entry leads to its field. */
export function problemSummary(words: Words, problems: Problems): Markup | false {
  return (
    problems.size > 0 &&
    html`<div class="problems" role="alert"><p class="heading">${words.say('frame.problem')}</p>
<ul>${[...problems].map(([name, says]) => html`<li><a href="${anchor(name)}">${says}</a></li>`)}</ul></div>`
  )
}
