/** Every hour: test mails that are due, and secret addresses from which none came back. */
import type { Handler } from '#jobs'
import { keepBeating } from '#providers'
import type { House } from '../house.ts'

export const keepBeatingTask = 'keep-beating'

/** Where the operator receives no mail, no test mail could come back: then none is sent. */
export function openHeartbeat({ storage, settings, clock }: Pick<House, 'storage' | 'settings' | 'clock'>): Handler {
  return async () => {
    if ((await settings.read()).intakeDomain !== '') await keepBeating({ storage, clock })
  }
}
