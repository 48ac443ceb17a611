/** How a mail keeps its reader from asking where the answer would be honest, and what it is after: one reading for several rules. */
import type { Concept } from '../words/lexicon/lexicon.ts'
import type { Mail } from './mail.ts'

/** Leads away from the usual channel, or forbids to tell: the words that say so. */
export const ledAside = (mail: Mail): string | undefined => mail.says.together(['aside'])
export const madeSecret = (mail: Mail): string | undefined => mail.says.together(['tellNobody'])

const wanted = ['secrets', 'houseLists', 'privateMatters'] as const satisfies readonly Concept[]
export type Wanted = (typeof wanted)[number] | 'inquiries'

/** What a mail wants handed over, each kind with the sentence that asks for it. */
export function wantedThings(mail: Mail): ReadonlyMap<Wanted, string> {
  const { says } = mail
  const found = new Map<Wanted, string>()
  for (const kind of wanted) {
    if (!says.has(kind)) continue
    const ask =
      says.together([kind, 'handOver'], { without: ['unchanged', 'faceToFace', 'smallPrint'] }) ??
      says.together([[kind], ['handOver']], { within: 1, without: ['unchanged', 'faceToFace', 'smallPrint'] })
    if (ask !== undefined) found.set(kind, ask)
  }
  const inquiry = says.together(['inquiries'])
  if (inquiry !== undefined) found.set('inquiries', inquiry)
  return found
}
