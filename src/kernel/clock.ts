/** Time comes in as an argument, so that a test can hold it still. */
export type Clock = { readonly now: () => Date }

/** `2026-11-26`, in UTC. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/** The day that many days after a moment; before it for a number below 0. */
export const dayIn = (at: Date, days: number): string => dayOf(new Date(at.getTime() + daysMs(days)))

export const secondsMs = (seconds: number): number => seconds * 1000
export const minutesMs = (minutes: number): number => minutes * 60_000
export const hoursMs = (hours: number): number => hours * 3_600_000
export const daysMs = (days: number): number => days * 86_400_000
