/** The rota of the invented programme of the pages' tests. */
import { refusal } from '#kernel'
import type { RotaDesk } from '#web'

export const rota = '01990000-0000-7000-8000-0000000000f1'
export const rotaLayer = '01990000-0000-7000-8000-0000000000f2'
export const rotaTakeOver = '01990000-0000-7000-8000-0000000000f3'

type Given = { readonly now: Date; readonly full: boolean; readonly note: (name: string, ...given: readonly unknown[]) => void }

export function inventedRota({ now, full, note }: Given): RotaDesk {
  const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)
  const colleagues = [
    { personId: 'p-ana', name: 'Ana Lyst' },
    { personId: 'p-olu', name: 'Olu Perator' },
  ]
  const office = {
    ...{ id: rotaLayer, name: 'Office hours', zone: 'America/New_York', startsOn: '2026-01-05', handoverMinute: 540, every: 1 },
    ...{
      unit: 'weeks' as const,
      people: ['p-ana', 'p-olu', null],
      hours: [{ weekdays: [1, 2, 3, 4, 5], span: { from: 480, until: 1200 } }],
    },
  }
  const takeOver = { id: rotaTakeOver, personId: 'p-olu', from: inDays(2), until: inDays(3) }
  const schedule = { id: rota, name: 'Desk', layers: [office], takeOvers: [takeOver] }
  const mine = (id: string) => full && id === rota
  return {
    all: async () => ({
      schedules: full ? [schedule, { ...schedule, id: rotaLayer, name: 'New', layers: [], takeOvers: [] }] : [],
      colleagues,
    }),
    add: async (who, name) => {
      note('rota.add', who, name)
      if (name === '') throw refusal('rota-name-needed', 'Give it a name, so that it can be told from others.')
      return rota
    },
    remove: async (who, id) => {
      note('rota.remove', who, id)
      return mine(id)
    },
    keepLayer: async (who, layer) => {
      note('rota.keepLayer', who, layer)
      if (layer.typed.name === '') throw refusal('nobody-in-layer', 'Choose at least one person who takes turns.')
      return mine(layer.scheduleId) && (layer.layerId ?? rotaLayer) === rotaLayer
    },
    removeLayer: async (who, layer) => {
      note('rota.removeLayer', who, layer)
      return mine(layer.scheduleId) && layer.layerId === rotaLayer
    },
    takeOver: async (who, one) => {
      note('rota.takeOver', who, one)
      if (mine(one.scheduleId) && one.typed.from === '') throw refusal('times-not-right', 'The end has to be after the beginning.')
      return mine(one.scheduleId)
    },
    removeTakeOver: async (who, one) => {
      note('rota.removeTakeOver', who, one)
      return mine(one.scheduleId) && one.takeOverId === rotaTakeOver
    },
    escalation: async () => ({
      steps: full
        ? [
            { target: { kind: 'schedule' as const, id: rota }, thenMinutes: 10 },
            { target: { kind: 'person' as const, id: 'p-olu' }, thenMinutes: 30 },
          ]
        : [],
      repeats: full ? 2 : 0,
    }),
    keepEscalation: async (who, typed) => note('rota.keepEscalation', who, typed),
  }
}
