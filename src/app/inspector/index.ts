/** The mail engine behind threads, with a resolver: what the worker and the command line call. */
export type { Inspector } from './inspector.ts'
export { createInspector } from './inspector.ts'
