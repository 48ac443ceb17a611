/** Answers that are no pages: the files that pages load, and whether we are well. */
import { giveJson, orNotHere } from '../request/answers.ts'
import { type Ask, param } from '../request/ask.ts'

/** A file by its hashed name; it never changes, so it may be kept for ever. */
export function giveAsset(ask: Ask): Response {
  const asset = orNotHere(ask.assets.find(param(ask, 'name')))
  return new Response(asset.body, { headers: { 'content-type': asset.type, 'cache-control': 'public, max-age=31536000, immutable' } })
}

/** What shows notices while no page is open. It is asked for anew each time, so that an old one does not stay for ever. */
export function giveServiceWorker(ask: Ask): Response {
  const { body, type } = ask.assets.serviceWorker()
  return new Response(body, { headers: { 'content-type': type, 'cache-control': 'no-cache' } })
}

/** 200 while the database answers, else 503; for a reverse proxy or a watchdog. */
export async function giveHealth(ask: Ask): Promise<Response> {
  const well = await ask.deps.reachable().catch(() => false)
  return giveJson({ database: well ? 'reachable' : 'gone' }, well ? 200 : 503)
}
