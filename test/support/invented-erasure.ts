/** Leaving for good, in the invented programme of the pages' tests. */
import type { Who } from '#kernel'
import type { Erasure } from '#web'

export const certificate = '01990000-0000-7000-8000-0000000000e1'

type Given = { readonly now: Date; readonly note: (name: string, ...given: readonly unknown[]) => void }

export const inventedErasure = ({ now, note }: Given): Erasure => ({
  eraseMe: async (who: Who) => {
    note('eraseMe', who)
    return { certificateId: certificate }
  },
  certificate: async (id) =>
    id === certificate
      ? {
          id,
          subject: { kind: 'person', id: '01990000-0000-7000-8000-0000000000e2' },
          erasedAt: now,
          counts: { account: 3, consent: 4, notice: 12 },
          signed: 'Bellwether certificate of erasure 1',
          hash: 'b7'.repeat(32),
          signature: 'c2lnbmVk'.repeat(11),
          publicKey: '-----BEGIN PUBLIC KEY-----',
          isGenuine: true,
        }
      : undefined,
})
