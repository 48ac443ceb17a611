/** How well a mailbox is seen; `none` when it was never connected. */

export const watchStates = ['none', 'new', 'watching', 'failing', 'refused', 'paused', 'ended'] as const
export type WatchState = (typeof watchStates)[number]
