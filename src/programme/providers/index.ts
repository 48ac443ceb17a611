/** Providers: what can be seen of a personal account whose provider shows nobody its sign-in log. */
export type { ProviderId } from './provider-of.ts'
export { providerOf } from './provider-of.ts'
