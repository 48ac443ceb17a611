/** The few kinds of answer a page gives besides itself. */
import type { Href } from '../parts/href.ts'

/** After a form: go there with GET, so that a reload does not send it again (RFC 9110 §15.4.4). */
export function goTo(address: Href, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location: address.path })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}

/** Sends the same form on to another place of ours: the browser posts it there as it stands (RFC 9110 §15.4.8). */
export function sendOn(address: Href, cookies: readonly string[]): Response {
  const headers = new Headers({ location: address.path })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 307, headers })
}

export const giveJson = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json; charset=utf-8' } })

/** A file to save. */
export const giveFile = (name: string, type: string, body: string | ReadableStream<Uint8Array>): Response =>
  new Response(body, { headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` } })

/** Marks a page that does not exist for the visitor; the frame makes a calm page of it. */
export class NotHere extends Error {}

/** What `found` gives, or the page that says there is nothing here. */
export function orNotHere<Value>(value: Value | undefined | null | false): Value {
  if (value === undefined || value === null || value === false) throw new NotHere()
  return value
}
