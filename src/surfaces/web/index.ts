/** web: the pages. What they need of the rooms below is `WebDeps`; app/ plugs it in. */
export type { WebDeps, ProgrammeFacts } from './deps.ts'
export type * from './deps/desk.ts'
export type * from './deps/door.ts'
export type * from './deps/operations.ts'
export type * from './deps/organisations.ts'
export type * from './deps/person.ts'
