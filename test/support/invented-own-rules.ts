/** What the pages of the operator's own rules are answered in the invented programme. Rules are really checked. */
import { refusal } from '#kernel'
import { checkOwnRule, exampleRule } from '#mail'
import type { OwnRulesDesk, OwnRuleWhole } from '#web'

export const listEntry = '01990000-0000-7000-8000-000000000023'
export const feed = '01990000-0000-7000-8000-000000000024'
export const ownRule = '01990000-0000-7000-8000-000000000021'

type Given = { readonly now: Date; readonly full: boolean; readonly note: (name: string, ...given: readonly unknown[]) => void }

export function inventedOwnRules({ now, full, note }: Given): OwnRulesDesk {
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000)
  const rule: OwnRuleWhole = {
    id: ownRule,
    name: 'own.ballot-printer-invoice',
    title: 'A stranger sends an invoice for ballot printing',
    isOn: true,
    offReason: '',
    version: 2,
    changedAt: ago(30),
    changedBy: 'Olu Perator',
    source: exampleRule,
    versions: [
      { version: 2, source: exampleRule, savedAt: ago(30), savedBy: 'Olu Perator' },
      { version: 1, source: exampleRule, savedAt: ago(3000), savedBy: '' },
    ],
  }
  const failed = {
    ...rule,
    id: '01990000-0000-7000-8000-000000000022',
    name: 'own.by-night',
    isOn: false,
    offReason: 'There is no “x”.',
    changedBy: '',
  }
  const entry = {
    id: listEntry,
    list: 'block',
    kind: 'domain',
    written: 'vote-portal.example',
    reason: 'the attack of May',
    addedAt: ago(50),
  }
  const entries = [
    entry,
    { ...entry, id: '01990000-0000-7000-8000-000000000025', list: 'allow', written: 'ruiz.example', expires: '2027-01-31' },
  ]
  const given = {
    id: feed,
    name: 'National CERT',
    format: 'stix' as const,
    count: 2,
    leftOut: [{ why: 'is a free mail service', count: 1, examples: ['gmail.com'] }],
    addedAt: ago(70),
  }
  const mine = (id: string) => full && id === ownRule
  return {
    example: exampleRule,
    rules: async () => (full ? [rule, failed] : []),
    rule: async (_who, id) => (mine(id) ? rule : undefined),
    tryRule: (_who, source) => checkOwnRule(source),
    keepRule: async (who, source, id) => {
      note('keepRule', who, id)
      const { problems } = await checkOwnRule(source)
      if (problems.length > 0) throw refusal('rule-not-right', problems[0]?.says ?? '')
      return ownRule
    },
    exportRule: async (_who, id) => (mine(id) ? rule : undefined),
    switchRule: async (who, id, on) => {
      note('switchRule', who, id, on)
      return mine(id)
    },
    listEntries: async (_who, { search }) => {
      const rows = full && search !== 'nothing' ? entries : []
      return { rows, total: rows.length, page: 1, pages: full ? 2 : 1 }
    },
    exportLists: async () => entries,
    takeList: async (who, { list, text, sure }) => {
      note('takeList', who, list, sure)
      if (text.startsWith('gmail.com') && sure !== 'seen')
        return { doubts: [{ list, written: 'gmail.com', why: 'is a free mail service' }], sure: 'seen' }
      if (text === '') throw refusal('nothing-in-list', 'There is no entry.')
      return { added: 1, refused: [{ line: 2, says: '“x” is no address.' }] }
    },
    removeListEntry: async (who, id) => {
      note('removeListEntry', who, id)
      return full && id === listEntry
    },
    feeds: async () => (full ? [given] : []),
    indicators: async (_who, { search }) => {
      const rows =
        full && search !== 'nothing'
          ? [
              { kind: 'domain', value: 'vote-portal.example', confidence: 85, feed: given.name },
              { kind: 'url', value: 'forms.example/d/ballot', confidence: 40, feed: given.name, validUntil: ago(-5000) },
            ]
          : []
      return { rows, total: rows.length, page: 1, pages: full ? 2 : 1 }
    },
    takeFeed: async (who, name, text) => {
      note('takeFeed', who, name)
      if (text === '') throw refusal('feed-not-right', 'This file is not JSON.')
      return feed
    },
    exportFeed: async (_who, id) => (full && id === feed ? given : undefined),
    removeFeed: async (who, id) => {
      note('removeFeed', who, id)
      return full && id === feed
    },
    removeRule: async (who, id) => {
      note('removeRule', who, id)
      return mine(id)
    },
  }
}
