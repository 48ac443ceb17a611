/** How long to leave a mail server in peace after it failed us. */
import { minutesMs, secondsMs, type Trouble } from '#kernel'

const quickestMs = secondsMs(1)
const slowestMs = minutesMs(5)
/** Only a person can help here, and a server may lock the account of somebody who keeps asking. */
const afterRefusalMs = minutesMs(15)
const whenCrowdedMs = secondsMs(30)

/** Doubles from one second to five minutes; half of it is chance, so that a restarted server is not stormed. */
export function backOffMs(trouble: Trouble, failures: number, random: () => number): number {
  if (trouble.kind === 'refusal') return afterRefusalMs * (0.9 + 0.2 * random())
  const grown = Math.min(slowestMs, quickestMs * 2 ** Math.min(20, failures - 1))
  const least = trouble.code === 'too-many-connections' ? whenCrowdedMs : 0
  return Math.max(least, grown) * (0.5 + 0.5 * random())
}
