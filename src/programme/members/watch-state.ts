/** How well a mailbox is seen; `none` when it was never connected. */

export type WatchState = 'none' | 'new' | 'watching' | 'failing' | 'refused' | 'paused' | 'ended'
