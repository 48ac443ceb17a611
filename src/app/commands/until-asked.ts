/** When the system or the person at the console asks the process to end. */
export function untilAsked(): { readonly promise: Promise<void>; readonly signal: AbortSignal } {
  const controller = new AbortController()
  const promise = new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      process.once(name, () => {
        controller.abort()
        resolve()
      })
    }
  })
  return { promise, signal: controller.signal }
}
