/** Leaving for good, and the certificate of it, as the pages need them. */
import type { Certificate } from '#erasure'
import type { Who } from '#kernel'

export type { Certificate } from '#erasure'

export type Erasure = {
  /** Erases who asks, at once. Refusals `still-staff`, `no-owner-url`. Undefined for who is no person. */
  readonly eraseMe: (who: Who) => Promise<{ readonly certificateId: string } | undefined>
  readonly certificate: (id: string) => Promise<Certificate | undefined>
}
