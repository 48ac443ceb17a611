/** The guarded fetcher: the one way to ask a web server whose name somebody else chose. */
export { type Connections, openConnections } from './connections.ts'
export { type Asker, createAsker, createFetcher, type Fetched, type Fetcher, type FetcherOptions, mayUsually } from './create-fetcher.ts'
export { createGuardedFetch, type GuardedFetch } from './create-guarded-fetch.ts'
