/** A mail without one thing that speaks for it: the counterfactual by which everything that clears is tried. */
import type { InspectContext } from '#mail'
import { eachLeaf, headerOf, isText, type Part, putTogether, takeApart, textOf, withHeader, withText } from './mail-parts.ts'

type Change = (mail: Part) => Part

const without =
  (...names: readonly string[]): Change =>
  (mail) =>
    names.reduce((left, name) => withHeader(left, name), mail)

const inTexts =
  (change: (text: string, isPage: boolean) => string): Change =>
  (mail) =>
    eachLeaf(mail, (leaf) => (isText(leaf) ? withText(leaf, change(textOf(leaf), /html/i.test(headerOf(leaf, 'content-type')))) : leaf)) ??
    mail

const senderOf = (mail: Part): string => /@([^\s<>@"]+)>?\s*$/.exec(headerOf(mail, 'from'))?.[1] ?? ''
/** The last two names of a host: enough for invented houses. */
const houseOf = (mail: Part): string => senderOf(mail).split('.').slice(-2).join('.')

const url = /https?:\/\/[^\s"'<>]+/gi
/** All that leads to the sender's own house or its sister in another country, written as a link or as its bare name; no address. */
const placesOf = (mail: Part): RegExp => new RegExp(`(?<![@\\w.-])[^\\s"'<>@]*${houseOf(mail).replace(/\..*/, '')}\\.[^\\s"'<>]*`, 'gi')
const elsewhere = 'https://millbrook.example/'

const unchecked = without(
  'Authentication-Results',
  'ARC-Authentication-Results',
  'Received-SPF',
  'DKIM-Signature',
  'ARC-Seal',
  'ARC-Message-Signature',
)
const unthreaded = without('In-Reply-To', 'References')
const otherName: Change = (mail) => withHeader(mail, 'From', `Quill Tamsin <${/[^\s<>]+@[^\s<>]+/.exec(headerOf(mail, 'from'))?.[0]}>`)
const otherBox: Change = (mail) => withHeader(mail, 'From', headerOf(mail, 'from').replace(/[^\s<>"]+@(?=[^\s<>@"]+>?$)/, 'quill.tamsin@'))
/** The same mail, word for word, from a house that nobody knows. */
const otherHouse: Change = (mail) => {
  const raw = Buffer.from(putTogether(mail)).toString('latin1')
  const to = headerOf(mail, 'to')
  return withHeader(takeApart(Buffer.from(raw.replaceAll(houseOf(mail), 'millbrook.example'), 'latin1')), 'To', to)
}
const asPage: Change = (mail) =>
  eachLeaf(mail, (leaf) =>
    isText(leaf) ? withText(withHeader(leaf, 'Content-Type', 'text/html'), `<p>${textOf(leaf).replace(/\n/g, '<br>')}</p>`) : leaf,
  ) ?? mail

/** What nobody honest writes. */
const lure =
  'Are you at your desk? I am in a meeting and cannot talk. I need ten gift cards today, scratch off the codes and send me photos. Tell nobody, I will pay you back tonight.'

const changes: Readonly<Record<string, Change>> = {
  'own-verified': unchecked,
  'known-verified': unchecked,
  'brand-verified': unchecked,
  'stranger-verified': unchecked,
  'trusted-sender': unchecked,
  own: otherHouse,
  known: otherHouse,
  brand: otherHouse,
  'signed-list': without('List-Id', 'List-Unsubscribe', 'List-Post'),
  'answered-thread': unthreaded,
  'in-thread': unthreaded,
  'answer-in-thread': unthreaded,
  'name-fits-domain': otherName,
  'name-fits-box': otherBox,
  'plain-name-fits-box': otherName,
  'link-home': (mail) => inTexts((text) => text.replace(placesOf(mail), elsewhere))(mail),
  'many-houses': inTexts((text) => text.replace(url, elsewhere)),
  'plain-text': asPage,
  'long-text': inTexts((text) => text.slice(0, 400)),
  'deals-openly': inTexts((_, isPage) => (isPage ? '<p>Hello.</p>' : 'Hello.')),
  'shop-talk': inTexts((_, isPage) => (isPage ? '<p>Hello.</p>' : 'Hello.')),
  'reads-like-honest-mail': (mail) => inTexts(() => lure)(withHeader(mail, 'From', 'Jo <jo.desk.7741@gmail.com>')),
  'words-of-honest-mail': (mail) => inTexts((_, isPage) => (isPage ? '<p>Hello.</p>' : 'Hello.'))(withHeader(mail, 'Subject', 'Hello')),
}

/** What only a memory says: the mail stays, and nobody remembers its sender. */
const remembered = ['mutual-correspondent', 'long-known-sender']

/** All that can be taken out, by its name among the weights. */
export const clearable: readonly string[] = [...Object.keys(changes), ...remembered]

export function withoutClearing(
  id: string,
  bytes: Uint8Array,
  { history, ...context }: InspectContext,
): { readonly bytes: Uint8Array; readonly context: InspectContext } {
  const change = changes[id]
  return {
    bytes: change === undefined ? bytes : putTogether(change(takeApart(bytes))),
    context:
      history === undefined
        ? context
        : { ...context, history: remembered.includes(id) ? { ...history, address: {}, domain: {} } : history },
  }
}
