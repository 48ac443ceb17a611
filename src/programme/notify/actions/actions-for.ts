/** Which actions a notice asks: at most three, the most effective first, together no longer than people give. Pure. */
import type { NoticeLevel } from '#kernel'
import type { NoticeContent } from '../notice-content.ts'
import { type Action, type ActionId, type Asked, catalogue, mostActions, mostMinutes } from './catalogue.ts'

/** Empty only where there is nothing to do: a first look that found nothing. */
export function actionsFor(asked: Asked): readonly Action[] {
  const chosen: Action[] = []
  let minutes = 0
  for (const action of catalogue) {
    if (chosen.length === mostActions) break
    if (!action.applies(asked) || minutes + action.minutes > mostMinutes) continue
    chosen.push(action)
    minutes += action.minutes
  }
  return chosen
}

/** What a notice asks: what its content chose by itself, or what the staff chose. */
export const askedIn = (level: NoticeLevel, content: NoticeContent, hasOnlyMail: boolean): readonly ActionId[] =>
  content.kind === 'composed' ? content.steps : actionsFor(askedOf(level, content, hasOnlyMail)).map(({ id }) => id)

/** What the choice is made from, of a notice's own content. */
function askedOf(level: NoticeLevel, content: NoticeContent, hasOnlyMail: boolean): Asked {
  return {
    ...{ level, kind: content.kind, hasOnlyMail },
    findings: content.kind === 'incident' ? content.reasons.map(({ id }) => id) : [],
    account: 'account' in content ? content.account.kind : undefined,
    foundAnything: !('found' in content) || content.found.length > 0,
  }
}
