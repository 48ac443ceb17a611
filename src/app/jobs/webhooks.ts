/** Sending what happens in enrolment: the guarded way out, and whom to tell when nothing arrives any more. */
import { raise } from '#alerts'
import { openPerspectives } from '#domain-proof'
import { createAsker } from '#fetch'
import type { Handler } from '#jobs'
import { secondsMs } from '#kernel'
import { administratorAccounts, askForLetter, enrolmentEventTask } from '#members'
import type { Tx } from '#storage'
import { type Stopped, sendWebhook, sendWebhookTask, tellEndpoints } from '#webhooks'
import { lookUpOf } from '../enrolment-deps.ts'
import type { House } from '../house.ts'

type Needed = Pick<House, 'members' | 'config' | 'clock'>

/** A receiver's answer is read to no purpose; a long one is no failure. */
const longestAnswer = 1_000_000

/** With DNS off, nothing is asked and nothing sent. */
export function webhookHandlers({ members, config, clock }: Needed): Readonly<Record<string, Handler>> {
  const lookUp = config.dns === 'off' ? async () => [] : lookUpOf(openPerspectives(config.resolvers))
  const ask = createAsker({ lookUp, timeMs: secondsMs(5), longest: longestAnswer })
  return {
    [enrolmentEventTask]: tellEndpoints(members),
    [sendWebhookTask]: sendWebhook({ ...members, ask, onStopped: (tx, stopped) => tellOfStopped(tx, clock, stopped) }),
  }
}

/** An organisation's is its administrators' matter, told by mail; the programme's own is the operator's. */
export async function tellOfStopped(tx: Tx, clock: House['clock'], { endpointId, organisationId, host, why }: Stopped): Promise<void> {
  if (organisationId === null) {
    await raise(tx, clock, {
      kind: 'webhook-stopped',
      subject: `webhook/${endpointId}`,
      severity: 'medium',
      says:
        why === 'gone'
          ? `${host} says that it wants no more news of enrolment, so nothing is sent there.`
          : `News of enrolment did not arrive at ${host} for three days, so nothing more is sent there.`,
    })
    return
  }
  const accounts = await administratorAccounts(tx, organisationId).where('account.proven_at', 'is not', null).execute()
  for (const { id: accountId } of accounts) await askForLetter(tx, { letter: 'webhook-stopped', endpointId, accountId })
}
