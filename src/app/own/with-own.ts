/** An inspector that judges by what the operator added, too. A rule that cannot be asked is switched off, and the operator is told; the mail is judged by all else. */
import { raise } from '#alerts'
import type { OwnTrouble } from '#mail'
import { switchOff } from '#own-rules'
import type { House } from '../house.ts'
import type { Inspector } from '../inspector/index.ts'

type Deps = Pick<House, 'storage' | 'clock' | 'own' | 'log'>

export function withOwn(deps: Deps, inspector: Inspector): Inspector {
  return {
    ...inspector,
    inspect: async (bytes, context, options) => {
      const inspection = await inspector.inspect(bytes, { ...context, own: await deps.own.current() }, options)
      for (const trouble of inspection.ownTroubles ?? []) await stopAsking(deps, trouble)
      return inspection
    },
  }
}

/** Only a rule that is wrong in itself is switched off. One that was too much work for one mail stays: who writes the mail must not choose the rules. */
async function stopAsking({ storage, clock, log }: Deps, { id, kind, says }: OwnTrouble): Promise<void> {
  await storage.asTenant({ kind: 'programme' }, async (tx) => {
    const isOff = kind === 'error' && (await switchOff(tx, { clock }, id, says))
    if (kind === 'error' && !isOff) return
    log.warn({ rule: id, kind, isOff }, 'a rule of the operator could not be asked')
    await raise(tx, clock, {
      kind: 'own-rule-failed',
      subject: `own-rule/${id}`,
      severity: 'medium',
      says: isOff
        ? `Your rule ${id} was switched off, since it could not be asked about a mail: ${says} What it would have found is missed until it is mended.`
        : `Your rule ${id} was too much work for a mail and was left out there: ${says} The rule goes on; make it simpler if this comes again.`,
    })
  })
}
