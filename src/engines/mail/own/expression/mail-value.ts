/** A mail as the expressions see it. Worked out when it is first asked for: most rules ask for one or two things. */
import { type CelInput, celList, celMap } from '@bufbuild/cel'
import type { Mail } from '../../detect/mail.ts'
import type { Address, Attachment, Link } from '../../message.ts'
import { intentNames } from '../../words/intents.ts'

const most = { text: 20_000, hidden: 5000, links: 200, attachments: 100, to: 50, field: 2000 } as const

type Given = Readonly<Record<string, () => CelInput>>

/** A map whose values are made when they are asked for, once. */
class Late extends Map<string, CelInput> {
  readonly #made: Given
  constructor(made: Given) {
    super()
    this.#made = made
  }
  override get(name: string): CelInput | undefined {
    const known = super.get(name)
    if (known !== undefined) return known
    const make = Object.hasOwn(this.#made, name) ? this.#made[name] : undefined
    if (make === undefined) return undefined
    const value = make()
    super.set(name, value)
    return value
  }
  override has(name: string): boolean {
    return Object.hasOwn(this.#made, name)
  }
}

export type MailValue = ReturnType<typeof celMap>

const record = (fields: Readonly<Record<string, CelInput>>): MailValue => celMap(new Map(Object.entries(fields)))
const late = (made: Given): MailValue => celMap(new Late(made))
const cut = (text: string): string => text.slice(0, most.field)

const addressValue = (address: Address | undefined): MailValue =>
  record({ name: address?.name ?? '', address: address?.address ?? '', host: address?.host ?? '', domain: address?.domain ?? '' })

const linkValue = (link: Link): MailValue =>
  record({
    text: cut(link.text),
    shown_host: link.shownHost,
    target: cut(link.target),
    innermost: cut(link.innermost),
    host: link.host,
    domain: link.domain,
    kind: link.kind,
  })

const attachmentValue = (file: Attachment): MailValue =>
  record({ name: file.name, type: file.type, size: BigInt(file.sizeBytes), sha256: file.sha256, inline: file.inline, locked: file.locked })

/** What an expression finds behind `message`; `sizeBytes` is the whole mail's. */
export function mailValue(mail: Mail, sizeBytes: number): MailValue {
  const { message } = mail
  return late({
    from: () => addressValue(message.from),
    reply_to: () => addressValue(message.replyTo),
    to: () => celList(message.to.slice(0, most.to).map(addressValue)),
    reader: () => addressValue(message.reader),
    subject: () => message.subject,
    text: () => mail.text.trim().slice(0, most.text),
    hidden_text: () => (message.page?.hiddenText ?? '').slice(0, most.hidden),
    links: () => celList(message.links.slice(0, most.links).map(linkValue)),
    attachments: () => celList(message.attachments.slice(0, most.attachments).map(attachmentValue)),
    authentication: () => {
      const { dmarc, spf, dkim, signedBy } = message.authentication
      return record({ dmarc, spf, dkim, signed_by: celList(signedBy.slice(0, 20)) })
    },
    relation: () => mail.relation,
    free_mail: () => mail.freeMail,
    wants: () => late(Object.fromEntries(intentNames.map((name) => [name, () => mail.wants(name) !== undefined] as const))),
    list_id: () => message.listId,
    is_reply: () => message.isReply,
    has_thread: () => message.hasThread,
    size: () => BigInt(sizeBytes),
  })
}
