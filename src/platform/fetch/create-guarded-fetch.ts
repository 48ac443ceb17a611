/** The guarded fetcher in the shape of `fetch`, for libraries that take one: questions with a body, and an answer as a `Response`. */
import { setback } from '#kernel'
import { createAsker, type FetcherOptions } from './create-fetcher.ts'

export type GuardedFetch = (
  url: string,
  question: { readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string },
) => Promise<Response>

const bodiless = new Set([204, 205, 304])

/** Keeps the guards of its options. Throws the setback `web-not-reached`, with what stood in the way, when nobody answered. */
export function createGuardedFetch(options: FetcherOptions): GuardedFetch {
  const ask = createAsker(options)
  return async (url, question) => {
    const answer = await ask(url, question)
    if (answer.kind === 'failed') throw setback('web-not-reached', `asking ${URL.parse(url)?.host ?? 'a web server'}: ${answer.why}`)
    // A status outside of what HTTP knows is an answer that nobody can use.
    const status = answer.status >= 200 && answer.status <= 599 ? answer.status : 502
    return new Response(bodiless.has(status) ? null : answer.body, { status, headers: { 'content-type': answer.type } })
  }
}
