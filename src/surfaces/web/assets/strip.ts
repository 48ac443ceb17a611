/** TypeScript to JavaScript for the browser: types become spaces, nothing else changes. The only caller of Node's function. */
import { stripTypeScriptTypes } from 'node:module'

/** `source` without its types; line and column numbers stay. */
export const strip = (source: string): string => stripTypeScriptTypes(source, { mode: 'strip' })
