/** What the pages of the operator's own rules are answered in the invented programme. Rules are really checked. */
import { refusal } from '#kernel'
import { checkOwnRule, exampleRule } from '#mail'
import type { OwnRulesDesk, OwnRuleWhole } from '#web'

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
    switchRule: async (who, id, on) => {
      note('switchRule', who, id, on)
      return mine(id)
    },
    removeRule: async (who, id) => {
      note('removeRule', who, id)
      return mine(id)
    },
  }
}
