/** How the person of the invented programme is told: by mail, a browser, and a telephone that waits for its digits. */
import { refusal, type Who } from '#kernel'
import type { HowTold } from '#web'

export const waitingWay = '01990000-0000-7000-8000-0000000000c1'

type House = {
  readonly full: boolean
  readonly now: Date
  readonly mine: (who: Who, id: string, known: string) => boolean
  readonly note: (name: string, ...given: readonly unknown[]) => void
}

export function inventedHowTold({ full, now, mine, note }: House): HowTold {
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000)
  const way = (id: string, channel: 'mail' | 'push' | 'sms' | 'voice', shown: string, state: 'proven' | 'waiting' | 'gone') => ({
    ...{ id: `01990000-0000-7000-8000-0000000000${id}`, channel, shown, state },
    addedAt: daysAgo(3),
  })
  const ways = [
    way('c2', 'push', 'Firefox, Windows', 'proven'),
    way('c1', 'sms', '••• 142', 'waiting'),
    way('c3', 'mail', 'dana@hartley.example', 'proven'),
    way('c4', 'mail', 'dana.r.cole@mail.example', 'proven'),
    way('c5', 'voice', '••• 143', 'gone'),
  ]
  return {
    mine: async (who) => ({
      ways: full && 'personId' in who ? ways : [],
      offered: full ? ['sms', 'voice', 'push'] : [],
      zone: full ? 'Europe/Madrid' : 'UTC',
      quiet: full ? { from: 1320, until: 420 } : undefined,
    }),
    pushKey: async () => 'BNJxZtb4Qp5XtnZcNlVyq9lqXSO1Bz1zZ0Zq8m2vY8l1cFz3v0a8d2mYl0xkqk3m9m2yJ0v8X9y3q4b1c2d3e4f',
    addPhone: async (who, { channel, number }) => {
      note('addPhone', who, channel, number)
      if (!number.startsWith('+')) throw refusal('number-not-valid', 'wrong')
      return { id: waitingWay }
    },
    sendDigits: async (who, id) => mine(who, id, waitingWay),
    prove: async (who, { id, typed }) => {
      if (mine(who, id, waitingWay) && typed !== '123456') throw refusal('wrong-digits', 'wrong')
      return mine(who, id, waitingWay)
    },
    addBrowser: async (who, { subscription, userAgent }) => {
      note('addBrowser', who, subscription, userAgent)
      if (subscription === '') throw refusal('browser-not-valid', 'wrong')
    },
    renewBrowser: async (_, { oldEndpoint }) => oldEndpoint === 'https://push.example/old',
    remove: async (who, id) => mine(who, id, waitingWay),
    move: async (who, moved) => note('move', who, moved),
    setQuiet: async (who, hours) => {
      note('setQuiet', who, hours)
      if (!/^\d\d:\d\d$/.test(hours.from)) throw refusal('hours-not-valid', 'wrong')
    },
  }
}
