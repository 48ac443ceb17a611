/** What is said of a mail that was too big to be read whole: its texts and small parts were judged, and the rest may hold anything. */
import type { Inspection } from '#mail'

/** With its damage named for whoever looks, and never "fine": nobody saw all of it. */
export function partlySeen(inspection: Inspection): Inspection {
  const damage = [
    ...inspection.damage,
    { code: 'too-large', says: 'The mail is larger than 35 MB; its largest parts were not read.' } as const,
  ]
  return { ...inspection, damage, verdict: inspection.verdict === 'fine' ? 'careful' : inspection.verdict }
}
