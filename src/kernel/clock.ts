/** Time comes in as an argument, so that a test can hold it still. */
export type Clock = { readonly now: () => Date }

export const secondsMs = (seconds: number): number => seconds * 1000
export const minutesMs = (minutes: number): number => minutes * 60_000
export const hoursMs = (hours: number): number => hours * 3_600_000
export const daysMs = (days: number): number => days * 86_400_000
