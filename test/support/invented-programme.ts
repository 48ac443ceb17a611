/**
 * The pages' needs, answered from invented values: for tests of the pages
 * alone, without a database. It keeps to the contract of `WebDeps` (somebody
 * else's matter does not exist) and remembers what it was asked to do.
 */
import { type Language, languages, refusal, type Who } from '#kernel'
import type { AccountSeen, Home, IncidentRow, IncidentSeen, NoticeSeen, SettingsValues, Visitor, WebDeps } from '#web'
import { evaluationMail, inventedAnalyst } from './invented-analyst.ts'
import { inventedChannels } from './invented-channels.ts'
import { composition, inventedComposer } from './invented-composer.ts'
import { application, inventedApplications, inventedEnrolment, programmeHash, register, valueEntry, vouched } from './invented-enrolment.ts'
import { certificate, inventedErasure } from './invented-erasure.ts'
import { help, helpLink, helpOffer, inventedHelping } from './invented-helping.ts'
import { householdLinkToken, inventedHousehold, sharer } from './invented-household.ts'
import { inventedHowTold, waitingWay } from './invented-how-told.ts'
import { inventedNotices } from './invented-notices.ts'
import { inventedObserving } from './invented-observing.ts'
import { inventedOrganisations } from './invented-organisations.ts'
import { feed, inventedOwnRules, listEntry, ownRule } from './invented-own-rules.ts'
import { delivery, hook, inventedPrograms, token } from './invented-programs.ts'
import { inventedProviders } from './invented-providers.ts'
import { inventedRecords } from './invented-records.ts'
import { inventedRota, rota, rotaLayer, rotaTakeOver } from './invented-rota.ts'
import { inventedSeason, pendingChange } from './invented-season.ts'
import {
  codeApp,
  helpedBack,
  inventedElsewhere,
  inventedRecovery,
  inventedWaysIn,
  otherSession,
  ownSession,
  waitingApp,
} from './invented-ways-in.ts'
import { keptDays } from './kept-days.ts'

export const now = new Date('2026-11-23T10:12:00Z')
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000)

/** Sign in as one of these by the session cookie of the same name. */
export const sessions = {
  person: 'a-person-session-000000',
  administrator: 'an-administrator-session',
  analyst: 'an-analyst-session-00000',
  operator: 'an-operator-session-0000',
  'helper-set-up': 'a-helper-for-setting-up-0',
  'helper-connections': 'a-helper-for-connections',
  'helper-sign-in': 'a-helper-for-signing-in-0',
  'helper-training': 'a-helper-for-lessons-000',
  'former-helper': 'a-helper-whose-time-ended',
  auditor: 'an-auditor-session-00000',
  trainer: 'a-trainer-session-000000',
} as const

const visitorNames = Object.keys(sessions) as readonly (keyof typeof sessions)[]

export const examples = {
  account: '01990000-0000-7000-8000-000000000001',
  'personal-account': '01990000-0000-7000-8000-000000000002',
  notice: '01990000-0000-7000-8000-000000000005',
  passkey: 'credential-1',
  app: codeApp,
  'waiting-app': waitingApp,
  session: otherSession,
  recovery: helpedBack,
  consent: '01990000-0000-7000-8000-000000000006',
  change: pendingChange,
  certificate,
  'household-link': householdLinkToken,
  'contact-method': waitingWay,
  sharer,
  organisation: '01990000-0000-7000-8000-000000000008',
  member: '01990000-0000-7000-8000-000000000009',
  'member-left': '01990000-0000-7000-8000-0000000000e1',
  incident: '01990000-0000-7000-8000-00000000000d',
  alert: '01990000-0000-7000-8000-00000000000e',
  letter: '01990000-0000-7000-8000-00000000000f',
  'evaluation-mail': evaluationMail,
  'own-rule': ownRule,
  'list-entry': listEntry,
  composition,
  rota,
  'rota-layer': rotaLayer,
  'take-over': rotaTakeOver,
  feed,
  'identity-provider': 'microsoft',
  'first-link': 'first-link-token-that-is-good',
  invitation: 'invitation-token-that-is-good',
  'settings-part': 'mail',
  'channel-form': 'kannel',
  application,
  vouched,
  register,
  'value-entry': valueEntry,
  'programme-hash': programmeHash,
  'apply-step': 'organisation',
  token,
  hook,
  delivery,
  help,
  'help-offer': helpOffer,
  'help-link': helpLink,
  'staff-member': '01990000-0000-7000-8000-0000000000d1',
} as const

