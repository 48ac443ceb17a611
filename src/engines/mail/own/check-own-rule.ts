/**
 * Whether a rule may be taken: it can be read, its expression can be asked of any mail, it finds the mails it says it finds and leaves
 * the others alone. Also tries it on one more mail, for whoever is writing it.
 */
import { nobody } from '../context.ts'
import { measure } from '../detect/mail.ts'
import type { Message } from '../message.ts'
import { readMessage } from '../parse/read-message.ts'
import { asked, compileOwnRule } from './compile-own.ts'
import { indexIndicators } from './indicator-index.ts'
import { indexLists } from './list-index.ts'
import { foldValue, guessKind } from './lists/list-value.ts'
import { look } from './look.ts'
import type { ListEntry, Problem } from './own-set.ts'
import type { OwnRule } from './rule/compile-rule.ts'
import type { Example, RuleDocument } from './rule/rule-document.ts'

export type ExampleTried = {
  readonly kind: Example['kind']
  readonly line: number
  readonly fired: boolean
  /** What went as it should. */
  readonly isGood: boolean
  readonly says: string
}

export type MailTried = { readonly fired: boolean; readonly says: string }

export type CheckedRule = {
  /** All that is wrong; the rule may be taken when there is nothing. */
  readonly problems: readonly Problem[]
  readonly examples: readonly ExampleTried[]
  readonly rule?: Pick<RuleDocument, 'id' | 'title' | 'severity' | 'points'>
  /** How the rule met the mail that was tried. */
  readonly mail?: MailTried
}

export type CheckOptions = {
  /** The bytes of a file that an example names; undefined when there is none, and where rules may name none. */
  readonly fileOf?: (name: string) => Uint8Array | undefined
  readonly mail?: Uint8Array
}

export async function checkOwnRule(source: string, { fileOf, mail }: CheckOptions = {}): Promise<CheckedRule> {
  const rule = compileOwnRule(source)
  if ('problems' in rule) return { problems: rule.problems, examples: [] }
  const { id, title, severity, points } = rule.document
  const problems: Problem[] = []
  const examples: ExampleTried[] = []
  for (const example of rule.document.examples) {
    const bytes = 'text' in example ? asMail(example.text) : fileOf?.(example.file)
    if (bytes === undefined) {
      const file = 'file' in example ? example.file : ''
      problems.push({
        line: example.line,
        column: 1,
        says: fileOf
          ? `There is no file ${file} beside the rule.`
          : 'A mail was expected here as text; a file cannot be named on this page.',
      })
      continue
    }
    const tried = await tryMail(rule, bytes)
    const isGood = tried.failed === undefined && tried.fired === (example.kind === 'fires')
    const says = tried.failed ?? (tried.fired ? 'The rule fires.' : 'The rule stays quiet.')
    examples.push({ kind: example.kind, line: example.line, fired: tried.fired, isGood, says })
    if (!isGood) problems.push({ line: example.line, column: 1, says: complaint(example.kind, tried.failed) })
  }
  const own = mail && (await tryMail(rule, mail))
  return {
    problems,
    examples,
    rule: { id, title, severity, points },
    ...(own && {
      mail: {
        fired: own.fired,
        says: own.failed ?? (own.fired ? 'The rule fires for this mail.' : 'The rule does not fire for this mail.'),
      },
    }),
  }
}

const complaint = (kind: Example['kind'], failed: string | undefined): string =>
  failed ??
  (kind === 'fires' ? 'This mail stands under “fires”, and the rule stays quiet.' : 'This mail stands under “quiet”, and the rule fires.')

/** Mails use CRLF (RFC 5322 §2.1); YAML gives line feeds. */
const asMail = (text: string): Uint8Array => new TextEncoder().encode(text.replace(/\r?\n/g, '\r\n'))

async function tryMail(rule: OwnRule, bytes: Uint8Array): Promise<{ readonly fired: boolean; readonly failed?: string }> {
  const { headers: _, raw: __, ...read } = await readMessage(bytes)
  const authentication = { dmarc: 'not stated', spf: 'not stated', dkim: 'not stated', signedBy: [], saidBy: 'nobody' } as const
  const message: Message = { ...read, codes: [], authentication, circle: nobody, history: undefined, reader: read.to[0] }
  const ready = { asked, rules: [rule], troubles: [], lists: indexLists(listsOf(rule.document)), indicators: indexIndicators([]) }
  const { fired, troubles } = look(ready, measure(message), { sizeBytes: bytes.byteLength, ip: undefined })
  const [trouble] = troubles
  return { fired: fired.length > 0, ...(trouble && { failed: `The rule could not be asked about this mail: ${trouble.says}` }) }
}

/** The lists that the examples bring along. */
const listsOf = ({ lists }: RuleDocument): readonly ListEntry[] =>
  Object.entries(lists).flatMap(([list, values]) =>
    values.flatMap((written): readonly ListEntry[] => {
      const kind = guessKind(written) ?? 'text'
      const value = foldValue(kind, written)
      return value === undefined ? [] : [{ list, kind, value, reason: '' }]
    }),
  )
