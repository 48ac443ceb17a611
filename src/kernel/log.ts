/** Where a room writes its one line: ids and rules, never mail text or secrets. pino fits. */
export type Log = {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}
