/** The command line's commands; `main.ts` reads the arguments and calls them. */
export { scan } from './scan.ts'
