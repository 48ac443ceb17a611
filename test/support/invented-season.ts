/** Time in an organisation, in the invented programme of the pages' tests. */
import { refusal } from '#kernel'
import type { Season } from '#web'

export const pendingChange = '01990000-0000-7000-8000-0000000000c1'

type Given = {
  readonly now: Date
  readonly ids: { readonly organisation: string; readonly member: string }
  readonly full: boolean
  readonly note: (name: string, ...given: readonly unknown[]) => void
}

export function inventedSeason({ now, ids, full, note }: Given): Season {
  const mine = (id: string) => id === ids.organisation
  const isDay = (typed: string) => /^\d{4}-\d{2}-\d{2}$/.test(typed)
  return {
    calendar: async (_, id) =>
      mine(id)
        ? full
          ? { electionDays: ['2026-12-01'], endsOn: '2026-12-31', freezeDays: 14, frozen: { since: '2026-11-17', until: '2026-12-01' } }
          : { electionDays: [], freezeDays: 14 }
        : undefined,
    keep: async (who, id, days) => {
      note('keepSeason', who, id, days)
      if (days.electionDays.some((day) => day !== '' && !isDay(day)))
        throw refusal('day-not-right', 'no day', { facts: { typed: days.electionDays[0] ?? '' } })
      return mine(id)
    },
    change: async (who, id, wanted) => {
      note('change', who, id, wanted)
      if (wanted.kind === 'leave' && !isDay(wanted.leavesOn))
        throw refusal('day-not-right', 'no day', { facts: { typed: wanted.leavesOn } })
      return mine(id) && (!('personId' in wanted) || wanted.personId === ids.member) ? 'done' : undefined
    },
    all: async () => ({
      rows: full
        ? [
            {
              organisationId: ids.organisation,
              name: 'Hartley for Ohio',
              electionDays: ['2026-12-01'],
              endsOn: '2026-12-31',
              frozenUntil: '2026-12-01',
              isOver: false,
              waiting: 2,
            },
          ]
        : [],
      total: full ? 1 : 0,
      page: 1,
      pages: 1,
    }),
    changes: async (_, id) =>
      mine(id)
        ? full
          ? [
              {
                id: pendingChange,
                kind: 'remove-person',
                person: 'Lee Abara',
                askedBy: 'Sam Ortega',
                askedAt: new Date(now.getTime() - 3_600_000),
                expiresAt: new Date(now.getTime() + 172_800_000),
                isAboutMe: false,
                mayAgree: true,
              },
            ]
          : []
        : undefined,
    answer: async (who, answer) => {
      note('answerChange', who, answer)
      return full && mine(answer.organisationId) && answer.changeId === pendingChange
    },
    leaving: async () => undefined,
    stay: async (_, id) => mine(id),
  }
}
