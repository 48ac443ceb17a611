/** What became of the notices of the invented programme of the pages' tests. */
import type { NoticesSeen } from '#web'

export function inventedNotices({ full, notice }: { readonly full: boolean; readonly notice: string }): NoticesSeen {
  const steps = [
    { name: 'told', count: 40, medianMinutes: 0.2 },
    { name: 'seen', count: 36, medianMinutes: 42 },
    { name: 'verified', count: 22, medianMinutes: 61 },
    { name: 'understood', count: 34, medianMinutes: 180 },
    { name: 'acted', count: 0 },
  ] as const
  const funnel = { level: 'possible-access', notices: 41, steps } as const
  const month = (name: string, targeted: number | undefined) => ({
    month: name,
    notices: { targeted, 'attempt-blocked': 12, 'possible-access': undefined, 'confirmed-access': 0 },
    mistaken: 0,
  })
  return {
    proof: async (who, id) =>
      'personId' in who && id === notice
        ? {
            ...{ kind: 'Bellwether proof of notice 1', notice, level: 'targeted', decidedAt: '2026-05-03T12:00:00.000Z' },
            ...{ madeAt: '2026-05-04T12:00:00.000Z', receipts: [], batches: [], signature: '', publicKey: '' },
          }
        : undefined,
    funnels: async () => (full ? [funnel] : []),
    published: async () => ({ months: full ? [month('2026-10', 31), month('2026-09', undefined)] : [], funnels: full ? [funnel] : [] }),
  }
}
