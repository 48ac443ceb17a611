/** The command line's commands; `main.ts` reads the arguments and calls them. */
export type { Measure } from './eval-mail.ts'
export { evalMail } from './eval-mail.ts'
export { cutFor, shareAt } from './rates.ts'
export { scan } from './scan.ts'
export { withoutResults } from './without-results.ts'
