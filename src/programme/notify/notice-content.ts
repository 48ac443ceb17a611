/** What fills a notice's wording, sealed to its person: one shape for each kind of notice. */
import { z } from 'zod'
import { severities } from '#kernel'
import type { Sealer } from '#secrets'
import { menuHouses } from './actions/menus.ts'
import { composedSteps } from './composer/composed-steps.ts'
import { composedWordings } from './composer/composed-wordings.ts'

const finding = z.object({
  id: z.string(),
  severity: z.enum(severities),
  confidence: z.number(),
  technique: z.array(z.string()),
  says: z.string(),
  facts: z.record(z.string(), z.string()),
  evidence: z.array(z.object({ where: z.string(), quote: z.string(), mark: z.string().exactOptional() })),
})

const content = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('incident'),
    headline: z.string(),
    reasons: z.array(finding),
    from: z.string(),
    subject: z.string(),
    arrivedAt: z.coerce.date(),
    // Whose menus the person has before them; unsaid by earlier editions.
    account: z.object({ kind: z.enum(['work', 'personal']), masked: z.string(), house: z.enum(menuHouses).exactOptional() }),
  }),
  // What an administrator hears of somebody's personal matter: that it happened.
  z.object({ kind: z.literal('organisation-told'), person: z.string(), arrivedAt: z.coerce.date() }),
  z.object({
    kind: z.literal('first-look'),
    examined: z.number(),
    found: z.array(z.object({ headline: z.string(), messages: z.number() })),
    account: z.object({ kind: z.enum(['work', 'personal']), masked: z.string() }),
  }),
  // What interrupted nobody, gathered: each kind once, with how often.
  z.object({
    kind: z.literal('digest'),
    since: z.coerce.date(),
    found: z.array(z.object({ headline: z.string(), messages: z.number() })),
    /** Notices of the staff that wait on the page. */
    written: z.number().default(0),
  }),
  // What the staff wrote, in the languages they wrote it in.
  z.object({ kind: z.literal('composed'), wordings: composedWordings, steps: z.array(z.enum(composedSteps)) }),
])
export type NoticeContent = z.infer<typeof content>

const context = (noticeId: string): string => `notice/${noticeId}`

export const sealContent = (sealer: Sealer, noticeId: string, filled: NoticeContent): Buffer =>
  sealer.seal(JSON.stringify(filled), context(noticeId))

export const openContent = (sealer: Sealer, noticeId: string, sealed: Buffer): NoticeContent =>
  content.parse(JSON.parse(sealer.open(sealed, context(noticeId)).toString('utf8')))
