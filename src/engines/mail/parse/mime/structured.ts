/** Header values with parameters (RFC 2045, 5.1; RFC 2231): `text/plain; charset=utf-8`. */
import { decode } from './charset.ts'
import { percentBytes } from './encoded-words.ts'

export type Structured = { readonly value: string; readonly params: ReadonlyMap<string, string> }

/** The value in lower case and its parameters. A parameter given twice counts the first time, so that one mail cannot be read in two ways. */
export function parseStructured(header: string): Structured {
  const fields = fieldsOf(withoutComments(header))
  const params = new Map<string, string>()
  for (const field of fields.slice(1)) {
    const at = field.text.indexOf('=')
    const name = (at < 0 ? field.text : field.text.slice(0, at)).trim().toLowerCase()
    const text = at < 0 ? '' : unquote(field.text.slice(at + 1))
    if ((name !== '' || at >= 0) && !params.has(name)) params.set(name, text)
  }
  return { value: unquote(fields[0]?.text ?? '').toLowerCase(), params: joinContinuations(params) }
}

/** The pieces between semicolons that stand in no quotes. A quote opens only in a value, never in a parameter's name. */
function fieldsOf(text: string): readonly { readonly text: string }[] {
  if (!text.includes('"')) return text.split(';').map((piece) => ({ text: piece }))
  const fields: { text: string }[] = []
  let start = 0
  let quoted = false
  let inValue = true
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (quoted && letter === '\\') at += 1
    else if (inValue && letter === '"') quoted = !quoted
    else if (!quoted && letter === '=') inValue = true
    else if (!quoted && letter === ';') {
      fields.push({ text: text.slice(start, at) })
      start = at + 1
      inValue = false
    }
  }
  fields.push({ text: text.slice(start) })
  return fields
}

/** A token or a quoted string. What stands behind a closed quote is junk; white space that is quoted is kept. */
function unquote(text: string): string {
  if (!text.includes('"')) return text.replace(/^[ \t]+/, '').trimEnd()
  let out = ''
  let space = ''
  let quoted = false
  let closed = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (letter === '"') {
      if (!quoted && out !== '') out += space
      space = ''
      closed ||= quoted
      quoted = !quoted
    } else if (!quoted && (letter === ' ' || letter === '\t')) space += letter
    else if (!closed) {
      const isEscape = quoted && letter === '\\' && at + 1 < text.length
      if (isEscape) at += 1
      out += `${out === '' ? '' : space}${isEscape ? text[at] : letter}`
      space = ''
    }
  }
  return out
}

/** The header without `(comments)`. A bracket within a parameter's value is part of it: `filename=Invoice(1).pdf`. */
export function withoutComments(text: string): string {
  if (!text.includes('(')) return text
  const kept: string[] = []
  let depth = 0
  let opened = -1
  let quoted = false
  let inValue = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (letter === '\\') {
      if (depth === 0) kept.push(letter, text[at + 1] ?? '')
      at += 1
      continue
    }
    if (letter === '"' && depth === 0) quoted = !quoted
    else if (!quoted && letter === '(' && (!inValue || /^[ \t]?$/.test(kept.at(-1) ?? ''))) {
      if (depth === 0) opened = at
      depth += 1
      continue
    } else if (!quoted && letter === ')' && depth > 0) {
      depth -= 1
      continue
    } else if (!quoted && depth === 0 && (letter === '=' || letter === ';')) inValue = letter === '='
    if (depth === 0) kept.push(letter)
  }
  // A bracket that never closes is no comment where a parameter would go with it.
  return depth === 0 || !text.includes(';', opened) ? kept.join('') : text
}

const continued = /\*(?:(\d{1,4})\*?)?$/

type Section = { readonly place: number; readonly text: string; readonly encoded: boolean }

/** `name*0*=utf-8''a%20; name*1=b` becomes `name`. */
function joinContinuations(params: Map<string, string>): ReadonlyMap<string, string> {
  const found = new Map<string, { charset: string; readonly sections: Section[] }>()
  for (const [key, text] of params) {
    const hit = continued.exec(key)
    if (hit === null) continue
    const name = key.slice(0, hit.index)
    const joined = found.get(name) ?? { charset: 'utf-8', sections: [] }
    found.set(name, joined)
    const place = Number(hit[1] ?? 0)
    const encoded = key.endsWith('*')
    const stated = place === 0 && encoded ? /^([^']*)'[^']*'/.exec(text) : null
    if (stated !== null) joined.charset = stated[1] === '' ? 'utf-8' : (stated[1] ?? 'utf-8')
    joined.sections.push({ place, text: text.slice(stated?.[0].length ?? 0), encoded })
    params.delete(key)
  }
  for (const [name, { charset, sections }] of found) {
    let out = ''
    let pending = ''
    for (const section of sections.sort((one, other) => one.place - other.place)) {
      if (section.encoded) pending += section.text
      else {
        out += decode(percentBytes(pending, '%'), charset) + section.text
        pending = ''
      }
    }
    params.set(name, out + decode(percentBytes(pending, '%'), charset))
  }
  return params
}