const organisations = [
  { id: examples.organisation, name: 'Hartley for Ohio', role: 'administrator' as const },
  { id: '01990000-0000-7000-8000-000000000007', name: 'Westlake Ledger', role: 'administrator' as const },
]

const base = {
  language: 'en' as Language,
  ways: { passkey: true, app: true, recoveryCodes: 8, mail: true },
  session: { id: ownSession, method: 'passkey', fresh: true, strong: true },
}
const visitors: Readonly<Record<keyof typeof sessions, Visitor>> = {
  person: {
    ...base,
    personId: 'p-dana',
    name: 'Dana Cole',
    organisations: [{ id: examples.organisation, name: 'Hartley for Ohio', role: 'member' }],
  },
  administrator: { ...base, personId: 'p-sam', name: 'Sam Ortega', organisations },
  analyst: { ...base, personId: 'p-ana', name: 'Ana Lyst', staff: 'analyst', organisations: [] },
  'helper-set-up': { ...base, personId: 'p-setup', name: 'Helga Lind', organisations: [] },
  'helper-connections': { ...base, personId: 'p-connections', name: 'Omar Haddad', organisations: [] },
  'helper-sign-in': { ...base, personId: 'p-signin', name: 'Ines Roth', organisations: [] },
  'helper-training': { ...base, personId: 'p-training', name: 'Tove Berg', organisations: [] },
  'former-helper': { ...base, personId: 'p-former', name: 'Udo Kern', organisations: [] },
  auditor: { ...base, personId: 'p-audra', name: 'Audra Itor', observes: 'auditor', organisations: [] },
  trainer: { ...base, personId: 'p-tim', name: 'Tim Raine', observes: 'trainer', organisations: [] },
  operator: { ...base, personId: 'p-olu', name: 'Olu Perator', staff: 'operator', organisations: [] },
}

const row = (id: string, more: Partial<IncidentRow>): IncidentRow => ({
  id,
  title: 'A mail asks for a device code',
  who: 'D. Cole',
  organisation: 'Hartley for Ohio',
  level: 'targeted',
  severity: 'high',
  state: 'open',
  messages: 1,
  lastMessageAt: ago(4),
  told: 'told',
  ...more,
})

export const incidentRows: readonly IncidentRow[] = [
  row(examples.incident, {}),
  row('01990000-0000-7000-8000-00000000000a', {
    title: 'A colleague’s name on a new address asks for gift cards',
    who: 'R. Imani and 11 more',
    organisation: 'Center for Open Courts',
    messages: 12,
    lastMessageAt: ago(130),
    told: 'read',
  }),
  row('01990000-0000-7000-8000-00000000000b', {
    title: 'A page that asks for the password of the mailbox',
    level: 'attempt-blocked',
    who: 'J. Okafor',
    organisation: 'Westlake Ledger',
    lastMessageAt: ago(300),
    told: 'undelivered',
  }),
  row('01990000-0000-7000-8000-00000000000c', {
    title: 'An invoice with a new bank account',
    level: 'possible-access',
    severity: 'critical',
    who: 'M. Lindqvist',
    organisation: 'Hartley for Ohio',
    lastMessageAt: ago(1600),
    told: 'waiting',
  }),
]

