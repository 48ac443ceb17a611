/** What the tests of signing in say of themselves: where the pages are, from where they ask, and as whom. */
import { z } from 'zod'
import type { Who } from '#kernel'
import type { Limit } from '#members'

export const site = { name: 'Bellwether', publicAddress: 'http://localhost:8080' }
export const rp = { origin: 'http://localhost:8080', rpId: 'localhost' }
export const unlimited: Limit = { count: async () => 0 }
export const remote = '203.0.113.1'

/** The challenge in what a browser is given for its authenticator. */
export const challengeOf = (options: unknown): string => z.object({ challenge: z.string() }).parse(options).challenge
export const as = (personId: string): Who => ({ kind: 'person', personId })
