/** Changes what a provider's token endpoint answers, between the provider and us. */
import type { GuardedFetch } from '#fetch'

export type Claims = Readonly<Record<string, unknown>>
export type Lie = (token: string, claims: Claims) => string

export const claimsIn = (token: string): Claims => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

export type Liar = { readonly fetch: GuardedFetch; lie: Lie | undefined; isDown: boolean }

/** Asks through `fetch`; `liar.lie` has the ID token before we see it. */
export function lyingFetch(fetch: GuardedFetch): Liar {
  const liar: Liar = {
    lie: undefined,
    isDown: false,
    fetch: async (url, question) => {
      if (liar.isDown) return new Response('down', { status: 503 })
      const answer = await fetch(url, question)
      if (liar.lie === undefined || !new URL(url).pathname.endsWith('/token') || answer.status !== 200) return answer
      const told = await answer.json()
      return Response.json({ ...told, id_token: liar.lie(told.id_token, claimsIn(told.id_token)) })
    },
  }
  return liar
}
