/** A notice of the staff, in the invented programme of the pages' tests. */
import { languages, refusal } from '#kernel'
import type { Composer } from '#web'

export const composition = '01990000-0000-7000-8000-0000000000f9'

type Given = { readonly now: Date; readonly full: boolean; readonly note: (name: string, ...given: readonly unknown[]) => void }

export function inventedComposer({ now, full, note }: Given): Composer {
  const wordings = {
    en: { headline: 'a false parcel notice goes round', says: ['Nobody of ours lost an account.', 'It asks for a small fee.'] },
  }
  const row = {
    ...{ id: composition, state: 'draft' as const, changedAt: now, people: null, level: 'targeted' as const },
    ...{ headline: wordings.en.headline, audienceKind: 'organisation' as const, audienceName: 'Hartley for Ohio', by: 'Ana Lyst' },
  }
  const previews = languages.map((language) => ({
    ...{ language, isWritten: language === 'en', subject: 'Targeted: a notice from Bellwether', smsParts: 2, alphabet: 'gsm7' as const },
    ...(language === 'en' && { checked: { faults: [], words: 14, grade: 3.2, followed: [] } }),
    letter: 'Targeted: a false parcel notice goes round\n\nNobody of ours lost an account.\n',
    short: 'Targeted: a false parcel notice goes round Code 7KQ2-M9XT',
    call: ['This is Bellwether, with a notice for you.', 'Targeted: a false parcel notice goes round'],
  }))
  const mine = (id: string) => full && id === composition
  return {
    all: async () => (full ? [row, { ...row, state: 'asked', people: 40 }] : []),
    one: async (_, id) =>
      mine(id)
        ? {
            ...{ ...row, wordings, steps: ['leave-mail', 'tell-us'], audience: { kind: 'organisation', id: null } },
            ...{ isMine: true, isReady: true, approvedBy: '', previews, told: 0 },
          }
        : undefined,
    start: async (who, draft) => {
      note('composer.start', who, draft)
      if (draft.audience.kind !== 'everybody' && draft.audience.typed === '')
        throw refusal('audience-not-found', 'Nobody is found by that.')
      return composition
    },
    keep: async (who, id, draft) => {
      note('composer.keep', who, id, draft)
      return mine(id)
    },
    rehearse: async (_, id) =>
      mine(id)
        ? {
            people: 40,
            first: { mail: 36, push: 12 },
            later: 3,
            unreached: 1,
            unreachedNames: ['Dana Cole'],
            byLanguage: { en: 30, es: 10 },
          }
        : undefined,
    send: async (who, id) => {
      note('composer.send', who, id)
      return mine(id) ? 'asked' : undefined
    },
    approve: async (who, id) => {
      note('composer.approve', who, id)
      return mine(id)
    },
    withdraw: async (who, id) => {
      note('composer.withdraw', who, id)
      return mine(id)
    },
  }
}
