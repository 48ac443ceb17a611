import { withAddresses } from './written-addresses.ts'

/** Makes an address unusable for a careless hand: `hxxps://ruiz[.]example/x`. */
export const defang = (text: string): string =>
  text
    .replace(/\bhttp(s?):/gi, 'hxxp$1:')
    .replace(/\b(javascript|data|vbscript):/gi, '$1[:]')
    .replace(/(?<=[\p{L}\p{N}])\.(?=[\p{L}\p{N}])/gu, '[.]')

/** Defangs only the addresses within a text, so that sentences stay readable. */
export const defangWithin = (text: string): string => withAddresses(text, written, defang)

const written = /\bhttps?:\/\/\S+|\bwww\.\S+|(?<![a-z0-9-])(?:[a-z0-9-]{1,63}\.){1,9}[a-z]{2,24}\/\S*/gi
