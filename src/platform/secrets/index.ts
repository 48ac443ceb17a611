/** Secrets: sealing with envelope keys under a key that the operator holds. */
export type { KekSource } from './kek.ts'
export { signingKey } from './signing-key.ts'
export { type KeyOwner, openVault, type Sealer, type Vault } from './vault.ts'
