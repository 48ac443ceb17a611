/** Time comes in as an argument, so that a test can hold it still. */
export type Clock = { readonly now: () => Date }

/** `2026-11-26`, in UTC. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

export const secondsMs = (seconds: number): number => seconds * 1000
export const minutesMs = (minutes: number): number => minutes * 60_000
export const hoursMs = (hours: number): number => hours * 3_600_000
export const daysMs = (days: number): number => days * 86_400_000
