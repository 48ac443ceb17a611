/** Once a day: what is over its retention is let go, and the coming days get their partitions. */
import type { Handler } from '#jobs'
import { keepRetention } from '#storage'
import type { House } from '../house.ts'

export const keepHouseTask = 'keep-house'

export function openHouseKeeping({ storage, settings, clock, log }: Pick<House, 'storage' | 'settings' | 'clock' | 'log'>): Handler {
  return async () => {
    const { retention } = await settings.read()
    log.info({ letGo: await keepRetention(storage, retention, clock.now()) }, 'retention was kept')
  }
}
