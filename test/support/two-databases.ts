/** Journeys run twice: on the built-in PostgreSQL, and on one that the operator gives by DATABASE_URL. */
import { type GivenPostgres, startGivenPostgres, withoutPostgres } from './given-postgres.ts'

export type Ground = {
  readonly environment: Readonly<Record<string, string>>
  /** The given server; undefined on the built-in one. */
  readonly given: GivenPostgres | undefined
  remove(): Promise<void>
}

export const grounds: readonly { readonly name: string; readonly without: () => string | false; readonly open: () => Promise<Ground> }[] = [
  {
    name: 'the built-in PostgreSQL',
    without: () => false,
    open: async () => ({ environment: {}, given: undefined, remove: async () => undefined }),
  },
  {
    name: 'a given PostgreSQL',
    without: withoutPostgres,
    open: async () => {
      const given = await startGivenPostgres()
      return {
        environment: { DATABASE_URL: given.databaseUrl, DATABASE_OWNER_URL: given.databaseOwnerUrl },
        given,
        remove: () => given.remove(),
      }
    },
  },
]
