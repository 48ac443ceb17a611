/** How a mail keeps its reader from asking where the answer would be honest, and what it is after: one reading for several rules. */
import type { Concept } from '../words/lexicon/lexicon.ts'
import type { Mail } from './mail.ts'
import { isUnplaced, talksShop } from './sender.ts'

/** Leads away from the usual channel: a phrase that says so, a device that fails, a usual way that is not to be gone. */
export const ledAside = (mail: Mail, inSoManyWords = false): string | undefined =>
  mail.says.together(['aside']) ??
  (inSoManyWords
    ? undefined
    : (mail.says.beside('gadget', 'outOfOrder', 6, ['smallPrint']) ?? mail.says.beside('usualWay', 'negation', 5, around)))

/** Others are not to hear of it. */
export const madeSecret = (mail: Mail, inSoManyWords = false): string | undefined =>
  mail.says.together(['tellNobody']) ?? (inSoManyWords ? undefined : mail.says.beside('knowing', 'negation', 4, around))

/** Sentences in which a no means nothing of the kind. */
const around = ['smallPrint', 'unchanged', 'denied', 'faceToFace'] as const satisfies readonly Concept[]

export type Wanted = 'secrets' | 'houseLists' | 'privateMatters' | 'inquiries' | 'keyNouns' | 'bankNouns' | 'personNouns'

const quiet = [
  'ownTrouble', 'noKeyNeeded', 'spared', 'unchanged', 'faceToFace', 'smallPrint', 'bringIt', 'ownScreen', 'senderKeys',
] as const satisfies readonly Concept[] // biome-ignore format: a list

/** How near a plain noun and a wish must stand to be about each other, in words. */
const nearby = 9

/** What a mail wants handed over, each kind with the sentence that asks for it: known phrases first, plain nouns beside a wish when somebody hides. */
export function wantedThings(mail: Mail): ReadonlyMap<Wanted, string> {
  const { says } = mail
  const found = new Map<Wanted, string>()
  // A house with a domain of its own is taken at its word: only what is said outright counts.
  const anybody = isUnplaced(mail)
  const hides = (ledAside(mail, !anybody) ?? madeSecret(mail, !anybody)) !== undefined
  for (const kind of ['secrets', 'houseLists', 'privateMatters'] as const) {
    if (!says.has(kind)) continue
    const asks: readonly Concept[] = hides && anybody ? ['handOver', 'wish'] : ['handOver']
    const ask = says.together([kind, asks], { without: quiet }) ?? says.together([[kind], asks], { within: 1, without: quiet })
    if (ask !== undefined) found.set(kind, ask)
  }
  const inquiry = says.together(['inquiries'])
  if (inquiry !== undefined) found.set('inquiries', inquiry)
  // A key named plainly and asked for outright needs no excuse, when anybody could be writing.
  const shop = talksShop(mail)
  const key =
    mail.freeMail && !shop && !found.has('secrets')
      ? says.together(['keyNouns', 'handOver'], { without: [...quiet, 'software'] })
      : undefined
  if (key !== undefined) found.set('keyNouns', key)
  if (found.size === 0 && hides && anybody && !shop) {
    for (const kind of ['keyNouns', 'bankNouns', 'personNouns'] as const) {
      const ask = says.beside(kind, ['wish', 'handOver'], nearby, [...quiet, 'software', 'ownWork'])
      if (ask !== undefined) found.set(kind, ask)
    }
  }
  return found
}
