/** An action in words: what to do, where, how long it takes, and the way back. */
import type { Language } from '#kernel'
import { type ActionId, actionOf } from '../actions/catalogue.ts'
import { cut, defang } from '../defang.ts'
import type { NotifyDeps } from '../deps.ts'
import type { NoticeContent } from '../notice-content.ts'
import type { ActionWords } from '../wording/action-words.ts'
import { fill } from '../wording/fill.ts'
import { wordings } from '../wording/index.ts'

export type ActionSaid = {
  readonly id: ActionId
  readonly does: string
  /** Which menu, how long, and the way back; each may be missing. */
  readonly where?: string
  readonly takes?: string
  readonly undo?: string
}

type Of = { readonly id: ActionId; readonly language: Language; readonly content: NoticeContent; readonly programme: string }

const mostLetters = { advice: 200, person: 80 }

export function actionSaid(explain: NotifyDeps['explain'], { id, language, content, programme }: Of): ActionSaid {
  const { actions: words, notice } = wordings[language]
  const person = content.kind === 'organisation-told' ? cut(defang(content.person), mostLetters.person) : ''
  const { isDeed, minutes } = actionOf(id)
  const where = whereTo(words, id, content)
  const undo = entryOf(words.undo, id)
  return {
    id,
    does: id === 'as-advised' ? advised(explain, language, content) || notice.usualStep : fill(words.does[id], { programme, person }),
    ...(where !== undefined && { where }),
    ...(isDeed && { takes: fill(words.minutes, { minutes }, language) }),
    ...(undo !== undefined && { undo }),
  }
}

const advised = (explain: NotifyDeps['explain'], language: Language, content: NoticeContent): string =>
  content.kind === 'incident' ? cut(defang(explain.adviceOf(language, content.reasons)), mostLetters.advice) : ''

function whereTo({ where, here }: ActionWords, id: ActionId, content: NoticeContent): string | undefined {
  const house = (content.kind === 'incident' ? content.account.house : undefined) ?? 'other'
  return entryOf(where, id)?.[house] ?? entryOf(here, id)
}

/** The entry of an action in words that only some actions have. */
const entryOf = <Key extends ActionId, Value>(words: Readonly<Record<Key, Value>>, id: ActionId): Value | undefined =>
  hasEntry(words, id) ? words[id] : undefined

const hasEntry = <Key extends ActionId>(words: Readonly<Record<Key, unknown>>, id: ActionId): id is Key => Object.hasOwn(words, id)

/** On one line, as a letter has it. */
export const lineOf = ({ does, where, takes, undo }: ActionSaid): string =>
  [does, where, takes, undo].filter((part) => part !== undefined).join(' ')
