/** What those who look on see of the invented programme. */
import type { Observing } from '#web'

type Given = { readonly now: Date; readonly full: boolean; readonly hash: string }

export function inventedObserving({ now, full, hash }: Given): Observing {
  const paged = <Row>(rows: readonly Row[]) => ({ rows: full ? rows : [], total: full ? rows.length : 0, page: 1, pages: 1 })
  const entry = { seq: 7, at: now, actor: 'Ana Lyst', action: 'application.opinion', subject: 'application/0199' }
  const value = { givenOn: '2026-11-02', what: 'Security keys', law: 'FEC', currency: 'USD', minorUnits: 12_000, struckOut: true }
  const opinions = [{ says: 'accept', reason: 'Called the number on their site.', by: 'Ana Lyst' }]
  const decided = { points: 80, doubts: ['lookalike'], rules: '2026-10', opinions, submittedAt: now, decidedAt: now }
  const languages = [
    { language: 'en', people: 10 },
    { language: 'nl', people: 2 },
  ]
  return {
    log: async () => ({ head: { seq: full ? 7 : 0, hash: 'ab'.repeat(32) }, entries: paged([entry]) }),
    applications: async () =>
      paged([
        { id: '0199', state: 'accepted', domain: 'hartley.example', ...decided },
        { id: '0200', state: 'checking', domain: '', points: 0, doubts: [], opinions: [], rules: '', submittedAt: now },
      ]),
    versions: async () => (full ? [{ hash, version: '2026-10', programme: 'open', acceptedAt: now }] : []),
    value: async () => paged([{ organisation: 'Hartley for Ohio', ...value }]),
    registers: async () => (full ? [{ name: 'FEC committees', country: 'US', entries: 18_000, addedAt: now }] : []),
    consents: async () => (full ? [{ purpose: 'examine-mail', version: '2026-05', given: 12, withdrawn: 1 }] : []),
    organisations: async () => {
      const administrators = [{ name: 'Sam Ortega', address: 'sam@hartley.example' }]
      return paged([{ id: '0201', name: 'Hartley for Ohio', people: 12, languages, administrators }])
    },
    roles: async () =>
      paged([
        { role: 'operator', name: 'Olu Perator', since: now },
        { role: 'helper', name: 'Helga Lind', organisation: 'Hartley for Ohio', purpose: 'sign-in', since: now, until: now },
        { role: 'administrator', name: 'Sam Ortega', organisation: 'Hartley for Ohio', since: now },
      ] as const),
  }
}
