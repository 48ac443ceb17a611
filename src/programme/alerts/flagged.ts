/** A flagged message as it is kept: its bytes and what may be shown of it, both sealed to the owner. */
import { z } from 'zod'
import { severities } from '#kernel'
import type { Inspection } from '#mail'
import type { Sealer } from '#secrets'

export const messageContext = (flaggedId: string): string => `flagged-message/${flaggedId}`
const viewContext = (flaggedId: string): string => `flagged-view/${flaggedId}`
export const findingContext = (findingId: string): string => `finding/${findingId}`

const finding = z.object({
  id: z.string(),
  severity: z.enum(severities),
  confidence: z.number(),
  technique: z.array(z.string()),
  says: z.string(),
  facts: z.record(z.string(), z.string()),
  evidence: z.array(z.object({ where: z.string(), quote: z.string(), mark: z.string().exactOptional() })),
})

const kept = z.object({
  reasons: z.array(finding),
  damage: z.array(z.object({ code: z.string(), says: z.string() })),
  view: z.object({
    from: z.string(),
    to: z.array(z.string()),
    replyTo: z.string(),
    subject: z.string(),
    date: z.string(),
    text: z.string(),
    links: z.array(z.object({ text: z.string(), shownAs: z.string(), target: z.string(), innermostHost: z.string() })),
    authentication: z.string(),
    hops: z.number(),
    attachments: z.array(z.object({ name: z.string(), type: z.string(), sizeBytes: z.number() })),
  }),
})
export type Kept = z.infer<typeof kept>

/** Seals what an analyst may see later. */
export const sealView = (sealer: Sealer, flaggedId: string, { reasons, damage, view }: Inspection): Buffer =>
  sealer.seal(JSON.stringify({ reasons, damage, view }), viewContext(flaggedId))

/**
 * Opens it again, without the addresses in `hidden`; undefined when it cannot
 * be read, so that one broken row hides no incident.
 */
export function openView(sealer: Sealer, flaggedId: string, sealed: Buffer, hidden: readonly string[] = []): Kept | undefined {
  try {
    return kept.parse(JSON.parse(without(hidden, sealer.open(sealed, viewContext(flaggedId)).toString('utf8'))))
  } catch {
    return undefined
  }
}

/** A hostile mail names its reader's address in many places: in its To line, its text, the ends of its links. */
const without = (hidden: readonly string[], text: string): string =>
  hidden
    .flatMap((address) => [address, address.replace('@', '%40'), address.replace('@', '[at]')])
    .reduce((left, spelling) => left.replace(new RegExp(literally(spelling), 'gi'), 'a personal address'), text)

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
