/**
 * What Ana's side remembers of the senders under fixtures/mail/history: she has written with Nadia Brook of Harborline for most of a year, with a lawyer and
 * a printer in Spain, and gets a weekly survey that she never answers.
 */
import type { Seen, SenderHistory } from '#mail'

const friend: Seen = { heardWeeks: 9, wroteWeeks: 7, firstDaysAgo: 210, lastDaysAgo: 4 }
const onlyHeard: Seen = { heardWeeks: 8, wroteWeeks: 0, firstDaysAgo: 70, lastDaysAgo: 6 }
/** Wrote yesterday, and was answered once. */
const answeredOnce: Seen = { heardWeeks: 1, wroteWeeks: 1, firstDaysAgo: 2, lastDaysAgo: 1 }

const stranger = (about: string): SenderHistory => ({ about, ripe: true, address: {}, domain: {}, elsewhere: 0 })
const known = (about: string, seen: Seen): SenderHistory => ({ ...stranger(about), address: { reader: seen }, domain: { reader: seen } })
const harborline = { known: friend, as: ['n…a@harborline.example'] }
const posters = { senderBelongs: false, answered: true, domains: ['harborline.example'] }
const carteles = { senderBelongs: false, answered: true, domains: ['imprentavega.example'] }
const freeMail = { reader: friend }
const nadia = { ...known('nadia@harborline.example', friend), name: { ...harborline, here: friend } }

/** By the fixture's name. */
export const histories: Readonly<Record<string, SenderHistory>> = {
  'history/hostile-thread-lookalike': { ...stranger('nadia@harbor1ine.example'), thread: posters, name: harborline },
  'history/hostile-thread-dressed-up': { ...stranger('accounts@harborline-billing.example'), thread: posters },
  'history/hostile-thread-locked-file': { ...stranger('owen@quillstone.example'), thread: posters },
  'history/hostile-thread-free-mail': { ...stranger('harborline.desk@gmail.com'), domain: freeMail, thread: posters },
  'history/hostile-thread-link': { ...stranger('portal@quillstone-files.example'), thread: posters },
  'history/hostile-thread-es': { ...stranger('marisol@imprenta-vega-pagos.example'), thread: carteles },
  'history/hostile-name-free-mail': { ...stranger('nadia.brook.office@gmail.com'), domain: freeMail, name: harborline },
  'history/hostile-name-lookalike': { ...stranger('nadia@harborllne.example'), name: harborline },
  'history/hostile-name-new-bank': { ...stranger('nadia@nbrook-office.example'), name: harborline },
  'history/hostile-name-login': { ...stranger('n.brook@sharefolder-docs.example'), name: harborline },
  'history/hostile-name-other-letters': { ...stranger('n4dia@gmail.com'), domain: freeMail, name: harborline },
  'history/hostile-reply-elsewhere': { ...nadia, reply: { domain: friend } },
  'history/hostile-reply-lookalike': { ...nadia, reply: {} },
  'history/hostile-first-request': stranger('priya@nand-events.example'),
  'history/hostile-patient-sender': known('victor@lane-research.example', onlyHeard),
  'history/hostile-answered-once': {
    ...stranger('nadia.b.private@gmail.com'),
    address: { reader: answeredOnce },
    domain: freeMail,
    name: { ...harborline, here: answeredOnce },
    thread: { senderBelongs: true, answered: true, domains: [] },
  },
  'history/honest-thread-colleague': {
    ...stranger('tom@harborline.example'),
    domain: { reader: friend },
    thread: { ...posters, senderBelongs: true },
  },
  'history/honest-thread-forwarded': { ...stranger('marta.soler@riverton.example'), thread: posters },
  'history/honest-thread-lawyer': { ...known('ines@calderlaw.example', friend), thread: posters },
  'history/honest-thread-new-partner': { ...stranger('hal@mercerframes.example'), thread: posters },
  'history/honest-thread-helpdesk': { ...stranger('tickets@harborline-desk.ticketing.example'), thread: posters },
  'history/honest-thread-assistant': { ...stranger('lena.ortiz.pa@gmail.com'), domain: freeMail, thread: posters },
  'history/honest-thread-list': { ...stranger('paul@odefarm.example'), thread: posters },
  'history/honest-thread-es': {
    ...stranger('jordi@imprentavega.example'),
    domain: { reader: friend },
    thread: { ...carteles, senderBelongs: true },
  },
  'history/honest-name-second-address': {
    ...stranger('nadia.at.home@gmail.com'),
    address: { reader: { ...onlyHeard, heardWeeks: 2, firstDaysAgo: 40 } },
    domain: freeMail,
    name: { ...harborline, here: { ...onlyHeard, heardWeeks: 2, firstDaysAgo: 40 } },
  },
  'history/honest-name-changed-job': { ...stranger('nadia.brook@tidewaterpress.example'), name: harborline },
  'history/honest-name-private': { ...stranger('nadiabrook1974@gmail.com'), domain: freeMail, name: harborline },
  'history/honest-name-same-house': { ...stranger('n.brook@harborline.example'), domain: { reader: friend }, name: harborline },
  'history/honest-name-via-service': { ...stranger('drive-shares-dm-noreply@google.com'), domain: { reader: onlyHeard } },
  'history/honest-name-notification': { ...stranger('notifications@github.com'), name: harborline },
  'history/honest-name-through-list': { ...stranger('members@lists.odefarm.example'), domain: { reader: onlyHeard } },
  'history/honest-name-namesake': { ...stranger('nadia@brookbakery.example'), name: harborline },
  'history/honest-reply-helpdesk': { ...nadia, reply: { together: onlyHeard, address: onlyHeard } },
  'history/honest-reply-new-system': { ...nadia, reply: {} },
  'history/honest-reply-assistant': { ...nadia, reply: { domain: friend } },
  'history/honest-known-partner': nadia,
  'history/honest-mutual-hurry': nadia,
  'history/honest-first-contact': stranger('rosa@lindtgazette.example'),
}
