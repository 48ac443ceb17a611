/** The command line's commands; `main.ts` reads the arguments and calls them. */
export { type ScanOptions, type ScanPorts, scan } from './scan.ts'
