/** What this room refuses, each with the sentence for the person at the screen. */
import { refusal, type Trouble } from '#kernel'

export const tokenNameMissing = (): Trouble => refusal('token-name-missing', 'Name the program that will use it, in at most 100 letters.')
export const noScope = (): Trouble => refusal('no-scope', 'Choose at least one thing that the program may do.')
export const tokenEndNotRight = (): Trouble =>
  refusal('token-end-not-right', 'A token ends within a year at most. Choose how long it works.')
export const tooManyTokens = (): Trouble =>
  refusal('too-many-tokens', 'Fifty tokens are the most. Revoke one that no program uses any more.')
