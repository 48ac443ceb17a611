/** What a rule may ask of a mail: every name, what kind of thing it is, and one sentence for the manual. A test holds the manual against it. */
import { intentNames } from '../../words/intents.ts'

export type Type =
  | 'text'
  | 'number'
  | 'yes-no'
  /** Of an empty list: anything. */
  | 'any'
  | { readonly list: Type }
  | { readonly of: string; readonly fields: Readonly<Record<string, Type>> }

const address: Type = { of: 'an address', fields: { name: 'text', address: 'text', host: 'text', domain: 'text' } }

const link: Type = {
  of: 'a link',
  fields: { text: 'text', shown_host: 'text', target: 'text', innermost: 'text', host: 'text', domain: 'text', kind: 'text' },
}

const attachment: Type = {
  of: 'an attachment',
  fields: { name: 'text', type: 'text', size: 'number', sha256: 'text', inline: 'yes-no', locked: 'yes-no' },
}

export const mailType: Type = {
  of: 'message',
  fields: {
    from: address,
    reply_to: address,
    to: { list: address },
    reader: address,
    subject: 'text',
    text: 'text',
    hidden_text: 'text',
    links: { list: link },
    attachments: { list: attachment },
    authentication: { of: 'message.authentication', fields: { dmarc: 'text', spf: 'text', dkim: 'text', signed_by: { list: 'text' } } },
    relation: 'text',
    free_mail: 'yes-no',
    wants: { of: 'message.wants', fields: Object.fromEntries(intentNames.map((name) => [name, 'yes-no' as const])) },
    list_id: 'text',
    is_reply: 'yes-no',
    has_thread: 'yes-no',
    size: 'number',
  },
}

export type FunctionType = { readonly takes: readonly Type[]; readonly gives: Type; readonly example: string }

/** What is called as `text.name(…)`. */
export const methodTypes: Readonly<Record<string, FunctionType>> = {
  contains: { takes: ['text', 'text'], gives: 'yes-no', example: 'message.subject.contains("invoice")' },
  startsWith: { takes: ['text', 'text'], gives: 'yes-no', example: 'message.subject.startsWith("Re:")' },
  endsWith: { takes: ['text', 'text'], gives: 'yes-no', example: 'message.from.host.endsWith(".example")' },
  matches: { takes: ['text', 'text'], gives: 'yes-no', example: 'message.subject.matches("(?i)invoice [0-9]{4}")' },
  says: { takes: ['text', 'text'], gives: 'yes-no', example: 'message.text.says("gift card")' },
  says_any: { takes: ['text', { list: 'text' }], gives: 'yes-no', example: 'message.text.says_any(["gift card", "voucher"])' },
  size: { takes: ['any'], gives: 'number', example: 'message.links.size()' },
}

/** What is called as `name(…)`. */
export const functionTypes: Readonly<Record<string, FunctionType>> = {
  size: { takes: ['any'], gives: 'number', example: 'size(message.links)' },
  folded: { takes: ['text'], gives: 'text', example: 'folded(message.from.name) == "ana ruiz"' },
  registered_domain: { takes: ['text'], gives: 'text', example: 'registered_domain("mail.ruiz.example") == "ruiz.example"' },
  looks_like: { takes: ['text', 'text'], gives: 'yes-no', example: 'looks_like(message.from.domain, "ruiz.example")' },
  edit_distance: { takes: ['text', 'text'], gives: 'number', example: 'edit_distance(message.from.domain, "ruiz.example") <= 2' },
  in_list: { takes: ['text', 'text'], gives: 'yes-no', example: 'in_list("partners", message.from.domain)' },
  is_free_mail: { takes: ['text'], gives: 'yes-no', example: 'is_free_mail(message.reply_to.domain)' },
}

/** A kind of thing in words, for sentences about what was expected. */
export function inWords(type: Type): string {
  if (typeof type === 'string') return { text: 'a text', number: 'a number', 'yes-no': 'a yes or no', any: 'anything' }[type]
  return 'list' in type ? 'a list' : type.of
}

export const isSame = (one: Type, other: Type): boolean => {
  if (one === 'any' || other === 'any') return true
  if (typeof one === 'string' || typeof other === 'string') return one === other
  if ('list' in one) return 'list' in other && isSame(one.list, other.list)
  return 'of' in other && one.of === other.of
}
