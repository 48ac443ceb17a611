/** Invented answers about a person's ways in, for tests of the pages alone. */
import { refusal, type Who } from '#kernel'
import type { ElsewhereDoor, Recovery, WaysIn } from '#web'

export const codeApp = '01990000-0000-7000-8000-0000000000b1'
export const waitingApp = '01990000-0000-7000-8000-0000000000b2'
export const otherSession = '01990000-0000-7000-8000-0000000000b3'
export const helpedBack = '01990000-0000-7000-8000-0000000000b6'
export const ownSession = '01990000-0000-7000-8000-0000000000b4'

type House = {
  readonly full: boolean
  readonly now: Date
  readonly session: { readonly token: string; readonly expiresAt: Date }
  readonly challenge: { readonly challengeId: string; readonly options: unknown }
  readonly mine: (who: Who, id: string, known: string) => boolean
  readonly note: (name: string, ...given: readonly unknown[]) => void
}

export function inventedWaysIn({ full, now, session, challenge, mine, note }: House): WaysIn {
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000)
  const squares = { side: 21, dark: Array.from({ length: 21 * 21 }, (_, index) => index % 3 === 0) }
  return {
    apps: async () => (full ? [{ id: codeApp, name: 'App on my phone', createdAt: ago(9000), lastUsedAt: ago(60) }] : []),
    beginApp: async () => ({ id: waitingApp }),
    appToConfirm: async (who, id) =>
      mine(who, id, waitingApp)
        ? { id, secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', address: 'otpauth://totp/Bellwether:Dana', squares }
        : undefined,
    confirmApp: async (who, { id, code }) => {
      if (mine(who, id, waitingApp) && code !== '123456') throw refusal('wrong-app-code', 'wrong')
      return mine(who, id, waitingApp)
    },
    renameApp: async (who, id) => mine(who, id, codeApp),
    removeApp: async (who, id) => mine(who, id, codeApp),
    recoveryCodes: async () => (full ? { left: 8, madeAt: ago(9000) } : { left: 0 }),
    makeRecoveryCodes: async () => Array.from({ length: 10 }, (_, index) => `7KQ2-M9XT-4HW${index}`),
    sessions: async () =>
      full
        ? [
            {
              id: ownSession,
              method: 'passkey',
              browser: 'Firefox',
              system: 'Windows',
              begunAt: ago(90),
              lastSeenAt: now,
            },
            {
              id: otherSession,
              method: 'recovery-code',
              browser: 'Samsung Internet',
              system: 'Android',
              begunAt: ago(4000),
              lastSeenAt: ago(300),
            },
            { id: '01990000-0000-7000-8000-0000000000b5', method: 'mail-code', begunAt: ago(5000), lastSeenAt: ago(600) },
          ]
        : [],
    endSession: async (who, id) => mine(who, id, otherSession),
    endOtherSessions: async (who) => note('endOtherSessions', who),
    confirmChallenge: async () => challenge,
    confirmByPasskey: async () => session,
    confirmByCode: async (_, code) => {
      if (code !== '123456') throw refusal('wrong-second-code', 'wrong')
      return session
    },
    confirmByMail: async (_, { code }) => {
      if (code !== '123456') throw refusal('wrong-code', 'wrong')
      return session
    },
    sendConfirmCode: async () => ({ challenge: 'asked-by-this-browser', address: 'dana@hartley.example' }),
  }
}

/** Somebody asks to come back in; the first of two people has vouched. */
export function inventedRecovery({ full, now, session, mine, note }: House): Recovery {
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000)
  const request = {
    id: helpedBack,
    person: 'Lee Abara',
    reference: '7KQ2-M9XT',
    askedAt: ago(40),
    state: 'vouched' as const,
    voucher: 'Sam Ortega',
    how: 'met' as const,
    mayVouch: false,
    mayConfirm: true,
  }
  const open = { ...request, id: '01990000-0000-7000-8000-0000000000b7', state: 'open' as const, mayConfirm: false, half: '4HWD-7KQ2' }
  return {
    ask: async () => ({ reference: '7KQ2-M9XT' }),
    finish: async () => session,
    stopByCode: async () => undefined,
    mine: async () => (full ? [{ id: helpedBack, vouchedAt: ago(30), opensAt: new Date(now.getTime() + 86_400_000) }] : []),
    stopMine: async (who) => note('stopMine', who),
    list: async () => (full ? [request, open] : []),
    vouch: async (who, id) => mine(who, id, helpedBack),
    confirm: async (who, id) => mine(who, id, helpedBack),
    refuse: async (who, id) => mine(who, id, helpedBack),
    waitHours: async () => 24,
  }
}

const there = { to: new URL('https://login.provider.example/authorize?state=s'), browser: 'cookie-of-this-browser' }

/** Microsoft and Google are set up, and a provider of the staff; an answer is awaited from none. */
export const inventedElsewhere = ({ full, now, mine, note }: Pick<House, 'full' | 'now' | 'mine' | 'note'>): ElsewhereDoor => ({
  mayVouch: async () => (full ? ['microsoft', 'google'] : []),
  beginProof: async (who, { accountId }) => (mine(who, accountId, '01990000-0000-7000-8000-000000000001') ? there : undefined),
  staffProvider: async () => (full ? { name: 'Desk login', provesAnew: true } : undefined),
  staffIdentity: async () => (full ? { boundAt: new Date(now.getTime() - 9_000_000), lastUsedAt: now } : undefined),
  beginStaffSignIn: async () => there,
  beginBinding: async (who) => {
    note('beginBinding', who)
    return there
  },
  beginStaffConfirm: async () => there,
  unbind: async (who) => {
    note('unbind', who)
    return true
  },
  staffSignOut: async () => new URL('https://login.provider.example/session/end'),
  comeBack: async () => {
    throw refusal('answer-not-awaited', 'It was used already.')
  },
})
