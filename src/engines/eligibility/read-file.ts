/** One YAML file held against a shape: its value, or each mistake with the line where it stands. */
import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'

export type Problem = { readonly file: string; readonly line: number; readonly says: string }

/** Paths into the file, as zod names them: `['rules', 3, 'admits']`. */
export type Place = (path: readonly PropertyKey[], says: string) => Problem

export type FileRead<Value> = { readonly value: Value; readonly place: Place } | { readonly problems: readonly Problem[] }

const longest = 200_000

export function readFile<Value>(file: string, text: string, shape: z.ZodType<Value>): FileRead<Value> {
  const whole = (says: string, line = 1): FileRead<Value> => ({ problems: [{ file, line, says }] })
  if (text.length > longest) return whole(`The file is longer than ${longest.toLocaleString('en')} letters.`)
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true, schema: 'core' })
  const [broken] = document.errors
  if (broken) return whole(`This is not YAML: ${broken.message}.`.replace(/\.\.$/, '.'), Math.max(1, counter.linePos(broken.pos[0]).line))
  if (!isMap(document.contents)) return whole('Lines such as “programme: open” were expected.')
  const place: Place = (path, says) => ({ file, line: lineOf(path), says })
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      const range = isScalar(node) || isMap(node) ? node.range : undefined
      if (range) return Math.max(1, counter.linePos(range[0]).line)
    }
    return 1
  }
  // They can make a small file a value without end.
  const alias = aliasIn(document)
  if (alias !== undefined) return whole('Write this out: & and * are not used here.', Math.max(1, counter.linePos(alias).line))
  const read = shape.safeParse(document.toJS())
  if (read.success) return { value: read.data, place }
  return {
    problems: read.error.issues.slice(0, 20).map((issue) => {
      const odd = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
      return place(odd === undefined ? issue.path : [...issue.path, odd], `${issue.path.join('.') || 'The file'}: ${issue.message}.`)
    }),
  }
}

/** Where the first alias stands, as an offset. */
function aliasIn(document: Document.Parsed): number | undefined {
  let found: number | undefined
  visit(document, {
    Alias: (_, alias) => {
      found = alias.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return found
}
