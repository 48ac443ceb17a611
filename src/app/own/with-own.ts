/** An inspector that judges by what the operator added, too. A rule that cannot be asked did not fire, and the operator is told once; the mail is judged by all else. */
import { raise } from '#alerts'
import { hoursMs } from '#kernel'
import type { OwnTrouble } from '#mail'
import { switchOff } from '#own-rules'
import type { House } from '../house.ts'
import type { Inspector } from '../inspector/index.ts'

type Deps = Pick<House, 'storage' | 'clock' | 'own' | 'log'>

/** A thousand such mails are one piece of news. */
const tellAgainMs = hoursMs(1)

export function withOwn(deps: Deps, inspector: Inspector): Inspector {
  const told = new Map<string, number>()
  const isNews = ({ id, kind }: OwnTrouble): boolean => {
    // What is wrong in itself is switched off, and so is no news again by itself.
    if (kind === 'error') return true
    const [name, nowMs] = [`${kind} ${id}`, deps.clock.now().getTime()]
    if (nowMs - (told.get(name) ?? Number.NEGATIVE_INFINITY) < tellAgainMs) return false
    told.set(name, nowMs)
    return true
  }
  return {
    ...inspector,
    inspect: async (bytes, context, options) => {
      const inspection = await inspector.inspect(bytes, { ...context, own: await deps.own.current() }, options)
      for (const trouble of (inspection.ownTroubles ?? []).filter(isNews)) await stopAsking(deps, trouble)
      return inspection
    },
  }
}

/** Only a rule that is wrong in itself is switched off. One that a single mail made fail stays: who writes the mail must not choose the rules. */
async function stopAsking({ storage, clock, log }: Deps, { id, kind, says }: OwnTrouble): Promise<void> {
  const isNew = await storage.asTenant({ kind: 'programme' }, async (tx) => {
    if (kind === 'error' && !(await switchOff(tx, { clock }, id, says))) return false
    return raise(tx, clock, { kind: 'own-rule-failed', subject: `own-rule/${id}`, severity: 'medium', says: inWords[kind](id, says) })
  })
  if (isNew) log.warn({ rule: id, kind }, 'a rule of the operator could not be asked')
}

const inWords: Readonly<Record<OwnTrouble['kind'], (id: string, says: string) => string>> = {
  error: (id, says) =>
    `Your rule ${id} was switched off, since it could not be asked about a mail: ${says} What it would have found is missed until it is mended.`,
  value: (id, says) =>
    `Your rule ${id} could not be worked out for a mail, so it did not fire there: ${says} The rule goes on; mend it, or such mails pass it by.`,
  'too-long': (id, says) =>
    `Your rule ${id} was too much work for a mail and was left out there: ${says} The rule goes on; make it simpler if this comes again.`,
}
