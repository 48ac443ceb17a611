/** Lessons as rows: each thing once, with its weeks joined, in the order of their hashes so that two writers never wait for each other crosswise. */
import type { Sealer, Vault } from '#secrets'
import { elsewhereKey, hintContext, type Kind, keyOf, memberKey } from './keys.ts'
import { correspondentsIn, type Lesson } from './lesson.ts'
import { dayOf, joined, oneWeek, type Weeks } from './weeks.ts'
import { readerScope, type Scope, type Whose, wideScope } from './whose.ts'

export type CorrespondentRow = {
  readonly hash: Buffer
  readonly scope: Scope
  readonly kind: Exclude<Kind, 'conversation'>
  readonly elsewhere: Buffer | null
  readonly hint: Buffer | null
  readonly firstOn: string
  readonly lastOn: string
  readonly heard: Weeks
  readonly wrote: Weeks
}

export type ConversationRow = {
  readonly hash: Buffer
  readonly scope: Scope
  readonly members: readonly Buffer[]
  readonly answered: boolean
  readonly lastOn: string
}

export type Rows = { readonly correspondents: readonly CorrespondentRow[]; readonly conversations: readonly ConversationRow[] }

export type Taught = {
  readonly vault: Pick<Vault, 'mac'>
  readonly sealer: Sealer
  readonly whose: Whose
  /** Addresses of the person: nobody is their own correspondent. */
  readonly own: ReadonlySet<string>
  /** Shortens an address so far that only who knows it knows it again. */
  readonly mask: (address: string) => string
}

/** So many ids of a conversation are kept of one mail beside its own: what it answers, and the root. */
const idsKept = 2

function idsOf({ questions, conversation }: Lesson): readonly string[] {
  if (conversation === 'none') return []
  const named = conversation === 'whole' ? questions.thread.slice(0, idsKept) : []
  return [questions.messageId, ...named].filter((id) => id !== '')
}

export function rowsOf(lessons: readonly Lesson[], { vault, sealer, whose, own, mask }: Taught): Rows {
  const rows = new Map<string, CorrespondentRow>()
  const talks = new Map<string, ConversationRow>()
  const wide = wideScope(whose)
  const scopes = whose.organisationId === null ? [wide] : [wide, readerScope(whose)]

  for (const lesson of lessons) {
    const { questions, direction } = lesson
    const day = dayOf(lesson.at)
    const keep = (scope: Scope, kind: CorrespondentRow['kind'], parts: readonly string[], more: Partial<CorrespondentRow> = {}): void => {
      const hash = keyOf(vault, scope, kind, ...parts)
      const fresh = { hash, scope, kind, elsewhere: null, hint: null, firstOn: day, lastOn: day, ...weeksOf(direction, day), ...more }
      const before = rows.get(hash.toString('hex'))
      rows.set(hash.toString('hex'), before === undefined ? fresh : together(before, fresh))
    }
    const people = correspondentsIn(lesson, own)
    for (const { address, domain, name } of people) {
      for (const scope of scopes) {
        keep(scope, 'address', [address])
        keep(scope, 'domain', [domain], scope.person === null ? { elsewhere: elsewhereKey(vault, domain) } : {})
      }
      if (name === '' || questions.bulk) continue
      const hint = sealer.seal(mask(address), hintContext(keyOf(vault, wide, 'name', name)))
      keep(wide, 'name', [name], { hint })
      keep(wide, 'name-at', [name, address])
    }
    const [sender] = people
    if (direction === 'heard' && sender !== undefined && questions.replyTo !== undefined)
      keep(wide, 'reply', [sender.address, questions.replyTo.address])

    if (people.length === 0 || questions.bulk || questions.automatic) continue
    const houses = [questions.from, ...questions.to].filter(({ address }) => address !== '' && !own.has(address)).map(({ house }) => house)
    const members = [...new Set(houses)].map((house) => memberKey(vault, wide, house))
    for (const id of idsOf(lesson)) {
      const hash = keyOf(vault, wide, 'conversation', id)
      const before = talks.get(hash.toString('hex'))
      talks.set(hash.toString('hex'), {
        hash,
        scope: wide,
        members: [...(before?.members ?? []), ...members],
        answered: before?.answered === true || direction === 'wrote',
        lastOn: before !== undefined && before.lastOn > day ? before.lastOn : day,
      })
    }
  }
  return { correspondents: sorted(rows), conversations: sorted(talks) }
}

const weeksOf = (direction: Lesson['direction'], day: string): Pick<CorrespondentRow, 'heard' | 'wrote'> => {
  const none = { on: day, bits: 0 }
  return direction === 'heard' ? { heard: oneWeek(day), wrote: none } : { heard: none, wrote: oneWeek(day) }
}

const together = (one: CorrespondentRow, other: CorrespondentRow): CorrespondentRow => ({
  ...one,
  firstOn: one.firstOn < other.firstOn ? one.firstOn : other.firstOn,
  lastOn: one.lastOn > other.lastOn ? one.lastOn : other.lastOn,
  heard: joined(one.heard, other.heard),
  wrote: joined(one.wrote, other.wrote),
})

const sorted = <Row>(rows: ReadonlyMap<string, Row>): readonly Row[] =>
  [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