const reasons = [
  {
    says: 'The sender is not who it says.',
    severity: 'high' as const,
    evidence: [{ where: 'From', quote: '"Zoom for Hartley" <team@zo0m-meet.example>', mark: 'zo0m-meet' }],
  },
  {
    says: 'It asks for a code at Microsoft’s device page.',
    severity: 'high' as const,
    evidence: [{ where: 'Text', quote: 'Open https://microsoft.com/devicelogin and enter HX4K9QRT2', mark: 'HX4K9QRT2' }],
  },
  { says: 'Nobody here ever wrote to this address.', severity: 'medium' as const, evidence: [] },
]

const incident: IncidentSeen = {
  ...row(examples.incident, {}),
  organisation: { id: examples.organisation, name: 'Hartley for Ohio' },
  technique: ['T1528', 'T1566.002'],
  origin: 'mailbox',
  openedAt: ago(10),
  people: [
    { name: 'Dana Cole', address: 'dana@hartley.example', messages: 1, firstAt: ago(10) },
    { name: 'Sam Ortega', address: 'sam@hartley.example', messages: 2, firstAt: ago(8) },
  ],
  story: [
    {
      at: ago(10),
      tone: 'care',
      fact: 'A mail asked for a device code',
      meaning: '“Join the debate prep call”, from an address that never wrote to anybody here.',
    },
    { at: ago(9), tone: 'calm', fact: 'Dana Cole was told on another address', meaning: 'By mail and on her page here.' },
    { at: ago(8), tone: 'danger', fact: 'The same mail reached Sam Ortega', meaning: 'Two mails, a minute apart.' },
  ],
  reasons,
  message: {
    arrivedAt: ago(10),
    from: '"Zoom for Hartley" <team@zo0m-meet.example>',
    replyTo: 'prep@zo0m-meet.example',
    to: 'dana@hartley.example',
    subject: 'Join the debate prep call <script>alert(1)</script>',
    date: 'Mon, 23 Nov 2026 10:02:00 +0000',
    text: 'Hi Dana,\n\nthe call has moved. Open https://microsoft.com/devicelogin and enter HX4K9QRT2.\n\nThe Zoom team',
    links: [{ text: 'Join the call', target: 'hxxps://zo0m-meet[.]example/join', innermostHost: 'zo0m-meet[.]example' }],
    headers: [
      { name: 'Sender checked', says: 'Nothing vouches for the address it shows.' },
      { name: 'Way here', says: '3 servers' },
    ],
    attachments: [{ name: 'agenda.html', type: 'text/html', sizeBytes: 4300 }],
  },
  traces: [
    { kind: 'sender', value: 'team@zo0m-meet.example' },
    { kind: 'link-host', value: 'zo0m-meet.example' },
  ],
  notices: [
    {
      person: 'Dana Cole',
      level: 'targeted',
      decidedAt: ago(9),
      readAt: ago(5),
      actions: [
        { action: 'end-sessions', doneAt: ago(4), by: 'person' },
        { action: 'add-passkey', doneAt: ago(3), by: 'signal' },
        { action: 'change-password' },
      ],
      deliveries: [
        { channel: 'mail', to: 'a personal address', state: 'delivered', at: ago(9) },
        { channel: 'home', to: '', state: 'delivered', at: ago(9) },
      ],
    },
  ],
  steps: [{ at: ago(3), by: 'Ana Lyst', step: 'note', reason: 'Called Dana. She did not enter the code.' }],
  others: [{ id: '01990000-0000-7000-8000-00000000000c', title: 'An invoice with a new bank account' }],
}

