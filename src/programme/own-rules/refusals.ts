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
