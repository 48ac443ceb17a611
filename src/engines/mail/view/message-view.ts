/** What an analyst may see of a mail: no markup, no live address. Plain values that pages can print after escaping. */
import { defang, defangWithin } from '../links/defang.ts'
import type { Address, Message } from '../message.ts'

export type MessageView = {
  readonly from: string
  readonly to: readonly string[]
  readonly replyTo: string
  readonly subject: string
  readonly date: string
  readonly text: string
  readonly links: readonly { readonly text: string; readonly shownAs: string; readonly target: string; readonly innermostHost: string }[]
  readonly authentication: string
  readonly hops: number
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly sizeBytes: number }[]
}

const limits = { text: 20_000, links: 100 }

const written = (address: Address | undefined): string =>
  address === undefined || address.address === '' ? '' : address.name === '' ? address.address : `${address.name} <${address.address}>`

const says = { pass: 'passed', fail: 'failed', 'not stated': 'was not stated' } as const
const by = {
  service: 'as the mail service says',
  'own check': 'by our own check',
  'topmost header': 'as its topmost header says',
  'unknown header': 'as a header of unknown origin says',
} as const

const inWords = ({ dmarc, spf, dkim, saidBy, vouchedBy }: Message['authentication']): string => {
  if (saidBy === 'nobody') return 'Nobody checked who really sent it.'
  const told = `DMARC ${says[dmarc]}, SPF ${says[spf]}, DKIM ${says[dkim]} (${by[saidBy]})`
  return vouchedBy === undefined ? told : `${told}; ${defang(harmless(vouchedBy))} passed it on and vouches for it`
}

/** Direction marks and control letters can make a page read backwards; they are taken out. */
const harmless = (text: string): string => text.replace(/(?![\n\t])\p{Cc}|\p{Cf}/gu, '')

export function messageView(message: Message, text: string): MessageView {
  const { authentication } = message
  return {
    from: harmless(written(message.from)),
    to: message.to.slice(0, 20).map((to) => harmless(written(to))),
    replyTo: harmless(written(message.replyTo)),
    subject: harmless(message.subject),
    date: message.date,
    text: defangWithin(harmless(text.slice(0, limits.text))).slice(0, limits.text),
    links: message.links.slice(0, limits.links).map((link) => ({
      text: defangWithin(harmless(link.text)),
      shownAs: defang(link.shownHost),
      target: defang(harmless(link.target)),
      innermostHost: defang(link.host),
    })),
    authentication: inWords(authentication),
    hops: message.hops,
    attachments: message.attachments.map(({ name, type, sizeBytes }) => ({ name: harmless(name), type, sizeBytes })),
  }
}