const accounts: readonly AccountSeen[] = [
  {
    id: examples.account,
    kind: 'work',
    address: 'dana@hartley.example',
    organisation: 'Hartley for Ohio',
    proven: true,
    bouncing: false,
    watch: 'watching',
    reads: 'all',
    lastSeenAt: ago(1),
    firstLookLeft: 132,
    seenBy: 'organisation',
  },
  {
    id: '01990000-0000-7000-8000-000000000002',
    kind: 'personal',
    address: 'dana.r.cole@mail.example',
    proven: true,
    bouncing: false,
    watch: 'none',
    reads: 'all',
    seenBy: 'only-you',
  },
  {
    id: '01990000-0000-7000-8000-000000000003',
    kind: 'personal',
    address: 'dana@family.example',
    proven: false,
    bouncing: false,
    watch: 'none',
    reads: 'all',
    seenBy: 'only-you',
  },
]

const notice: NoticeSeen = {
  id: examples.notice,
  level: 'targeted',
  kind: 'incident',
  title: 'A mail asks for a device code',
  decidedAt: ago(9),
  read: false,
  code: '7KQ2M9XT',
  spelled: ['seven', 'K as in Kilo', 'Q as in Quebec', 'two', 'M as in Mike', 'niner', 'X as in X-ray', 'T as in Tango'],
  says: [
    'Targeted: somebody tries to get into your work mailbox.',
    'Nobody got in, as far as we can see.',
    'This morning a mail asked you to enter a code at Microsoft. Whoever enters it lets the sender in.',
  ],
  reasons,
  actions: [
    {
      ...{ id: 'as-advised', minutes: 2, isSeen: false, doneAt: ago(4) },
      does: 'Do not enter the code.',
    },
    {
      ...{ id: 'add-passkey', minutes: 3, isSeen: true, doneAt: ago(3) },
      ...{ does: 'Add a passkey here.', takes: 'About 3 minutes.', undo: 'To undo it, remove the passkey on the same page.' },
    },
    {
      id: 'change-password',
      minutes: 3,
      isSeen: false,
      does: 'Change the password of that account.',
      where: 'It stands in its security settings.',
    },
  ],
  done: false,
  sentTo: [
    { to: 'dana.r.cole@mail.example', state: 'delivered', at: ago(9) },
    { to: 'home', state: 'delivered', at: ago(9) },
  ],
}

const settings: SettingsValues = {
  programmeName: 'Bellwether',
  publicAddress: 'http://localhost:8080',
  tls: 'local',
  trustedProxies: ['127.0.0.1', '::1'],
  certificate: '',
  key: '',
  smimeCertificate: '',
  smtpHost: 'mail.operator.example',
  smtpPort: 587,
  smtpTls: 'starttls',
  smtpUser: 'bellwether',
  fromAddress: 'notices@operator.example',
  helpContact: 'Ana Lyst, +1 555 0100',
  languages,
  ...keptDays,
  eraseAfterDays: 30,
  firstLookDays: 30,
  historyLookDays: 365,
  recoveryWaitHours: 24,
  passkeysOnly: false,
  deskNetworks: [],
  intakeDomain: '',
  admitThreshold: 70,
  admitDns: 50,
  admitWeb: 40,
  admitMailbox: 20,
  admitProduct: 10,
  admitRegister: 30,
  admitVouch: 30,
  admitVouches: 2,
  freezeDays: 14,
  microsoftIssuer: 'https://login.microsoftonline.com/common/v2.0',
  microsoftClientId: '2f0d7a2c-example',
  googleIssuer: 'https://accounts.google.com',
  googleClientId: '',
  staffName: 'Operator login',
  staffIssuer: 'https://login.operator.example',
  staffClientId: 'bellwether',
  staffAcr: [],
  staffAmr: ['mfa'],
}

