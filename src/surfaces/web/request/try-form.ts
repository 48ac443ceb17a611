/** A form whose work may be refused: the refusal becomes the problem of a field, and the form is shown again. */
import { isTrouble } from '#kernel'
import type { Problems } from '../parts/field.ts'
import type { Ask } from './ask.ts'

export type Tried<Value> = { readonly done: true; readonly value: Value } | { readonly done: false; readonly problems: Problems }

/**
 * Runs `work`. A refusal is told at the field that `fields` names for its code,
 * else at `fields.otherwise`; a setback with a sentence in the wording likewise
 * (a mail server that does not answer is news for this form). The log has the code. All else is thrown on.
 */
export async function tryForm<Value>(
  ask: Ask,
  fields: { readonly otherwise: string } & Readonly<Record<string, string>>,
  work: () => Promise<Value>,
): Promise<Tried<Value>> {
  try {
    return { done: true, value: await work() }
  } catch (trouble) {
    if (!isTrouble(trouble) || trouble.kind === 'defect') throw trouble
    const says = ask.words.refusal(trouble.code, trouble.kind === 'refusal' ? trouble.message : '', trouble.facts)
    if (says === '') throw trouble
    ask.deps.log.warn({ route: ask.route, code: trouble.code }, 'a form was refused')
    return { done: false, problems: new Map([[fields[trouble.code] ?? fields.otherwise, says]]) }
  }
}
