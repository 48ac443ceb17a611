/** What the analyst's tools answer in the invented programme of the pages' tests. */
import type { AnalystTools, Evaluation, HuntHit, ReachSeen, WhySeen } from '#web'

export const evaluationMail = '01990000-0000-7000-8000-000000000010'
const connection = '01990000-0000-7000-8000-000000000011'

type Given = {
  readonly now: Date
  readonly incident: string
  readonly organisation: string
  /** False on the first day: nothing has happened. */
  readonly full: boolean
  readonly note: (name: string, ...given: readonly unknown[]) => void
}

export function inventedAnalyst({ now, incident, organisation, full, note }: Given): AnalystTools {
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000)
  const reach: ReachSeen = {
    askedAt: ago(20),
    until: ago(-10_000),
    by: 'Ana Lyst',
    ended: false,
    found: 42,
    waiting: 3,
    told: 31,
    people: 29,
    organisations: 6,
    known: 5,
    dismissed: 1,
    left: 1,
    gone: 1,
  }
  const why: WhySeen = {
    incidentId: incident,
    flaggedId: '01990000-0000-7000-8000-000000000012',
    title: 'A mail asks for a device code',
    verdict: 'dangerous',
    page: 1,
    pages: 3,
    message: {
      arrivedAt: ago(10),
      from: '"Zoom for Hartley" <team@zo0m-meet.example>',
      to: 'dana@hartley.example',
      subject: 'Join the debate prep call <script>alert(1)</script>',
      text: 'Open https://microsoft.com/devicelogin and enter HX4K9QRT2.',
      links: [{ text: 'Join', target: 'hxxps://zo0m-meet[.]example/join', innermostHost: 'zo0m-meet[.]example' }],
      headers: [{ name: 'Way here', says: '3 servers' }],
      attachments: [],
    },
    weights: [
      { id: 'mail.device-code', name: 'A mail asks for a device code', kind: 'rule', points: 95 },
      { id: 'no-link-home', name: 'links, and none to the sender’s own house', kind: 'structure', points: 14 },
      { id: 'urgent', name: 'words that press', kind: 'text', points: 6.4 },
      { id: 'unheard-of', name: 'nobody here ever wrote to it', kind: 'history', points: 12 },
      { id: 'stranger-verified', name: 'from a stranger, but really from the domain it shows', kind: 'cleared', points: -8 },
      { id: 'something-new', name: 'something new', kind: 'a kind from tomorrow', points: 1 },
    ],
    findings: [
      {
        id: 'mail.device-code',
        title: 'A mail asks for a device code',
        says: 'It asks for a code at Microsoft’s device page.',
        severity: 'high',
        evidence: [{ where: 'Text', quote: 'Open https://microsoft.com/devicelogin and enter HX4K9QRT2', mark: 'HX4K9QRT2' }],
      },
    ],
    checks: [
      { name: 'From line', result: 'pass', says: 'The domain in the From line vouches for this mail (DMARC).' },
      { name: 'Sending server', result: 'fail', says: 'The server that sent it may not send for the domain (SPF).' },
      { name: 'Signature', result: 'not stated', says: 'No signature was seen (DKIM).' },
    ],
    passed: ['A mail asks for gift cards', 'A mail gives a new bank account'],
    damage: ['A part ends in the middle.'],
    traces: [
      { kind: 'sender', value: 'team@zo0m-meet.example' },
      { kind: 'link-host', value: 'zo0m-meet.example' },
      { kind: 'subject', value: 'join the debate prep call' },
      { kind: 'attachment', value: 'ab'.repeat(32) },
    ],
    mayKeep: true,
  }
  const hit: HuntHit = {
    connectionId: connection,
    folder: 'INBOX',
    uidValidity: 7,
    uid: 42,
    person: 'Dana Cole',
    account: 'dana@hartley.example',
    organisation: { id: organisation, name: 'Hartley for Ohio' },
    arrivedAt: ago(10),
    verdictThen: 'dangerous',
    incidentId: incident,
  }
  const { incidentId: _, ...unflagged } = hit
  const { organisation: __, ...personal } = unflagged
  const hits: readonly HuntHit[] = [
    hit,
    { ...unflagged, uid: 43, person: 'Sam Ortega', account: 'sam@hartley.example', verdictThen: 'fine' },
    { ...personal, uid: 44, person: 'Lee Abara', account: 'a personal mailbox', verdictThen: 'careful' },
  ]
  const row = {
    id: evaluationMail,
    organisation: 'Hartley for Ohio',
    label: 'honest',
    source: 'incident',
    incidentId: incident,
    verdictThen: 'dangerous',
    verdictBefore: 'dangerous',
    verdictNow: 'fine',
    rules: ['A mail asks for a device code'],
    right: true,
    changed: true,
    reason: 'Our own print shop.',
    by: 'Ana Lyst',
    labelledAt: ago(60),
    testedAt: ago(20),
  } as const
  const {
    verdictBefore: ___,
    verdictNow: ____,
    right: _____,
    testedAt: ______,
    organisation: _______,
    incidentId: ________,
    ...fresh
  } = row
  const rows: Evaluation['rows'] = [
    row,
    { ...row, id: '01990000-0000-7000-8000-000000000013', label: 'hostile', source: 'report', right: false, changed: false, rules: [] },
    { ...fresh, id: '01990000-0000-7000-8000-000000000014', label: 'hostile', source: 'hunt', reason: '', changed: false },
  ]
  const mine = (id: string, known: string) => full && id === known
  return {
    why: async (_who, id, page) => (mine(id, incident) ? { ...why, page } : undefined),
    label: async (who, { incidentId }, labelled) => {
      note('label', who, incidentId, labelled)
      return mine(incidentId, incident)
    },
    labelHit: async (who, place, labelled) => {
      note('labelHit', who, place, labelled)
      return place.connectionId === connection
    },
    hunt: async (_who, { value, page }) => {
      if (value === 'nonsense') return { problem: 'Paste a mail address, like desk@riverton.example.' }
      const none = !full || value === 'nothing@nowhere.example'
      return {
        value,
        everybodys: value === 'gmail.com',
        summary: none
          ? { mails: 0, mailboxes: 0, organisations: 0, hidden: 0, verdicts: { dangerous: 0, careful: 0, fine: 0 } }
          : {
              mails: 5,
              mailboxes: 4,
              organisations: 2,
              hidden: 2,
              first: ago(900),
              last: ago(10),
              verdicts: { dangerous: 1, careful: 1, fine: 3 },
            },
        hits: { rows: none ? [] : hits, total: none ? 0 : hits.length, page, pages: none ? 1 : 2 },
        ...(!none && { reach }),
      }
    },
    exportHunt: async () => hits,
    reachIncident: async (who, id) => {
      note('reachIncident', who, id)
      return mine(id, incident)
    },
    reachHunted: async (who, asked) => {
      note('reachHunted', who, asked)
      return true
    },
    stopReach: async (who, which) => {
      note('stopReach', who, which)
      return 'kind' in which || mine(which.incidentId, incident)
    },
    reachOf: async (_who, id) => (mine(id, incident) ? reach : undefined),
    evaluation: async () => ({
      rows: full ? rows : [],
      total: full ? rows.length : 0,
      page: 1,
      pages: full ? 2 : 1,
      counts: full
        ? { mails: 3, honest: 1, hostile: 2, right: 1, missed: 1, falseAlarms: 0, untested: 1, changed: 1 }
        : { mails: 0, honest: 0, hostile: 0, right: 0, missed: 0, falseAlarms: 0, untested: 0, changed: 0 },
      rules: full ? [{ id: 'mail.device-code', title: 'A mail asks for a device code', right: 4, wrong: 1, changed: 2 }] : [],
      ...(full && { testedAt: ago(20) }),
    }),
    exportEvaluation: async () => rows,
    isKept: async (_who, id) => mine(id, evaluationMail),
    testAgain: async (who) => {
      note('testAgain', who)
      return true
    },
    removeKept: async (who, id) => {
      note('removeKept', who, id)
      return mine(id, evaluationMail)
    },
  }
}