const home: Home = {
  situation: 'somebody-tries',
  todo: [
    { kind: 'read-notice', noticeId: notice.id, level: 'targeted', decidedAt: notice.decidedAt },
    {
      kind: 'do-action',
      noticeId: notice.id,
      action: { id: 'change-password', does: 'Change the password of that account.', takes: 'About 3 minutes.' },
    },
    { kind: 'prove-address', accountId: '01990000-0000-7000-8000-000000000003', address: 'dana@family.example' },
    { kind: 'add-passkey' },
    { kind: 'check-provider', accountId: examples['personal-account'], address: 'dana.r.cole@mail.example' },
  ],
  accounts,
  heard: [{ accountId: examples['personal-account'], providerName: 'Google', heardAt: ago(2000), blindSince: ago(900) }],
  notices: [
    notice,
    {
      ...notice,
      id: '01990000-0000-7000-8000-000000000004',
      title: 'What we found in older mail',
      kind: 'first-look',
      read: true,
      decidedAt: ago(3000),
    },
  ],
  reportAddress: 'report-k7m2@in.operator.example',
}

const nobody: Home = { situation: 'quiet', todo: [], accounts: [], heard: [], notices: [] }

export type Asked = { readonly name: string; readonly with: readonly unknown[] }
export type Invented = { readonly deps: WebDeps; readonly asked: Asked[] }

export type InventedOptions = {
  /** The first day: nothing has happened and nobody takes part. */
  readonly empty?: boolean
  readonly language?: Language
  readonly publicAddress?: string
  /** Replaces parts of the answers. */
  readonly change?: (deps: WebDeps) => WebDeps
}

