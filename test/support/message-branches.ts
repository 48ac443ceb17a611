/** Every sentence that an ICU message may become, its plain blanks left as `{name}`, for tests that read the catalogues. */
import { IntlMessageFormat } from 'intl-messageformat'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** Blanks of its own: those by which it counts stand in each sentence as a number would. */
export const branchesOf = (message: string): readonly string[] =>
  /\{\w+,/.test(message) ? branches(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst()) : [message]

function branches(elements: readonly Element[]): readonly string[] {
  return elements.reduce<readonly string[]>(
    (begun, element) => piecesOf(element).flatMap((piece) => begun.map((head) => head + piece)),
    [''],
  )
}

function piecesOf(element: Element): readonly string[] {
  if ('options' in element) return Object.values(element.options).flatMap(({ value }) => branches(value))
  if ('children' in element) return branches(element.children)
  if (!('value' in element)) return ['7']
  // Literal 0, plain blank 1, number 2: formatjs' TYPE.
  if (element.type === 0) return [element.value]
  return [element.type === 1 ? `{${element.value}}` : '7']
}

/** The names of all blanks, those by which it counts too, in the order of the alphabet. */
export const blanksOf = (message: string): readonly string[] =>
  /\{\w+,/.test(message)
    ? [...new Set(namesIn(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst()))].sort()
    : [...message.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort()

function namesIn(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element) => [
    ...('value' in element && element.type !== 0 ? [element.value] : []),
    ...('options' in element ? Object.values(element.options).flatMap(({ value }) => namesIn(value)) : []),
  ])
}
