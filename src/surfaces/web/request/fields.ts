/** A posted form as pages read it. */
import { readForm } from '#http'
import { cut } from '#kernel'
import type { Fields } from './ask.ts'

const mostCharacters = 10_000

/** The form of a request. Control characters other than line ends are dropped. */
export async function fieldsOf(request: Request, limitBytes?: number): Promise<Fields> {
  const form = await readForm(request, limitBytes)
  const clean = (value: string) => value.replace(/[^\P{Cc}\n\r\t]/gu, '')
  return {
    text: (name) => cut(clean(form.get(name) ?? ''), mostCharacters).trim(),
    long: (name) => clean(form.get(name) ?? '').trim(),
    secret: (name) => (form.get(name) ?? '').slice(0, mostCharacters),
    has: (name) => form.has(name),
    all: () => [...form],
  }
}
