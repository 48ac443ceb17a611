/** The published rules, applications and the ledger of the invented programme. The rules are the real ones that ship. */
import { decide, readProgramme, whatWouldChange } from '#eligibility'
import { refusal, type Who } from '#kernel'
import type { Applications, Enrolment } from '#web'
import { keptDays } from './kept-days.ts'
import { programmeFiles, programmeOf } from './programmes.ts'

export const application = '01990000-0000-7000-8000-0000000000c1'
export const vouched = '01990000-0000-7000-8000-0000000000c2'
export const register = '01990000-0000-7000-8000-0000000000c3'
export const valueEntry = '01990000-0000-7000-8000-0000000000c4'
/** What a browser that writes an application holds. */
export const applicationCookie = 'an-application-token-000000'

type Given = {
  readonly now: Date
  readonly full: boolean
  readonly organisation: string
  readonly note: (name: string, ...given: readonly unknown[]) => void
}

const files = programmeFiles('open')
const programme = programmeOf(files)
export const programmeHash = programme.hash
const shipped = Object.fromEntries(['accountguard', 'accountguard-2018', 'open'].map((name) => [name, programmeFiles(name)]))

export function inventedEnrolment({ now, full, organisation, note }: Given): Enrolment {
  const entries = [
    {
      id: valueEntry,
      givenOn: '2026-10-01',
      what: 'Two security keys for each of twelve people',
      law: 'FEC',
      currency: 'USD',
      minorUnits: 133_700,
      note: 'at list price',
    },
    { id: application, givenOn: '2026-09-12', what: 'An evening of training', law: '', currency: 'EUR', minorUnits: 20_000, note: '' },
  ]
  const known = (who: Who, id: string) => full && id === organisation && who.kind !== 'person'
  return {
    inForce: async () => ({ programme, ...(full && { since: new Date(now.getTime() - 86_400_000) }) }),
    versions: async () =>
      full ? [{ hash: 'a'.repeat(64), version: '0', programme: 'open', acceptedAt: new Date(now.getTime() - 9 * 86_400_000) }] : [],
    files: async (hash) => (hash === programme.hash ? files : undefined),
    ask: async (typed) => {
      const facts = { ...typed, date: '2026-11-23' }
      return { decision: decide(programme, facts), changes: whatWouldChange(programme, facts) }
    },
    shipped: async () => shipped,
    tryProgramme: async (_who, tried) => {
      const read = readProgramme(tried)
      return 'problems' in read
        ? read
        : { programme: read.programme, changed: full ? [{ organisation: 'Hartley for Ohio', before: 'eligible', after: 'unsure' }] : [] }
    },
    acceptProgramme: async (_who, given) => note('acceptProgramme', given.before),
    valueLedger: async (who, id) =>
      known(who, id)
        ? {
            organisation: 'Hartley for Ohio',
            entries,
            sums: entries.map(({ law, currency, minorUnits }) => ({ law, currency, minorUnits, entries: 1 })),
          }
        : undefined,
    enterValue: async (who, id, given) => {
      if (given.what === '') throw refusal('what-missing', 'Say what was given, in at most 200 letters.')
      note('enterValue', given)
      return known(who, id)
    },
    strikeValue: async (who, id, entry) => known(who, id) && entry === valueEntry,
    amountOf: ({ minorUnits }) => (minorUnits / 100).toFixed(2),
  }
}

