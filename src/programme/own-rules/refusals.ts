/** What this room refuses, each with the sentence for the operator at the screen. */
import { refusal, type Trouble } from '#kernel'
import type { Problem } from '#mail'

/** At most three of what is wrong, each with its place. */
export const ruleNotRight = (problems: readonly Problem[]): Trouble =>
  refusal(
    'rule-not-right',
    problems
      .slice(0, 3)
      .map(({ line, column, says }) => `Line ${line}, column ${column}: ${says}`)
      .join(' '),
  )

export const ruleNameTaken = (name: string): Trouble =>
  refusal('rule-name-taken', `There is a rule ${name} already. Change that one, or give this one another id.`)

export const ruleKeepsItsName = (name: string): Trouble =>
  refusal('rule-keeps-name', `This rule is ${name}; past findings are told by that id. For another id, add another rule.`)

export const tooManyRules = (most: number): Trouble =>
  refusal('too-many-rules', `There are ${most} rules, and each is asked about every mail. Remove one first.`)

export const nothingInList = (wrong: { readonly line: number; readonly says: string } | undefined): Trouble =>
  refusal(
    'nothing-in-list',
    wrong === undefined
      ? 'There is no entry. Write one a line: value, reason, last day.'
      : `No entry can be used. Line ${wrong.line}: ${wrong.says}`,
  )

export const listsTooLong = (most: number): Trouble =>
  refusal('lists-too-long', `All lists together may hold ${most} entries. Remove some first.`)

export const fileTooMuch = (): Trouble =>
  refusal('file-too-much', 'It took too long to read. Divide it, and take the parts in one after another.')

export const feedNotRight = (says: string): Trouble => refusal('feed-not-right', says)

export const noIndicators = (why: string | undefined): Trouble =>
  refusal('no-indicators', `No indicator of this file can be used${why === undefined ? '' : `; the most common reason: it ${why}`}.`)

export const tooManyIndicators = (most: number): Trouble =>
  refusal('too-many-indicators', `All files together may hold ${most} indicators. Remove one first.`)
