/**
 * The one table of what can be asked for and by whom. The server is built from
 * it, and so are the tests that walk every page as every kind of visitor.
 */
import type { Route } from './route.ts'
import { forAPerson } from './routes/for-a-person.ts'
import { forAnAdministrator } from './routes/for-an-administrator.ts'
import { forEverybody } from './routes/for-everybody.ts'
import { forHelpers } from './routes/for-helpers.ts'
import { forObservers } from './routes/for-observers.ts'
import { forPrograms } from './routes/for-programs.ts'
import { forTheDesk } from './routes/for-the-desk.ts'

export const routes: readonly Route[] = [
  ...forEverybody,
  ...forAPerson,
  ...forAnAdministrator,
  ...forTheDesk,
  ...forPrograms,
  ...forHelpers,
  ...forObservers,
]
