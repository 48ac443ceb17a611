/** What is mailed needs a relay; without one, whoever asks is told what to do instead. */
import { refusal } from '#kernel'
import type { Settings } from './settings/settings.ts'

/** Refusal `mail-not-set-up`. */
export async function needsRelay(settings: Pick<Settings, 'read'>): Promise<void> {
  const { smtp } = await settings.read()
  if (!smtp)
    throw refusal(
      'mail-not-set-up',
      'No mail relay is set up yet, so the link cannot be mailed: copy it instead, or set the relay in the settings.',
    )
}
