/**
 * What a bench gives: rows of figures, ours beside a named peer's, measured on
 * the same input in the same run. A file `bench/x.bench.ts` exports `measure`;
 * `npm run bench` runs each in its own process and writes bench/RESULTS.md.
 */
import { z } from 'zod'

export const rowSchema = z.object({
  /** What was measured, as a person would say it: `messages examined`. */
  name: z.string().min(1),
  /** The unit of both figures: `messages/s`, `ms`, `MB`. */
  unit: z.string().min(1),
  ours: z.number(),
  /** Who else did the same, with version, and how well; absent where nobody else does this. */
  peer: z.object({ name: z.string().min(1), value: z.number() }).optional(),
  /** Whether a larger figure is better, as of a speed, or a smaller one, as of a time. */
  better: z.enum(['more', 'less']),
  /** The input and its size, and what the figure leaves out. */
  note: z.string(),
})

export type Row = z.infer<typeof rowSchema>

/** The shape of a bench file's one export. */
export type Measure = () => Promise<readonly Row[]>
