/** IMAP: sees new mail in mailboxes that people connected, reads it, and never changes anything. */
export { type Connection, type SilentConnection, silentConnections } from './connections.ts'
export type { SpecialUse, WatchedFolder } from './folders.ts'
export { type MessageRef, messageRefSchema } from './message-ref.ts'
export { type KnownProvider, knownProvider } from './providers.ts'
export { type ImapSettings, imapSettingsSchema } from './settings.ts'
export { type TriedMailbox, tryMailbox } from './try-mailbox.ts'
export { type Watcher, type WatchOptions, type WatchState, watchMailboxes } from './watch-mailboxes.ts'
