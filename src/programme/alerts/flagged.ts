/** A flagged message as it is kept: its bytes and what may be shown of it, both sealed to the owner. */
import { z } from 'zod'
import { severities } from '#kernel'
import { type HuntedKind, huntedKinds, type Inspection, rules } from '#mail'
import type { Sealer } from '#secrets'

export const messageContext = (flaggedId: string): string => `flagged-message/${flaggedId}`
const viewContext = (flaggedId: string): string => `flagged-view/${flaggedId}`
export const findingContext = (findingId: string): string => `finding/${findingId}`

const checked = ['pass', 'fail', 'not stated'] as const

const finding = z.object({
  id: z.string(),
  severity: z.enum(severities),
  confidence: z.number(),
  technique: z.array(z.string()),
  says: z.string(),
  facts: z.record(z.string(), z.string()),
  evidence: z.array(z.object({ where: z.string(), quote: z.string(), mark: z.string().exactOptional() })),
})

/** What was weighed; rows from before this was kept open without it. */
const weighed = z.object({
  score: z.number(),
  findings: z.array(finding),
  weights: z.array(z.object({ id: z.string(), kind: z.string(), points: z.number() })),
  /** Rules that looked, by id. */
  looked: z.array(z.string()),
  authentication: z.object({
    dmarc: z.enum(checked),
    spf: z.enum(checked),
    dkim: z.enum(checked),
    signedBy: z.array(z.string()),
    saidBy: z.string(),
  }),
  traces: z.array(z.object({ kind: z.enum([...huntedKinds, 'campaign']), value: z.string() })),
})
export type Weighed = z.infer<typeof weighed>

const kept = z.object({
  weighed: weighed.optional().catch(undefined),
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
export function sealView(sealer: Sealer, flaggedId: string, inspection: Inspection): Buffer {
  const { reasons, damage, view, score, findings, weights, authentication, traces } = inspection
  const looked = rules.map(({ id }) => id)
  const weighed = { score, findings, weights, looked, authentication, traces }
  return sealer.seal(JSON.stringify({ reasons, damage, view, weighed }), viewContext(flaggedId))
}

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

/** What can be hunted for; the campaign's own hashes are the machine's. */
export const tracesSeen = (seen: Kept | undefined): readonly { readonly kind: HuntedKind; readonly value: string }[] =>
  (seen?.weighed?.traces ?? []).flatMap(({ kind, value }) => (kind === 'campaign' ? [] : [{ kind, value }]))
