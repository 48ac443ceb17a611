/** The line a request leaves in the log: never an address, a query, a token or a body. */

/** The part of the programme's log that the web needs; pino fits. */
export type RequestLog = {
  readonly info: (facts: Readonly<Record<string, unknown>>, says: string) => void
  readonly warn: (facts: Readonly<Record<string, unknown>>, says: string) => void
  readonly error: (facts: Readonly<Record<string, unknown>>, says: string) => void
}

export type RequestLine = {
  readonly id: string
  readonly method: string
  /** The pattern and not the path: a path may hold a token. */
  readonly route: string
  readonly status: number
  readonly ms: number
  /** Why it was not done. */
  readonly code?: string
}

/** Writes the line of one answered request. */
export function logRequest(log: RequestLog, line: RequestLine): void {
  const level = line.status >= 500 ? 'error' : 'info'
  log[level]({ ...line }, `${line.method} ${line.route} ${line.status}`)
}