export function inventedApplications({ now, full, note }: Given): Applications {
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000)
  const facts = { kind: 'charity', office: 'none', country: 'US', region: '', product: 'office-365', people: 12 }
  const answers = {
    facts: { kind: 'charity', office: 'none', country: 'US', product: 'office-365', people: '12' },
    name: 'Harbour Watch',
    domain: 'harbour-watch.example',
    noDomain: false,
    contact: { name: 'Lee Marsh', address: 'lee@harbour-watch.example' },
    second: { name: 'Kim Ode', address: 'kim@harbour-watch.example' },
    register: 'C00000059',
    asks: 'Our domain is new; please call the office.',
  }
  const draft = {
    id: application,
    state: 'draft' as const,
    language: 'en' as const,
    answers,
    isContactProven: true,
    points: 0,
    doubts: [],
    begunAt: ago(20),
  }
  const proofs = [
    {
      kind: 'contact-mailbox' as const,
      state: 'proven' as const,
      at: ago(3),
      evidence: [{ asked: 'six digits to the contact’s mailbox', answered: 'typed in; the mailbox is at the domain' }],
    },
    {
      kind: 'domain-dns' as const,
      state: 'disputed' as const,
      at: ago(3),
      evidence: [
        { asked: 'TXT _bellwether-challenge.harbour-watch.example', answered: 'nothing', from: '198.51.100.1' },
        { asked: 'TXT _bellwether-challenge.harbour-watch.example', answered: 'bellwether-domain-proof=k7m2q9', from: '198.51.100.2' },
      ],
    },
  ]
  const doubts = [
    { kind: 'lookalike' as const, facts: { domain: 'harbour.example', of: 'Harbour Courier' } },
    { kind: 'asked-for' as const, facts: {} },
  ]
  const waiting = {
    ...draft,
    state: 'with-a-person' as const,
    points: 20,
    doubts,
    submittedAt: ago(60),
    checkedAt: ago(3),
    programme: { id: 'open', version: '1', hash: programmeHash, rules: decide(programme, { ...facts, date: '2026-11-23' }).rules },
  }
  const holds = (token: string) => full && token === applicationCookie
  const wrongCode = () => refusal('wrong-code', 'wrong')
  return {
    keeps: async () => keptDays,
    begin: async () => ({ token: applicationCookie }),
    one: async (token) => (holds(token) ? draft : undefined),
    save: async (token, step, given) => {
      note('saveStep', step, given)
      if (step === 'organisation' && given.name === '') throw refusal('name-missing', 'A name is needed.')
      return holds(token) ? draft : undefined
    },
    sendCode: async (token) => (holds(token) ? draft : undefined),
    prove: async (token, code) => {
      if (code !== '123456') throw wrongCode()
      return holds(token) ? draft : undefined
    },
    submit: async (token) => (holds(token) ? waiting : undefined),
    status: async (token) =>
      holds(token) ? { ...waiting, doubts: ['disputed'], proofs, vouches: 1, threshold: 70, vouchCode: '7KQ2M-9XT4A' } : undefined,
    check: async () => note('checkApplication'),
    askForPerson: async () => true,
    withdraw: async () => true,
    sendComeBackCode: async ({ address }) => {
      note('sendComeBackCode', address)
      return { challenge: 'asked-by-this-browser' }
    },
    comeBack: async ({ code }) => {
      if (code !== '123456') throw wrongCode()
      return { token: applicationCookie }
    },
    list: async () => {
      const line = {
        id: application,
        name: answers.name,
        domain: answers.domain,
        state: waiting.state,
        points: 20,
        doubts: 2,
        submittedAt: ago(60),
      }
      return { rows: full ? [line] : [], total: full ? 1 : 0, page: 1, pages: 1 }
    },
    see: async (_who, id) =>
      full && id === application
        ? {
            ...waiting,
            proofs,
            vouchedBy: [{ organisation: 'Westlake Ledger', at: ago(30) }],
            opinions: [
              { says: 'accept', reason: 'I called the office on the number in the register.', by: 'Ana Lyst', isMine: true, at: ago(10) },
            ],
            needed: 2,
          }
        : undefined,
    giveOpinion: async (_who, id, { reason }) => {
      if (id !== application || !full) return undefined
      if (reason === '') throw refusal('reason-missing', 'Say in a sentence why; the applicant may ask.')
      return 'with-a-person'
    },
    registers: async () => (full ? [{ id: register, name: 'FEC committees', country: 'US', entries: 20_113, addedAt: ago(9000) }] : []),
    takeRegister: async (_who, { text }) => {
      if (text === '') throw refusal('register-not-readable', 'The file cannot be taken in: no row has both a number and a name.')
      return { entries: 1 }
    },
    removeRegister: async (_who, id) => full && id === register,
    vouchAsked: async (_who, code) => {
      if (code.replace('-', '') !== '7KQ2M9XT4A') throw refusal('vouch-code-unknown', 'No open application has this code.')
      return { name: answers.name, domain: answers.domain, contact: answers.contact.name }
    },
    vouch: async (_who, code) => note('vouch', code),
    vouches: async () => (full ? [{ applicationId: vouched, name: 'Harbour Watch', givenAt: ago(40), isOpen: true }] : []),
    withdrawVouch: async (_who, id) => full && id === vouched,
  }
}
