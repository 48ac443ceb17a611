/** Judges a mail with what the desk found out elsewhere: looked up only once the mail told what it can be found by, so few mails are judged twice. */
import { knownCampaignOf, type ReceiveDeps } from '#alerts'
import type { InspectContext, Inspection } from '#mail'
import type { Inspector } from '../inspector/index.ts'

type Deps = Pick<ReceiveDeps, 'storage' | 'vault' | 'clock'> & { readonly inspector: Inspector }

/** The inspection; of a mail that is hostile elsewhere, the one that says so. */
export async function inspectKnowing(deps: Deps, bytes: Uint8Array, context: Omit<InspectContext, 'resolve'>): Promise<Inspection> {
  const first = await deps.inspector.inspect(bytes, context)
  if (first.verdict === 'dangerous') return first
  const knownCampaign = await knownCampaignOf(deps, first.traces)
  return knownCampaign === undefined ? first : deps.inspector.inspect(bytes, { ...context, knownCampaign })
}
