/** From the text of a rule to something that can be asked of mails, or to what is wrong with it. */
import { type Language, languages } from '#kernel'
import type { Rule } from '../../detect/rule.ts'
import type { Wording } from '../../detect/wording.ts'
import type { openCompiler, Question } from '../expression/compile-expression.ts'
import type { Problem } from '../own-set.ts'
import { readRule } from './read-rule.ts'
import type { RuleDocument, Wordings } from './rule-document.ts'

export type OwnRule = { readonly document: RuleDocument; readonly rule: Omit<Rule, 'look' | 'examples'>; readonly question: Question }

export function compileRule(source: string, compile: ReturnType<typeof openCompiler>): OwnRule | { readonly problems: readonly Problem[] } {
  const read = readRule(source)
  if ('problems' in read) return read
  const { rule: document, faultInWhen } = read
  const compiled = compile(document.when)
  if ('fault' in compiled) return { problems: [faultInWhen(compiled.fault.offset, compiled.fault.says)] }
  const { id, severity, attack, clearable } = document
  return {
    document,
    question: compiled.question,
    rule: {
      id,
      severity,
      attack,
      clearable,
      title: inEvery(document.title),
      tells: inEvery(document.says),
      advises: inEvery(document.advises),
    },
  }
}

/** English stands in for a language that the operator did not write. */
const inEvery = (wordings: Wordings): Wording =>
  Object.fromEntries(languages.map((language) => [language, wordings[language] ?? wordings.en])) as Record<Language, string>