/** A programme of invented people. */
export function inventedProgramme(options: InventedOptions = {}): Invented {
  const asked: Asked[] = []
  const note = (name: string, ...given: readonly unknown[]) => void asked.push({ name, with: given })
  const full = options.empty !== true
  const paged = <Row>(rows: readonly Row[]) => ({ rows: full ? rows : [], total: full ? rows.length : 0, page: 1, pages: 1 })
  const mine = (who: Who, id: string, known: string) => full && id === known && 'personId' in who
  // A browser holds a cookie's end against its own clock, not against this programme's.
  const session = { token: sessions.person, expiresAt: new Date(Date.now() + 86_400_000) }
  const challenge = { challengeId: 'c1', options: { challenge: 'AAAA' } }

  const deps: WebDeps = {
    clock: { now: () => now },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    programme: () => ({
      name: 'Bellwether',
      publicAddress: options.publicAddress ?? 'http://localhost:8080',
      fromAddress: 'notices@operator.example',
      helpContact: 'Ana Lyst, +1 555 0100',
      languages,
      trustedProxies: [],
      deskNetworks: [],
      passkeysOnly: false,
      setUp: full,
    }),
    reachable: async () => true,
    staff: {
      list: async () => [
        { personId: examples['staff-member'], name: 'Ana Lyst', role: 'analyst', since: ago(90_000), isMe: false },
        { personId: '01990000-0000-7000-8000-0000000000d3', name: 'Audra Itor', role: 'auditor', since: ago(80_000), isMe: false },
        { personId: '01990000-0000-7000-8000-0000000000d2', name: 'Olu Perator', role: 'operator', since: ago(200_000), isMe: true },
      ],
      appoint: async (_who, { address }) => {
        if (!address.includes('@')) throw refusal('address-not-valid', 'wrong')
        note('appointStaff', address)
        return true
      },
      end: async (_who, personId) => personId === examples['staff-member'],
    },
    providers: inventedProviders({
      full,
      now,
      note,
      consentId: examples.consent,
      account: accounts.find(({ id }) => id === examples['personal-account']),
    }),
    observing: inventedObserving({ now, full, hash: programmeHash }),
    helping: inventedHelping({ now, full, note }),
    programs: inventedPrograms({ now, full, note }),
    enrolment: inventedEnrolment({ now, full, note, organisation: examples.organisation }),
    applications: inventedApplications({ now, full, note, organisation: examples.organisation }),
    checkCode: async (code) => {
      if (code === notice.code) return { answer: 'genuine', level: 'targeted', decidedAt: notice.decidedAt, noticeId: notice.id }
      return code === '00000000' ? { answer: 'too-many', retryAfterSeconds: 90 } : { answer: 'unknown' }
    },
    door: {
      visitorOf: async (token) => {
        const kind = visitorNames.find((one) => sessions[one] === token)
        return kind && { ...visitors[kind], ...(options.language && { language: options.language }) }
      },
      signOut: async (token) => note('signOut', token),
      sendSignInCode: async (input) => {
        note('sendSignInCode', input)
        return { challenge: 'asked-by-this-browser' }
      },
      signInByCode: async ({ code }) => {
        if (code !== '123456') throw refusal('wrong-code', 'wrong')
        return { kind: 'signed-in', session }
      },
      takeSecondStep: async () => session,
      signInChallenge: async () => challenge,
      signInByPasskey: async () => session,
      firstLinkIsGood: async (token) => token === examples['first-link'],
      takeFirstLink: async (input) => {
        if (input.token !== examples['first-link']) throw refusal('link-not-good', 'used')
        note('takeFirstLink', input)
        return { ...session, token: sessions.operator }
      },
      invitation: async (token) =>
        token === examples.invitation
          ? {
              organisation: 'Hartley for Ohio',
              invitedBy: 'Sam Ortega',
              personName: 'Lee Abara',
              address: 'lee@hartley.example',
              language: options.language ?? 'en',
              phrase: 'acorn bridge lemon',
            }
          : undefined,
      acceptInvitation: async (input) => {
        note('acceptInvitation', input)
        return session
      },
      sendAloneCode: async (input) => {
        note('sendAloneCode', input)
        return { challenge: 'alone-challenge' }
      },
      enrolAlone: async (input) => {
        note('enrolAlone', input)
        if (input.code !== '123456') throw refusal('wrong-code', 'wrong')
        return { kind: 'signed-in', session }
      },
      joinAsMe: async (who, input) => {
        note('joinAsMe', who, input)
        return { organisationId: examples.organisation }
      },
      passkeys: async () => (full ? [{ id: examples.passkey, name: 'My phone', createdAt: ago(9000), lastUsedAt: ago(60) }] : []),
      newPasskeyChallenge: async () => challenge,
      addPasskey: async (who, answer) => note('addPasskey', who, answer),
      renamePasskey: async (who, id) => mine(who, id, examples.passkey),
      removePasskey: async (who, id) => mine(who, id, examples.passkey),
    },
    waysIn: inventedWaysIn({ full, now, session, challenge, mine, note }),
    recovery: inventedRecovery({ full, now, session, challenge, mine, note }),
    elsewhere: inventedElsewhere({ full, now, mine, note }),
    person: {
      home: async () => (full ? home : nobody),
      account: async (_, id) => (full ? accounts.find((one) => one.id === id) : undefined),
      guessMailbox: (address) =>
        address.endsWith('@mail.example')
          ? {
              settings: { host: 'imap.mail.example', port: 993, tls: 'implicit', user: address },
              provider: 'Mail Example',
              appPassword: true,
              where: 'You make one in the security part of your account there.',
            }
          : undefined,
      connect: async (who, input) => {
        note('connect', who, input)
        if (input.password === 'wrong') throw refusal('wrong-password', 'The provider did not accept it.')
        if (input.settings.host === 'nowhere.example')
          throw refusal('unknown-host', 'There is no such server.', { facts: { host: input.settings.host } })
        return mine(who, input.accountId, examples.account)
      },
      disconnect: async (who, id) => mine(who, id, examples.account),
      addPersonal: async () => ({ accountId: '01990000-0000-7000-8000-000000000003' }),
      sendProof: async (who, id) => mine(who, id, examples.account),
      prove: async (who, id, code) => {
        if (code !== '123456') throw refusal('wrong-code', 'wrong')
        return mine(who, id, examples.account)
      },
      removeAccount: async (who, id) => mine(who, id, examples.account),
      notice: async (who, id) => (mine(who, id, examples.notice) ? notice : undefined),
      ownPhrase: async () => 'acorn bridge lemon',
      cardPdf: async () => new Uint8Array(Buffer.from('%PDF-1.4')),
      acknowledge: async (who, id) => mine(who, id, examples.notice),
      sayDone: async (who, { noticeId }) => mine(who, noticeId, examples.notice),
      takeBack: async (who, { noticeId }) => mine(who, noticeId, examples.notice),
      privacy: async () => ({
        consents: full
          ? [
              {
                id: examples.consent,
                purpose: 'examine-mail',
                version: '2026-1',
                address: 'dana@hartley.example',
                organisation: 'Hartley for Ohio',
                givenAt: ago(9000),
              },
              {
                id: '01990000-0000-7000-8000-0000000000aa',
                purpose: 'desk-sees-findings',
                version: '2026-1',
                givenAt: ago(9000),
                withdrawnAt: ago(600),
              },
            ]
          : [],
        mayGive: full ? [{ purpose: 'organisation-is-told', organisationId: examples.organisation, organisation: 'Hartley for Ohio' }] : [],
        looks: full ? [{ viewer: 'Ana Lyst', what: 'incident: A mail asks for a device code', at: ago(5) }] : [],
        keeps: keptDays,
      }),
      giveConsent: async (_, { organisationId }) => organisationId === examples.organisation,
      withdrawConsent: async (who, id) => mine(who, id, examples.consent),
      whoSees: async () => ({
        viewers: [{ kind: 'you' }, { kind: 'organisation', name: 'Hartley for Ohio' }, { kind: 'desk' }, { kind: 'others' }],
        sights: [
          { thing: 'work-address', all: full ? 1 : 0, seen: full ? [1, 1, 1, 0] : [0, 0, 0, 0] },
          { thing: 'own-address', all: full ? 2 : 0, seen: full ? [2, 0, 0, 0] : [0, 0, 0, 0] },
          { thing: 'own-hostile', all: full ? 3 : 0, seen: full ? [3, 0, 2, 0] : [0, 0, 0, 0] },
        ],
      }),
      exportMine: async () => ({ name: 'Dana Cole' }),
      setLanguage: async (who, language) => note('setLanguage', who, language),
    },
    rota: inventedRota({ now, full, note }),
    channels: inventedChannels({ full, note }),
    composer: inventedComposer({ now, full, note }),
    notices: inventedNotices({ full, notice: examples.notice }),
    season: inventedSeason({ now, ids: examples, full, note }),
    erasure: inventedErasure({ now, note }),
    household: inventedHousehold({ now, account: examples['personal-account'], full }),
    howTold: inventedHowTold({ full, now, mine, note }),
    organisations: inventedOrganisations({
      now,
      ids: { ...examples, memberLeft: examples['member-left'] },
      organisations,
      incidents: full ? incidentRows.slice(0, 2) : [],
      full,
      note,
    }),
    desk: {
      queue: async (_, { search }) => ({
        ...paged(search === 'nothing' ? [] : incidentRows),
        pages: full ? 2 : 1,
        states: full ? { open: 4, confirmed: 31, dismissed: 7, all: 42 } : { open: 0, confirmed: 0, dismissed: 0, all: 0 },
        levels: full
          ? { targeted: 2, 'attempt-blocked': 1, 'possible-access': 1, 'confirmed-access': 0 }
          : { targeted: 0, 'attempt-blocked': 0, 'possible-access': 0, 'confirmed-access': 0 },
        figures: full
          ? { organisations: 412, peopleWatched: 6908, mailsToday: 31_402, blind: 1 }
          : { organisations: 0, peopleWatched: 0, mailsToday: 0, blind: 0 },
      }),
      exportQueue: async () => incidentRows,
      newSince: async () => 2,
      incident: async (who, id) => (mine(who, id, examples.incident) ? incident : undefined),
      decide: async (who, id, decision) => {
        note('decide', who, id, decision)
        return mine(who, id, examples.incident)
      },
    },
    ownRules: inventedOwnRules({ now, full, note }),
    analyst: inventedAnalyst({ now, incident: examples.incident, organisation: examples.organisation, full, note }),
    operations: {
      health: async (_, { search }) => ({
        checkedAt: now,
        alerts: full
          ? [
              {
                id: examples.alert,
                kind: 'connection-silent',
                severity: 'high',
                says: 'The mailbox sam@hartley.example was not seen for 22 minutes. Hostile mail there may be missed while this lasts.',
                openedAt: ago(12),
                pages: [
                  { name: 'Ana Lyst', channels: ['mail' as const, 'sms' as const], at: ago(12), became: 'sent' as const },
                  { name: 'Olu Perator', channels: ['voice' as const], at: ago(2), became: 'waiting' as const },
                ],
              },
            ]
          : [],
        connections: paged(
          search === 'nothing'
            ? []
            : [
                {
                  id: 'c1',
                  name: 'sam@hartley.example',
                  organisation: 'Hartley for Ohio',
                  kind: 'imap' as const,
                  state: 'failing' as const,
                  lastSeenAt: ago(22),
                  silent: true,
                  trouble: 'The mail server does not answer.',
                },
                {
                  id: 'c2',
                  name: 'dana@hartley.example',
                  organisation: 'Hartley for Ohio',
                  kind: 'imap' as const,
                  state: 'watching' as const,
                  lastSeenAt: ago(0),
                  silent: false,
                  firstLookLeft: 132,
                },
                { id: 'c3', name: 'a personal mailbox', kind: 'imap' as const, state: 'new' as const, silent: false },
              ],
        ),
        silentConnections: full ? 1 : 0,
        jobs: { waiting: 3, failed: 0, oldestWaitingSeconds: 2 },
        notices: { waiting: 1, undelivered: 0 },
        mail: full ? 'ready' : 'not-set-up',
      }),
      closeAlert: async (who, id) => mine(who, id, examples.alert),
      takeAlert: async (who, id) => mine(who, id, examples.alert),
      settings: async () => ({
        values: settings,
        fixed: ['publicAddress', 'tls'],
        secretsKept: ['smtpPassword', 'microsoftSecret', 'staffSecret'],
      }),
      senderRecords: async () => inventedRecords,
      saveSettings: async (who, part, changes) => {
        note('saveSettings', who, part, changes)
        if (changes.smtpHost === 'nowhere.example')
          return { saved: false, checks: [{ field: 'smtpHost', ok: false, says: 'There is no mail server named nowhere.example.' }] }
        return {
          saved: true,
          checks: part === 'mail' ? [{ field: 'smtpHost', ok: true, says: 'The relay answers and takes our login.' }] : [],
        }
      },
      audit: async () =>
        paged([{ seq: 12, at: ago(3), actor: 'Ana Lyst', action: 'incident.note', subject: '01990000-0000-7000-8000-00000000000d' }]),
      looks: async () =>
        paged([{ at: ago(5), viewer: 'Ana Lyst', what: 'incident: A mail asks for a device code', concerns: 'Hartley for Ohio' }]),
    },
    outbox: {
      letters: async () =>
        paged([
          {
            id: examples.letter,
            to: 'dana.r.cole@mail.example',
            from: 'notices@operator.example',
            subject: 'Targeted: a mail asks for a device code',
            at: ago(9),
            text: 'Dear Dana,\n\n…',
          },
        ]),
      letter: async (id) =>
        full && id === examples.letter
          ? {
              id,
              to: 'dana.r.cole@mail.example',
              from: 'notices@operator.example',
              subject: 'Targeted: a mail asks for a device code',
              at: ago(9),
              text: 'Dear Dana,\n\nTargeted. Somebody tries to get into your work mailbox.\nNobody got in, as far as we can see.\n\nCode of this notice: 7KQ2-M9XT',
            }
          : undefined,
    },
  }
  return { deps: options.change ? options.change(deps) : deps, asked }
}
