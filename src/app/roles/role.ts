/** A part that a process plays, once it runs. */
export type Role = { stop(): Promise<void> }
