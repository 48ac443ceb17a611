/** An incident on a line of time: when, what happened, and what that means. */
import type { DeliveryChannel } from '#kernel'

export type Tone = 'calm' | 'care' | 'danger' | 'plain'
export type StoryLine = { readonly at: Date; readonly tone: Tone; readonly fact: string; readonly meaning: string }

/** What the story is told from. */
export type Happened = {
  readonly title: string
  readonly origin: 'mailbox' | 'report' | 'first-look'
  readonly messages: number
  readonly openedAt: Date
  readonly people: readonly { readonly name: string; readonly messages: number; readonly firstAt: Date }[]
  readonly notices: readonly {
    readonly person: string
    readonly decidedAt: Date
    readonly readAt?: Date
    readonly deliveries: readonly { readonly channel: DeliveryChannel; readonly to: string; readonly state: string; readonly at?: Date }[]
  }[]
  readonly steps: readonly { readonly at: Date; readonly by: string; readonly step: string; readonly reason: string }[]
}

const found = {
  mailbox: 'We found it in a watched mailbox.',
  report: 'A person forwarded it to us.',
  'first-look': 'We found it in old mail when the mailbox was connected.',
} as const

const decided: Readonly<Record<string, { readonly tone: Tone; readonly says: string }>> = {
  confirm: { tone: 'danger', says: 'confirmed that it is hostile' },
  dismiss: { tone: 'calm', says: 'dismissed it' },
  reopen: { tone: 'care', says: 'opened it again' },
  merge: { tone: 'plain', says: 'merged it with another incident' },
  note: { tone: 'plain', says: 'wrote a note' },
}

/** The lines, oldest first. People beyond the first three are told as a number. */
export function storyOf({ title, origin, messages, openedAt, people, notices, steps }: Happened): readonly StoryLine[] {
  const lines: StoryLine[] = [{ at: openedAt, tone: 'danger', fact: title, meaning: found[origin] }]
  for (const one of people.slice(0, 3)) {
    lines.push({
      at: one.firstAt,
      tone: 'care',
      fact: `It arrived in ${one.name}'s mailbox.`,
      meaning: one.messages > 1 ? `${one.messages} mails so far.` : '',
    })
  }
  const [, , , fourth] = people
  if (fourth !== undefined)
    lines.push({ at: fourth.firstAt, tone: 'care', fact: `It reached ${people.length} people, with ${messages} mails.`, meaning: '' })
  for (const notice of notices.slice(0, 10)) {
    lines.push({ at: notice.decidedAt, tone: 'plain', fact: `We decided to tell ${notice.person}.`, meaning: '' })
    for (const delivery of notice.deliveries.filter(({ channel }) => channel !== 'home')) {
      if (delivery.at === undefined) continue
      const failed = delivery.state === 'bounced' || delivery.state === 'failed'
      const fact = failed ? `The notice to ${delivery.to} did not arrive.` : `The notice to ${delivery.to} was taken there.`
      lines.push({ at: delivery.at, tone: failed ? 'danger' : 'calm', fact, meaning: '' })
    }
    if (notice.readAt) lines.push({ at: notice.readAt, tone: 'calm', fact: `${notice.person} read it.`, meaning: '' })
  }
  for (const step of steps) {
    const { tone, says } = decided[step.step] ?? { tone: 'plain', says: step.step }
    lines.push({ at: step.at, tone, fact: `${step.by} ${says}.`, meaning: step.reason })
  }
  return lines.sort((one, other) => one.at.getTime() - other.at.getTime())
}
