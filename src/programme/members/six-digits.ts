/** Six digits that are mailed: made of what the vault says of a row, so that nothing that is kept holds them. */

export const sixDigits = (bytes: Buffer): string => (bytes.readUInt32BE(0) % 1_000_000).toString().padStart(6, '0')

/** As somebody types them: with spaces, dashes, in digits of another script. */
export const typedDigits = (typed: string): string => typed.normalize('NFKC').replace(/\D/g, '')
