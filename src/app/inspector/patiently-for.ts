/**
 * DNS with an end. Who sends a mail also keeps the name servers that it is
 * checked against: slow ones must not use up the time in which the mail itself
 * is judged, or a slow answer would be a way past us.
 */
import type { Resolver } from '#mail'

/** The resolver for one mail: from its first question on, `patienceMs` for all of them; then each answer is a timeout. */
export function patientlyFor(patienceMs: number, resolve: Resolver): Resolver {
  let until: number | undefined
  return (domain, type) => {
    until ??= performance.now() + patienceMs
    const late = Promise.withResolvers<never>()
    const timer = setTimeout(
      () => late.reject(Object.assign(new Error(`asking DNS for ${type} of a sender: it took too long`), { code: 'ETIMEOUT' })),
      Math.max(0, until - performance.now()),
    )
    return Promise.race([resolve(domain, type), late.promise]).finally(() => clearTimeout(timer))
  }
}
